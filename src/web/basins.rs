//! The instrument `basins`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

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
