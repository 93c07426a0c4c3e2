use super::Grid;

/// How high J stands over a window, from 0 (the lowest) to 1 (the highest).
///
/// Heights are in proportion to J where that shows the ground. Where half of the
/// window would lie in the lowest tenth, as below a few tall walls, they are
/// compressed by a logarithm: log(1 + (J − J_low)/bend) up to a factor, with the
/// bend chosen so that half of the window lies in the lowest third.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    low: f64,
    high: f64,
    bend: Option<f64>,
}

/// Half of the ground below this part of the range asks for compressed heights.
const CROWDED: f64 = 0.1;
/// Compressed, half of the ground lies below this height.
const MIDDLE: f64 = 1.0 / 3.0;
/// Where half of the ground is level with the lowest place, its middle counts as
/// this part of the range.
const LEAST_MIDDLE: f64 = 1e-9;
/// Values beyond this are off the scale, so that differences never overflow.
const LARGEST: f64 = 1e300;

impl Heights {
    /// The heights of a grid's window; `None` if it has no finite value. Values that
    /// are not finite do not count.
    pub fn new(grid: &Grid) -> Option<Heights> {
        let mut values = grid.values.clone();
        values.retain(|value| value.abs() < LARGEST);
        values.sort_unstable_by(f64::total_cmp);
        let (&low, &high) = (values.first()?, values.last()?);
        let middle = values[values.len() / 2] - low;
        Some(Heights {
            low,
            high,
            bend: bend(middle, high - low),
        })
    }

    /// The least and the greatest J of the window.
    pub fn range(&self) -> [f64; 2] {
        [self.low, self.high]
    }

    /// Whether heights are compressed rather than in proportion to J.
    pub fn are_compressed(&self) -> bool {
        self.bend.is_some()
    }

    /// The height of a value, from 0 to 1; 0 everywhere if all the window is level,
    /// NaN for what is not finite.
    pub fn height(&self, value: f64) -> f64 {
        let range = self.high - self.low;
        let above = match value {
            _ if value.abs() >= LARGEST || value.is_nan() => return f64::NAN,
            _ if value <= self.low || range <= 0.0 => return 0.0,
            _ if value >= self.high => return 1.0,
            _ => value - self.low,
        };
        match self.bend {
            None => above / range,
            Some(bend) => libm::log1p(above / bend) / libm::log1p(range / bend),
        }
    }

    /// The value at a height from 0 to 1, the inverse of [`height`](Heights::height).
    pub fn value(&self, height: f64) -> f64 {
        let range = self.high - self.low;
        self.low
            + match self.bend {
                None => range * height,
                Some(bend) => bend * (libm::exp(height * libm::log1p(range / bend)) - 1.0),
            }
    }
}

/// The bend that puts the middle of the ground at its height; `None` where heights
/// in proportion show it.
fn bend(middle: f64, range: f64) -> Option<f64> {
    let part = middle / range;
    // Not above: a level window has no part.
    if part.is_nan() || part > CROWDED {
        return None;
    }
    let part = if part > LEAST_MIDDLE {
        part
    } else {
        LEAST_MIDDLE
    };
    // Logarithms of a part of the range; the middle's height falls as the bend grows.
    let (mut small, mut large) = (-60.0, 2.0);
    for _ in 0..60 {
        let between = 0.5 * (small + large);
        let bend = libm::exp(between);
        match libm::log1p(part / bend) / libm::log1p(1.0 / bend) > MIDDLE {
            true => small = between,
            false => large = between,
        }
    }
    Some(range * libm::exp(small))
}

/// The ground as triangles: heights at the points of a grid, linear between.
///
/// Each cell is cut from its lower left to its upper right corner.
#[derive(Clone, Debug)]
pub struct Surface {
    /// Where the points lie.
    pub grid: Grid,
    /// How high J stands.
    pub scale: Heights,
    /// The height of every point of the grid, in its order; NaN where J has no
    /// finite value.
    pub heights: Vec<f64>,
}

impl Surface {
    /// The surface over a grid; `None` if it has no finite value.
    pub fn new(grid: Grid) -> Option<Surface> {
        let scale = Heights::new(&grid)?;
        let heights = grid.values.iter().map(|&j| scale.height(j)).collect();
        Some(Surface {
            grid,
            scale,
            heights,
        })
    }

    /// The surface's height at a point of the plane; NaN outside of the window and
    /// where a corner of the triangle has no height.
    pub fn height_at(&self, at: [f64; 2]) -> f64 {
        match self.grid.window.contains(at) {
            true => self.on_triangle(at),
            false => f64::NAN,
        }
    }

    fn on_triangle(&self, [x, y]: [f64; 2]) -> f64 {
        let Grid { columns, rows, .. } = self.grid;
        let (column, right) = cell(x, self.grid.window.x(), columns);
        let (row, up) = cell(y, self.grid.window.y(), rows);
        let corner = |right: usize, up: usize| self.heights[(row + up) * columns + column + right];
        let (from, to) = (corner(0, 0), corner(1, 1));
        match right >= up {
            true => from + right * (corner(1, 0) - from) + up * (to - corner(1, 0)),
            false => from + up * (corner(0, 1) - from) + right * (to - corner(0, 1)),
        }
    }
}

/// The cell a value lies in, and how far across, from 0 to 1.
fn cell(value: f64, [low, high]: [f64; 2], points: usize) -> (usize, f64) {
    let along = (value - low) / (high - low) * (points - 1) as f64;
    let last = points - 2;
    let cell = if along as usize > last {
        last
    } else {
        along as usize
    };
    (cell, along - cell as f64)
}
