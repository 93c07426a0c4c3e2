//! The instrument `rain`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};

#[wasm_bindgen]
impl Lab {
    /// The rain in words; nothing where it does not rain.
    pub fn rain(&self) -> JsValue {
        let Some(report) = self.session.rain_report() else {
            return JsValue::UNDEFINED;
        };
        let valleys = array(&report.valleys, |valley| {
            object(&[
                ("number", (valley.number as f64).into()),
                ("place", JsValue::from_str(&valley.place)),
                ("cost", JsValue::from_str(&valley.cost)),
                ("count", (valley.count as f64).into()),
                ("share", JsValue::from_str(&valley.share)),
            ])
        });
        object(&[
            ("caption", JsValue::from_str(&report.caption)),
            ("status", JsValue::from_str(&report.status)),
            ("valleys", valleys),
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
