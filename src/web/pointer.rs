//! What lies under a pointer. Places are CSS pixels from the corner of the picture
//! as it was last drawn.

use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use crate::figure::{Figure, Picture};

/// The handles of the line on the data plot, from left to right.
const HANDLES: [&str; 3] = ["left", "middle", "right"];

#[wasm_bindgen]
impl Lab {
    /// The point of parameters under a place of the map.
    pub fn pick(&self, x: f64, y: f64) -> Option<Vec<f64>> {
        Figure::pick(&self.session, self.drawn(Picture::Ground)?, [x, y])
    }

    /// The run whose start or walker is within a finger's reach.
    #[wasm_bindgen(js_name = startNear)]
    pub fn start_near(&self, x: f64, y: f64) -> Option<usize> {
        Figure::start_near(&self.session, self.drawn(Picture::Ground)?, [x, y])
    }

    /// Where a run's start stands on the map; nothing if it is out of sight.
    #[wasm_bindgen(js_name = startPlace)]
    pub fn start_place(&self, run: usize) -> Option<Vec<f64>> {
        let place = Figure::start_place(&self.session, self.drawn(Picture::Ground)?, run)?;
        Some(place.to_vec())
    }

    /// Moves a run's start by so many CSS pixels.
    pub fn nudge(&mut self, run: usize, right: f64, down: f64) {
        let moved = self
            .drawn(Picture::Ground)
            .and_then(|format| Figure::nudged(&self.session, format, run, [right, down]));
        if let Some(at) = moved {
            self.session.move_start(run, &at);
        }
    }

    /// The handle of the selected line within a finger's reach on the data plot.
    #[wasm_bindgen(js_name = lineHandleNear)]
    pub fn line_handle_near(&self, x: f64, y: f64) -> Option<String> {
        let handle = Figure::line_handle_near(&self.session, self.drawn(Picture::Data)?, [x, y])?;
        Some(HANDLES[handle].to_owned())
    }

    /// Where a handle stands on the data plot; nothing if it is out of sight.
    #[wasm_bindgen(js_name = linePlace)]
    pub fn line_place(&self, handle: &str) -> Option<Vec<f64>> {
        let handle = HANDLES.iter().position(|name| *name == handle)?;
        let place = Figure::line_place(&self.session, self.drawn(Picture::Data)?, handle)?;
        Some(place.to_vec())
    }

    /// Takes hold of a handle with a pointer at this height.
    #[wasm_bindgen(js_name = holdLine)]
    pub fn hold_line(&mut self, handle: &str, y: f64) {
        let handle = HANDLES.iter().position(|name| *name == handle);
        self.held = handle
            .zip(self.drawn(Picture::Data))
            .and_then(|(handle, format)| Figure::hold_line(&self.session, format, handle, y));
    }

    /// Drags the held handle to this height: the selected run then starts there.
    #[wasm_bindgen(js_name = dragLine)]
    pub fn drag_line(&mut self, y: f64) {
        if let Some((held, format)) = self.held.as_ref().zip(self.drawn(Picture::Data)) {
            let start = held.dragged(format, y);
            self.session.move_start(self.session.selected(), &start);
        }
    }
}
