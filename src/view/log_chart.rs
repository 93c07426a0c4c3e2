//! What a chart on a logarithmic scale needs beside the lines of an ordinary one.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use crate::landscape::Window;

use super::chart::{CostLine, FEWEST};
use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Stroke};
use super::plot::Plot;
use super::theme::Theme;

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

/// Draws a dashed line across a plot, with its name at the right end.
pub fn draw_level<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    level: &Level,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let Some([_, y]) = plot.to_pixel([plot.window().x()[0], level.height]) else {
        return Ok(());
    };
    let [left, top, right, _] = plot.edges();
    let stroke = Stroke::new(pen.colour(Role::Ink), 1.4);
    pen.dashes([[left, y], [right, y]], [7.0, 4.0], stroke)?;
    if !plot.has_labels() {
        return Ok(());
    }
    let gap = theme.pixels(4.0);
    // Above the line, or below where there is no room.
    let (edge, row) = match y - theme.text() - gap > top {
        true => (VPos::Bottom, y - gap),
        false => (VPos::Top, y + gap),
    };
    let look = Lettering {
        colour: pen.colour(Role::Ink),
        height: theme.text(),
        anchor: (HPos::Right, edge),
        kind: Kind::Plain,
    };
    pen.text(level.name, [right - gap, row], look)
}
