//! Where a model on data opens: starts, α and the part of the plane that is shown.

use super::defaults::{STEPS, TOLERANCE, down_to_one_digit, holding, home, owned};
use crate::cost::{Cost, DataSheet, Fit, Loss, Model, Regression};
use crate::descent::RULES;
use crate::landscape::Window;
use crate::random;

/// What a data sheet says, or what stands in for it.
pub(super) struct Opening {
    pub(super) starts: Vec<Vec<f64>>,
    pub(super) alpha: f64,
    pub(super) home: Window,
    pub(super) steps: u32,
    pub(super) tolerance: f64,
}

/// So many rows are looked at, at most, to find the part of the plane that a walk crosses.
const MOST_LOOKS: usize = 100_000;
/// α for absolute errors: so many of the first steps take a prediction from one end of y's
/// range to the other, if all rows pull one way.
const STEPS_ACROSS: f64 = 50.0;
/// The largest α that a network opens with.
const NETWORK_ALPHA: f64 = 0.5;
/// So many steps J must fall for an α to be taken, and so many α are tried, each about half
/// the one before.
const TRIED_STEPS: usize = 60;
const TRIED_RATES: usize = 40;

impl Opening {
    pub(super) fn promised(sheet: &DataSheet) -> Opening {
        Opening {
            starts: owned(sheet.starts),
            alpha: sheet.alpha,
            home: home(sheet.window),
            steps: sheet.steps,
            tolerance: sheet.tolerance,
        }
    }

    /// For a cost without a sheet: `cost` is that of `fit`, and of `regression` if it is a
    /// line by squared error.
    pub(super) fn found(cost: &dyn Cost, fit: &Fit, regression: Option<&Regression>) -> Opening {
        let start = start(fit);
        let alpha = match regression {
            Some(regression) => down_to_one_digit(1.0 / regression.largest_curvature()),
            None => alpha(cost, fit, &start),
        };
        let ends = match regression {
            Some(regression) => vec![start.clone(), regression.minimum().to_vec()],
            None => corners(cost, fit, &start, alpha),
        };
        let second = 1.min(start.len() - 1);
        let along = |axis: usize| ends.iter().map(|end| end[axis]).collect();
        Opening {
            home: holding([along(0), along(second)]),
            starts: vec![start],
            alpha,
            steps: STEPS,
            tolerance: TOLERANCE,
        }
    }
}

/// All 0; for a network, whose units would all stay alike from there, numbers between −1
/// and 1 drawn by lot, the same every time.
fn start(fit: &Fit) -> Vec<f64> {
    let parameters = 0..fit.parameters().len();
    match fit.model() {
        Model::Line | Model::Polynomial { .. } => parameters.map(|_| 0.0).collect(),
        Model::Network { .. } => parameters
            .map(|index| libm::round(20.0 * random::uniform(1, 0, index as u32) - 10.0) / 10.0)
            .collect(),
    }
}

fn alpha(cost: &dyn Cost, fit: &Fit, start: &[f64]) -> f64 {
    let table = fit.table();
    let last = table.columns().len() - 1;
    match (fit.largest_curvature(), fit.model(), fit.loss()) {
        (Some(curvature), ..) => down_to_one_digit(1.0 / curvature),
        (None, Model::Line | Model::Polynomial { .. }, Loss::Absolute) => {
            let [low, high] = table.range(last);
            let squared = Fit::new(fit.model(), Loss::Squared, table.clone());
            let curvature = squared.ok().and_then(|fit| fit.largest_curvature());
            down_to_one_digit((high - low) / STEPS_ACROSS / curvature.unwrap_or(1.0))
        }
        _ => {
            let steps = (MOST_LOOKS / TRIED_RATES / table.row_count()).clamp(2, TRIED_STEPS);
            let mut rates = halves(NETWORK_ALPHA).take(TRIED_RATES);
            rates
                .find(|alpha| falls(cost, start, *alpha, steps))
                .unwrap_or(NETWORK_ALPHA)
        }
    }
}

/// 0.5, 0.2, 0.1, 0.05, …: about half the one before, a digit each.
fn halves(first: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some((first, 0)), |(alpha, index)| {
        let next = if index % 3 == 0 {
            alpha / 2.5
        } else {
            alpha / 2.0
        };
        Some((down_to_one_digit(next * 1.000_001), index + 1))
    })
    .map(|(alpha, _)| alpha)
}

/// Whether J falls with every one of the first steps.
fn falls(cost: &dyn Cost, start: &[f64], alpha: f64, steps: usize) -> bool {
    let mut before = cost.value(start);
    walk(cost, start, alpha).take(steps).all(|at| {
        let now = cost.value(&at);
        let fell = now <= before;
        before = now;
        fell
    })
}

/// The lowest and the highest place along each axis that a walk from the start comes to.
fn corners(cost: &dyn Cost, fit: &Fit, start: &[f64], alpha: f64) -> Vec<Vec<f64>> {
    let steps = (MOST_LOOKS / fit.table().row_count()).clamp(1, STEPS as usize);
    let is_finite = |at: &Vec<f64>| at.iter().all(|coordinate| coordinate.is_finite());
    let [mut low, mut high] = [start.to_vec(), start.to_vec()];
    for at in walk(cost, start, alpha).take(steps).take_while(is_finite) {
        for (index, coordinate) in at.into_iter().enumerate() {
            if coordinate < low[index] {
                low[index] = coordinate;
            }
            if coordinate > high[index] {
                high[index] = coordinate;
            }
        }
    }
    vec![low, high]
}

/// The points after each step from a start, without end.
fn walk(cost: &dyn Cost, start: &[f64], alpha: f64) -> impl Iterator<Item = Vec<f64>> {
    let (mut at, mut step) = (start.to_vec(), vec![0.0; start.len()]);
    std::iter::repeat_with(move || {
        RULES[0].step(cost, alpha, &at, &mut step);
        at.iter_mut()
            .zip(&step)
            .for_each(|(coordinate, step)| *coordinate += step);
        at.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::halves;

    #[test]
    fn rates_to_try_have_a_digit_each() {
        let first: Vec<f64> = halves(0.5).take(8).collect();
        assert_eq!(first, [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002]);
    }
}
