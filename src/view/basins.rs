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
        number: usize,
        /// How long it takes, from 0 for the shortest walk of the map to 1 for the longest.
        duration: f64,
    },
    /// Its walk does not come to rest in a valley.
    Elsewhere,
    /// Its walk diverges.
    Diverged,
    /// There is no ground, or nothing is known.
    Unknown,
}

/// How much of its colour a start of the longest walk gives way to paper.
const PALEST: f64 = 0.8;
/// How wide the line between two basins is, in CSS pixels.
const EDGE: f64 = 1.0;

/// `4 * width * height` bytes, red, green, blue and 255, rows from the top. `cells` are
/// so many columns, row by row, the lowest first.
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
    let reach = (theme.pixels(EDGE) as usize).max(1);
    let at = |column: usize, row: usize| {
        let column = column.min(width - 1) * columns / width;
        let row = (height - 1 - row.min(height - 1)) * rows / height;
        cells[row * columns + column]
    };
    let mut pixels = Vec::with_capacity(width * height);
    for row in 0..height {
        for column in 0..width {
            let here = at(column, row);
            let neighbours = [at(column + reach, row), at(column, row + reach)];
            pixels.push(match here {
                _ if neighbours.iter().any(|there| divides(here, *there)) => edge,
                Basin::Valley { number, duration } => {
                    let colour = theme.colour(Role::Valley(number));
                    colour.towards(paper, PALEST * duration).rgba()
                }
                Basin::Elsewhere => elsewhere,
                Basin::Diverged => diverged.pixel(column, row),
                Basin::Unknown => hatch.pixel(column, row),
            });
        }
    }
    pixels.into_flattened()
}

/// Whether a line runs between two places.
fn divides(here: Basin, there: Basin) -> bool {
    match (here, there) {
        (Basin::Valley { number: here, .. }, Basin::Valley { number: there, .. }) => here != there,
        (Basin::Valley { .. }, _) | (_, Basin::Valley { .. }) => true,
        _ => false,
    }
}
