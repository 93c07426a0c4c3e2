//! The ground around a point: the plane looked at (of two parameters, or tilted), its grid of costs, contours, the
//! ground as a surface, the curve along one parameter, slices, the slope in every
//! direction, a walk's trail, how far two walks are apart, what a flat place is, and
//! where to look first, and what many walks come to: which valleys they find, from every start of a window, by two
//! rules, with many learning rates.

mod apart;
mod basins;
mod bowl;
mod cells;
mod coarse;
mod comparison;
mod compass;
mod contour;
mod curvature;
mod curve;
mod descents;
mod digit;
mod fate;
mod grid;
mod kernel;
mod passes;
mod plane;
mod prospect;
mod relief;
mod rounding;
mod slice;
mod surface;
mod sweep;
mod tilted;
mod trail;
mod valley;
mod walks;
mod way;
mod window;

pub use apart::{Apart, distance};
pub use basins::Basins;
pub use bowl::Bowl;
pub use cells::{BasinCell, COARSEST};
pub use comparison::{Comparison, Outcome, is_one_place};
pub use compass::{Compass, full_turn};
pub use contour::contours;
pub use curvature::{Ground, curvatures, ground, hessian, largest_curvature};
pub use curve::Curve;
pub use digit::down_to_one_digit;
pub use fate::Fate;
pub use grid::Grid;
pub use kernel::{GridKernel, Ledger, Stretch, WalkKernel, slot_rows};
pub use plane::Plane;
pub use prospect::{Prospect, prospect};
pub use relief::Relief;
pub use rounding::is_rounding;
pub use slice::{Slice, joined, rises_along_every_axis, steady};
pub use surface::{Heights, Surface};
pub use sweep::{Pace, Sweep, four_rates, rates_around};
pub use tilted::{Bearing, Tilted};
pub use trail::{Trail, TrailPoint};
pub use valley::{Rest, Valley, Valleys};
pub use walks::{Done, Progress, Walks};
pub use way::Way;
pub use window::{Window, WindowError, WindowLimit};

/// A joined line of the plane, in the units of the two shown parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Polyline {
    /// The corners in order.
    pub points: Vec<[f64; 2]>,
    /// Whether the last corner is joined to the first.
    pub closed: bool,
}
