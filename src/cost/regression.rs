use std::borrow::Cow;
use std::rc::{Rc, Weak};

use super::batch::{OfRows, OnBatch};
use super::chain::predicted;
use super::{Batch, Cost, Table, cholesky::Cholesky, moments::Moments, symmetric_eigenvalues};
use crate::formula::{Name, Program, Quantity};

/// Squared-error linear regression: J(w, b) = 1/(2m) Σ (w·xᵢ + b − yᵢ)² over the m
/// rows of a table.
///
/// The parameters are `w`, `b` for one feature, `w1`…`wn`, `b` for more. J is a
/// quadratic, so the rows are looked at once: with S the second moments of the
/// features about their means, w* the best weights and c = b + w·x̄ − ȳ,
///
/// - J = J_min + ½ (w − w*)ᵀ S (w − w*) + ½ c²,
/// - ∂J/∂w = S (w − w*) + c x̄,
/// - ∂J/∂b = c,
///
/// whatever the number of rows. Every term of J is a square, so J is never negative
/// and keeps its digits near the minimum. Where the data leave w* open (a constant
/// feature, one row, features that are combinations of others) the terms stay the
/// same for any of the best weights; one of them is taken.
#[derive(Clone, Debug)]
pub struct Regression {
    table: Rc<Table>,
    error: Rc<SquaredError>,
}

/// J of a [`Regression`] without its rows: a few numbers, however many rows there are.
///
/// It draws batches from the rows as long as somebody else keeps them.
#[derive(Debug)]
pub struct SquaredError {
    parameters: Vec<Name>,
    /// Means of the features, then of y.
    means: Vec<f64>,
    /// S, row-major n×n.
    spread: Vec<f64>,
    root: Cholesky,
    /// w*, then the best b.
    minimum: Vec<f64>,
    least_cost: f64,
    largest_curvature: f64,
    rows: Weak<Table>,
}

/// Corrections of w* by what is left of the normal equations. One gives back the
/// digits that forming S lost, the second is for nearly collinear features (Björck
/// 1987, "Stability analysis of the method of seminormal equations", LAA 88/89).
const CORRECTIONS: usize = 2;

impl Regression {
    /// Looks at the rows of a table once and keeps their moments.
    pub fn new(table: impl Into<Rc<Table>>) -> Regression {
        let table = table.into();
        let error = Rc::new(SquaredError::of(&table));
        Regression { table, error }
    }

    /// The data.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// J alone: who walks on it does not keep the rows.
    pub fn cost(&self) -> Rc<SquaredError> {
        Rc::clone(&self.error)
    }

    /// The weights and b with the least cost, in parameter order. If there are many
    /// (see [`has_one_minimum`](Regression::has_one_minimum)), one of them.
    pub fn minimum(&self) -> &[f64] {
        &self.error.minimum
    }

    /// Whether the data settle every weight: no feature is constant or, to within
    /// rounding, a combination of the others.
    pub fn has_one_minimum(&self) -> bool {
        self.error.root.rank() == self.error.features()
    }

    /// J at the minimum.
    pub fn least_cost(&self) -> f64 {
        self.error.least_cost
    }

    /// The second partial derivatives of J, row-major in parameter order. They are the
    /// same at every point.
    pub fn hessian(&self) -> Vec<f64> {
        self.error.hessian()
    }

    /// λmax, the largest eigenvalue of the Hessian: gradient descent settles exactly
    /// when the learning rate is below 2/λmax.
    pub fn largest_curvature(&self) -> f64 {
        self.error.largest_curvature
    }

    /// The line's (or plane's) y at one row of features, for the parameters `at`.
    pub fn predict(&self, features: &[f64], at: &[f64]) -> f64 {
        predicted(features, at)
    }
}

impl SquaredError {
    fn of(table: &Rc<Table>) -> SquaredError {
        let features = table.columns().len() - 1;
        let moments = Moments::of(table);
        let root = Cholesky::new(&moments.spread, features);
        let weights = best_weights(table, &moments, &root);
        let mut minimum = weights.clone();
        minimum.push(moments.intercept(&weights));
        let mut error = SquaredError {
            parameters: names(features),
            least_cost: moments.half_square(table, &weights),
            means: moments.means,
            spread: moments.spread,
            root,
            minimum,
            largest_curvature: 0.0,
            rows: Rc::downgrade(table),
        };
        let curvatures = symmetric_eigenvalues(&error.hessian(), features + 1);
        error.largest_curvature = curvatures[features];
        error
    }

    fn hessian(&self) -> Vec<f64> {
        let features = self.features();
        let mean = |i: usize| if i < features { self.means[i] } else { 1.0 };
        let mut hessian = Vec::with_capacity((features + 1) * (features + 1));
        for i in 0..=features {
            for j in 0..=features {
                let spread = if i < features && j < features {
                    self.spread[i * features + j]
                } else {
                    0.0
                };
                hessian.push(spread + mean(i) * mean(j));
            }
        }
        hessian
    }

    fn features(&self) -> usize {
        self.minimum.len() - 1
    }

    /// The mean of the residuals at a point: c = b + w·x̄ − ȳ.
    fn offset<N: Quantity>(&self, at: &[N]) -> N {
        let features = self.features();
        let start = at[features] - self.means[features];
        (0..features).fold(start, |sum, i| sum + at[i] * self.means[i])
    }

    fn value_at<N: Quantity>(&self, at: &[N]) -> N {
        let offset = self.offset(at);
        let weights = self.root.half_form(at, &self.minimum);
        weights + self.least_cost + offset * offset * 0.5
    }

    fn partial_at<N: Quantity>(&self, index: usize, at: &[N], offset: N) -> N {
        let features = self.features();
        if index == features {
            return offset;
        }
        let row = &self.spread[index * features..(index + 1) * features];
        let terms = (0..features).map(|j| (at[j] - self.minimum[j]) * row[j]);
        let mean = offset * self.means[index];
        terms
            .reduce(|sum, term| sum + term)
            .map_or(mean, |slope| slope + mean)
    }
}

impl OfRows for SquaredError {
    fn names(&self) -> &[Name] {
        &self.parameters
    }

    fn row_value(&self, row: &[f64], at: &[f64]) -> f64 {
        let error = predicted(row, at) - row[self.features()];
        error * error / 2.0
    }

    fn row_gradient(&self, row: &[f64], at: &[f64], into: &mut [f64]) {
        let error = predicted(row, at) - row[self.features()];
        let factors = row[..self.features()].iter().chain(&[1.0]);
        for (slope, factor) in into.iter_mut().zip(factors) {
            *slope = error * factor;
        }
    }
}

impl Cost for SquaredError {
    fn parameters(&self) -> &[Name] {
        &self.parameters
    }

    fn value(&self, at: &[f64]) -> f64 {
        self.value_at(at)
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        let offset = self.offset(at);
        for (index, partial) in into.iter_mut().enumerate() {
            *partial = self.partial_at(index, at, offset);
        }
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        self.partial_at(index, at, self.offset(at))
    }

    fn on_batch<'a>(&'a self, batch: Batch, iteration: u32) -> Option<Box<dyn Cost + 'a>> {
        OnBatch::drawn(self, self.rows.upgrade()?, batch, iteration)
    }

    fn program(&self) -> Option<Cow<'_, Program>> {
        let program = Program::recorded(self.minimum.len(), |at| {
            let offset = self.offset(at);
            let partials = 0..at.len();
            let partials = partials.map(|index| self.partial_at(index, at, offset));
            (self.value_at(at), partials.collect())
        });
        Some(Cow::Owned(program))
    }
}

impl Cost for Regression {
    fn parameters(&self) -> &[Name] {
        self.error.parameters()
    }

    fn value(&self, at: &[f64]) -> f64 {
        self.error.value(at)
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        self.error.gradient(at, into);
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        self.error.partial(index, at)
    }

    fn on_batch<'a>(&'a self, batch: Batch, iteration: u32) -> Option<Box<dyn Cost + 'a>> {
        self.error.on_batch(batch, iteration)
    }

    fn program(&self) -> Option<Cow<'_, Program>> {
        self.error.program()
    }
}

fn best_weights(table: &Table, moments: &Moments, root: &Cholesky) -> Vec<f64> {
    let mut weights = vec![0.0; table.columns().len() - 1];
    for _ in 0..=CORRECTIONS {
        let correction = root.solve(&moments.cross(table, &weights));
        weights
            .iter_mut()
            .zip(correction)
            .for_each(|(weight, change)| *weight += change);
    }
    weights
}

fn names(features: usize) -> Vec<Name> {
    let weights = (1..=features).map(|i| {
        if features == 1 {
            "w".to_string()
        } else {
            format!("w{i}")
        }
    });
    weights
        .chain(["b".to_string()])
        .map(|text| Name::new(&text).expect("a letter and digits are a name"))
        .collect()
}
