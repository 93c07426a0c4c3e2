//! What only a browser can show: the engine, compiled to wasm, does what it does natively.
#![cfg(target_arch = "wasm32")]

use downhill::landscape::Window;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn numbers_from_a_page_are_checked() {
    assert!(Window::new([-5.0, 5.0], [-5.0, 5.0]).is_ok());
    for broken in [f64::NAN, f64::INFINITY, -5.0, 1e300] {
        assert!(Window::new([-5.0, broken], [-5.0, 5.0]).is_err());
    }
}
