//! The lower picture of a map: contours, axes and known minima.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use crate::landscape::Polyline;

use super::axes::{Rules, draw_axes};
use super::clip;
use super::palette::Role;
use super::pen::{Pen, Pixel, Stroke, distance};
use super::plot::{Axes, Plot};
use super::theme::Theme;

/// What the ground of a map shows, in the units of its plot's window. Empty
/// layers are not drawn.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Lines of equal cost.
    pub contours: &'a [Polyline],
    /// Known minima, marked with crosses.
    pub minima: &'a [[f64; 2]],
    /// The names of the two shown parameters.
    pub axes: Axes<'a>,
}

/// Contours stand out from the field without hiding it.
const CONTOUR_OPACITY: f64 = 0.34;
/// plotters draws at whole pixels; corners at least this far apart, in CSS
/// pixels, keep a smooth line from looking like stairs.
const CORNER_EVERY: f64 = 4.0;

/// Draws contours, minima and axes. The colour field, if any, is already there.
pub fn draw_ground<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    ground: &Ground,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let ink = Stroke::new(pen.colour(Role::Ink), 1.0).faint(CONTOUR_OPACITY);
    for contour in ground.contours {
        for piece in pixel_pieces(plot, &contour.points, contour.closed) {
            pen.path(&sparse(&piece, theme.pixels(CORNER_EVERY)), ink)?;
        }
    }
    draw_minima(&pen, plot, ground.minima)?;
    draw_axes(&pen, plot, &ground.axes, Rules::Frame)
}

pub(super) fn draw_minima<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    minima: &[[f64; 2]],
) -> DrawResult<(), DB> {
    for at in minima.iter().filter_map(|&minimum| plot.to_pixel(minimum)) {
        draw_cross(pen, at)?;
    }
    Ok(())
}

fn draw_cross<DB: DrawingBackend>(pen: &Pen<DB>, [x, y]: Pixel) -> DrawResult<(), DB> {
    let arm = pen.theme.pixels(4.5);
    let ink = Stroke::new(pen.colour(Role::Ink), 1.6);
    let halo = Stroke::new(pen.colour(Role::Paper), 1.6).wider(2.6);
    for stroke in [halo, ink] {
        pen.path(&[[x - arm, y - arm], [x + arm, y + arm]], stroke)?;
        pen.path(&[[x - arm, y + arm], [x + arm, y - arm]], stroke)?;
    }
    Ok(())
}

/// The parts of a line of the plane that lie in the window, in pixels.
pub(super) fn pixel_pieces(plot: &Plot, points: &[[f64; 2]], closed: bool) -> Vec<Vec<Pixel>> {
    clip::polyline(points, closed, plot.bounds())
        .into_iter()
        .map(|piece| piece.into_iter().map(|point| plot.project(point)).collect())
        .collect()
}

/// The line with only corners at least `every` pixels apart, and its two ends.
pub(super) fn sparse(line: &[Pixel], every: f64) -> Vec<Pixel> {
    let Some((&last, body)) = line.split_last() else {
        return Vec::new();
    };
    let mut kept: Vec<Pixel> = Vec::new();
    for &point in body {
        if kept
            .last()
            .is_none_or(|&before| distance(before, point) >= every)
        {
            kept.push(point);
        }
    }
    if kept.len() > 1 && distance(kept[kept.len() - 1], last) < every / 2.0 {
        kept.pop();
    }
    kept.push(last);
    kept
}
