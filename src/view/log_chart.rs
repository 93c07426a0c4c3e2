//! What a chart on a logarithmic scale needs beside the lines of an ordinary one.

use plotters::prelude::{DrawResult, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use crate::landscape::Window;

use super::chart::{CostLine, FEWEST};
use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Stroke};
use super::plot::Plot;

/// A height that lines are compared with.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    /// Its place on the axis: a decimal logarithm on a logarithmic plot.
    pub height: f64,
    /// What it is.
    pub name: &'a str,
}

/// The window of whole decades that holds these lines of decimal logarithms and a
/// level. `None` where there is nothing to show.
pub fn log_window(lines: &[CostLine], level: Option<f64>) -> Option<Window> {
    let buckets = || lines.iter().flat_map(|line| line.buckets);
    let ends = buckets().flat_map(|bucket| [bucket.least, bucket.greatest]);
    let heights = ends.chain(level).filter(|height| height.is_finite());
    let [low, high] = heights.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], height| {
        [low.min(height), high.max(height)]
    });
    let last = buckets().map(|bucket| bucket.iteration).max()?;
    let top = high.ceil().max(low.floor() + 1.0);
    Window::new(
        [0.0, f64::from(last.max(FEWEST)) * 1.04],
        [low.floor(), top],
    )
    .ok()
}

/// Draws a dashed line across a plot, with its name where lines that fall to it
/// leave room: at the left end.
pub(super) fn draw_level<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    level: &Level,
) -> DrawResult<(), DB> {
    let Some([_, y]) = plot.to_pixel([plot.window().x()[0], level.height]) else {
        return Ok(());
    };
    let [left, top, right, _] = plot.edges();
    let stroke = Stroke::new(pen.colour(Role::Ink), 1.4);
    pen.dashes([[left, y], [right, y]], [7.0, 4.0], stroke)?;
    if !plot.has_labels() {
        return Ok(());
    }
    let (text, gap) = (pen.theme.text(), pen.theme.pixels(4.0));
    // Above the line, or below where there is no room.
    let (edge, row) = match y - text - gap > top {
        true => (VPos::Bottom, y - gap),
        false => (VPos::Top, y + gap),
    };
    let look = Lettering {
        colour: pen.colour(Role::Ink),
        height: text,
        anchor: (HPos::Left, edge),
        kind: Kind::Plain,
    };
    pen.text(level.name, [left + gap, row], look)
}
