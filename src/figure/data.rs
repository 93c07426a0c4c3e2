//! The data with the fitted line.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::charts::plain_axes;
use super::output::draw_output;
use super::{Figure, Format};
use crate::cost::{Fit, Loss, Model};
use crate::lab::{DataView, MOST_DOTS, Session, rows_in_plot, words};
use crate::landscape::Window;
use crate::view::{self, DataPicture, Density, FittedCurve, FittedLine, Plot, Points, Role};

/// Room around the data, as a part of their range.
const MARGIN: f64 = 0.08;
/// Room around the window of data whose points are edited, as a part of it.
const ROOM: f64 = 0.15;

/// How close together the rows of a subject lie; looked at once.
pub(super) struct DensityCache {
    subject: u64,
    density: Density,
}

impl Figure {
    /// Draws the data with what every run makes of them: lines or curves over one feature,
    /// over two of a network the selected run's output; else what the selected run predicts
    /// against what was measured. Nothing without data.
    pub fn draw_data<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(fit) = &session.subject().fit else {
            return Ok(());
        };
        match session.data_view() {
            DataView::Curves => self.draw_curves(session, fit, area, format),
            DataView::Output => draw_output(session, fit, self.edited(session), area, format),
            DataView::Predictions => draw_predictions(session, fit, area, format),
        }
    }

    fn draw_curves<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        fit: &Fit,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let edited = self.edited(session);
        let Some(window) = edited
            .map(|(window, _)| window)
            .or_else(|| line_window(fit))
        else {
            return Ok(());
        };
        let table = fit.table();
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
        let (lines, curves) = match is_line(fit) {
            true => (fitted_lines(session), Vec::new()),
            false => (Vec::new(), fitted_curves(session, fit, window, points)),
        };
        let fits = Fits {
            lines: &lines,
            curves: &curves,
            selected: session.selected(),
            handles: is_line(fit) && edited.is_none(),
        };
        draw(fit, points, fits, window, area, format)?;
        let chosen = edited.and_then(|(_, chosen)| chosen);
        match plot_of(fit, window, format) {
            Some(plot) => draw_meant(session, fit, chosen, &plot, area, format),
            None => Ok(()),
        }
    }
}

/// Rings around the rows that the next step looks at, where that is not all of them, and
/// around the point that is chosen.
pub(super) fn draw_meant<DB: DrawingBackend>(
    session: &Session,
    fit: &Fit,
    chosen: Option<[f64; 2]>,
    plot: &Plot,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
) -> DrawResult<(), DB> {
    let rows = session.ringed_rows();
    let looked_at = rows.iter().map(|row| fit.table().row(*row));
    let looked_at = looked_at.map(|row| [row[0], row[1]]);
    let run = Role::Run(session.selected());
    view::draw_rings(area, plot, looked_at, run, &format.theme)?;
    view::draw_rings(area, plot, chosen.into_iter(), Role::Ink, &format.theme)
}

fn draw_predictions<DB: DrawingBackend>(
    session: &Session,
    fit: &Fit,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
) -> DrawResult<(), DB> {
    let points = predictions(session, fit);
    let Some(window) = view::window_around(points.iter().copied(), MARGIN) else {
        return Ok(());
    };
    let crowd = (points.len() > MOST_DOTS).then(|| Density::new(points.clone(), window));
    let points = crowd
        .as_ref()
        .map_or(Points::Single(&points), Points::Crowd);
    let fits = Fits {
        lines: &[DIAGONAL],
        curves: &[],
        selected: 0,
        handles: false,
    };
    draw(fit, points, fits, window, area, format)
}

/// The lines or curves, which of them is selected, and whether it has handles.
struct Fits<'a> {
    lines: &'a [FittedLine],
    curves: &'a [FittedCurve],
    selected: usize,
    handles: bool,
}

fn draw<DB: DrawingBackend>(
    fit: &Fit,
    points: Points,
    fits: Fits,
    window: Window,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
) -> DrawResult<(), DB> {
    let Some(plot) = plot_of(fit, window, format) else {
        return Ok(());
    };
    let names = column_names(fit);
    let picture = DataPicture {
        points,
        lines: fits.lines,
        curves: fits.curves,
        selected: fits.selected,
        residuals: true,
        handles: fits.handles,
        axes: plain_axes(&names[0], &names[1]),
    };
    view::draw_data(area, &plot, &picture, &format.theme)
}

/// Predicted = measured.
const DIAGONAL: FittedLine = FittedLine {
    run: None,
    slope: 1.0,
    intercept: 0.0,
};

/// Whether the fit is a straight line over one feature.
pub(super) fn is_line(fit: &Fit) -> bool {
    fit.model() == Model::Line
        && fit.loss() != Loss::CrossEntropy
        && fit.table().columns().len() == 2
}

/// "size in 1000 sq ft", "price in $1000"; for several features "measured …",
/// "predicted …".
fn column_names(fit: &Fit) -> [String; 2] {
    let columns = fit.table().columns();
    let named = |index: usize| words::column(&columns[index].name, &columns[index].unit);
    let y = named(columns.len() - 1);
    match columns.len() {
        2 => [named(0), y],
        _ => [words::measured(&y), words::predicted(&y)],
    }
}

/// (measured, predicted by the selected run), for all rows or for some of very many.
fn predictions(session: &Session, fit: &Fit) -> Vec<[f64; 2]> {
    let at = session.plane().through;
    let table = fit.table();
    rows_in_plot(table.row_count())
        .map(|row| table.row(row))
        .map(|row| [row[row.len() - 1], fit.predict(row, &at)])
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

/// Places along a curve: near enough for nine bends, and far enough that a canvas, whose
/// points are whole pixels, shows no steps.
const CURVE: usize = 61;

fn fitted_curves(session: &Session, fit: &Fit, window: Window, points: Points) -> Vec<FittedCurve> {
    let [low, high] = window.x();
    let place = |index: usize| {
        let part = index as f64 / (CURVE - 1) as f64;
        low * (1.0 - part) + high * part
    };
    let rows: &[[f64; 2]] = match points {
        Points::Single(points) => points,
        Points::Crowd(_) => &[],
    };
    (0..session.runs().len())
        .map(|run| {
            let at = session.runs()[run].point(session.shown_iteration(run));
            let height = |x: f64| fit.predict(&[x], &at);
            FittedCurve {
                run,
                points: (0..CURVE).map(place).map(|x| [x, height(x)]).collect(),
                heights: rows.iter().map(|[x, _]| height(*x)).collect(),
            }
        })
        .collect()
}

/// Where the plot of a line stands in a picture.
pub(super) fn line_plot(fit: &Fit, format: &Format) -> Option<Plot> {
    plot_of(fit, line_window(fit)?, format)
}

/// Where a window of the data stands in a picture.
pub(super) fn plot_of(fit: &Fit, window: Window, format: &Format) -> Option<Plot> {
    let names = column_names(fit);
    let axes = plain_axes(&names[0], &names[1]);
    Plot::new(format.size, window, &axes, &format.theme)
}

/// A window with room for more points around what these data need.
pub(super) fn roomy(needed: Window) -> Option<Window> {
    let [x, y] = [needed.x(), needed.y()];
    view::window_around([[x[0], y[0]], [x[1], y[1]]], ROOM)
}

/// The window of the data over one feature. It holds y = 0 too, where a line that starts at
/// zero lies, and for a probability all from 0 to 1.
pub(super) fn line_window(fit: &Fit) -> Option<Window> {
    let [x, y] = [0, 1].map(|column| fit.table().range(column));
    let top = match fit.loss() {
        Loss::CrossEntropy => 1.0,
        _ => y[1],
    };
    view::window_around(
        [[x[0], y[0]], [x[1], y[1]], [x[0], 0.0], [x[1], top]],
        MARGIN,
    )
}
