use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::map_plot;
use super::hit::place_of;
use super::{Figure, Format};
use crate::descent::Plan;
use crate::lab::Session;
use crate::landscape::{Plane, Trail, TrailPoint};
use crate::view::{self, Plot, Walk, Walker};

/// The runs' paths as one plane shows them, with pixels of one size.
pub(super) struct TrailCache {
    revision: u64,
    axes: [usize; 2],
    pixel: [f64; 2],
    runs: Vec<Trail>,
    last: Option<Trail>,
}

/// A walker's parts, owned.
struct Parts {
    path: Vec<Vec<[f64; 2]>>,
    steps: Vec<[f64; 2]>,
    at: [f64; 2],
    next: Option<[f64; 2]>,
    values: Vec<String>,
}

impl Figure {
    /// Draws the upper picture: paths, walkers, the next step, live values.
    pub fn draw_walk<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(plot) = map_plot(session, format) else {
            return Ok(());
        };
        super::rain::draw(session, area, &plot, format)?;
        if session.in_fog() {
            super::fog::draw_walk(session, area, &plot, format)?;
        } else if session.subject().dimension() == 1 {
            super::curve::draw_walk(session, area, &plot, format, self.covered)?;
        } else {
            self.with_walk(session, &plot, |walk| {
                view::draw_walk(area, &plot, walk, &format.theme)
            })?;
        }
        super::compass::draw_hand(session, area, &plot, format)?;
        match session.guess() {
            Some(guess) => view::draw_guess(area, &plot, place_of(session, guess), &format.theme),
            None => Ok(()),
        }
    }

    /// Gives all runs at their iteration, as thinned for a map, to whoever draws them.
    pub(super) fn with_walk<Drawn>(
        &mut self,
        session: &Session,
        plot: &Plot,
        draw: impl FnOnce(&Walk) -> Drawn,
    ) -> Drawn {
        let covered = self.covered;
        let trails = self.trails(session, plot);
        let faint = faint_trail(session, trails);
        let parts: Vec<Parts> = (0..session.runs().len())
            .map(|run| parts(session, run, &trails.runs[run]))
            .collect();
        let walkers: Vec<Walker> = parts
            .iter()
            .enumerate()
            .map(|(run, parts)| walker(session, run, parts))
            .collect();
        draw(&Walk {
            walkers: &walkers,
            trails: &faint,
            covered,
        })
    }

    fn trails(&mut self, session: &Session, plot: &Plot) -> &TrailCache {
        let kept = self.trails.take().filter(|kept| {
            kept.revision == session.revision()
                && kept.axes == session.axes()
                && kept.pixel == pixel(plot)
        });
        let cache = self
            .trails
            .insert(kept.unwrap_or_else(|| TrailCache::new(session, plot)));
        for (trail, run) in cache.runs.iter_mut().zip(session.runs()) {
            trail.extend(run);
        }
        cache
    }
}

impl TrailCache {
    fn new(session: &Session, plot: &Plot) -> TrailCache {
        let last = session.last_walk().map(|(run, _)| {
            let mut trail = empty_trail(session, plot);
            trail.extend(run);
            trail
        });
        TrailCache {
            revision: session.revision(),
            axes: session.axes(),
            pixel: pixel(plot),
            runs: session
                .runs()
                .iter()
                .map(|_| empty_trail(session, plot))
                .collect(),
            last,
        }
    }
}

/// A trail for a run, thinned to the pixels of a plot.
pub(super) fn empty_trail(session: &Session, plot: &Plot) -> Trail {
    let plane = Plane {
        axes: session.axes(),
        through: session.starts()[0].clone(),
    };
    Trail::new(plane, pixel(plot))
}

/// Width and height of a pixel, or up to half of that: a power of two, so that
/// a map which is moved, or zoomed a little, keeps its trails.
fn pixel(plot: &Plot) -> [f64; 2] {
    let (size, area) = (plot.window().size(), plot.area());
    [0, 1].map(|axis| power_of_two(size[axis] / area[axis]))
}

/// The largest power of two that is not above a positive number: it without its fraction.
fn power_of_two(number: f64) -> f64 {
    let power = f64::from_bits(number.to_bits() & f64::INFINITY.to_bits());
    // The smallest numbers have no exponent.
    if power > 0.0 { power } else { number }
}

fn faint_trail(session: &Session, trails: &TrailCache) -> Vec<Vec<[f64; 2]>> {
    match (&trails.last, session.last_walk()) {
        (Some(trail), Some((_, iteration))) if session.shows("path") => {
            pieces(trail.until(iteration))
        }
        _ => Vec::new(),
    }
}

/// The path in pieces: where the pen was lifted, the line was drawn before.
pub(super) fn pieces(points: &[TrailPoint]) -> Vec<Vec<[f64; 2]>> {
    let mut pieces: Vec<Vec<[f64; 2]>> = Vec::new();
    for point in points {
        match pieces.last_mut() {
            Some(piece) if point.joined => piece.push(point.at),
            _ => pieces.push(vec![point.at]),
        }
    }
    pieces
}

fn parts(session: &Session, run: usize, trail: &Trail) -> Parts {
    let readout = session.run_readout(run);
    let plane = session.plane();
    let at = plane.project(&readout.point);
    let points = trail.until(readout.iteration);
    let walks = readout.stopped.is_none() && run == session.selected();
    Parts {
        path: pieces(points),
        steps: points.iter().map(|point| point.at).collect(),
        at,
        next: walks.then(|| plane.project(&next_point(session, &readout.point))),
        values: values(session, run),
    }
}

/// Where the selected run's next step leads.
pub(super) fn next_point(session: &Session, at: &[f64]) -> Vec<f64> {
    let run = session.selected();
    let plan = session.runs()[run].plan();
    step_from(session, plan, session.shown_iteration(run), at)
}

/// Where a step from a point at an iteration leads.
pub(super) fn step_from(session: &Session, plan: &Plan, iteration: u32, at: &[f64]) -> Vec<f64> {
    let mut step = vec![0.0; at.len()];
    plan.step(&*session.subject().cost, iteration, at, &mut step);
    at.iter()
        .zip(step)
        .map(|(from, step)| from + step)
        .collect()
}

/// The shown parameters and J, beside a walker; with its number where there are
/// several. None in rain, where the counts of the valleys stand.
pub(super) fn values(session: &Session, run: usize) -> Vec<String> {
    if session.rain().is_some() {
        return Vec::new();
    }
    let texts = session.value_texts(run);
    let mut axes = session.axes().to_vec();
    axes.dedup();
    let shown: Vec<&str> = axes.into_iter().map(|axis| texts[axis].as_str()).collect();
    let number = match session.runs().len() {
        1 => String::new(),
        _ => format!("{}: ", run + 1),
    };
    vec![
        number + &shown.join("\u{2003}"),
        format!("J {}", session.cost_text(run)),
    ]
}

fn walker<'a>(session: &Session, run: usize, parts: &'a Parts) -> Walker<'a> {
    let path = session.shows("path");
    Walker {
        run,
        selected: run == session.selected(),
        path: if path { &parts.path } else { &[] },
        steps: if path { &parts.steps } else { &[] },
        at: parts.at,
        next: parts
            .next
            .filter(|_| session.shows("arrow") || session.shows("ghost")),
        values: if session.shows("labels") {
            &parts.values
        } else {
            &[]
        },
    }
}
