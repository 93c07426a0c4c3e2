//! The map in the colours of basins.

use super::ground::map_plot;
use super::{Field, Figure, Format};
use crate::lab::Session;
use crate::landscape::{BasinCell, Fate, Rest};
use crate::view::{self, Basin, Plot};

/// CSS pixels to a start, along a side.
const CELL: f64 = 2.0;
/// Steps taken before the first picture of basins is drawn: about a frame's worth.
const FIRST: u32 = 20_000;

impl Figure {
    /// Takes about so many steps towards the basins of the map as it was last drawn; gives
    /// whether there is more to do.
    pub fn work_basins(&mut self, session: &Session, steps: u32) -> bool {
        let plot = |format| Some((map_plot(session, &format)?, format));
        match self.map.and_then(plot) {
            Some((plot, format)) => self.basins_of(session, &plot, &format, steps),
            None => false,
        }
    }

    fn basins_of(&mut self, session: &Session, plot: &Plot, format: &Format, steps: u32) -> bool {
        let starts = |side| (side / format.theme.pixels(CELL)) as usize;
        let cells = plot.area().map(starts);
        self.basins.work(session, plot.window(), cells, steps)
    }

    /// The basins as far as known; the coarsest are computed if nothing is.
    pub(super) fn basins_field(&mut self, session: &Session, format: &Format) -> Option<Field> {
        let plot = map_plot(session, format)?;
        self.basins_of(session, &plot, format, 0);
        if self.basins.basins()?.fineness().is_none() {
            self.basins_of(session, &plot, format, FIRST);
        }
        let basins = self.basins.basins()?;
        let [columns, rows] = basins.sides();
        let range = basins.steps_range().unwrap_or_default();
        let cells: Vec<Basin> = (0..columns * rows)
            .map(|place| basin(basins.cell_near(place % columns, place / columns), range))
            .collect();
        let rectangle = plot.rectangle();
        let size = [rectangle[2] as usize, rectangle[3] as usize];
        let rgba = view::basins_field(&cells, columns, &format.theme, size);
        Some(Field { rectangle, rgba })
    }
}

/// A start as the map shows it, between the fewest and the most steps of any.
fn basin(cell: Option<BasinCell>, range: [u32; 2]) -> Basin {
    let Some(BasinCell { fate, steps }) = cell else {
        return Basin::Unknown;
    };
    match fate {
        // Steps on a logarithmic scale, as most walks are short.
        Fate::Rest(Rest::Valley(number)) => Basin::Valley {
            number,
            duration: part(
                f64::from(steps).ln_1p(),
                range.map(|end| f64::from(end).ln_1p()),
            ),
        },
        Fate::Rest(_) | Fate::Limit | Fate::Walking => Basin::Elsewhere,
        Fate::Diverged => Basin::Diverged,
        Fate::NoGround => Basin::Unknown,
    }
}

/// How far a number is from the low end of a range to the high one, from 0 to 1.
fn part(number: f64, [low, high]: [f64; 2]) -> f64 {
    if high > low {
        ((number - low) / (high - low)).clamp(0.0, 1.0)
    } else {
        0.0
    }
}
