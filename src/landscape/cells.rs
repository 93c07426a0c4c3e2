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
/// ones are known first; of the finer ones those first that are [contested](Cells::is_contested).
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

    /// Whether nothing is known of a cell.
    pub(super) fn is_unknown(&self, [column, row]: [usize; 2]) -> bool {
        self.cells[row * self.columns + column].0 == UNKNOWN
    }

    /// Enters what becomes of a cell that was unknown.
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

    /// A cell. Where it is not yet known it has the fate of its nearest coarser neighbour, and
    /// of the walks around it that end in the same way a number of steps in between. `None` where
    /// that neighbour is not known either.
    pub(super) fn near(&self, [column, row]: [usize; 2]) -> Option<BasinCell> {
        let (stride, (code, steps)) = self.nearest([column, row])?;
        let steps = match stride {
            1 => steps,
            _ => self.steps_between([column, row], stride, (code, steps)),
        };
        let fate = fate(usize::from(code));
        Some(BasinCell { fate, steps })
    }

    /// Whether the coarser cells around a cell of a pass end differently, as far as they are
    /// known, each as its own nearest coarser neighbour where it is not.
    pub(super) fn is_contested(&self, [column, row]: [usize; 2], stride: usize) -> bool {
        let [columns, rows] =
            [(column, self.columns), (row, self.rows)].map(|(at, end)| around(at, 2 * stride, end));
        let places = rows.flat_map(|row| columns.clone().map(move |column| [column, row]));
        let mut codes = places.filter_map(|place| Some(self.nearest(place)?.1.0));
        let first = codes.next();
        codes.any(|code| Some(code) != first)
    }

    /// What is known of a cell or of its nearest coarser neighbour, and the stride to that.
    fn nearest(&self, [column, row]: [usize; 2]) -> Option<(usize, (u16, u32))> {
        let strides = (0..PASSES).map(|power| 1 << power);
        let mut known = strides.map(|stride| {
            let [column, row] = [column, row].map(|index| index & !(stride - 1));
            (stride, self.cells[row * self.columns + column])
        });
        known.find(|(_, (code, _))| *code != UNKNOWN)
    }

    /// Steps between those of the four walks around a place, of which the one towards the
    /// origin is given and stands for those that end in another way or are not known.
    fn steps_between(&self, place: [usize; 2], stride: usize, given: (u16, u32)) -> u32 {
        let low = place.map(|index| index & !(stride - 1));
        let [across, up] = [0, 1].map(|side| (place[side] - low[side]) as f64 / stride as f64);
        let steps = |right: usize, above: usize| {
            let [column, row] = [low[0] + right * stride, low[1] + above * stride];
            let is_there = column < self.columns && row < self.rows;
            let there = is_there.then(|| self.cells[row * self.columns + column]);
            let alike = there.filter(|(code, _)| *code == given.0);
            f64::from(alike.unwrap_or(given).1)
        };
        let along = |above| steps(0, above) * (1.0 - across) + steps(1, above) * across;
        libm::round(along(0) * (1.0 - up) + along(1) * up) as u32
    }
}

/// The multiples of a power of two around an index, on both sides of one that is such a multiple.
fn around(index: usize, stride: usize, end: usize) -> impl Iterator<Item = usize> + Clone {
    let low = index & !(stride - 1);
    let from = match low == index {
        true => index.saturating_sub(stride),
        false => low,
    };
    (from..end.min(index + stride + 1)).step_by(stride)
}
