//! Downhill runs gradient descent for people who want to see it work.
//!
//! The folders are the field's own words and point one way only, from the bottom up:
//!
//! - [`formula`]: text → expression graph → partial derivatives → numbers and MathML;
//! - [`cost`]: what is minimised, a catalogue of formulas and regression on data;
//! - [`descent`]: how to walk, the update rules, a run and why it stopped;
//! - [`landscape`]: the ground around a point, as planes, grids, contours and curvature;
//! - [`compile`]: a formula and an update rule → WebAssembly, for many points at once;
//! - [`number`]: how a number is written for people, and `random`, numbers drawn by lot;
//! - [`view`]: pictures of all this on any plotters backend;
//! - [`lab`]: one session, its settings, link, runs, readout and words;
//! - [`figure`]: a session as pictures, where `lab` and `view` meet;
//! - `web`: the wasm handle, the only folder that knows a browser.
//!
//! `docs/architecture.md` is the map with its invariants.

pub mod compile;
pub mod cost;
pub mod descent;
pub mod figure;
pub mod formula;
pub mod lab;
pub mod landscape;
pub mod number;
mod random;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
