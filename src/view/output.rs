//! What a model predicts, over the plane of two features, with the data on it.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::axes::{Rules, draw_axes};
use super::map::pixel_pieces;
use super::marker::HALO;
use super::palette::Role;
use super::pen::{Pen, Stroke};
use super::plot::{Axes, Plot};
use super::ramp::Ramp;
use super::theme::Theme;
use crate::landscape::{Grid, contours};

/// A model's output and the data it learns from.
#[derive(Clone, Copy, Debug)]
pub struct OutputPicture<'a> {
    /// The output at regularly spaced places of the plane of features.
    pub output: &'a Grid,
    /// The lowest and the highest colour's output.
    pub range: [f64; 2],
    /// The rows: both features, and y.
    pub rows: &'a [[f64; 3]],
    /// Names and units of the features.
    pub axes: Axes<'a>,
}

/// Shades from the lowest to the highest output.
const SHADES: usize = 24;

/// Draws the output in shades, the line where it is half way, and the rows: full discs where
/// y is above that, rings where it is not.
pub fn draw_output<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    picture: &OutputPicture,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_shades(&pen, plot, picture)?;
    draw_axes(&pen, plot, &picture.axes, Rules::Frame)?;
    let [low, high] = picture.range;
    let half = low * 0.5 + high * 0.5;
    for line in contours(picture.output, &[half]) {
        for piece in pixel_pieces(plot, &line.points, line.closed) {
            let halo = Stroke::new(pen.colour(Role::Paper), 4.4).faint(0.75);
            pen.path(&piece, halo)?;
            pen.path(&piece, Stroke::new(pen.colour(Role::Ink), 2.0))?;
        }
    }
    draw_rows(&pen, plot, picture.rows, half)
}

fn draw_shades<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    picture: &OutputPicture,
) -> DrawResult<(), DB> {
    let OutputPicture {
        output,
        range: [low, high],
        ..
    } = *picture;
    let shade = |value: f64| {
        let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
        part.is_finite()
            .then(|| (part * (SHADES - 1) as f64).round() as usize)
    };
    let [.., right, bottom] = plot.edges();
    let [width, height] = output.window.size();
    let half = [
        0.5 * width / (output.columns - 1) as f64,
        0.5 * height / (output.rows - 1) as f64,
    ];
    for (row, values) in output.values.chunks_exact(output.columns).enumerate() {
        let shades: Vec<Option<usize>> = values.iter().map(|value| shade(*value)).collect();
        let mut column = 0;
        for same in shades.chunk_by(|one, next| one == next) {
            let last = column + same.len() - 1;
            let [from, to] = [output.position(column, row), output.position(last, row)];
            let corners = [
                [from[0] - half[0], from[1] + half[1]],
                [to[0] + half[0], to[1] - half[1]],
            ];
            if let Some(shade) = same[0] {
                let place = shade as f64 / (SHADES - 1) as f64;
                let colour = Ramp::default().colour(pen.theme.mode(), place);
                let [from, to] = corners.map(|corner| plot.project(inside(plot, corner)));
                // A pixel under its neighbours, so that no gap is left in SVG.
                let to = [(to[0] + 1.0).min(right), (to[1] + 1.0).min(bottom)];
                pen.rectangle([from, to], Stroke::new(colour, 1.0))?;
            }
            column = last + 1;
        }
    }
    Ok(())
}

/// The nearest place of the plot's window.
fn inside(plot: &Plot, at: [f64; 2]) -> [f64; 2] {
    let [x, y] = [plot.window().x(), plot.window().y()];
    [at[0].clamp(x[0], x[1]), at[1].clamp(y[0], y[1])]
}

fn draw_rows<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    rows: &[[f64; 3]],
    half: f64,
) -> DrawResult<(), DB> {
    let radius = pen.theme.pixels(if rows.len() > 300 { 2.4 } else { 4.4 });
    let [ink, paper] = [Role::Ink, Role::Paper].map(|role| Stroke::new(pen.colour(role), 1.8));
    for &[x, across, y] in rows {
        let Some(at) = plot.to_pixel([x, across]) else {
            continue;
        };
        pen.disc(at, radius + pen.theme.pixels(HALO), paper)?;
        match y > half {
            true => pen.disc(at, radius, ink)?,
            false => pen.ring(at, radius, ink)?,
        }
    }
    Ok(())
}
