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

# The other runtimes that the npm package is for, from npm: one program each, in the cache, for its tests only.
deno_version=2.9.6
bun_version=1.4.5

# need_runtimes: Deno and Bun. LEDE_DENO and LEDE_BUN are their programs.
need_runtimes() {
    local system machine
    system=$(uname -s | tr '[:upper:]' '[:lower:]')
    machine=$(uname -m)
    case $machine in
        x86_64) need_runtime deno "$deno_version" "@deno/$system-x64" deno && need_runtime bun "$bun_version" "@oven/bun-$system-x64" bin/bun ;;
        *) need_runtime deno "$deno_version" "@deno/$system-arm64" deno && need_runtime bun "$bun_version" "@oven/bun-$system-aarch64" bin/bun ;;
    esac
}

# need_runtime NAME VERSION PACKAGE PROGRAM
need_runtime() {
    local variable package=$3 home=$cache/$1-$2
    variable=LEDE_$(printf '%s' "$1" | tr '[:lower:]' '[:upper:]')
    [ -z "${!variable:-}" ] || return 0
    case $package in @deno/linux-*) package=$package-glibc ;; esac
    if ! "$home/node_modules/$package/$4" --version >/dev/null 2>&1; then
        step "npm install $package $2 (the package for npm is tried with $1 too)"
        mkdir -p "$home"
        quietly "$logs/$1.log" npm install --prefix "$home" --no-save --ignore-scripts --no-audit --no-fund "$package@$2" ||
            die "npm could not install $package $2: install $1 and set $variable to it"
    fi
    export "$variable=$home/node_modules/$package/$4"
}

# need_crawl: a Python with what packages/crawl/requirements.txt names, each by its hash. LEDE_CRAWL_PYTHON is that Python.
need_crawl() {
    local named=$root/packages/crawl/requirements.txt home
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        apt_install "runs the job for crawls" python3 python3-venv ||
            die "Python 3.10 or newer with its venv is missing: install python3 and python3-venv"
    fi
    at_least "$(version_of python3)" 3.10 || die "Python 3.10 or newer is needed for packages/crawl: install it"
    home=$cache/crawl-$(version_of python3)-$(sha256 "$named" | cut -c1-12)
    export LEDE_CRAWL_PYTHON=$home/bin/python
    [ ! -f "$home/complete" ] || return 0
    step "pip install of Ray and Arrow (once, 600 MB)"
    mkdir -p "$cache"
    rm -rf "$home"
    python3 -m venv "$home" && quietly "$logs/crawl.log" "$LEDE_CRAWL_PYTHON" -m pip install --quiet \
        --disable-pip-version-check --require-hashes --only-binary :all: -r "$named" ||
        die "pip could not install what packages/crawl/requirements.txt names"
    touch "$home/complete"
}
