use std::rc::Rc;

use super::cells::{BasinCell, COARSEST, Cells};
use super::coarse::stride;
use super::descents::{Descents, End, Journal};
use super::passes::Passes;
use super::{Fate, Plane, Rest, Valley, Valleys, WalkKernel, Window};
use crate::cost::Cost;
use crate::descent::Plan;

/// The basins of attraction in a window: which valley a walk from every start comes to.
///
/// The window is cut into cells, and the walk from the middle of each is taken to its
/// end, with the same rule, α and limits as a [`Run`](crate::descent::Run) from there.
/// Coarse cells come first, so that a picture is there early and becomes finer; of the finest
/// ones those between walks that end differently, so that edges are sharp before all is known.
/// In the end every cell has been walked from. Valleys are those that walks find, and any that
/// are known beforehand.
pub struct Basins {
    descents: Descents,
    map: Map,
}

/// Cells, and what becomes of walks from them.
struct Map {
    cost: Rc<dyn Cost>,
    plan: Plan,
    plane: Plane,
    /// The middles of the columns, and of the rows.
    middles: [Box<[f64]>; 2],
    cells: Cells,
    ahead: Passes,
    /// How many of [`STAGES`] are over.
    stage: usize,
    /// How many walks are on their way.
    walking: usize,
    valleys: Valleys,
}

/// Which cells of a pass are walked from.
enum Which {
    /// Those not yet walked from.
    Open,
    /// Those between coarser ones that end differently; others are filled.
    Contested,
}

/// The work in its order, by the stride of a pass; each stage looks at what those before found.
const STAGES: [(usize, Which); 8] = [
    (COARSEST, Which::Open),
    (8, Which::Open),
    (4, Which::Contested),
    (2, Which::Contested),
    (1, Which::Contested),
    (4, Which::Open),
    (2, Which::Open),
    (1, Which::Open),
];
/// How many bits count columns, and rows.
const NAME_BITS: u32 = 15;

impl Basins {
    /// Nothing walked yet: at least 1 × 1 cells, at most 32,767 along a side. Parameters that
    /// the plane does not show start where it is frozen. `kernel` is one for this cost and
    /// this plan's rule.
    pub fn new(
        cost: Rc<dyn Cost>,
        kernel: Option<Rc<dyn WalkKernel>>,
        plan: Plan,
        plane: Plane,
        window: Window,
        sides: [usize; 2],
        valleys: Valleys,
    ) -> Basins {
        let sides = sides.map(|side| side.clamp(1, (1 << NAME_BITS) - 1));
        let all = sides[0] * sides[1];
        Basins {
            descents: Descents::new(Rc::clone(&cost), kernel, plan, all),
            map: Map {
                cost,
                plan,
                plane,
                middles: [middles(window.x(), sides[0]), middles(window.y(), sides[1])],
                cells: Cells::unknown(sides),
                ahead: Passes::new(sides, COARSEST),
                stage: 0,
                walking: 0,
                valleys,
            },
        }
    }

    /// How many cells lie along x, and along y.
    pub fn sides(&self) -> [usize; 2] {
        [0, 1].map(|side| self.map.middles[side].len())
    }

    /// How many cells are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        self.map.cells.progress()
    }

    /// Whether every cell has been walked from.
    pub fn is_complete(&self) -> bool {
        let [known, all] = self.progress();
        known == all
    }

    /// How many cells lie from one start to the next along a side where walks end differently:
    /// 1 when every edge is as sharp as it gets, `None` before the coarsest pass is complete.
    pub fn fineness(&self) -> Option<usize> {
        let over = STAGES[..self.map.stage].iter().map(|(stride, _)| *stride);
        match self.is_complete() {
            true => Some(1),
            false => over.min(),
        }
    }

    /// Works for about as long as so many steps take one at a time; gives whether there is
    /// more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        self.descents.work(steps, &mut self.map);
        !self.is_complete()
    }

    /// A cell, the lowest row and the first column being 0. One amid walks that end alike may be
    /// filled from these before it is known; else it is as its nearest coarser neighbour until
    /// then, and `None` where that is not known either.
    pub fn cell_near(&self, column: usize, row: usize) -> Option<BasinCell> {
        let (fate, steps) = self.end_near(column, row)?;
        let fate = self.fates().nth(fate)?;
        Some(BasinCell { fate, steps })
    }

    /// The same for who looks at very many cells: the place of its fate among
    /// [`fates`](Basins::fates), and its steps.
    pub fn end_near(&self, column: usize, row: usize) -> Option<(usize, u32)> {
        self.map.cells.near([column, row])
    }

    /// All fates that cells can have.
    pub fn fates(&self) -> impl Iterator<Item = Fate> {
        Cells::fates(self.valleys().len())
    }

    /// The valleys by their numbers.
    pub fn valleys(&self) -> &[Valley] {
        self.map.valleys.found()
    }

    /// How many cells [`count`](Basins::count) looks at: those of the passes that are known as a
    /// whole, as they lie evenly.
    pub fn counted(&self) -> usize {
        self.map.cells.counted()
    }

    /// How many of the [counted](Basins::counted) cells have this fate.
    pub fn count(&self, wanted: impl Fn(Fate) -> bool) -> usize {
        self.map.cells.count(wanted)
    }

    /// The fewest and the most steps of the walks known to come to a valley.
    pub fn steps_range(&self) -> Option<[u32; 2]> {
        self.map.cells.steps_range()
    }
}

impl Map {
    /// What kind of place a walk has come to. It is looked at closely if it is not near a
    /// valley that is known, and in the coarsest pass if it lies lower than that.
    fn rest(&mut self, stride: usize, point: &[f64]) -> Rest {
        let known = self.valleys.recognise(point, self.plan.limits.tolerance);
        let is_lower = |valley: &Valley| self.cost.value(point) < valley.value;
        match known {
            Some(number) if stride < COARSEST || !is_lower(&self.valleys.found()[number]) => {
                Rest::Valley(number)
            }
            _ => self.valleys.take(&*self.cost, point),
        }
    }
}

impl Journal for Map {
    fn next(&mut self) -> Option<usize> {
        while let Some((stride, which)) = STAGES.get(self.stage) {
            let cells = &mut self.cells;
            let is_next = |cell: &[usize; 2]| match which {
                Which::Open => cells.is_open(*cell),
                Which::Contested => !cells.fill(*cell, *stride),
            };
            if let Some(cell) = self.ahead.of(*stride).find(is_next) {
                self.walking += 1;
                return Some(name(cell));
            }
            // What comes next depends on how these walks end.
            if self.walking > 0 {
                return None;
            }
            self.stage += 1;
            self.ahead.begin();
        }
        None
    }

    fn write_start(&self, name: usize, start: &mut [f64]) -> f64 {
        let [column, row] = named(name);
        let [across, up] = self.plane.axes;
        // Of two parameters both are shown.
        if start.len() > 2 {
            start.copy_from_slice(&self.plane.through);
        }
        start[across] = self.middles[0][column];
        start[up] = self.middles[1][row];
        self.plan.alpha
    }

    fn enter(&mut self, name: usize, end: End, point: &[f64]) {
        let [column, row] = named(name);
        let stride = stride(column | row, COARSEST);
        let (fate, steps) = match end {
            End::Converged(steps) => (Fate::Rest(self.rest(stride, point)), steps),
            End::Limit => (Fate::Limit, self.plan.limits.steps),
            End::Found(ending) => {
                let rest = || self.rest(stride, point);
                (Fate::of(Some(ending), rest), ending.iteration)
            }
        };
        self.walking -= 1;
        self.cells.enter([column, row], fate, steps);
    }
}

/// What the walk from a cell is called: read back without a division.
fn name([column, row]: [usize; 2]) -> usize {
    (row << NAME_BITS) | column
}

fn named(name: usize) -> [usize; 2] {
    [name & ((1 << NAME_BITS) - 1), name >> NAME_BITS]
}

/// The middles of `count` equal parts of a range.
fn middles([low, high]: [f64; 2], count: usize) -> Box<[f64]> {
    let middle = |index: usize| {
        let part = (index as f64 + 0.5) / count as f64;
        low * (1.0 - part) + high * part
    };
    (0..count).map(middle).collect()
}
