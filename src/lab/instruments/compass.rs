//! The 360° compass and the steps by hand, in numbers and words.

use crate::descent::norm;
use crate::lab::session::{HandWalk, Session};
use crate::lab::setting::MOST_HAND_STEPS;
use crate::lab::words::DIGITS;
use crate::lab::words::{batch, compass as words};
use crate::landscape::{Compass, ground};
use crate::number::significant;

/// The slope where the compass points, and what can be said and done there.
#[derive(Clone, Debug, PartialEq)]
pub struct CompassReport {
    /// Degrees from the first shown axis towards the second, from 0 up to 360.
    pub direction: f64,
    /// The slope of J that way; not finite where the ground has none.
    pub slope: f64,
    /// The direction of steepest descent; none where the ground is flat.
    pub steepest: Option<f64>,
    /// How far the compass is from it, above −180 and up to 180 degrees.
    pub off: Option<f64>,
    /// Whether it is near enough to it to have found it.
    pub found: bool,
    /// Whether the steepest way is shown.
    pub marked: bool,
    /// How long a step is, in the units of the parameters.
    pub step_length: f64,
    /// The direction, its slope and what that means: "40°, towards larger w and
    /// larger b: slope −0.31, downhill."
    pub reading: String,
    /// The slope alone.
    pub slope_text: String,
    /// Where the compass stands.
    pub place: String,
    /// How long a step is and why.
    pub step: String,
    /// How long a step is, short enough for the dial.
    pub reach: String,
    /// The answer to "is this the steepest way down?".
    pub answer: String,
    /// What to look at.
    pub caption: String,
    /// The steps by hand beside the algorithm's; empty before the first, and in fog.
    pub against: String,
    /// Steps taken by hand.
    pub steps: usize,
    /// Whether a step can be taken.
    pub can_step: bool,
}

/// This near, in degrees, is the steepest way.
const FOUND: f64 = 1.0;
/// Within so many degrees of level counts as level.
const LEVEL: f64 = 0.5;

impl Session {
    /// The compass where the reader stands.
    pub fn compass(&self) -> CompassReport {
        let feet = self.feet();
        let hand = self.hand();
        let compass = self.look(&feet);
        let direction = self.direction();
        let slope = compass.slope(direction);
        let steps = hand.as_ref().map_or(0, HandWalk::steps);
        let (off, steepest) = (compass.off(direction), compass.steepest());
        let step_length = self.alpha() * compass.steepness();
        CompassReport {
            direction,
            slope,
            steepest,
            off,
            found: off.is_some_and(|off| off.abs() <= FOUND),
            marked: self.shows("arrow"),
            step_length,
            reading: self.reading(&compass, direction),
            slope_text: significant(slope, DIGITS),
            place: self.place(),
            step: words::step(
                &self.step_formula(),
                [self.alpha(), compass.steepness(), step_length],
            ),
            reach: words::reach(&self.step_formula(), step_length),
            answer: words::answer(off, FOUND, compass.has_one_axis()),
            caption: self.compass_caption(&compass, hand.is_some()),
            against: self.against(hand.as_ref()),
            steps,
            can_step: steps < MOST_HAND_STEPS
                && compass.step(self.alpha(), direction, &feet).is_some(),
        }
    }

    fn step_formula(&self) -> String {
        let names = self.subject().parameters();
        words::step_formula(&names[0].display(), names.len())
    }

    /// Where the reader stands, in a sentence.
    pub(in crate::lab) fn place(&self) -> String {
        let (values, cost) = self.feet_values();
        let (values, run) = (values.join(", "), self.selected());
        match self.hand() {
            Some(walk) => words::place_by_hand(walk.steps(), &values, &cost),
            None => words::place_on_run(run + 1, self.shown_iteration(run), &values, &cost),
        }
    }

    /// The shown parameters and J where the reader stands, a line each.
    pub fn feet_texts(&self) -> Vec<String> {
        let (values, cost) = self.feet_values();
        let mut axes = self.axes().to_vec();
        axes.dedup();
        let shown: Vec<&str> = axes.iter().map(|axis| values[*axis].as_str()).collect();
        vec![shown.join("\u{2003}"), format!("J {cost}")]
    }

    /// "w 1.512" for each parameter where the reader stands, and J there.
    fn feet_values(&self) -> (Vec<String>, String) {
        let feet = self.feet();
        let names = self.subject().parameters().iter();
        let values = names
            .zip(&feet)
            .map(|(name, value)| format!("{} {}", name.display(), significant(*value, DIGITS)));
        let cost = self.subject().cost.value(&feet);
        (values.collect(), significant(cost, DIGITS))
    }

    fn reading(&self, compass: &Compass, direction: f64) -> String {
        let steepness = compass.steepness();
        if !steepness.is_finite() {
            return words::UNDEFINED.into();
        }
        if steepness == 0.0 {
            return words::FLAT.into();
        }
        let names = self
            .axes()
            .map(|axis| self.subject().parameters()[axis].display());
        let towards = words::towards(&names, compass.unit(direction));
        let slope = compass.slope(direction);
        let level = libm::sin(LEVEL.to_radians()) * steepness;
        let kind = match slope {
            slope if slope < -level => words::DOWNHILL,
            slope if slope > level => words::UPHILL,
            _ => words::LEVEL,
        };
        words::reading(direction, &towards, slope, kind)
    }

    fn compass_caption(&self, compass: &Compass, by_hand: bool) -> String {
        let parameters = self.subject().parameters();
        let frozen: Vec<String> = self
            .frozen()
            .iter()
            .map(|(index, _)| parameters[*index].display())
            .collect();
        words::caption(
            compass.steepest().is_none(),
            compass.has_one_axis(),
            self.subject().fit.is_some(),
            &frozen,
            by_hand,
        )
    }

    /// The two ways down beside each other.
    fn against(&self, hand: Option<&HandWalk>) -> String {
        let Some(walk) = hand.filter(|_| !self.in_fog()) else {
            return String::new();
        };
        let cost = self.subject().cost.as_ref();
        let mut gradient = vec![0.0; walk.end().len()];
        cost.gradient(walk.end(), &mut gradient);
        let steepness = norm(&gradient);
        let is_flat = steepness <= self.tolerance();
        let run = self.run_readout(self.selected());
        let yours = words::your_way(
            walk.steps(),
            cost.value(walk.end()),
            [steepness, self.tolerance()],
            is_flat.then(|| ground(cost, walk.end())),
        );
        let its = words::its_way(
            run.iteration.saturating_sub(walk.from),
            run.stopped,
            run.cost,
        );
        let frozen = match self.frozen().is_empty() {
            true => "",
            false => words::MOVES_ALL,
        };
        let meaning = match self.batch() {
            None => words::EFFICIENTLY,
            Some(_) => batch::BY_LOT,
        };
        format!("{yours} {its}{frozen} {meaning}")
    }
}
