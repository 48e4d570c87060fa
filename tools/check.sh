# shellcheck shell=bash
# `build.sh check`: everything about the code that can be judged without running a page through it.

# One line a step: its name, and how it runs.
check_steps='
format       | cargo fmt --check
format-tools | cargo fmt --check --manifest-path tools/bindgen/Cargo.toml
format-rivals | cargo fmt --check --manifest-path benches/rivals/Cargo.toml
clippy       | cargo clippy --quiet --locked --all-targets --features cli -- -D warnings
clippy-wasm  | clippy_for_wasm
rustdoc      | rustdoc_strict
layers       | cargo test --quiet --locked --features cli --test layers
clippy-rivals | clippy_for_rivals
dependencies | node tools/dependencies.mjs
injected     | node tools/injected.mjs
shell        | check_shell
types        | npm_tool tsc --project tests/extension/tsconfig.json
eslint       | npm_tool eslint --config tests/extension/eslint.config.mjs --max-warnings 0 extension packages tools tests/extension
web-ext      | node tools/lint.mjs
same-bytes   | same_bytes_from_packing
'

# Steps that only `check --repeat` takes: they take minutes.
slow_check_steps='
same-bytes-elsewhere | same_bytes_from_another_folder
'

run_check() {
    local steps=$check_steps name command failed=''
    case ${1:-} in
        '') ;;
        --repeat) steps=$steps$slow_check_steps ;;
        *) die "check knows only --repeat: see ./build.sh help" ;;
    esac
    # The build itself checks the versions and the size budget.
    build_extension
    need_check_tools
    while IFS='|' read -r name command; do
        [ -n "$command" ] || continue
        check_step "${name// /}" "$command" || failed="$failed ${name// /}"
    done <<<"$steps"
    [ -z "$failed" ] || die "check failed:$failed"
}

# check_step NAME COMMAND: a line with the time it took; the output only when it fails.
check_step() {
    local name=$1 log=$logs/check-$1.log began=$SECONDS status=0
    shift
    mkdir -p "$logs"
    # shellcheck disable=SC2068 # a command and its words
    ($@) >"$log" 2>&1 </dev/null || status=$?
    printf '%-21s %-6s %3s s\n' "$name" "$([ "$status" -eq 0 ] && echo ok || echo FAILED)" "$((SECONDS - began))"
    # What is weighed is told, also when it is not too much.
    [ "$name" != injected ] || sed 's/^/    /' "$log"
    [ "$status" -eq 0 ] || show_log "$log"
    return "$status"
}

need_check_tools() {
    have shellcheck || apt_install "checks the shell scripts" shellcheck || die "shellcheck is missing: install it"
    if [ "$wasm_road" = debian ]; then
        apt_install "clippy for the module's compiler" rust-web-clippy || die "clippy is missing: install rust-web-clippy"
    fi
}

# The module has code that a native build never sees. `cargo-clippy` is called by its path: through Debian's cargo,
# rustup's would be found first.
clippy_for_wasm() {
    if [ "$wasm_road" = debian ]; then
        export CARGO=$wasm_cargo
        wasm_cargo=/usr/bin/cargo-clippy
    fi
    wasm_cargo_run clippy --quiet --locked --lib --target "$wasm_target" -- -D warnings &&
        wasm_cargo_run clippy --quiet --locked --lib --target "$wasm_target" --features saving -- -D warnings &&
        wasm_cargo_run clippy --quiet --locked --lib --target "$wasm_target" --features html -- -D warnings
}

clippy_for_rivals() {
    CARGO_TARGET_DIR=$root/target/rivals cargo clippy --quiet --locked --manifest-path benches/rivals/Cargo.toml -- -D warnings
}

rustdoc_strict() { RUSTDOCFLAGS='-D warnings' cargo doc --quiet --locked --no-deps --document-private-items --features cli; }

check_shell() { shellcheck --external-sources build.sh .ci/run; }

npm_tool() { "$extension_tests/node_modules/.bin/$1" "${@:2}"; }

# Packing depends on nothing around it: another time zone, another umask, another place for the result.
same_bytes_from_packing() {
    local again=$work/packed-again
    rm -rf "$again"
    (umask 077 && TZ=Asia/Kathmandu node tools/package.mjs \
        --root "$root" --engine "$engine" --info "$work/build-info" --out "$again")
    same_zips "$again"
}

# A second build in another folder, from nothing but the source package.
same_bytes_from_another_folder() { node --test --test-concurrency=1 "$extension_tests/packages.store.bytes.spec.mjs"; }

# same_zips OTHER: every zip of dist/ is in OTHER, byte for byte.
same_zips() {
    local file
    for file in dist/lede-*.zip; do
        cmp "$file" "$1/$(basename "$file")" || return 1
    done
}
