//! `lede-bindgen IN.wasm OUT_DIR NAME`: writes `NAME.js`, `NAME_bg.wasm` and their types to `OUT_DIR`.
//!
//! The published `wasm-bindgen` command takes minutes to install, since it brings a test runner and a web server along.
//! The library beneath it is all that a build needs.

use std::{env, error::Error, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, out_dir, name] = arguments.as_slice() else {
        eprintln!("usage: lede-bindgen IN.wasm OUT_DIR NAME");
        return ExitCode::from(2);
    };
    match generate(input, out_dir, name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lede-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}

/// An ES module for extension pages and workers that finds its module beside it and can begin anew after a trap; types for `tsc`; no names or producers, which are only weight.
fn generate(input: &str, out_dir: &str, name: &str) -> Result<(), Box<dyn Error>> {
    Bindgen::new()
        .input_path(input)
        .out_name(name)
        .web(true)?
        .reset_state_function(true)
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(out_dir)?;
    Ok(())
}
