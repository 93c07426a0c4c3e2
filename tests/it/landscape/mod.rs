//! Tests of the landscape.

mod contour;
mod trail;
