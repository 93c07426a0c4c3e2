use crate::cost::{Cost, symmetric_eigenvalues};
use crate::descent::norm;

/// What a flat place is, by its curvature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The ground rises in every direction.
    Minimum,
    /// The ground falls in every direction.
    Crest,
    /// It rises in some directions and falls in others.
    Saddle,
    /// Too little curvature in some direction to tell.
    NearlyFlat,
}

/// The difference step for a parameter of size 1: the cube root of the precision,
/// where rounding (ε/h) and truncation (h²) of a central difference balance.
const STEP: f64 = 6.1e-6;
/// A curvature this much smaller than the largest one counts as none.
const FLATTEST: f64 = 1e-7;
/// Over how many times the distance at which the remaining slope would vanish the
/// curvature must be steady on all sides to be believed.
const TRUST: f64 = 4.0;
/// How much of itself the smallest curvature may differ there.
const STEADY: f64 = 0.5;

/// Judges a place where a run found the gradient small, by the signs of the
/// eigenvalues of the Hessian.
///
/// The verdict is given only where curvature explains the ground around: the
/// smallest eigenvalue must not be lost beside the largest, and the curvature found
/// ahead and behind, over four times the distance ‖∇J‖/|λ| at which a quadratic
/// would be level, must differ by less than half that eigenvalue. So the middle of x³ or
/// x⁴ and the far side of a plateau are nearly flat, and so is a place where J has
/// no finite value.
///
/// Source: second-derivative test; Nocedal and Wright (2006), Numerical
/// Optimization, theorems 2.3 and 2.4; difference steps from section 8.1.
pub fn ground(cost: &dyn Cost, at: &[f64]) -> Ground {
    let central = hessian(cost, at);
    let eigenvalues = symmetric_eigenvalues(&central, at.len());
    if !eigenvalues.iter().all(|value| value.is_finite()) {
        return Ground::NearlyFlat;
    }
    let mut sizes: Vec<f64> = eigenvalues.iter().map(|value| value.abs()).collect();
    sizes.sort_unstable_by(f64::total_cmp);
    let (smallest, largest) = (sizes[0], sizes[sizes.len() - 1]);
    if smallest <= FLATTEST * largest || !is_steady(cost, at, &central, smallest) {
        return Ground::NearlyFlat;
    }
    let rising = eigenvalues.iter().filter(|&&value| value > 0.0).count();
    match rising {
        0 => Ground::Crest,
        all if all == eigenvalues.len() => Ground::Minimum,
        _ => Ground::Saddle,
    }
}

/// The matrix of second partial derivatives at a point, row by row: central
/// differences of the exact gradient, made symmetric.
pub fn hessian(cost: &dyn Cost, at: &[f64]) -> Vec<f64> {
    let n = at.len();
    let mut rough = Vec::with_capacity(n * n);
    for index in 0..n {
        let step = step(at[index]);
        rough.extend(slopes(cost, at, index, -step, step));
    }
    (0..n * n)
        .map(|place| 0.5 * (rough[place] + rough[place % n * n + place / n]))
        .collect()
}

/// The eigenvalues of the Hessian, from the smallest to the largest; NaN where J is not
/// finite.
pub fn curvatures(cost: &dyn Cost, at: &[f64]) -> Vec<f64> {
    symmetric_eigenvalues(&hessian(cost, at), at.len())
}

/// The largest eigenvalue of the Hessian, in units of J per square of parameter:
/// on a quadratic, descent settles when α < 2/λmax. NaN where J is not finite.
pub fn largest_curvature(cost: &dyn Cost, at: &[f64]) -> f64 {
    curvatures(cost, at).last().copied().unwrap_or(f64::NAN)
}

/// Whether the curvature ahead and behind along each axis is the central one, as far
/// as the smallest one needs.
fn is_steady(cost: &dyn Cost, at: &[f64], central: &[f64], smallest: f64) -> bool {
    let mut gradient = vec![0.0; at.len()];
    cost.gradient(at, &mut gradient);
    let level = TRUST * norm(&gradient) / smallest;
    (0..at.len()).all(|index| {
        let near = 2.0 * step(at[index]);
        let far = if level > near { level } else { near };
        [(0.0, far), (-far, 0.0)].iter().all(|&(from, to)| {
            slopes(cost, at, index, from, to)
                .zip(&central[index * at.len()..])
                .all(|(slope, middle)| (slope - middle).abs() < STEADY * smallest)
        })
    })
}

fn step(coordinate: f64) -> f64 {
    STEP * if coordinate.abs() > 1.0 {
        coordinate.abs()
    } else {
        1.0
    }
}

/// How fast each partial derivative changes along one axis between two offsets.
fn slopes(
    cost: &dyn Cost,
    at: &[f64],
    index: usize,
    from: f64,
    to: f64,
) -> impl Iterator<Item = f64> {
    let gradient = |offset: f64| {
        let mut at = at.to_vec();
        at[index] += offset;
        let mut gradient = vec![0.0; at.len()];
        cost.gradient(&at, &mut gradient);
        (at[index], gradient)
    };
    let ((start, before), (end, after)) = (gradient(from), gradient(to));
    // The offsets as rounded, not as wished.
    let distance = end - start;
    before
        .into_iter()
        .zip(after)
        .map(move |(before, after)| (after - before) / distance)
}
