//! Steps by hand and the compass's needle, on the map.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::label;
use super::map::{pixel_pieces, sparse};
use super::marker::{HALO, RADIUS};
use super::palette::Role;
use super::pen::{Pen, Pixel, Stroke, distance};
use super::plot::Plot;
use super::theme::Theme;

/// The reader's own walk, in the units of its plot's window.
#[derive(Clone, Copy, Debug)]
pub struct HandPicture<'a> {
    /// Where it left the algorithm's path, then a point for each step; empty before
    /// the first.
    pub path: &'a [[f64; 2]],
    /// Whether the points are joined by a line.
    pub joined: bool,
    /// Where the compass points.
    pub needle: Option<Needle>,
    /// Lines of text beside the walker.
    pub values: &'a [String],
}

/// The compass's needle on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needle {
    /// Where the compass stands.
    pub from: [f64; 2],
    /// Its direction, in the units of the window.
    pub towards: [f64; 2],
    /// Where a step that way would end.
    pub reach: Option<[f64; 2]>,
}

/// The needle is at least so many CSS pixels long, however short the step.
const NEEDLE: f64 = 56.0;
/// Half a side of the squares at the steps and at the walker, in CSS pixels.
const STEP: f64 = 3.2;
const WALKER: f64 = 7.0;
/// Squares nearer than this many CSS pixels to the last one are left out.
const STEP_EVERY: f64 = 7.0;

/// Draws the needle, the dashed path with a square at each step, and the walker, a
/// larger square.
pub fn draw_hand<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    hand: &HandPicture,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    if hand.joined {
        draw_dashes(&pen, plot, hand.path)?;
    }
    let mut last: Option<Pixel> = None;
    for at in hand.path.iter().filter_map(|&step| plot.to_pixel(step)) {
        if last.is_none_or(|last| distance(last, at) >= theme.pixels(STEP_EVERY)) {
            draw_square(&pen, at, STEP)?;
            last = Some(at);
        }
    }
    if let Some(needle) = &hand.needle {
        draw_needle(&pen, plot, needle)?;
    }
    match hand.path.last() {
        Some(end) if end.iter().all(|part| !part.is_nan()) => {
            draw_walker(&pen, plot, *end, hand.values)
        }
        _ => Ok(()),
    }
}

fn draw_dashes<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    path: &[[f64; 2]],
) -> DrawResult<(), DB> {
    let ink = Stroke::new(pen.colour(Role::Ink), 2.0);
    let halo = Stroke::new(pen.colour(Role::Paper), 2.0).wider(2.0 * HALO);
    let pieces = pixel_pieces(plot, path, false);
    for piece in &pieces {
        pen.path(piece, halo)?;
    }
    for piece in &pieces {
        for pair in sparse(piece, pen.theme.pixels(STEP_EVERY)).windows(2) {
            pen.dashes([pair[0], pair[1]], [6.0, 4.0], ink)?;
        }
    }
    Ok(())
}

fn draw_square<DB: DrawingBackend>(pen: &Pen<DB>, at: Pixel, half: f64) -> DrawResult<(), DB> {
    let corners = |half: f64| {
        let half = pen.theme.pixels(half);
        [[at[0] - half, at[1] - half], [at[0] + half, at[1] + half]]
    };
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    pen.rectangle(corners(half + HALO), paper)?;
    pen.rectangle(corners(half), Stroke::new(pen.colour(Role::Ink), 1.0))
}

fn draw_walker<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    end: [f64; 2],
    values: &[String],
) -> DrawResult<(), DB> {
    // A walker outside stands at the edge.
    let at = plot.project(end);
    draw_square(pen, at, WALKER)?;
    let inner = pen.theme.pixels(WALKER - 3.0);
    let corners = [
        [at[0] - inner, at[1] - inner],
        [at[0] + inner, at[1] + inner],
    ];
    pen.rectangle(corners, Stroke::new(pen.colour(Role::Paper), 1.0))?;
    if values.is_empty() {
        return Ok(());
    }
    let size = label::box_size(values, pen.theme);
    let gap = pen.theme.pixels(NEEDLE + 12.0);
    match label::best_place(at, size, gap, plot.edges(), &[], &[]) {
        Some(place) => label::draw_box(pen, place, values),
        None => Ok(()),
    }
}

/// A line from the walker's rim in the direction of the compass, to where the step
/// would end and at least [`NEEDLE`] pixels long; an open square stands where the
/// step would end, if that is in sight.
fn draw_needle<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    needle: &Needle,
) -> DrawResult<(), DB> {
    let (size, area) = (plot.window().size(), plot.area());
    let pixels = |vector: [f64; 2]| [0, 1].map(|axis| vector[axis] * area[axis] / size[axis]);
    let length = |[x, y]: [f64; 2]| libm::hypot(x, y);
    let per_unit = length(pixels(needle.towards));
    if !(per_unit > 0.0 && per_unit.is_finite() && plot.window().contains(needle.from)) {
        return Ok(());
    }
    let along = |css: f64| {
        let part = pen.theme.pixels(css) / per_unit;
        [0, 1].map(|axis| needle.from[axis] + needle.towards[axis] * part)
    };
    let step = needle.reach.map_or(0.0, |reach| {
        length(pixels([0, 1].map(|axis| reach[axis] - needle.from[axis])))
    });
    let end = match needle.reach {
        Some(reach) if step > pen.theme.pixels(NEEDLE) => reach,
        _ => along(NEEDLE),
    };
    let ink = Stroke::new(pen.colour(Role::Ink), 1.8);
    let halo = Stroke::new(pen.colour(Role::Paper), 1.8).wider(2.0 * HALO);
    for piece in pixel_pieces(plot, &[along(RADIUS + 6.0), end], false) {
        pen.path(&piece, halo)?;
        pen.path(&piece, ink)?;
    }
    // A shorter step ends under the walker's own marker.
    let seen = step > pen.theme.pixels(RADIUS + STEP);
    match needle.reach.and_then(|reach| plot.to_pixel(reach)) {
        Some(at) if seen => draw_open_square(pen, at),
        _ => Ok(()),
    }
}

fn draw_open_square<DB: DrawingBackend>(pen: &Pen<DB>, at: Pixel) -> DrawResult<(), DB> {
    draw_square(pen, at, STEP + 1.6)?;
    let inner = pen.theme.pixels(STEP - 0.2);
    let corners = [
        [at[0] - inner, at[1] - inner],
        [at[0] + inner, at[1] + inner],
    ];
    pen.rectangle(corners, Stroke::new(pen.colour(Role::Paper), 1.0))
}
