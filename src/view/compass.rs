//! The compass: the slope in every direction, as a dial.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use super::marker::HALO;
use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Pixel, Stroke};
use super::plot::{Axes, NAME};
use super::theme::Theme;

/// What a dial shows. Directions are in the units of the parameters: the first to
/// the right, the second upwards.
#[derive(Clone, Copy, Debug)]
pub struct Dial<'a> {
    /// The slopes along the two axes.
    pub gradient: [f64; 2],
    /// The direction it points, as a unit vector.
    pub needle: [f64; 2],
    /// Whether there are only two directions.
    pub one_axis: bool,
    /// Whether the steepest way, and with it the slope all around, is shown.
    pub marked: bool,
    /// The shown parameters.
    pub axes: Axes<'a>,
    /// The words for the lobe that goes down and the one that goes up.
    pub lobes: [&'a str; 2],
    /// How long a step is, in words.
    pub reach: &'a str,
}

/// Around the ring, in CSS pixels: room for the names of the directions.
const MARGIN: f64 = 35.0;
/// The knob at the needle's end, in CSS pixels.
const KNOB: f64 = 10.0;
/// The dot where the needle meets the lobe, in CSS pixels.
const DOT: f64 = 4.5;
/// A ring smaller than this many CSS pixels shows nothing.
const SMALLEST: f64 = 20.0;

/// Where the dial stands in a picture: the ring's middle and radius.
fn ring(size: [u32; 2], theme: &Theme) -> Option<(Pixel, f64)> {
    let [width, height] = size.map(f64::from);
    let height = height - 1.4 * theme.text();
    let radius = width.min(height) / 2.0 - theme.pixels(MARGIN);
    (radius >= theme.pixels(SMALLEST)).then_some(([width / 2.0, height / 2.0], radius))
}

/// Where the needle's knob stands when it points along a unit vector.
pub fn dial_knob(size: [u32; 2], theme: &Theme, [x, y]: [f64; 2]) -> Option<Pixel> {
    let (middle, radius) = ring(size, theme)?;
    Some([middle[0] + x * radius, middle[1] - y * radius])
}

/// The direction from the dial's middle to a pixel, in degrees from the first axis
/// towards the second. `None` at the middle itself, and where there is no dial.
pub fn dial_direction(size: [u32; 2], theme: &Theme, pixel: Pixel) -> Option<f64> {
    let ([x, y], _) = ring(size, theme)?;
    let towards = [pixel[0] - x, y - pixel[1]];
    let far = libm::hypot(towards[0], towards[1]) >= theme.pixels(2.0);
    far.then(|| libm::atan2(towards[1], towards[0]).to_degrees())
}

/// Draws the dial. The distance of the lobes from the middle is the slope that way:
/// downhill filled, uphill open, both circles because a slope is a cosine.
pub fn draw_dial<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    size: [u32; 2],
    dial: &Dial,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let Some((middle, radius)) = ring(size, theme) else {
        return Ok(());
    };
    let face = Face {
        pen: Pen::new(area, theme),
        middle,
        radius,
    };
    face.draw_ring(dial)?;
    if dial.marked {
        face.draw_lobes(dial)?;
    }
    face.draw_needle(dial)?;
    let look = Lettering {
        colour: theme.colour(Role::Ink),
        height: theme.text(),
        anchor: (HPos::Center, VPos::Center),
        kind: Kind::Plain,
    };
    let foot = [middle[0], f64::from(size[1]) - 0.8 * theme.text()];
    face.pen.text(dial.reach, foot, look)
}

struct Face<'a, DB: DrawingBackend> {
    pen: Pen<'a, DB>,
    middle: Pixel,
    radius: f64,
}

impl<DB: DrawingBackend> Face<'_, DB> {
    /// A point so many radii from the middle in a direction.
    fn at(&self, [x, y]: [f64; 2], radii: f64) -> Pixel {
        let length = radii * self.radius;
        [self.middle[0] + x * length, self.middle[1] - y * length]
    }

    fn stroke(&self, role: Role, width: f64) -> Stroke {
        Stroke::new(self.pen.colour(role), width)
    }

    fn draw_ring(&self, dial: &Dial) -> DrawResult<(), DB> {
        let muted = self.stroke(Role::Muted, 1.0);
        self.pen.ring(self.middle, self.radius, muted)?;
        let every = if dial.one_axis { 180 } else { 30 };
        for degrees in (0..360).step_by(every) {
            let (sin, cos) = libm::sincos(f64::from(degrees).to_radians());
            let inner = if degrees % 90 == 0 { 0.9 } else { 0.95 };
            self.pen.path(
                &[self.at([cos, sin], inner), self.at([cos, sin], 1.0)],
                muted,
            )?;
        }
        self.draw_name("+", dial, 0, [1.0, 0.0])?;
        self.draw_name("−", dial, 0, [-1.0, 0.0])?;
        if dial.one_axis {
            return Ok(());
        }
        self.draw_name("+", dial, 1, [0.0, 1.0])?;
        self.draw_name("−", dial, 1, [0.0, -1.0])
    }

    fn draw_name(
        &self,
        sign: &str,
        dial: &Dial,
        axis: usize,
        towards: [f64; 2],
    ) -> DrawResult<(), DB> {
        let axis = [dial.axes.x, dial.axes.y][axis];
        let look = Lettering {
            colour: self.pen.colour(axis.role),
            height: self.pen.theme.text() * NAME,
            anchor: (HPos::Center, VPos::Center),
            kind: Kind::Name,
        };
        let out = 1.0 + self.pen.theme.pixels(KNOB + 14.0) / self.radius;
        self.pen
            .text(&format!("{sign}{}", axis.name), self.at(towards, out), look)
    }

    /// The slope all around, the level line, and the arrow of steepest descent.
    fn draw_lobes(&self, dial: &Dial) -> DrawResult<(), DB> {
        let Some(down) = downhill(dial.gradient) else {
            return Ok(());
        };
        let up = down.map(|part| -part);
        let side = [-down[1], down[0]];
        let (ink, muted) = (self.stroke(Role::Ink, 1.4), self.stroke(Role::Muted, 1.4));
        if !dial.one_axis {
            let half = self.radius / 2.0;
            self.pen.disc(self.at(down, 0.5), half, ink.faint(0.12))?;
            self.pen.ring(self.at(down, 0.5), half, ink)?;
            self.pen.ring(self.at(up, 0.5), half, muted)?;
            let level = [self.at(side, -1.0), self.at(side, 1.0)];
            self.pen.dashes(level, [5.0, 5.0], muted)?;
        }
        for (word, towards, role) in [
            (dial.lobes[0], down, Role::Ink),
            (dial.lobes[1], up, Role::Muted),
        ] {
            let beside = [0, 1].map(|axis| 0.62 * towards[axis] + 0.24 * side[axis]);
            let look = Lettering {
                colour: self.pen.colour(role),
                height: self.pen.theme.text(),
                anchor: (HPos::Center, VPos::Center),
                kind: Kind::Plain,
            };
            self.pen.text(word, self.at(beside, 1.0), look)?;
        }
        self.draw_arrow(down)
    }

    fn draw_arrow(&self, towards: [f64; 2]) -> DrawResult<(), DB> {
        let action = self.stroke(Role::Action, 2.6);
        let head = self.pen.theme.pixels(12.0) / self.radius;
        let tip = self.at(towards, 1.0);
        self.pen
            .path(&[self.middle, self.at(towards, 1.0 - head)], action)?;
        let side = [-towards[1], towards[0]];
        let corner =
            |part: f64| [0, 1].map(|axis| (1.0 - head) * towards[axis] + part * head * side[axis]);
        let corners = [tip, self.at(corner(0.5), 1.0), self.at(corner(-0.5), 1.0)];
        self.pen.polygon(&corners, action)
    }

    fn draw_needle(&self, dial: &Dial) -> DrawResult<(), DB> {
        let theme = self.pen.theme;
        let (ink, paper) = (self.stroke(Role::Ink, 2.0), self.stroke(Role::Paper, 2.0));
        let end = self.at(dial.needle, 1.0);
        self.pen
            .path(&[self.middle, end], paper.wider(2.0 * HALO).faint(0.9))?;
        self.pen.path(&[self.middle, end], ink)?;
        if let Some(part) = slope_part(dial) {
            let at = self.at(dial.needle, part.abs());
            let bar = ink.wider(3.0);
            if part < 0.0 {
                self.pen.path(&[self.middle, at], bar)?;
            }
            self.pen.disc(at, theme.pixels(DOT + HALO), paper)?;
            self.pen.disc(at, theme.pixels(DOT), ink)?;
        }
        self.pen.disc(self.middle, theme.pixels(3.0), ink)?;
        self.pen.disc(end, theme.pixels(KNOB + HALO), paper)?;
        self.pen.disc(end, theme.pixels(KNOB), ink)?;
        self.pen.disc(end, theme.pixels(KNOB - 4.0), paper)
    }
}

/// The unit vector straight downhill, where there is one.
fn downhill(gradient: [f64; 2]) -> Option<[f64; 2]> {
    let steepness = libm::hypot(gradient[0], gradient[1]);
    let slopes = steepness > 0.0 && steepness.is_finite();
    slopes.then(|| gradient.map(|slope| -slope / steepness))
}

/// The slope along the needle as a part of the ring's radius. Where the steepest way
/// is not to be told, the ring stands for a round number above it.
fn slope_part(dial: &Dial) -> Option<f64> {
    let down = downhill(dial.gradient)?;
    let part = -(down[0] * dial.needle[0] + down[1] * dial.needle[1]);
    if dial.marked {
        return Some(part);
    }
    let steepness = libm::hypot(dial.gradient[0], dial.gradient[1]);
    Some(part * steepness / round_above(1.1 * steepness))
}

/// The next of 1, 2 and 5 times a power of ten.
fn round_above(value: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(value).floor());
    let factors = [1.0, 2.0, 5.0, 10.0];
    let round = factors.map(|factor| factor * power);
    round
        .into_iter()
        .find(|round| *round >= value)
        .unwrap_or(value)
}
