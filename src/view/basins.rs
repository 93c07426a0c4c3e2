//! Basins as colours: which valley every start comes to, one pixel at a time.

use super::hatch::Hatch;
use super::palette::Role;
use super::theme::Theme;

/// What is known of a start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Basin {
    /// Its walk comes to the valley with this number.
    Valley {
        /// The valley's number, from 0: its colour.
        number: u16,
        /// How long it takes, from 0 for the shortest walk of the map to `SHADES` − 1 for the
        /// longest.
        shade: u8,
    },
    /// Its walk does not come to rest in a valley.
    Elsewhere,
    /// Its walk diverges.
    Diverged,
    /// There is no ground, or nothing is known.
    Unknown,
}

/// How many shades a valley's colour has: more than an eye tells apart.
pub const SHADES: u8 = 64;
/// How much of its colour a start of the longest walk gives way to paper.
const PALEST: f64 = 0.8;
/// How wide the line between two basins is, in CSS pixels.
const EDGE: f64 = 1.0;

/// `4 * width * height` bytes, red, green, blue and 255, rows from the top. `cells` are
/// so many columns, row by row, the highest first.
pub fn basins_field(
    cells: &[Basin],
    columns: usize,
    theme: &Theme,
    [width, height]: [usize; 2],
) -> Vec<u8> {
    let rows = cells.len() / columns.max(1);
    if rows == 0 {
        return vec![0; 4 * width * height];
    }
    let (hatch, diverged) = (Hatch::no_ground(theme), Hatch::diverged(theme));
    let (paper, ink) = (theme.colour(Role::Paper), theme.colour(Role::Ink));
    let elsewhere = theme.colour(Role::Muted).towards(paper, 0.55).rgba();
    let edge = ink.towards(paper, 0.15).rgba();
    let valleys = valley_colours(cells, theme);
    let reach = (theme.pixels(EDGE) as usize).max(1);
    let column_at: Vec<usize> = places(width, columns, reach);
    let row_at: Vec<usize> = places(height, rows, reach);
    let mut pixels = Vec::with_capacity(width * height);
    for row in 0..height {
        let here = &cells[row_at[row] * columns..][..columns];
        let below = &cells[row_at[row + reach] * columns..][..columns];
        for column in 0..width {
            let at = column_at[column];
            let side = side_of(here[at]);
            let right = here[column_at[column + reach]];
            let is_edge = side != side_of(below[at]) || side != side_of(right);
            pixels.push(match here[at] {
                _ if is_edge => edge,
                Basin::Valley { number, shade } => valleys[usize::from(number)][usize::from(shade)],
                Basin::Elsewhere => elsewhere,
                Basin::Diverged => diverged.pixel(column, row),
                Basin::Unknown => hatch.pixel(column, row),
            });
        }
    }
    pixels.into_flattened()
}

/// Which of `cells` along a side each of its pixels shows, and of `reach` more the last.
fn places(pixels: usize, cells: usize, reach: usize) -> Vec<usize> {
    let place = |pixel: usize| pixel.min(pixels - 1) * cells / pixels;
    (0..pixels + reach).map(place).collect()
}

/// The shades of each valley's colour.
fn valley_colours(cells: &[Basin], theme: &Theme) -> Vec<Vec<[u8; 4]>> {
    let number = |cell: &Basin| match cell {
        Basin::Valley { number, .. } => usize::from(*number) + 1,
        _ => 0,
    };
    let count = cells.iter().map(number).max().unwrap_or(0);
    let paper = theme.colour(Role::Paper);
    let shades = |number| {
        let colour = theme.colour(Role::Valley(number));
        let pale = |shade| PALEST * f64::from(shade) / f64::from(SHADES - 1);
        (0..SHADES)
            .map(|shade| colour.towards(paper, pale(shade)).rgba())
            .collect()
    };
    (0..count).map(shades).collect()
}

/// Lines run between places on different sides: a valley is one, all that is none another.
fn side_of(basin: Basin) -> u32 {
    match basin {
        Basin::Valley { number, .. } => u32::from(number) + 1,
        _ => 0,
    }
}
