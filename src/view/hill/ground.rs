//! What stands still on the hill's picture: contours on the surface and on the
//! floor, the floor's frame with both axes, and the axis of J.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use crate::landscape::{Polyline, Surface};
use crate::number::significant;

use super::super::labelling::Labelling;
use super::super::map::sparse;
use super::super::palette::Role;
use super::super::pen::{Kind, Lettering, Pen, Pixel, Stroke, distance};
use super::super::plot::{Axes, Axis, NAME, is_short};
use super::super::theme::Theme;
use super::super::ticks::{Tick, ticks};
use super::raster::Solid;
use super::scene::{HEIGHT, HillPlot};
use super::sight::Sight;

/// The still part of a hill.
#[derive(Clone, Copy, Debug)]
pub struct HillGround<'a> {
    /// The ground.
    pub surface: &'a Surface,
    /// How deep it is at every pixel.
    pub solid: &'a Solid,
    /// Lines of equal cost.
    pub contours: &'a [Polyline],
    /// The names of the two shown parameters.
    pub axes: Axes<'a>,
}

/// Lines on the surface stand out without hiding its colours.
const ON_SURFACE: f64 = 0.42;
const ON_FLOOR: f64 = 0.2;
const CORNER_EVERY: f64 = 3.0;
/// Labels stand this far from their axis, names farther; in CSS pixels.
const LABEL_GAP: f64 = 13.0;
const SIDE_GAP: f64 = 7.0;
const NAME_GAP: f64 = 31.0;
/// CSS pixels between ticks, and the shortest edge that has any.
const TICK_EVERY: f64 = 46.0;
const SHORTEST: f64 = 48.0;
/// An axis of J seen shorter than this tells nothing, as from above.
const SHORTEST_UPRIGHT: f64 = 30.0;

/// Draws contours, floor and axes above the surface's pixels.
pub fn draw_hill_ground<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &HillPlot,
    ground: &HillGround,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let sight = Sight::new(plot, ground.surface, ground.solid, theme);
    let corners = corners(plot);
    let ring = [0, 1, 2, 3, 0].map(|index| corners[index]);
    let edge = Stroke::new(pen.colour(Role::Muted), 1.0);
    draw_pieces(&pen, &sight.on_floor(&ring), edge)?;
    let ink = Stroke::new(pen.colour(Role::Ink), 1.0);
    for contour in ground.contours {
        let line = closed(contour);
        draw_pieces(&pen, &sight.on_floor(&line), ink.faint(ON_FLOOR))?;
        draw_pieces(&pen, &sight.drawn_on(&line), ink.faint(ON_SURFACE))?;
    }
    draw_pieces(&pen, &sight.draped(&ring), ink.faint(0.55))?;
    draw_floor_axes(&pen, plot, corners, &ground.axes)?;
    draw_upright_axis(&pen, plot, ground.surface)
}

pub(super) fn draw_pieces<DB: DrawingBackend>(
    pen: &Pen<DB>,
    pieces: &[Vec<Pixel>],
    stroke: Stroke,
) -> DrawResult<(), DB> {
    for piece in pieces {
        pen.path(&sparse(piece, pen.theme.pixels(CORNER_EVERY)), stroke)?;
    }
    Ok(())
}

fn closed(contour: &Polyline) -> Vec<[f64; 2]> {
    let back = contour.points.first().filter(|_| contour.closed);
    contour.points.iter().chain(back).copied().collect()
}

/// The window's corners, against the clock from the lower left.
fn corners(plot: &HillPlot) -> [[f64; 2]; 4] {
    let ([left, right], [low, high]) = (plot.window().x(), plot.window().y());
    [[left, low], [right, low], [right, high], [left, high]]
}

/// Each axis along the nearer of its two edges of the floor.
fn draw_floor_axes<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &HillPlot,
    [a, b, c, d]: [[f64; 2]; 4],
    axes: &Axes,
) -> DrawResult<(), DB> {
    let far = |edge: &[[f64; 2]; 2]| {
        let ends = edge.map(|at| plot.seen(plot.floor(at)).depth);
        ends[0] + ends[1]
    };
    let nearer = |one: [[f64; 2]; 2], other: [[f64; 2]; 2]| match far(&one) <= far(&other) {
        true => one,
        false => other,
    };
    draw_floor_axis(pen, plot, nearer([a, b], [d, c]), &axes.x, 0)?;
    draw_floor_axis(pen, plot, nearer([a, d], [b, c]), &axes.y, 1)
}

fn draw_floor_axis<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &HillPlot,
    edge: [[f64; 2]; 2],
    axis: &Axis,
    along: usize,
) -> DrawResult<(), DB> {
    let ends = edge.map(|at| plot.seen(plot.floor(at)).pixel);
    let length = distance(ends[0], ends[1]);
    if length < pen.theme.pixels(SHORTEST) {
        return Ok(());
    }
    let outward = outward(plot, ends);
    let range = [plot.window().x(), plot.window().y()][along];
    let every = pen.theme.pixels(TICK_EVERY);
    let labelling = Labelling::new(range);
    for tick in labelling.ticks(((length / every) as usize).max(2)) {
        let mut at = edge[0];
        at[along] = tick.value;
        let foot = plot.seen(plot.floor(at)).pixel;
        draw_tick(pen, foot, outward, &tick)?;
    }
    let middle = [0, 1].map(|side| 0.5 * (ends[0][side] + ends[1][side]));
    let name = labelling.name(axis.name);
    let (kind, size) = match is_short(&name) {
        true => (Kind::Name, NAME),
        false => (Kind::Plain, 1.0),
    };
    let look = Lettering {
        colour: pen.colour(axis.role),
        height: pen.theme.text() * size,
        anchor: (HPos::Center, VPos::Center),
        kind,
    };
    pen.text(&name, moved(pen, middle, outward, NAME_GAP), look)
}

/// Away from the floor's middle, square to one of its edges.
fn outward(plot: &HillPlot, ends: [Pixel; 2]) -> Pixel {
    let middle = plot.seen([0.0, 0.0, -super::scene::GAP]).pixel;
    let along = [ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]];
    let length = libm::hypot(along[0], along[1]);
    let square = [-along[1] / length, along[0] / length];
    let from = [ends[0][0] - middle[0], ends[0][1] - middle[1]];
    match square[0] * from[0] + square[1] * from[1] >= 0.0 {
        true => square,
        false => square.map(|part| -part),
    }
}

fn moved<DB: DrawingBackend>(pen: &Pen<DB>, at: Pixel, outward: Pixel, css: f64) -> Pixel {
    [0, 1].map(|side| at[side] + outward[side] * pen.theme.pixels(css))
}

fn draw_tick<DB: DrawingBackend>(
    pen: &Pen<DB>,
    foot: Pixel,
    outward: Pixel,
    tick: &Tick,
) -> DrawResult<(), DB> {
    let line = Stroke::new(pen.colour(Role::Muted), 1.0);
    pen.path(&[foot, moved(pen, foot, outward, 4.0)], line)?;
    let (horizontal, gap) = match outward[0] {
        right if right > 0.5 => (HPos::Left, SIDE_GAP),
        left if left < -0.5 => (HPos::Right, SIDE_GAP),
        _ => (HPos::Center, LABEL_GAP),
    };
    let at = moved(pen, foot, outward, gap);
    pen.text(&tick.label, at, label(pen, horizontal))
}

fn label<DB: DrawingBackend>(pen: &Pen<DB>, horizontal: HPos) -> Lettering {
    Lettering {
        colour: pen.colour(Role::Muted),
        height: pen.theme.text(),
        anchor: (horizontal, VPos::Center),
        kind: Kind::Plain,
    }
}

/// The axis of J on the corner farthest to the left.
fn draw_upright_axis<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &HillPlot,
    surface: &Surface,
) -> DrawResult<(), DB> {
    let left = corners(plot).into_iter().min_by(|&one, &other| {
        let x = |at| plot.seen(plot.floor(at)).pixel[0];
        x(one).total_cmp(&x(other))
    });
    let Some(corner) = left else { return Ok(()) };
    let place = |height: f64| plot.seen(plot.scene(corner, height * HEIGHT)).pixel;
    let length = distance(place(0.0), place(1.0));
    if length < pen.theme.pixels(SHORTEST_UPRIGHT) {
        return Ok(());
    }
    let floor = plot.seen(plot.floor(corner)).pixel;
    let line = Stroke::new(pen.colour(Role::Muted), 1.0);
    pen.path(&[place(0.0), place(1.0)], line)?;
    pen.dashes([place(0.0), floor], [2.0, 4.0], line)?;
    let about = ((length / pen.theme.pixels(34.0)) as usize).clamp(2, 5);
    for (value, text) in upright_ticks(surface, about) {
        let [x, y] = place(surface.scale.height(value));
        let out = pen.theme.pixels(4.0);
        pen.path(&[[x, y], [x - out, y]], line)?;
        pen.text(&text, [x - 1.8 * out, y], label(pen, HPos::Right))?;
    }
    let [x, y] = place(1.0);
    let look = Lettering {
        colour: pen.colour(Role::Ink),
        height: pen.theme.text() * 1.25,
        anchor: (HPos::Center, VPos::Bottom),
        kind: Kind::Name,
    };
    pen.text("J", [x, y - pen.theme.pixels(6.0)], look)
}

/// Values of J with their texts: round ones, or where heights are compressed the
/// values at evenly spaced heights to one digit.
fn upright_ticks(surface: &Surface, about: usize) -> Vec<(f64, String)> {
    let scale = &surface.scale;
    if !scale.are_compressed() {
        let round = ticks(scale.range(), about).into_iter();
        return round.map(|tick| (tick.value, tick.label)).collect();
    }
    let [low, high] = scale.range();
    let one_digit = |value: f64| format!("{value:.0e}").parse().unwrap_or(value);
    let mut values: Vec<f64> = (0..=about)
        .map(|index| one_digit(scale.value(index as f64 / about as f64)))
        .filter(|value| (low..=high).contains(value))
        .collect();
    values.dedup();
    let text = |value| (value, significant(value, 1));
    values.into_iter().map(text).collect()
}
