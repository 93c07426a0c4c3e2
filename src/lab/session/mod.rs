mod change;
mod clock;
mod formula;
mod hand;
mod rain;
mod starts;
mod subject;
mod text;
mod twins;
mod zoom;

use super::choice::{FOGGED, INSTRUMENTS, LAYERS, holds};
use super::edit::History;
use super::given::Given;
use super::kernels::Kernels;
use super::setting::Key;
use super::subject::Subject;
use crate::descent::{RULES, Rule, Run, StopReason, find_rule};
use crate::landscape::{Plane, Window};

pub use hand::HandWalk;
pub use rain::Rain;
pub use starts::tidy;

/// A figure in use: its settings, its runs and their one clock.
///
/// What is shown follows from the settings and the iteration alone; the
/// selected run, the faint last walk and undo are the reader's own.
pub struct Session {
    given: Given,
    example: Given,
    history: History,
    subject: Subject,
    runs: Vec<Run>,
    rain: Option<Rain>,
    last_walk: Option<(Run, u32)>,
    keeps_walk: Option<(usize, u32)>,
    iteration: u32,
    selected: usize,
    draws: u32,
    revision: u64,
    pub(super) kernels: Kernels,
}

impl Default for Session {
    fn default() -> Self {
        Session::new()
    }
}

impl Session {
    /// The first cost of the catalogue at its defaults.
    pub fn new() -> Session {
        let given = Given::default();
        let mut session = Session {
            subject: Subject::first(),
            example: given.clone(),
            given,
            history: History::default(),
            runs: Vec::new(),
            rain: None,
            last_walk: None,
            keeps_walk: None,
            iteration: 0,
            selected: 0,
            draws: 0,
            revision: 0,
            kernels: Kernels::default(),
        };
        session.build_runs();
        session
    }

    /// The settings given.
    pub fn given(&self) -> &Given {
        &self.given
    }

    /// What is minimised.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Every run, at least one.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The walk before the last edit and the iteration it had reached.
    pub fn last_walk(&self) -> Option<(&Run, u32)> {
        self.last_walk
            .as_ref()
            .map(|(run, iteration)| (run, *iteration))
    }

    /// The shared iteration.
    pub fn iteration(&self) -> u32 {
        self.iteration
    }

    /// The furthest iteration computed by any run, or that rain has been asked for.
    pub fn furthest(&self) -> u32 {
        let of_rain = self.rain.as_ref().map(Rain::furthest);
        let of_runs = self.runs.iter().map(Run::computed);
        of_runs.chain(of_rain).max().unwrap_or(0)
    }

    /// The iteration a run is shown at: the shared one or its own end.
    pub fn shown_iteration(&self, run: usize) -> u32 {
        let computed = self.runs[run].computed();
        if self.iteration < computed {
            self.iteration
        } else {
            computed
        }
    }

    /// Why a run stopped, if it is shown where it stopped.
    pub fn stop(&self, run: usize) -> Option<StopReason> {
        let ending = self.runs[run].ending()?;
        (self.iteration >= ending.iteration).then_some(ending.reason)
    }

    /// Whether every run is shown where it stopped, and every walker of the rain if
    /// it rains.
    pub fn is_finished(&self) -> bool {
        let clock = self.iteration;
        let dry = self.rain.as_ref().is_none_or(|rain| rain.is_over(clock));
        dry && (0..self.runs.len()).all(|run| self.stop(run).is_some())
    }

    /// The selected run.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Grows whenever runs are built anew: what was derived from them is stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        !self.history.is_empty()
    }

    /// Whether the figure is as it was opened.
    pub fn is_example(&self) -> bool {
        self.given == self.example
    }

    /// The starts, one point per run.
    pub fn starts(&self) -> Vec<Vec<f64>> {
        match self.given.starts() {
            Some(points) => points.to_vec(),
            None => self.subject.starts.clone(),
        }
    }

    /// The learning rate α.
    pub fn alpha(&self) -> f64 {
        self.given.number(Key::Alpha).unwrap_or(self.subject.alpha)
    }

    /// The seed of every random thing.
    pub(in crate::lab) fn seed(&self) -> u32 {
        self.given.whole(Key::Seed).unwrap_or(1)
    }

    /// Where the reader has planted the flag of a guess.
    pub fn guess(&self) -> Option<&[f64]> {
        self.given.numbers(Key::Guess)
    }

    /// The update rule.
    pub fn rule(&self) -> &'static Rule {
        self.given
            .text(Key::Rule)
            .and_then(find_rule)
            .unwrap_or(&RULES[0])
    }

    /// The step limit.
    pub fn step_limit(&self) -> u32 {
        self.given.whole(Key::Steps).unwrap_or(self.subject.steps)
    }

    /// The tolerance on ‖∇J‖.
    pub fn tolerance(&self) -> f64 {
        self.given
            .number(Key::Tolerance)
            .unwrap_or(self.subject.tolerance)
    }

    /// The two shown parameters; the same one twice when there is only one.
    pub fn axes(&self) -> [usize; 2] {
        if self.subject.dimension() < 2 {
            return [0, 0];
        }
        let given = self
            .given
            .axes()
            .and_then(|[x, y]| Some([self.subject.index_of(x)?, self.subject.index_of(y)?]));
        given.unwrap_or([0, 1])
    }

    /// The window asked for, before it grows to the picture's shape.
    pub fn window(&self) -> Window {
        self.given
            .window()
            .unwrap_or_else(|| self.subject.window(self.axes()))
    }

    /// The parameters the map does not show, with the values they are frozen at.
    pub fn frozen(&self) -> Vec<(usize, f64)> {
        let plane = self.plane();
        let values = plane.through.into_iter().enumerate();
        values
            .filter(|(index, _)| !plane.axes.contains(index))
            .collect()
    }

    /// Whether a layer or panel is to be seen, by its id: asked for, and not hidden
    /// by the fog.
    pub fn shows(&self, id: &str) -> bool {
        self.asks(id) && !(self.in_fog() && FOGGED.contains(&id))
    }

    /// Whether the ground is hidden but for a clearing around the feet.
    pub fn in_fog(&self) -> bool {
        self.asks("fog")
    }

    /// Whether `show` asks for a layer or panel, by its id.
    pub fn asks(&self, id: &str) -> bool {
        let basic = holds(LAYERS, id);
        let list = self.given.text(Key::Show).unwrap_or("basic");
        list.split(',').any(|word| match word {
            "basic" => basic,
            "all" => basic || holds(INSTRUMENTS, id),
            word => word == id,
        })
    }

    /// The plane the map shows: through the selected walker.
    pub fn plane(&self) -> Plane {
        let run = &self.runs[self.selected];
        Plane {
            axes: self.axes(),
            through: run.point(self.shown_iteration(self.selected)),
        }
    }

    /// The plane on which all starts of the map lie: frozen parameters are as in the
    /// selected run's start, the shown ones at 0.
    pub fn plane_of_starts(&self) -> Plane {
        let through = self.runs[self.selected].start().to_vec();
        let axes = self.axes();
        Plane { axes, through }.without_shown()
    }
}
