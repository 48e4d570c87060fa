# shellcheck shell=bash
# `build.sh bench`: what it costs, natively and in the browser.

# bench [native | browser] [--json FILE]: without a name both are measured, and nothing is written down.
run_bench() {
    local what=${1:-all} json=''
    [ $# -eq 0 ] || shift
    case $what in
        all | native | browser) ;;
        *) die "bench measures 'native' or 'browser', not '$what': see ./build.sh help" ;;
    esac
    if [ $# -gt 0 ]; then
        [ "$what" != all ] && [ "$1" = --json ] && [ $# -eq 2 ] ||
            die "bench native and bench browser take --json FILE: see ./build.sh help"
        json=$(beside_caller "$2")
    fi
    [ "$what" = browser ] || bench_native "$json"
    [ "$what" = native ] || bench_browser "$json"
}

# beside_caller FILE: an absolute path.
beside_caller() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$caller/$1" ;; esac; }

# bench_native JSON: beside rivals, which are a crate of their own, and then each stage by itself.
bench_native() {
    need_rust
    step "measuring the native time, beside rivals (articles of LEDE_CORPUS where it is set)"
    CARGO_TARGET_DIR=$root/target/rivals cargo run --quiet --release --locked \
        --manifest-path benches/rivals/Cargo.toml -- ${1:+--json "$1"} || die "the native time was not measured"
    step "measuring the native time by stages (the pages of LEDE_CORPUS too, where it is set)"
    cargo bench --quiet --locked --features cli --bench pipeline
}

# bench_browser JSON: beside rivals; then what only Lede does.
bench_browser() {
    need_chromium
    need_firefox
    build_extension
    step "measuring in Chromium and Firefox, beside rivals (articles of LEDE_CORPUS where it is set)"
    node tests/extension/rivals.bench.mjs ${1:+--json "$1"}
    step "measuring the time from a press to the article, in Chromium"
    node tests/extension/opening.bench.mjs
    step "measuring a library of 10,000 articles, in Chromium"
    node tests/extension/library.bench.mjs
    step "measuring what cleaning without a press adds to a page, in Chromium"
    node tests/extension/auto.bench.mjs
}
