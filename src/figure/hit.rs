//! What lies under a pointer.

use super::ground::map_plot;
use super::{Figure, Format};
use crate::lab::{Session, tidy};

/// A finger hits what is at most this many CSS pixels away.
const REACH: f64 = 14.0;

impl Figure {
    /// The point of parameters under a place of the map, in CSS pixels, with no
    /// more digits than the picture can show. For one parameter only x counts.
    pub fn pick(session: &Session, format: &Format, css: [f64; 2]) -> Option<Vec<f64>> {
        let plot = map_plot(session, format)?;
        let scale = format.theme.pixel_ratio();
        let place = plot.from_pixel(css.map(|c| c * scale))?;
        Some(tidy_point(session, &plot, place))
    }

    /// The run whose start or walker is nearest to a place of the map and within
    /// a finger's reach.
    pub fn start_near(session: &Session, format: &Format, css: [f64; 2]) -> Option<usize> {
        let plot = map_plot(session, format)?;
        let scale = format.theme.pixel_ratio();
        let in_sight = handles(session).into_iter().filter_map(|(run, at)| {
            let pixel = plot.to_pixel(at)?;
            Some((run, pixel.map(|side| side / scale)))
        });
        nearest(in_sight, css, REACH)
    }

    /// A point moved by CSS pixels, kept inside the window.
    pub fn nudged(
        session: &Session,
        format: &Format,
        point: &[f64],
        css: [f64; 2],
    ) -> Option<Vec<f64>> {
        let plot = map_plot(session, format)?;
        let scale = format.theme.pixel_ratio();
        let [x, y] = plot
            .to_pixel(place_of(session, point))
            .unwrap_or_else(|| plot.area().map(|side| side / 2.0));
        let place = plot.nearest([x + css[0] * scale, y + css[1] * scale]);
        Some(tidy_point(session, &plot, place))
    }

    /// Where a point stands on the map in CSS pixels, if it is in sight.
    pub fn place(session: &Session, format: &Format, point: &[f64]) -> Option<[f64; 2]> {
        let plot = map_plot(session, format)?;
        let pixel = plot.to_pixel(place_of(session, point))?;
        Some(pixel.map(|side| side / format.theme.pixel_ratio()))
    }
}

/// Whichever stands nearest to a place, if it is within reach.
pub(super) fn nearest(
    things: impl Iterator<Item = (usize, [f64; 2])>,
    to: [f64; 2],
    reach: f64,
) -> Option<usize> {
    let away = |at: [f64; 2]| libm::hypot(at[0] - to[0], at[1] - to[1]);
    things
        .map(|(thing, at)| (thing, away(at)))
        .filter(|(_, away)| *away <= reach)
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(thing, _)| thing)
}

/// Starts and walkers on the plane, each with its run.
fn handles(session: &Session) -> Vec<(usize, [f64; 2])> {
    let starts = session.starts().into_iter().enumerate();
    let walkers = (0..session.runs().len())
        .map(|run| (run, session.runs()[run].point(session.shown_iteration(run))));
    starts
        .chain(walkers)
        .map(|(run, point)| (run, place_of(session, &point)))
        .collect()
}

/// A point on the picture: on the plane, or on the curve for one parameter.
pub(super) fn place_of(session: &Session, point: &[f64]) -> [f64; 2] {
    match point {
        [only] => [*only, session.subject().cost.value(point)],
        _ => session.axes().map(|axis| point[axis]),
    }
}

fn tidy_point(session: &Session, plot: &crate::view::Plot, place: [f64; 2]) -> Vec<f64> {
    let (size, area) = (plot.window().size(), plot.area());
    let tidied = [0, 1].map(|axis| tidy(place[axis], size[axis] / area[axis]));
    match session.subject().dimension() {
        1 => vec![tidied[0]],
        _ => session.plane().point(tidied),
    }
}
