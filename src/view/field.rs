//! The colour field: the ground's height as colour, one pixel at a time.
//!
//! A browser shows these bytes with one `putImageData`; through plotters the
//! same picture takes ten to a hundred times as long.

use std::ops::Range;

use crate::landscape::{Grid, Relief};

use super::hatch::Hatch;
use super::palette::Colour;
use super::ramp::Ramp;
use super::theme::Theme;

/// The field as `4 * width * height` bytes, red, green, blue and 255, rows from
/// the top, for the rectangle of a plot whose window is the grid's.
///
/// Costs become heights on the colour map at the grid's points and are
/// interpolated between them, so a pixel costs an addition and a look-up. Where
/// the cost has no finite value the ground is hatched.
pub fn field(
    grid: &Grid,
    relief: &Relief,
    ramp: Ramp,
    theme: &Theme,
    [width, height]: [usize; 2],
) -> Vec<u8> {
    let table = ramp.table(theme.mode()).map(Colour::rgba);
    let hatch = Hatch::no_ground(theme);
    let places: Vec<f32> = relief
        .heights(&grid.values)
        .zip(&grid.values)
        .map(|(height, value)| match value.is_finite() {
            true => (height * 255.0) as f32,
            false => f32::NAN,
        })
        .collect();
    let cells = cells(width, grid.columns);
    let per_pixel = (grid.columns - 1) as f32 / width as f32;
    let mut pixels = vec![[0; 4]; width * height];
    let mut line = vec![0.0; grid.columns];
    for (row, pixels) in pixels.chunks_exact_mut(width.max(1)).enumerate() {
        let from_below = between(height - 1 - row, height, grid.rows);
        blend_rows(&places, from_below, &mut line);
        for (ends, (columns, part)) in line.windows(2).zip(&cells) {
            let rise = ends[1] - ends[0];
            if rise.is_nan() {
                for column in columns.clone() {
                    pixels[column] = hatch.pixel(column, row);
                }
                continue;
            }
            // Half a colour more, because `as` cuts off.
            let mut place = ends[0] + rise * part + 0.5;
            for pixel in &mut pixels[columns.clone()] {
                *pixel = table[usize::from(place as u8)];
                place += rise * per_pixel;
            }
        }
    }
    pixels.into_flattened()
}

/// For every cell between two of the grid's columns: the pixels whose centres
/// lie in it, and how far the first of them is across the cell.
fn cells(width: usize, columns: usize) -> Vec<(Range<usize>, f32)> {
    let mut cells = vec![(0..0, 0.0); columns - 1];
    for pixel in 0..width {
        let (cell, part) = between(pixel, width, columns);
        match &mut cells[cell] {
            (pixels, first) if pixels.start == pixels.end => {
                (*pixels, *first) = (pixel..pixel + 1, part)
            }
            (pixels, _) => pixels.end = pixel + 1,
        }
    }
    cells
}

/// The grid line before a pixel's centre, and how far the centre is from it.
fn between(pixel: usize, pixels: usize, lines: usize) -> (usize, f32) {
    let along = (pixel as f64 + 0.5) / pixels as f64 * (lines - 1) as f64;
    let before = (along as usize).min(lines.saturating_sub(2));
    (before, (along - before as f64) as f32)
}

fn blend_rows(places: &[f32], (row, part): (usize, f32), into: &mut [f32]) {
    let columns = into.len();
    let (below, above) = places[row * columns..(row + 2) * columns].split_at(columns);
    for ((into, below), above) in into.iter_mut().zip(below).zip(above) {
        *into = below + (above - below) * part;
    }
}
