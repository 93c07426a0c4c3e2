//! The walks on the hill, their shadows on the floor, and the next step there.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use crate::landscape::Surface;

use super::super::marker::{self, HALO};
use super::super::palette::Role;
use super::super::pen::{Pen, Pixel, Stroke, distance};
use super::super::theme::Theme;
use super::super::walk::{Walk, Walker};
use super::ground::draw_pieces;
use super::person::draw_person;
use super::raster::Solid;
use super::scene::{HEIGHT, HillPlot};
use super::sight::Sight;

/// The moving part of a hill.
#[derive(Clone, Copy, Debug)]
pub struct HillWalk<'a> {
    /// The ground.
    pub surface: &'a Surface,
    /// How deep it is at every pixel.
    pub solid: &'a Solid,
    /// All runs; the selected one is a person.
    pub walk: Walk<'a>,
    /// The direction of the plane that the person looks in, if any.
    pub forwards: Option<[f64; 2]>,
}

const PATH: f64 = 2.2;
const SHADOW: f64 = 1.6;
const DOT: f64 = 2.7;
/// Dots nearer than this many CSS pixels to the last one are left out.
const DOT_EVERY: f64 = 6.0;

/// Draws paths, walkers and the next step above the still part.
pub fn draw_hill_walk<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &HillPlot,
    hill: &HillWalk,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let sight = Sight::new(plot, hill.surface, hill.solid, theme);
    for trail in hill.walk.trails {
        let muted = Stroke::new(pen.colour(Role::Muted), SHADOW).faint(0.55);
        draw_pieces(&pen, &sight.draped(trail), muted)?;
    }
    for walker in hill.walk.walkers {
        draw_shadow(&pen, &sight, walker)?;
    }
    for walker in hill.walk.walkers {
        draw_path(&pen, &sight, walker)?;
    }
    for walker in hill.walk.walkers {
        draw_walker(&pen, &sight, walker, hill.forwards)?;
    }
    Ok(())
}

/// On the floor: the path, where the walker is, and the step it takes next.
fn draw_shadow<DB: DrawingBackend>(
    pen: &Pen<DB>,
    sight: &Sight,
    walker: &Walker,
) -> DrawResult<(), DB> {
    let shadow = Stroke::new(pen.colour(Role::Run(walker.run)), SHADOW).faint(0.5);
    for piece in walker.path {
        draw_pieces(pen, &sight.on_floor(piece), shadow)?;
    }
    if !sight.plot.window().contains(walker.at) {
        return Ok(());
    }
    if let Some(next) = walker.next {
        draw_step(pen, sight, [walker.at, next])?;
    }
    let foot = sight.plot.seen(sight.plot.floor(walker.at));
    match sight.sees(foot) {
        true => pen.disc(foot.pixel, pen.theme.pixels(3.5), shadow.faint(1.0)),
        false => Ok(()),
    }
}

/// The arrow of the next step on the floor, as far as it is seen; its head only
/// where its tip is.
fn draw_step<DB: DrawingBackend>(
    pen: &Pen<DB>,
    sight: &Sight,
    ends: [[f64; 2]; 2],
) -> DrawResult<(), DB> {
    let stroke = Stroke::new(pen.colour(Role::Action), 2.4);
    let halo = Stroke::new(pen.colour(Role::Paper), 2.4).wider(2.0 * HALO);
    let shaft = sight.on_floor(&ends);
    draw_pieces(pen, &shaft, halo)?;
    draw_pieces(pen, &shaft, stroke)?;
    let [tail, tip] = ends.map(|at| sight.plot.seen(sight.plot.floor(at)));
    let inside = sight.plot.window().contains(ends[1]);
    let length = distance(tail.pixel, tip.pixel);
    let head = pen.theme.pixels(9.0).min(0.6 * length);
    if !(inside && sight.sees(tip) && head > pen.theme.pixels(1.0)) {
        return Ok(());
    }
    let [x, y] = [0, 1].map(|axis| (tip.pixel[axis] - tail.pixel[axis]) / length * head);
    let base = [tip.pixel[0] - x, tip.pixel[1] - y];
    let [aside, down] = [-0.5 * y, 0.5 * x];
    let corners = [
        tip.pixel,
        [base[0] + aside, base[1] + down],
        [base[0] - aside, base[1] - down],
    ];
    pen.polygon(&corners, stroke)
}

fn draw_path<DB: DrawingBackend>(
    pen: &Pen<DB>,
    sight: &Sight,
    walker: &Walker,
) -> DrawResult<(), DB> {
    let stroke = Stroke::new(pen.colour(Role::Run(walker.run)), PATH);
    let halo = Stroke::new(pen.colour(Role::Paper), PATH).wider(2.0 * HALO);
    let pieces: Vec<Vec<Pixel>> = walker
        .path
        .iter()
        .flat_map(|piece| sight.draped(piece))
        .collect();
    draw_pieces(pen, &pieces, halo)?;
    draw_pieces(pen, &pieces, stroke)?;
    let mut last: Option<Pixel> = None;
    let seen = |&at: &[f64; 2]| sight.on_ground(at).filter(|seen| sight.sees(*seen));
    for dot in walker.steps.iter().filter_map(seen) {
        let far = |last: Pixel| distance(last, dot.pixel) >= pen.theme.pixels(DOT_EVERY);
        if last.is_none_or(far) {
            pen.disc(dot.pixel, pen.theme.pixels(DOT), stroke)?;
            last = Some(dot.pixel);
        }
    }
    Ok(())
}

/// The walker, if it is seen, and a plumb line from it to the floor.
fn draw_walker<DB: DrawingBackend>(
    pen: &Pen<DB>,
    sight: &Sight,
    walker: &Walker,
    forwards: Option<[f64; 2]>,
) -> DrawResult<(), DB> {
    let height = sight.surface.height_at(walker.at);
    if height.is_nan() {
        return Ok(());
    }
    let feet = sight.plot.scene(walker.at, height * HEIGHT);
    let plumb = Stroke::new(pen.colour(Role::Muted), 1.0);
    draw_pieces(pen, &sight.plumb(walker.at, height), plumb)?;
    let seen = sight.plot.seen(feet);
    if !sight.sees(seen) {
        return Ok(());
    }
    if !walker.selected {
        return marker::draw_marker(pen, seen.pixel, walker.run);
    }
    let ahead = forwards.and_then(|direction| sight.plot.direction(direction));
    draw_person(pen, sight.plot, seen.pixel, ahead, walker.run)
}
