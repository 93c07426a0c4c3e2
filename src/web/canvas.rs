use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::lab::Lab;
use crate::figure::{Field, Figure, Format};
use crate::view::Mode;

type Area = DrawingArea<CanvasBackend, Shift>;

/// Pictures. Sizes are in CSS pixels; `ratio` is the number of device pixels to each.
#[wasm_bindgen]
impl Lab {
    /// Draws the lower canvas of the map: colours, contours, axes.
    #[wasm_bindgen(js_name = drawGround)]
    pub fn draw_ground(
        &mut self,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
    ) -> Result<(), JsValue> {
        let format = self.shape(width, height, ratio, theme);
        self.map = Some(format);
        let Some(area) = clear(canvas, &format) else {
            return Ok(());
        };
        if let Some(field) = self.pictures.field(&self.session, &format) {
            paint(canvas, &field)?;
        }
        told(self.pictures.draw_ground(&self.session, &area, &format))
    }

    /// Draws the upper canvas of the map: paths, walkers, values.
    #[wasm_bindgen(js_name = drawWalk)]
    pub fn draw_walk(
        &mut self,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
    ) -> Result<(), JsValue> {
        let format = self.shape(width, height, ratio, theme);
        let Some(area) = clear(canvas, &format) else {
            return Ok(());
        };
        told(self.pictures.draw_walk(&self.session, &area, &format))
    }

    /// Draws J by iteration.
    #[wasm_bindgen(js_name = drawCosts)]
    pub fn draw_costs(
        &mut self,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
    ) -> Result<(), JsValue> {
        let format = self.shape(width, height, ratio, theme);
        let Some(area) = clear(canvas, &format) else {
            return Ok(());
        };
        told(Figure::draw_costs(&self.session, &area, &format))
    }

    /// Draws the data with the fitted line; nothing for costs without data.
    #[wasm_bindgen(js_name = drawData)]
    pub fn draw_data(
        &mut self,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
    ) -> Result<(), JsValue> {
        let format = self.shape(width, height, ratio, theme);
        self.data = Some(format);
        let Some(area) = clear(canvas, &format) else {
            return Ok(());
        };
        told(Figure::draw_data(&self.session, &area, &format))
    }
}

impl Lab {
    fn shape(&self, width: f64, height: f64, ratio: f64, theme: &str) -> Format {
        let mode = if theme == "dark" {
            Mode::Dark
        } else {
            Mode::Light
        };
        Format::new(&self.session, [width, height], ratio, mode)
    }
}

/// Sizes a canvas, which also empties it. `None` if it has no pixels.
fn clear(canvas: &HtmlCanvasElement, format: &Format) -> Option<Area> {
    let [width, height] = format.size;
    canvas.set_width(width);
    canvas.set_height(height);
    if width == 0 || height == 0 {
        return None;
    }
    // Mitred joins would grow spikes where a path zigzags.
    context(canvas)?.set_line_join("round");
    Some(CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area())
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    Some(canvas.get_context("2d").ok()??.unchecked_into())
}

fn paint(canvas: &HtmlCanvasElement, field: &Field) -> Result<(), JsValue> {
    let [left, top, width, height] = field.rectangle;
    let Some(context) = context(canvas) else {
        return Ok(());
    };
    let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&field.rgba), width, height)?;
    context.put_image_data(&image, f64::from(left), f64::from(top))
}

fn told<E: std::fmt::Display>(drawn: Result<(), E>) -> Result<(), JsValue> {
    drawn.map_err(|error| JsValue::from_str(&error.to_string()))
}
