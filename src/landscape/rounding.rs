use super::grid::place;
use super::{Plane, Window};
use crate::cost::Cost;

/// Places along each line on which J is looked at, and lines in each direction.
const PLACES: usize = 33;
const LINES: usize = 5;
/// J must change by this many times its noise over the window to make a picture.
const PICTURE: f64 = 200.0;
/// As in [`Relief`](super::Relief): less than this part of J is level.
const LEVEL: f64 = 1e-13;
/// Rounding is at most this part of the largest J at home: rounding errors are that of
/// the numbers J is put together from, 2⁻⁵³ of each, and these are seldom 2²³ times as
/// large as any J they give. More than that is rough ground.
const ROUGHEST: f64 = 1.0 / (1 << 30) as f64;

/// Whether a picture of J over a window would show its rounding more than itself.
///
/// The noise of J is estimated from fourth differences along lines through the window:
/// they cancel what is smooth at this scale, and of independent errors with standard
/// deviation σ leave √70 σ. Their median is taken, which a kink does not move. `home`
/// is a window that shows the cost at its usual size.
///
/// Source: Moré and Wild (2011), Estimating computational noise, SIAM J. Sci. Comput.
/// 33(3), sections 2 and 3, after Hamming's difference table.
pub fn is_rounding(cost: &dyn Cost, plane: &Plane, window: Window, home: Window) -> bool {
    let lines = lines(cost, plane, window);
    let [low, high] = extent(&lines);
    let largest = larger(-low, high);
    let noise = noise(&lines);
    let range = high - low;
    if !range.is_finite() || noise > ROUGHEST * larger(largest, largest_in(cost, plane, home)) {
        return false;
    }
    // On one axis, J's own is the picture's second.
    let seen = match is_curve(plane) {
        true => window.size()[1],
        false => range,
    };
    let is_lost = seen <= larger(PICTURE * noise, LEVEL * largest);
    is_lost && is_sloping(cost, plane, window)
}

/// J along lines that cross the window, in both directions where there are two.
fn lines(cost: &dyn Cost, plane: &Plane, window: Window) -> Vec<Vec<f64>> {
    let sides = [window.x(), window.y()];
    let along = |axis: usize, line: usize| {
        let mut point = plane.through.clone();
        point[plane.axes[1 - axis]] = place(sides[1 - axis], line + 1, LINES + 2);
        let value = |index: usize| {
            point[plane.axes[axis]] = place(sides[axis], index, PLACES);
            cost.value(&point)
        };
        (0..PLACES).map(value).collect()
    };
    let directions = if is_curve(plane) { 1 } else { 2 };
    (0..directions * LINES)
        .map(|line| along(line / LINES, line % LINES))
        .collect()
}

/// Whether there is one parameter, and the picture's second axis is that of J.
fn is_curve(plane: &Plane) -> bool {
    plane.axes[0] == plane.axes[1]
}

/// The standard deviation of rounding along the lines; 0 where J has no values.
fn noise(lines: &[Vec<f64>]) -> f64 {
    let mut differences: Vec<f64> = lines
        .iter()
        .flat_map(|line| line.windows(5))
        .map(|j| (j[0] - 4.0 * j[1] + 6.0 * j[2] - 4.0 * j[3] + j[4]).abs())
        .filter(|difference| difference.is_finite())
        .collect();
    differences.sort_unstable_by(f64::total_cmp);
    let median = differences.get(differences.len() / 2).copied();
    median.unwrap_or(0.0) / (MEDIAN * libm::sqrt(70.0))
}

/// The median of the size of a normal deviate.
const MEDIAN: f64 = 0.6745;

/// The lowest and the highest finite J of the lines; the wrong way round if there is none.
fn extent(lines: &[Vec<f64>]) -> [f64; 2] {
    let mut extent = [f64::INFINITY, f64::NEG_INFINITY];
    for &j in lines.iter().flatten().filter(|j| j.is_finite()) {
        extent = [
            if j < extent[0] { j } else { extent[0] },
            larger(j, extent[1]),
        ];
    }
    extent
}

fn largest_in(cost: &dyn Cost, plane: &Plane, window: Window) -> f64 {
    let [low, high] = extent(&lines(cost, plane, window));
    larger(-low, high)
}

/// Whether J has a slope in a corner or in the middle: what has none is level ground at
/// any scale.
fn is_sloping(cost: &dyn Cost, plane: &Plane, window: Window) -> bool {
    let [x, y] = [window.x(), window.y()].map(|side| [0, 1, 2].map(|at| place(side, at, 3)));
    (0..9).any(|at| {
        let mut point = plane.through.clone();
        point[plane.axes[1]] = y[at / 3];
        point[plane.axes[0]] = x[at % 3];
        plane
            .axes
            .iter()
            .any(|&axis| cost.partial(axis, &point) != 0.0)
    })
}

fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}
