# shellcheck shell=bash
# What a newcomer's machine lacks: Debian packages, Node's packages, a Rust that is new enough.

# The oldest Node that the packages in tests/extension/package.json run on, and the one that takes an older one's place.
oldest_node=20.19
newer_node=22.23.3

has_apt() { have apt-get && have dpkg-query; }

# A stock Ubuntu has browsers as snaps only: its packages of that name are empty.
is_ubuntu() { grep -qs '^ID=ubuntu' /etc/os-release; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        return 1
    fi
}

# apt_install WHY PACKAGE...: installs those that are missing; fails where there is no apt or no right to use it.
apt_install() {
    local why=$1 missing='' package
    shift
    has_apt || return 1
    for package; do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q ' ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    step "apt-get install$missing ($why)"
    # The lists may be older than the archive, or absent: then, and only then, they are fetched anew.
    # shellcheck disable=SC2086 # one word a package
    quietly "$logs/apt.log" apt_get install $missing 2>/dev/null && return 0
    quietly "$logs/apt.log" apt_get update && quietly "$logs/apt.log" apt_get install $missing
}

apt_get() {
    local command=$1
    shift
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qy --no-install-recommends "$command" "$@"
}

# need_rust: a cargo new enough for Cargo.toml, and a linker. Debian's own `rustc` is years behind its `rustc-web`,
# which takes its place under the same name.
need_rust() {
    local wanted advice
    wanted=$(cargo_field rust-version)
    have cc || apt_install "the linker that cargo calls" gcc libc6-dev || die "a C linker is missing: install gcc or clang"
    rust_is_new_enough "$wanted" && return 0
    advice="Rust $wanted or newer is needed: install it (https://rustup.rs) or run 'rustup update stable'"
    # A toolchain of rustup's own stands first on the path: a package of Debian's would not be seen.
    if have rustup; then die "$advice"; fi
    apt_install "a Rust that is new enough" rustc-web cargo-web || die "$advice"
    hash -r
    rust_is_new_enough "$wanted" || die "$advice"
}

rust_is_new_enough() { have cargo && have rustc && at_least "$(version_of rustc)" "$1"; }

# need_node: Node, and what package-lock.json names, by `npm ci`. Install scripts are off: some would fetch browsers.
need_node() {
    local lock=$extension_tests/package-lock.json stamp=$extension_tests/node_modules/.lede-lock
    have npm || die "npm is missing: install Node $oldest_node or newer with npm (https://nodejs.org)"
    node_is_new_enough || borrow_node || die "Node $oldest_node or newer is needed: install it (https://nodejs.org)"
    [ "$(cat "$stamp" 2>/dev/null)" = "$(sha256 "$lock")" ] && return 0
    step "npm ci in tests/extension (wasm-opt, linters and the browsers' drivers)"
    (cd "$extension_tests" && quietly "$logs/npm.log" npm ci --ignore-scripts --no-audit --no-fund) ||
        die "npm could not install what tests/extension/package-lock.json names"
    sha256 "$lock" >"$stamp"
}

node_is_new_enough() { have node && at_least "$(version_of node)" "$oldest_node"; }

# Debian's and Ubuntu's own Node may be years old. The npm registry has Node's programs too: one is kept in the cache,
# for this script only.
borrow_node() {
    local home=$cache/node-$newer_node package
    package=node-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
    PATH=$home/node_modules/$package/bin:$PATH
    node_is_new_enough && return 0
    step "npm install $package $newer_node (the Node that is here is older than $oldest_node)"
    mkdir -p "$home"
    quietly "$logs/node.log" npm install --prefix "$home" --no-save --ignore-scripts --no-audit --no-fund \
        "$package@$newer_node" || return 1
    hash -r
    node_is_new_enough
}

# need_epubcheck: the validator of EPUBs, with a Java to run it. LEDE_EPUBCHECK is its jar where it is not Debian's.
need_epubcheck() {
    [ -n "${LEDE_EPUBCHECK:-}" ] || [ -f /usr/share/java/epubcheck.jar ] || apt_install "validates EPUBs" epubcheck ||
        die "epubcheck is missing: install it (https://www.w3.org/publishing/epubcheck/) and set LEDE_EPUBCHECK to its jar"
    have java || die "java is missing, which epubcheck runs on: install a Java runtime"
}
