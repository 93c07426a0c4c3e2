use crate::formula::Quantity;

/// A square root of a positive semidefinite matrix S: S = L·Lᵀ, with as many columns
/// in L as S has independent rows.
///
/// Cholesky's method with diagonal pivoting (Higham 2002, "Accuracy and Stability of
/// Numerical Algorithms", §10.3). Rows of L stand in the order of S; only the columns
/// follow the pivots.
#[derive(Clone, Debug)]
pub(super) struct Cholesky {
    size: usize,
    /// The row each column was eliminated with; its length is the rank.
    pivots: Vec<usize>,
    /// Row-major, `size` × `size`; columns from the rank on are zero.
    lower: Vec<f64>,
}

/// A row counts as a combination of earlier ones when the part of its diagonal that
/// they leave is below this many roundings per row of the matrix: what is left then
/// is rounding error and tells nothing about the data.
const ROUNDINGS: f64 = 16.0;

impl Cholesky {
    /// Factorises a symmetric matrix, row-major `size` × `size`. Total: what is not
    /// positive (or is NaN) is left out and lowers the rank.
    pub(super) fn new(matrix: &[f64], size: usize) -> Cholesky {
        let mut cholesky = Cholesky {
            size,
            pivots: Vec::new(),
            lower: vec![0.0; size * size],
        };
        let mut left: Vec<f64> = (0..size).map(|i| matrix[i * size + i]).collect();
        while let Some(pivot) = cholesky.next_pivot(matrix, &left) {
            cholesky.eliminate(matrix, &mut left, pivot);
        }
        cholesky
    }

    /// The free row with the largest part of its own diagonal left.
    fn next_pivot(&self, matrix: &[f64], left: &[f64]) -> Option<usize> {
        let mut best = None;
        let mut best_share = ROUNDINGS * self.size as f64 * f64::EPSILON;
        for (row, rest) in left.iter().enumerate() {
            let share = rest / matrix[row * self.size + row];
            if share > best_share && *rest > 0.0 && !self.pivots.contains(&row) {
                best = Some(row);
                best_share = share;
            }
        }
        best
    }

    fn eliminate(&mut self, matrix: &[f64], left: &mut [f64], pivot: usize) {
        let column = self.pivots.len();
        let root = left[pivot].sqrt();
        for row in (0..self.size).filter(|row| !self.pivots.contains(row)) {
            let entry = if row == pivot {
                root
            } else {
                let known = (0..column).fold(0.0, |sum, k| {
                    sum + self.entry(row, k) * self.entry(pivot, k)
                });
                (matrix[row * self.size + pivot] - known) / root
            };
            self.lower[row * self.size + column] = entry;
            left[row] -= entry * entry;
        }
        self.pivots.push(pivot);
    }

    fn entry(&self, row: usize, column: usize) -> f64 {
        self.lower[row * self.size + column]
    }

    /// The number of independent rows.
    pub(super) fn rank(&self) -> usize {
        self.pivots.len()
    }

    /// One solution of S·x = `right`: the one with zeros for the rows that were no
    /// pivots. The only one if the rank is full.
    pub(super) fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut forward = vec![0.0; self.rank()];
        for (column, &pivot) in self.pivots.iter().enumerate() {
            let known = (0..column).fold(0.0, |sum, k| sum + self.entry(pivot, k) * forward[k]);
            forward[column] = (right[pivot] - known) / self.entry(pivot, column);
        }
        let mut solution = vec![0.0; self.size];
        for (column, &pivot) in self.pivots.iter().enumerate().rev() {
            let known = self.pivots[column + 1..].iter().fold(0.0, |sum, &later| {
                sum + self.entry(later, column) * solution[later]
            });
            solution[pivot] = (forward[column] - known) / self.entry(pivot, column);
        }
        solution
    }

    /// ½ (x − origin)ᵀ·S·(x − origin) as a sum of squares, never negative.
    pub(super) fn half_form<N: Quantity>(&self, x: &[N], origin: &[f64]) -> N {
        let root = |column: usize| {
            let terms = (0..self.size).map(|row| (x[row] - origin[row]) * self.entry(row, column));
            terms.reduce(|sum, term| sum + term)
        };
        let squares = (0..self.rank()).filter_map(root).map(|root| root * root);
        let total = squares.reduce(|total, square| total + square);
        total.unwrap_or(x[0].number(0.0)) * 0.5
    }
}
