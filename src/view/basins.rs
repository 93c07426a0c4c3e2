//! Basins as colours: which valley every start comes to, one pixel at a time.

use super::hatch::Hatch;
use super::palette::Role;
use super::theme::Theme;

/// What is known of a start, as the place of its colour: [`SHADES`] places for starts that come to
/// no valley, and as many for each valley.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basin(u32);

/// How many shades a valley's colour has: more than an eye tells apart.
pub const SHADES: u8 = 1 << SHADE_BITS;
const SHADE_BITS: u32 = 6;
/// How much of its colour a start of the longest walk gives way to paper.
const PALEST: f64 = 0.8;
/// How wide the line between two basins is, in CSS pixels.
const EDGE: f64 = 1.0;

impl Basin {
    /// Its walk does not come to rest in a valley.
    pub const ELSEWHERE: Basin = Basin(0);
    /// Its walk diverges.
    pub const DIVERGED: Basin = Basin(1);
    /// There is no ground, or nothing is known.
    pub const UNKNOWN: Basin = Basin(2);

    /// Its walk comes to the valley with this number, from 0. The shade tells how long it takes,
    /// from 0 for the shortest walk of the map to [`SHADES`] − 1 for the longest.
    pub fn valley(number: u16, shade: u8) -> Basin {
        Basin((u32::from(number) + 1) << SHADE_BITS | u32::from(shade.min(SHADES - 1)))
    }

    /// Lines run between places on different sides: a valley is one, all that is none another.
    fn side(self) -> u32 {
        self.0 >> SHADE_BITS
    }
}

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
    let edge = theme
        .colour(Role::Ink)
        .towards(theme.colour(Role::Paper), 0.15)
        .rgba();
    let colours = colours(cells, theme);
    let reach = (theme.pixels(EDGE) as usize).max(1);
    let column_at: Vec<usize> = places(width, columns, reach);
    let row_at: Vec<usize> = places(height, rows, reach);
    let mut pixels = Vec::with_capacity(width * height);
    for row in 0..height {
        let here = &cells[row_at[row] * columns..][..columns];
        let below = &cells[row_at[row + reach] * columns..][..columns];
        for column in 0..width {
            let at = column_at[column];
            let basin = here[at];
            let right = here[column_at[column + reach]];
            let is_edge = basin.side() != below[at].side() || basin.side() != right.side();
            pixels.push(match basin {
                _ if is_edge => edge,
                Basin::DIVERGED => diverged.pixel(column, row),
                Basin::UNKNOWN => hatch.pixel(column, row),
                Basin(place) => colours[place as usize],
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

/// The colours of all places there are among the cells; those of hatched starts are not used.
fn colours(cells: &[Basin], theme: &Theme) -> Vec<[u8; 4]> {
    let mut sides = 0;
    for cell in cells {
        sides = sides.max(cell.side());
    }
    let paper = theme.colour(Role::Paper);
    let elsewhere = theme.colour(Role::Muted).towards(paper, 0.55).rgba();
    let mut colours = vec![elsewhere; usize::from(SHADES)];
    for number in 0..sides as usize {
        let colour = theme.colour(Role::Valley(number));
        let pale = |shade| PALEST * f64::from(shade) / f64::from(SHADES - 1);
        colours.extend((0..SHADES).map(|shade| colour.towards(paper, pale(shade)).rgba()));
    }
    colours
}
