use super::{Minimum, larger, reach, smaller};
use crate::cost::Cost;
use crate::landscape::Window;

/// A square of the first two parameters, or a range of one, and the place in its middle.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Every parameter; those that are not shown as in the lowest minimum.
    pub(super) middle: Vec<f64>,
    pub(super) half: f64,
}

/// Half the side where nothing tells another.
const PLAIN: f64 = 5.0;
/// More minima than this have no end: the nearest are as good as the lowest.
const MANY: usize = 12;
/// Minima up to this many times as far away as the chosen one are shown too.
const COMPANY: f64 = 3.0;
/// Room around: of half the distance between the outermost minima, of the length on which J
/// is a parabola, and of the distance from zero.
const ROOM: [f64; 3] = [1.6, 2.5, 1.6];
/// Half sides that are tried where there is no minimum.
const SIDES: [f64; 10] = [5.0, 2.0, 10.0, 1.0, 20.0, 50.0, 100.0, 0.1, 1000.0, 0.01];
/// The share of a window in which J must be finite there.
const FINITE: f64 = 0.2;

impl Frame {
    pub(super) fn around(cost: &dyn Cost, minima: &[Minimum]) -> Frame {
        match chosen(minima) {
            Some(chosen) => Frame::on(cost, chosen, minima),
            None => Frame::without_minimum(cost),
        }
    }

    fn on(cost: &dyn Cost, chosen: &Minimum, minima: &[Minimum]) -> Frame {
        let shown = if chosen.at.len() < 2 { 1 } else { 2 };
        let bend = parabola(cost, chosen);
        let away = reach(&chosen.at);
        let company = COMPANY * larger(away, bend.unwrap_or(0.0));
        let held: Vec<&Minimum> = minima
            .iter()
            .filter(|minimum| reach(&minimum.at) <= company)
            .collect();
        let mut middle = chosen.at.clone();
        let mut half = 0.0;
        for (axis, between) in middle.iter_mut().enumerate().take(shown) {
            let sides = || {
                held.iter()
                    .map(|minimum| minimum.at[axis])
                    .chain([chosen.at[axis]])
            };
            let (low, high) = (
                sides().fold(f64::INFINITY, smaller),
                sides().fold(f64::NEG_INFINITY, larger),
            );
            *between = 0.5 * (low + high);
            half = larger(half, ROOM[0] * 0.5 * (high - low));
        }
        half = larger(half, ROOM[1] * bend.unwrap_or(0.0));
        half = larger(half, ROOM[2] * reach(&chosen.at[..shown]));
        // A parabola around zero looks the same at every scale.
        if bend.is_none() && away < 1e-6 {
            half = PLAIN;
        }
        Frame { middle, half }.rounded(shown)
    }

    fn without_minimum(cost: &dyn Cost) -> Frame {
        let dimension = cost.parameters().len();
        let finite = |half: f64| {
            let values: Vec<f64> = (0..64)
                .map(|number| cost.value(&scaled(number, dimension, half)))
                .collect();
            let finite: Vec<f64> = values
                .into_iter()
                .filter(|value| value.is_finite())
                .collect();
            let is_level = finite.iter().all(|value| *value == finite[0]);
            (finite.len() as f64 >= FINITE * 64.0, is_level)
        };
        let fits = |half: &&f64| matches!(finite(**half), (true, false));
        let half = SIDES.iter().find(fits).copied().unwrap_or(PLAIN);
        Frame {
            middle: vec![0.0; dimension],
            half,
        }
    }

    /// Half the side rounded up to a plain number, the middle to tenths of it.
    fn rounded(mut self, shown: usize) -> Frame {
        let unit = libm::pow(10.0, libm::floor(libm::log10(self.half)));
        let plain = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
        let mut half = plain.iter().map(|times| times * unit);
        self.half = half
            .find(|side| *side >= self.half * 0.999)
            .unwrap_or(self.half);
        let grain = self.half / 10.0;
        for side in &mut self.middle[..shown] {
            *side = libm::round(*side / grain) * grain;
        }
        if !(Window::new(self.side(0), self.side(shown - 1)).is_ok() && self.half.is_finite()) {
            self = Frame {
                middle: vec![0.0; self.middle.len()],
                half: PLAIN,
            };
        }
        self
    }

    pub(super) fn sides(&self) -> [[f64; 2]; 2] {
        [
            self.side(0),
            self.side(if self.middle.len() < 2 { 0 } else { 1 }),
        ]
    }

    /// An end with no more digits than a tenth of the side needs.
    fn side(&self, axis: usize) -> [f64; 2] {
        let grain = libm::pow(10.0, libm::floor(libm::log10(self.half)) - 2.0);
        let tidy = |end: f64| {
            let text = format!("{:.*}", decimals(grain), libm::round(end / grain) * grain);
            text.parse().unwrap_or(end)
        };
        [
            tidy(self.middle[axis] - self.half),
            tidy(self.middle[axis] + self.half),
        ]
    }
}

/// Digits behind the point of a power of ten.
fn decimals(grain: f64) -> usize {
    let places = -libm::floor(libm::log10(grain) + 0.5);
    if places > 0.0 && places < 40.0 {
        places as usize
    } else {
        0
    }
}

fn scaled(number: usize, dimension: usize, half: f64) -> Vec<f64> {
    super::spread(number, dimension)
        .iter()
        .map(|side| side * half)
        .collect()
}

/// The lowest, of equals the nearest; the nearest where there are many.
fn chosen(minima: &[Minimum]) -> Option<&Minimum> {
    let lowest = minima
        .iter()
        .map(|minimum| minimum.value)
        .fold(f64::INFINITY, smaller);
    let highest = minima
        .iter()
        .map(|minimum| minimum.value)
        .fold(f64::NEG_INFINITY, larger);
    let slack = 1e-6 * (highest - lowest) + 1e-9 * lowest.abs();
    let is_low = |minimum: &&Minimum| minima.len() > MANY || minimum.value <= lowest + slack;
    let nearer = |a: &&Minimum, b: &&Minimum| reach(&a.at).total_cmp(&reach(&b.at));
    minima.iter().filter(is_low).min_by(nearer)
}

/// How far from a minimum J stops looking like a parabola along an axis, by half of it; the
/// least of the shown parameters. `None` for a parabola.
fn parabola(cost: &dyn Cost, minimum: &Minimum) -> Option<f64> {
    let shown = if minimum.at.len() < 2 { 1 } else { 2 };
    let moved = |axis: usize, by: f64| {
        let mut at = minimum.at.clone();
        at[axis] += by;
        cost.value(&at)
    };
    let mut least = None;
    for axis in 0..shown {
        let mut length = 1e-4 * larger(reach(&minimum.at), 0.1);
        let bend = |length: f64| {
            [moved(axis, length), moved(axis, -length)]
                .map(|value| (value - minimum.value) / (length * length))
        };
        let first = bend(length);
        let usual = 0.5 * (first[0] + first[1]);
        if !(usual > 0.0 && usual.is_finite()) {
            continue;
        }
        while length < 1e4 {
            let is_other = |bend: f64| bend.is_nan() || (bend - usual).abs() > 0.5 * usual;
            if bend(length).into_iter().any(is_other) {
                least = Some(least.map_or(length, |least| smaller(least, length)));
                break;
            }
            length *= 1.5;
        }
    }
    least
}
