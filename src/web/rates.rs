use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::text;
use crate::figure::Picture;

#[wasm_bindgen]
impl Lab {
    /// Takes about so many steps towards the curve of steps over α; gives whether there is
    /// more to do.
    #[wasm_bindgen(js_name = workRates)]
    pub fn work_rates(&mut self, steps: u32) -> bool {
        self.pictures.rates.work(&self.session, steps)
    }

    /// Everything the page says of learning rates.
    pub fn rates(&self) -> JsValue {
        let report = self.pictures.rates.report(&self.session);
        object(&[
            ("known", report.is_known.into()),
            (
                "four",
                array(&report.four, |rate| {
                    object(&[
                        ("name", text(rate.name)),
                        ("alpha", rate.alpha.into()),
                        ("text", text(&rate.text)),
                        ("does", text(&rate.does)),
                        ("place", text(&rate.place)),
                    ])
                }),
            ),
            ("progress", text(&report.progress)),
            ("present", text(&report.present)),
            ("edges", array(&report.edges, |edge| text(edge))),
            ("note", text(&report.note)),
        ])
    }

    /// The learning rate under a place of the curve.
    #[wasm_bindgen(js_name = pickRate)]
    pub fn pick_rate(&self, x: f64) -> Option<f64> {
        let format = self.drawn(Picture::RateCurve)?;
        self.pictures.pick_rate(&self.session, format, x)
    }

    /// Where the handle of the present α stands on the curve.
    #[wasm_bindgen(js_name = ratePlace)]
    pub fn rate_place(&self) -> Option<Vec<f64>> {
        let format = self.drawn(Picture::RateCurve)?;
        Some(self.pictures.rate_place(&self.session, format)?.to_vec())
    }

    /// The learning rate so many places up, or down, the curve from the present one.
    #[wasm_bindgen(js_name = neighbourRate)]
    pub fn neighbour_rate(&self, places: i32) -> Option<f64> {
        self.pictures.rates.neighbour(self.session.alpha(), places)
    }
}
