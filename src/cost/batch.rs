use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Cost, Table};
use crate::formula::Name;
use crate::random;

/// Which rows of the data a step looks at: so many, drawn anew for each step, every row as
/// likely as any other, none twice in one step.
///
/// The mean of ∂J/∂θ over all batches that may be drawn is ∂J/∂θ itself. With one row a step
/// this is the method of Robbins and Monro (1951), "A stochastic approximation method",
/// Annals of Mathematical Statistics 22, 400–407.
///
/// A draw depends on nothing but the seed and the iteration: every walk of a figure sees the
/// same rows at the same step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// How many rows, at least one.
    pub size: usize,
    /// What the draws depend on.
    pub seed: u32,
}

/// Where the draws of batches begin among all draws of a seed.
const DRAWS: u32 = 1 << 16;

impl Batch {
    /// The rows that the step from an iteration looks at, of so many, in the order of the
    /// table.
    ///
    /// Drawn by Floyd's algorithm: Bentley and Floyd (1987), "A sample of brilliance",
    /// Communications of the ACM 30, 754–757.
    pub fn rows(self, iteration: u32, count: usize) -> Vec<usize> {
        let mut chosen = BTreeSet::new();
        for last in count.saturating_sub(self.size)..count {
            let lot = random::uniform(self.seed, iteration, DRAWS.wrapping_add(last as u32));
            // A number below 1 times a whole number rounds to less than that.
            let row = (lot * (last + 1) as f64) as usize;
            if !chosen.insert(row) {
                chosen.insert(last);
            }
        }
        chosen.into_iter().collect()
    }
}

/// A cost that is a mean over rows.
pub(super) trait OfRows {
    /// The parameters' names, in order.
    fn names(&self) -> &[Name];

    /// What a row costs.
    fn row_value(&self, row: &[f64], at: &[f64]) -> f64;

    /// The partial derivatives of that.
    fn row_gradient(&self, row: &[f64], at: &[f64], into: &mut [f64]);
}

/// The mean over a batch of rows.
pub(super) struct OnBatch<'a, Whole: OfRows> {
    whole: &'a Whole,
    table: Rc<Table>,
    rows: Vec<usize>,
}

impl<Whole: OfRows> OnBatch<'_, Whole> {
    /// The rows drawn for the step from an iteration; `None` where that would be all.
    pub(super) fn drawn<'a>(
        whole: &'a Whole,
        table: Rc<Table>,
        batch: Batch,
        iteration: u32,
    ) -> Option<Box<dyn Cost + 'a>> {
        let count = table.row_count();
        if batch.size >= count {
            return None;
        }
        Some(Box::new(OnBatch {
            rows: batch.rows(iteration, count),
            whole,
            table,
        }))
    }

    fn mean(&self, total: f64) -> f64 {
        total * (1.0 / self.rows.len() as f64)
    }
}

impl<Whole: OfRows> Cost for OnBatch<'_, Whole> {
    fn parameters(&self) -> &[Name] {
        self.whole.names()
    }

    fn value(&self, at: &[f64]) -> f64 {
        let costs = self.rows.iter();
        let costs = costs.map(|row| self.whole.row_value(self.table.row(*row), at));
        self.mean(costs.reduce(|total, cost| total + cost).unwrap_or(0.0))
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        let mut slopes = vec![0.0; at.len()];
        for (place, row) in self.rows.iter().enumerate() {
            self.whole
                .row_gradient(self.table.row(*row), at, &mut slopes);
            for (total, slope) in into.iter_mut().zip(&slopes) {
                *total = if place == 0 { *slope } else { *total + slope };
            }
        }
        into.iter_mut().for_each(|total| *total = self.mean(*total));
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        let mut gradient = vec![0.0; at.len()];
        self.gradient(at, &mut gradient);
        gradient[index]
    }
}

#[cfg(test)]
mod tests {
    use super::Batch;

    #[test]
    fn every_batch_is_as_likely_as_any_other() {
        let batch = Batch { size: 2, seed: 5 };
        let mut counts = [[0; 5]; 5];
        for iteration in 0..10_000 {
            let rows = batch.rows(iteration, 5);
            assert!(rows.len() == 2 && rows[0] < rows[1]);
            counts[rows[0]][rows[1]] += 1;
        }
        for (first, counts) in counts.iter().enumerate() {
            for (second, count) in counts.iter().enumerate() {
                // Ten pairs; the standard deviation of each count is 30.
                let expected = if first < second { 1000_i32 } else { 0 };
                assert!((count - expected).abs() < 150, "{first} {second}: {count}");
            }
        }
    }

    #[test]
    fn a_batch_of_all_rows_or_more_is_all_rows() {
        for size in [3, 4, usize::MAX] {
            assert_eq!(Batch { size, seed: 1 }.rows(7, 3), [0, 1, 2]);
        }
        assert_eq!(Batch { size: 1, seed: 1 }.rows(0, 0), [] as [usize; 0]);
    }
}
