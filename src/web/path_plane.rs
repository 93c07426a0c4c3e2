//! The instrument `plane`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::text;

#[wasm_bindgen]
impl Lab {
    /// Takes about so many steps towards the plane's third point; gives whether there is more
    /// to do.
    #[wasm_bindgen(js_name = workPlane)]
    pub fn work_plane(&mut self, steps: u32) -> bool {
        self.pictures.path_plane.work(&self.session, steps)
    }

    /// Everything the page says of the plane through start, now and minimum.
    pub fn plane(&self) -> JsValue {
        let report = self.pictures.path_plane.report(&self.session);
        let points = array(&report.points, |point| {
            object(&[
                ("name", text(point.name)),
                ("cost", text(&point.cost)),
                ("along", text(&point.place[0])),
                ("across", text(&point.place[1])),
            ])
        });
        object(&[
            ("nothing", text(&report.nothing)),
            ("points", points),
            ("third", text(&report.third)),
            ("side", text(&report.side)),
            ("caption", text(&report.caption)),
        ])
    }
}
