use std::rc::Rc;

use super::coarse::{coarse_to_fine, stride};
use super::descents::{Descents, End, Journal};
use super::grid::place;
use super::{Plane, WalkKernel, Window};
use crate::cost::Cost;
use crate::descent::{Plan, norm};

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
    tolerance: f64,
    starts: Starts,
    /// The walks in each way, and how they ended.
    ways: [(Descents, Way); 2],
    outcomes: Vec<Option<Outcome>>,
    done: usize,
}

/// A grid of starts.
struct Starts {
    plane: Plane,
    window: Window,
    side: usize,
    /// Places of the grid, the coarse ones first.
    order: Vec<usize>,
}

/// The ends of the walks in one way.
struct Way {
    alpha: f64,
    begun: usize,
    /// Places whose walk has ended since the last look.
    ended: Vec<usize>,
    /// What is known of the walk from each place.
    ends: Vec<Option<Settled>>,
}

/// Where a walk that has ended has settled, if it has.
type Settled = Option<Vec<f64>>;

/// Where between two ends the slope is measured. No simple parts: on a cost that repeats,
/// those could fall on other minima.
const BETWEEN: [f64; 3] = [0.137, 0.413, 0.731];
/// How much steeper than the tolerance the ground between may be.
const AS_FLAT: f64 = 2.0;
/// The coarsest starts lie this many places apart along each side.
const COARSEST: usize = 4;

impl Comparison {
    /// Nothing walked yet: `side` × `side` starts, at least 2 × 2, edges included.
    /// Parameters that the plane does not show start where it is frozen. Each plan may come
    /// with a kernel for this cost and its rule.
    pub fn new(
        cost: Rc<dyn Cost>,
        plans: [(Plan, Option<Rc<dyn WalkKernel>>); 2],
        plane: Plane,
        window: Window,
        side: usize,
    ) -> Comparison {
        let side = if side < 2 { 2 } else { side };
        let all = side * side;
        let tolerance = plans[0].0.limits.tolerance;
        let ways = plans.map(|(plan, kernel)| {
            let descents = Descents::new(Rc::clone(&cost), kernel, plan, all);
            (descents, Way::new(plan.alpha, all))
        });
        Comparison {
            cost,
            tolerance,
            starts: Starts {
                plane,
                window,
                side,
                order: coarse_to_fine(all, COARSEST, |place| {
                    stride((place / side) | (place % side), COARSEST)
                }),
            },
            ways,
            outcomes: vec![None; all],
            done: 0,
        }
    }

    /// How many starts lie along each side.
    pub fn side(&self) -> usize {
        self.starts.side
    }

    /// The rectangle the starts cover.
    pub fn window(&self) -> Window {
        self.starts.window
    }

    /// How many starts are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        [self.done, self.outcomes.len()]
    }

    /// Works for about as long as so many steps take one at a time; gives whether there is
    /// more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        let [first, second] = &mut self.ways;
        for (descents, way) in [first, second] {
            let starts = &self.starts;
            descents.work(steps.div_ceil(2), &mut Walked { starts, way });
        }
        for way in [0, 1] {
            for place in std::mem::take(&mut self.ways[way].1.ended) {
                self.look(place);
            }
        }
        self.done < self.outcomes.len()
    }

    /// Enters the outcome of a start if both its walks have ended.
    fn look(&mut self, place: usize) {
        let ends = self.ways.each_mut().map(|(_, way)| &mut way.ends[place]);
        let (None, [Some(first), Some(second)]) = (self.outcomes[place], ends) else {
            return;
        };
        let outcome = match [first.take(), second.take()] {
            [Some(a), Some(b)] if is_one_place(&*self.cost, self.tolerance, &a, &b) => {
                Outcome::Same
            }
            [Some(_), Some(_)] => Outcome::Different,
            [Some(_), None] => Outcome::OnlyFirst,
            [None, Some(_)] => Outcome::OnlySecond,
            [None, None] => Outcome::Neither,
        };
        self.outcomes[place] = Some(outcome);
        self.done += 1;
    }

    /// How the walks from a start end: from the nearest coarser start where it is not yet
    /// known, `None` where that is not known either.
    pub fn outcome_near(&self, column: usize, row: usize) -> Option<Outcome> {
        [1, 2, COARSEST].iter().find_map(|stride| {
            let coarse = |index: usize| index / stride * stride;
            self.outcomes[coarse(row) * self.starts.side + coarse(column)]
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
        let here = (0..total).find(|&place| self.starts.point(place) == after);
        let first = here.map_or(0, |place| place + 1);
        (0..total)
            .map(|offset| (first + offset) % total)
            .find(|&place| self.outcomes[place] == Some(outcome))
            .map(|place| self.starts.point(place))
    }

    /// The start nearest to a place of the window.
    pub fn nearest_start(&self, [x, y]: [f64; 2]) -> Vec<f64> {
        let index = |value: f64, [low, high]: [f64; 2]| {
            let part = (value - low) / (high - low) * (self.starts.side - 1) as f64;
            // A cast from a float saturates and turns NaN into 0.
            (libm::round(part) as usize).min(self.starts.side - 1)
        };
        let [column, row] = [
            index(x, self.starts.window.x()),
            index(y, self.starts.window.y()),
        ];
        self.starts.point(row * self.starts.side + column)
    }
}

impl Starts {
    /// The full point of parameters that a place of the grid stands for.
    fn point(&self, index: usize) -> Vec<f64> {
        self.plane.point([
            place(self.window.x(), index % self.side, self.side),
            place(self.window.y(), index / self.side, self.side),
        ])
    }
}

impl Way {
    fn new(alpha: f64, places: usize) -> Way {
        Way {
            alpha,
            begun: 0,
            ended: Vec::new(),
            ends: vec![None; places],
        }
    }
}

/// The starts as they are walked in one way.
struct Walked<'a> {
    starts: &'a Starts,
    way: &'a mut Way,
}

impl Journal for Walked<'_> {
    fn next(&mut self) -> Option<usize> {
        let place = self.starts.order.get(self.way.begun).copied();
        self.way.begun += 1;
        place
    }

    fn write_start(&self, place: usize, start: &mut [f64]) -> f64 {
        start.copy_from_slice(&self.starts.point(place));
        self.way.alpha
    }

    fn enter(&mut self, place: usize, end: End, point: &[f64]) {
        self.way.ends[place] = Some(end.has_converged().then(|| point.to_vec()));
        self.way.ended.push(place);
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
