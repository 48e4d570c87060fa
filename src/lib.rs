//! Lede finds a page's article and its metadata.

#[cfg(target_arch = "wasm32")]
pub mod wasm;
