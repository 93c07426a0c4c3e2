//! The surface as pixels: colour for the eye, depth for what else is drawn.

use crate::landscape::{Relief, Surface};

use super::super::palette::Colour;
use super::super::ramp::Ramp;
use super::super::theme::Theme;
use super::scene::{HEIGHT, HillPlot};

/// How far away the surface is at every pixel, rows from the top.
#[derive(Clone, Debug)]
pub struct Solid {
    width: usize,
    /// Infinite where there is no surface.
    depths: Vec<f32>,
}

/// What a surface is coloured by.
#[derive(Clone, Copy, Debug)]
pub struct Shades<'a> {
    /// The colour map's scale; none colours all of it alike.
    pub relief: Option<&'a Relief>,
    /// The colour map.
    pub ramp: Ramp,
}

impl Solid {
    /// How far away the surface is at a pixel; infinite beside it.
    pub fn depth(&self, [x, y]: [f64; 2]) -> f64 {
        if !(0.0..self.width as f64).contains(&x) || y.is_nan() || y < 0.0 {
            return f64::INFINITY;
        }
        let depth = self.depths.get(y as usize * self.width + x as usize);
        depth.map_or(f64::INFINITY, |&depth| f64::from(depth))
    }
}

/// The place on the colour map of ground that is not coloured.
const PLAIN: f64 = 0.7;
/// Shades of a colour, dark to light.
const LIGHTS: usize = 32;
/// Where the light comes from as the viewer has it: right, up, towards.
const LIGHT: [f64; 3] = [-0.48, 0.66, 0.58];
const SHADOW: u32 = 0x0a1a26;
const WHITE: u32 = 0xffffff;
/// How much darker than its colour a slope in the shade is, and how much nearer to
/// white one in the light.
const SHADE: f64 = 0.42;
const SHINE: f64 = 0.22;

/// A corner of a triangle: pixel, depth, place on the colour map and light.
#[derive(Clone, Copy)]
struct Corner {
    at: [f32; 2],
    /// Depth, colour × 255, light × (LIGHTS − 1).
    carried: [f32; 3],
}

/// The surface as `4 * width * height` bytes, red, green, blue and opacity (0 or
/// 255), rows from the top, and how deep it is at each pixel. Ground without a
/// height is left out.
pub fn surface_pixels(
    plot: &HillPlot,
    surface: &Surface,
    shades: Shades,
    theme: &Theme,
) -> (Vec<u8>, Solid) {
    let [width, height] = plot.size().map(|side| side as usize);
    let mut canvas = Canvas {
        width,
        height,
        colours: colours(shades.ramp, theme),
        pixels: vec![[0; 4]; width * height],
        depths: vec![f32::INFINITY; width * height],
    };
    let corners = corners(plot, surface, shades);
    let columns = surface.grid.columns;
    for row in corners.windows(2 * columns).step_by(columns) {
        let (below, above) = row.split_at(columns);
        for column in 0..columns - 1 {
            let [from, right] = [below[column], below[column + 1]];
            let [up, to] = [above[column], above[column + 1]];
            canvas.fill([from, right, to]);
            canvas.fill([from, to, up]);
        }
    }
    let solid = Solid {
        width,
        depths: canvas.depths,
    };
    (canvas.pixels.into_flattened(), solid)
}

/// Every colour of the map in every light.
fn colours(ramp: Ramp, theme: &Theme) -> Vec<[u8; 4]> {
    let table = ramp.table(theme.mode());
    let lights = (0..LIGHTS).map(|light| light as f64 / (LIGHTS - 1) as f64);
    lights
        .flat_map(|light| {
            let (end, part) = match light < 0.5 {
                true => (SHADOW, SHADE * (1.0 - 2.0 * light)),
                false => (WHITE, SHINE * (2.0 * light - 1.0)),
            };
            let (end, part) = (Colour::hex(end), (part * 256.0) as u16);
            // Whole numbers: there are many, and they are wanted for every frame.
            let mix = |from: u8, to: u8| {
                ((u16::from(from) * (256 - part) + u16::from(to) * part) >> 8) as u8
            };
            table.map(|Colour { rgb }| {
                let [red, green, blue] = [0, 1, 2].map(|index| mix(rgb[index], end.rgb[index]));
                [red, green, blue, 255]
            })
        })
        .collect()
}

fn corners(plot: &HillPlot, surface: &Surface, shades: Shades) -> Vec<Corner> {
    let grid = &surface.grid;
    let places: Vec<f64> = match shades.relief {
        Some(relief) => relief.heights(&grid.values).collect(),
        None => vec![PLAIN; grid.values.len()],
    };
    (0..grid.rows * grid.columns)
        .map(|index| {
            let (column, row) = (index % grid.columns, index / grid.columns);
            let at = grid.position(column, row);
            let [x, y, depth] = plot.place(at, surface.heights[index]);
            let light = light(plot, surface, [column, row]);
            Corner {
                at: [x as f32, y as f32],
                carried: [
                    depth as f32,
                    (255.0 * places[index]) as f32,
                    (light * (LIGHTS - 1) as f64) as f32,
                ],
            }
        })
        .collect()
}

/// How much light falls on a point of the surface: 0 none, ½ as on level ground, 1 all.
fn light(plot: &HillPlot, surface: &Surface, [column, row]: [usize; 2]) -> f64 {
    let (columns, rows) = (surface.grid.columns, surface.grid.rows);
    let height = |column: usize, row: usize| surface.heights[row * columns + column];
    let ends = |index: usize, count: usize| [index.saturating_sub(1), (index + 1).min(count - 1)];
    let ([left, right], [below, above]) = (ends(column, columns), ends(row, rows));
    let [across, deep] = plot.sides();
    let run_x = (right - left) as f64 * across / (columns - 1) as f64;
    let run_y = (above - below) as f64 * deep / (rows - 1) as f64;
    let slope_x = HEIGHT * (height(right, row) - height(left, row)) / run_x;
    let slope_y = HEIGHT * (height(column, above) - height(column, below)) / run_y;
    if !(slope_x.is_finite() && slope_y.is_finite()) {
        return 0.5;
    }
    let falls = |normal: [f64; 3]| {
        let seen = plot.facing(normal);
        let length = libm::sqrt(normal.iter().map(|part| part * part).sum());
        (0..3).map(|axis| seen[axis] * LIGHT[axis]).sum::<f64>() / length
    };
    let level = falls([0.0, 0.0, 1.0]);
    (0.5 + 0.62 * (falls([-slope_x, -slope_y, 1.0]) - level)).clamp(0.0, 1.0)
}

struct Canvas {
    width: usize,
    height: usize,
    colours: Vec<[u8; 4]>,
    pixels: Vec<[u8; 4]>,
    depths: Vec<f32>,
}

impl Canvas {
    /// Fills a triangle whose corners run against the clock seen from above; one that
    /// shows its lower side, or has no place, is left out.
    fn fill(&mut self, corners: [Corner; 3]) {
        let [a, b, c] = corners.map(|corner| corner.at);
        let area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        // y runs downwards, so against the clock is below zero.
        if area >= 0.0 || area.is_nan() {
            return;
        }
        // What is carried is linear in the picture: its change to the right and downwards.
        let change = |end: [f32; 2], other: [f32; 2], axis: usize| {
            [0, 1, 2].map(|index| {
                let [from, to, side] =
                    [corners[0], corners[1], corners[2]].map(|corner| corner.carried[index]);
                ((to - from) * other[axis] - (side - from) * end[axis]) / area
            })
        };
        let (end, other) = ([b[0] - a[0], b[1] - a[1]], [c[0] - a[0], c[1] - a[1]]);
        let right = change(end, other, 1);
        let down = change(end, other, 0).map(|part| -part);
        let low = a[1].min(b[1]).min(c[1]);
        let high = a[1].max(b[1]).max(c[1]);
        for row in first(low)..first(high).min(self.height) {
            let y = row as f32 + 0.5;
            let Some([left, end]) = span([a, b, c], y) else {
                continue;
            };
            let start = first(left);
            let from = [start as f32 + 0.5 - a[0], y - a[1]];
            let mut carried =
                [0, 1, 2].map(|i| corners[0].carried[i] + right[i] * from[0] + down[i] * from[1]);
            for column in start..first(end).min(self.width) {
                self.dot(row * self.width + column, carried);
                for (part, change) in carried.iter_mut().zip(right) {
                    *part += change;
                }
            }
        }
    }

    fn dot(&mut self, at: usize, [depth, colour, light]: [f32; 3]) {
        if depth < self.depths[at] {
            self.depths[at] = depth;
            // Casts saturate, and turn NaN into 0.
            let light = ((light + 0.5) as usize).min(LIGHTS - 1);
            self.pixels[at] = self.colours[light * 256 + usize::from((colour + 0.5) as u8)];
        }
    }
}

/// The first pixel whose middle is not before a place.
fn first(place: f32) -> usize {
    (place + 0.5) as usize
}

/// Where a triangle begins and ends on a row.
fn span(corners: [[f32; 2]; 3], y: f32) -> Option<[f32; 2]> {
    let mut ends = [f32::INFINITY, f32::NEG_INFINITY];
    for (from, to) in [(0, 1), (1, 2), (2, 0)] {
        let (from, to) = (corners[from], corners[to]);
        if (from[1] <= y) != (to[1] <= y) {
            let x = from[0] + (to[0] - from[0]) * ((y - from[1]) / (to[1] - from[1]));
            ends = [ends[0].min(x), ends[1].max(x)];
        }
    }
    (ends[0] <= ends[1]).then_some(ends)
}
