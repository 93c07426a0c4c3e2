//! All native tests that look at Downhill from outside, one module per layer.

mod cost;
mod costs;
mod descent;
mod formula;
mod lab;
mod landscape;
mod layers;
mod number;
mod view;
