# shellcheck shell=bash
# From Rust to what the extension loads: cargo, wasm-bindgen, wasm-opt, and the size budget.

engine=$work/engine
# kB of 1000 bytes: the code as it stands and gzipped, and the learned model that comes on top.
budget_raw=840
budget_gzip=340
budget_model=120
# Flags for wasm-opt. No feature flags: npm's binaryen reads them from the module, and `--all-features` breaks it.
# The compiler has made the code small already. All of -Oz takes 47 kB more off it, but makes it less alike: 9 kB more
# gzipped, which is what is downloaded.
wasm_opt_flags=(--duplicate-function-elimination --vacuum --remove-unused-module-elements --dae-optimizing)
# Then tools/alike.mjs names the functions for the order in which they go; no name stays.
wasm_opt_last=(--strip-target-features --reorder-functions-by-name)

# In the module that reads, functions of up to so many of LLVM's units go where they are called (the compiler's own is 225).
# docs/PERFORMANCE.md has the measures.
reading_inlining=25

# kB for the module that saves, as it stands and gzipped. It is loaded when something is saved, and not before.
budget_save_raw=560
budget_save_gzip=225

# kB for the module that reads HTML too: html5ever and the tables of encodings weigh most. It is in the npm package alone.
budget_html_raw=1450
budget_html_gzip=645

# build_engine: `.build/engine/` holds lede.js and lede_bg.wasm, which read pages, save.js and save_bg.wasm, which save
# articles, and their types.
build_engine() {
    need_rust
    need_node
    wasm_std
    need_bindgen
    step "cargo build for $wasm_target (Rust by the $wasm_road road)"
    # First the crates: where they lie is among the paths that `wasm_rustflags` remaps.
    wasm_cargo_run fetch --quiet --locked --target "$wasm_target"
    build_module lede '' reading "$reading_inlining"
    node "$root/tools/budget.mjs" "$engine/lede_bg.wasm" "$budget_raw" "$budget_gzip" "$root/src/learn/lede.model" \
        "$budget_model" >&2 || die "the module is over its budget"
    build_module save saving wasm
    node "$root/tools/budget.mjs" "$engine/save_bg.wasm" "$budget_save_raw" "$budget_save_gzip" >&2 ||
        die "the module that saves is over its budget"
}

# build_npm: `dist/npm/`, with the engine that the extension has, and a third module, `html.js` and `html_bg.wasm`.
build_npm() {
    only_one_build
    build_engine
    build_module html html wasm
    node "$root/tools/budget.mjs" "$engine/html_bg.wasm" "$budget_html_raw" "$budget_html_gzip" >&2 ||
        die "the module that reads HTML is over its budget"
    step "making dist/npm"
    node "$root/tools/npm.mjs" --root "$root" --engine "$engine" --out "$root/dist/npm" >&2 || die "the npm package could not be made"
    build_is_over
    export LEDE_NPM=$root/dist/npm
}

# build_module NAME FEATURES PROFILE [INLINING]: one of the modules, from the same crate.
build_module() {
    local built key wasm_module=$2 wasm_inlining=${4:-} made=$engine/$1.made-from
    wasm_cargo_run build --quiet --profile "$3" --target "$wasm_target" --lib --locked --features "$2" ||
        die "the module '$1' did not compile"
    built=$(wasm_built)/$wasm_target/$3/lede.wasm
    key="$(sha256 "$built") $(basename "$bindgen") $(binaryen_version) ${wasm_opt_flags[*]} ${wasm_opt_last[*]} $(sha256 "$root/tools/alike.mjs")"
    [ "$(cat "$made" 2>/dev/null)" != "$key" ] || return 0
    finish_module "$built" "$1"
    printf '%s\n' "$key" >"$made"
}

# finish_module WASM NAME: the folder is made anew, so that nothing of an earlier build stays.
finish_module() {
    local scratch=$work/$2-module wasm=$2_bg.wasm
    step "wasm-bindgen and wasm-opt ${wasm_opt_flags[*]} ($2)"
    rm -rf "$scratch" "$engine/$2".* "$engine/$2"_bg.*
    mkdir -p "$scratch" "$engine"
    "$bindgen" "$1" "$scratch" "$2" || die "wasm-bindgen refused the module"
    wasm_opt "${wasm_opt_flags[@]}" "$scratch/$wasm" -o "$scratch/smaller.wasm"
    node "$root/tools/alike.mjs" "$scratch/smaller.wasm" "$scratch/named.wasm" || die "the module's functions could not be put in order"
    wasm_opt "${wasm_opt_last[@]}" "$scratch/named.wasm" -o "$scratch/$wasm"
    rm "$scratch/smaller.wasm" "$scratch/named.wasm"
    mv "$scratch"/* "$engine/"
    rmdir "$scratch"
}

wasm_opt() {
    node "$extension_tests/node_modules/binaryen/bin/wasm-opt" "$@" || die "wasm-opt refused the module"
}

binaryen_version() { node -p 'require(process.argv[1]).version' "$extension_tests/node_modules/binaryen/package.json"; }

# need_bindgen: sets `bindgen`, our own small tool, built once for its source and its compiler.
need_bindgen() {
    local here=$root/tools/bindgen wanted pinned
    wanted=$(locked_version wasm-bindgen)
    pinned=$(sed -n 's/^wasm-bindgen-cli-support = "=\(.*\)"/\1/p' "$here/Cargo.toml")
    [ "$wanted" = "$pinned" ] ||
        die "Cargo.lock has wasm-bindgen $wanted, tools/bindgen has $pinned: they must be the same." \
            "Set =$wanted in tools/bindgen/Cargo.toml and run cargo update --manifest-path tools/bindgen/Cargo.toml"
    bindgen=$cache/bindgen-$wanted-$(cat "$here/Cargo.toml" "$here/Cargo.lock" "$here/src/main.rs" <(rustc --version) | sha256 - | cut -c1-12)
    [ -x "$bindgen" ] && return 0
    step "building tools/bindgen, wasm-bindgen $wanted (once, a minute)"
    mkdir -p "$cache"
    (unset RUSTFLAGS CARGO_BUILD_TARGET && CARGO_TARGET_DIR=$root/target/bindgen \
        quietly "$logs/bindgen.log" cargo build --release --locked --manifest-path "$here/Cargo.toml") ||
        die "tools/bindgen did not compile"
    # In two moves: an interrupted copy must not look like a tool.
    cp "$root/target/bindgen/release/lede-bindgen" "$bindgen.$$" && mv "$bindgen.$$" "$bindgen"
}

# build_extension: everything under dist/, and where it is, for the scripts that load it.
build_extension() {
    only_one_build
    build_engine
    build_info >"$work/build-info"
    step "packing dist/"
    node "$root/tools/package.mjs" --root "$root" --engine "$engine" --info "$work/build-info" --out "$root/dist" >&2 ||
        die "the packages could not be made"
    build_is_over
    export LEDE_DIST=$root/dist/chromium LEDE_DIST_FIREFOX=$root/dist/firefox
}

# build_info: what a reviewer needs in order to come to the same bytes. Only what the bytes depend on: no host, no time.
build_info() {
    local linker=rust-lld
    [ -z "$wasm_linker" ] || linker=$("$wasm_linker" --version)
    cat <<END
Lede $(cargo_field version)
The packages beside this archive were built by ./build.sh with:

road          $wasm_road (where the standard library for $wasm_target came from: tools/wasm-std.sh)
rustc         $("$wasm_rustc" --version)
cargo         $("$wasm_cargo" --version)
linker        $linker
wasm-bindgen  $(locked_version wasm-bindgen)
binaryen      $(binaryen_version) (wasm-opt ${wasm_opt_flags[*]}, tools/alike.mjs, wasm-opt ${wasm_opt_last[*]})
node          $(node --version) (zlib $(node -p process.versions.zlib))

The same road and the same versions give the same bytes, from any folder.

sha256
END
}
