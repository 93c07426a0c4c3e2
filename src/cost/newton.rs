//! The curvature of models that are linear in their parameters, and the minimum it leads to.

use super::cholesky::Cholesky;
use super::{Column, Cost, Fit, Loss, Model, Regression, Table};

/// Newton's method converges quadratically; who needs more steps has no minimum. Where rows
/// can be separated, a step of logistic regression divides J by about e, so that after these
/// it is still far above [`NOTHING`].
const STEPS: usize = 40;
/// Halvings of one step.
const HALVINGS: usize = 40;
/// The part of the promised descent that a step must keep: Armijo's condition.
const KEPT: f64 = 1e-4;
/// A step that promises less than this part of J is rounding.
const ARRIVED: f64 = 1e-13;
/// J is as good as 0 below this part of J at the start.
const NOTHING: f64 = 1e-28;

impl Fit {
    /// The same J as that of a line by squared error, over what each parameter is multiplied
    /// by, where it is one: a quadratic with a minimum in closed form.
    pub fn as_regression(&self) -> Option<Regression> {
        if self.loss() != Loss::Squared {
            return None;
        }
        if self.model() == Model::Line {
            return Some(Regression::new(self.table().clone()));
        }
        let mut values = Vec::new();
        for row in self.table().rows() {
            let (y, features) = row.split_last()?;
            let factors = self.model().factors(features)?;
            values.extend_from_slice(&factors[..factors.len() - 1]);
            values.push(*y);
        }
        let column = || Column {
            name: String::new(),
            unit: String::new(),
        };
        let columns = self.parameters().iter().map(|_| column()).collect();
        Some(Regression::new(Table::new(columns, values).ok()?))
    }

    /// The second partial derivatives of J at a point, row-major: the mean over the rows of
    /// L″ times the products of what parameters are multiplied by. `None` for a network, and
    /// for absolute errors, which do not curve.
    pub fn hessian(&self, at: &[f64]) -> Option<Vec<f64>> {
        let size = at.len();
        let mut sums = vec![0.0; size * size];
        for row in self.table().rows() {
            let factors = self.model().factors(&row[..row.len() - 1])?;
            let bend = self.bend(row, at)?;
            for (a, sums) in factors.iter().zip(sums.chunks_exact_mut(size)) {
                for (b, sum) in factors.iter().zip(sums) {
                    *sum += bend * a * b;
                }
            }
        }
        let rows = self.table().row_count() as f64;
        Some(sums.iter().map(|sum| sum / rows).collect())
    }

    /// L″: how what a row costs curves with the sum that the model makes of it.
    fn bend(&self, row: &[f64], at: &[f64]) -> Option<f64> {
        match self.loss() {
            Loss::Squared => Some(1.0),
            Loss::Absolute => None,
            Loss::Huber { delta } => {
                let error = self.predict(row, at) - row[row.len() - 1];
                Some(if error.abs() <= delta { 1.0 } else { 0.0 })
            }
            Loss::CrossEntropy => {
                let probability = self.predict(row, at);
                Some(probability * (1.0 - probability))
            }
        }
    }

    /// The parameters with the least J, if just one place has it and the model is linear in
    /// its parameters; for losses other than the squared error by Newton's method with
    /// backtracking. Nocedal and Wright (2006), Numerical Optimization, section 3.3 and
    /// algorithm 3.1.
    pub fn minimum(&self) -> Option<Vec<f64>> {
        if let Some(regression) = self.as_regression() {
            let one = regression.has_one_minimum();
            return one.then(|| regression.minimum().to_vec());
        }
        let mut at = self.first_guess()?;
        let first = self.value(&at);
        for _ in 0..STEPS {
            let value = self.value(&at);
            let mut gradient = vec![0.0; at.len()];
            self.gradient(&at, &mut gradient);
            if !value.is_finite() || !gradient.iter().all(|slope| slope.is_finite()) {
                return None;
            }
            let step = self.newton_step(&at, &gradient)?;
            let promised: f64 = -step.iter().zip(&gradient).map(|(s, g)| s * g).sum::<f64>();
            if promised <= ARRIVED * value.abs() || value <= NOTHING * first {
                return Some(at);
            }
            at = self.shortened(&at, &step, value, promised)?;
        }
        None
    }

    /// Where the squared error is least, for losses of an error; else 0.
    fn first_guess(&self) -> Option<Vec<f64>> {
        if self.loss() == Loss::CrossEntropy {
            return Some(vec![0.0; self.parameters().len()]);
        }
        let squared = Fit::new(self.model(), Loss::Squared, self.table().clone()).ok()?;
        Some(squared.as_regression()?.minimum().to_vec())
    }

    /// The step to where the quadratic with this slope and curvature is level. Where Huber's
    /// loss does not curve in some direction, that of the squared error stands in, which
    /// curves more: the step is shorter, and downhill all the same.
    fn newton_step(&self, at: &[f64], gradient: &[f64]) -> Option<Vec<f64>> {
        let down: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
        let root = Cholesky::new(&self.hessian(at)?, at.len());
        if root.rank() == at.len() {
            return Some(root.solve(&down));
        }
        if self.loss() == Loss::CrossEntropy {
            return None;
        }
        let squared = Fit::new(self.model(), Loss::Squared, self.table().clone()).ok()?;
        let root = Cholesky::new(&squared.hessian(at)?, at.len());
        (root.rank() == at.len()).then(|| root.solve(&down))
    }

    /// The end of the longest of the halved steps that goes down far enough.
    fn shortened(&self, at: &[f64], step: &[f64], value: f64, promised: f64) -> Option<Vec<f64>> {
        let mut part = 1.0;
        for _ in 0..HALVINGS {
            let end: Vec<f64> = at.iter().zip(step).map(|(a, s)| a + part * s).collect();
            if self.value(&end) <= value - KEPT * part * promised {
                return Some(end);
            }
            part *= 0.5;
        }
        None
    }
}
