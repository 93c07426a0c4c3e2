//! The ground of a tilted plane, sampled once.

use super::{Field, Format};
use crate::cost::Cost;
use crate::landscape::{Grid, Polyline, Relief, Tilted, Window, contours};
use crate::view::{self, Plot, Ramp};

/// The ground of one plane, and what it depends on.
pub(super) struct TiltedGround {
    subject: u64,
    plane: Tilted,
    window: Window,
    samples: [usize; 2],
    grid: Grid,
    relief: Relief,
    pub(super) contours: Vec<Polyline>,
}

/// How closely a ground is looked at.
pub(super) struct Fineness {
    /// Picture pixels between samples of the cost, before the theme's scale.
    pub(super) every: f64,
    /// The most samples along a side.
    pub(super) most: usize,
    /// About so many contours.
    pub(super) contours: usize,
}

impl TiltedGround {
    /// The ground kept in a slot, or a new one where it no longer fits. A subject has one
    /// `cost` on one plane.
    pub(super) fn of<'a>(
        slot: &'a mut Option<TiltedGround>,
        (subject, cost): (u64, &dyn Cost),
        plane: &Tilted,
        fineness: &Fineness,
        plot: &Plot,
        format: &Format,
    ) -> &'a TiltedGround {
        let window = plot.window();
        let samples = plot.area().map(|side| {
            let wanted = side / format.theme.pixels(fineness.every);
            (wanted as usize).clamp(2, fineness.most)
        });
        let fits = |old: &TiltedGround| {
            old.subject == subject
                && old.plane == *plane
                && old.window == window
                && old.samples == samples
        };
        let fresh = slot.take().filter(fits).unwrap_or_else(|| {
            let grid = plane.sample(cost, window, samples[0], samples[1]);
            let relief = Relief::new(&grid);
            TiltedGround {
                subject,
                plane: plane.clone(),
                window,
                samples,
                contours: contours(&grid, &relief.levels(fineness.contours)),
                relief,
                grid,
            }
        });
        slot.insert(fresh)
    }

    /// The colours under the lines of a plot.
    pub(super) fn colours(&self, plot: &Plot, format: &Format) -> Field {
        let rectangle = plot.rectangle();
        let size = [rectangle[2] as usize, rectangle[3] as usize];
        let ramp = Ramp::default();
        let rgba = view::field(&self.grid, &self.relief, ramp, &format.theme, size);
        Field { rectangle, rgba }
    }
}
