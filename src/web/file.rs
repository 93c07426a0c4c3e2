//! A figure and its data as text files.

use js_sys::JsString;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::long;
use super::object::object;
use super::tell::{problems, text};

#[wasm_bindgen]
impl Lab {
    /// The text of a file that holds the whole figure.
    #[wasm_bindgen(js_name = stateFile)]
    pub fn state_file(&self) -> JsValue {
        long::joined(self.session.file())
    }

    /// The data as CSV, with a heading; empty without data.
    #[wasm_bindgen(js_name = dataCsv)]
    pub fn data_csv(&self) -> JsValue {
        long::joined(self.session.data_csv())
    }

    /// Opens such a text, as an edit that can be undone: `{ problems }`, or `{ error }` where
    /// it holds no figure and nothing was changed.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&mut self, file: JsString) -> JsValue {
        let opened = match long::file(&file) {
            Some((rest, rows)) => self.session.open_file_with(&rest, rows),
            None => self.session.open_file(&String::from(file)),
        };
        match opened {
            Ok(told) => object(&[("problems", problems(told))]),
            Err(sentence) => object(&[("error", text(&sentence))]),
        }
    }
}
