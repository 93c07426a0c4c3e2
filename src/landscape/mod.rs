//! The ground around a point: the plane looked at, its grid of costs, contours,
//! the curve along one parameter, slices, a walk's trail, and what a flat place is.
//! the curve along one parameter, a walk's trail, how far two walks are apart, what a flat
//! place is, and which valleys walkers found.

mod apart;
mod contour;
mod curvature;
mod curve;
mod grid;
mod plane;
mod relief;
mod slice;
mod trail;
mod valley;
mod window;

pub use apart::{Apart, distance};
pub use contour::contours;
pub use curvature::{Ground, ground, hessian, largest_curvature};
pub use curve::Curve;
pub use grid::Grid;
pub use plane::Plane;
pub use relief::Relief;
pub use slice::{Slice, joined, rises_along_every_axis, steady};
pub use trail::{Trail, TrailPoint};
pub use valley::{Rest, Valley, Valleys};
pub use window::{Window, WindowError};

/// A joined line of the plane, in the units of the two shown parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Polyline {
    /// The corners in order.
    pub points: Vec<[f64; 2]>,
    /// Whether the last corner is joined to the first.
    pub closed: bool,
}
