//! Where to look first at a cost that nobody has written a data sheet for: a window, a
//! start in it and a learning rate.

mod minima;
mod scale;
mod trial;

use super::{Curve, Window};
use crate::cost::Cost;
use crate::formula::Operation;
use minima::{Minimum, minima};
use scale::Frame;
use trial::start_and_alpha;

/// A first look at a cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Prospect {
    /// The ranges of the first two parameters; of one parameter and J if there is one.
    pub window: Window,
    /// Where J and its slopes are finite.
    pub start: Vec<f64>,
    /// One digit.
    pub alpha: f64,
}

/// Chooses window, start and learning rate from the cost alone.
///
/// Short quasi-Newton walks from a few places at every scale from 0.01 to 1000 find minima.
/// The window holds the lowest of them, or the nearest to zero where there are many, those
/// not three times as far, and room around: as far as J stops looking like a parabola there,
/// or as zero is away. Then descents from twelve places of the window are tried, each with
/// 1/λ, where λ is the largest curvature met on the way, rounded down to one digit; the
/// first that goes a good way and comes down is taken, else the best. The work is bounded by
/// a number of instructions of the cost's program, whatever the cost, and always the same.
pub fn prospect(cost: &dyn Cost) -> Prospect {
    let mut effort = Effort::new(cost, SEARCH);
    let minima = minima(cost, &mut effort);
    let frame = Frame::around(cost, &minima);
    let mut effort = Effort::new(cost, TRIALS);
    let (start, alpha) = start_and_alpha(cost, &frame, &minima, &mut effort);
    Prospect {
        window: window(cost, &frame, &start),
        start,
        alpha,
    }
}

/// Instructions spent on looking for minima, and on trying descents: a few milliseconds.
const SEARCH: usize = 250_000;
const TRIALS: usize = 350_000;
/// What a gradient costs where no program tells, and at least.
const UNKNOWN: usize = 200;
const LEAST: usize = 30;

/// What may still be worked out.
struct Effort {
    each: usize,
    left: usize,
}

impl Effort {
    fn new(cost: &dyn Cost, left: usize) -> Effort {
        let each = cost.program().map_or(UNKNOWN, |program| {
            let instructions = program.gradient().instructions().iter();
            LEAST + instructions.map(|one| weight(one.operation)).sum::<usize>()
        });
        Effort { each, left }
    }

    /// Takes so many gradients off; whether they may be worked out.
    fn spend(&mut self, gradients: usize) -> bool {
        let wanted = self.each.saturating_mul(gradients);
        let enough = wanted <= self.left;
        self.left = self.left.saturating_sub(wanted);
        enough
    }
}

/// How long an instruction takes, beside a sum.
fn weight(operation: Operation) -> usize {
    match operation {
        Operation::One(..) | Operation::Power => 8,
        _ => 1,
    }
}

/// The frame as a window; along a curve as high as is worth showing, and as the start.
fn window(cost: &dyn Cost, frame: &Frame, start: &[f64]) -> Window {
    let [x, y] = frame.sides();
    let heights = match start.len() {
        1 => {
            let shown = Curve::sample(cost, 0, start, x, SAMPLES)
                .worth_showing()
                .unwrap_or(y);
            let at = cost.value(start);
            [smaller(shown[0], at), larger(shown[1], at)]
        }
        _ => y,
    };
    let plain = || Window::new(x, y).unwrap_or_else(|_| unreachable!("a frame is a window"));
    Window::new(x, heights).unwrap_or_else(|_| plain())
}

/// Places along a curve.
const SAMPLES: usize = 401;

fn smaller(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

fn larger(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// The largest of the coordinates' sizes.
fn reach(at: &[f64]) -> f64 {
    at.iter().fold(0.0, |most, side| larger(most, side.abs()))
}

/// A place of the cube from −1 to 1 that is far from those with other numbers: the
/// generalised golden ratio (Roberts 2018, The unreasonable effectiveness of
/// quasirandom sequences).
fn spread(number: usize, dimension: usize) -> Vec<f64> {
    let mut ratio = 2.0;
    for _ in 0..30 {
        ratio = libm::pow(1.0 + ratio, 1.0 / (dimension as f64 + 1.0));
    }
    let mut share = 1.0;
    let coordinate = |_| {
        share /= ratio;
        let turn = 0.5 + share * (number as f64 + 1.0);
        2.0 * (turn - libm::floor(turn)) - 1.0
    };
    (0..dimension).map(coordinate).collect()
}
