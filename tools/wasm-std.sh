# shellcheck shell=bash
# A compiler with a standard library for wasm32. Three roads, the first that is there:
#   toolchain  the active Rust toolchain has one (rustup, and some distributions);
#   rustup     `rustup target add` brings one, which is then the first road;
#   debian     Debian's rustc-web, with a standard library built once from its own sources.
# LEDE_WASM_STD=debian asks for the last and nothing else.

wasm_target=wasm32-unknown-unknown
rustup_seconds=60

# wasm_std: sets what `wasm_cargo` needs, and wasm_road, the name that BUILD-INFO tells.
wasm_std() {
    wasm_cargo=cargo wasm_rustc=rustc wasm_sysroot='' wasm_linker=''
    case ${LEDE_WASM_STD:-} in
        '') toolchain_road || debian_road ;;
        debian) debian_road ;;
        *) die "LEDE_WASM_STD is '$LEDE_WASM_STD': it can only be 'debian'" ;;
    esac
}

toolchain_road() {
    wasm_road=toolchain
    toolchain_has_std && return 0
    have rustup || return 1
    # Where Debian's road has been prepared before, rustup has failed before: no minute's wait at every build.
    if [ -x /usr/bin/rustc ] && [ -f "$(debian_sysroot)/complete" ]; then return 1; fi
    step "rustup target add $wasm_target (the standard library for the module)"
    quietly "$logs/rustup.log" bounded "$rustup_seconds" rustup target add "$wasm_target" 2>/dev/null
    toolchain_has_std
}

toolchain_has_std() {
    local core
    for core in "$(rustc --print target-libdir --target "$wasm_target" 2>/dev/null)"/libcore-*.rlib; do
        [ -f "$core" ] && return 0
    done
    return 1
}

# bounded SECONDS COMMAND...: without `timeout` (macOS), unbounded.
bounded() {
    if have timeout; then timeout -k 5 "$@"; else shift && "$@"; fi
}

debian_road() {
    wasm_road=debian
    if [ ! -x /usr/bin/wasm-ld-22 ] || [ ! -f "$debian_library/Cargo.lock" ] || [ ! -x /usr/bin/cargo ]; then
        apt_install "a Rust whose standard library can be built for $wasm_target" rustc-web cargo-web rust-web-src lld-22 ||
            die "no Rust standard library for $wasm_target: run 'rustup target add $wasm_target'" \
                "(or, on Debian, install rustc-web, cargo-web, rust-web-src and lld-22)"
        hash -r
    fi
    wasm_cargo=/usr/bin/cargo wasm_rustc=/usr/bin/rustc wasm_linker=/usr/bin/wasm-ld-22
    wasm_sysroot=$(debian_sysroot)
    [ -f "$wasm_sysroot/complete" ] || build_debian_sysroot "$wasm_sysroot"
}

# The standard library's sources, as rust-web-src lays them out.
debian_library=/usr/lib/rustlib/src/rust/library

# A library serves only the compiler that built it.
debian_sysroot() {
    printf '%s\n' "$cache/wasm-std-small-$(/usr/bin/rustc --version | tr -c 'A-Za-z0-9.\n' '-')"
}

# build_debian_sysroot DEST: lays out DEST as rustc expects a sysroot, with the host's own library linked beside.
# The mark `complete` comes last: a build that was cut off is begun anew.
build_debian_sysroot() {
    local scratch lib=$1/lib/rustlib/$wasm_target/lib
    step "building Rust's standard library for $wasm_target (once for this compiler, a minute)"
    mkdir -p "$cache"
    scratch=$(mktemp -d "$cache/std.XXXXXX")
    write_std_crate "$scratch"
    quietly "$logs/wasm-std.log" build_std "$scratch" || {
        rm -rf "$scratch"
        die "Rust's standard library could not be built for $wasm_target"
    }
    rm -rf "$1"
    mkdir -p "$lib"
    cp "$scratch/target/$wasm_target/release/deps"/lib*.rlib "$lib/"
    rm -f "$lib"/libstd_seed-*.rlib
    ln -s "/usr/lib/rustlib/$(/usr/bin/rustc -vV | sed -n 's/^host: //p')" "$1/lib/rustlib/"
    touch "$1/complete"
    rm -rf "$scratch"
}

# write_std_crate DIR: an empty crate. Building it builds the library it stands on, from the vendored crates only.
write_std_crate() {
    mkdir -p "$1/src" "$1/.cargo"
    printf '[package]\nname = "std_seed"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n[profile.release]\nopt-level = "z"\n' \
        >"$1/Cargo.toml"
    : >"$1/src/lib.rs"
    printf '[source.crates-io]\nreplace-with = "vendored"\n[source.vendored]\ndirectory = "%s"\n' \
        "$debian_library/vendor" >"$1/.cargo/config.toml"
}

# `-Zbuild-std` is a nightly flag, hence RUSTC_BOOTSTRAP: here only, never for Lede itself.
# Bitcode is kept so that link-time optimisation reaches into the library, which is built as Lede is: small before fast. That
# is 7 kB of the gzipped module.
build_std() (
    cd "$1"
    unset RUSTFLAGS CARGO_BUILD_TARGET CARGO_BUILD_RUSTFLAGS
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$1/target \
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/wasm-ld-22 \
        CARGO_ENCODED_RUSTFLAGS="-Cembed-bitcode=yes" \
        /usr/bin/cargo build --release --offline --target "$wasm_target" -Zbuild-std=std,panic_abort \
        -Zbuild-std-features=optimize_for_size
)

# wasm_built: where cargo builds. Modules of one crate (`wasm_module`: its features) have the same name: in one folder the
# one would be taken for the other.
wasm_built() { printf '%s\n' "$root/target/wasm-$wasm_road${wasm_module:+-$wasm_module}"; }

# wasm_cargo_run ARGUMENTS...: cargo for the module. It has a target folder of its own: its compiler may be another one
# than the native builds', and sharing would make each undo the other's work.
wasm_cargo_run() (
    cd "$root"
    unset RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET
    CARGO_TARGET_DIR=$(wasm_built)
    export RUSTC=$wasm_rustc CARGO_TARGET_DIR
    CARGO_ENCODED_RUSTFLAGS=$(wasm_rustflags)
    export CARGO_ENCODED_RUSTFLAGS
    [ -z "$wasm_linker" ] || export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$wasm_linker
    "$wasm_cargo" "$@"
)

# Flags apart by \x1f, cargo's own way, since paths may hold spaces. The remapped prefixes keep this machine's folders
# out of the module, whose bytes are then the same from any of them.
wasm_rustflags() {
    local home=${CARGO_HOME:-$HOME/.cargo} source commit
    commit=$("$wasm_rustc" -vV | sed -n 's/^commit-hash: //p')
    [ -z "$wasm_sysroot" ] || printf '%s\037' "--sysroot=$wasm_sysroot"
    # What the library's paths are called where its sources are not installed.
    printf '%s\037' "--remap-path-prefix=$("$wasm_rustc" --print sysroot)/lib/rustlib/src/rust=/rustc/$commit"
    printf '%s\037' "--remap-path-prefix=$home=/cargo"
    # The folder's name below tells which registry, or mirror of it, a machine takes its crates from.
    for source in "$home"/registry/src/*; do
        printf '%s\037' "--remap-path-prefix=$source=/crates"
    done
    [ -z "${wasm_inlining:-}" ] || printf '%s\037' "-Cllvm-args=-inline-threshold=$wasm_inlining"
    printf '%s' "--remap-path-prefix=$root=/lede"
}
