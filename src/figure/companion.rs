//! A run that is not one of the session's own, on a small map.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::hit::place_of;
use super::walk::{empty_trail, pieces, step_from};
use super::{Figure, Format, curve};
use crate::lab::Session;
use crate::lab::instruments::Companion;
use crate::landscape::Trail;
use crate::view::{self, Plot, Walk, Walker};

/// A companion's path as one plane and window show it.
pub(super) struct CompanionTrail {
    generation: u64,
    axes: [usize; 2],
    plot: Plot,
    trail: Trail,
}

impl CompanionTrail {
    fn new(session: &Session, generation: u64, plot: &Plot) -> CompanionTrail {
        CompanionTrail {
            generation,
            axes: session.axes(),
            plot: plot.clone(),
            trail: empty_trail(session, plot),
        }
    }

    /// The trail kept in a slot, or a new one where it no longer fits, up to date.
    fn of<'a>(
        slot: &'a mut Option<CompanionTrail>,
        session: &Session,
        generation: u64,
        plot: &Plot,
        companion: &Companion,
    ) -> &'a Trail {
        let kept = slot.take().filter(|kept| {
            kept.generation == generation && kept.axes == session.axes() && kept.plot == *plot
        });
        let kept =
            slot.insert(kept.unwrap_or_else(|| CompanionTrail::new(session, generation, plot)));
        kept.trail.extend(companion.run);
        &kept.trail
    }
}

impl Figure {
    /// Draws a companion with its path, and the arrow of its next step if wanted, in the
    /// colour of the selected run.
    pub(super) fn draw_companion<DB: DrawingBackend>(
        slot: &mut Option<CompanionTrail>,
        session: &Session,
        (generation, companion): (u64, &Companion),
        has_arrow: bool,
        plot: &Plot,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let at = companion.point();
        let is_curve = at.len() == 1;
        let (path, steps) = if is_curve {
            let steps = curve::path(session, companion.run, companion.iteration);
            (vec![steps.clone()], steps)
        } else {
            let trail = CompanionTrail::of(slot, session, generation, plot, companion);
            let points = trail.until(companion.iteration);
            (
                pieces(points),
                points.iter().map(|point| point.at).collect(),
            )
        };
        let (plan, iteration) = (companion.run.plan(), companion.iteration);
        let next = || place_of(session, &step_from(session, plan, iteration, &at));
        let walkers = [Walker {
            run: session.selected(),
            selected: false,
            path: &path,
            steps: &steps,
            at: place_of(session, &at),
            next: (has_arrow && companion.stop.is_none()).then(next),
            values: &[],
        }];
        let walk = Walk {
            walkers: &walkers,
            trails: &[],
            covered: None,
        };
        match is_curve {
            true => view::draw_curve_walk(area, plot, &walk, &[], &format.theme),
            false => view::draw_walk(area, plot, &walk, &format.theme),
        }
    }
}
