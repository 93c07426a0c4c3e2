//! Charts on a logarithmic scale by iteration: how far runs are apart, ‖∇J‖ against
//! the tolerance, and J minus the best known.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::charts::plain_axes;
use super::{Figure, Format};
use crate::descent::History;
use crate::lab::{Session, words};
use crate::landscape::Apart;
use crate::view::{self, Bucket, CostChart, CostLine, Level, Plot};

/// A difference of costs this much smaller than the cost is rounding.
const ROUNDING: f64 = 1e-15;

impl Figure {
    /// Draws how far every other run is from the selected one.
    pub fn draw_apart<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let (runs, selected) = (session.runs(), session.selected());
        let others = (0..runs.len()).filter(|run| *run != selected);
        let lines = others.map(|run| {
            let apart = Apart::sample(&runs[selected], &runs[run], session.furthest());
            let samples = apart.samples.iter();
            let buckets = samples.map(|&(at, distance)| bucket(at, [distance, distance]));
            (run, buckets.flatten().collect())
        });
        draw(
            session,
            area,
            format,
            &lines.collect::<Vec<_>>(),
            words::DISTANCE,
            None,
        )
    }

    /// Draws ‖∇J‖ of every run, with the tolerance as a line.
    pub fn draw_slopes<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let lines = session.runs().iter().map(|run| above(run.slopes(), 0.0));
        let level = Level {
            height: libm::log10(session.tolerance()),
            name: words::TOLERANCE,
        };
        let lines: Vec<_> = lines.enumerate().collect();
        draw(session, area, format, &lines, words::SLOPE, Some(level))
    }

    /// Draws J of every run minus the best known.
    pub fn draw_excess<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let best = session.best_known().value();
        let lines = session.runs().iter().map(|run| above(run.costs(), best));
        let lines: Vec<_> = lines.enumerate().collect();
        draw(session, area, format, &lines, words::EXCESS, None)
    }
}

/// A history minus a number, in decimal logarithms, where it is above.
pub(super) fn above(history: &History, floor: f64) -> Vec<Bucket> {
    let buckets = history.buckets().iter();
    let least = ROUNDING * floor.abs();
    let over = |value: f64| Some(value - floor).filter(|over| *over > least);
    buckets
        .filter_map(|of| {
            let high = over(of.high)?;
            bucket(of.iteration, [over(of.low).unwrap_or(high), high])
        })
        .collect()
}

/// A bucket of decimal logarithms. `None` where a number has none.
pub(super) fn bucket(iteration: u32, ends: [f64; 2]) -> Option<Bucket> {
    let [least, greatest] = ends.map(libm::log10);
    let finite = least.is_finite() && greatest.is_finite();
    finite.then_some(Bucket {
        iteration,
        least,
        greatest,
    })
}

fn draw<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
    lines: &[(usize, Vec<Bucket>)],
    name: &str,
    level: Option<Level>,
) -> DrawResult<(), DB> {
    let lines: Vec<CostLine> = lines
        .iter()
        .map(|(run, buckets)| CostLine { run: *run, buckets })
        .collect();
    let axes = plain_axes(words::ITERATION, name);
    let window = view::log_window(&lines, level.map(|level| level.height));
    let plot =
        window.and_then(|window| Plot::logarithmic(format.size, window, &axes, &format.theme));
    let Some(plot) = plot else { return Ok(()) };
    let chart = CostChart {
        lines: &lines,
        cursor: session.iteration(),
        axes,
        level,
    };
    view::draw_cost_chart(area, &plot, &chart, &format.theme)
}
