//! The upper picture of a map: paths, walkers, the next step and live values.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::clip;
use super::label::{self, Rectangle};
use super::map::{pixel_pieces, sparse};
use super::marker::{self, HALO, RADIUS};
use super::palette::Role;
use super::pen::{Pen, Pixel, Stroke, distance};
use super::plot::Plot;
use super::theme::Theme;

/// One run at one iteration, in the units of its plot's window.
///
/// Points may lie anywhere: what is outside of the window is cut at its edge,
/// and a walker outside is told by a triangle there.
#[derive(Clone, Copy, Debug)]
pub struct Walker<'a> {
    /// The run's index from 0; people see it from 1.
    pub run: usize,
    /// Whether it is ringed.
    pub selected: bool,
    /// The path from the start to where the walker is, in pieces that are drawn
    /// without lines between them. Empty draws no path and no start.
    pub path: &'a [Vec<[f64; 2]>],
    /// The places of single steps, drawn as dots where they are not too dense.
    pub steps: &'a [[f64; 2]],
    /// Where the walker is.
    pub at: [f64; 2],
    /// Where the next step ends: −α∇J from here. Draws the arrow and the ghost.
    pub next: Option<[f64; 2]>,
    /// Lines of text that stand beside the walker.
    pub values: &'a [String],
}

/// All runs of a picture at one iteration.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    /// The runs; later ones are drawn above earlier ones.
    pub walkers: &'a [Walker<'a>],
    /// Faint paths of an earlier walk.
    pub trails: &'a [Vec<[f64; 2]>],
    /// What will lie above the picture, where no values should stand: left, top, right and
    /// bottom in pixels.
    pub covered: Option<[f64; 4]>,
}

const PATH: f64 = 2.2;
const DOT: f64 = 2.7;
/// Dots nearer than this many CSS pixels to the last one are left out.
const DOT_EVERY: f64 = 6.0;
pub(super) const GHOST: f64 = 5.5;
const START: f64 = 4.5;

/// Draws the walk above the ground. Markers come last, so they hide lines and
/// are hidden by none; boxes of values avoid them.
pub fn draw_walk<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    walk: &Walk,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    for trail in walk.trails {
        let muted = Stroke::new(pen.colour(Role::Muted), 1.6);
        draw_line(&pen, plot, trail, muted.faint(0.55), 0.35)?;
    }
    for walker in walk.walkers {
        draw_path(&pen, plot, walker)?;
    }
    for walker in walk.walkers {
        draw_next(&pen, plot, walker)?;
    }
    for walker in walk.walkers {
        draw_walker(&pen, plot, walker)?;
    }
    draw_values(&pen, plot, walk)
}

/// Draws the flag of a guess; nothing where it is out of sight.
pub fn draw_guess<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    at: [f64; 2],
    theme: &Theme,
) -> DrawResult<(), DB> {
    match plot.to_pixel(at) {
        Some(foot) => marker::draw_flag(&Pen::new(area, theme), foot),
        None => Ok(()),
    }
}

/// A line with its halo, cut at the window.
pub(super) fn draw_line<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    points: &[[f64; 2]],
    stroke: Stroke,
    halo_opacity: f64,
) -> DrawResult<(), DB> {
    let halo = Stroke {
        colour: pen.colour(Role::Paper),
        ..stroke.wider(2.0 * HALO)
    };
    let pieces: Vec<Vec<Pixel>> = pixel_pieces(plot, points, false)
        .iter()
        .map(|piece| sparse(piece, pen.theme.pixels(1.5)))
        .collect();
    for piece in &pieces {
        pen.path(piece, halo.faint(halo_opacity))?;
    }
    for piece in &pieces {
        pen.path(piece, stroke)?;
    }
    Ok(())
}

fn draw_path<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walker: &Walker,
) -> DrawResult<(), DB> {
    let colour = pen.colour(Role::Run(walker.run));
    for piece in walker.path {
        draw_line(pen, plot, piece, Stroke::new(colour, PATH), 1.0)?;
    }
    draw_dots(pen, plot, walker)?;
    draw_start(pen, plot, walker)
}

pub(super) fn draw_start<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walker: &Walker,
) -> DrawResult<(), DB> {
    match walker
        .path
        .first()
        .and_then(|piece| plot.to_pixel(*piece.first()?))
    {
        Some(at) => marker::draw_ring(pen, at, START, Role::Run(walker.run)),
        None => Ok(()),
    }
}

pub(super) fn draw_dots<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walker: &Walker,
) -> DrawResult<(), DB> {
    let fill = Stroke::new(pen.colour(Role::Run(walker.run)), 1.0);
    let mut last: Option<Pixel> = None;
    for at in walker.steps.iter().filter_map(|&step| plot.to_pixel(step)) {
        if last.is_none_or(|last| distance(last, at) >= pen.theme.pixels(DOT_EVERY)) {
            pen.disc(at, pen.theme.pixels(DOT), fill)?;
            last = Some(at);
        }
    }
    Ok(())
}

/// The arrow of the next step, at true length, ending at the ghost. A walker
/// outside of the window has none: it would cross the picture from nowhere.
fn draw_next<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walker: &Walker,
) -> DrawResult<(), DB> {
    let Some(next) = walker.next.filter(|_| plot.window().contains(walker.at)) else {
        return Ok(());
    };
    draw_arrow(pen, plot, [walker.at, next], GHOST)?;
    match plot.to_pixel(next) {
        Some(at) => marker::draw_ring(pen, at, GHOST, Role::Action),
        None => Ok(()),
    }
}

/// An arrow between two points of the plane, cut at the window; cut, it has no
/// head. It stops `short_by` CSS pixels before its true end: at the ghost's ring
/// if the ghost's centre is the end.
pub(super) fn draw_arrow<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    [from, to]: [[f64; 2]; 2],
    short_by: f64,
) -> DrawResult<(), DB> {
    let Some(shaft) = clip::segment(from, to, plot.bounds()) else {
        return Ok(());
    };
    let [tail, tip] = shaft.map(|end| plot.project(end));
    let length = distance(tail, tip);
    let reached = plot.window().contains(to);
    let free = length - pen.theme.pixels(if reached { short_by } else { 0.0 });
    if free < pen.theme.pixels(1.0) {
        return Ok(());
    }
    let along =
        |part: f64| [0, 1].map(|axis| tail[axis] + (tip[axis] - tail[axis]) * part / length);
    let stroke = Stroke::new(pen.colour(Role::Action), 2.6);
    let halo = Stroke::new(pen.colour(Role::Paper), 2.6).wider(2.0 * HALO);
    let head = pen.theme.pixels(10.0).min(0.6 * free);
    let shaft_end = if reached { free - 0.7 * head } else { free };
    pen.path(&[tail, along(free)], halo)?;
    pen.path(&[tail, along(shaft_end)], stroke)?;
    if !reached {
        return Ok(());
    }
    let [x, y] = [0, 1].map(|axis| (tip[axis] - tail[axis]) / length * head * 0.5);
    let [end, base] = [along(free), along(free - head)];
    let corners = [end, [base[0] - y, base[1] + x], [base[0] + y, base[1] - x]];
    pen.polygon(&corners, stroke)
}

pub(super) fn draw_walker<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walker: &Walker,
) -> DrawResult<(), DB> {
    if walker.at.iter().any(|part| part.is_nan()) {
        return Ok(());
    }
    let Some(at) = plot.to_pixel(walker.at) else {
        let (edge, towards) = way_out(plot, walker.at);
        return marker::draw_gone(pen, edge, towards, walker.run);
    };
    if walker.selected {
        marker::draw_selection(pen, at)?;
    }
    marker::draw_marker(pen, at, walker.run)
}

/// The nearest pixel of the plot to a point outside, and which way it lies.
fn way_out(plot: &Plot, at: [f64; 2]) -> (Pixel, Pixel) {
    let side = |value: f64, [low, high]: [f64; 2]| match value {
        _ if value < low => -1.0,
        _ if value > high => 1.0,
        _ => 0.0,
    };
    let [x, y] = [
        side(at[0], plot.window().x()),
        side(at[1], plot.window().y()),
    ];
    (plot.project(at), [x, -y])
}

/// Boxes of values, none on a marker, a ghost or another box if there is room.
pub(super) fn draw_values<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    walk: &Walk,
) -> DrawResult<(), DB> {
    let walkers = walk.walkers;
    let radius = pen.theme.pixels(RADIUS + 3.0);
    let seen = |point: &[f64; 2]| plot.to_pixel(*point);
    let mut obstacles: Vec<Rectangle> = walkers
        .iter()
        .flat_map(|walker| [Some(walker.at), walker.next])
        .flatten()
        .filter_map(|point| seen(&point))
        .map(|[x, y]| [x - radius, y - radius, x + radius, y + radius])
        .chain(walk.covered)
        .collect();
    let points: Vec<Pixel> = walkers
        .iter()
        .flat_map(|walker| walker.path)
        .flat_map(|piece| beads(pen, plot, piece))
        .collect();
    for walker in walkers.iter().filter(|walker| !walker.values.is_empty()) {
        let Some(at) = seen(&walker.at) else { continue };
        let size = label::box_size(walker.values, pen.theme);
        let gap = pen.theme.pixels(RADIUS + 9.0);
        if let Some(place) = label::best_place(at, size, gap, plot.edges(), &obstacles, &points) {
            label::draw_box(pen, place, walker.values)?;
            obstacles.push(place);
        }
    }
    Ok(())
}

/// How many points of a path a box of values tries not to hide.
const BEADS: usize = 300;

/// Points along a path, close enough together that no box fits between them.
pub(super) fn beads<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    path: &[[f64; 2]],
) -> Vec<Pixel> {
    let every = pen.theme.pixels(14.0);
    let mut beads = Vec::new();
    for piece in pixel_pieces(plot, path, false) {
        for pair in sparse(&piece, every).windows(2) {
            let count = (distance(pair[0], pair[1]) / every).ceil().max(1.0);
            let along =
                |axis: usize, part: f64| pair[0][axis] + part * (pair[1][axis] - pair[0][axis]);
            beads.extend((0..count as usize).map(|index| {
                let part = index as f64 / count;
                [along(0, part), along(1, part)]
            }));
        }
    }
    let keep = beads.len().div_ceil(BEADS).max(1);
    beads.into_iter().step_by(keep).collect()
}
