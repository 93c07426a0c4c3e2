use std::rc::Rc;

use downhill::cost::{Cost, DATA_SETS, DataSheet, Fit, Loss, Model, Regression, Table};

/// Numbers in [0, 1) from a seed: splitmix64 (Steele, Lea & Flood 2014).
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

pub(crate) fn inline(text: &str) -> Table {
    Table::from_inline(text).expect("the test's rows are a table")
}

/// The data sets that open with a line by squared error.
pub(crate) fn line_sheets() -> impl Iterator<Item = &'static DataSheet> {
    let is_line = |sheet: &&DataSheet| (sheet.model, sheet.loss) == (Model::Line, Loss::Squared);
    DATA_SETS.iter().filter(is_line)
}

/// The cost that a data set opens with.
pub(crate) fn data_cost(sheet: &DataSheet) -> Rc<dyn Cost> {
    let table = Table::built_in(sheet);
    match (sheet.model, sheet.loss) {
        (Model::Line, Loss::Squared) => Rc::new(Regression::new(table)),
        (model, loss) => Rc::new(Fit::new(model, loss, table).expect("it fits")),
    }
}

pub(crate) fn gradient(cost: &dyn Cost, at: &[f64]) -> Vec<f64> {
    let mut gradient = vec![f64::NAN; at.len()];
    cost.gradient(at, &mut gradient);
    gradient
}

pub(crate) fn norm(v: &[f64]) -> f64 {
    v.iter().map(|x| x * x).sum::<f64>().sqrt()
}

/// Compares ∇J with central differences of J, and `partial` with `gradient` bit for bit.
///
/// A central difference at step h is off by h²/6 · J''' and by ε|J|/h from rounding; with
/// two steps (Richardson) the first becomes of order h⁴.
pub(crate) fn check_gradient(cost: &dyn Cost, at: &[f64], what: &str) {
    let gradient = gradient(cost, at);
    for index in 0..at.len() {
        assert_eq!(
            gradient[index].to_bits(),
            cost.partial(index, at).to_bits(),
            "{what} {at:?}"
        );
        let central = |h: f64| {
            let (mut above, mut below) = (at.to_vec(), at.to_vec());
            above[index] += h;
            below[index] -= h;
            (cost.value(&above) - cost.value(&below)) / (above[index] - below[index])
        };
        let h = 1e-3 * (1.0 + at[index].abs());
        let estimate = (4.0 * central(h / 2.0) - central(h)) / 3.0;
        let allowed = 1e-8 * (1.0 + cost.value(at).abs() + norm(&gradient));
        assert!(
            (gradient[index] - estimate).abs() <= allowed,
            "{what} at {at:?}: partial {index} is {}, differences say {estimate}",
            gradient[index]
        );
    }
}

/// The Hessian from central differences of the gradient, made symmetric.
pub(crate) fn curvatures(cost: &dyn Cost, at: &[f64]) -> Vec<f64> {
    let n = at.len();
    let mut hessian = vec![0.0; n * n];
    for j in 0..n {
        let (mut above, mut below) = (at.to_vec(), at.to_vec());
        above[j] += 1e-5;
        below[j] -= 1e-5;
        let (above, below) = (gradient(cost, &above), gradient(cost, &below));
        for i in 0..n {
            hessian[i * n + j] += (above[i] - below[i]) / 4e-5;
            hessian[j * n + i] += (above[i] - below[i]) / 4e-5;
        }
    }
    downhill::cost::symmetric_eigenvalues(&hessian, n)
}

/// How a plain walk downhill stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    Converged { steps: u32, at: Vec<f64> },
    StepLimit,
    Diverged,
}

/// Gradient descent, written out: the oracle for what the sheets promise.
pub(crate) fn descend(
    cost: &dyn Cost,
    start: &[f64],
    (alpha, steps, tolerance): (f64, u32, f64),
    reach: f64,
) -> Stop {
    let mut at = start.to_vec();
    for step in 0..=steps {
        let gradient = gradient(cost, &at);
        let away: Vec<f64> = at.iter().zip(start).map(|(a, s)| a - s).collect();
        if !norm(&gradient).is_finite() || norm(&away) > reach {
            return Stop::Diverged;
        }
        if norm(&gradient) <= tolerance {
            return Stop::Converged { steps: step, at };
        }
        at.iter_mut()
            .zip(&gradient)
            .for_each(|(a, g)| *a -= alpha * g);
    }
    Stop::StepLimit
}
