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
        let starts = self.session.starts();
        let format = self.drawn(Picture::Ground)?;
        let place = Figure::place(&self.session, format, starts.get(run)?)?;
        Some(place.to_vec())
    }

    /// Where the flag of a guess stands on the map; nothing if it is out of sight or not planted.
    #[wasm_bindgen(js_name = guessPlace)]
    pub fn guess_place(&self) -> Option<Vec<f64>> {
        let format = self.drawn(Picture::Ground)?;
        let place = Figure::place(&self.session, format, self.session.guess()?)?;
        Some(place.to_vec())
    }

    /// Moves a run's start by so many CSS pixels.
    pub fn nudge(&mut self, run: usize, right: f64, down: f64) {
        let moved = self.session.starts().get(run).and_then(|start| {
            let format = self.drawn(Picture::Ground)?;
            Figure::nudged(&self.session, format, start, [right, down])
        });
        if let Some(at) = moved {
            self.session.move_start(run, &at);
        }
    }

    /// Plants the flag of a guess.
    #[wasm_bindgen(js_name = plantGuess)]
    pub fn plant_guess(&mut self, at: &[f64]) {
        self.session.plant_guess(at);
    }

    /// Moves the flag of a guess by so many CSS pixels; one not yet planted stands at the selected
    /// start.
    #[wasm_bindgen(js_name = nudgeGuess)]
    pub fn nudge_guess(&mut self, right: f64, down: f64) {
        let from = match self.session.guess() {
            Some(guess) => guess.to_vec(),
            None => self.session.starts()[self.session.selected()].clone(),
        };
        let moved = self
            .drawn(Picture::Ground)
            .and_then(|format| Figure::nudged(&self.session, format, &from, [right, down]));
        if let Some(at) = moved {
            self.session.plant_guess(&at);
        }
    }

    /// The handle of the selected line within a finger's reach on the data plot; none while
    /// points are edited.
    #[wasm_bindgen(js_name = lineHandleNear)]
    pub fn line_handle_near(&self, x: f64, y: f64) -> Option<String> {
        if self.pictures.points.is_some() {
            return None;
        }
        let handle = Figure::line_handle_near(&self.session, self.drawn(Picture::Data)?, [x, y])?;
        Some(HANDLES[handle].to_owned())
    }

    /// Where a handle stands on the data plot; nothing if it is out of sight.
    #[wasm_bindgen(js_name = linePlace)]
    pub fn line_place(&self, handle: &str) -> Option<Vec<f64>> {
        let handle = HANDLES.iter().position(|name| *name == handle)?;
        if self.pictures.points.is_some() {
            return None;
        }
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
