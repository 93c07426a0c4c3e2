use super::Session;
use crate::lab::edit::Edit;
use crate::lab::setting::{Key, MOST_HAND_STEPS};
use crate::lab::value::Value;
use crate::landscape::{Compass, full_turn};

/// A walk by hand beside the selected run.
#[derive(Clone, Debug, PartialEq)]
pub struct HandWalk {
    /// The iteration of the run where it leaves the run's path.
    pub from: u32,
    /// Where it leaves, then a point for each step.
    pub points: Vec<Vec<f64>>,
}

impl HandWalk {
    /// How many steps were taken.
    pub fn steps(&self) -> usize {
        self.points.len() - 1
    }

    /// Where it has got to.
    pub fn end(&self) -> &[f64] {
        &self.points[self.points.len() - 1]
    }
}

impl Session {
    /// Where the compass points, in degrees from 0 up to 360; with one parameter
    /// 0 or 180.
    pub fn direction(&self) -> f64 {
        let given = self.given.numbers(Key::Direction);
        let degrees = given.map_or(0.0, |numbers| full_turn(numbers[0]));
        match self.subject.dimension() {
            1 if 90.0 < degrees && degrees < 270.0 => 180.0,
            1 => 0.0,
            _ => degrees,
        }
    }

    /// Turns the compass, as the reader does: it can be undone. An angle that is not
    /// finite changes nothing.
    pub fn turn_to(&mut self, degrees: f64) {
        if degrees.is_finite() {
            self.begin(Edit::Setting(Key::Direction));
            let degrees = vec![full_turn(degrees)];
            self.given
                .put(Key::Direction, Some(Value::Numbers(degrees)));
        }
    }

    /// The steps taken by hand, as the setting tells them: each α times the
    /// steepness of the ground long. It ends early where the ground is flat or has
    /// no slope. `None` before the first step.
    pub fn hand(&self) -> Option<HandWalk> {
        let (&from, directions) = self.given.numbers(Key::Hand)?.split_first()?;
        let mut points = vec![self.runs[self.selected].point(from as u32)];
        for &degrees in directions {
            let here = &points[points.len() - 1];
            let Some(next) = self.look(here).step(self.alpha(), degrees, here) else {
                break;
            };
            points.push(next);
        }
        (points.len() > 1).then_some(HandWalk {
            from: from as u32,
            points,
        })
    }

    /// Where the reader stands: at the end of the steps by hand once there are
    /// any, else where the selected run is shown.
    pub fn feet(&self) -> Vec<f64> {
        match self.hand() {
            Some(walk) => walk.end().to_vec(),
            None => self.plane().through,
        }
    }

    /// The slopes all around a point, in the shown plane.
    pub fn look(&self, at: &[f64]) -> Compass {
        Compass::new(self.subject.cost.as_ref(), self.axes(), at)
    }

    /// Takes a step by hand where the compass points. Gives whether there was one
    /// to take.
    pub fn step_by_hand(&mut self) -> bool {
        let feet = self.feet();
        let taken = self.hand();
        let steps = taken.as_ref().map_or(0, HandWalk::steps);
        let next = self.look(&feet).step(self.alpha(), self.direction(), &feet);
        if next.is_none() || steps >= MOST_HAND_STEPS {
            return false;
        }
        let mut numbers = match (taken, self.given.numbers(Key::Hand)) {
            (Some(_), Some(given)) => given[..=steps].to_vec(),
            _ => vec![f64::from(self.shown_iteration(self.selected))],
        };
        numbers.push(self.direction());
        self.put_hand(Some(numbers));
        true
    }

    /// Takes the last step by hand back.
    pub fn take_hand_back(&mut self) {
        if let Some(walk) = self.hand() {
            let given = self.given.numbers(Key::Hand).unwrap_or_default();
            let left = given[..walk.steps()].to_vec();
            self.put_hand((left.len() > 1).then_some(left));
        }
    }

    /// Takes every step by hand back.
    pub fn clear_hand(&mut self) {
        if self.given.get(Key::Hand).is_some() {
            self.put_hand(None);
        }
    }

    fn put_hand(&mut self, numbers: Option<Vec<f64>>) {
        self.begin(Edit::Setting(Key::Hand));
        self.given.put(Key::Hand, numbers.map(Value::Numbers));
        self.settle();
    }

    /// Computes the selected run as far as the steps by hand need it.
    pub(super) fn reach_hand(&mut self) {
        let from = self.given.numbers(Key::Hand).map(|numbers| numbers[0]);
        if let Some(from) = from {
            self.runs[self.selected].advance_to(from as u32);
        }
    }
}
