//! The points of the data plot while they are edited.

mod edits;
mod report;

use super::data::{line_window, plot_of, roomy};
use super::hit::nearest;
use super::output::{feature_window, plot_of_features};
use super::{Figure, Format};
use crate::cost::{Column, Fit};
use crate::lab::{DataView, Session, tidy};
use crate::landscape::Window;
use crate::view::Plot;

pub use report::PointsReport;

/// A finger hits what is at most this many CSS pixels away.
const REACH: f64 = 14.0;
/// The window stays until it is so many times as large as the data need.
const ROOMY: f64 = 4.0;

/// Points being edited: which one is chosen or held, and a window that stands still under
/// the pointer, with room for more points around them.
#[derive(Clone, Debug)]
pub struct PointEditor {
    columns: Vec<Column>,
    window: Option<Window>,
    chosen: Option<usize>,
    held: Option<Held>,
}

/// The chosen point under a pointer.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// Where the pointer took hold, in CSS pixels.
    at: [f64; 2],
    /// From the pointer to the point.
    offset: [f64; 2],
    moved: bool,
}

impl PointEditor {
    /// Begins to edit.
    ///
    /// # Errors
    /// A sentence that says why the points of this figure cannot be edited.
    pub fn open(session: &Session) -> Result<PointEditor, String> {
        match session.points_barred() {
            Some(barred) => Err(barred),
            None => Ok(PointEditor {
                columns: Vec::new(),
                window: None,
                chosen: None,
                held: None,
            }),
        }
    }

    /// The window of the plot: the same until points come near its edge, far fewer need it,
    /// or other data are edited. `None` where points cannot be edited any more.
    pub(super) fn window(&mut self, session: &Session) -> Option<Window> {
        let fit = editable(session)?;
        let needed = match session.data_view() {
            DataView::Output => feature_window(fit),
            _ => line_window(fit),
        }?;
        let columns = fit.table().columns();
        let stands = self.window.is_some_and(|window| suits(window, needed));
        if self.columns != columns || (self.held.is_none() && !stands) {
            self.columns = columns.to_vec();
            self.held = None;
            self.window = roomy(needed);
        }
        self.window
    }

    /// The chosen point.
    pub fn chosen(&self, session: &Session) -> Option<usize> {
        self.chosen.filter(|row| *row < session.point_count())
    }

    /// Where a point stands on the plot as it was last drawn, in CSS pixels.
    pub fn place(&self, session: &Session, format: &Format, row: usize) -> Option<[f64; 2]> {
        let plot = self.plot(session, format)?;
        let pixel = plot.to_pixel(on_plane(session.point(row)?))?;
        Some(pixel.map(|side| side / format.theme.pixel_ratio()))
    }

    /// Whether a point is in a pointer's reach.
    pub fn is_near(&self, session: &Session, format: &Format, css: [f64; 2]) -> bool {
        self.near(session, format, css).is_some()
    }

    fn near(&self, session: &Session, format: &Format, css: [f64; 2]) -> Option<(usize, [f64; 2])> {
        let plot = self.plot(session, format)?;
        let ratio = format.theme.pixel_ratio();
        let place = |row: usize| {
            let pixel = plot.to_pixel(on_plane(session.point(row)?))?;
            Some((row, pixel.map(|side| side / ratio)))
        };
        let row = nearest((0..session.point_count()).filter_map(place), css, REACH)?;
        place(row)
    }

    /// The place of the plane under a place of the plot in CSS pixels, with no more digits
    /// than the picture can show.
    fn under(&self, session: &Session, format: &Format, css: [f64; 2]) -> Option<[f64; 2]> {
        let plot = self.plot(session, format)?;
        let place = plot.nearest(css.map(|side| side * format.theme.pixel_ratio()));
        Some(tidied(&plot, format, place))
    }

    fn plot(&self, session: &Session, format: &Format) -> Option<Plot> {
        let (fit, window) = (editable(session)?, self.window?);
        match session.data_view() {
            DataView::Output => plot_of_features(fit, window, format),
            _ => plot_of(fit, window, format),
        }
    }
}

impl Figure {
    /// The window of the points that are edited and where the chosen one is; `None` while
    /// none are.
    pub(super) fn edited(&mut self, session: &Session) -> Option<(Window, Option<[f64; 2]>)> {
        let points = self.points.as_mut()?;
        let window = points.window(session)?;
        let row = points.chosen(session).and_then(|row| session.point(row));
        Some((window, row.map(on_plane)))
    }
}

fn editable(session: &Session) -> Option<&Fit> {
    let fit = session.subject().fit.as_ref()?;
    session.points_barred().is_none().then_some(fit)
}

/// Whether a window holds what is needed and not much more.
fn suits(window: Window, needed: Window) -> bool {
    let [x, y] = [needed.x(), needed.y()];
    let holds = window.contains([x[0], y[0]]) && window.contains([x[1], y[1]]);
    let (is, needs) = (window.size(), needed.size());
    holds && is[0] <= ROOMY * needs[0] && is[1] <= ROOMY * needs[1]
}

/// A place with no more digits than a CSS pixel tells apart, that far inside the window.
fn tidied(plot: &Plot, format: &Format, place: [f64; 2]) -> [f64; 2] {
    let (size, area) = (plot.window().size(), plot.area());
    let ends = [plot.window().x(), plot.window().y()];
    [0, 1].map(|axis| {
        let pixel = size[axis] / area[axis] * format.theme.pixel_ratio();
        let [low, high] = ends[axis];
        tidy(place[axis].max(low + pixel).min(high - pixel), pixel)
    })
}

/// The plane of the plot is that of the first two columns: x and y, or two features.
fn on_plane(row: &[f64]) -> [f64; 2] {
    [row[0], row[1]]
}
