use super::scale::Frame;
use super::{Effort, Minimum, larger, reach, smaller, spread};
use crate::cost::Cost;
use crate::descent::norm;
use crate::landscape::down_to_one_digit;

/// Places in a window from which descents are tried, in halves of its side from the middle.
const PLACES: [[f64; 2]; 12] = [
    [-0.7, 0.6],
    [0.7, 0.5],
    [-0.6, -0.65],
    [0.65, -0.6],
    [-0.75, 0.1],
    [0.75, -0.15],
    [0.1, 0.75],
    [-0.15, -0.75],
    [0.4, 0.35],
    [-0.4, -0.3],
    [0.3, -0.4],
    [-0.35, 0.4],
];
/// Parameters that are not shown start up to this many halves away.
const HIDDEN: f64 = 0.4;
/// Steps of a descent that is tried.
const STEPS: usize = 400;
/// A step is at most this part of half the window.
const LONGEST: f64 = 0.3;
/// How much of the way down, and of half the window, a good descent goes.
const DOWN: f64 = 0.95;
const FAR: f64 = 0.35;
/// And how near to a minimum it ends, where one is known.
const NEAR: f64 = 0.1;
/// A step on ground without curvature, as a part of half the window.
const PLAIN_STEP: f64 = 0.02;

/// A start, a learning rate, and how good they are.
struct Trial {
    start: Vec<f64>,
    alpha: f64,
    down: f64,
    far: f64,
    /// How far from the nearest minimum it ends, in halves of the window.
    off: f64,
}

impl Trial {
    fn new(
        cost: &dyn Cost,
        frame: &Frame,
        minima: &[Minimum],
        start: Vec<f64>,
        alpha: f64,
        end: &[f64],
    ) -> Trial {
        let apart = |at: &[f64]| {
            let between: Vec<f64> = at.iter().zip(end).map(|(a, b)| a - b).collect();
            reach(&between) / frame.half
        };
        let (top, bottom) = (cost.value(&start), cost.value(end));
        let values = minima.iter().map(|minimum| minimum.value);
        let whole = top - values.fold(bottom, smaller);
        let nearest = minima.iter().map(|minimum| apart(&minimum.at));
        let off = nearest.fold(f64::INFINITY, smaller);
        Trial {
            down: if whole > 0.0 {
                (top - bottom) / whole
            } else {
                0.0
            },
            far: apart(&start),
            off: if minima.is_empty() { 0.0 } else { off },
            start,
            alpha,
        }
    }

    fn is_good(&self) -> bool {
        self.down >= DOWN && self.far >= FAR && self.off <= NEAR
    }

    fn worth(&self) -> f64 {
        self.down * smaller(self.far / FAR, 1.0) / (1.0 + self.off)
    }
}

/// The first good start with its learning rate, else the best that was tried, else any place
/// where J is finite.
pub(super) fn start_and_alpha(
    cost: &dyn Cost,
    frame: &Frame,
    minima: &[Minimum],
    effort: &mut Effort,
) -> (Vec<f64>, f64) {
    let mut best: Option<Trial> = None;
    for number in 0..PLACES.len() {
        // Each has an equal part of what is left.
        let share = effort.left / (PLACES.len() - number);
        let mut own = Effort {
            each: effort.each,
            left: share,
        };
        let found = trial(cost, frame, place(frame, number), minima, &mut own);
        effort.left -= share - own.left;
        let Some(trial) = found else { continue };
        if trial.is_good() {
            return (trial.start, trial.alpha);
        }
        if best
            .as_ref()
            .is_none_or(|best| trial.worth() > best.worth())
        {
            best = Some(trial);
        }
    }
    match best {
        Some(best) => (best.start, best.alpha),
        None => (any_finite(cost, frame), 0.01),
    }
}

/// The place of a number, with few digits.
fn place(frame: &Frame, number: usize) -> Vec<f64> {
    let hidden = spread(number, frame.middle.len());
    let coordinate = |(axis, middle): (usize, &f64)| {
        let part = PLACES[number]
            .get(axis)
            .copied()
            .unwrap_or(HIDDEN * hidden[axis]);
        short(middle + part * frame.half, frame.half)
    };
    frame.middle.iter().enumerate().map(coordinate).collect()
}

/// A coordinate to a hundredth of the window.
fn short(value: f64, half: f64) -> f64 {
    let digits = -libm::floor(libm::log10(half)) + 2.0;
    let digits = if digits > 0.0 && digits < 40.0 {
        digits as usize
    } else {
        0
    };
    format!("{value:.digits$}").parse().unwrap_or(value)
}

fn any_finite(cost: &dyn Cost, frame: &Frame) -> Vec<f64> {
    let dimension = frame.middle.len();
    let ones = [1.0, 0.0].map(|side| vec![side; dimension]);
    let scattered = (0..200).map(|number| {
        let parts = spread(number, dimension);
        let sides = parts.iter().zip(&frame.middle);
        sides
            .map(|(part, middle)| short(middle + part * frame.half, frame.half))
            .collect()
    });
    let mut all = ones.into_iter().chain(scattered);
    let is_finite =
        |at: &Vec<f64>| cost.value(at).is_finite() && norm(&gradient(cost, at)).is_finite();
    all.find(is_finite).unwrap_or_else(|| vec![1.0; dimension])
}

fn gradient(cost: &dyn Cost, at: &[f64]) -> Vec<f64> {
    let mut gradient = vec![0.0; at.len()];
    cost.gradient(at, &mut gradient);
    gradient
}

/// Walks down from a place, first to learn the curvature on the way, then to see where the
/// learning rate for it leads. `None` where J is not finite, level, or where no learning
/// rate of one digit leads down.
fn trial(
    cost: &dyn Cost,
    frame: &Frame,
    start: Vec<f64>,
    minima: &[Minimum],
    effort: &mut Effort,
) -> Option<Trial> {
    let top = cost.value(&start);
    let slope = norm(&gradient(cost, &start));
    if !(effort.spend(2) && top.is_finite() && slope.is_finite() && slope > 0.0) {
        return None;
    }
    let curvature = larger(steepening(cost, &start, frame.half, effort), 0.0);
    let mut alpha = rate(curvature, slope, frame.half)?;
    for _ in 0..8 {
        match walk(cost, frame, &start, alpha, effort) {
            Walk::Ended(end) => {
                return Some(Trial::new(cost, frame, minima, start, alpha, &end));
            }
            Walk::Steeper(curvature) => {
                let smaller_one = down_to_one_digit(alpha * 0.7)?;
                let slow = rate(curvature, slope, frame.half).unwrap_or(smaller_one);
                alpha = smaller(smaller_one, slow);
            }
        }
    }
    None
}

/// 1/λ rounded down to one digit, or less where that would be too long a step.
fn rate(curvature: f64, slope: f64, half: f64) -> Option<f64> {
    let level = slope <= 0.0 || curvature * half < 1e-6 * slope;
    let wanted = if level {
        PLAIN_STEP * half / slope
    } else {
        1.0 / curvature
    };
    down_to_one_digit(smaller(wanted, LONGEST * half / slope))
}

/// The largest curvature around a place, by power iteration on differences of the gradient.
fn steepening(cost: &dyn Cost, at: &[f64], half: f64, effort: &mut Effort) -> f64 {
    let here = gradient(cost, at);
    let step = 1e-4 * half;
    let mut direction = here.clone();
    let mut most = 0.0;
    for _ in 0..6 {
        let length = norm(&direction);
        if !(length > 0.0 && length.is_finite() && effort.spend(1)) {
            break;
        }
        let moved: Vec<f64> = at
            .iter()
            .zip(&direction)
            .map(|(x, d)| x + step * d / length)
            .collect();
        direction = gradient(cost, &moved)
            .iter()
            .zip(&here)
            .map(|(a, b)| (a - b) / step)
            .collect();
        let curvature = norm(&direction);
        most = if curvature.is_finite() {
            larger(most, curvature)
        } else {
            most
        };
    }
    most
}

enum Walk {
    Ended(Vec<f64>),
    /// It met this curvature, or climbed, or left the numbers or the neighbourhood.
    Steeper(f64),
}

fn walk(cost: &dyn Cost, frame: &Frame, start: &[f64], alpha: f64, effort: &mut Effort) -> Walk {
    let mut here = start.to_vec();
    let mut slopes = gradient(cost, &here);
    let first = norm(&slopes);
    let mut height = cost.value(&here);
    for _ in 0..STEPS {
        let steepness = norm(&slopes);
        if steepness <= 1e-7 * first || !effort.spend(2) {
            break;
        }
        let next: Vec<f64> = here
            .iter()
            .zip(&slopes)
            .map(|(x, g)| x - alpha * g)
            .collect();
        let there = gradient(cost, &next);
        let change: Vec<f64> = there.iter().zip(&slopes).map(|(a, b)| a - b).collect();
        let curvature = norm(&change) / (alpha * steepness);
        let value = cost.value(&next);
        let is_finite = value.is_finite() && norm(&there).is_finite();
        let climbs = value > height + 1e-9 * height.abs() + 1e-12;
        if !is_finite || climbs || curvature * alpha > 1.5 {
            return Walk::Steeper(if is_finite { curvature } else { f64::INFINITY });
        }
        (here, slopes, height) = (next, there, value);
        let away: Vec<f64> = here.iter().zip(&frame.middle).map(|(a, b)| a - b).collect();
        if reach(&away) > 3.0 * frame.half {
            break;
        }
    }
    Walk::Ended(here)
}
