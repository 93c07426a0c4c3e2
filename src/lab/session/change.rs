use std::rc::Rc;

use super::Session;
use super::formula::first_look;
use crate::formula::Name;
use crate::lab::edit::Edit;
use crate::lab::given::Given;
use crate::lab::link;
use crate::lab::problem::{MOST_TOLD, Problem};
use crate::lab::rows::{LongRows, is_mark};
use crate::lab::setting::{Effect, Key, Setting};
use crate::lab::value::Value;
use crate::lab::words::problem as words;

impl Session {
    /// Replaces every setting by those of a link text. What cannot be used is
    /// left at its default and told. A text that is too long to be read changes
    /// nothing.
    pub fn load(&mut self, query: &str) -> Vec<Problem> {
        if query.len() > link::MOST_BYTES {
            return vec![words::link_too_long(query, link::MOST_BYTES)];
        }
        let (given, problems) = read_link(query);
        self.open(given, problems)
    }

    /// The same with rows too long for a text, which were read before.
    pub fn load_with(&mut self, query: &str, rows: LongRows) -> Vec<Problem> {
        let (mut given, mut problems) = read_link(query);
        match rows.value() {
            Ok(value) => given.put(Key::Data, Some(value)),
            Err(problem) => problems.push(problem),
        }
        self.open(given, problems)
    }

    fn open(&mut self, mut given: Given, mut problems: Vec<Problem>) -> Vec<Problem> {
        problems.extend(self.find_rows(&mut given));
        self.history.clear();
        self.selected = 0;
        self.last_walk = None;
        problems.extend(self.use_given(given));
        self.example = self.given.clone();
        self.seek_start();
        problems
    }

    /// Changes one setting from outside, as a page's attribute does; `None`
    /// takes it back to its default. A text that cannot be used changes nothing
    /// and is told.
    pub fn set(&mut self, key: &str, text: Option<&str>) -> Vec<Problem> {
        let Some(setting) = Setting::find(key) else {
            return vec![words::unknown_key(key, text.unwrap_or_default())];
        };
        let value = match text.map(|text| (text, setting.kind.read(text))) {
            None => None,
            Some((_, Ok(value))) => Some(value),
            Some((text, Err(refusal))) => return vec![words::refused(setting, text, refusal)],
        };
        self.put(setting, value)
    }

    /// The same for rows too long for a text, which were read before.
    pub fn set_rows(&mut self, rows: LongRows) -> Vec<Problem> {
        match rows.value() {
            Ok(value) => self.put(Key::Data.setting(), Some(value)),
            Err(problem) => vec![problem],
        }
    }

    fn put(&mut self, setting: &'static Setting, value: Option<Value>) -> Vec<Problem> {
        let problems = self.change(setting, value);
        self.example = self.given.clone();
        problems
    }

    /// Puts rows that this figure has where only their mark was given; tells where it has
    /// not.
    pub(super) fn find_rows(&self, given: &mut Given) -> Option<Problem> {
        let mark = given.text(Key::Data).filter(|text| is_mark(text))?;
        match self.given.rows().filter(|rows| rows.in_link() == mark) {
            None => Some(words::rows_left_out(mark)),
            Some(rows) => {
                given.put(Key::Data, Some(Value::Rows(Rc::clone(rows))));
                None
            }
        }
    }

    /// Changes one setting as the reader does, so that it can be undone.
    pub fn edit(&mut self, key: &str, text: &str) -> Vec<Problem> {
        let Some(setting) = Setting::find(key) else {
            return vec![words::unknown_key(key, text)];
        };
        match setting.kind.read(text) {
            Ok(value) => {
                self.begin(Edit::Setting(setting.key));
                self.change(setting, Some(value))
            }
            Err(refusal) => vec![words::refused(setting, text, refusal)],
        }
    }

    /// Chooses another cost, formula or data set as the reader does in a menu:
    /// it opens at its own defaults, and the look stays. A formula has none: window, start
    /// and α are chosen from it and given, so that links carry them.
    pub fn choose(&mut self, key: &str, text: &str) -> Vec<Problem> {
        let Some(setting) = Setting::find(key).filter(|s| s.effect == Effect::Subject) else {
            return self.edit(key, text);
        };
        let value = match setting.kind.read(text) {
            Ok(value) => value,
            Err(refusal) => return vec![words::refused(setting, text, refusal)],
        };
        let first_look = match setting.key {
            Key::Formula => first_look(text),
            _ => Vec::new(),
        };
        self.choose_values([vec![(setting.key, value)], first_look].concat())
    }

    /// The same with a value that was read before.
    pub(in crate::lab) fn choose_value(&mut self, key: Key, value: Value) -> Vec<Problem> {
        self.choose_values(vec![(key, value)])
    }

    /// The first is what is chosen, the others come with it.
    fn choose_values(&mut self, values: Vec<(Key, Value)>) -> Vec<Problem> {
        self.begin(Edit::Setting(values[0].0));
        self.open_with(values)
    }

    /// Opens another figure in the present look, as one edit that can be undone.
    /// Texts that cannot be read are left out.
    pub(in crate::lab) fn try_out(&mut self, settings: &[(Key, &str)]) {
        let read = |(key, text): &(Key, &str)| Some((*key, key.setting().kind.read(text).ok()?));
        self.begin(Edit::All);
        self.settle();
        self.open_with(settings.iter().filter_map(read).collect());
    }

    fn open_with(&mut self, settings: Vec<(Key, Value)>) -> Vec<Problem> {
        let mut given = Given::default();
        for (key, value) in self.given.iter() {
            if key.setting().effect == Effect::Look {
                given.put(key, Some(value.clone()));
            }
        }
        for (key, value) in settings {
            given.put(key, Some(value));
        }
        let (given, misfit) = self.kept_beside(&given);
        self.selected = 0;
        let mut problems = self.use_given(given);
        problems.extend(misfit);
        self.last_walk = None;
        self.example = self.given.clone();
        problems
    }

    fn change(&mut self, setting: &'static Setting, value: Option<Value>) -> Vec<Problem> {
        let mut given = self.given.clone();
        given.put(setting.key, value);
        let lost = match setting.key {
            Key::Data => self.find_rows(&mut given),
            _ => None,
        };
        if setting.key == Key::Cost {
            given.put(Key::Formula, None);
        }
        // Steps by hand are directions on these axes from this start.
        if matches!(setting.effect, Effect::Subject | Effect::Start) || setting.key == Key::Axes {
            given.put(Key::Hand, None);
        }
        if setting.effect != Effect::Subject
            && let Some((_, problem)) = self.misfits(&given).pop()
        {
            return vec![problem];
        }
        match setting.effect {
            Effect::Subject | Effect::Start => {
                let mut problems = self.use_given(given);
                problems.extend(lost);
                problems
            }
            Effect::Walk => {
                self.given = given;
                self.build_runs();
                self.catch_up();
                Vec::new()
            }
            Effect::Clock => {
                self.given = given;
                self.seek_start();
                Vec::new()
            }
            Effect::Place | Effect::Look => {
                self.given = given;
                self.look_again();
                self.reach_hand();
                Vec::new()
            }
        }
    }

    /// Takes settings on, drops what does not fit their cost, and stands at
    /// iteration 0.
    pub(super) fn use_given(&mut self, mut given: Given) -> Vec<Problem> {
        let mut problems = self.choose_subject(&mut given);
        problems.extend(self.fitting(given));
        self.iteration = 0;
        self.build_runs();
        problems
    }

    /// Takes settings on but for those that do not fit the cost.
    fn fitting(&mut self, mut given: Given) -> Vec<Problem> {
        let misfits = self.misfits(&given);
        for (key, _) in &misfits {
            given.put(*key, None);
        }
        self.given = given;
        misfits.into_iter().map(|(_, problem)| problem).collect()
    }

    /// The settings that do not fit the cost, each with what to say.
    fn misfits(&self, given: &Given) -> Vec<(Key, Problem)> {
        let names = self.subject.parameters();
        let mut misfits = Vec::new();
        let fits = |point: &Vec<f64>| point.len() == names.len();
        if given
            .starts()
            .is_some_and(|points| !points.iter().all(fits))
        {
            misfits.push((Key::Start, words::start_does_not_fit(given, names)));
        }
        if given
            .numbers(Key::Guess)
            .is_some_and(|guess| guess.len() != names.len())
        {
            misfits.push((Key::Guess, words::guess_does_not_fit(given, names)));
        }
        let leaves = given.numbers(Key::Hand).map(|numbers| numbers[0]);
        if leaves.is_some_and(|from| from < 0.0 || from.fract() != 0.0) {
            misfits.push((Key::Hand, words::hand_does_not_fit(given)));
        }
        let known = |name: &Name| names.contains(name);
        if given.axes().is_some_and(|axes| !axes.iter().all(known)) {
            misfits.push((Key::Axes, words::axes_do_not_fit(given, names)));
        }
        misfits
    }
}

/// The settings of a link text, and what of it cannot be used.
pub(super) fn read_link(query: &str) -> (Given, Vec<Problem>) {
    let mut given = Given::default();
    let mut told = Told::default();
    for (key, text) in link::read(query) {
        read_pair(&key, &text, &mut given, &mut told);
    }
    (given, told.all())
}

/// Takes one pair of a link on, or tells why not. Of a key given more than once
/// the last good value counts.
fn read_pair(key: &str, text: &str, given: &mut Given, told: &mut Told) {
    let Some(setting) = Setting::find(key) else {
        match key {
            link::VERSION_KEY if text.trim() == link::VERSION => {}
            link::VERSION_KEY => told.tell(|| words::other_version(key, text)),
            _ if link::is_foreign(key) => {}
            _ => told.tell(|| words::unknown_key(key, text)),
        }
        return;
    };
    match setting.kind.read(text) {
        Ok(value) => {
            if given.get(setting.key).is_some() {
                told.tell(|| words::given_twice(setting, text));
            }
            given.put(setting.key, Some(value));
        }
        Err(refusal) => told.tell(|| words::refused(setting, text, refusal)),
    }
}

/// The problems of a link: the first of them, and how many more there are.
#[derive(Default)]
struct Told {
    problems: Vec<Problem>,
    untold: usize,
}

impl Told {
    fn tell(&mut self, problem: impl FnOnce() -> Problem) {
        if self.problems.len() < MOST_TOLD {
            self.problems.push(problem());
        } else {
            self.untold += 1;
        }
    }

    fn all(mut self) -> Vec<Problem> {
        if self.untold > 0 {
            self.problems.push(words::untold(self.untold));
        }
        self.problems
    }
}
