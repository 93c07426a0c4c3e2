//! The rain above the ground of the map.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::Format;
use super::hit::place_of;
use crate::lab::Session;
use crate::landscape::{Fate, Rest};
use crate::view::{self, Mark, Plot, Tally};

/// Draws walkers, counts, and once all have ended where the starts led. Nothing
/// where it does not rain.
pub(super) fn draw<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    format: &Format,
) -> DrawResult<(), DB> {
    let (Some(rain), Some(report)) = (session.rain(), session.rain_report()) else {
        return Ok(());
    };
    let (clock, fates) = (session.iteration(), session.fates());
    let place = |point: &[f64]| place_of(session, point);
    let points = rain.points(clock);
    let places = points.chunks_exact(session.subject().dimension());
    let walkers: Vec<[f64; 2]> = places
        .zip(&fates)
        // Those at rest in a valley are counted there.
        .filter(|(_, fate)| !matches!(fate, Fate::Rest(Rest::Valley(_))))
        .map(|(point, _)| place(point))
        .collect();
    let marks: Vec<Mark> = match rain.is_over(clock) {
        true => fates
            .iter()
            .enumerate()
            .map(|(walker, fate)| Mark {
                at: place(rain.start(walker)),
                valley: match fate {
                    Fate::Rest(Rest::Valley(number)) => Some(*number),
                    _ => None,
                },
            })
            .collect(),
        false => Vec::new(),
    };
    let counts: Vec<String> = report
        .valleys
        .iter()
        .map(|row| row.count.to_string())
        .collect();
    let tallies: Vec<Tally> = report
        .valleys
        .iter()
        .zip(&counts)
        .map(|(row, count)| Tally {
            at: place(&rain.valleys()[row.number].at),
            valley: row.number,
            count,
        })
        .collect();
    let picture = view::Rain {
        walkers: &walkers,
        marks: &marks,
        tallies: &tallies,
    };
    view::draw_rain(area, plot, &picture, &format.theme)
}
