#!/usr/bin/env bash
# The one entry: builds Lede, reads a page with it, tests it. `./build.sh help` lists the commands.
# Every step is idempotent and says what it does; what is missing is installed, or named in one line.

set -euo pipefail

# Where the user stands, for paths that are given; and where the checkout is, for everything else.
caller=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cd "$root"

# shellcheck source=tools/common.sh
. tools/common.sh
# shellcheck source=tools/install.sh
. tools/install.sh
# shellcheck source=tools/wasm-std.sh
. tools/wasm-std.sh
# shellcheck source=tools/browsers.sh
. tools/browsers.sh
# shellcheck source=tools/engine.sh
. tools/engine.sh
# shellcheck source=tools/test.sh
. tools/test.sh
# shellcheck source=tools/check.sh
. tools/check.sh
# shellcheck source=tools/bench.sh
. tools/bench.sh

usage() {
    cat <<'END'
./build.sh                     build dist/: unpacked extensions and zips for Chromium and Firefox, and the sources
./build.sh read [PAGE]         build, then open PAGE (a URL or an HTML file) in Chromium with Lede's reader;
                               --headless: without a window, as where there is no display
./build.sh test [GROUP...]     run the tests, in both browsers too; groups: GROUPS
./build.sh check [--repeat]    formatting, lints, types, layers, sizes; --repeat: a second build gives the same bytes
./build.sh quality             measure the extraction on the annotated corpus and print the tables
./build.sh bench [WHAT]        measure what it costs, beside others that do the same: native (files) or browser (the
                               extension), else both; --json FILE after either writes its figures down
./build.sh packages            make dist/npm, the package for npm
./build.sh screenshots         take the pictures of docs/screenshots and store/images anew, in Chromium
./build.sh site                make the project's pages into a site, dist/site
./build.sh clean FILE...       print the article of HTML files (the command line, `lede clean`)
./build.sh help                this text

Variables: LEDE_CHROMIUM, LEDE_FIREFOX, LEDE_GECKODRIVER (programs to use), LEDE_CACHE (built tools; default
~/.cache/lede), LEDE_CORPUS (annotated pages), LEDE_WASM_STD=debian (Rust for WebAssembly from Debian's packages),
SOURCE_DATE_EPOCH (the time of the files in the zips).
END
}

main() {
    local command=${1:-build}
    [ $# -eq 0 ] || shift
    case $command in
        build) run_build "$@" ;;
        read) run_read "$@" ;;
        test) run_test "$@" ;;
        check) run_check "$@" ;;
        quality) run_quality "$@" ;;
        bench) run_bench "$@" ;;
        packages) run_packages "$@" ;;
        screenshots) run_screenshots "$@" ;;
        site) run_site "$@" ;;
        clean) run_clean "$@" ;;
        help | -h | --help) usage | sed "s/GROUPS/$(group_names)/" ;;
        *) die "there is no command '$command': see ./build.sh help" ;;
    esac
}

run_build() {
    [ $# -eq 0 ] || die "build takes no arguments: see ./build.sh help"
    build_extension
}

run_read() {
    local page='' headless='' argument
    for argument; do
        case $argument in
            --headless) headless=--headless ;;
            -*) die "read knows no option '$argument': see ./build.sh help" ;;
            *)
                [ -z "$page" ] || die "read takes one page, and '$argument' is a second"
                page=$argument
                ;;
        esac
    done
    page=$(page_address "${page:-$root/tests/pages/sample-news.html}")
    has_display || headless=--headless
    need_node
    need_chromium
    build_extension
    build_cli
    step "opening $page"
    # shellcheck disable=SC2086 # an option or nothing
    exec node tests/extension/read.mjs --page "$page" --out "$root/out" $headless
}

# page_address PAGE: a URL as it is, a file as an absolute path.
page_address() {
    local file=$1
    case $1 in
        *://*) printf '%s\n' "$1" && return ;;
        /*) ;;
        *) file=$caller/$1 ;;
    esac
    [ -f "$file" ] || die "there is no file '$1'"
    printf '%s\n' "$file"
}

# build_cli: the command line, by the user's own cargo. It exports LEDE_CLI for what calls it.
build_cli() {
    need_rust
    step "cargo build of the command line"
    cargo build --quiet --release --locked --features cli --bin lede || die "the command line did not compile"
    # shellcheck disable=SC2031 # the subshells elsewhere that set it are meant to keep it
    export LEDE_CLI=${CARGO_TARGET_DIR:-$root/target}/release/lede
}

run_clean() {
    build_cli
    cd "$caller"
    exec "$LEDE_CLI" clean "$@"
}

run_quality() {
    need_rust
    build_cli
    step "measuring on the corpus"
    cargo test --quiet --release --locked --features cli --test corpus -- --nocapture "$@"
}

run_site() {
    [ $# -eq 0 ] || die "site takes no arguments: see ./build.sh help"
    need_node
    step "making dist/site"
    node tools/site.mjs --out dist/site
}

run_packages() {
    [ $# -eq 0 ] || die "packages takes no arguments: see ./build.sh help"
    build_npm
}

run_screenshots() {
    [ $# -eq 0 ] || die "screenshots takes no arguments: see ./build.sh help"
    need_node
    need_chromium
    build_extension
    step "taking pictures of the reader"
    node tests/extension/screenshots.mjs --out docs/screenshots
    node tests/extension/pictures.mjs store
}

main "$@"
