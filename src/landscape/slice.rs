use super::{Curve, hessian};
use crate::cost::Cost;

/// A slice of the ground: J along one parameter through a point, the others frozen
/// there.
#[derive(Clone, Debug)]
pub struct Slice {
    /// J along the parameter.
    pub curve: Curve,
    /// The point on the slice: (parameter, J).
    pub at: [f64; 2],
    /// The partial derivative there: how steep the slice's tangent is.
    pub slope: f64,
}

impl Slice {
    /// Cuts the ground along a parameter, over a range of it, at so many places.
    pub fn through(
        cost: &dyn Cost,
        parameter: usize,
        point: &[f64],
        range: [f64; 2],
        samples: usize,
    ) -> Slice {
        Slice {
            curve: Curve::sample(cost, parameter, point, range, samples),
            at: [point[parameter], cost.value(point)],
            slope: cost.partial(parameter, point),
        }
    }

    /// The range of J worth showing, the point included where J is finite there;
    /// `None` if J is nowhere finite.
    pub fn heights(&self) -> Option<[f64; 2]> {
        let own = self.at[1].is_finite().then_some([self.at[1]; 2]);
        joined(self.curve.worth_showing(), own)
    }
}

/// The range that holds both.
pub fn joined(one: Option<[f64; 2]>, other: Option<[f64; 2]>) -> Option<[f64; 2]> {
    let (Some(a), Some(b)) = (one, other) else {
        return one.or(other);
    };
    Some([
        if b[0] < a[0] { b[0] } else { a[0] },
        if b[1] > a[1] { b[1] } else { a[1] },
    ])
}

/// An axis is cut into at least so many steps by [`steady`].
const STEPS: f64 = 4.0;

/// A range rounded outwards to multiples of 1, 2 or 5 times a power of ten, at most
/// a quarter of it: an axis that stays while the range it must hold changes a little.
/// What is no range of finite numbers stays as it is.
pub fn steady([low, high]: [f64; 2]) -> [f64; 2] {
    let least = (high - low) / STEPS;
    let power = libm::pow(10.0, libm::floor(libm::log10(least)));
    let step = [1.0, 2.0, 5.0]
        .map(|factor| factor * power)
        .into_iter()
        .rfind(|step| *step <= least);
    match step {
        Some(step) if step > 0.0 && step.is_finite() => [
            libm::floor(low / step) * step,
            libm::ceil(high / step) * step,
        ],
        _ => [low, high],
    }
}

/// Whether J curves upwards along every parameter: at a flat place, whether it is
/// the bottom of every slice. It need not be a minimum: between the axes the ground
/// may fall, as that of w² + b² + 3wb does from (0, 0) along w = −b.
pub fn rises_along_every_axis(cost: &dyn Cost, at: &[f64]) -> bool {
    let hessian = hessian(cost, at);
    (0..at.len()).all(|index| hessian[index * (at.len() + 1)] > 0.0)
}
