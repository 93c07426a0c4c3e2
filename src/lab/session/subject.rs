use std::rc::Rc;

use super::Session;
use crate::cost::{Fit, Loss, MODELS, Misfit, Model, Table};
use crate::lab::asked::{Asked, takes_loss};
use crate::lab::given::Given;
use crate::lab::problem::Problem;
use crate::lab::setting::{Effect, Key, SETTINGS};
use crate::lab::subject::Subject;
use crate::lab::value::Value;
use crate::lab::words::problem as words;

impl Session {
    /// Makes another cost of the settings about it, where they have changed. Those that do
    /// not go together are dropped and told.
    pub(super) fn choose_subject(&mut self, given: &mut Given) -> Vec<Problem> {
        let changed = SETTINGS
            .iter()
            .filter(|setting| setting.effect == Effect::Subject)
            .any(|setting| given.get(setting.key) != self.given.get(setting.key));
        if !changed {
            return Vec::new();
        }
        let mut problems = Vec::new();
        problems.extend(drop_loss(given));
        loop {
            match Subject::chosen(given) {
                Ok(subject) => {
                    self.subject = subject;
                    self.last_walk = None;
                    return problems;
                }
                Err(misfit) => problems.push(drop_misfit(given, misfit)),
            }
        }
    }

    /// The settings about the present model, for costs made from data.
    pub fn model_settings(&self) -> Vec<Key> {
        let Some(fit) = &self.subject.fit else {
            return Vec::new();
        };
        let of_model: &[Key] = match fit.model() {
            Model::Line => &[],
            Model::Polynomial { .. } => &[Key::Degree],
            Model::Network { .. } => &[Key::Hidden, Key::Activation],
        };
        let is_logistic = fit.model() == Model::Line && fit.loss() == Loss::CrossEntropy;
        let of_loss: &[Key] = match fit.loss() {
            _ if is_logistic => &[],
            Loss::Huber { .. } => &[Key::Loss, Key::Delta],
            _ => &[Key::Loss],
        };
        [of_model, of_loss, &[Key::Standardise, Key::Batch]].concat()
    }

    /// Whether features are measured from their means, in standard deviations.
    pub fn is_standardised(&self) -> bool {
        Asked::read(&self.given).is_some_and(|asked| asked.standardised)
    }

    /// The present model on its data as measured and standardised; none without data.
    pub(in crate::lab) fn fits(&self) -> Option<[Fit; 2]> {
        let asked = Asked::read(&self.given)?;
        let table = asked.table();
        let fit = |table: Rc<Table>| Fit::new(asked.model, asked.loss, table).ok();
        Some([fit(Rc::clone(&table))?, fit(Rc::new(table.standardised()))?])
    }

    /// The rows before they were standardised; `None` without data.
    pub(in crate::lab) fn rows_as_given(&self) -> Option<Rc<Table>> {
        Asked::read(&self.given).map(|asked| asked.table())
    }

    /// What the present model has for a setting about it.
    pub(super) fn model_setting(&self, key: Key) -> Option<String> {
        let fit = self.subject.fit.as_ref()?;
        match (key, fit.model(), fit.loss()) {
            (Key::Loss, _, loss) => Some(loss.sheet().id.to_owned()),
            (Key::Batch, ..) => self.batch_size().map(|size| size.to_string()),
            (Key::Degree, Model::Polynomial { degree }, _) => Some(degree.to_string()),
            (Key::Hidden, Model::Network { hidden, .. }, _) => Some(hidden.to_string()),
            (Key::Activation, Model::Network { activation, .. }, _) => {
                Some(activation.name().to_owned())
            }
            _ => None,
        }
    }

    /// What stays when the reader chooses another cost or other data: the data, if the
    /// model takes them, and for rows of the reader's own the model. Rows of the reader's own
    /// that do not go with the model are told.
    pub(super) fn kept_beside(&self, chosen: &Given) -> (Given, Option<Problem>) {
        let (kept, key) = match (chosen.get(Key::Cost), chosen.rows()) {
            (Some(_), _) => (self.with_own(chosen, &[Key::Data]), Key::Data),
            (None, Some(_)) => (self.with_own(chosen, MODEL), Key::Cost),
            (None, None) => return (chosen.clone(), None),
        };
        match Asked::read(&kept).map(|asked| asked.check()) {
            Some(Ok(())) => (kept, None),
            Some(Err(misfit)) if kept.rows().is_some() => {
                let problem = words::data_do_not_fit(&kept, key, misfit);
                (chosen.clone(), Some(problem))
            }
            Some(Err(_)) | None => (chosen.clone(), None),
        }
    }

    /// Settings with some of the present ones, where they have none of their own.
    fn with_own(&self, settings: &Given, keys: &[Key]) -> Given {
        let mut given = settings.clone();
        for key in keys {
            if given.get(*key).is_none() {
                given.put(*key, self.given.get(*key).cloned());
            }
        }
        // Built-in data may have brought their model without its being asked for.
        let model = self.subject.model.map(|model| model.id);
        if let (None, Some(model)) = (given.get(Key::Cost), model)
            && model != MODELS[0].id
        {
            given.put(Key::Cost, Some(Value::Text(model.into())));
        }
        given
    }
}

/// All that says which model it is.
const MODEL: &[Key] = &[
    Key::Cost,
    Key::Loss,
    Key::Delta,
    Key::Degree,
    Key::Hidden,
    Key::Activation,
    Key::Standardise,
];

/// Drops a loss that the model asked for cannot have.
fn drop_loss(given: &mut Given) -> Option<Problem> {
    let asked = Asked::read(given)?;
    let loss = given.text(Key::Loss)?;
    if takes_loss(asked.sheet, loss) {
        return None;
    }
    let problem = words::loss_does_not_fit(given, asked.sheet);
    given.put(Key::Loss, None);
    Some(problem)
}

/// Drops what most likely is wrong where data do not fit their model. At its defaults every
/// model fits its data, so that there is something to drop.
fn drop_misfit(given: &mut Given, misfit: Misfit) -> Problem {
    let suspects: &[Key] = match misfit {
        Misfit::Features(..) => &[Key::Data, Key::Cost],
        Misfit::NoProbability(_) => &[Key::Loss, Key::Data, Key::Cost],
    };
    let suspect = suspects.iter().find(|key| given.get(**key).is_some());
    let key = *suspect.unwrap_or(&Key::Cost);
    let problem = words::data_do_not_fit(given, key, misfit);
    given.put(key, None);
    problem
}
