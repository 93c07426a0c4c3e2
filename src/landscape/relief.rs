use super::Grid;

/// How many heights are tabulated between the lowest and the highest.
const KNOTS: usize = 256;
/// The share of the area that counts as a valley's floor, which sets where the
/// logarithm begins to tell.
const FLOOR: f64 = 0.02;
/// The floor is at least this part of the whole range deep.
const SHALLOWEST: f64 = 1e-9;
/// Costs are taken as equal when they differ by less than this part of themselves.
const ROUNDING: f64 = 1e-13;
/// Costs beyond this are off the scale, so that differences never overflow.
const LARGEST: f64 = 1e300;

/// A scale of heights for a window: a cost's value → 0 (lowest) to 1 (highest).
///
/// It spreads heights so that all of the ground can be told apart: half of a height
/// is the share of the window that lies lower, half is the logarithm of the value
/// above the lowest. The first alone hides a small valley, the second alone a wide
/// slope. Evenly spaced heights serve as contour levels and as colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Relief {
    /// Values and their heights, both strictly increasing. Fewer than two when the
    /// window has no relief.
    knots: Vec<(f64, f64)>,
}

/// Larger grids are judged by every [`STRIDE`]-th value and their extremes: sorting
/// all would take longer than sampling the cost.
const SAMPLE: usize = 20_000;
const STRIDE: usize = 7;

impl Relief {
    /// The scale for a grid. Values that are not finite do not count.
    pub fn new(grid: &Grid) -> Relief {
        let counts = |value: &f64| value.abs() < LARGEST;
        // A prime stride does not keep step with the grid's rows.
        let stride = if grid.values.len() > SAMPLE {
            STRIDE
        } else {
            1
        };
        let sampled = grid.values.iter().step_by(stride).copied();
        let mut values: Vec<f64> = sampled.chain(extremes(grid)).filter(counts).collect();
        values.sort_unstable_by(f64::total_cmp);
        Relief {
            knots: knots(&values).unwrap_or_default(),
        }
    }

    /// The height of a value, from 0 to 1; ½ everywhere if all the window is level,
    /// NaN for NaN. Values beyond the window's own have height 0 or 1.
    pub fn height(&self, value: f64) -> f64 {
        let above = self.knots.partition_point(|&(knot, _)| knot <= value);
        self.below_knot(above, value)
    }

    /// The heights of many values: the same numbers as [`height`](Relief::height),
    /// found faster where neighbours differ little, as along a row of pixels.
    pub fn heights(&self, values: &[f64]) -> impl Iterator<Item = f64> {
        let mut above = 0;
        values.iter().map(move |&value| {
            while above < self.knots.len() && self.knots[above].0 <= value {
                above += 1;
            }
            while above > 0 && value < self.knots[above - 1].0 {
                above -= 1;
            }
            self.below_knot(above, value)
        })
    }

    /// The height of a value that lies below this knot and not below the one before.
    fn below_knot(&self, above: usize, value: f64) -> f64 {
        if value.is_nan() {
            return value;
        }
        match above {
            _ if self.knots.is_empty() => 0.5,
            0 => 0.0,
            above if above == self.knots.len() => 1.0,
            above => {
                let ((a, low), (b, high)) = (self.knots[above - 1], self.knots[above]);
                low + (high - low) * ((value - a) / (b - a))
            }
        }
    }

    /// The value at a height between 0 and 1; `None` if all the window is level.
    pub fn value(&self, height: f64) -> Option<f64> {
        let above = self.knots.partition_point(|&(_, knot)| knot <= height);
        let last = self.knots.len().checked_sub(1)?;
        if above == 0 || above > last {
            return Some(self.knots[if above == 0 { 0 } else { last }].0);
        }
        let ((a, low), (b, high)) = (self.knots[above - 1], self.knots[above]);
        Some(a + (b - a) * ((height - low) / (high - low)))
    }

    /// About so many contour levels, lowest first, at evenly spaced heights, so that
    /// a valley floor has lines too. None if all the window is level.
    pub fn levels(&self, about: usize) -> Vec<f64> {
        let middle = |index: usize| (index as f64 + 0.5) / about as f64;
        let mut levels: Vec<f64> = (0..about)
            .filter_map(|index| self.value(middle(index)))
            .collect();
        levels.dedup();
        levels
    }
}

/// The least and the greatest value that counts.
fn extremes(grid: &Grid) -> impl Iterator<Item = f64> {
    let counting = grid
        .values
        .iter()
        .copied()
        .filter(|value| value.abs() < LARGEST);
    let low = counting.clone().reduce(|a, b| if b < a { b } else { a });
    let high = counting.reduce(|a, b| if b > a { b } else { a });
    low.into_iter().chain(high)
}

/// The table for sorted values, `None` if they are all the same.
fn knots(sorted: &[f64]) -> Option<Vec<(f64, f64)>> {
    let (&low, &high) = (sorted.first()?, sorted.last()?);
    let range = high - low;
    let scale = if -low > high { -low } else { high };
    if range <= ROUNDING * scale.abs() {
        return None;
    }
    let last = (sorted.len() - 1) as f64;
    let at_rank = |rank: f64| sorted[libm::round(rank * last) as usize];
    let floor = {
        let (floor, least) = (at_rank(FLOOR) - low, range * SHALLOWEST);
        if floor > least { floor } else { least }
    };
    let logarithm = |value: f64| libm::log1p((value - low) / floor) / libm::log1p(range / floor);
    let share = |value: f64| {
        // Equal values share the middle of their ranks.
        let below = sorted.partition_point(|&other| other < value);
        let upto = sorted.partition_point(|&other| other <= value);
        (below + upto - 1) as f64 * 0.5 / last
    };
    let mut knots: Vec<(f64, f64)> = vec![(low, 0.0)];
    for index in 1..KNOTS {
        let value = at_rank(index as f64 / KNOTS as f64);
        let height = 0.5 * share(value) + 0.5 * logarithm(value);
        let (below, under) = knots[knots.len() - 1];
        if value - below > ROUNDING * scale && high - value > ROUNDING * scale && height > under {
            knots.push((value, height));
        }
    }
    knots.push((high, 1.0));
    Some(knots)
}
