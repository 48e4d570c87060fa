# shellcheck shell=bash
# `build.sh test`: the groups, and what is made of their results.

# One line a group: its name; what it needs; how it runs. Names of files are those in tests/ and tests/extension/.
# A test of tests/*.rs that no group names belongs to `core`.
test_groups='
core    | rust                                 | core_tests
pages   | rust                                 | cargo_tests --test articles
quality | rust                                 | cargo_tests --release --test corpus
parity  | extension cli chromium firefox       | node_tests parity.spec.mjs
reader  | extension cli chromium firefox display | node_tests reader.*.spec.mjs
restore | extension cli chromium firefox display | node_tests restore*.spec.mjs
a11y    | extension chromium firefox           | node_tests a11y.*.spec.mjs
auto    | extension cli chromium firefox display | node_tests auto.*.spec.mjs
library | extension chromium firefox           | node_tests library.*.spec.mjs
save    | rust epubcheck extension cli chromium firefox | save_tests --test save --test epubcheck
hostile | rust extension chromium firefox      | hostile_tests --test hostile
locales | node                                 | node_tests locales.spec.mjs
packages | runtimes npm extension chromium firefox | node_tests packages.*.spec.mjs
distributed | rust cli crawl                   | crawl_tests
'

group_names() { printf '%s' "$test_groups" | awk -F '|' 'NF { gsub(/ /, "", $1); printf "%s%s", sep, $1; sep = " " }'; }

# group_field GROUP N: what it needs (2), how it runs (3).
group_field() { printf '%s' "$test_groups" | awk -F '|' -v group="$1" -v n="$2" '$1 ~ "^" group " *$" { print $n }'; }

# 0: all passed; 1: some failed; 2: something did not run, and one line says what.
run_test() {
    local group groups=${*:-$(group_names)}
    local total_passed=0 total_failed=0 incomplete=''
    die_code=2
    # Linking everything at once takes minutes, makes pages read faster by a fifth, and no answer another.
    export CARGO_PROFILE_RELEASE_LTO=off
    for group in $groups; do
        [ -n "$(group_field "$group" 2)" ] || die "there is no test group '$group': the groups are $(group_names)"
    done
    prepare_groups "$groups"
    for group in $groups; do run_group "$group"; done
    [ -z "$incomplete" ] || printf 'not complete: %s\n' "${incomplete#; }"
    printf '%s passed, %s failed\n' "$total_passed" "$total_failed"
    [ "$total_failed" -eq 0 ] || exit 1
    [ -z "$incomplete" ] || exit 2
}

# prepare_groups GROUPS: everything that they need, once, in an order in which the quick things fail first.
prepare_groups() {
    local group needs=''
    for group in $1; do needs="$needs $(group_field "$group" 2) "; done
    case $needs in *' node '*) need_node ;; esac
    case $needs in *' epubcheck '*) need_epubcheck ;; esac
    case $needs in *' runtimes '*) need_runtimes ;; esac
    case $needs in *' crawl '*) need_crawl ;; esac
    case $needs in *' rust '*) need_rust ;; esac
    case $needs in *' chromium '*) need_chromium ;; esac
    case $needs in *' firefox '*) need_firefox ;; esac
    case $needs in *' extension '*) build_extension ;; esac
    case $needs in *' npm '*) build_npm ;; esac
    case $needs in *' cli '*) build_cli ;; esac
    case $needs in *' display '*) need_display ;; esac
}

# run_group GROUP: runs it into a log, prints its line, adds to the totals of run_test.
# A group that breaks off, say since it does not compile, counts as one failure.
run_group() {
    local group=$1 log=$logs/test-$1.log status=0 passed failed skipped missing begun=$SECONDS
    step "testing $group"
    mkdir -p "$logs"
    # shellcheck disable=SC2046 # a command and its words
    (set -f && $(group_field "$group" 3)) >"$log" 2>&1 </dev/null || status=$?
    read -r passed failed skipped < <(count_results "$log")
    [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
    printf '%s: %s passed, %s failed\n' "$group" "$passed" "$failed"
    printf '    in %s s\n' "$((SECONDS - begun))"
    [ "$failed" -eq 0 ] || show_log "$log"
    total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
    [ "$skipped" -eq 0 ] || incomplete="$incomplete; $group skipped $skipped of its tests"
    missing=$(browsers_without_test "$group" "$log")
    if [ $((passed + failed)) -eq 0 ]; then
        incomplete="$incomplete; $group ran no test"
    elif [ "$failed" -eq 0 ] && [ -n "$missing" ]; then
        incomplete="$incomplete; $group ran nothing on$missing"
    fi
}

# count_results LOG: passed, failed, skipped, over all the closing lines of cargo and of tools/test-reporter.mjs.
count_results() {
    awk '/^test result: / {
        for (i = 2; i <= NF; i++) {
            if ($i ~ /^passed/) passed += $(i - 1)
            if ($i ~ /^failed/) failed += $(i - 1)
            if ($i ~ /^(ignored|skipped)/) skipped += $(i - 1)
        }
    } END { print passed + 0, failed + 0, skipped + 0 }' "$1"
}

# browsers_without_test GROUP LOG: the browsers that a group needs and that no test of it has named.
# The reporter ends with a line `browsers: chromium firefox` of those that were.
browsers_without_test() {
    local browser
    for browser in chromium firefox; do
        case " $(group_field "$1" 2) " in *" $browser "*) ;; *) continue ;; esac
        grep -q "^browsers:.* $browser\b" "$2" || printf ' %s' "$browser"
    done
}

# cargo_tests ARGUMENTS...: all tests run, also after one file of them has failed. Backtraces would push the messages
# out of the part of the log that is shown.
cargo_tests() { RUST_BACKTRACE=0 cargo test --quiet --locked --no-fail-fast --features cli "$@"; }

# save_tests ARGUMENTS...: what the core writes, then what the extension makes of it.
save_tests() {
    local status=0
    cargo_tests "$@" || status=$?
    (node_tests 'save.*.spec.mjs') || status=$?
    return "$status"
}

# hostile_tests ARGUMENTS...: what the core makes of attack pages, then the whole extension.
hostile_tests() {
    local status=0
    cargo_tests "$@" || status=$?
    (node_tests 'hostile.*.spec.mjs') || status=$?
    return "$status"
}

# The job for crawls, with the command line that was just built.
crawl_tests() {
    cd packages/crawl
    "$LEDE_CRAWL_PYTHON" -B -m tests
}

core_tests() {
    local file name status=0 integration=''
    set +f
    for file in tests/*.rs; do
        name=$(basename "$file" .rs)
        [ "$name" = '*' ] || is_named_by_a_group "$name" || integration="$integration --test $name"
    done
    # shellcheck disable=SC2086 # words
    cargo_tests --lib --bins $integration || status=$?
    cargo_tests --doc || status=$?
    return "$status"
}

is_named_by_a_group() { printf '%s' "$test_groups" | grep -qE -- "--test $1( |$)"; }

# node_tests PATTERN: those files of tests/extension, as many at once as there are cores, up to four: each has browsers
# of its own, without windows but for the one that presses a real shortcut. A browser that hangs is given up after eight
# minutes.
node_tests() {
    cd "$extension_tests"
    set +f
    # shellcheck disable=SC2206 # patterns
    local files=($1)
    [ -e "${files[0]}" ] || return 0
    node --test --test-concurrency="$(at_once)" --test-timeout=480000 --test-reporter="$root/tools/test-reporter.mjs" "${files[@]}"
}

# at_once: how many files of browser tests run side by side.
at_once() {
    local cores
    cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || cores=1
    echo $((cores < 4 ? cores : 4))
}
