//! Cutting lines at the window.
//!
//! plotters clamps a point outside its area coordinate by coordinate, which
//! bends lines, and overflows on far ones; so nothing outside may reach it.

/// A rectangle: lower and upper end along x and along y.
pub type Bounds = [[f64; 2]; 2];

/// Cuts a segment at a rectangle (Liang and Barsky, "A new concept and method
/// for line clipping", ACM Transactions on Graphics 3(1), 1984).
///
/// The answer lies inside or on the edge. A point at infinity counts as the
/// farthest finite number in that direction; a NaN has no segment. Nothing
/// overflows: differences are taken of halves.
pub fn segment(from: [f64; 2], to: [f64; 2], bounds: Bounds) -> Option<[[f64; 2]; 2]> {
    if [from, to].as_flattened().iter().any(|part| part.is_nan()) {
        return None;
    }
    let (from, to) = (from.map(nearest_finite), to.map(nearest_finite));
    let (mut enter, mut leave) = (0.0, 1.0);
    for axis in 0..2 {
        let half = to[axis] / 2.0 - from[axis] / 2.0;
        let [below, above] = bounds[axis].map(|end| end / 2.0 - from[axis] / 2.0);
        if half == 0.0 {
            if below > 0.0 || above < 0.0 {
                return None;
            }
            continue;
        }
        let (near, far) = match half > 0.0 {
            true => (below / half, above / half),
            false => (above / half, below / half),
        };
        enter = f64::max(enter, near);
        leave = f64::min(leave, far);
    }
    let cut = |part| place(from, to, part, bounds);
    (enter <= leave).then(|| {
        [
            if enter > 0.0 { cut(enter) } else { from },
            if leave < 1.0 { cut(leave) } else { to },
        ]
    })
}

fn nearest_finite(value: f64) -> f64 {
    value.clamp(f64::MIN, f64::MAX)
}

fn place(from: [f64; 2], to: [f64; 2], part: f64, bounds: Bounds) -> [f64; 2] {
    std::array::from_fn(|axis| {
        let value = from[axis] + 2.0 * (part * (to[axis] / 2.0 - from[axis] / 2.0));
        let [low, high] = bounds[axis];
        value.clamp(low, high)
    })
}

/// Cuts a line of many points into the pieces that lie inside the rectangle.
/// A NaN interrupts the line.
pub fn polyline(points: &[[f64; 2]], closed: bool, bounds: Bounds) -> Vec<Vec<[f64; 2]>> {
    let mut pieces: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut open = false;
    let back = points.first().filter(|_| closed);
    for (from, to) in points.iter().zip(points.iter().skip(1).chain(back)) {
        let Some([start, end]) = segment(*from, *to, bounds) else {
            open = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if open && start == *from => piece.push(end),
            _ => pieces.push(vec![start, end]),
        }
        open = end == *to;
    }
    pieces
}
