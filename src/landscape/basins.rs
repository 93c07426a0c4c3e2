use std::rc::Rc;

use super::descents::{Descents, End, Journal};
use super::passes::Passes;
use super::{Fate, Plane, Rest, Valley, Valleys, WalkKernel, Window};
use crate::cost::Cost;
use crate::descent::Plan;

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
    descents: Descents,
    map: Map,
}

/// What is known of the cells.
struct Map {
    cost: Rc<dyn Cost>,
    plan: Plan,
    plane: Plane,
    /// The middles of the columns, and of the rows.
    middles: [Box<[f64]>; 2],
    /// For each cell the [`code`] of its fate, and its steps.
    cells: Box<[(u16, u32)]>,
    /// How many cells have the fate with this code.
    counts: Vec<usize>,
    /// The fewest and the most steps of the walks known to come to a valley.
    steps_range: Option<[u32; 2]>,
    ahead: Passes,
    /// How many cells of each pass are not known yet, the coarsest first.
    missing: [usize; PASSES],
    valleys: Valleys,
}

/// The coarsest starts lie this many cells apart along each side.
pub const COARSEST: usize = 16;
/// Strides of 16, 8, 4, 2 and 1.
const PASSES: usize = 5;

/// Fates that a cell can have, but for valleys.
const FATES: [Fate; 5] = [
    Fate::Limit,
    Fate::Diverged,
    Fate::NoGround,
    Fate::Rest(Rest::Pass),
    Fate::Rest(Rest::NearlyFlat),
];
/// How many bits count columns, and rows.
const NAME_BITS: u32 = 15;
/// The code of a cell of which nothing is known.
const UNKNOWN: u16 = u16::MAX;

/// Codes of valleys follow those of [`FATES`]; there is none for so late a valley.
fn code(fate: Fate) -> u16 {
    let place = match fate {
        Fate::Rest(Rest::Valley(number)) => FATES.len() + number,
        fate => FATES.iter().position(|one| *one == fate).unwrap_or(0),
    };
    u16::try_from(place).unwrap_or(UNKNOWN - 1)
}

fn fate(code: usize) -> Fate {
    let valley = || Fate::Rest(Rest::Valley(code - FATES.len()));
    FATES.get(code).copied().unwrap_or_else(valley)
}

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
        let ahead = Passes::new(sides, COARSEST);
        let all = sides[0] * sides[1];
        Basins {
            descents: Descents::new(Rc::clone(&cost), kernel, plan, all),
            map: Map {
                cost,
                plan,
                plane,
                middles: [middles(window.x(), sides[0]), middles(window.y(), sides[1])],
                cells: vec![(UNKNOWN, 0); all].into(),
                counts: Vec::new(),
                steps_range: None,
                missing: std::array::from_fn(|pass| ahead.length(COARSEST >> pass)),
                ahead,
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
        let all = self.map.cells.len();
        [all - self.map.missing.iter().sum::<usize>(), all]
    }

    /// How many cells lie from one start of the finest complete pass to the next along a
    /// side: 1 when all are known, `None` before the coarsest pass is complete.
    pub fn fineness(&self) -> Option<usize> {
        let passes = self.map.missing.iter();
        let complete = passes.take_while(|missing| **missing == 0).count();
        complete.checked_sub(1).map(|pass| COARSEST >> pass)
    }

    /// Works for about as long as so many steps take one at a time; gives whether there is
    /// more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        self.descents.work(steps, &mut self.map);
        self.fineness() != Some(1)
    }

    /// A cell, the lowest row and the first column being 0: as its nearest coarser
    /// neighbour where it is not yet known, `None` where that is not known either.
    pub fn cell_near(&self, column: usize, row: usize) -> Option<BasinCell> {
        let [columns, _] = self.sides();
        let mut stride = 1;
        while stride <= COARSEST {
            let coarse = |index: usize| index / stride * stride;
            let (code, steps) = self.map.cells[coarse(row) * columns + coarse(column)];
            if code != UNKNOWN {
                let fate = fate(usize::from(code));
                return Some(BasinCell { fate, steps });
            }
            stride *= 2;
        }
        None
    }

    /// The valleys by their numbers.
    pub fn valleys(&self) -> &[Valley] {
        self.map.valleys.found()
    }

    /// How many of the known cells have this fate.
    pub fn count(&self, wanted: impl Fn(Fate) -> bool) -> usize {
        let counted = self.map.counts.iter().enumerate();
        let counted = counted.filter(|(code, _)| wanted(fate(*code)));
        counted.map(|(_, count)| count).sum()
    }

    /// The fewest and the most steps of the walks known to come to a valley.
    pub fn steps_range(&self) -> Option<[u32; 2]> {
        self.map.steps_range
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
        self.ahead.next().map(name)
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
        let stride = self.ahead.stride(column, row);
        let (fate, steps) = match end {
            End::Converged(steps) => (Fate::Rest(self.rest(stride, point)), steps),
            End::Limit => (Fate::Limit, self.plan.limits.steps),
            End::Found(ending) => {
                let rest = || self.rest(stride, point);
                (Fate::of(Some(ending), rest), ending.iteration)
            }
        };
        let code = code(fate);
        if self.counts.len() <= usize::from(code) {
            self.counts.resize(usize::from(code) + 1, 0);
        }
        self.counts[usize::from(code)] += 1;
        let columns = self.middles[0].len();
        self.cells[row * columns + column] = (code, steps);
        self.missing[PASSES - 1 - stride.trailing_zeros() as usize] -= 1;
        if let Fate::Rest(Rest::Valley(_)) = fate {
            let [fewest, most] = self.steps_range.unwrap_or([steps; 2]);
            self.steps_range = Some([fewest.min(steps), most.max(steps)]);
        }
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
