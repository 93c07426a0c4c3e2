//! The plane through start, now and minimum: its ground, and the path on it.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::equal_plot;
use super::tilted_ground::{Fineness, TiltedGround};
use super::{Field, Figure, Format};
use crate::lab::Session;
use crate::lab::instruments::Pose;
use crate::lab::words::path_plane::ACROSS;
use crate::landscape::{Window, steady};
use crate::number::significant;
use crate::view::{self, Axes, Axis, Named, Plot, Role, Walk, Walker};

/// A plane that turns is sampled for every frame; more samples show nothing more.
const FINENESS: Fineness = Fineness {
    every: 7.0,
    most: 120,
    contours: 16,
};
/// Room around the points, and the least height of the picture, as parts of the way from the
/// start to the third point.
const ROOM: f64 = 0.18;
const LEAST_HEIGHT: f64 = 0.3;
/// Digits of J beside a point.
const DIGITS: usize = 4;
/// Points nearer to each other on the picture than this many CSS pixels share their text.
const TOGETHER: f64 = 10.0;

impl Figure {
    /// The colours under the plane's lines; `None` where there is no plane.
    pub(super) fn path_plane_colours(
        &mut self,
        session: &Session,
        format: &Format,
    ) -> Option<Field> {
        let pose = self.path_plane.pose(session)?;
        let plot = self.path_plane_plot(session, &pose, format)?;
        let ground = ground(&mut self.path_plane_ground, session, &pose, &plot, format);
        Some(ground.colours(&plot, format))
    }

    /// Draws the plane's contours and axes, the path's shadow, and the three points with
    /// their names and J. Nothing where there is no plane.
    pub(super) fn draw_path_plane<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(pose) = self.path_plane.pose(session) else {
            return Ok(());
        };
        let axes = self.path_plane_axes(session);
        let Some(plot) = self.path_plane_plot(session, &pose, format) else {
            return Ok(());
        };
        let kept = ground(&mut self.path_plane_ground, session, &pose, &plot, format);
        let [_, now, third] = pose.points.each_ref().map(|at| pose.plane.project(at));
        let lines = view::Ground {
            contours: &kept.contours,
            minima: &[third],
            axes,
        };
        view::draw_ground(area, &plot, &lines, &format.theme)?;
        let shadow: Vec<[f64; 2]> = pose.path.iter().map(|at| pose.plane.project(at)).collect();
        let path = [shadow];
        let walker = Walker {
            run: session.selected(),
            selected: false,
            path: &path,
            steps: &path[0],
            at: now,
            next: None,
            values: &[],
        };
        let walk = Walk {
            walkers: &[walker],
            trails: &[],
            covered: None,
        };
        view::draw_walk(area, &plot, &walk, &format.theme)?;
        let named = self.named(session, &pose, &plot, format);
        view::draw_names(area, &plot, &named, &path[0], &format.theme)
    }

    fn path_plane_plot(&self, session: &Session, pose: &Pose, format: &Format) -> Option<Plot> {
        equal_plot(window(pose)?, &self.path_plane_axes(session), format)
    }

    fn path_plane_axes(&self, session: &Session) -> Axes<'static> {
        let target = self.path_plane.target(session);
        let axis = |name| Axis {
            name,
            role: Role::Muted,
        };
        Axes {
            x: axis(target.map_or("", |target| target.called().towards)),
            y: axis(ACROSS),
        }
    }

    /// The three points with their names and J; those that share a place share the text.
    fn named(&self, session: &Session, pose: &Pose, plot: &Plot, format: &Format) -> Vec<Named> {
        let Some(target) = self.path_plane.target(session) else {
            return Vec::new();
        };
        let cost = session.subject().cost.as_ref();
        let near = format.theme.pixels(TOGETHER) * plot.window().size()[0] / plot.area()[0];
        let mut found: Vec<Named> = Vec::new();
        for (at, name) in pose.points.iter().zip(target.names()) {
            let place = pose.plane.project(at);
            let is_near = |other: &&mut Named| {
                libm::hypot(other.at[0] - place[0], other.at[1] - place[1]) < near
            };
            let line = format!("{name}: J {}", significant(cost.value(at), DIGITS));
            match found.iter_mut().find(is_near) {
                Some(other) => other.lines.push(line),
                None => found.push(Named {
                    at: place,
                    lines: vec![line],
                }),
            }
        }
        found
    }
}

/// The window of the plane: it depends on how far the path comes along the way and off its
/// line, and not on how the plane has turned about that.
fn window(pose: &Pose) -> Option<Window> {
    let length = pose.bearing.length();
    let (mut low, mut high, mut off) = (0.0_f64, length, LEAST_HEIGHT * length);
    for at in &pose.path {
        let [along, away] = pose.bearing.place(at);
        (low, high, off) = (low.min(along), high.max(along), off.max(away));
    }
    let room = ROOM * length.max(0.5 * (high - low));
    let around = |range: [f64; 2], room: f64| steady([range[0] - room, range[1] + room]);
    Window::new(around([low, high], room), around([-off, off], 0.4 * room)).ok()
}

fn ground<'a>(
    slot: &'a mut Option<TiltedGround>,
    session: &Session,
    pose: &Pose,
    plot: &Plot,
    format: &Format,
) -> &'a TiltedGround {
    let subject = (session.subject().number, session.subject().cost.as_ref());
    TiltedGround::of(slot, subject, &pose.plane, &FINENESS, plot, format)
}
