//! The chart of the cost by iteration.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use crate::landscape::Window;

use super::axes::{Rules, draw_axes};
use super::log_chart::{Level, draw_level};
use super::map::{pixel_pieces, sparse};
use super::marker;
use super::palette::Role;
use super::pen::{Pen, Stroke};
use super::plot::{Axes, Plot};
use super::theme::Theme;

/// Neighbouring iterations of a run with the least and greatest cost in them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// The first iteration of the bucket.
    pub iteration: u32,
    /// The least J in it.
    pub least: f64,
    /// The greatest J in it.
    pub greatest: f64,
}

/// A run's line in the chart.
#[derive(Clone, Copy, Debug)]
pub struct CostLine<'a> {
    /// The run's index from 0; people see it from 1.
    pub run: usize,
    /// In order of iteration, from iteration 0.
    pub buckets: &'a [Bucket],
}

/// The cost of every run by iteration.
#[derive(Clone, Copy, Debug)]
pub struct CostChart<'a> {
    /// One line per run.
    pub lines: &'a [CostLine<'a>],
    /// The iteration that map and numbers show: a dashed line.
    pub cursor: u32,
    /// The names of iteration and cost.
    pub axes: Axes<'a>,
    /// A height to compare with.
    pub level: Option<Level<'a>>,
}

/// A rise this many times the drop from the first cost is no longer shown:
/// in a diverging run it would flatten all that came before.
const RISE_SHOWN: f64 = 3.0;

/// Costs beyond this make no window.
const GREATEST: f64 = 1e149;
/// The least number of iterations on the axis, so that a run of one step has
/// an axis to stand on.
pub(super) const FEWEST: u32 = 10;

/// The window that shows these lines: iterations from 0, and the finite costs,
/// cut above where runs blow up. `None` without a finite cost.
pub fn cost_window(lines: &[CostLine]) -> Option<Window> {
    let buckets = || lines.iter().flat_map(|line| line.buckets);
    let [low, high] = range(buckets().flat_map(|bucket| [bucket.least, bucket.greatest]))?;
    let firsts = lines.iter().filter_map(|line| line.buckets.first());
    let high = match range(firsts.map(|bucket| bucket.greatest)) {
        Some([_, first]) => high.min(first + RISE_SHOWN * drop_from(first, low)),
        None => high,
    };
    let pad = match high > low {
        true => (high - low) * 0.06,
        false => high.abs().max(1.0) * 0.5,
    };
    let last = buckets().map(|bucket| bucket.iteration).max()?;
    let last = f64::from(last.max(FEWEST));
    Window::new([0.0, last * 1.04], [low - pad, high + pad]).ok()
}

/// The least and greatest of the costs that can be shown.
fn range(costs: impl Iterator<Item = f64>) -> Option<[f64; 2]> {
    costs
        .filter(|cost| cost.abs() < GREATEST)
        .fold(None, |range, cost| match range {
            None => Some([cost, cost]),
            Some([low, high]) => Some([cost.min(low), cost.max(high)]),
        })
}

/// How far the cost fell; where it never did, the size of the first cost.
fn drop_from(first: f64, low: f64) -> f64 {
    match first > low {
        true => first - low,
        false => first.abs().max(1e-3),
    }
}

/// Draws the chart in a plot of [`cost_window`], or of any other window.
pub fn draw_cost_chart<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    chart: &CostChart,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_axes(&pen, plot, &chart.axes, Rules::Horizontal)?;
    if let Some(level) = chart.level {
        draw_level(&pen, plot, &level)?;
    }
    draw_cursor(&pen, plot, chart.cursor)?;
    for line in chart.lines {
        draw_cost_line(&pen, plot, line)?;
    }
    for line in chart.lines {
        draw_now(&pen, plot, line, chart.cursor)?;
    }
    Ok(())
}

pub(super) fn draw_cursor<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    cursor: u32,
) -> DrawResult<(), DB> {
    let [_, top, _, bottom] = plot.edges();
    let [low, _] = plot.window().y();
    match plot.to_pixel([f64::from(cursor), low]) {
        Some([x, _]) => {
            let muted = Stroke::new(pen.colour(Role::Muted), 1.0);
            pen.dashes([[x, top], [x, bottom]], [4.0, 3.0], muted)
        }
        None => Ok(()),
    }
}

fn draw_cost_line<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    line: &CostLine,
) -> DrawResult<(), DB> {
    let stroke = Stroke::new(pen.colour(Role::Run(line.run)), 2.2);
    for piece in pixel_pieces(plot, &corners(line.buckets), false) {
        pen.path(&sparse(&piece, pen.theme.pixels(1.0)), stroke)?;
    }
    Ok(())
}

/// A bucket of several iterations is an upright stroke from its nearer to its
/// farther end, so a zigzag keeps its height however long the run.
pub(super) fn corners(buckets: &[Bucket]) -> Vec<[f64; 2]> {
    let mut corners: Vec<[f64; 2]> = Vec::with_capacity(buckets.len());
    for bucket in buckets {
        let x = f64::from(bucket.iteration);
        let before = corners.last().map_or(bucket.greatest, |corner| corner[1]);
        let rising = (before - bucket.least).abs() < (before - bucket.greatest).abs();
        let (near, far) = match rising {
            true => (bucket.least, bucket.greatest),
            false => (bucket.greatest, bucket.least),
        };
        corners.push([x, near]);
        if near != far {
            corners.push([x, far]);
        }
    }
    corners
}

/// The run's marker where its line is at the cursor, or at its end before.
fn draw_now<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    line: &CostLine,
    cursor: u32,
) -> DrawResult<(), DB> {
    let after = line
        .buckets
        .partition_point(|bucket| bucket.iteration <= cursor);
    let Some(bucket) = line.buckets[..after].last() else {
        return Ok(());
    };
    match plot.to_pixel([f64::from(bucket.iteration), bucket.least]) {
        Some(at) => marker::draw_marker(pen, at, line.run),
        None => Ok(()),
    }
}
