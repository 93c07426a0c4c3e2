//! Learning rates: four small maps, and the curve of steps over α.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::map_plot;
use super::{Figure, Format};
use crate::lab::Session;
use crate::lab::words::rates as words;
use crate::landscape::Pace;
use crate::view::{self, Axes, Axis, Plot, RateCurve, RateEnd, RateLine, Role};

/// The first slots of companions are those of the two rules.
const FIRST_SLOT: usize = 2;

const AXES: Axes = Axes {
    x: Axis {
        name: "α",
        role: Role::Alpha,
    },
    y: Axis {
        name: words::STEPS,
        role: Role::Muted,
    },
};

impl Figure {
    /// Draws the run with one of the four learning rates, if it was found.
    pub(super) fn draw_rate<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        rate: usize,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let runs = self.rates.runs();
        let companion = self
            .rates
            .run_of(rate)
            .and_then(|run| runs.get(session, run));
        let (Some(plot), Some(companion)) = (map_plot(session, format), companion) else {
            return Ok(());
        };
        let slot = &mut self.companions[FIRST_SLOT + rate];
        let shown = (runs.generation(), &companion);
        Figure::draw_companion(slot, session, shown, false, &plot, area, format)
    }

    /// Draws the steps to converge over α, as far as known.
    pub(super) fn draw_rate_curve<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(plot) = self.rate_plot(session, format) else {
            return Ok(());
        };
        let known = self.rates.lines();
        let rates: Vec<Vec<(f64, RateEnd)>> = known
            .iter()
            .map(|(_, paces)| paces.iter().map(|pace| (pace.alpha, end(pace))).collect())
            .collect();
        let lines: Vec<RateLine> = known
            .iter()
            .zip(&rates)
            .map(|((run, _), rates)| RateLine { run: *run, rates })
            .collect();
        let edges: Vec<f64> = self.rates.edges().iter().map(|edge| edge.alpha).collect();
        let curve = RateCurve {
            lines: &lines,
            edges: &edges,
            present: self.present_rate(session),
            axes: AXES,
            rows: words::ROWS,
        };
        view::draw_rate_curve(area, &plot, &curve, &format.theme)
    }

    fn rate_plot(&self, session: &Session, format: &Format) -> Option<Plot> {
        let window = view::rate_window(self.rates.range()?, session.step_limit())?;
        Plot::new(format.size, window, &AXES, &format.theme)
    }

    fn present_rate(&self, session: &Session) -> (f64, Option<RateEnd>) {
        (session.alpha(), self.rates.present().as_ref().map(end))
    }

    /// The α under a place of the curve in CSS pixels, with two digits.
    pub fn pick_rate(&self, session: &Session, format: &Format, x: f64) -> Option<f64> {
        let plot = self.rate_plot(session, format)?;
        let alpha = view::rate_at(&plot, x * format.theme.pixel_ratio());
        format!("{alpha:.1e}").parse().ok()
    }

    /// Where the handle of the session's α stands on the curve, in CSS pixels.
    pub fn rate_place(&self, session: &Session, format: &Format) -> Option<[f64; 2]> {
        let plot = self.rate_plot(session, format)?;
        let place = view::rate_place(&plot, self.present_rate(session))?;
        Some(place.map(|side| side / format.theme.pixel_ratio()))
    }
}

fn end(pace: &Pace) -> RateEnd {
    match pace.steps() {
        Some(steps) => RateEnd::Settles(steps),
        None if pace.diverges() => RateEnd::Diverges,
        None => RateEnd::Unsettled,
    }
}
