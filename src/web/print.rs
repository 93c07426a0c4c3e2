use plotters::prelude::{IntoDrawingArea, SVGBackend};
use wasm_bindgen::prelude::wasm_bindgen;

use super::backend::Backend;
use super::lab::Lab;
use crate::figure::Sheet;
use crate::view::{self, Mode};

#[wasm_bindgen]
impl Lab {
    /// The figure at its iteration as SVG text, dark on light, so many CSS pixels wide
    /// and high: `map`, `hill`, `costs` or `data`. Empty for another name.
    pub fn svg(&self, picture: &str, width: f64, height: f64) -> String {
        let Some(sheet) = Sheet::named(picture) else {
            return String::new();
        };
        let format = sheet.format([width, height], Mode::Light);
        let mut pictures = self.pictures.beside();
        let colours = sheet.colours(&mut pictures, &self.session, &format);
        let mut text = String::new();
        {
            let [width, height] = format.size;
            let backend = SVGBackend::with_string(&mut text, (width, height));
            let area = Backend::Svg(backend).into_drawing_area();
            // Writing to a string cannot fail.
            let _ = view::draw_paper(&area, &format.theme);
            for &layer in sheet.layers {
                let _ = pictures.draw(layer, &self.session, &area, &format);
            }
            let _ = area.present();
        }
        sheet.finish(&text, &format, colours.as_ref())
    }
}
