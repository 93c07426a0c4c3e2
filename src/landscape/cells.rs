use super::coarse::stride;
use super::{Fate, Rest};

/// Where the walk from one start of a window ends, and how many steps that takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasinCell {
    /// What becomes of it; never [`Fate::Walking`].
    pub fate: Fate,
    /// The iteration at which it ends.
    pub steps: u32,
}

/// The coarsest starts lie this many cells apart along each side.
pub const COARSEST: usize = 16;
/// Strides of 16, 8, 4, 2 and 1.
const PASSES: usize = 5;

/// What is known of the cells of a map of basins: for each a [`code`] of its fate, and its steps.
///
/// Cells belong to passes, by how far they lie from their neighbours of the same pass. Coarse
/// ones are known first. A finer one amid walks that end alike may be [filled](Cells::fill) until
/// it is known too.
pub(super) struct Cells {
    columns: usize,
    rows: usize,
    cells: Box<[(u16, u32)]>,
    /// How many cells of each pass have the fate with this code, the coarsest pass first.
    counts: [Vec<usize>; PASSES],
    /// How many cells of each pass are not known yet.
    missing: [usize; PASSES],
    steps_range: Option<[u32; 2]>,
}

/// Fates that a cell can have, but for valleys.
const FATES: [Fate; 5] = [
    Fate::Limit,
    Fate::Diverged,
    Fate::NoGround,
    Fate::Rest(Rest::Pass),
    Fate::Rest(Rest::NearlyFlat),
];
/// The code of a cell of which nothing is known.
const UNKNOWN: u16 = u16::MAX;
/// Added to the code of a cell that is filled.
const FILLED: u16 = 1 << 15;

/// Codes of valleys follow those of [`FATES`]; very late ones share one.
fn code(fate: Fate) -> u16 {
    let place = match fate {
        Fate::Rest(Rest::Valley(number)) => FATES.len() + number,
        fate => FATES.iter().position(|one| *one == fate).unwrap_or(0),
    };
    place.min(usize::from(FILLED) - 2) as u16
}

fn fate(code: usize) -> Fate {
    let valley = || Fate::Rest(Rest::Valley(code - FATES.len()));
    FATES.get(code).copied().unwrap_or_else(valley)
}

/// The pass with a stride, from 0 for the coarsest.
fn pass(stride: usize) -> usize {
    PASSES - 1 - stride.trailing_zeros() as usize
}

impl Cells {
    /// At least 1 × 1 cells.
    pub(super) fn unknown([columns, rows]: [usize; 2]) -> Cells {
        let multiples = |stride: usize| columns.div_ceil(stride) * rows.div_ceil(stride);
        let missing = |pass: usize| match COARSEST >> pass {
            COARSEST => multiples(COARSEST),
            stride => multiples(stride) - multiples(2 * stride),
        };
        Cells {
            columns,
            rows,
            cells: vec![(UNKNOWN, 0); columns * rows].into(),
            counts: Default::default(),
            missing: std::array::from_fn(missing),
            steps_range: None,
        }
    }

    /// How many cells are known, and how many there are.
    pub(super) fn progress(&self) -> [usize; 2] {
        let all = self.cells.len();
        [all - self.missing.iter().sum::<usize>(), all]
    }

    /// How many cells the passes have of which every cell is known: they lie evenly.
    pub(super) fn counted(&self) -> usize {
        self.count(|_| true)
    }

    /// How many of the [counted](Cells::counted) cells have this fate.
    pub(super) fn count(&self, wanted: impl Fn(Fate) -> bool) -> usize {
        let whole = self.counts.iter().zip(self.missing);
        let whole = whole.filter(|(_, missing)| *missing == 0);
        let counted = whole.flat_map(|(counts, _)| counts.iter().enumerate());
        let counted = counted.filter(|(code, _)| wanted(fate(*code)));
        counted.map(|(_, count)| count).sum()
    }

    /// The fewest and the most steps of the walks known to come to a valley.
    pub(super) fn steps_range(&self) -> Option<[u32; 2]> {
        self.steps_range
    }

    /// Whether the walk from a cell is still to be taken.
    pub(super) fn is_open(&self, [column, row]: [usize; 2]) -> bool {
        self.cells[row * self.columns + column].0 >= FILLED
    }

    /// Enters what becomes of a cell that was open.
    pub(super) fn enter(&mut self, [column, row]: [usize; 2], fate: Fate, steps: u32) {
        let code = code(fate);
        let pass = pass(stride(column | row, COARSEST));
        let counts = &mut self.counts[pass];
        if counts.len() <= usize::from(code) {
            counts.resize(usize::from(code) + 1, 0);
        }
        counts[usize::from(code)] += 1;
        self.missing[pass] -= 1;
        self.cells[row * self.columns + column] = (code, steps);
        if let Fate::Rest(Rest::Valley(_)) = fate {
            let [fewest, most] = self.steps_range.unwrap_or([steps; 2]);
            self.steps_range = Some([fewest.min(steps), most.max(steps)]);
        }
    }

    /// How a cell ends, known or filled, or else its nearest coarser neighbour: the place of its
    /// fate in [`fates`](Cells::fates), and its steps; `None` where nothing is known of that either.
    pub(super) fn near(&self, [column, row]: [usize; 2]) -> Option<(usize, u32)> {
        let mut stride = 1;
        while stride <= COARSEST {
            let [across, up] = [column, row].map(|index| index & !(stride - 1));
            let (code, steps) = self.cells[up * self.columns + across];
            if code != UNKNOWN {
                return Some((usize::from(code & !FILLED), steps));
            }
            stride *= 2;
        }
        None
    }

    /// All fates that cells can have, if there are so many valleys.
    pub(super) fn fates(valleys: usize) -> impl Iterator<Item = Fate> {
        (0..FATES.len() + valleys).map(fate)
    }

    /// Fills a cell of a pass, that is not the coarsest, from the coarser cells around it, if these
    /// end alike: with their fate, and with a number of steps in the middle of those it lies between.
    /// Gives whether they do. All coarser cells have to be known or filled.
    pub(super) fn fill(&mut self, [column, row]: [usize; 2], stride: usize) -> bool {
        let columns = around(column, 2 * stride, self.columns);
        let rows = around(row, 2 * stride, self.rows);
        let corner = self.cells[(row & !stride) * self.columns + (column & !stride)];
        let code = corner.0 & !FILLED;
        let [mut steps, mut between] = [0, 0];
        let mut up = rows[0];
        // For every cell: in code that is made small, iterators would be calls of their own.
        while up <= rows[1] {
            let mut across = columns[0];
            while across <= columns[1] {
                let (code_there, steps_there) = self.cells[up * self.columns + across];
                if code_there & !FILLED != code {
                    return false;
                }
                if across.abs_diff(column) <= stride && up.abs_diff(row) <= stride {
                    steps += u64::from(steps_there);
                    between += 1;
                }
                across += 2 * stride;
            }
            up += 2 * stride;
        }
        self.cells[row * self.columns + column] = (code | FILLED, (steps / between) as u32);
        true
    }
}

/// The first and the last multiple of a power of two around an index: the next on both sides of one
/// that is such a multiple.
fn around(index: usize, stride: usize, end: usize) -> [usize; 2] {
    let low = index & !(stride - 1);
    let first = match low == index {
        true => low.saturating_sub(stride),
        false => low,
    };
    let last = match low + stride < end {
        true => low + stride,
        false => low,
    };
    [first, last]
}
