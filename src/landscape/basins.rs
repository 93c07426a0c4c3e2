use std::rc::Rc;

use super::passes::Passes;
use super::walks::{Progress, STRETCH, Walks};
use super::{Fate, Kernel, Plane, Rest, Valley, Valleys, Window};
use crate::cost::Cost;
use crate::descent::{Plan, Scout};

/// Where the walk from one start of a window ends, and how many steps that takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasinCell {
    /// What becomes of it; never [`Fate::Walking`].
    pub fate: Fate,
    /// The iteration at which it ends.
    pub steps: u32,
}

/// The basins of attraction in a window: which valley a walk from every start comes to.
///
/// The window is cut into cells, and the walk from the middle of each is taken to its
/// end, with the same rule, α and limits as a [`Run`](crate::descent::Run) from there.
/// Coarse cells come first, so that a picture is there early and becomes finer; valleys
/// are those that walks find, and any that are known beforehand.
///
/// With a [`Kernel`] thousands of walks go together; those that want care, and without a
/// kernel all, are taken step by step.
pub struct Basins {
    cost: Rc<dyn Cost>,
    kernel: Option<Rc<dyn Kernel>>,
    plan: Plan,
    plane: Plane,
    window: Window,
    sides: [usize; 2],
    /// For each cell the number of its fate in `known`, and its steps.
    cells: Vec<(u16, u32)>,
    known: Vec<Known>,
    /// The fewest and the most steps of the walks known to come to a valley.
    steps_range: Option<[u32; 2]>,
    ahead: Passes,
    /// How many cells of each pass are not known yet, the coarsest first.
    missing: [usize; PASSES],
    walks: Option<Walks>,
    /// Walks to be taken step by step.
    careful: Vec<Careful>,
    walking: Option<(usize, Scout)>,
    valleys: Valleys,
}

/// A fate that cells have.
struct Known {
    fate: Fate,
    /// How many.
    cells: usize,
}

/// A walk that is at a point after some steps.
struct Careful {
    place: usize,
    point: Vec<f64>,
    steps: u32,
}

/// A cell of which nothing is known.
const UNKNOWN: u16 = u16::MAX;
/// The coarsest starts lie this many cells apart along each side.
pub const COARSEST: usize = 16;
/// Strides of 16, 8, 4, 2 and 1.
const PASSES: usize = 5;
/// Fewer walks would leave a kernel waiting for the last of them.
const FEW: u32 = 64;
/// How many walks go together at most: what is kept of them stays in a processor's near memory.
const TOGETHER: usize = 4096;
/// So many steps of walks that go together take as long as one that is taken alone.
const CHEAP: u32 = 16;

impl Basins {
    /// Nothing walked yet: at least 1 × 1 cells. Parameters that the plane does not show
    /// start where it is frozen. `kernel` is one for this cost and this plan's rule.
    pub fn new(
        cost: Rc<dyn Cost>,
        kernel: Option<Rc<dyn Kernel>>,
        plan: Plan,
        plane: Plane,
        window: Window,
        sides: [usize; 2],
        valleys: Valleys,
    ) -> Basins {
        let sides = sides.map(|side| side.max(1));
        let ahead = Passes::new(sides, COARSEST);
        let walks = match kernel {
            Some(_) => Walks::new(&plan, plane.through.len(), TOGETHER),
            None => None,
        };
        Basins {
            cost,
            kernel,
            plan,
            plane,
            window,
            sides,
            cells: vec![(UNKNOWN, 0); sides[0] * sides[1]],
            known: Vec::new(),
            steps_range: None,
            missing: std::array::from_fn(|pass| ahead.length(COARSEST >> pass)),
            ahead,
            walks,
            careful: Vec::new(),
            walking: None,
            valleys,
        }
    }

    /// How many cells lie along x, and along y.
    pub fn sides(&self) -> [usize; 2] {
        self.sides
    }

    /// How many cells are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        let all = self.cells.len();
        [all - self.missing.iter().sum::<usize>(), all]
    }

    /// How many cells lie from one start of the finest complete pass to the next along a
    /// side: 1 when all are known, `None` before the coarsest pass is complete.
    pub fn fineness(&self) -> Option<usize> {
        let complete = self
            .missing
            .iter()
            .take_while(|missing| **missing == 0)
            .count();
        complete.checked_sub(1).map(|pass| COARSEST >> pass)
    }

    /// Works for about as long as so many steps take one at a time; gives whether there is
    /// more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        let mut left = steps;
        while left > 0 && self.fineness() != Some(1) {
            let spent = match (self.walking.take(), self.careful.pop()) {
                (None, None) => self.walk_together(left),
                (Some((place, scout)), careful) => {
                    self.careful.extend(careful);
                    self.walk_alone(place, scout, left)
                }
                (None, Some(careful)) => {
                    let scout = self.scout(&careful);
                    // Setting out is work as well.
                    1 + self.walk_alone(careful.place, scout, left)
                }
            };
            left = left.saturating_sub(spent);
        }
        self.fineness() != Some(1)
    }

    fn scout(&self, careful: &Careful) -> Scout {
        let Careful {
            place,
            point,
            steps,
        } = careful;
        let start = self.start(*place);
        Scout::on_the_way(&*self.cost, self.plan, &start, point, *steps)
    }

    fn walk_alone(&mut self, place: usize, mut scout: Scout, most: u32) -> u32 {
        let taken = scout.walk(&*self.cost, most);
        match scout.ending() {
            None => self.walking = Some((place, scout)),
            Some(ending) => {
                let rest = || self.valleys.take(&*self.cost, scout.point());
                let fate = Fate::of(Some(ending), rest);
                self.enter(place, fate, ending.iteration);
            }
        }
        taken
    }

    /// Gives what it took in steps that are taken alone.
    fn walk_together(&mut self, most: u32) -> u32 {
        let (Some(mut walks), Some(kernel)) = (self.walks.take(), self.kernel.clone()) else {
            self.set_out_alone();
            return 0;
        };
        let steps = most.saturating_mul(CHEAP);
        if walks.count() == 0 {
            self.set_out(&mut walks, (steps / STRETCH).max(FEW));
        }
        let taken = walks.advance(&*kernel, steps, |done, point| {
            let limit = self.plan.limits.steps;
            match done.progress {
                Progress::Converged => {
                    let fate = Fate::Rest(self.rest(done.name, point));
                    self.enter(done.name, fate, done.steps);
                }
                Progress::GoesRound => self.enter(done.name, Fate::Limit, limit),
                Progress::Care => self.careful.push(Careful {
                    place: done.name,
                    point: point.to_vec(),
                    steps: done.steps,
                }),
            }
        });
        self.walks = Some(walks);
        1 + taken / CHEAP
    }

    /// The next starts, as far as there is room for them to go together.
    fn set_out(&mut self, walks: &mut Walks, most: u32) {
        let mut start = self.plane.through.clone();
        for _ in 0..most {
            if !walks.has_room() {
                return;
            }
            let Some([column, row]) = self.ahead.next() else {
                return;
            };
            let place = row * self.sides[0] + column;
            self.write_start(place, &mut start);
            if !walks.set_out(place, &start) {
                self.careful.push(Careful {
                    place,
                    point: start.clone(),
                    steps: 0,
                });
            }
        }
    }

    fn set_out_alone(&mut self) {
        if let Some([column, row]) = self.ahead.next() {
            let place = row * self.sides[0] + column;
            let point = self.start(place);
            self.careful.push(Careful {
                place,
                point,
                steps: 0,
            });
        }
    }

    /// What kind of place a walk has come to. Ends of the coarsest pass are looked at
    /// closely, later ones only if they are not near a valley that is known.
    fn rest(&mut self, place: usize, point: &[f64]) -> Rest {
        let [columns, _] = self.sides;
        let coarse = self.ahead.stride(place % columns, place / columns) == COARSEST;
        let tolerance = self.plan.limits.tolerance;
        let known = match coarse {
            true => None,
            false => self.valleys.recognise(point, tolerance),
        };
        known.unwrap_or_else(|| self.valleys.take(&*self.cost, point))
    }

    fn enter(&mut self, place: usize, fate: Fate, steps: u32) {
        let [columns, _] = self.sides;
        let stride = self.ahead.stride(place % columns, place / columns);
        self.missing[(COARSEST / stride).ilog2() as usize] -= 1;
        let number = self.known.iter().position(|known| known.fate == fate);
        let number = number.unwrap_or_else(|| {
            self.known.push(Known { fate, cells: 0 });
            self.known.len() - 1
        });
        self.known[number].cells += 1;
        self.cells[place] = (number as u16, steps);
        if let Fate::Rest(Rest::Valley(_)) = fate {
            let [fewest, most] = self.steps_range.unwrap_or([steps; 2]);
            self.steps_range = Some([fewest.min(steps), most.max(steps)]);
        }
    }

    /// A cell, the lowest row and the first column being 0: as its nearest coarser
    /// neighbour where it is not yet known, `None` where that is not known either.
    pub fn cell_near(&self, column: usize, row: usize) -> Option<BasinCell> {
        let mut stride = 1;
        while stride <= COARSEST {
            let coarse = |index: usize| index / stride * stride;
            let (number, steps) = self.cells[coarse(row) * self.sides[0] + coarse(column)];
            if let Some(known) = self.known.get(usize::from(number)) {
                return Some(BasinCell {
                    fate: known.fate,
                    steps,
                });
            }
            stride *= 2;
        }
        None
    }

    /// The valleys by their numbers.
    pub fn valleys(&self) -> &[Valley] {
        self.valleys.found()
    }

    /// How many of the known cells have this fate.
    pub fn count(&self, fate: impl Fn(Fate) -> bool) -> usize {
        let counted = self.known.iter().filter(|known| fate(known.fate));
        counted.map(|known| known.cells).sum()
    }

    /// The fewest and the most steps of the walks known to come to a valley.
    pub fn steps_range(&self) -> Option<[u32; 2]> {
        self.steps_range
    }

    /// The full point of parameters in the middle of a cell.
    fn start(&self, place: usize) -> Vec<f64> {
        let mut start = self.plane.through.clone();
        self.write_start(place, &mut start);
        start
    }

    /// Writes the shown coordinates of a cell's middle.
    fn write_start(&self, place: usize, start: &mut [f64]) {
        let [columns, rows] = self.sides;
        let [across, up] = self.plane.axes;
        start[across] = middle(self.window.x(), place % columns, columns);
        start[up] = middle(self.window.y(), place / columns, rows);
    }
}

/// The middle of one of `count` equal parts of a range.
fn middle([low, high]: [f64; 2], index: usize, count: usize) -> f64 {
    let part = (index as f64 + 0.5) / count as f64;
    low * (1.0 - part) + high * part
}
