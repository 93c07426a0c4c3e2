//! The cost by iteration, and the data with the fitted line.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::{Figure, Format};
use crate::cost::Regression;
use crate::lab::{Session, words};
use crate::landscape::Window;
use crate::view::{
    self, Axes, Axis, Bucket, CostChart, CostLine, DataPicture, FittedLine, Plot, Role,
};

/// Room around the data, as a part of their range.
const MARGIN: f64 = 0.08;

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

    /// Draws the data with every run's line; with several features, what the
    /// selected run predicts against what was measured. Nothing without data.
    pub fn draw_data<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(regression) = &session.subject().regression else {
            return Ok(());
        };
        let names = column_names(regression);
        let axes = plain_axes(&names[0], &names[1]);
        let points = points(session, regression);

        let one_feature = regression.table().columns().len() == 2;
        let Some(plot) = data_plot(&points, one_feature, &axes, format) else {
            return Ok(());
        };
        let lines = if one_feature {
            fitted_lines(session)
        } else {
            vec![DIAGONAL]
        };
        let picture = DataPicture {
            points: &points,
            lines: &lines,
            selected: if one_feature { session.selected() } else { 0 },
            residuals: true,
            handles: one_feature,
            axes,
        };
        view::draw_data(area, &plot, &picture, &format.theme)
    }
}

/// Predicted = measured.
const DIAGONAL: FittedLine = FittedLine {
    run: None,
    slope: 1.0,
    intercept: 0.0,
};

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

/// "size in 1000 sq ft", "price in $1000"; for several features "measured …",
/// "predicted …".
pub(super) fn column_names(regression: &Regression) -> [String; 2] {
    let columns = regression.table().columns();
    let named = |index: usize| words::column(&columns[index].name, &columns[index].unit);
    let y = named(columns.len() - 1);
    match columns.len() {
        2 => [named(0), y],
        _ => [words::measured(&y), words::predicted(&y)],
    }
}

/// (x, y), or (measured, predicted by the selected run).
pub(super) fn points(session: &Session, regression: &Regression) -> Vec<[f64; 2]> {
    let table = regression.table();
    let at = session.plane().through;
    let last = table.columns().len() - 1;
    let point = |row: &[f64]| match last {
        1 => [row[0], row[1]],
        _ => [row[last], regression.predict(&row[..last], &at)],
    };
    table.rows().map(point).collect()
}

pub(super) fn fitted_lines(session: &Session) -> Vec<FittedLine> {
    (0..session.runs().len())
        .map(|run| {
            let at = session.runs()[run].point(session.shown_iteration(run));
            FittedLine {
                run: Some(run),
                slope: at[0],
                intercept: at[1],
            }
        })
        .collect()
}

/// The window of the data. That of a line holds y = 0 too, where a line that starts
/// at zero lies.
pub(super) fn data_plot(
    points: &[[f64; 2]],
    holds_zero: bool,
    axes: &Axes,
    format: &Format,
) -> Option<Plot> {
    let floor = points
        .first()
        .filter(|_| holds_zero)
        .map(|point| [point[0], 0.0]);
    let window: Option<Window> = view::window_around(points.iter().copied().chain(floor), MARGIN);
    Plot::new(format.size, window?, axes, &format.theme)
}
