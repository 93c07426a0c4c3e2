//! One step by two rules: together, and one parameter after the other.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::label::{self, Rectangle};
use super::map::pixel_pieces;
use super::marker;
use super::palette::Role;
use super::pen::{Pen, Pixel, Stroke, distance};
use super::plot::Plot;
use super::theme::Theme;
use super::walk;

/// A step from one point, in the units of its plot's window.
#[derive(Clone, Copy, Debug)]
pub struct HalfStep<'a> {
    /// Where both begin.
    pub from: [f64; 2],
    /// Where both parameters together lead; `None` draws no arrow.
    pub together: Option<[f64; 2]>,
    /// Where the first parameter alone leads, and then the second.
    pub in_turn: [[f64; 2]; 2],
    /// Which axis moves first, 0 for x: the line along it is its slice.
    pub first: usize,
    /// The indices of the parameters along x and y.
    pub parameters: [usize; 2],
    /// What stands beside the half step, the end in turn, and the end together; empty
    /// words are left out.
    pub words: [&'a str; 3],
}

/// Marks where a run stands.
pub fn draw_stand<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    at: [f64; 2],
    run: usize,
    theme: &Theme,
) -> DrawResult<(), DB> {
    match plot.to_pixel(at) {
        Some(at) => marker::draw_marker(&Pen::new(area, theme), at, run),
        None => Ok(()),
    }
}

const LEG: f64 = 3.0;
/// Points of each line that a box of words tries not to hide.
const BEADS: usize = 24;

/// Draws the slice, the legs of the step in turn with a ring at the half step, and the
/// arrow of the step together.
pub fn draw_half_step<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    step: &HalfStep,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_slice(&pen, plot, step)?;
    if let Some(together) = step.together {
        walk::draw_arrow(&pen, plot, [step.from, together], walk::GHOST)?;
    }
    let [half, end] = step.in_turn;
    let legs = [(step.first, step.from, half), (1 - step.first, half, end)];
    for (axis, from, to) in legs {
        let role = Role::Parameter(step.parameters[axis]);
        let stroke = Stroke::new(pen.colour(role), LEG);
        walk::draw_line(&pen, plot, &[from, to], stroke, 1.0)?;
    }
    let rings = [
        (step.together, Role::Action),
        (Some(half), Role::Parameter(step.parameters[step.first])),
        (Some(end), Role::Ink),
    ];
    for (at, role) in rings {
        if let Some(at) = at.and_then(|at| plot.to_pixel(at)) {
            marker::draw_ring(&pen, at, walk::GHOST, role)?;
        }
    }
    draw_words(&pen, plot, step)
}

fn draw_slice<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    step: &HalfStep,
) -> DrawResult<(), DB> {
    let mut ends = [step.from; 2];
    let range = [plot.window().x(), plot.window().y()][step.first];
    for (end, side) in ends.iter_mut().zip(range) {
        end[step.first] = side;
    }
    let role = Role::Parameter(step.parameters[step.first]);
    let stroke = Stroke::new(pen.colour(role), 1.2);
    for piece in pixel_pieces(plot, &ends, false) {
        if let [from, to] = piece[..] {
            pen.dashes([from, to], [5.0, 4.0], stroke)?;
        }
    }
    Ok(())
}

/// Boxes beside the places, none on another place or box if there is room.
fn draw_words<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    step: &HalfStep,
) -> DrawResult<(), DB> {
    let [half, end] = step.in_turn;
    let places = [Some(half), Some(end), step.together];
    let pixels = places.map(|place| place.and_then(|place| plot.to_pixel(place)));
    let seen: Vec<Pixel> = pixels
        .into_iter()
        .flatten()
        .chain(plot.to_pixel(step.from))
        .collect();
    let radius = pen.theme.pixels(walk::GHOST + 4.0);
    let lines = [
        Some([step.from, half]),
        Some([half, end]),
        step.together.map(|to| [step.from, to]),
    ];
    let beads: Vec<Pixel> = lines
        .into_iter()
        .flatten()
        .flat_map(|[from, to]| {
            (0..=BEADS).map(move |bead| {
                let part = bead as f64 / BEADS as f64;
                [0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis]))
            })
        })
        .filter_map(|bead| plot.to_pixel(bead))
        .collect();
    let mut obstacles: Vec<Rectangle> = seen
        .iter()
        .map(|[x, y]| [x - radius, y - radius, x + radius, y + radius])
        .collect();
    for (word, at) in step.words.iter().zip(pixels) {
        let Some(at) = at.filter(|_| !word.is_empty()) else {
            continue;
        };
        let lines = [(*word).to_string()];
        let size = label::box_size(&lines, pen.theme);
        let gap = pen.theme.pixels(12.0);
        if let Some(place) = label::best_place(at, size, gap, plot.edges(), &obstacles, &beads) {
            draw_leader(pen, at, place, radius)?;
            label::draw_box(pen, place, &lines)?;
            obstacles.push(place);
        }
    }
    Ok(())
}

/// A thin line from a place's ring to its box: where rings are close, which is whose.
fn draw_leader<DB: DrawingBackend>(
    pen: &Pen<DB>,
    from: Pixel,
    [left, top, right, bottom]: Rectangle,
    ring: f64,
) -> DrawResult<(), DB> {
    let to = [from[0].clamp(left, right), from[1].clamp(top, bottom)];
    let length = distance(from, to);
    if length <= ring {
        return Ok(());
    }
    let edge = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * ring / length);
    pen.path(&[edge, to], Stroke::new(pen.colour(Role::Muted), 1.2))
}
