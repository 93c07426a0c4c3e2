use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::{text, update_line};
use crate::figure::Picture;

#[wasm_bindgen]
impl Lab {
    /// Takes about so many steps towards the comparison of the two rules; gives whether
    /// there is more to do.
    #[wasm_bindgen(js_name = workTwoRules)]
    pub fn work_two_rules(&mut self, steps: u32) -> bool {
        self.pictures.two_rules.work(&self.session, steps)
    }

    /// Everything the page says of the two rules.
    #[wasm_bindgen(js_name = twoRules)]
    pub fn two_rules(&self) -> JsValue {
        let report = self.pictures.two_rules.report(&self.session);
        object(&[
            ("nothing", text(report.nothing)),
            (
                "rules",
                array(&report.rules, |rule| {
                    object(&[
                        ("name", text(rule.name)),
                        ("place", text(&rule.place)),
                        ("step", text(rule.step)),
                        ("lines", array(&rule.lines, update_line)),
                    ])
                }),
            ),
            ("second", text(&report.second)),
            ("verdict", text(&report.verdict)),
            (
                "outcomes",
                array(&report.outcomes, |outcome| {
                    object(&[
                        ("name", text(outcome.name)),
                        ("count", (outcome.count as f64).into()),
                    ])
                }),
            ),
            ("starts", text(&report.starts)),
            ("hasDifferent", report.has_different.into()),
        ])
    }

    /// The next start from which the two rules end in different places.
    #[wasm_bindgen(js_name = nextDifferent)]
    pub fn next_different(&self) -> Option<Vec<f64>> {
        self.pictures.two_rules.next_different(&self.session)
    }

    /// The start under a place of the map of starts.
    #[wasm_bindgen(js_name = pickStart)]
    pub fn pick_start(&self, x: f64, y: f64) -> Option<Vec<f64>> {
        let format = self.drawn(Picture::Starts)?;
        self.pictures.pick_start(&self.session, format, [x, y])
    }
}
