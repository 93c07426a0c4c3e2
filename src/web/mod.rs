//! The wasm handle `Lab`: the only folder that names a browser.
//!
//! Few coarse calls; at most one model call and one drawing call per canvas and
//! frame are needed. Everything that leaves is a fresh plain copy.

mod backend;
mod basins;
mod bowls;
mod canvas;
mod compass;
mod export;
mod file;
mod formula;
mod hill;
mod kernels;
mod lab;
mod long;
mod object;
mod paste;
mod path_plane;
mod pointer;
mod points;
mod print;
mod rain;
mod rates;
mod slices;
mod step_length;
mod stopping;
mod sums;
mod tell;
mod twins;
mod two_rules;
mod zoom;

use wasm_bindgen::prelude::wasm_bindgen;

pub use kernels::{grid_kernel, walk_kernel};

/// Runs once when the module is loaded: a panic then tells the console where.
#[wasm_bindgen(start)]
fn begin() {
    console_error_panic_hook::set_once();
}
