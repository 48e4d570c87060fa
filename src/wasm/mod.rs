//! The whole surface that JavaScript sees. No handles, no state between calls: a worker may be stopped at any time.
//!
//! There are two modules, so that whoever reads does not load what saves: the feature `saving` makes the second. With the
//! feature `html` the first can read files too: that one is for the npm package, since in a browser the page is parsed.

#[cfg(not(feature = "saving"))]
mod reading;
#[cfg(feature = "saving")]
mod saving;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A field of an object; undefined where there is none.
fn field(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The version of this build, as in `Cargo.toml`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Prints a panic where people look: the trap that follows says nothing.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&format!("lede: {info}").into())));
}
