use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::object;
use crate::figure::{Format, Picture};
use crate::view::Mode;

#[wasm_bindgen]
impl Lab {
    /// What is said of the hill as it was last drawn, and from where it is seen.
    pub fn hill(&mut self) -> JsValue {
        let format = match self.drawn(Picture::Hill) {
            Some(format) => *format,
            None => Format::new(&self.session, [0.0, 0.0], 1.0, Mode::Light),
        };
        let report = self.pictures.hill_report(&self.session, &format);
        let [turn, tilt] = report.camera;
        let ([left, right], [low, high]) = (report.window.x(), report.window.y());
        let seen = [left, right, low, high, turn, tilt].map(|number| number.to_string());
        let version = format!("{}|{}", self.ground_version(), seen.join(","));
        object(&[
            ("absent", report.absent.unwrap_or_default().into()),
            ("caption", report.caption.into()),
            ("description", report.description.into()),
            ("turn", turn.into()),
            ("tilt", tilt.into()),
            ("version", version.into()),
        ])
    }

    /// The point of parameters on the hill under a place of its picture.
    #[wasm_bindgen(js_name = pickHill)]
    pub fn pick_hill(&mut self, x: f64, y: f64) -> Option<Vec<f64>> {
        let format = *self.drawn(Picture::Hill)?;
        self.pictures.pick_hill(&self.session, &format, [x, y])
    }
}
