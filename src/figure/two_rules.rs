//! Simultaneous against sequential updates: two small maps, a step close up, and the map
//! of starts.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::{axes, axis_names, known_minima, map_plot, scaled_plot};
use super::walk::step_from;
use super::{Figure, Format};
use crate::descent::{Plan, RULES};
use crate::lab::Session;
use crate::lab::instruments::OUTCOMES;
use crate::lab::words::two_rules as words;
use crate::landscape::Window;
use crate::view::{self, HalfStep, Plot, StartsMap};

/// Room around a step close up, as a part of it.
const ROOM: f64 = 0.45;

/// A step in turn on the shown plane.
struct Legs {
    from: [f64; 2],
    in_turn: [[f64; 2]; 2],
    first: usize,
    together: [f64; 2],
}

impl Figure {
    /// Draws the run of a rule. Where updates come in turn, the next step is drawn as its
    /// two legs.
    pub(super) fn draw_rule<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        rule: usize,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let (Some(plot), Some(companion)) = (
            map_plot(session, format),
            self.two_rules.runs().get(session, rule),
        ) else {
            return Ok(());
        };
        let generation = self.two_rules.runs().generation();
        let in_turn = rule == 1;
        if in_turn && companion.stop.is_none() {
            let legs = legs(session, (companion.iteration, companion.point()));
            let step = half_step(session, &legs, false);
            view::draw_half_step(area, &plot, &step, &format.theme)?;
        }
        let slot = &mut self.companions[rule];
        let shown = (generation, &companion);
        Figure::draw_companion(slot, session, shown, !in_turn, &plot, area, format)
    }

    /// Draws the next step of the sequential run close up, and beside it the step that
    /// gradient descent would take from there.
    pub(super) fn draw_half_step<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(companion) = self.two_rules.runs().get(session, 1) else {
            return Ok(());
        };
        let legs = legs(session, companion.footing());
        let [x, y] = axis_names(session);
        let axes = axes(&x, &y, session);
        let points = [legs.from, legs.together, legs.in_turn[0], legs.in_turn[1]];
        let Some(window) = view::window_around(points, ROOM) else {
            return Ok(());
        };
        let Some(plot) = scaled_plot(session, window, &axes, format) else {
            return Ok(());
        };
        let ground = view::Ground {
            contours: &[],
            minima: &[],
            axes,
        };
        view::draw_ground(area, &plot, &ground, &format.theme)?;
        let step = half_step(session, &legs, true);
        view::draw_half_step(area, &plot, &step, &format.theme)?;
        view::draw_stand(area, &plot, legs.from, session.selected(), &format.theme)
    }

    /// Draws the map of starts as far as it is known.
    pub(super) fn draw_starts<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let (Some(comparison), [x, y]) = (self.two_rules.comparison(), axis_names(session)) else {
            return Ok(());
        };
        let axes = axes(&x, &y, session);
        let window: Window = comparison.window();
        let Some(plot) = Plot::new(format.size, window, &axes, &format.theme) else {
            return Ok(());
        };
        let side = comparison.side();
        let outcomes: Vec<Option<usize>> = (0..side * side)
            .map(|place| {
                let outcome = comparison.outcome_near(place % side, place / side)?;
                OUTCOMES.iter().position(|listed| *listed == outcome)
            })
            .collect();
        let minima = match session.shows("minima") {
            true => known_minima(session),
            false => Vec::new(),
        };
        let map = StartsMap {
            side,
            outcomes: &outcomes,
            minima: &minima,
            start: session
                .plane()
                .project(&session.starts()[session.selected()]),
            axes,
        };
        view::draw_starts_map(area, &plot, &map, &format.theme)
    }

    /// The start under a place of the map of starts, in CSS pixels.
    pub fn pick_start(
        &self,
        session: &Session,
        format: &Format,
        css: [f64; 2],
    ) -> Option<Vec<f64>> {
        let comparison = self.two_rules.comparison()?;
        let [x, y] = axis_names(session);
        let axes = axes(&x, &y, session);
        let plot = Plot::new(format.size, comparison.window(), &axes, &format.theme)?;
        let place = plot.from_pixel(css.map(|side| side * format.theme.pixel_ratio()))?;
        Some(comparison.nearest_start(place))
    }
}

fn legs(session: &Session, (iteration, at): (u32, Vec<f64>)) -> Legs {
    let plane = session.plane();
    let [together, end] = [0, 1].map(|rule| {
        let plan = Plan {
            rule: &RULES[rule],
            ..*session.runs()[session.selected()].plan()
        };
        let led = step_from(session, &plan, iteration, &at);
        plane.project(&led)
    });
    let from = plane.project(&at);
    // Parameters move in their order, whichever axis shows them.
    let first = usize::from(plane.axes[0] > plane.axes[1]);
    let mut half = from;
    half[first] = end[first];
    Legs {
        from,
        in_turn: [half, end],
        first,
        together,
    }
}

fn half_step<'a>(session: &Session, legs: &Legs, is_close: bool) -> HalfStep<'a> {
    HalfStep {
        from: legs.from,
        together: is_close.then_some(legs.together),
        in_turn: legs.in_turn,
        first: legs.first,
        parameters: session.axes(),
        words: if is_close { words::PLACES } else { [""; 3] },
    }
}
