use crate::cost::Cost;
use crate::descent::norm;

/// A look all around: the slope of J in every direction of a plane, at one point.
///
/// A direction is an angle in degrees from the plane's first axis towards its
/// second, in the units of the parameters and not of any picture. The slope in the
/// direction of the unit vector d is the directional derivative ∇J · d. Where both
/// axes are one parameter there are two directions only, 0 and 180: any other angle
/// counts as the one it is nearer to.
///
/// Source: directional derivative and steepest descent; Nocedal and Wright (2006),
/// Numerical Optimization, section 2.2.
#[derive(Clone, Debug, PartialEq)]
pub struct Compass {
    axes: [usize; 2],
    /// The part of ∇J that lies in the plane.
    gradient: [f64; 2],
}

impl Compass {
    /// Measures ∇J at a point, one number per parameter. Where J has no finite value
    /// there is no slope either.
    pub fn new(cost: &dyn Cost, axes: [usize; 2], point: &[f64]) -> Compass {
        let mut gradient = vec![0.0; point.len()];
        cost.gradient(point, &mut gradient);
        if !cost.value(point).is_finite() {
            gradient.fill(f64::NAN);
        }
        let across = match axes[0] == axes[1] {
            true => 0.0,
            false => gradient[axes[1]],
        };
        Compass {
            axes,
            gradient: [gradient[axes[0]], across],
        }
    }

    /// The slopes along the two axes; the second is 0 where there is one axis only.
    pub fn gradient(&self) -> [f64; 2] {
        self.gradient
    }

    /// Whether there are only two directions.
    pub fn has_one_axis(&self) -> bool {
        self.axes[0] == self.axes[1]
    }

    /// The slope straight uphill: the length of ∇J's part in the plane.
    pub fn steepness(&self) -> f64 {
        norm(&self.gradient)
    }

    /// The unit vector of a direction, exact at quarter turns.
    pub fn unit(&self, degrees: f64) -> [f64; 2] {
        let [x, y] = unit(degrees);
        match self.has_one_axis() {
            true => [if x < 0.0 { -1.0 } else { 1.0 }, 0.0],
            false => [x, y],
        }
    }

    /// The slope in a direction: how fast J rises there, per unit of length.
    pub fn slope(&self, degrees: f64) -> f64 {
        let [x, y] = self.unit(degrees);
        self.gradient[0] * x + self.gradient[1] * y
    }

    /// The direction of steepest descent, from 0 up to 360. `None` where the ground
    /// is level in this plane, or has no finite slope.
    pub fn steepest(&self) -> Option<f64> {
        let steepness = self.steepness();
        if !(steepness > 0.0 && steepness.is_finite()) {
            return None;
        }
        let [x, y] = self.gradient;
        Some(full_turn(libm::atan2(-y, -x).to_degrees()))
    }

    /// How far a direction lies from that of steepest descent: above −180, up to
    /// 180, positive from the first axis towards the second.
    pub fn off(&self, degrees: f64) -> Option<f64> {
        let [x, y] = self.unit(degrees);
        let [downhill, level] = self.gradient.map(|slope| -slope);
        self.steepest()?;
        let (along, across) = (x * downhill + y * level, downhill * y - level * x);
        Some(libm::atan2(across, along).to_degrees())
    }

    /// Where a step in a direction leads: α times the steepness long, in the plane.
    /// `None` where there is nowhere to step, or it leads to no finite point.
    pub fn step(&self, alpha: f64, degrees: f64, from: &[f64]) -> Option<Vec<f64>> {
        self.steepest()?;
        let length = alpha * self.steepness();
        let mut point = from.to_vec();
        for (axis, part) in self.axes.into_iter().zip(self.unit(degrees)) {
            point[axis] += length * part;
        }
        let finite = point.iter().all(|coordinate| coordinate.is_finite());
        finite.then_some(point)
    }
}

/// An angle in degrees as one from 0 up to 360.
pub fn full_turn(degrees: f64) -> f64 {
    let turn = degrees.rem_euclid(360.0);
    // A tiny negative angle is rounded up to a whole turn.
    if turn < 360.0 { turn } else { 0.0 }
}

fn unit(degrees: f64) -> [f64; 2] {
    let turn = full_turn(degrees);
    let quarters = libm::round(turn / 90.0);
    let (sin, cos) = libm::sincos((turn - 90.0 * quarters).to_radians());
    match quarters as u32 % 4 {
        0 => [cos, sin],
        1 => [-sin, cos],
        2 => [-cos, -sin],
        _ => [sin, -cos],
    }
}
