//! α, ‖∇J‖ and the length of each step by iteration, on a logarithmic scale.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::charts::plain_axes;
use super::log_charts::{above, bucket};
use super::{Figure, Format};
use crate::lab::{Session, words};
use crate::view::{self, Bucket, CostLine, Plot, Role, StepChart, StepLine};

/// The two lines that change: ‖∇J‖ and the length of the step, the next one included
/// where the run is shown at its furthest and goes on.
fn lines(session: &Session) -> [Vec<Bucket>; 2] {
    let run = &session.runs()[session.selected()];
    let [slopes, mut lengths] = [run.slopes(), run.lengths()].map(|history| above(history, 0.0));
    let here = session.shown_iteration(session.selected());
    if here == run.computed() && session.stop(session.selected()).is_none() {
        let length = session.next_length();
        lengths.extend(bucket(here, [length, length]));
    }
    [slopes, lengths]
}

fn plot(session: &Session, lines: &[Vec<Bucket>; 2], format: &Format) -> Option<Plot> {
    let lines = lines.each_ref().map(|buckets| CostLine { run: 0, buckets });
    let window = view::log_window(&lines, Some(libm::log10(session.alpha())))?;
    let axes = plain_axes(words::ITERATION, "");
    Plot::logarithmic(format.size, window, &axes, &format.theme)
}

impl Figure {
    /// Draws α as a level, ‖∇J‖ and the length of each step of the selected run.
    pub fn draw_step_length<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let run = session.selected();
        let buckets = lines(session);
        let Some(plot) = plot(session, &buckets, format) else {
            return Ok(());
        };
        let [slopes, lengths] = &buckets;
        let line = |role, width, buckets| StepLine {
            role,
            width,
            buckets,
        };
        let chart = StepChart {
            lines: &[
                line(Role::Ink, 1.6, slopes),
                line(Role::Action, 2.8, lengths),
            ],
            level: (Role::Alpha, libm::log10(session.alpha())),
            cursor: session.shown_iteration(run),
            axes: plain_axes(words::ITERATION, ""),
        };
        view::draw_step_chart(area, &plot, &chart, &format.theme)
    }

    /// The iteration at a place of that chart, `x` CSS pixels from the left.
    pub fn step_length_pick(session: &Session, format: &Format, x: f64) -> Option<u32> {
        let lines = lines(session);
        let plot = plot(session, &lines, format)?;
        let [iteration, _] = plot.nearest([x * format.theme.pixel_ratio(), 0.0]);
        Some(iteration.round() as u32)
    }
}
