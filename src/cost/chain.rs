use std::rc::Rc;

use super::batch::OfRows;
use super::sum::Sum;
use super::{Fit, Table};

/// How the rows of the data, or of a batch, make the gradient of a [`Fit`] at a point: each
/// row's prediction, its error, and its share of every partial derivative.
///
/// With m rows, the share of a row is the partial derivative of what the row costs, divided
/// by m. For a line by squared error that is (prediction − yᵢ)·xᵢⱼ/m in ∂J/∂wⱼ, and
/// (prediction − yᵢ)/m in ∂J/∂b: the chain rule, row by row. Nothing is kept of a row, so
/// that a million of them take no memory.
#[derive(Clone, Debug)]
pub struct Chain {
    fit: Fit,
    at: Vec<f64>,
    /// The rows of a batch; all of them if `None`.
    batch: Option<Vec<usize>>,
    /// All shares added up, in parameter order.
    sums: Vec<Sum>,
    /// The same, signs apart.
    sizes: Vec<f64>,
}

impl Fit {
    /// The chain from rows to gradient at a point. It looks at every row, or at those of a
    /// batch.
    pub fn chain(&self, at: &[f64], batch: Option<Vec<usize>>) -> Chain {
        let mut chain = Chain {
            fit: self.clone(),
            at: at.to_vec(),
            batch,
            sums: vec![Sum::default(); at.len()],
            sizes: vec![0.0; at.len()],
        };
        let mut shares = vec![0.0; at.len()];
        for place in 0..chain.count() {
            chain.write_shares(chain.row_at(place), &mut shares);
            for (index, share) in shares.iter().enumerate() {
                chain.sums[index].add(*share);
                chain.sizes[index] += share.abs();
            }
        }
        chain
    }
}

impl Chain {
    fn table(&self) -> &Rc<Table> {
        self.fit.table()
    }

    /// The number of rows, m.
    pub fn count(&self) -> usize {
        match &self.batch {
            Some(rows) => rows.len(),
            None => self.table().row_count(),
        }
    }

    /// All rows in the order of the table: the index of each.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        (0..self.count()).map(|place| self.row_at(place))
    }

    fn row_at(&self, place: usize) -> usize {
        self.batch.as_ref().map_or(place, |rows| rows[place])
    }

    /// A row's share of each partial derivative.
    fn write_shares(&self, row: usize, into: &mut [f64]) {
        let (row, count) = (self.table().row(row), self.count() as f64);
        if self.fit.is_least_squares() {
            let error = predicted(row, &self.at) - row[row.len() - 1];
            let factors = row[..row.len() - 1].iter().chain(&[1.0]);
            for (into, x) in into.iter_mut().zip(factors) {
                *into = error * x / count;
            }
        } else {
            self.fit.row_gradient(row, &self.at, into);
            into.iter_mut().for_each(|share| *share /= count);
        }
    }

    /// What the parameters predict for a row, in y's unit.
    pub fn prediction(&self, row: usize) -> f64 {
        let row = self.table().row(row);
        match self.fit.is_least_squares() {
            true => predicted(row, &self.at),
            false => self.fit.predict(row, &self.at),
        }
    }

    /// Prediction less measured y.
    pub fn error(&self, row: usize) -> f64 {
        let y = self.table().row(row)[self.table().columns().len() - 1];
        self.prediction(row) - y
    }

    /// A row's share of each partial derivative, in parameter order.
    pub fn shares(&self, row: usize) -> Vec<f64> {
        let mut shares = vec![0.0; self.at.len()];
        self.write_shares(row, &mut shares);
        shares
    }

    /// The shares of all rows added up, in parameter order, with what rounding drops
    /// carried along: the gradient.
    pub fn sums(&self) -> Vec<f64> {
        self.sums.iter().map(|sum| sum.value()).collect()
    }

    /// The same without some rows.
    pub fn rest(&self, without: &[usize]) -> Vec<f64> {
        let mut sums = self.sums.clone();
        for &row in without {
            for (sum, share) in sums.iter_mut().zip(self.shares(row)) {
                sum.add(-share);
            }
        }
        sums.into_iter().map(Sum::value).collect()
    }

    /// The rows with the largest shares, at most so many, in the order of the table.
    ///
    /// Shares of different partial derivatives have different units, so each counts
    /// as a part of all shares of its own, signs apart.
    pub fn largest(&self, count: usize) -> Vec<usize> {
        // The largest first; of equal ones the first row.
        let mut chosen: Vec<(f64, usize)> = Vec::with_capacity(count + 1);
        let mut shares = vec![0.0; self.at.len()];
        for index in self.rows() {
            self.write_shares(index, &mut shares);
            let weight = self.weight(&shares);
            let place = chosen.iter().position(|(other, _)| weight > *other);
            match place {
                Some(place) => chosen.insert(place, (weight, index)),
                None if chosen.len() < count => chosen.push((weight, index)),
                None => {}
            }
            chosen.truncate(count);
        }
        let mut rows: Vec<usize> = chosen.into_iter().map(|(_, row)| row).collect();
        rows.sort_unstable();
        rows
    }

    /// A row's shares as parts of all shares, signs apart.
    fn weight(&self, shares: &[f64]) -> f64 {
        let parts = shares.iter().zip(&self.sizes);
        parts
            .filter(|(_, size)| **size > 0.0)
            .fold(0.0, |sum, (share, size)| sum + share.abs() / size)
    }
}

/// w·x + b for a row of features, and perhaps y behind them.
pub(super) fn predicted(row: &[f64], at: &[f64]) -> f64 {
    let last = at.len() - 1;
    let weighted = row[..last].iter().zip(at);
    weighted.fold(0.0, |sum, (x, w)| sum + w * x) + at[last]
}
