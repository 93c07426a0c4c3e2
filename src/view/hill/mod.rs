//! The hill: the ground as a surface seen from above at a slant, with the walks on
//! it and, below it, the floor: the map itself with the walks' shadows.
//!
//! The surface is drawn into bytes with a depth for every pixel; lines are drawn
//! above them where their points are not deeper than the surface there. Exact to a
//! pixel and to the grid: between its points the ground is made of triangles. The
//! surface is opaque from above and clear from below, so that a near wall seen from
//! outside hides nothing.

mod ground;
mod person;
mod raster;
mod scene;
mod sight;
mod walk;

pub use ground::{HillGround, draw_hill_ground};
pub use raster::{Shades, Solid, surface_pixels};
pub use scene::{Camera, HillPlot};
pub use sight::hides;
pub use walk::{HillWalk, draw_hill_walk};
