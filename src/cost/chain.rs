use super::sum::Sum;
use super::{Regression, Table};

/// How the rows of the data make the gradient of a [`Regression`] at a point: each
/// row's prediction, its error, and its share of every partial derivative.
///
/// With m rows, the share of row i is (prediction − yᵢ)·xᵢⱼ/m in ∂J/∂wⱼ, and
/// (prediction − yᵢ)/m in ∂J/∂b: the chain rule, row by row.
#[derive(Clone, Debug)]
pub struct Chain {
    parameters: usize,
    predictions: Vec<f64>,
    errors: Vec<f64>,
    /// Row-major: a row of the data has one share per parameter.
    shares: Vec<f64>,
}

impl Regression {
    /// The chain from rows to gradient at a point. It looks at every row, as
    /// [`gradient`](super::Cost::gradient) does not.
    pub fn chain(&self, at: &[f64]) -> Chain {
        let table: &Table = self.table();
        let (rows, parameters) = (table.row_count(), at.len());
        let mut chain = Chain {
            parameters,
            predictions: Vec::with_capacity(rows),
            errors: Vec::with_capacity(rows),
            shares: Vec::with_capacity(rows * parameters),
        };
        for row in table.rows() {
            let (features, y) = (&row[..parameters - 1], row[parameters - 1]);
            let prediction = self.predict(features, at);
            let error = prediction - y;
            chain.predictions.push(prediction);
            chain.errors.push(error);
            let factors = features.iter().chain(&[1.0]);
            chain
                .shares
                .extend(factors.map(|x| error * x / rows as f64));
        }
        chain
    }
}

impl Chain {
    /// The number of rows, m.
    pub fn rows(&self) -> usize {
        self.errors.len()
    }

    /// What the parameters predict for a row, in y's unit.
    pub fn prediction(&self, row: usize) -> f64 {
        self.predictions[row]
    }

    /// Prediction less measured y.
    pub fn error(&self, row: usize) -> f64 {
        self.errors[row]
    }

    /// A row's share of each partial derivative, in parameter order.
    pub fn shares(&self, row: usize) -> &[f64] {
        &self.shares[row * self.parameters..][..self.parameters]
    }

    /// The shares of some rows added up, in parameter order, with what rounding drops
    /// carried along. All rows together make the gradient.
    pub fn sums(&self, rows: impl Fn(usize) -> bool) -> Vec<f64> {
        let chosen: Vec<usize> = (0..self.rows()).filter(|row| rows(*row)).collect();
        let sum = |index: usize| -> Sum {
            let shares = chosen.iter().map(|row| self.shares(*row)[index]);
            shares.collect()
        };
        (0..self.parameters)
            .map(|index| sum(index).value())
            .collect()
    }

    /// The rows with the largest shares, at most so many, in the order of the table.
    ///
    /// Shares of different partial derivatives have different units, so each counts
    /// as a part of all shares of its own, signs apart.
    pub fn largest(&self, count: usize) -> Vec<usize> {
        let sizes: Vec<f64> = (0..self.parameters)
            .map(|index| (0..self.rows()).fold(0.0, |sum, row| sum + self.shares(row)[index].abs()))
            .collect();
        let weight = |row: usize| {
            let parts = self.shares(row).iter().zip(&sizes);
            parts
                .filter(|(_, size)| **size > 0.0)
                .fold(0.0, |sum, (share, size)| sum + share.abs() / size)
        };
        let weights: Vec<f64> = (0..self.rows()).map(weight).collect();
        let mut chosen = vec![false; self.rows()];
        for _ in 0..count {
            let mut best = None;
            for (row, weight) in weights.iter().enumerate() {
                if !chosen[row] && best.is_none_or(|best: usize| *weight > weights[best]) {
                    best = Some(row);
                }
            }
            let Some(best) = best else { break };
            chosen[best] = true;
        }
        (0..self.rows()).filter(|row| chosen[*row]).collect()
    }
}
