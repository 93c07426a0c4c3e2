//! The data with the fitted line.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::charts::plain_axes;
use super::{Figure, Format};
use crate::cost::Regression;
use crate::lab::{MOST_DOTS, Session, rows_in_plot, words};
use crate::landscape::Window;
use crate::view::{self, DataPicture, Density, FittedLine, Plot, Points};

/// Room around the data, as a part of their range.
const MARGIN: f64 = 0.08;

/// How close together the rows of a subject lie; looked at once.
pub(super) struct DensityCache {
    subject: u64,
    density: Density,
}

impl Figure {
    /// Draws the data with every run's line; with several features, what the
    /// selected run predicts against what was measured. Nothing without data.
    pub fn draw_data<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(regression) = &session.subject().regression else {
            return Ok(());
        };
        if is_line(regression) {
            return self.draw_line(session, regression, area, format);
        }
        let points = predictions(session, regression);
        let Some(window) = view::window_around(points.iter().copied(), MARGIN) else {
            return Ok(());
        };
        let crowd = (points.len() > MOST_DOTS).then(|| Density::new(points.clone(), window));
        let points = crowd
            .as_ref()
            .map_or(Points::Single(&points), Points::Crowd);
        draw(regression, points, &[DIAGONAL], 0, window, area, format)
    }

    fn draw_line<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        regression: &Regression,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(window) = line_window(regression) else {
            return Ok(());
        };
        let table = regression.table();
        let rows = table.rows().map(|row| [row[0], row[1]]);
        let single: Vec<[f64; 2]>;
        let points = if table.row_count() > MOST_DOTS {
            let subject = session.subject().number;
            let kept = self.density.take().filter(|kept| kept.subject == subject);
            let cache = self.density.insert(kept.unwrap_or_else(|| DensityCache {
                subject,
                density: Density::new(rows, window),
            }));
            Points::Crowd(&cache.density)
        } else {
            single = rows.collect();
            Points::Single(&single)
        };
        let lines = fitted_lines(session);
        draw(
            regression,
            points,
            &lines,
            session.selected(),
            window,
            area,
            format,
        )
    }
}

fn draw<DB: DrawingBackend>(
    regression: &Regression,
    points: Points,
    lines: &[FittedLine],
    selected: usize,
    window: Window,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
) -> DrawResult<(), DB> {
    let names = column_names(regression);
    let axes = plain_axes(&names[0], &names[1]);
    let Some(plot) = Plot::new(format.size, window, &axes, &format.theme) else {
        return Ok(());
    };
    let picture = DataPicture {
        points,
        lines,
        selected,
        residuals: true,
        handles: is_line(regression),
        axes,
    };
    view::draw_data(area, &plot, &picture, &format.theme)
}

/// Predicted = measured.
const DIAGONAL: FittedLine = FittedLine {
    run: None,
    slope: 1.0,
    intercept: 0.0,
};

/// Whether there is one feature, so that the fit is a line.
pub(super) fn is_line(regression: &Regression) -> bool {
    regression.table().columns().len() == 2
}

/// "size in 1000 sq ft", "price in $1000"; for several features "measured …",
/// "predicted …".
fn column_names(regression: &Regression) -> [String; 2] {
    let columns = regression.table().columns();
    let named = |index: usize| words::column(&columns[index].name, &columns[index].unit);
    let y = named(columns.len() - 1);
    match columns.len() {
        2 => [named(0), y],
        _ => [words::measured(&y), words::predicted(&y)],
    }
}

/// (measured, predicted by the selected run), for all rows or for some of very many.
fn predictions(session: &Session, regression: &Regression) -> Vec<[f64; 2]> {
    let at = session.plane().through;
    let point = |row: &[f64]| {
        let (features, y) = row.split_at(row.len() - 1);
        [y[0], regression.predict(features, &at)]
    };
    let table = regression.table();
    rows_in_plot(table.row_count())
        .map(|row| point(table.row(row)))
        .collect()
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

/// Where the plot of a line stands in a picture.
pub(super) fn line_plot(regression: &Regression, format: &Format) -> Option<Plot> {
    let names = column_names(regression);
    let axes = plain_axes(&names[0], &names[1]);
    Plot::new(format.size, line_window(regression)?, &axes, &format.theme)
}

/// The window of a line's data. It holds y = 0 too, where a line that starts at zero lies.
fn line_window(regression: &Regression) -> Option<Window> {
    let [x, y] = [0, 1].map(|column| regression.table().range(column));
    view::window_around([[x[0], y[0]], [x[1], y[1]], [x[0], 0.0]], MARGIN)
}
