//! The instrument `step-length`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::object;
use crate::figure::{Figure, Picture};

#[wasm_bindgen]
impl Lab {
    /// α, ‖∇J‖ and the length of the selected run's step, in texts.
    #[wasm_bindgen(js_name = stepLength)]
    pub fn step_length(&self) -> JsValue {
        let report = self.session.step_length_report();
        let [iteration, computed] = report.iterations;
        object(&[
            ("alpha", JsValue::from_str(&report.alpha)),
            ("slope", JsValue::from_str(&report.slope)),
            ("length", JsValue::from_str(&report.length)),
            ("note", JsValue::from_str(&report.note)),
            ("caption", JsValue::from_str(&report.caption)),
            ("sentence", JsValue::from_str(&report.sentence)),
            ("isEmpty", report.is_empty.into()),
            ("iteration", iteration.into()),
            ("computed", computed.into()),
        ])
    }

    /// The iteration at a place of the chart, in CSS pixels from its left.
    #[wasm_bindgen(js_name = stepLengthPick)]
    pub fn step_length_pick(&self, x: f64) -> Option<u32> {
        let format = self.drawn(Picture::StepLength)?;
        Figure::step_length_pick(&self.session, format, x)
    }
}
