//! The program a page loads: the library, whose `web` holds everything a page calls. Whole-program
//! optimisation needs a program: a `cdylib` that is also tested as a library is linked without.

#![cfg_attr(target_arch = "wasm32", no_main)]

use downhill as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Downhill runs in a browser: `make serve` builds it and prints its address.");
}
