//! The figure of a one-parameter cost: the curve J(w) with a walk on it.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::Format;
use super::fog;
use super::hit::place_of;
use super::walk::{next_point, values};
use crate::descent::Run;
use crate::lab::{Origin, Session};
use crate::landscape::Curve;
use crate::view::{self, Axes, CurveGround, Plot, Role, Tangent, Walk, Walker};

/// Samples of the curve: more than a picture has pixels in width.
const SAMPLES: usize = 1200;

pub(super) fn draw_ground<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    axes: Axes,
    format: &Format,
) -> DrawResult<(), DB> {
    let cost = session.subject().cost.as_ref();
    let range = match session.in_fog() {
        true => fog::seen(session, plot, format),
        false => Some(plot.window().x()),
    };
    let curve = range.map_or(Vec::new(), |range| {
        Curve::sample(cost, 0, &session.starts()[0], range, SAMPLES).points
    });
    let minima: Vec<[f64; 2]> = match session.subject().origin {
        Origin::Catalogue(sheet) if session.shows("minima") => sheet
            .minima
            .iter()
            .map(|minimum| [minimum.at[0], minimum.value])
            .collect(),
        _ => Vec::new(),
    };
    let ground = CurveGround {
        curve: &curve,
        minima: &minima,
        axes,
    };
    view::draw_curve(area, plot, &ground, &format.theme)
}

/// A run on the curve, as points (w, J).
struct Parts {
    path: [Vec<[f64; 2]>; 1],
    at: [f64; 2],
    slope: f64,
    next: Option<[f64; 2]>,
    values: Vec<String>,
}

pub(super) fn draw_walk<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    format: &Format,
    covered: Option<[f64; 4]>,
) -> DrawResult<(), DB> {
    let parts: Vec<Parts> = (0..session.runs().len())
        .map(|run| parts(session, run))
        .collect();
    let path = session.shows("path");
    let walkers: Vec<Walker> = parts
        .iter()
        .enumerate()
        .map(|(run, parts)| Walker {
            run,
            selected: run == session.selected(),
            path: if path { &parts.path } else { &[] },
            steps: if path { &parts.path[0] } else { &[] },
            at: parts.at,
            next: parts.next,
            values: if session.shows("labels") {
                &parts.values
            } else {
                &[]
            },
        })
        .collect();
    let tangents: Vec<Tangent> = parts
        .iter()
        .enumerate()
        .map(|(run, parts)| Tangent {
            role: Role::Run(run),
            at: parts.at,
            slope: parts.slope,
        })
        .collect();
    view::draw_curve_walk(
        area,
        plot,
        &Walk {
            walkers: &walkers,
            trails: &[],
            covered,
        },
        &tangents,
        &format.theme,
    )
}

/// Steps beyond this many lie too close on a curve to be told apart.
const MOST_STEPS: u32 = 2000;

/// The places on the curve that a run has been at.
pub(super) fn path(session: &Session, run: &Run, iteration: u32) -> Vec<[f64; 2]> {
    let mut path = Vec::new();
    run.visit(0, iteration.min(MOST_STEPS), |_, point| {
        path.push(place_of(session, point));
    });
    path
}

fn parts(session: &Session, run: usize) -> Parts {
    let readout = session.run_readout(run);
    let walks = readout.stopped.is_none() && run == session.selected();
    let shown = session.shows("arrow") || session.shows("ghost");
    Parts {
        path: [path(session, &session.runs()[run], readout.iteration)],
        at: place_of(session, &readout.point),
        slope: readout.gradient[0],
        next: (walks && shown).then(|| place_of(session, &next_point(session, &readout.point))),
        values: values(session, run),
    }
}
