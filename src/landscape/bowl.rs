use super::Tilted;
use crate::cost::symmetric_eigenvectors;

/// The shape of the ground around a minimum: its curvatures, and what gradient descent with
/// simultaneous updates makes of them.
///
/// For a quadratic J it is the shape of all the ground. A step multiplies the distance from the
/// minimum along a direction of curvature λ by 1 − αλ, so walks settle for α below
/// 2/λmax; with the best α, 2/(λmin + λmax), each step leaves at most (κ − 1)/(κ + 1) of the
/// distance, κ = λmax/λmin being the condition number. Nesterov (2004), Introductory Lectures
/// on Convex Optimization, theorem 2.1.15.
#[derive(Clone, Debug, PartialEq)]
pub struct Bowl {
    smallest: f64,
    largest: f64,
    /// The flattest and the steepest direction.
    directions: [Vec<f64>; 2],
}

/// A larger condition number is rounding.
const WORST: f64 = 1e12;
/// How small a part of the distance from the minimum counts as having come there.
const LEFT: f64 = 1e-3;

impl Bowl {
    /// The bowl of a Hessian, row-major `size` × `size`; `None` where it does not curve
    /// upwards in any direction, or is not finite.
    pub fn new(hessian: &[f64], size: usize) -> Option<Bowl> {
        let curvatures = symmetric_eigenvectors(hessian, size);
        let each = || curvatures.iter().cloned();
        // Of equal ones the first and the last: two directions, not one twice.
        let (smallest, flattest) = each().reduce(|a, b| if b.0 < a.0 { b } else { a })?;
        let (largest, steepest) = each().reduce(|a, b| if b.0 >= a.0 { b } else { a })?;
        (largest > 0.0 && largest.is_finite()).then_some(Bowl {
            smallest,
            largest,
            directions: [flattest, steepest],
        })
    }

    /// The plane through a point that holds the flattest direction, across, and the steepest,
    /// upwards: an ellipse of the bowl in it is √κ times as long as wide. For two parameters
    /// or more.
    pub fn plane(&self, through: &[f64]) -> Tilted {
        Tilted::new(through.to_vec(), self.directions.clone())
    }

    /// λmax/λmin, at least 1; `None` where the floor is level along some direction, to
    /// rounding.
    pub fn condition(&self) -> Option<f64> {
        let condition = self.largest / self.smallest;
        (self.smallest > 0.0 && condition < WORST).then_some(condition)
    }

    /// 2/λmax: walks with a smaller α settle, with a larger one they do not.
    pub fn largest_rate(&self) -> f64 {
        2.0 / self.largest
    }

    /// 2/(λmin + λmax): the α of the fewest steps from the worst start.
    pub fn best_rate(&self) -> f64 {
        2.0 / (self.smallest + self.largest)
    }

    /// How many steps with the best α take a walk to a thousandth of its distance from the
    /// minimum, wherever it starts, at least 1.
    pub fn steps(&self) -> Option<f64> {
        let condition = self.condition()?;
        // ln((κ + 1)/(κ − 1)), accurate for large κ too.
        let per_step = libm::log1p(2.0 / (condition - 1.0));
        let steps = libm::ceil(-libm::log(LEFT) / per_step);
        Some(if steps > 1.0 { steps } else { 1.0 })
    }
}
