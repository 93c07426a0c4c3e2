//! Data points with fitted lines, or predictions against measurements.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::axes::{Rules, draw_axes};
use super::density::{Density, draw_density};
use super::map::pixel_pieces;
use super::marker::HALO;
use super::palette::Role;
use super::pen::{Pen, Pixel, Stroke};
use super::plot::{Axes, Plot};
use super::theme::Theme;
use super::walk::draw_line;

/// A line y = `slope` · x + `intercept` through the data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FittedLine {
    /// The run it belongs to, from 0; `None` is a line to compare with, such as
    /// the diagonal "predicted = measured".
    pub run: Option<usize>,
    /// Rise of y per unit of x: w.
    pub slope: f64,
    /// y where x is 0: b.
    pub intercept: f64,
}

/// A curve through the data, of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedCurve {
    /// The run it belongs to, from 0.
    pub run: usize,
    /// Its points from left to right.
    pub points: Vec<[f64; 2]>,
    /// Its height at each single point of the data, in their order.
    pub heights: Vec<f64>,
}

/// Data and the lines or curves fitted to it.
#[derive(Clone, Copy, Debug)]
pub struct DataPicture<'a> {
    /// The data: (x, y), or (measured, predicted) when there are several
    /// features.
    pub points: Points<'a>,
    /// The lines of all runs; one of no run is drawn dashed.
    pub lines: &'a [FittedLine],
    /// In place of lines: the curves of all runs.
    pub curves: &'a [FittedCurve],
    /// Which of the lines or curves is drawn strongly, with residuals and handles.
    pub selected: usize,
    /// Whether thin upright lines show the error of each single point.
    pub residuals: bool,
    /// Whether the selected line has handles to drag.
    pub handles: bool,
    /// Names and units of x and y.
    pub axes: Axes<'a>,
}

/// Data as they are drawn.
#[derive(Clone, Copy, Debug)]
pub enum Points<'a> {
    /// Each on its own: a few thousand at most, more would not be told apart.
    Single(&'a [[f64; 2]]),
    /// Many, by how close together they lie.
    Crowd(&'a Density),
}

/// Where a line's three handles are, as parts of the window's width.
const HANDLES: [f64; 3] = [0.08, 0.5, 0.92];

impl FittedLine {
    /// y at x.
    pub fn height(&self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }

    /// The points of the line where its left, middle and right handle are. One
    /// that would lie above or below the window is not there.
    pub fn handles(&self, plot: &Plot) -> [Option<[f64; 2]>; 3] {
        handle_places(plot)
            .map(|x| [x, self.height(x)])
            .map(|at| plot.window().contains(at).then_some(at))
    }

    /// The line after its handle (0 left, 1 middle, 2 right) was dragged to a
    /// height: the middle one shifts the line, the others turn it about the
    /// opposite handle.
    pub fn dragged(self, plot: &Plot, handle: usize, to: f64) -> FittedLine {
        let [left, middle, right] = handle_places(plot);
        let (at, pivot) = match handle {
            0 => (left, right),
            2 => (right, left),
            _ => {
                let intercept = to - self.slope * middle;
                return FittedLine { intercept, ..self };
            }
        };
        let held = self.height(pivot);
        let slope = (to - held) / (at - pivot);
        FittedLine {
            slope,
            intercept: held - slope * pivot,
            ..self
        }
    }
}

fn handle_places(plot: &Plot) -> [f64; 3] {
    let [low, high] = plot.window().x();
    HANDLES.map(|part| low * (1.0 - part) + high * part)
}

/// Draws axes, residuals or a crowd, lines, single points and handles, in this order.
pub fn draw_data<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    picture: &DataPicture,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_axes(&pen, plot, &picture.axes, Rules::Both)?;
    let selected = picture.lines.get(picture.selected);
    let curve = picture.curves.get(picture.selected);
    match (picture.points, selected, curve) {
        (Points::Single(points), Some(line), _) if picture.residuals => {
            let heights: Vec<f64> = points.iter().map(|[x, _]| line.height(*x)).collect();
            draw_residuals(&pen, plot, points, &heights)?;
        }
        (Points::Single(points), None, Some(curve)) if picture.residuals => {
            draw_residuals(&pen, plot, points, &curve.heights)?;
        }
        (Points::Crowd(density), ..) => draw_density(&pen, plot, density)?,
        _ => {}
    }
    for (index, curve) in picture.curves.iter().enumerate() {
        draw_fit(
            &pen,
            plot,
            &curve.points,
            curve.run,
            index == picture.selected,
        )?;
    }
    for (index, line) in picture.lines.iter().enumerate() {
        draw_fitted(&pen, plot, line, index == picture.selected)?;
    }
    if let Points::Single(points) = picture.points {
        draw_points(&pen, plot, points)?;
    }
    match selected.filter(|_| picture.handles) {
        Some(line) => draw_handles(&pen, plot, line),
        None => Ok(()),
    }
}

fn draw_residuals<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    points: &[[f64; 2]],
    heights: &[f64],
) -> DrawResult<(), DB> {
    let stroke = Stroke::new(pen.colour(Role::Muted), 1.2).faint(0.8);
    for (&[x, y], height) in points.iter().zip(heights) {
        for piece in pixel_pieces(plot, &[[x, y], [x, *height]], false) {
            pen.path(&piece, stroke)?;
        }
    }
    Ok(())
}

fn draw_fitted<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    line: &FittedLine,
    selected: bool,
) -> DrawResult<(), DB> {
    let ends = plot.window().x().map(|x| [x, line.height(x)]);
    let Some(run) = line.run else {
        let muted = Stroke::new(pen.colour(Role::Muted), 1.4);
        return match pixel_pieces(plot, &ends, false).first().map(Vec::as_slice) {
            Some(&[from, to]) => pen.dashes([from, to], [6.0, 4.0], muted),
            _ => Ok(()),
        };
    };
    draw_fit(pen, plot, &ends, run, selected)
}

fn draw_fit<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    points: &[[f64; 2]],
    run: usize,
    selected: bool,
) -> DrawResult<(), DB> {
    let colour = pen.colour(Role::Run(run));
    match selected {
        true => draw_line(pen, plot, points, Stroke::new(colour, 2.4), 1.0),
        false => draw_line(pen, plot, points, Stroke::new(colour, 1.6).faint(0.5), 0.5),
    }
}

/// Large dots for a few points, small and pale ones for many.
fn draw_points<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    points: &[[f64; 2]],
) -> DrawResult<(), DB> {
    let (radius, opacity) = match points.len() {
        0..=40 => (4.2, 0.9),
        41..=300 => (3.0, 0.65),
        _ => (2.0, 0.4),
    };
    let radius = pen.theme.pixels(radius);
    let ink = Stroke::new(pen.colour(Role::Ink), 1.0).faint(opacity);
    let halo = Stroke::new(pen.colour(Role::Paper), 1.0);
    for at in points.iter().filter_map(|&point| plot.to_pixel(point)) {
        if points.len() <= 300 {
            pen.disc(at, radius + pen.theme.pixels(HALO), halo)?;
        }
        pen.disc(at, radius, ink)?;
    }
    Ok(())
}

fn draw_handles<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    line: &FittedLine,
) -> DrawResult<(), DB> {
    let colour = pen.colour(line.run.map_or(Role::Muted, Role::Run));
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    for at in line.handles(plot).into_iter().flatten() {
        let at: Pixel = plot.project(at);
        pen.disc(at, pen.theme.pixels(7.5), paper)?;
        pen.ring(at, pen.theme.pixels(6.0), Stroke::new(colour, 2.4))?;
    }
    Ok(())
}

/// Rings around points that are meant.
pub fn draw_rings<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    points: impl Iterator<Item = [f64; 2]>,
    role: Role,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let [halo, ring] =
        [(Role::Paper, 5.0), (role, 2.4)].map(|(role, width)| Stroke::new(pen.colour(role), width));
    for at in points.filter_map(|point| plot.to_pixel(point)) {
        pen.ring(at, theme.pixels(9.0), halo)?;
        pen.ring(at, theme.pixels(9.0), ring)?;
    }
    Ok(())
}
