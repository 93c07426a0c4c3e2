//! The plane through a run's start, where it is now, and the minimum, or where it comes to
//! rest.

use crate::descent::{Scout, StopReason};
use crate::lab::session::Session;
use crate::lab::words::path_plane::{self as words, Called, Third, Upwards};
use crate::landscape::{Bearing, Tilted, Way, ground};
use crate::number::significant;

/// The plane of the selected run's path. Its third point may have to be found first, by
/// following the run on to its end.
#[derive(Default)]
pub struct PathPlane {
    basis: Option<Basis>,
    scout: Option<Scout>,
    target: Option<Target>,
    way: Option<Way>,
}

/// The selected run is the same as long as these are.
#[derive(Clone, Copy, PartialEq)]
struct Basis {
    revision: u64,
    selected: usize,
}

/// The third point.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The only minimum that is known.
    Minimum(Vec<f64>),
    /// Where this very run comes to rest, after so many steps.
    Rest(Vec<f64>, u32),
    /// Where this very run is when it has taken all the steps it may.
    Limit(Vec<f64>, u32),
    /// None: the run diverges after so many steps.
    Nowhere(u32),
}

/// What settles which side of the line from the start to the third point is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where the walker is.
    Now,
    /// Where it was a step before.
    Before,
    /// The direction of steepest descent at the start.
    FirstSlope,
    /// The parameter with this index.
    Parameter(usize),
}

/// The plane as it is shown at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    /// The plane.
    pub plane: Tilted,
    /// The way from the start to the third point.
    pub bearing: Bearing,
    /// What settles its other direction.
    pub side: Side,
    /// The start, the walker now, and the third point.
    pub points: [Vec<f64>; 3],
    /// The path from the start to the walker.
    pub path: Vec<Vec<f64>>,
}

/// One of the three points, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointReport {
    /// What it is.
    pub name: &'static str,
    /// J there.
    pub cost: String,
    /// How far along the way to the third point, and how far across.
    pub place: [String; 2],
}

/// The plane, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPlaneReport {
    /// Why there is no plane to show; empty if there is.
    pub nothing: String,
    /// Start, now, and the third point; none where there is no plane.
    pub points: Vec<PointReport>,
    /// What the third point is.
    pub third: String,
    /// What settles the plane, and why it turns.
    pub side: String,
    /// What of the picture is exact and what is projected.
    pub caption: String,
}

/// Points of a long path nearer to each other than this part of the way show nothing more.
const SPACING: f64 = 1.0 / 600.0;

impl PathPlane {
    /// Takes about so many steps towards the third point, fewer where a step looks at many
    /// rows; gives whether there is more to do.
    pub fn work(&mut self, session: &Session, steps: u32) -> bool {
        let basis = Basis {
            revision: session.revision(),
            selected: session.selected(),
        };
        if self.basis != Some(basis) {
            *self = PathPlane {
                basis: Some(basis),
                target: known(session),
                ..PathPlane::default()
            };
        }
        if session.subject().dimension() < 3 {
            return false;
        }
        if self.target.is_none() {
            self.target = self.search(session, steps);
        }
        if let Some(end) = self.target.as_ref().and_then(Target::point) {
            let run = &session.runs()[session.selected()];
            let length = Bearing::between(run.start(), end).map_or(0.0, |way| way.length());
            let way = self.way.get_or_insert_with(|| Way::new(SPACING * length));
            way.extend(run);
        }
        self.target.is_none()
    }

    /// Follows the run on, from where it is known to be.
    fn search(&mut self, session: &Session, steps: u32) -> Option<Target> {
        let run = &session.runs()[session.selected()];
        if let Some(ending) = run.ending() {
            return Some(target(run.point(u32::MAX), ending.iteration, ending.reason));
        }
        let scout = self.scout.get_or_insert_with(|| {
            let reached = run.computed();
            let at = run.point(reached);
            Scout::on_the_way(run.cost(), *run.plan(), run.start(), &at, reached)
        });
        let rows = match (&session.subject().fit, &session.subject().regression) {
            (Some(fit), None) => fit.table().row_count(),
            _ => 1,
        };
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        scout.walk(run.cost(), 1 + steps / rows);
        let ending = scout.ending()?;
        let point = scout.point().to_vec();
        Some(target(point, ending.iteration, ending.reason))
    }

    /// The third point, once it is known for the session as it is.
    pub fn target(&self, session: &Session) -> Option<&Target> {
        let basis = self.basis?;
        let is_current =
            basis.revision == session.revision() && basis.selected == session.selected();
        self.target.as_ref().filter(|_| is_current)
    }

    /// The plane at the session's iteration; `None` where there is none, or none yet.
    pub fn pose(&self, session: &Session) -> Option<Pose> {
        if session.subject().dimension() < 3 {
            return None;
        }
        let end = self.target(session)?.point()?;
        let run = &session.runs()[session.selected()];
        let iteration = session.shown_iteration(session.selected());
        let (start, now) = (run.start(), run.point(iteration));
        let bearing = Bearing::between(start, end)?;
        let before = || bearing.plane_through(&run.point(iteration.checked_sub(1)?));
        let (plane, side) = None
            .or_else(|| Some((bearing.plane_through(&now)?, Side::Now)))
            .or_else(|| Some((before()?, Side::Before)))
            .or_else(|| Some((first_slope(session, &bearing)?, Side::FirstSlope)))
            .or_else(|| {
                let (index, plane) = bearing.plane_of_parameter()?;
                Some((plane, Side::Parameter(index)))
            })?;
        let kept = self.way.iter().flat_map(|way| way.until(iteration));
        let path = kept.map(<[f64]>::to_vec).chain([now.clone()]).collect();
        Some(Pose {
            points: [start.to_vec(), now, end.to_vec()],
            plane,
            bearing,
            side,
            path,
        })
    }

    /// The plane in words.
    pub fn report(&self, session: &Session) -> PathPlaneReport {
        match (self.target(session), self.pose(session)) {
            (Some(target), Some(pose)) => reported(session, target, &pose),
            (target, _) => PathPlaneReport {
                nothing: match (session.subject().dimension(), target) {
                    (1, _) => words::ONE_PARAMETER.into(),
                    (2, _) => words::TWO_PARAMETERS.into(),
                    (_, None) => words::SEARCHING.into(),
                    (_, Some(Target::Nowhere(iteration))) => words::nowhere(*iteration),
                    _ => words::ONE_POINT.into(),
                },
                points: Vec::new(),
                third: String::new(),
                side: String::new(),
                caption: String::new(),
            },
        }
    }
}

impl Target {
    /// The point, if there is one.
    pub fn point(&self) -> Option<&[f64]> {
        match self {
            Target::Minimum(at) | Target::Rest(at, _) | Target::Limit(at, _) => Some(at),
            Target::Nowhere(_) => None,
        }
    }

    /// What it is called.
    pub fn called(&self) -> Called {
        match self {
            Target::Minimum(_) => words::MINIMUM,
            Target::Rest(..) => words::REST,
            Target::Limit(..) | Target::Nowhere(_) => words::LIMIT,
        }
    }

    /// The names of the start, the walker and this point on the picture.
    pub fn names(&self) -> [&'static str; 3] {
        [words::START, words::NOW, self.called().short]
    }
}

/// The minimum, where just one is known.
fn known(session: &Session) -> Option<Target> {
    match session.subject().known_minima()[..] {
        [only] => Some(Target::Minimum(only.to_vec())),
        _ => None,
    }
}

fn target(point: Vec<f64>, iteration: u32, reason: StopReason) -> Target {
    match reason {
        StopReason::Converged { .. } => Target::Rest(point, iteration),
        StopReason::StepLimit { .. } => Target::Limit(point, iteration),
        StopReason::Diverged(_) => Target::Nowhere(iteration),
    }
}

fn first_slope(session: &Session, bearing: &Bearing) -> Option<Tilted> {
    let run = &session.runs()[session.selected()];
    let mut gradient = vec![0.0; run.start().len()];
    run.cost().gradient(run.start(), &mut gradient);
    gradient.iter_mut().for_each(|partial| *partial = -*partial);
    bearing.plane_along(&gradient)
}

fn reported(session: &Session, target: &Target, pose: &Pose) -> PathPlaneReport {
    let cost = session.subject().cost.as_ref();
    let points = pose.points.iter().zip(target.names());
    let points = points.map(|(at, name)| PointReport {
        name,
        cost: significant(cost.value(at), words::DIGITS),
        place: pose.plane.project(at).map(|part| tidied(part, pose)),
    });
    let third = match target {
        Target::Minimum(_) => Third::Minimum,
        Target::Rest(at, steps) => Third::Rest(*steps, ground(cost, at)),
        Target::Limit(_, steps) | Target::Nowhere(steps) => Third::Limit(*steps),
    };
    let offs = pose.path.iter().map(|at| pose.plane.distance(at));
    let farthest = offs.fold(0.0, |most, off| if off > most { off } else { most });
    let parameters = session.subject().parameters();
    let squarest;
    let upwards = match pose.side {
        Side::Now => Upwards::Now,
        Side::Before => Upwards::Before,
        Side::FirstSlope => Upwards::FirstSlope,
        Side::Parameter(index) => {
            squarest = parameters[index].display();
            Upwards::Parameter(&squarest)
        }
    };
    let called = target.called();
    PathPlaneReport {
        nothing: String::new(),
        points: points.collect(),
        third: words::third(third),
        side: words::upwards(upwards, called),
        caption: words::caption(
            called,
            (farthest > FLAT * pose.bearing.length()).then_some(farthest),
        ),
    }
}

/// A path that leaves the plane by less than this part of the way lies in it.
const FLAT: f64 = 1e-9;

/// A distance for reading; what is only rounding is 0.
fn tidied(distance: f64, pose: &Pose) -> String {
    match distance.abs() < FLAT * pose.bearing.length() {
        true => significant(0.0, words::DIGITS),
        false => significant(distance, words::DIGITS),
    }
}
