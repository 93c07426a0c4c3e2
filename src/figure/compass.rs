//! The compass's dial, its needle on the map, and the steps by hand.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::{axes, axis_names};
use super::hit::place_of;
use super::{Figure, Format};
use crate::lab::{Session, words};
use crate::view::{self, Dial, HandPicture, Needle, Plot};

impl Figure {
    /// Draws the dial of the compass.
    pub fn draw_compass<DB: DrawingBackend>(
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let compass = session.look(&session.feet());
        let [x, y] = axis_names(session);
        let report = session.compass();
        let [down, up] = words::compass::LOBES;
        let dial = Dial {
            gradient: compass.gradient(),
            needle: compass.unit(report.direction),
            one_axis: compass.has_one_axis(),
            marked: report.marked,
            axes: axes(&x, &y, session),
            lobes: [down, up],
            reach: &report.reach,
        };
        view::draw_dial(area, format.size, &dial, &format.theme)
    }

    /// Where the knob of the dial stands, in CSS pixels.
    pub fn knob_place(session: &Session, format: &Format) -> Option<[f64; 2]> {
        let towards = session.look(&session.feet()).unit(session.direction());
        let pixel = view::dial_knob(format.size, &format.theme, towards)?;
        Some(pixel.map(|side| side / format.theme.pixel_ratio()))
    }

    /// The direction from the middle of the dial to a place of it, in CSS pixels.
    pub fn direction_at(format: &Format, css: [f64; 2]) -> Option<f64> {
        let pixel = css.map(|side| side * format.theme.pixel_ratio());
        view::dial_direction(format.size, &format.theme, pixel)
    }
}

/// Draws the needle, while the compass or the fog is open, and the steps by hand.
pub(super) fn draw_hand<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    format: &Format,
) -> DrawResult<(), DB> {
    let hand = session.hand();
    let points = hand.as_ref().map_or(&[][..], |walk| &walk.points);
    let path: Vec<[f64; 2]> = points
        .iter()
        .map(|point| place_of(session, point))
        .collect();
    let turning = session.shows("compass") || session.in_fog();
    // In fog nothing else on the map tells these numbers.
    let values = match session.in_fog() && session.shows("labels") {
        true => session.feet_texts(),
        false => Vec::new(),
    };
    let picture = HandPicture {
        path: &path,
        joined: session.subject().dimension() > 1,
        needle: turning.then(|| needle(session)),
        values: &values,
    };
    view::draw_hand(area, plot, &picture, &format.theme)
}

fn needle(session: &Session) -> Needle {
    let feet = session.feet();
    let compass = session.look(&feet);
    let from = place_of(session, &feet);
    let reach = compass.step(session.alpha(), session.direction(), &feet);
    Needle {
        from,
        towards: compass.unit(session.direction()),
        reach: reach.map(|to| match compass.has_one_axis() {
            // Only w moves; where that leads on the curve is seen after the step.
            true => [to[0], from[1]],
            false => place_of(session, &to),
        }),
    }
}
