//! The instrument `rain`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::valley;

#[wasm_bindgen]
impl Lab {
    /// The rain in words; nothing where it does not rain.
    pub fn rain(&self) -> JsValue {
        let Some(report) = self.session.rain_report() else {
            return JsValue::UNDEFINED;
        };
        object(&[
            ("caption", JsValue::from_str(&report.caption)),
            ("status", JsValue::from_str(&report.status)),
            ("valleys", array(&report.valleys, valley)),
            (
                "others",
                array(&report.others, |text| JsValue::from_str(text)),
            ),
            ("behind", report.behind.into()),
        ])
    }

    /// Computes a slice of rain that is behind the clock.
    #[wasm_bindgen(js_name = catchRain)]
    pub fn catch_rain(&mut self) {
        self.session.catch_rain();
    }
}
