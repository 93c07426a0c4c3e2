//! The instrument `stopping`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::object;

#[wasm_bindgen]
impl Lab {
    /// When to stop, in words, for the selected run.
    pub fn stopping(&self) -> JsValue {
        let report = self.session.stopping_report();
        object(&[
            ("run", (report.run as f64).into()),
            ("first", JsValue::from_str(&report.first)),
            ("now", JsValue::from_str(&report.now)),
            ("tolerance", JsValue::from_str(&report.tolerance)),
            ("part", report.part.into()),
            ("gap", JsValue::from_str(&report.gap)),
            ("verdict", JsValue::from_str(&report.verdict)),
            ("slopeCaption", JsValue::from_str(&report.slope_caption)),
            ("excessCaption", JsValue::from_str(&report.excess_caption)),
            ("noSlope", report.is_empty[0].into()),
            ("noExcess", report.is_empty[1].into()),
            ("answer", JsValue::from_str(&report.answer)),
        ])
    }
}
