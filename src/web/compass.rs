//! The compass and the steps by hand.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::object;
use crate::figure::{Figure, Picture};

#[wasm_bindgen]
impl Lab {
    /// The slope where the compass points, and all that is said of it.
    pub fn compass(&self) -> JsValue {
        let report = self.session.compass();
        let text = |text: &str| JsValue::from_str(text);
        object(&[
            ("direction", report.direction.into()),
            ("slope", report.slope.into()),
            ("steepest", report.steepest.into()),
            ("off", report.off.into()),
            ("found", report.found.into()),
            ("marked", report.marked.into()),
            ("stepLength", report.step_length.into()),
            ("reading", text(&report.reading)),
            ("slopeText", text(&report.slope_text)),
            ("place", text(&report.place)),
            ("step", text(&report.step)),
            ("answer", text(&report.answer)),
            ("caption", text(&report.caption)),
            ("against", text(&report.against)),
            ("steps", (report.steps as f64).into()),
            ("canStep", report.can_step.into()),
        ])
    }

    /// Turns the compass towards a place of its dial, in CSS pixels: a whole number of degrees.
    #[wasm_bindgen(js_name = turnTowards)]
    pub fn turn_towards(&mut self, x: f64, y: f64) {
        let format = self.drawn(Picture::Compass);
        if let Some(degrees) = format.and_then(|format| Figure::direction_at(format, [x, y])) {
            self.session.turn_to(degrees.round());
        }
    }

    /// Where the knob of the dial stands, in CSS pixels; nothing where there is no dial.
    #[wasm_bindgen(js_name = knobPlace)]
    pub fn knob_place(&self) -> Option<Vec<f64>> {
        let format = self.drawn(Picture::Compass)?;
        Some(Figure::knob_place(&self.session, format)?.to_vec())
    }

    /// Turns the compass by so many degrees; with one parameter, to the other side.
    #[wasm_bindgen(js_name = turnBy)]
    pub fn turn_by(&mut self, degrees: f64) {
        let by = match self.session.subject().dimension() {
            1 => 180.0,
            _ => degrees,
        };
        self.session.turn_to(self.session.direction().round() + by);
    }

    /// A step where the compass points; gives whether there was one to take.
    #[wasm_bindgen(js_name = stepByHand)]
    pub fn step_by_hand(&mut self) -> bool {
        self.session.step_by_hand()
    }

    /// Takes the last step by hand back.
    #[wasm_bindgen(js_name = takeHandBack)]
    pub fn take_hand_back(&mut self) {
        self.session.take_hand_back();
    }

    /// Takes every step by hand back.
    #[wasm_bindgen(js_name = clearHand)]
    pub fn clear_hand(&mut self) {
        self.session.clear_hand();
    }

    /// Whether a layer, panel or instrument is asked for, be it hidden by the fog.
    pub fn asks(&self, id: &str) -> bool {
        self.session.asks(id)
    }
}
