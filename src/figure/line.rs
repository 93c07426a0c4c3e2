//! The fitted line on the data plot, to take hold of and drag.

use super::data::{fitted_lines, is_line, line_plot};
use super::hit::nearest;
use super::{Figure, Format};
use crate::lab::{Session, tidy};
use crate::view::{FittedLine, Plot};

/// A finger hits what is at most this many CSS pixels away.
const REACH: f64 = 22.0;

/// A line held by one of its handles: 0 left, 1 middle, 2 right.
///
/// It remembers the line as it was taken hold of, so that a drag of many small
/// moves gathers no rounding, and where it was touched, so that it does not jump.
#[derive(Clone, Debug)]
pub struct HeldLine {
    handle: usize,
    line: FittedLine,
    plot: Plot,
    /// From the pointer up to the handle, in picture pixels.
    offset: f64,
}

impl Figure {
    /// Where a handle of the selected run's line stands on the data plot, in CSS
    /// pixels. `None` where there is no line to drag or it is out of sight.
    pub fn line_place(session: &Session, format: &Format, handle: usize) -> Option<[f64; 2]> {
        let (plot, line) = draggable(session, format)?;
        let pixel = plot.to_pixel((*line.handles(&plot).get(handle)?)?)?;
        Some(pixel.map(|side| side / format.theme.pixel_ratio()))
    }

    /// Which handle is nearest to a place of the data plot and within a finger's
    /// reach, in CSS pixels.
    pub fn line_handle_near(session: &Session, format: &Format, css: [f64; 2]) -> Option<usize> {
        let place = |handle| Some((handle, Figure::line_place(session, format, handle)?));
        nearest((0..3).filter_map(place), css, REACH)
    }

    /// Takes hold of a handle with a pointer at a height of the plot, in CSS pixels.
    pub fn hold_line(
        session: &Session,
        format: &Format,
        handle: usize,
        y: f64,
    ) -> Option<HeldLine> {
        let [_, at] = Figure::line_place(session, format, handle)?;
        let (plot, line) = draggable(session, format)?;
        let offset = (at - y) * format.theme.pixel_ratio();
        Some(HeldLine {
            handle,
            line,
            plot,
            offset,
        })
    }
}

impl HeldLine {
    /// The start (w, b) whose line passes where the handle was dragged: the middle
    /// shifts the line, an end turns it about the other end. `y` in CSS pixels.
    pub fn dragged(&self, format: &Format, y: f64) -> Vec<f64> {
        let [_, height] = self
            .plot
            .nearest([0.0, y * format.theme.pixel_ratio() + self.offset]);
        let line = self.line.dragged(&self.plot, self.handle, height);
        let per_pixel = self.plot.window().size()[1] / self.plot.area()[1];
        [line.slope, line.intercept]
            .map(|number| tidy(number, per_pixel))
            .to_vec()
    }
}

fn draggable(session: &Session, format: &Format) -> Option<(Plot, FittedLine)> {
    let fit = session.subject().fit.as_ref()?;
    if !is_line(fit) {
        return None;
    }
    let plot = line_plot(fit, format)?;
    Some((plot, fitted_lines(session)[session.selected()]))
}
