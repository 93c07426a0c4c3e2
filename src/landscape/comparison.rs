use std::rc::Rc;

use super::coarse::{coarse_to_fine, stride};
use super::grid::place;
use super::{Plane, Window};
use crate::cost::Cost;
use crate::descent::{Plan, Scout, StopReason, norm};

/// How two ways to walk end from one start. A walk settles if it converges: ‖∇J‖ is at
/// most the tolerance within the step limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Both settle, in the same place.
    Same,
    /// Both settle, in different places.
    Different,
    /// Only the first way settles.
    OnlyFirst,
    /// Only the second way settles.
    OnlySecond,
    /// Neither settles.
    Neither,
}

/// Starts on a grid over a window, each walked in two ways, in as many slices as wanted.
///
/// Two ends are the same place if the ground between them is as flat as they are: ‖∇J‖
/// is at most twice the tolerance at three places on the way. This asks for no length that
/// would have to fit the parameters' units: around one minimum the slopes between two
/// ends are no larger than at the ends, between two minima they are larger by far. Two
/// stops on one flat floor count as one place.
pub struct Comparison {
    cost: Rc<dyn Cost>,
    plans: [Plan; 2],
    plane: Plane,
    window: Window,
    side: usize,
    outcomes: Vec<Option<Outcome>>,
    /// Places of the grid, the coarse ones first.
    order: Vec<usize>,
    done: usize,
    scouts: Option<[Scout; 2]>,
}

/// Where between two ends the slope is measured. No simple parts: on a cost that repeats,
/// those could fall on other minima.
const BETWEEN: [f64; 3] = [0.137, 0.413, 0.731];
/// How much steeper than the tolerance the ground between may be.
const AS_FLAT: f64 = 2.0;
/// The coarsest starts lie this many places apart along each side.
const COARSEST: usize = 4;

impl Comparison {
    /// Nothing walked yet: `side` × `side` starts, at least 2 × 2, edges included.
    /// Parameters that the plane does not show start where it is frozen.
    pub fn new(
        cost: Rc<dyn Cost>,
        plans: [Plan; 2],
        plane: Plane,
        window: Window,
        side: usize,
    ) -> Comparison {
        let side = if side < 2 { 2 } else { side };
        Comparison {
            cost,
            plans,
            plane,
            window,
            side,
            outcomes: vec![None; side * side],
            order: coarse_to_fine(side * side, COARSEST, |place| {
                stride(place / side, COARSEST).min(stride(place % side, COARSEST))
            }),
            done: 0,
            scouts: None,
        }
    }

    /// How many starts lie along each side.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The rectangle the starts cover.
    pub fn window(&self) -> Window {
        self.window
    }

    /// How many starts are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        [self.done, self.order.len()]
    }

    /// Takes at most so many steps; gives whether there is more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        let mut left = steps;
        while self.done < self.order.len() && left > 0 {
            let place = self.order[self.done];
            let mut scouts = match self.scouts.take() {
                Some(scouts) => scouts,
                // Setting out is work as well.
                None => {
                    left -= 1;
                    let start = self.start(place);
                    self.plans.map(|plan| Scout::new(&*self.cost, plan, &start))
                }
            };
            for scout in &mut scouts {
                left -= scout.walk(&*self.cost, left);
            }
            if scouts.iter().all(|scout| scout.ending().is_some()) {
                self.outcomes[place] = Some(self.outcome(&scouts));
                self.done += 1;
            } else {
                self.scouts = Some(scouts);
            }
        }
        self.done < self.order.len()
    }

    /// How the walks from a start end: from the nearest coarser start where it is not yet
    /// known, `None` where that is not known either.
    pub fn outcome_near(&self, column: usize, row: usize) -> Option<Outcome> {
        [1, 2, COARSEST].iter().find_map(|stride| {
            let coarse = |index: usize| index / stride * stride;
            self.outcomes[coarse(row) * self.side + coarse(column)]
        })
    }

    /// How many starts have this outcome, as far as known.
    pub fn count(&self, outcome: Outcome) -> usize {
        let known = self.outcomes.iter().flatten();
        known.filter(|known| **known == outcome).count()
    }

    /// The next start with this outcome after a point in the grid's order, row by row,
    /// and round from the last to the first.
    pub fn next_start(&self, outcome: Outcome, after: &[f64]) -> Option<Vec<f64>> {
        let total = self.outcomes.len();
        let here = (0..total).find(|&place| self.start(place) == after);
        let first = here.map_or(0, |place| place + 1);
        (0..total)
            .map(|offset| (first + offset) % total)
            .find(|&place| self.outcomes[place] == Some(outcome))
            .map(|place| self.start(place))
    }

    /// The start nearest to a place of the window.
    pub fn nearest_start(&self, [x, y]: [f64; 2]) -> Vec<f64> {
        let index = |value: f64, [low, high]: [f64; 2]| {
            let part = (value - low) / (high - low) * (self.side - 1) as f64;
            // A cast from a float saturates and turns NaN into 0.
            (libm::round(part) as usize).min(self.side - 1)
        };
        let [column, row] = [index(x, self.window.x()), index(y, self.window.y())];
        self.start(row * self.side + column)
    }

    /// The full point of parameters that a place of the grid stands for.
    fn start(&self, index: usize) -> Vec<f64> {
        self.plane.point([
            place(self.window.x(), index % self.side, self.side),
            place(self.window.y(), index / self.side, self.side),
        ])
    }

    fn outcome(&self, scouts: &[Scout; 2]) -> Outcome {
        let settles = |scout: &Scout| {
            let reason = scout.ending().map(|ending| ending.reason);
            matches!(reason, Some(StopReason::Converged { .. }))
        };
        let [first, second] = scouts;
        match [settles(first), settles(second)] {
            [true, true] if self.is_one_place(scouts) => Outcome::Same,
            [true, true] => Outcome::Different,
            [true, false] => Outcome::OnlyFirst,
            [false, true] => Outcome::OnlySecond,
            [false, false] => Outcome::Neither,
        }
    }

    fn is_one_place(&self, [first, second]: &[Scout; 2]) -> bool {
        let tolerance = self.plans[0].limits.tolerance;
        is_one_place(&*self.cost, tolerance, first.point(), second.point())
    }
}

/// Whether two ends of walks lie in one flat place: see [`Comparison`].
pub fn is_one_place(cost: &dyn Cost, tolerance: f64, a: &[f64], b: &[f64]) -> bool {
    let mut slopes = vec![0.0; a.len()];
    BETWEEN.iter().all(|part| {
        let between = a.iter().zip(b).map(|(a, b)| a * (1.0 - part) + b * part);
        cost.gradient(&between.collect::<Vec<_>>(), &mut slopes);
        norm(&slopes) <= AS_FLAT * tolerance
    })
}
