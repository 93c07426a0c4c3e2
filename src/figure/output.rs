//! What a model says over the plane of two features.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::Format;
use super::charts::plain_axes;
use super::data::draw_meant;
use crate::cost::{Fit, Loss};
use crate::lab::{Session, rows_in_plot, words};
use crate::landscape::{Grid, Window};
use crate::view::{self, OutputPicture, Plot};

/// Room around the data, as a part of their range.
const MARGIN: f64 = 0.2;
/// Places along both features at which the output is worked out.
const PLACES: [usize; 2] = [72, 48];

pub(super) fn draw_output<DB: DrawingBackend>(
    session: &Session,
    fit: &Fit,
    edited: Option<(Window, Option<[f64; 2]>)>,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
) -> DrawResult<(), DB> {
    let (window, chosen) = match edited {
        Some((window, chosen)) => (Some(window), chosen),
        None => (feature_window(fit), None),
    };
    let Some((window, plot)) =
        window.and_then(|window| Some((window, plot_of_features(fit, window, format)?)))
    else {
        return Ok(());
    };
    let table = fit.table();
    let names = feature_names(fit);
    let rows: Vec<[f64; 3]> = rows_in_plot(table.row_count())
        .map(|row| table.row(row))
        .map(|row| [row[0], row[1], row[2]])
        .collect();
    let picture = OutputPicture {
        output: &output(fit, &session.plane().through, window),
        range: match fit.loss() {
            Loss::CrossEntropy => [0.0, 1.0],
            _ => table.range(2),
        },
        rows: &rows,
        axes: plain_axes(&names[0], &names[1]),
    };
    view::draw_output(area, &plot, &picture, &format.theme)?;
    draw_meant(session, fit, chosen, &plot, area, format)
}

fn feature_names(fit: &Fit) -> [String; 2] {
    let columns = fit.table().columns();
    [0, 1].map(|index| words::column(&columns[index].name, &columns[index].unit))
}

/// The window of the data over their two features.
pub(super) fn feature_window(fit: &Fit) -> Option<Window> {
    let [x, across] = [0, 1].map(|column| fit.table().range(column));
    let corners = [[x[0], across[0]], [x[1], across[1]]];
    view::window_around(corners, MARGIN)
}

/// Where a window of two features stands in a picture.
pub(super) fn plot_of_features(fit: &Fit, window: Window, format: &Format) -> Option<Plot> {
    let names = feature_names(fit);
    let axes = plain_axes(&names[0], &names[1]);
    Plot::new(format.size, window, &axes, &format.theme)
}

/// What the model says for regularly spaced places of a window of two features.
fn output(fit: &Fit, at: &[f64], window: Window) -> Grid {
    let [columns, rows] = PLACES;
    let mut grid = Grid {
        window,
        columns,
        rows,
        values: vec![0.0; columns * rows],
    };
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    let places: Vec<[f64; 2]> = places
        .map(|(column, row)| grid.position(column, row))
        .collect();
    let fixed = at.iter().map(|number| vec![*number; places.len()]);
    let features = [0, 1].map(|axis| places.iter().map(|place| place[axis]).collect());
    let lanes: Vec<Vec<f64>> = fixed.chain(features).collect();
    let lanes: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
    fit.prediction().values(&lanes, &mut grid.values);
    grid
}
