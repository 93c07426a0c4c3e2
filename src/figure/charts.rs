//! The cost by iteration.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::{Figure, Format};
use crate::lab::{Session, words};
use crate::view::{self, Axes, Axis, Bucket, CostChart, CostLine, Plot, Role};

impl Figure {
    /// Draws J by iteration: every run as far as it was computed.
    pub fn draw_costs<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let histories: Vec<Vec<Bucket>> = session
            .runs()
            .iter()
            .map(|run| run.costs().buckets().iter().map(bucket).collect())
            .collect();
        let lines: Vec<CostLine> = histories
            .iter()
            .enumerate()
            .map(|(run, buckets)| CostLine { run, buckets })
            .collect();
        let axes = plain_axes(words::ITERATION, "J");
        let plot = view::cost_window(&lines)
            .and_then(|window| Plot::new(format.size, window, &axes, &format.theme));
        let Some(plot) = plot else { return Ok(()) };
        let chart = CostChart {
            lines: &lines,
            cursor: session.iteration(),
            axes,
            level: None,
        };
        view::draw_cost_chart(area, &plot, &chart, &format.theme)
    }
}

fn bucket(of: &crate::descent::Bucket) -> Bucket {
    Bucket {
        iteration: of.iteration,
        least: of.low,
        greatest: of.high,
    }
}

pub(super) fn plain_axes<'a>(x: &'a str, y: &'a str) -> Axes<'a> {
    let role = Role::Muted;
    Axes {
        x: Axis { name: x, role },
        y: Axis { name: y, role },
    }
}
