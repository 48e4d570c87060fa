# shellcheck shell=bash
# Browsers for `read` and the tests, what drives them, and a display for them where there is none.

# The first Chromium that clones messages between scripts, as the manifest asks.
oldest_chromium=148
geckodriver_version=0.37.1

need_chromium() {
    need_fonts
    find_browser LEDE_CHROMIUM chromium \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" chromium chromium-browser google-chrome-stable google-chrome
    at_least "$(version_of "$LEDE_CHROMIUM")" "$oldest_chromium" ||
        die "Chromium $oldest_chromium or newer is needed: upgrade $LEDE_CHROMIUM, or set LEDE_CHROMIUM to another one"
}

need_firefox() {
    need_fonts
    find_browser LEDE_FIREFOX firefox-esr \
        "/Applications/Firefox.app/Contents/MacOS/firefox" firefox-esr firefox
    need_geckodriver
}

# find_browser VARIABLE PACKAGE CANDIDATE...: sets and exports VARIABLE, unless the user has, to the first candidate
# that runs (Ubuntu's chromium-browser is a script that only points to a snap), or to what apt then installs.
find_browser() {
    local variable=$1 package=$2
    shift 2
    if [ -n "${!variable:-}" ]; then
        [ -x "${!variable}" ] || die "$variable is '${!variable}', which is no program"
    else
        first_that_runs "$variable" "$@" ||
            { ! is_ubuntu && apt_install "a browser to read and test with" "$package" && first_that_runs "$variable" "$@"; } ||
            die "no ${package%-esr} is here: install it, or set $variable to its path"
    fi
    export "${variable?}"
}

first_that_runs() {
    local variable=$1 candidate
    shift
    for candidate; do
        if have "$candidate" && [ -n "$(version_of "$candidate")" ]; then
            printf -v "$variable" '%s' "$(command -v "$candidate")"
            return 0
        fi
    done
    return 1
}

# Pages in many scripts draw as boxes without these. They only matter for looks: no fonts, no complaint.
need_fonts() {
    if has_apt; then apt_install "so that pages in every script can be read" fonts-noto-core fonts-noto-cjk || true; fi
}

# Debian has no geckodriver, and Mozilla's is no package of any registry: cargo builds it.
need_geckodriver() {
    local home=$cache/geckodriver-$geckodriver_version
    if [ -z "${LEDE_GECKODRIVER:-}" ]; then
        LEDE_GECKODRIVER=$(command -v geckodriver || printf '%s' "$home/bin/geckodriver")
    fi
    export LEDE_GECKODRIVER
    [ -x "$LEDE_GECKODRIVER" ] && return 0
    step "cargo install geckodriver $geckodriver_version (drives Firefox; four minutes, once)"
    mkdir -p "$cache"
    quietly "$logs/geckodriver.log" \
        cargo install geckodriver --locked --version "$geckodriver_version" --root "$home" ||
        die "geckodriver could not be built: install it and put it on PATH"
}

has_display() { [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# need_display: for browsers with windows. Each file of tests that needs one starts a display of its own, so that no
# window covers another's. Real shortcuts, pressed by xdotool, need a window manager for the focus.
need_display() {
    [ "$(uname)" != Darwin ] || return 0
    if ! have Xvfb || ! have openbox || ! have xdotool; then
        apt_install "a display for browsers with windows" xvfb openbox xdotool || has_display ||
            die "there is no display: install Xvfb, openbox and xdotool, or run with DISPLAY set"
    fi
}
