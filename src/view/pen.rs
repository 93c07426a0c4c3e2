//! Drawing in picture pixels: the only file that gives shapes to plotters.
//!
//! Text is anchored, never measured: in the browser plotters measures by adding
//! a styled element to the host's page, which strict content policies forbid.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, Color, DrawResult, DrawingArea, DrawingBackend, FontDesc, FontFamily, FontStyle,
    PathElement, Polygon, RGBColor, Rectangle, ShapeStyle, Text, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::palette::{Colour, Role};
use super::theme::Theme;

/// A point of the picture in pixels, from its upper left corner.
pub(super) type Pixel = [f64; 2];

/// A line's or a shape's look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    pub(super) colour: Colour,
    /// From 0, unseen, to 1.
    pub(super) opacity: f64,
    /// In CSS pixels.
    pub(super) width: f64,
}

impl Stroke {
    pub(super) fn new(colour: Colour, width: f64) -> Stroke {
        Stroke {
            colour,
            opacity: 1.0,
            width,
        }
    }

    pub(super) fn faint(self, opacity: f64) -> Stroke {
        Stroke { opacity, ..self }
    }

    pub(super) fn wider(self, by: f64) -> Stroke {
        Stroke {
            width: self.width + by,
            ..self
        }
    }
}

/// How a text stands.
#[derive(Clone, Copy)]
pub(super) struct Lettering {
    pub(super) colour: Colour,
    /// In picture pixels.
    pub(super) height: f64,
    pub(super) anchor: (HPos, VPos),
    pub(super) kind: Kind,
}

/// The faces in use.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Plain,
    Bold,
    /// Italic with serifs, as names in formulas.
    Name,
}

const SANS: FontFamily<'static> =
    FontFamily::Name("system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif");

/// An area to draw on, with the theme that scales it.
pub(super) struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    pub(super) theme: &'a Theme,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    pub(super) fn new(area: &'a DrawingArea<DB, Shift>, theme: &'a Theme) -> Pen<'a, DB> {
        Pen { area, theme }
    }

    pub(super) fn colour(&self, role: Role) -> Colour {
        self.theme.colour(role)
    }

    /// The nearest pixel of the picture; what is not a number is at its corner.
    fn snap(&self, [x, y]: Pixel) -> (i32, i32) {
        let (width, height) = self.area.dim_in_pixel();
        let within = |value: f64, end: u32| value.round().clamp(0.0, f64::from(end)) as i32;
        (within(x, width), within(y, height))
    }

    fn style(&self, stroke: Stroke, filled: bool) -> ShapeStyle {
        ShapeStyle {
            color: paint(stroke.colour).mix(stroke.opacity),
            filled,
            stroke_width: self.theme.stroke(stroke.width),
        }
    }

    /// A line through points. Corners that fall on one pixel are drawn once.
    pub(super) fn path(&self, points: &[Pixel], stroke: Stroke) -> DrawResult<(), DB> {
        let mut corners: Vec<(i32, i32)> = points.iter().map(|&point| self.snap(point)).collect();
        corners.dedup();
        if corners.len() < 2 {
            return Ok(());
        }
        self.area
            .draw(&PathElement::new(corners, self.style(stroke, false)))
    }

    /// A line of dashes, `dash` and gap `gap` CSS pixels long.
    pub(super) fn dashes(
        &self,
        [from, to]: [Pixel; 2],
        [dash, gap]: [f64; 2],
        stroke: Stroke,
    ) -> DrawResult<(), DB> {
        let length = distance(from, to);
        let (dash, period) = (self.theme.pixels(dash), self.theme.pixels(dash + gap));
        let along = |part: f64| {
            let part = (part / length).clamp(0.0, 1.0);
            [
                from[0] + (to[0] - from[0]) * part,
                from[1] + (to[1] - from[1]) * part,
            ]
        };
        for index in 0..(length / period).ceil() as usize {
            let start = index as f64 * period;
            self.path(&[along(start), along(start + dash)], stroke)?;
        }
        Ok(())
    }

    /// A filled circle; the radius is in picture pixels.
    pub(super) fn disc(&self, centre: Pixel, radius: f64, fill: Stroke) -> DrawResult<(), DB> {
        let radius = radius.round().max(1.0) as i32;
        self.area.draw(&Circle::new(
            self.snap(centre),
            radius,
            self.style(fill, true),
        ))
    }

    /// A circle's line; the radius is in picture pixels.
    pub(super) fn ring(&self, centre: Pixel, radius: f64, stroke: Stroke) -> DrawResult<(), DB> {
        let radius = radius.round().max(1.0) as i32;
        self.area.draw(&Circle::new(
            self.snap(centre),
            radius,
            self.style(stroke, false),
        ))
    }

    /// A filled shape.
    pub(super) fn polygon(&self, corners: &[Pixel], fill: Stroke) -> DrawResult<(), DB> {
        let corners: Vec<(i32, i32)> = corners.iter().map(|&corner| self.snap(corner)).collect();
        self.area
            .draw(&Polygon::new(corners, self.style(fill, true)))
    }

    /// A filled rectangle between two corners.
    pub(super) fn rectangle(&self, corners: [Pixel; 2], fill: Stroke) -> DrawResult<(), DB> {
        let corners = corners.map(|corner| self.snap(corner));
        self.area
            .draw(&Rectangle::new(corners, self.style(fill, true)))
    }

    /// A line of text, anchored at a point.
    pub(super) fn text(&self, text: &str, at: Pixel, look: Lettering) -> DrawResult<(), DB> {
        let (family, style) = match look.kind {
            Kind::Plain => (SANS, FontStyle::Normal),
            Kind::Bold => (SANS, FontStyle::Bold),
            Kind::Name => (FontFamily::Serif, FontStyle::Italic),
        };
        let font = FontDesc::new(family, self.theme.font_size(look.height), style);
        let colour = paint(look.colour);
        let style = TextStyle::from(font)
            .color(&colour)
            .pos(Pos::new(look.anchor.0, look.anchor.1));
        self.area.draw(&Text::new(text, self.snap(at), style))
    }
}

fn paint(colour: Colour) -> RGBColor {
    let [red, green, blue] = colour.rgb;
    RGBColor(red, green, blue)
}

pub(super) fn distance(from: Pixel, to: Pixel) -> f64 {
    libm::hypot(to[0] - from[0], to[1] - from[1])
}

/// How wide a text of this height may be at most in the system fonts in use:
/// the widest of them has figures of 0.64 of its height.
pub(super) fn text_width(text: &str, height: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * height
}

fn advance(character: char) -> f64 {
    match character {
        '\u{300}'..='\u{36f}' => 0.0,
        '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'l' | 'j' | ' ' => 0.34,
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' | '₀'..='₉' => 0.44,
        '−' | '+' | '=' | '×' | 'w' => 0.84,
        'm' | 'M' | 'W' | '∞' | '\u{2003}' => 1.0,
        'A'..='Z' => 0.74,
        '\u{1100}'.. => 1.0,
        _ => 0.64,
    }
}
