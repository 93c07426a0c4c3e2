//! Slices: for each parameter J along it, the others frozen at the selected walker.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::walk::next_point;
use super::{Figure, Format};
use crate::lab::{Session, tidy};
use crate::landscape::{Slice, Window, joined, steady};
use crate::view::{self, Axes, Axis, CurveGround, Plot, Role, Tangent, Walk, Walker};

/// Samples of a slice: about as many as a small picture has pixels in width.
const SAMPLES: usize = 361;
/// With more parameters than this every slice has a scale of its own.
const COMPARED: usize = 6;
/// A scale of J is shared with other slices, or kept from the start, where that leaves
/// a slice at least this part of the height.
const SHARED: f64 = 0.4;
/// A finger takes hold of a walker at most this many CSS pixels away.
const REACH: f64 = 22.0;
/// Room beyond a start that lies outside of the home range, as a part of it.
const BEYOND: f64 = 0.1;

impl Figure {
    /// The range of a parameter that its slice shows: the map's for a parameter on
    /// the map, else the home range, grown to hold the selected run's start.
    pub fn slice_range(&self, session: &Session, parameter: usize) -> [f64; 2] {
        let map = match &self.map {
            Some(format) => Figure::shown_window(session, format),
            None => session.window(),
        };
        match session.axes() {
            [x, _] if x == parameter => return map.x(),
            [_, y] if y == parameter => return map.y(),
            _ => {}
        }
        let subject = session.subject();
        let home = match parameter {
            0 => subject.home.x(),
            1 => subject.home.y(),
            _ => subject.window([parameter, 0]).x(),
        };
        holding(home, session.starts()[session.selected()][parameter])
    }

    /// What a slice shows: the parameter's range, and J's, which holds the walker.
    /// `None` where J has no value along the slice.
    pub fn slice_window(&self, session: &Session, parameter: usize) -> Option<Window> {
        let shared = self.shared_heights(session);
        let heights = shared.or_else(|| self.heights(session, parameter))?;
        let range = self.slice_range(session, parameter);
        Window::new(range, steady(heights)).ok()
    }

    /// Whether all slices have one scale of J.
    pub fn slices_share_scale(&self, session: &Session) -> bool {
        self.shared_heights(session).is_some()
    }

    /// The scale of J for all slices, where none would be lost in it.
    fn shared_heights(&self, session: &Session) -> Option<[f64; 2]> {
        let count = session.subject().dimension();
        if count > COMPARED {
            return None;
        }
        let each: Vec<[f64; 2]> = (0..count)
            .filter_map(|parameter| self.heights(session, parameter))
            .collect();
        let all = each
            .iter()
            .fold(None, |all, range| joined(all, Some(*range)))?;
        each.iter().all(|range| fills(*range, all)).then_some(all)
    }

    /// J's range for one slice. It holds the slice through the run's start as well,
    /// unless that would dwarf it: so the scale seldom changes while the run goes on.
    fn heights(&self, session: &Session, parameter: usize) -> Option<[f64; 2]> {
        let start = &session.starts()[session.selected()];
        let first = self.slice(session, parameter, start).curve.worth_showing();
        let now = self
            .slice(session, parameter, &session.plane().through)
            .heights()?;
        joined(first, Some(now))
            .filter(|all| fills(now, *all))
            .or(Some(now))
    }

    fn slice(&self, session: &Session, parameter: usize, through: &[f64]) -> Slice {
        let range = self.slice_range(session, parameter);
        let cost = session.subject().cost.as_ref();
        Slice::through(cost, parameter, through, range, SAMPLES)
    }

    fn slice_plot(&self, session: &Session, parameter: usize, format: &Format) -> Option<Plot> {
        let name = session.subject().parameters().get(parameter)?.display();
        let window = self.slice_window(session, parameter)?;
        Plot::new(format.size, window, &axes(&name, parameter), &format.theme)
    }

    /// Draws one slice with its tangent, the walker, and the step of this parameter
    /// alone. Nothing where J has no value along the slice.
    pub(super) fn draw_slice<DB: DrawingBackend>(
        &self,
        session: &Session,
        parameter: usize,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some(plot) = self.slice_plot(session, parameter, format) else {
            return Ok(());
        };
        let through = session.plane().through;
        let slice = self.slice(session, parameter, &through);
        let name = session.subject().parameters()[parameter].display();
        let ground = CurveGround {
            curve: &slice.curve.points,
            minima: &[],
            axes: axes(&name, parameter),
        };
        view::draw_curve(area, &plot, &ground, &format.theme)?;
        let walker = Walker {
            run: session.selected(),
            selected: false,
            path: &[],
            steps: &[],
            at: slice.at,
            next: step_alone(session, parameter, &through),
            values: &[],
        };
        let walk = Walk {
            walkers: &[walker],
            trails: &[],
            covered: None,
        };
        let tangent = Tangent {
            role: Role::Parameter(parameter),
            at: slice.at,
            slope: slice.slope,
        };
        view::draw_curve_walk(area, &plot, &walk, &[tangent], &format.theme)
    }

    /// Where the walker stands on a slice, in CSS pixels; at the edge if it is
    /// outside of the picture.
    pub fn slice_place(
        &self,
        session: &Session,
        parameter: usize,
        format: &Format,
    ) -> Option<[f64; 2]> {
        let plot = self.slice_plot(session, parameter, format)?;
        let through = session.plane().through;
        let at = [through[parameter], session.subject().cost.value(&through)];
        let [x, y] = [plot.window().x(), plot.window().y()];
        let inside = [at[0].max(x[0]).min(x[1]), at[1].max(y[0]).min(y[1])];
        let pixel = plot.to_pixel(inside)?;
        Some(pixel.map(|side| side / format.theme.pixel_ratio()))
    }

    /// Whether a place of a slice is within a finger's reach of the walker.
    pub fn slice_holds(
        &self,
        session: &Session,
        parameter: usize,
        format: &Format,
        css: [f64; 2],
    ) -> bool {
        let place = self.slice_place(session, parameter, format);
        place.is_some_and(|at| libm::hypot(at[0] - css[0], at[1] - css[1]) <= REACH)
    }

    /// The selected walker's point with one parameter moved to a place of its slice,
    /// `x` CSS pixels from the left.
    pub fn slice_pick(
        &self,
        session: &Session,
        parameter: usize,
        format: &Format,
        x: f64,
    ) -> Option<Vec<f64>> {
        let plot = self.slice_plot(session, parameter, format)?;
        let [value, _] = plot.nearest([x * format.theme.pixel_ratio(), 0.0]);
        let mut point = session.plane().through;
        point[parameter] = tidy(value, plot.window().size()[0] / plot.area()[0]);
        Some(point)
    }
}

/// Whether a range takes enough of another that holds it.
fn fills(part: [f64; 2], all: [f64; 2]) -> bool {
    part[1] - part[0] >= SHARED * (all[1] - all[0])
}

fn axes(name: &str, parameter: usize) -> Axes<'_> {
    Axes {
        x: Axis {
            name,
            role: Role::Parameter(parameter),
        },
        y: Axis {
            name: "J",
            role: Role::Ink,
        },
    }
}

/// Where the next step of this parameter alone would lead on its slice; `None` once
/// the run has stopped.
fn step_alone(session: &Session, parameter: usize, through: &[f64]) -> Option<[f64; 2]> {
    if session.stop(session.selected()).is_some() {
        return None;
    }
    let mut alone = through.to_vec();
    alone[parameter] = next_point(session, through)[parameter];
    Some([alone[parameter], session.subject().cost.value(&alone)])
}

/// The range, grown to hold a value with some room beyond it.
fn holding([low, high]: [f64; 2], value: f64) -> [f64; 2] {
    let room = BEYOND * (high - low);
    match value {
        _ if value < low => [value - room, high],
        _ if value > high => [low, value + room],
        _ => [low, high],
    }
}

#[cfg(test)]
mod tests {
    use super::holding;

    #[test]
    fn a_range_grows_only_for_what_lies_outside() {
        assert_eq!(holding([-1.0, 1.0], 0.5), [-1.0, 1.0]);
        assert_eq!(holding([0.0, 10.0], 20.0), [0.0, 21.0]);
        assert_eq!(holding([0.0, 10.0], -5.0), [-6.0, 10.0]);
        assert_eq!(holding([0.0, 10.0], f64::NAN), [0.0, 10.0]);
    }
}
