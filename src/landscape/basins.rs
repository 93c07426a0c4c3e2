use std::rc::Rc;

use super::coarse::{coarse_to_fine, stride};
use super::{Fate, Plane, Rest, Valley, Valleys, Window};
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
pub struct Basins {
    cost: Rc<dyn Cost>,
    plan: Plan,
    plane: Plane,
    window: Window,
    columns: usize,
    cells: Vec<Option<BasinCell>>,
    /// How many of the known cells have which fate.
    tally: Vec<(Fate, usize)>,
    /// The fewest and the most steps of the walks known to come to a valley.
    steps_range: Option<[u32; 2]>,
    /// Places of the cells, the coarse ones first.
    order: Vec<usize>,
    done: usize,
    walking: Option<Scout>,
    valleys: Valleys,
}

/// The coarsest starts lie this many cells apart along each side.
const COARSEST: usize = 16;

impl Basins {
    /// Nothing walked yet: at least 1 × 1 cells. Parameters that the plane does not show
    /// start where it is frozen.
    pub fn new(
        cost: Rc<dyn Cost>,
        plan: Plan,
        plane: Plane,
        window: Window,
        [columns, rows]: [usize; 2],
        valleys: Valleys,
    ) -> Basins {
        let [columns, rows] = [columns.max(1), rows.max(1)];
        Basins {
            cost,
            plan,
            plane,
            window,
            columns,
            cells: vec![None; columns * rows],
            tally: Vec::new(),
            steps_range: None,
            order: coarse_to_fine(columns * rows, COARSEST, |place| coarseness(place, columns)),
            done: 0,
            walking: None,
            valleys,
        }
    }

    /// How many cells lie along x, and along y.
    pub fn sides(&self) -> [usize; 2] {
        [self.columns, self.cells.len() / self.columns]
    }

    /// How many cells are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        [self.done, self.order.len()]
    }

    /// How many cells lie from one start of the finest complete pass to the next along a
    /// side: 1 when all are known, `None` before the coarsest pass is complete.
    pub fn fineness(&self) -> Option<usize> {
        match self.order.get(self.done) {
            None => Some(1),
            Some(&next) => {
                let pass = coarseness(next, self.columns);
                (pass < COARSEST).then_some(2 * pass)
            }
        }
    }

    /// Takes at most so many steps; gives whether there is more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        let mut left = steps;
        while self.done < self.order.len() && left > 0 {
            let place = self.order[self.done];
            let mut scout = match self.walking.take() {
                Some(scout) => scout,
                // Setting out is work as well.
                None => {
                    left -= 1;
                    Scout::new(&*self.cost, self.plan, &self.start(place))
                }
            };
            left -= scout.walk(&*self.cost, left);
            match scout.ending() {
                None => self.walking = Some(scout),
                Some(ending) => {
                    let rest = || self.valleys.take(&*self.cost, scout.point());
                    let fate = Fate::of(Some(ending), rest);
                    let steps = ending.iteration;
                    self.enter(place, BasinCell { fate, steps });
                }
            }
        }
        self.done < self.order.len()
    }

    fn enter(&mut self, place: usize, cell: BasinCell) {
        self.cells[place] = Some(cell);
        self.done += 1;
        match self.tally.iter_mut().find(|(fate, _)| *fate == cell.fate) {
            Some((_, count)) => *count += 1,
            None => self.tally.push((cell.fate, 1)),
        }
        if let Fate::Rest(Rest::Valley(_)) = cell.fate {
            let [fewest, most] = self.steps_range.unwrap_or([cell.steps; 2]);
            self.steps_range = Some([fewest.min(cell.steps), most.max(cell.steps)]);
        }
    }

    /// A cell, the lowest row and the first column being 0: as its nearest coarser
    /// neighbour where it is not yet known, `None` where that is not known either.
    pub fn cell_near(&self, column: usize, row: usize) -> Option<BasinCell> {
        let mut stride = 1;
        while stride <= COARSEST {
            let coarse = |index: usize| index / stride * stride;
            let known = self.cells[coarse(row) * self.columns + coarse(column)];
            if known.is_some() {
                return known;
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
        let counted = self.tally.iter().filter(|(found, _)| fate(*found));
        counted.map(|(_, count)| count).sum()
    }

    /// The fewest and the most steps of the walks known to come to a valley.
    pub fn steps_range(&self) -> Option<[u32; 2]> {
        self.steps_range
    }

    /// The full point of parameters in the middle of a cell.
    fn start(&self, place: usize) -> Vec<f64> {
        let [columns, rows] = self.sides();
        self.plane.point([
            middle(self.window.x(), place % columns, columns),
            middle(self.window.y(), place / columns, rows),
        ])
    }
}

fn coarseness(place: usize, columns: usize) -> usize {
    stride(place / columns, COARSEST).min(stride(place % columns, COARSEST))
}

/// The middle of one of `count` equal parts of a range.
fn middle([low, high]: [f64; 2], index: usize, count: usize) -> f64 {
    let part = (index as f64 + 0.5) / count as f64;
    low * (1.0 - part) + high * part
}
