//! The ground around a point: the plane looked at, its grid of costs, contours,
//! the curve along one parameter, the slope in every direction, a walk's trail, and what a flat place is.

mod compass;
mod contour;
mod curvature;
mod curve;
mod grid;
mod plane;
mod relief;
mod trail;
mod window;

pub use compass::{Compass, full_turn};
pub use contour::contours;
pub use curvature::{Ground, ground, hessian, largest_curvature};
pub use curve::Curve;
pub use grid::Grid;
pub use plane::Plane;
pub use relief::Relief;
pub use trail::{Trail, TrailPoint};
pub use window::{Window, WindowError};

/// A joined line of the plane, in the units of the two shown parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Polyline {
    /// The corners in order.
    pub points: Vec<[f64; 2]>,
    /// Whether the last corner is joined to the first.
    pub closed: bool,
}
