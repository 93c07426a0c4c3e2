//! The map in the colours of basins.

use super::ground::map_plot;
use super::{Field, Figure, Format};
use crate::lab::Session;
use crate::landscape::{Basins, COARSEST, Fate, Rest};
use crate::view::{self, Basin, Plot, SHADES};

/// Steps taken before the first picture of basins is drawn: about a millisecond's worth.
const FIRST: u32 = 5_000;
/// Steps taken for a picture that is drawn once: about half a second's worth.
const ONCE: u32 = 2_000_000;
/// A table of shades for more numbers of steps than this would cost more than it saves.
const MOST_SHADED: u32 = 1 << 16;

/// Basins as far as they are known, for a canvas that is laid under the map's lines.
pub struct BasinsPicture {
    /// Left, top, width and height of the map's window in its picture, in CSS pixels.
    pub place: [f64; 4],
    /// How many pixels the canvas has across and down: one for each start known.
    pub size: [u32; 2],
    /// Red, green, blue and 255 for each of them, rows from the top.
    pub rgba: Vec<u8>,
}

impl Figure {
    /// Works for about so many steps towards the basins as they were last drawn; gives
    /// whether there is more to do.
    pub fn work_basins(&mut self, session: &Session, steps: u32) -> bool {
        let plot = |format| map_plot(session, &format);
        match self.basins_format.and_then(plot) {
            Some(plot) => self.basins_of(session, &plot, 1, steps),
            None => false,
        }
    }

    /// Starts lie so many pixels apart, and a little more, so that every pass fills the map.
    fn basins_of(&mut self, session: &Session, plot: &Plot, apart: u32, steps: u32) -> bool {
        let [.., width, height] = plot.rectangle();
        let sides = [width, height].map(|side| {
            let starts = (side / apart) as usize;
            (starts / COARSEST * COARSEST).max(COARSEST)
        });
        self.basins.work(session, plot.window(), sides, steps)
    }

    /// The basins as far as known, with starts a pixel apart in the end; the coarsest are
    /// computed if nothing is. `None` if the map shows none.
    pub fn basins_picture(&mut self, session: &Session, format: &Format) -> Option<BasinsPicture> {
        if !session.shows_basins() {
            return None;
        }
        let plot = map_plot(session, format)?;
        self.basins_format = Some(*format);
        self.basins_of(session, &plot, 1, 0);
        while self.basins.basins()?.fineness().is_none() {
            self.basins_of(session, &plot, 1, FIRST);
        }
        let basins = self.basins.basins()?;
        let apart = basins.fineness().unwrap_or(COARSEST);
        let [columns, rows] = basins.sides().map(|side| side / apart);
        let rgba = view::basins_field(
            &shown(basins, apart),
            columns,
            &format.theme,
            [columns, rows],
        );
        let css = |pixels: u32| f64::from(pixels) / format.theme.pixels(1.0);
        Some(BasinsPicture {
            place: plot.rectangle().map(css),
            size: [columns, rows].map(|side| side as u32),
            rgba,
        })
    }

    /// All basins, for a picture that is drawn once: with starts so many pixels apart.
    pub(super) fn whole_basins(
        &mut self,
        session: &Session,
        format: &Format,
        apart: u32,
    ) -> Option<Field> {
        if !session.shows_basins() {
            return None;
        }
        let plot = map_plot(session, format)?;
        self.basins_of(session, &plot, apart, ONCE);
        let basins = self.basins.basins()?;
        let [columns, _] = basins.sides();
        let rectangle = plot.rectangle();
        let [.., width, height] = rectangle.map(|side| side as usize);
        let rgba = view::basins_field(&shown(basins, 1), columns, &format.theme, [width, height]);
        Some(Field { rectangle, rgba })
    }
}

/// Every so many-th cell along each side, row by row, the highest first.
fn shown(basins: &Basins, apart: usize) -> Vec<Basin> {
    let [columns, rows] = basins.sides();
    let shade = shades(basins.steps_range().unwrap_or_default());
    let fates: Vec<Shown> = basins.fates().map(Shown::of).collect();
    let mut cells = Vec::with_capacity(columns.div_ceil(apart) * rows.div_ceil(apart));
    // For every pixel: in code that is made small, iterators would be calls of their own.
    for row in (0..rows).step_by(apart).rev() {
        let mut column = 0;
        while column < columns {
            cells.push(match basins.end_near(column, row) {
                Some((fate, steps)) => match fates[fate] {
                    Shown::Valley(number) => Basin::valley(number, shade(steps)),
                    Shown::Other(basin) => basin,
                },
                None => Basin::UNKNOWN,
            });
            column += apart;
        }
    }
    cells
}

/// How the starts of a fate are shown.
enum Shown {
    /// In the colour of the valley with this number, in a shade.
    Valley(u16),
    Other(Basin),
}

impl Shown {
    fn of(fate: Fate) -> Shown {
        match fate {
            Fate::Rest(Rest::Valley(number)) => Shown::Valley(number as u16),
            Fate::Rest(_) | Fate::Limit | Fate::Walking => Shown::Other(Basin::ELSEWHERE),
            Fate::Diverged => Shown::Other(Basin::DIVERGED),
            Fate::NoGround => Shown::Other(Basin::UNKNOWN),
        }
    }
}

/// How pale a walk of some steps is among those of this range: on a logarithmic scale, as
/// most walks are short.
fn shades(range: [u32; 2]) -> impl Fn(u32) -> u8 {
    let [low, high] = range.map(|end| f64::from(end).ln_1p());
    let shade = move |steps: u32| {
        let part = (f64::from(steps).ln_1p() - low) / (high - low);
        // The only walks there are make the part NaN, which a cast turns into 0.
        (part.clamp(0.0, 1.0) * f64::from(SHADES - 1)).round() as u8
    };
    let table: Vec<u8> = (0..=range[1].min(MOST_SHADED)).map(shade).collect();
    move |steps| match table.get(steps as usize) {
        Some(known) => *known,
        None => shade(steps),
    }
}
