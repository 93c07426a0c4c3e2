//! The picture of a cost of one parameter: the curve J(w), and a walk on it.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::axes::{Rules, draw_axes};
use super::map::{draw_minima, pixel_pieces, sparse};
use super::marker;
use super::palette::Role;
use super::pen::{Pen, Stroke};
use super::plot::{Axes, Plot};
use super::theme::Theme;
use super::walk::{self, Walk, Walker};

/// A cost along one parameter: x is the parameter, y is J.
#[derive(Clone, Copy, Debug)]
pub struct CurveGround<'a> {
    /// Points (w, J(w)) in order of w; a NaN interrupts the curve.
    pub curve: &'a [[f64; 2]],
    /// Known minima (w, J), marked with crosses.
    pub minima: &'a [[f64; 2]],
    /// The parameter's name and the cost's.
    pub axes: Axes<'a>,
}

/// Draws the curve with its axes and minima.
pub fn draw_curve<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    ground: &CurveGround,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_axes(&pen, plot, &ground.axes, Rules::Both)?;
    let ink = Stroke::new(pen.colour(Role::Ink), 2.0).faint(0.75);
    for piece in pixel_pieces(plot, ground.curve, false) {
        pen.path(&sparse(&piece, theme.pixels(2.0)), ink)?;
    }
    draw_minima(&pen, plot, ground.minima)
}

/// The slope under a walker, as a tangent of the curve or slice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tangent {
    /// Whose it is: a run's, or on a slice the parameter's.
    pub role: Role,
    /// Where it touches: (w, J).
    pub at: [f64; 2],
    /// dJ/dw there.
    pub slope: f64,
}

/// Draws a walk on the curve. The walkers' points are (w, J): the steps are
/// dots on the curve; the arrow of the next step, −α dJ/dw, runs level, because
/// only w is moved, and a dotted line leads from its end to the ghost on the
/// curve.
pub fn draw_curve_walk<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    walk: &Walk,
    tangents: &[Tangent],
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    for tangent in tangents {
        draw_tangent(&pen, plot, tangent)?;
    }
    for walker in walk.walkers {
        walk::draw_dots(&pen, plot, walker)?;
        walk::draw_start(&pen, plot, walker)?;
    }
    for walker in walk.walkers {
        draw_level_step(&pen, plot, walker)?;
    }
    for walker in walk.walkers {
        walk::draw_walker(&pen, plot, walker)?;
    }
    walk::draw_values(&pen, plot, walk)
}

/// Half a tangent's length in CSS pixels.
const TANGENT: f64 = 70.0;

fn draw_tangent<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    tangent: &Tangent,
) -> DrawResult<(), DB> {
    let ([width, height], [across, up]) = (plot.window().size(), plot.area());
    let steepness = tangent.slope * (width / across) / (height / up);
    if !steepness.is_finite() {
        return Ok(());
    }
    let reach = pen.theme.pixels(TANGENT) / libm::hypot(steepness, 1.0) * width / across;
    let [x, y] = tangent.at;
    let ends = [-reach, reach].map(|part| [x + part, y + part * tangent.slope]);
    let stroke = Stroke::new(pen.colour(tangent.role), 1.6);
    walk::draw_line(pen, plot, &ends, stroke.faint(0.8), 0.7)
}

fn draw_level_step<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walker: &Walker,
) -> DrawResult<(), DB> {
    let Some(next) = walker.next.filter(|_| plot.window().contains(walker.at)) else {
        return Ok(());
    };
    let level = [next[0], walker.at[1]];
    let action = Stroke::new(pen.colour(Role::Action), 1.4);
    for piece in pixel_pieces(plot, &[level, next], false) {
        if let [from, to] = piece[..] {
            pen.dashes([from, to], [3.0, 3.0], action)?;
        }
    }
    walk::draw_arrow(pen, plot, [walker.at, level], 0.0)?;
    match plot.to_pixel(next) {
        Some(at) => marker::draw_ring(pen, at, walk::GHOST, Role::Action),
        None => Ok(()),
    }
}
