//! What standardising does.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::text;

#[wasm_bindgen]
impl Lab {
    /// The bowls of the present model on its data as measured and standardised, in words.
    pub fn bowls(&mut self) -> JsValue {
        self.pictures.bowls.find(&self.session);
        let report = self.pictures.bowls.report(&self.session);
        let both = array(&report.both, |bowl| {
            object(&[
                ("name", text(bowl.name)),
                ("condition", text(&bowl.condition)),
                ("stretch", text(&bowl.stretch)),
                ("largestRate", text(&bowl.largest_rate)),
                ("steps", text(&bowl.steps)),
            ])
        });
        object(&[
            ("nothing", text(report.nothing)),
            ("both", both),
            ("meaning", text(&report.meaning)),
            ("holds", text(report.holds)),
            ("caption", text(&report.caption)),
            ("isStandardised", report.is_standardised.into()),
        ])
    }
}
