//! Sizes of text and strokes, and the mode of the palette.

use super::palette::{Colour, Mode, Role};

/// How large text and strokes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Size {
    /// For one reader at a desk.
    #[default]
    Normal,
    /// For the last row of a lecture room.
    Projector,
}

/// The look of a picture: colours, and how many pixels a CSS pixel has.
///
/// Every length in `view` is given in CSS pixels and multiplied by the theme's
/// scale (pixel ratio, and more in projector size), because plotters ignores a
/// canvas transform.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    mode: Mode,
    size: Size,
    pixel_ratio: f64,
    scale: f64,
    text_factor: f64,
}

/// Text of tick labels and value boxes, in CSS pixels.
const TEXT: f64 = 12.0;
/// The sizes of projector pictures relative to normal ones.
const PROJECTOR: f64 = 1.5;
/// plotters' SVG backend writes a font of size s as s / 1.24.
const SVG_TEXT: f64 = 1.24;
/// Strokes get whole pixels, so scales outside this range draw nothing better.
const SCALES: [f64; 2] = [0.25, 8.0];
/// No page's text is larger or smaller than a figure's usual text by more than this.
const MAGNIFIED: [f64; 2] = [0.25, 4.0];

impl Theme {
    /// `pixel_ratio` is the number of device pixels per CSS pixel; a ratio that
    /// is not a number counts as 1, and it is kept between 0.25 and 8.
    pub fn new(mode: Mode, size: Size, pixel_ratio: f64) -> Theme {
        let ratio = match pixel_ratio.is_nan() {
            true => 1.0,
            false => pixel_ratio.clamp(SCALES[0], SCALES[1]),
        };
        let magnify = match size {
            Size::Normal => 1.0,
            Size::Projector => PROJECTOR,
        };
        Theme {
            mode,
            size,
            pixel_ratio: ratio,
            scale: ratio * magnify,
            text_factor: 1.0,
        }
    }

    /// Text and strokes so many times as large, between a quarter and four times; a
    /// number that is none changes nothing.
    pub fn magnified(self, times: f64) -> Theme {
        let times = match times.is_nan() {
            true => 1.0,
            false => times.clamp(MAGNIFIED[0], MAGNIFIED[1]),
        };
        Theme {
            scale: self.scale * times,
            ..self
        }
    }

    /// The same look for plotters' SVG backend, which shrinks text.
    pub fn for_svg(self) -> Theme {
        Theme {
            text_factor: SVG_TEXT,
            ..self
        }
    }

    /// Light or dark.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// A role's colour in this mode and size.
    pub fn colour(&self, role: Role) -> Colour {
        match self.size {
            Size::Normal => role.colour(self.mode),
            Size::Projector => role.projector_colour(self.mode),
        }
    }

    /// Picture pixels per CSS pixel of the page: what maps a pointer's place to
    /// the picture, in projector size too.
    pub fn pixel_ratio(&self) -> f64 {
        self.pixel_ratio
    }

    /// A length of the drawing, such as a radius, in picture pixels: larger in
    /// projector size. Not for places of the page.
    pub fn pixels(&self, css: f64) -> f64 {
        css * self.scale
    }

    /// A stroke's width in picture pixels, at least one.
    pub(super) fn stroke(&self, css: f64) -> u32 {
        (self.pixels(css).round() as u32).max(1)
    }

    /// The height of ordinary text, in picture pixels.
    pub fn text(&self) -> f64 {
        self.pixels(TEXT)
    }

    /// The size to ask the backend for, so that text gets `height` pixels.
    pub(super) fn font_size(&self, height: f64) -> f64 {
        height * self.text_factor
    }
}
