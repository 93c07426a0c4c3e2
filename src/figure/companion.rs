//! A run that is not one of the session's own, on a small map.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::walk::{pieces, step_from};
use super::{Figure, Format};
use crate::descent::Plan;
use crate::lab::Session;
use crate::lab::instruments::Companion;
use crate::landscape::{Plane, Trail};
use crate::view::{self, Plot, Walk, Walker};

/// A companion's path as one plane and window show it.
pub(super) struct CompanionTrail {
    generation: u64,
    axes: [usize; 2],
    plot: Plot,
    trail: Trail,
}

/// Steps beyond this many lie too close on a curve to be told apart.
const MOST_STEPS: u32 = 2000;

impl CompanionTrail {
    fn new(session: &Session, generation: u64, plot: &Plot) -> CompanionTrail {
        let (size, area) = (plot.window().size(), plot.area());
        let plane = Plane {
            axes: session.axes(),
            through: session.starts()[0].clone(),
        };
        CompanionTrail {
            generation,
            axes: session.axes(),
            plot: plot.clone(),
            trail: Trail::new(plane, [size[0] / area[0], size[1] / area[1]]),
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
        let on_curve = |point: &[f64]| [point[0], session.subject().cost.value(point)];
        let plane = session.plane();
        let is_curve = at.len() == 1;
        let shown = |point: &[f64]| match is_curve {
            true => on_curve(point),
            false => plane.project(point),
        };
        let (path, steps) = if is_curve {
            let mut steps = Vec::new();
            let last = companion.iteration.min(MOST_STEPS);
            companion
                .run
                .visit(0, last, |_, point| steps.push(on_curve(point)));
            (vec![steps.clone()], steps)
        } else {
            let trail = CompanionTrail::of(slot, session, generation, plot, companion);
            let points = trail.until(companion.iteration);
            (
                pieces(points),
                points.iter().map(|point| point.at).collect(),
            )
        };
        let Plan { rule, alpha, .. } = *companion.run.plan();
        let next = || shown(&step_from(session, rule, alpha, &at));
        let walkers = [Walker {
            run: session.selected(),
            selected: false,
            path: &path,
            steps: &steps,
            at: shown(&at),
            next: (has_arrow && companion.stop.is_none()).then(next),
            values: &[],
        }];
        let walk = Walk {
            walkers: &walkers,
            trails: &[],
        };
        match is_curve {
            true => view::draw_curve_walk(area, plot, &walk, &[], &format.theme),
            false => view::draw_walk(area, plot, &walk, &format.theme),
        }
    }
}
