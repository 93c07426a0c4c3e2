//! The wasm handle.
