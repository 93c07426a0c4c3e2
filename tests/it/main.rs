//! All native tests that look at Downhill from outside, one module per layer.

mod bowls;
mod compile;
pub(crate) mod cost;
mod descent;
mod figure;
mod formula;
mod handmade;
mod hill;
mod lab;
mod landscape;
mod layers;
mod number;
mod path_plane;
mod points;
mod snapshot;
mod svg;
mod view;
