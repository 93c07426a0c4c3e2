//! Fog over the map: one colour everywhere but in a clearing.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::palette::{Colour, Role};
use super::pen::{Pen, Pixel, Stroke};
use super::theme::Theme;

/// A round place in the fog.
#[derive(Clone, Copy, Debug)]
pub struct Clearing<'a> {
    /// Its middle, in pixels from the fog's upper left corner.
    pub middle: Pixel,
    /// Its radius in pixels.
    pub radius: f64,
    /// Left, top, width and height of the square around it that has colours, in the
    /// fog's pixels.
    pub rectangle: [usize; 4],
    /// The colours there, four bytes a pixel, rows from the top; empty for paper.
    pub rgba: &'a [u8],
}

/// The fog as `4 * width * height` bytes, rows from the top. What lies outside of the
/// clearing is nowhere in them.
pub fn fog(theme: &Theme, [width, height]: [usize; 2], clearing: Option<Clearing>) -> Vec<u8> {
    let line = theme.colour(Role::Line);
    let fog = line.towards(theme.colour(Role::Muted), 0.12);
    let mut pixels = vec![opaque(fog); width * height];
    let Some(clearing) = clearing else {
        return pixels.into_flattened();
    };
    let [left, top, across, down] = clearing.rectangle;
    let paper = opaque(theme.colour(Role::Paper));
    for row in top..height.min(top + down) {
        for column in left..width.min(left + across) {
            let away = libm::hypot(
                column as f64 + 0.5 - clearing.middle[0],
                row as f64 + 0.5 - clearing.middle[1],
            );
            let seen = clearing.radius - away;
            let index = (row - top) * across + column - left;
            let inside = clearing.rgba.as_chunks().0.get(index).unwrap_or(&paper);
            if seen > 0.0 {
                let [red, green, blue, _] = *inside;
                let rgb = [red, green, blue];
                pixels[row * width + column] = opaque(fog.towards(Colour { rgb }, seen));
            }
        }
    }
    pixels.into_flattened()
}

fn opaque(
    Colour {
        rgb: [red, green, blue],
    }: Colour,
) -> [u8; 4] {
    [red, green, blue, 255]
}

/// Draws the rim of the clearing, its middle in pixels of the picture.
pub fn draw_rim<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    middle: Pixel,
    radius: f64,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    pen.ring(middle, radius, Stroke::new(pen.colour(Role::Muted), 1.0))
}
