//! The instrument `basins`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::canvas::paint;
use super::lab::Lab;
use super::object::{array, object};
use super::tell::{text, valley};

#[wasm_bindgen]
impl Lab {
    /// Takes about so many steps towards the basins of the map; gives whether there is more
    /// to do.
    #[wasm_bindgen(js_name = workBasins)]
    pub fn work_basins(&mut self, steps: u32) -> bool {
        self.pictures.work_basins(&self.session, steps)
    }

    /// Draws the basins as far as they are known onto a canvas, which gets a pixel for each
    /// start. Gives left, top, width and height of the place under the map's lines that the
    /// canvas is to fill, in CSS pixels; nothing where there are none. Arguments as for `draw`.
    #[wasm_bindgen(js_name = drawBasins)]
    pub fn draw_basins(
        &mut self,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
        text: f64,
    ) -> Result<Option<Vec<f64>>, JsValue> {
        let format = self.format([width, height], ratio, theme, text);
        let Some(picture) = self.pictures.basins_picture(&self.session, &format) else {
            return Ok(None);
        };
        let [across, down] = picture.size;
        canvas.set_width(across);
        canvas.set_height(down);
        paint(canvas, [0, 0, across, down], &picture.rgba)?;
        Ok(Some(picture.place.to_vec()))
    }

    /// Changes whenever the basins are others, or finer.
    #[wasm_bindgen(js_name = basinsVersion)]
    pub fn basins_version(&self) -> String {
        self.pictures.basins.version()
    }

    /// Everything the page says of the basins.
    pub fn basins(&self) -> JsValue {
        let report = self.pictures.basins.report(&self.session);
        object(&[
            ("nothing", text(report.nothing)),
            ("caption", text(&report.caption)),
            ("valleys", array(&report.valleys, valley)),
            ("others", array(&report.others, |other| text(other))),
        ])
    }
}
