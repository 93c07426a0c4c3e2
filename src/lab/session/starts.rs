use super::Session;
use crate::lab::edit::{Edit, Moment};
use crate::lab::given::Given;
use crate::lab::setting::{Effect, Key, SETTINGS};
use crate::lab::value::{MOST_STARTS, Value};
use crate::random;

impl Session {
    pub(super) fn put_starts(&mut self, starts: Vec<Vec<f64>>) {
        self.given.put(Key::Start, Some(Value::Points(starts)));
        self.given.put(Key::Hand, None);
        self.iteration = 0;
        self.build_runs();
    }

    pub(super) fn usable(&self, at: &[f64]) -> bool {
        at.len() == self.subject.dimension() && at.iter().all(|coordinate| coordinate.is_finite())
    }

    /// Notes an edit for undo; the walk so far becomes the faint last walk.
    pub(super) fn begin(&mut self, edit: Edit) {
        let before = || Moment {
            given: self.given.clone(),
            example: self.example.clone(),
        };
        if self.history.begin(edit, before) {
            self.remember_walk();
        }
    }

    /// Plants the flag of a guess. A point of the wrong length or with a number
    /// that is not finite changes nothing.
    pub fn plant_guess(&mut self, at: &[f64]) {
        if self.usable(at) {
            self.begin(Edit::Setting(Key::Guess));
            self.given
                .put(Key::Guess, Some(Value::Numbers(at.to_vec())));
        }
    }

    /// Ends an edit such as a drag: the next one is undone on its own.
    pub fn settle(&mut self) {
        self.history.settle();
    }

    /// One run starts elsewhere, and all runs are back at iteration 0. A point
    /// of the wrong length or with a number that is not finite changes nothing.
    pub fn move_start(&mut self, run: usize, at: &[f64]) {
        if run >= self.runs.len() || !self.usable(at) {
            return;
        }
        self.begin(Edit::Start(run));
        let mut starts = self.starts();
        starts[run] = at.to_vec();
        self.put_starts(starts);
    }

    /// One run from here, and no other.
    pub fn start_at(&mut self, at: &[f64]) {
        if self.usable(at) {
            self.begin(Edit::Starts);
            self.selected = 0;
            self.put_starts(vec![at.to_vec()]);
            self.settle();
        }
    }

    /// One more run from here, which becomes the selected one. Gives whether
    /// there was room for it.
    pub fn add_start(&mut self, at: &[f64]) -> bool {
        if !self.usable(at) || self.runs.len() >= MOST_STARTS {
            return false;
        }
        self.begin(Edit::Starts);
        let mut starts = self.starts();
        starts.push(at.to_vec());
        self.selected = starts.len() - 1;
        self.put_starts(starts);
        self.settle();
        true
    }

    /// One more run, from the selected start with the first two hidden units of the network
    /// in each other's place. Gives whether there are two, and room for it.
    pub fn swap_units(&mut self) -> bool {
        let Some(fit) = &self.subject.fit else {
            return false;
        };
        let features = fit.table().columns().len() - 1;
        let start = self.runs[self.selected].start();
        let swapped = fit.model().swapped(features, start);
        swapped.is_some_and(|start| self.add_start(&start))
    }

    /// Takes a run away; the last one stays.
    pub fn remove_start(&mut self, run: usize) {
        let mut starts = self.starts();
        if run >= starts.len() || starts.len() == 1 {
            return;
        }
        self.begin(Edit::Starts);
        starts.remove(run);
        if self.selected > run || self.selected == starts.len() {
            self.selected -= 1;
        }
        self.put_starts(starts);
        self.settle();
    }

    /// The selected run starts at a place drawn from the shown window; the
    /// draw follows from the seed and how many were made before.
    pub fn random_start(&mut self) {
        let seed = self.seed();
        let mut at = self.starts()[self.selected].clone();
        let window = self.window();
        for (coordinate, (axis, [low, high])) in self
            .axes()
            .into_iter()
            .zip([window.x(), window.y()])
            .enumerate()
        {
            if coordinate < self.subject.dimension() {
                let part = random::uniform(seed, self.draws, coordinate as u32);
                at[axis] = tidy(low + part * (high - low), (high - low) / 1000.0);
            }
        }
        self.draws += 1;
        self.move_start(self.selected, &at);
        self.settle();
    }

    /// The selected run starts with every parameter at 0.
    pub fn zero_start(&mut self) {
        self.move_start(self.selected, &vec![0.0; self.subject.dimension()]);
        self.settle();
    }

    /// Chooses the run that clicks move and numbers show.
    pub fn select(&mut self, run: usize) {
        if run < self.runs.len() {
            self.selected = run;
            self.reach_hand();
        }
    }

    /// Takes the last edit back. Gives whether there was one. The clock stands
    /// still where the edit had left the runs alone.
    pub fn undo(&mut self) -> bool {
        let Some(Moment { given, example }) = self.history.undo() else {
            return false;
        };
        self.example = example;
        if self.same_runs(&given) {
            self.given = given;
            self.look_again();
            self.reach_hand();
        } else {
            self.use_given(given);
        }
        true
    }

    /// Whether the runs under these settings are the runs there are.
    fn same_runs(&self, given: &Given) -> bool {
        SETTINGS
            .iter()
            .filter(|setting| !matches!(setting.effect, Effect::Place | Effect::Look))
            .all(|setting| given.get(setting.key) == self.given.get(setting.key))
    }

    /// Back to the figure as it was opened.
    pub fn example(&mut self) {
        self.begin(Edit::All);
        self.settle();
        self.use_given(self.example.clone());
    }
}

/// A number near `value` with few digits: a multiple of the largest power of
/// ten that is at most `resolution`. Where that power underflows, the number
/// itself.
pub fn tidy(value: f64, resolution: f64) -> f64 {
    let digits = -libm::floor(libm::log10(resolution));
    if !(digits.is_finite() && (-300.0..=300.0).contains(&digits)) {
        return value;
    }
    if digits > 0.0 {
        // Decimal text rounds to the nearest short number exactly.
        return format!("{value:.*}", digits as usize)
            .parse()
            .unwrap_or(value);
    }
    let unit = libm::pow(10.0, -digits);
    libm::round(value / unit) * unit
}
