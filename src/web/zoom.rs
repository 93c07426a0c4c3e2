//! Zooming and moving the map. Places are CSS pixels from the corner of the map as it
//! was last drawn.

use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use crate::figure::{Figure, Picture};

#[wasm_bindgen]
impl Lab {
    /// Takes hold of the map at a place.
    #[wasm_bindgen(js_name = gripMap)]
    pub fn grip_map(&mut self, x: f64, y: f64) {
        let format = self.drawn(Picture::Ground);
        self.grip = format.and_then(|format| Figure::grip(&self.session, format, [x, y]));
    }

    /// Keeps the values beside walkers from where buttons lie above the map.
    #[wasm_bindgen(js_name = coverMap)]
    pub fn cover_map(&mut self, left: f64, top: f64, width: f64, height: f64) {
        if let Some(format) = self.drawn(Picture::Ground) {
            let place = [left, top, left + width, top + height];
            let ratio = format.theme.pixel_ratio();
            self.pictures.cover(place.map(|side| side * ratio));
        }
    }

    /// Shows the place held at another place, and the map so many times as large as
    /// when it was taken hold of. Gives why it stays where it is, or an empty text.
    #[wasm_bindgen(js_name = pullMap)]
    pub fn pull_map(&mut self, x: f64, y: f64, factor: f64) -> String {
        let Some((grip, format)) = self.grip.zip(self.drawn(Picture::Ground)) else {
            return String::new();
        };
        let pulled = Figure::pulled(&self.session, format, &grip, [x, y], factor);
        match pulled.and_then(|window| self.session.look_at(window)) {
            Ok(()) => String::new(),
            Err(limit) => self.session.limit_text(limit),
        }
    }

    /// Where keys and buttons zoom: the selected walker if it is in sight, else the middle.
    #[wasm_bindgen(js_name = mapFocus)]
    pub fn map_focus(&self) -> Option<Vec<f64>> {
        let place = Figure::focus(&self.session, self.drawn(Picture::Ground)?)?;
        Some(place.to_vec())
    }

    /// Shows all of the map, as the data sheet does.
    #[wasm_bindgen(js_name = wholeMap)]
    pub fn whole_map(&mut self) {
        self.session.look_home();
    }

    /// What the map shows, in words.
    #[wasm_bindgen(js_name = windowText)]
    pub fn window_text(&self) -> String {
        let shown = self.drawn(Picture::Ground).map_or_else(
            || self.session.window(),
            |format| Figure::shown_window(&self.session, format),
        );
        self.session.window_text(shown)
    }

    /// Whether the map shows what the data sheet does.
    #[wasm_bindgen(js_name = isWholeMap)]
    pub fn is_whole_map(&self) -> bool {
        self.session.is_home()
    }
}
