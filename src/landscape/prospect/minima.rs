use super::{Effort, larger, reach, spread};
use crate::cost::Cost;
use crate::descent::norm;

/// A place that short walks came to.
#[derive(Clone, Debug)]
pub(super) struct Minimum {
    pub(super) at: Vec<f64>,
    pub(super) value: f64,
}

/// Half the sides of the cubes from which walks are sent, the likeliest first.
const SCALES: [f64; 8] = [1.0, 5.0, 0.1, 20.0, 2.0, 100.0, 0.01, 1000.0];
/// Walks from each cube.
const WALKS: usize = 5;
/// Steps of one walk.
const STEPS: usize = 80;
/// Halvings of one step.
const HALVINGS: usize = 30;
/// A slope this part of the first one is none.
const FLAT: f64 = 1e-9;
/// Less than this part of it, after all steps, is near enough.
const NEARLY: f64 = 1e-7;
/// Farther away than this times its cube no walk is followed.
const FARTHEST: f64 = 1e4;
/// Two ends nearer than this part of their distance from zero are one.
const SAME: f64 = 1e-3;
/// An end this many times as steep as the start is on its way into a pole, or at an edge.
const POLE: f64 = 10.0;
/// How far beyond an end J is looked at, as a part of the way there.
const BEYOND: f64 = 0.01;

/// The minima found, each once.
pub(super) fn minima(cost: &dyn Cost, effort: &mut Effort) -> Vec<Minimum> {
    let dimension = cost.parameters().len();
    let mut found: Vec<Minimum> = Vec::new();
    let ones = [0.0, 1.0].map(|side| (1.0, vec![side; dimension]));
    let spread = (0..WALKS * SCALES.len()).map(|number| {
        let scale = SCALES[number % SCALES.len()];
        let place = spread(number, dimension);
        (scale, place.iter().map(|side| side * scale).collect())
    });
    for (scale, start) in ones.into_iter().chain(spread) {
        if !effort.spend(1) {
            break;
        }
        let Some(end) = walk_down(cost, start, scale, effort) else {
            continue;
        };
        let near = |other: &Minimum| {
            let apart: Vec<f64> = other.at.iter().zip(&end.at).map(|(a, b)| a - b).collect();
            reach(&apart) <= SAME * larger(scale, reach(&end.at))
        };
        if !found.iter().any(near) {
            found.push(end);
        }
    }
    found
}

/// Where J and its slopes are finite.
struct Place {
    at: Vec<f64>,
    value: f64,
    gradient: Vec<f64>,
}

impl Place {
    fn new(cost: &dyn Cost, at: Vec<f64>) -> Option<Place> {
        let value = cost.value(&at);
        let mut gradient = vec![0.0; at.len()];
        cost.gradient(&at, &mut gradient);
        let is_finite = value.is_finite() && norm(&gradient).is_finite();
        is_finite.then_some(Place {
            at,
            value,
            gradient,
        })
    }
}

/// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with a backtracking line
/// search; Nocedal and Wright (2006), Numerical Optimization, algorithms 6.1 and 3.1.
/// `None` where it comes to no minimum: where J has no end, is level, or is
/// not finite.
fn walk_down(cost: &dyn Cost, start: Vec<f64>, scale: f64, effort: &mut Effort) -> Option<Minimum> {
    let first = Place::new(cost, start.clone())?;
    let steepest = norm(&first.gradient);
    let mut here = first;
    let mut inverse = Inverse::new(here.at.len(), scale / larger(steepest, f64::MIN_POSITIVE));
    for step in 0..STEPS {
        if norm(&here.gradient) <= FLAT * steepest || reach(&here.at) > FARTHEST * scale {
            break;
        }
        let Some(next) = line_search(cost, &here, inverse.direction(&here.gradient), effort) else {
            // Steepest descent once more, and then this is as far down as it goes.
            if step > 0 && inverse.is_plain {
                break;
            }
            inverse = Inverse::new(
                here.at.len(),
                1e-3 * scale / larger(norm(&here.gradient), f64::MIN_POSITIVE),
            );
            continue;
        };
        inverse.learn(&here, &next);
        here = next;
    }
    let is_there = norm(&here.gradient) <= NEARLY * steepest || inverse.is_plain;
    let is_near = reach(&here.at) <= FARTHEST * scale && here.at != start;
    let is_pole = norm(&here.gradient) > POLE * steepest;
    (is_there && is_near && !is_pole && effort.spend(1) && rises_beyond(cost, &here, &start))
        .then_some(Minimum {
            at: here.at,
            value: here.value,
        })
}

/// Whether J rises where the walk would have gone on, or has no value there.
fn rises_beyond(cost: &dyn Cost, here: &Place, start: &[f64]) -> bool {
    let way = here.at.iter().zip(start);
    let beyond: Vec<f64> = way.map(|(to, from)| to + BEYOND * (to - from)).collect();
    let value = cost.value(&beyond);
    value > here.value || value.is_nan()
}

/// A point along a direction with a sufficient decrease.
fn line_search(
    cost: &dyn Cost,
    here: &Place,
    direction: Vec<f64>,
    effort: &mut Effort,
) -> Option<Place> {
    let slope: f64 = direction
        .iter()
        .zip(&here.gradient)
        .map(|(d, g)| d * g)
        .sum();
    let mut length = 1.0;
    for _ in 0..HALVINGS {
        if !effort.spend(1) {
            return None;
        }
        let at: Vec<f64> = here
            .at
            .iter()
            .zip(&direction)
            .map(|(x, d)| x + length * d)
            .collect();
        let is_lower = |next: &Place| {
            next.value <= here.value + 1e-4 * length * slope && next.value < here.value
        };
        if let Some(next) = Place::new(cost, at).filter(is_lower) {
            return Some(next);
        }
        length *= 0.4;
    }
    None
}

/// An estimate of the inverse of the Hessian.
struct Inverse {
    rows: Vec<Vec<f64>>,
    is_plain: bool,
}

impl Inverse {
    fn new(dimension: usize, scale: f64) -> Inverse {
        let row = |i: usize| {
            (0..dimension)
                .map(|j| if i == j { scale } else { 0.0 })
                .collect()
        };
        Inverse {
            rows: (0..dimension).map(row).collect(),
            is_plain: true,
        }
    }

    fn direction(&self, gradient: &[f64]) -> Vec<f64> {
        self.times(gradient).into_iter().map(|side| -side).collect()
    }

    fn times(&self, vector: &[f64]) -> Vec<f64> {
        let row = |row: &Vec<f64>| row.iter().zip(vector).map(|(a, b)| a * b).sum();
        self.rows.iter().map(row).collect()
    }

    fn learn(&mut self, from: &Place, to: &Place) {
        let step: Vec<f64> = to.at.iter().zip(&from.at).map(|(a, b)| a - b).collect();
        let change: Vec<f64> = to
            .gradient
            .iter()
            .zip(&from.gradient)
            .map(|(a, b)| a - b)
            .collect();
        let along: f64 = step.iter().zip(&change).map(|(s, y)| s * y).sum();
        let length: f64 = change.iter().map(|y| y * y).sum();
        if along <= 1e-12 * norm(&step) * norm(&change) || !(along > 0.0 && length.is_finite()) {
            return;
        }
        if self.is_plain {
            *self = Inverse::new(step.len(), along / length);
            self.is_plain = false;
        }
        let turned = self.times(&change);
        let weight: f64 = turned.iter().zip(&change).map(|(t, y)| t * y).sum();
        let factor = (1.0 + weight / along) / along;
        for (i, row) in self.rows.iter_mut().enumerate() {
            for (j, entry) in row.iter_mut().enumerate() {
                *entry += factor * step[i] * step[j]
                    - (turned[i] * step[j] + step[i] * turned[j]) / along;
            }
        }
    }
}
