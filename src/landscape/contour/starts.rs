use super::{Edge, Grid, is_joined};

/// The edges where lines of one level begin, in rising order.
#[derive(Clone, Default)]
pub(super) struct Starts {
    /// The first edge of every open line.
    pub(super) open: Vec<Edge>,
    /// The first edge of every closed line, and edges that are not the first of theirs.
    pub(super) closed: Vec<Edge>,
}

/// The rank of a sample without a finite value; of others it is the number of levels
/// they reach.
const GAP: u8 = u8::MAX;

/// Where the lines of every level begin, found in one pass over the samples.
pub(super) fn starts(grid: &Grid, levels: &[f64]) -> Vec<Starts> {
    let beyond = vec![f64::NAN; grid.columns];
    let mut search = Search {
        grid,
        found: vec![Starts::default(); levels.len()],
        band: Band {
            levels,
            rank: GAP,
            reached: 0,
            low: f64::NAN,
            high: f64::NAN,
        },
        ranks: vec![GAP; grid.columns + 1],
        left_out: vec![0; grid.columns + 1],
    };
    let rows = grid.values.chunks_exact(grid.columns);
    for (row, values) in rows.chain([&beyond[..]]).enumerate() {
        search.row(row, values);
    }
    search.found
}

/// A pass over the samples, each of which is the upper right corner of a cell; a cell that
/// reaches out of the window has corners without a value.
struct Search<'a> {
    grid: &'a Grid,
    found: Vec<Starts>,
    band: Band<'a>,
    /// The rank of the last sample of every column, and a gap right of the window.
    ranks: Vec<u8>,
    /// The last row in which each column's cell was left out.
    left_out: Vec<usize>,
}

impl Search<'_> {
    fn row(&mut self, row: usize, values: &[f64]) {
        let mut left = [GAP; 2];
        let mut left_is_cell = false;
        let mut column = 0;
        while column <= values.len() {
            if left[0] == left[1] {
                let same = self.same(column, values);
                left_is_cell |= same > 0;
                column += same;
            }
            self.band.move_to(values.get(column).copied().unwrap_or(f64::NAN));
            let right = [self.ranks[column], self.band.rank];
            self.ranks[column] = self.band.rank;
            let is_cell = ![left, right].as_flattened().contains(&GAP);
            let below_is_cell = self.left_out[column] + 1 != row;
            if !is_cell {
                self.left_out[column] = row;
            }
            let cell = (row * values.len() + column).wrapping_sub(values.len() + 1);
            let [[a, d], [b, c]] = [left, right];
            if is_cell {
                self.closed(cell, [a, b, c, d]);
            }
            if is_cell != below_is_cell {
                let levels = if is_cell { b..a } else { a..b };
                for level in levels {
                    self.found[usize::from(level)].open.push(2 * cell);
                }
            }
            if is_cell != left_is_cell {
                let levels = if is_cell { a..d } else { d..a };
                for level in levels {
                    self.found[usize::from(level)].open.push(2 * cell + 1);
                }
            }
            left = right;
            left_is_cell = is_cell;
            column += 1;
        }
    }

    /// How many cells from this one on have corners of the last sample's rank only.
    fn same(&self, column: usize, values: &[f64]) -> usize {
        let Band { rank, low, high, .. } = self.band;
        let mut same = 0;
        for (&value, &below) in values[column..].iter().zip(&self.ranks[column..]) {
            if !(low <= value && value < high && below == rank) {
                break;
            }
            same += 1;
        }
        same
    }

    /// Notes the right edge of a cell for every level whose line cuts off the upper right
    /// corner: in the lowest row of a closed line its first cell is such a one.
    fn closed(&mut self, cell: usize, [a, b, c, d]: [u8; 4]) {
        let (low, high) = if b < d { (b, d) } else { (d, b) };
        for level in (high..c).chain(c..low) {
            let index = usize::from(level);
            let is_inside = c > level;
            let is_cut_off = (a > level) != is_inside
                || is_joined(self.grid, cell, self.band.levels[index]) != is_inside;
            if is_cut_off {
                self.found[index].closed.push(2 * (cell + 1) + 1);
            }
        }
    }
}

/// Values of one rank, and how the ranks of others are found: neighbours mostly have the same.
struct Band<'a> {
    levels: &'a [f64],
    rank: u8,
    /// How many levels the last value reached.
    reached: usize,
    low: f64,
    high: f64,
}

impl Band<'_> {
    /// Makes it the band of this value; no other value is in that of a gap.
    fn move_to(&mut self, value: f64) {
        if !value.is_finite() {
            (self.rank, self.low) = (GAP, f64::NAN);
            return;
        }
        while self.reached < self.levels.len() && self.levels[self.reached] <= value {
            self.reached += 1;
        }
        while self.reached > 0 && value < self.levels[self.reached - 1] {
            self.reached -= 1;
        }
        self.rank = self.reached as u8;
        let (below, above) = self.levels.split_at(self.reached);
        self.low = match below.last() {
            Some(&level) if level > f64::MIN => level,
            _ => f64::MIN,
        };
        self.high = above.first().copied().unwrap_or(f64::INFINITY);
    }
}
