use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::backend::{Area, Backend};
use super::lab::Lab;
use crate::figure::{Format, Picture};
use crate::view::Mode;

#[wasm_bindgen]
impl Lab {
    /// Draws a picture, by its name, onto a canvas. Sizes are in CSS pixels; `ratio` is the number
    /// of device pixels to each, `text` how many times as large as usual text and strokes are; left
    /// out, they are as usual. A name that is no picture's draws nothing.
    #[expect(
        clippy::too_many_arguments,
        reason = "JavaScript would have to build an object for each drawing"
    )]
    pub fn draw(
        &mut self,
        picture: &str,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
        text: f64,
    ) -> Result<(), JsValue> {
        let Some(picture) = Picture::named(picture) else {
            return Ok(());
        };
        let format = self.format([width, height], ratio, theme, text);
        self.remember(picture, format);
        let Some(area) = clear(canvas, &format) else {
            return Ok(());
        };
        if let Some(field) = self.pictures.colours(picture, &self.session, &format) {
            paint(canvas, field.rectangle, &field.rgba)?;
        }
        let drawn = self.pictures.draw(picture, &self.session, &area, &format);
        drawn.map_err(|error| JsValue::from_str(&error.to_string()))
    }
}

impl Lab {
    pub(super) fn format(&self, size: [f64; 2], ratio: f64, theme: &str, text: f64) -> Format {
        let mode = if theme == "dark" {
            Mode::Dark
        } else {
            Mode::Light
        };
        Format::new(&self.session, size, ratio, mode).magnified(text)
    }

    /// How a picture was last drawn: what a pointer's place on it means.
    pub(super) fn drawn(&self, picture: Picture) -> Option<&Format> {
        let row = self.formats.iter().find(|(drawn, _)| *drawn == picture)?;
        Some(&row.1)
    }

    fn remember(&mut self, picture: Picture, format: Format) {
        self.formats.retain(|(drawn, _)| *drawn != picture);
        self.formats.push((picture, format));
    }
}

/// Sizes a canvas, which also empties it. `None` if it has no pixels.
fn clear(canvas: &HtmlCanvasElement, format: &Format) -> Option<Area<'static>> {
    let [width, height] = format.size;
    canvas.set_width(width);
    canvas.set_height(height);
    if width == 0 || height == 0 {
        return None;
    }
    // Mitred joins would grow spikes where a path zigzags.
    context(canvas)?.set_line_join("round");
    let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    Some(Backend::Canvas(backend).into_drawing_area())
}

/// Puts opaque pixels into a rectangle of a canvas.
pub(super) fn paint(
    canvas: &HtmlCanvasElement,
    [left, top, width, height]: [u32; 4],
    rgba: &[u8],
) -> Result<(), JsValue> {
    let Some(context) = context(canvas) else {
        return Ok(());
    };
    let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(rgba), width, height)?;
    context.put_image_data(&image, f64::from(left), f64::from(top))
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    Some(canvas.get_context("2d").ok()??.unchecked_into())
}
