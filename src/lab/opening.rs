//! Where a model on data opens: starts, α and the part of the plane that is shown.

use super::random;
use super::subject::{STEPS, TOLERANCE, down_to_one_digit, holding, home, owned};
use crate::cost::{Cost, DataSheet, Fit, Loss, Model, Regression};
use crate::landscape::Window;

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
/// α for a network whose features lie between −1 and 1.
const NETWORK_ALPHA: f64 = 0.5;

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
        let alpha = down_to_one_digit(match regression {
            Some(regression) => 1.0 / regression.largest_curvature(),
            None => alpha(fit),
        });
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

fn alpha(fit: &Fit) -> f64 {
    let table = fit.table();
    let last = table.columns().len() - 1;
    match (fit.largest_curvature(), fit.model(), fit.loss()) {
        (Some(curvature), ..) => 1.0 / curvature,
        (None, Model::Line | Model::Polynomial { .. }, Loss::Absolute) => {
            let [low, high] = table.range(last);
            let squared = Fit::new(fit.model(), Loss::Squared, table.clone());
            let curvature = squared.ok().and_then(|fit| fit.largest_curvature());
            (high - low) / STEPS_ACROSS / curvature.unwrap_or(1.0)
        }
        _ => {
            let sizes = (0..last).flat_map(|column| table.range(column));
            let largest = sizes.fold(1.0, |most, x| if x.abs() > most { x.abs() } else { most });
            NETWORK_ALPHA / (largest * largest)
        }
    }
}

/// The lowest and the highest place along each axis that a walk from the start comes to.
fn corners(cost: &dyn Cost, fit: &Fit, start: &[f64], alpha: f64) -> Vec<Vec<f64>> {
    let steps = (MOST_LOOKS / fit.table().row_count()).clamp(1, STEPS as usize);
    let mut at = start.to_vec();
    let [mut low, mut high] = [start.to_vec(), start.to_vec()];
    let mut gradient = vec![0.0; at.len()];
    for _ in 0..steps {
        cost.gradient(&at, &mut gradient);
        for (index, slope) in gradient.iter().enumerate() {
            at[index] -= alpha * slope;
        }
        if !at.iter().all(|coordinate| coordinate.is_finite()) {
            break;
        }
        for (index, coordinate) in at.iter().enumerate() {
            low[index] = if *coordinate < low[index] {
                *coordinate
            } else {
                low[index]
            };
            high[index] = if *coordinate > high[index] {
                *coordinate
            } else {
                high[index]
            };
        }
    }
    vec![low, high]
}
