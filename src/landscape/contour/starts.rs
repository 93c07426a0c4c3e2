use super::{Cells, Edge, Grid};

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

/// Where the lines of every level begin, found in one pass over the samples, and which cells
/// are left out.
pub(super) fn starts(grid: &Grid, levels: &[f64]) -> (Vec<Starts>, Cells) {
    let columns = grid.columns;
    let beyond = vec![f64::NAN; columns];
    let mut search = Search {
        grid,
        found: vec![Starts::default(); levels.len()],
        left_out: vec![false; grid.values.len() + columns + 1],
        band: Band {
            levels,
            rank: GAP,
            reached: 0,
            low: f64::NAN,
            high: f64::NAN,
        },
    };
    let mut ranks = vec![GAP; columns];
    let rows = grid.values.chunks_exact(columns).chain([&beyond[..]]);
    for (row, values) in rows.enumerate() {
        search.row(row * columns, values, &mut ranks);
    }
    (search.found, Cells(search.left_out))
}

/// A pass over the samples, each of which is the upper right corner of a cell; a cell that
/// reaches out of the window has corners without a value.
struct Search<'a> {
    grid: &'a Grid,
    found: Vec<Starts>,
    left_out: Vec<bool>,
    band: Band<'a>,
}

impl Search<'_> {
    /// Goes through a row, given its first cell, its values and the ranks of the row below,
    /// which become those of this row.
    fn row(&mut self, first: usize, values: &[f64], ranks: &mut [u8]) {
        let ranks = &mut ranks[..values.len()];
        let (mut a, mut d) = (GAP, GAP);
        self.band.move_to(f64::NAN);
        let mut column = 0;
        loop {
            let Band { low, high, .. } = self.band;
            // Mostly a cell lies between the same levels as the one before.
            while a == d
                && column < values.len()
                && low <= values[column]
                && values[column] < high
                && ranks[column] == d
            {
                column += 1;
            }
            if column == values.len() {
                break;
            }
            self.band.move_to(values[column]);
            let (b, c) = (ranks[column], self.band.rank);
            self.cell(first + column, [a, b, c, d]);
            (a, d) = (b, c);
            ranks[column] = c;
            column += 1;
        }
        self.cell(first + values.len(), [a, GAP, GAP, d]);
    }

    /// Notes where lines begin on a cell's edges, by the ranks of its corners, counterclockwise
    /// from the lower left one.
    fn cell(&mut self, cell: usize, [a, b, c, d]: [u8; 4]) {
        let is_cell = a.max(b).max(c.max(d)) != GAP;
        if is_cell {
            self.closed(cell, [a, b, c, d]);
        } else {
            self.left_out[cell] = true;
        }
        let below = cell.wrapping_sub(self.grid.columns);
        let corner = below.wrapping_sub(1);
        let is_cell_at = |cell: usize| {
            self.left_out
                .get(cell)
                .is_some_and(|is_left_out| !is_left_out)
        };
        let (is_cell_below, is_cell_left) = (is_cell_at(below), is_cell_at(cell.wrapping_sub(1)));
        if is_cell != is_cell_below {
            let levels = if is_cell { b..a } else { a..b };
            for level in levels {
                self.found[usize::from(level)].open.push(2 * corner);
            }
        }
        if is_cell != is_cell_left {
            let levels = if is_cell { a..d } else { d..a };
            for level in levels {
                self.found[usize::from(level)].open.push(2 * corner + 1);
            }
        }
    }

    /// Notes the right edge of a cell for every level whose line cuts off the upper right
    /// corner: in the lowest row of a closed line its first cell is such a one.
    fn closed(&mut self, cell: usize, [a, b, c, d]: [u8; 4]) {
        let (low, high) = (b.min(d), b.max(d));
        let levels = if c > high { high..c } else { c..low };
        for level in levels {
            let index = usize::from(level);
            let is_inside = c > level;
            let is_cut_off = (a > level) != is_inside
                || self.grid.is_joined(cell, self.band.levels[index]) != is_inside;
            if is_cut_off {
                self.found[index]
                    .closed
                    .push(2 * (cell - self.grid.columns) + 1);
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
        if self.low <= value && value < self.high {
            return;
        }
        if !value.is_finite() {
            (self.rank, self.low) = (GAP, f64::NAN);
            return;
        }
        let levels = self.levels;
        while self.reached < levels.len() && levels[self.reached] <= value {
            self.reached += 1;
        }
        while self.reached > 0 && value < levels[self.reached - 1] {
            self.reached -= 1;
        }
        self.rank = self.reached as u8;
        self.low = match levels[..self.reached].last() {
            Some(&level) if level > f64::MIN => level,
            _ => f64::MIN,
        };
        self.high = levels.get(self.reached).copied().unwrap_or(f64::INFINITY);
    }
}
