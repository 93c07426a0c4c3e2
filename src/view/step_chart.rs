//! Several numbers by iteration in one chart, each line with a meaning of its own.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::axes::{Rules, draw_axes};
use super::chart::{Bucket, corners, draw_cursor};
use super::map::{pixel_pieces, sparse};
use super::marker::HALO;
use super::palette::Role;
use super::pen::{Pen, Stroke};
use super::plot::{Axes, Plot};
use super::theme::Theme;

/// A number by iteration.
#[derive(Clone, Copy, Debug)]
pub struct StepLine<'a> {
    /// What it is.
    pub role: Role,
    /// In CSS pixels.
    pub width: f64,
    /// In order of iteration; decimal logarithms on a logarithmic plot.
    pub buckets: &'a [Bucket],
}

/// What the chart shows.
#[derive(Clone, Copy, Debug)]
pub struct StepChart<'a> {
    /// The lines, later ones above earlier ones.
    pub lines: &'a [StepLine<'a>],
    /// A number that is the same at every iteration: a dashed line.
    pub level: (Role, f64),
    /// The iteration shown: a dashed line, and a dot on each line.
    pub cursor: u32,
    /// The names of both axes.
    pub axes: Axes<'a>,
}

const DOT: f64 = 4.0;

/// Draws the chart in any plot.
pub fn draw_step_chart<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    chart: &StepChart,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_axes(&pen, plot, &chart.axes, Rules::Horizontal)?;
    draw_cursor(&pen, plot, chart.cursor)?;
    let (role, height) = chart.level;
    if let Some([_, y]) = plot.to_pixel([plot.window().x()[0], height]) {
        let [left, _, right, _] = plot.edges();
        let stroke = Stroke::new(pen.colour(role), 2.0);
        pen.dashes([[left, y], [right, y]], [7.0, 4.0], stroke)?;
    }
    for line in chart.lines {
        let stroke = Stroke::new(pen.colour(line.role), line.width);
        for piece in pixel_pieces(plot, &corners(line.buckets), false) {
            pen.path(&sparse(&piece, theme.pixels(1.0)), stroke)?;
        }
    }
    for line in chart.lines {
        draw_dot(&pen, plot, line, chart.cursor)?;
    }
    Ok(())
}

/// Where a line is at the cursor, or at its end before.
fn draw_dot<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    line: &StepLine,
    cursor: u32,
) -> DrawResult<(), DB> {
    let after = line
        .buckets
        .partition_point(|bucket| bucket.iteration <= cursor);
    let place = line.buckets[..after].last();
    let at = place.and_then(|b| plot.to_pixel([f64::from(b.iteration), b.least]));
    let Some(at) = at else { return Ok(()) };
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    pen.disc(at, pen.theme.pixels(DOT + HALO), paper)?;
    let fill = Stroke::new(pen.colour(line.role), 1.0);
    pen.disc(at, pen.theme.pixels(DOT), fill)
}
