//! The instrument `slices`. Places are CSS pixels from the corner of a slice as it
//! was last drawn.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use crate::figure::{Format, Picture};

#[wasm_bindgen]
impl Lab {
    /// Every slice through the selected walker, in numbers and words.
    pub fn slices(&self) -> JsValue {
        let shared = self.pictures.slices_share_scale(&self.session);
        let report = self.session.slices_report(shared);
        let slices = report.slices.iter().enumerate().map(|(index, slice)| {
            let [low, high] = self.pictures.slice_range(&self.session, index);
            object(&[
                ("display", JsValue::from_str(&slice.display)),
                ("spoken", JsValue::from_str(&slice.spoken)),
                ("value", slice.value.into()),
                ("low", low.into()),
                ("high", high.into()),
                ("slope", JsValue::from_str(&slice.slope_text)),
                ("sentence", JsValue::from_str(&slice.sentence)),
            ])
        });
        object(&[
            ("caption", JsValue::from_str(&report.caption)),
            ("offer", JsValue::from_str(report.offer)),
            ("slices", array(slices, |slice| slice)),
        ])
    }

    /// Opens the cost whose slices all have their bottom at a place that is no minimum.
    #[wasm_bindgen(js_name = tryBetweenAxes)]
    pub fn try_between_axes(&mut self) {
        self.session.try_between_axes();
    }

    /// Where the walker stands on a slice; nothing before the slice is drawn.
    #[wasm_bindgen(js_name = slicePlace)]
    pub fn slice_place(&self, index: usize) -> Option<Vec<f64>> {
        let format = self.slice_format(index)?;
        let place = self.pictures.slice_place(&self.session, index, format)?;
        Some(place.to_vec())
    }

    /// Whether a place is within a finger's reach of the walker on a slice.
    #[wasm_bindgen(js_name = sliceHolds)]
    pub fn slice_holds(&self, index: usize, x: f64, y: f64) -> bool {
        self.slice_format(index).is_some_and(|format| {
            self.pictures
                .slice_holds(&self.session, index, format, [x, y])
        })
    }

    /// Moves the selected walker along a slice: its run starts there, with the other
    /// parameters where the walker has them.
    #[wasm_bindgen(js_name = slideTo)]
    pub fn slide_to(&mut self, index: usize, x: f64) {
        let point = self
            .slice_format(index)
            .and_then(|format| self.pictures.slice_pick(&self.session, index, format, x));
        if let Some(point) = point {
            self.session.move_start(self.session.selected(), &point);
        }
    }
}

impl Lab {
    fn slice_format(&self, index: usize) -> Option<&Format> {
        self.drawn(Picture::Slice(index))
    }
}
