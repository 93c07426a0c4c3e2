//! The instrument `twins`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};

#[wasm_bindgen]
impl Lab {
    /// Starts side by side, in words.
    pub fn twins(&self) -> JsValue {
        let report = self.session.twins_report();
        let runs = array(&report.runs, |run| {
            object(&[
                ("number", (run.number as f64).into()),
                ("start", JsValue::from_str(&run.start)),
                ("place", JsValue::from_str(&run.place)),
                ("cost", JsValue::from_str(&run.cost)),
                ("end", JsValue::from_str(&run.end)),
            ])
        });
        object(&[
            ("caption", JsValue::from_str(&report.caption)),
            ("distances", JsValue::from_str(&report.distances)),
            ("verdict", JsValue::from_str(&report.verdict)),
            ("runs", runs),
            ("ownPair", report.own_pair.into()),
        ])
    }

    /// Two runs and no other, a hair apart: the data sheet's own pair if it has one.
    #[wasm_bindgen(js_name = twinStarts)]
    pub fn twin_starts(&mut self) {
        self.session.twin_starts();
    }

    /// Two runs and no other: the selected start and one a hair beside it.
    #[wasm_bindgen(js_name = twinBeside)]
    pub fn twin_beside(&mut self) {
        self.session.twin_beside();
    }
}
