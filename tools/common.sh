# shellcheck shell=bash
# What every part of build.sh uses: messages, versions, hashes, the cache.
# Written for bash 3.2, which is what macOS has: no associative arrays, no mapfile.

# Where things that outlive a checkout are kept: tools that take minutes to build.
cache=${LEDE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lede}
# Where this checkout's half-finished things are kept.
work=$root/.build
logs=$work/logs
extension_tests=$root/tests/extension

# What `die` ends with. `build.sh test` sets it to 2: there 1 means that a test failed.
die_code=1

# Progress goes to stderr, so that stdout holds only what was asked for.
step() { printf '%s\n' "==> $*" >&2; }

die() {
    printf '%s\n' "build.sh: $*" >&2
    exit "$die_code"
}

have() { command -v "$1" >/dev/null 2>&1; }

# sha256 FILE...: one hash a line, without names.
sha256() {
    if have sha256sum; then sha256sum -- "$@"; else shasum -a 256 -- "$@"; fi | cut -c1-64
}

# version_of COMMAND...: the first thing in its answer that looks like a version.
version_of() {
    "$@" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1
}

# at_least HAVE WANT: compares dotted versions, number by number.
at_least() {
    awk -v have="$1" -v want="$2" 'BEGIN {
        n = split(have, h, "."); m = split(want, w, ".")
        for (i = 1; i <= m; i++) if (h[i] + 0 != w[i] + 0) exit !(h[i] + 0 > w[i] + 0)
        exit 0
    }'
}

# cargo_field NAME: a field of [package] in Cargo.toml, the one place for Lede's version and its Rust.
cargo_field() {
    sed -n "/^\[package\]/,/^\[[^p]/s/^$1 = \"\(.*\)\".*/\1/p" "$root/Cargo.toml"
}

# locked_version CRATE: the version in Cargo.lock.
locked_version() {
    awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' "$root/Cargo.lock"
}

# quietly LOG COMMAND...: output to LOG; when the command fails, the log's end and where the rest is.
quietly() {
    local log=$1 status=0
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -ne 0 ]; then show_log "$log"; fi
    return "$status"
}

show_log() {
    tail -n 40 "$1" | sed 's/^/    /' >&2
    printf '    (all of it: %s)\n' "$1" >&2
}

# only_one_build: a second build in the same checkout waits: both would write the same files.
only_one_build() {
    mkdir -p "$work"
    have flock || return 0
    exec 9>"$work/lock"
    flock -n 9 || { step "waiting for another build in this checkout"; flock 9; }
}

# build_is_over: lets the next one in. What the build started keeps no hold of the lock (it may run for long).
build_is_over() { exec 9>&-; }
