use std::rc::Rc;

use super::Session;
use crate::cost::{Fit, Table};
use crate::lab::asked::Asked;
use crate::lab::captions::DataView;
use crate::lab::defaults::{STEPS, TOLERANCE};
use crate::lab::edit::{Clock, Edit};
use crate::lab::given::Given;
use crate::lab::rows::{MOST_DOTS, Rows};
use crate::lab::setting::Key;
use crate::lab::value::Value;
use crate::lab::words::points as words;

/// A walk is computed anew after each change of a point, up to where the clock stood, but
/// for no more rows than these, all steps together: more would not keep up with a drag.
const MOST_ROWS_WALKED: usize = 2_000_000;
/// A step of a regression by moments takes as long as so many rows.
const ROWS_OF_MOMENTS: usize = 16;

/// All that says which model it is beside the data, the most telling first.
const MODEL: [Key; 6] = [
    Key::Cost,
    Key::Loss,
    Key::Delta,
    Key::Degree,
    Key::Hidden,
    Key::Activation,
];

impl Session {
    /// Why the rows of this figure cannot be changed one by one, in a sentence; `None` where
    /// they can.
    pub fn points_barred(&self) -> Option<String> {
        let Some(fit) = &self.subject.fit else {
            return Some(words::NO_DATA.into());
        };
        let rows = fit.table().row_count();
        match self.data_view() {
            DataView::Predictions => Some(words::PREDICTIONS.into()),
            _ if rows > MOST_DOTS => Some(words::too_many(rows, MOST_DOTS)),
            _ if self.is_standardised() => Some(words::STANDARDISED.into()),
            _ => None,
        }
    }

    /// Gives a row other numbers, features first. Moves of one row that follow each other
    /// are one edit until it is settled.
    ///
    /// # Errors
    /// A sentence that says why the row stays as it is.
    pub fn move_point(&mut self, row: usize, to: &[f64]) -> Result<(), String> {
        self.change_rows(Edit::Point(row), |rows| {
            *rows.get_mut(row)? = to.to_vec();
            Some(())
        })
    }

    /// One more row, features first; gives its place, the last.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn add_point(&mut self, at: &[f64]) -> Result<usize, String> {
        self.settle();
        self.change_rows(Edit::Points, |rows| {
            rows.push(at.to_vec());
            Some(())
        })?;
        self.settle();
        Ok(self.point_count() - 1)
    }

    /// Takes a row away.
    ///
    /// # Errors
    /// A sentence that says why it stays: the last one does.
    pub fn remove_point(&mut self, row: usize) -> Result<(), String> {
        if self.point_count() == 1 {
            return Err(words::LAST.into());
        }
        self.settle();
        self.change_rows(Edit::Points, |rows| {
            (row < rows.len()).then(|| drop(rows.remove(row)))
        })?;
        self.settle();
        Ok(())
    }

    /// How many rows there are.
    pub fn point_count(&self) -> usize {
        let fit = self.subject.fit.as_ref();
        fit.map_or(0, |fit| fit.table().row_count())
    }

    /// The numbers of a row; `None` if there is no such row.
    pub fn point(&self, row: usize) -> Option<&[f64]> {
        let table = self.subject.fit.as_ref()?.table();
        (row < table.row_count()).then(|| table.row(row))
    }

    fn change_rows(
        &mut self,
        edit: Edit,
        change: impl FnOnce(&mut Vec<Vec<f64>>) -> Option<()>,
    ) -> Result<(), String> {
        if let Some(barred) = self.points_barred() {
            return Err(barred);
        }
        let Some(fit) = &self.subject.fit else {
            return Err(words::NO_DATA.into());
        };
        let mut rows: Vec<Vec<f64>> = fit.table().rows().map(<[f64]>::to_vec).collect();
        let changed = change(&mut rows);
        let columns = fit.table().columns().to_vec();
        if changed.is_none() || rows.iter().any(|row| row.len() != columns.len()) {
            return Err(words::NO_SUCH_ROW.into());
        }
        let table = Table::new(columns, rows.concat()).map_err(|error| words::refused(&error))?;
        if table == **fit.table() {
            return Ok(());
        }
        if table.row_count() > MOST_DOTS {
            return Err(words::too_many(table.row_count(), MOST_DOTS));
        }
        Fit::check(fit.model(), fit.loss(), &table).map_err(words::misfit)?;
        let given = self.with_rows(table);
        self.begin(edit);
        let faint = self.last_walk.take();
        self.use_given(given);
        self.last_walk = self.last_walk.take().or(faint);
        let clock = self.history.clock();
        self.stand_again(clock);
        Ok(())
    }

    /// The settings with other rows, and everything else as it is, given where it was not:
    /// rows of the reader's own would open with a model, a start and an α of their own.
    fn with_rows(&self, table: Table) -> Given {
        let mut given = self.given.clone();
        given.put(Key::Hand, None);
        given.put(Key::Data, Some(Value::Rows(Rc::new(Rows::long(table)))));
        for key in MODEL {
            if self.is_of_present_model(&given) {
                break;
            }
            if given.get(key).is_none() {
                given.put(key, self.model_value(key));
            }
        }
        let mut keep = |key: Key, value: Value| {
            if given.get(key).is_none() {
                given.put(key, Some(value));
            }
        };
        keep(Key::Start, Value::Points(self.starts()));
        keep(Key::Alpha, Value::Number(self.alpha()));
        keep(Key::Window, Value::Window(self.window()));
        if self.step_limit() != STEPS {
            keep(Key::Steps, Value::Whole(self.step_limit()));
        }
        if self.tolerance().to_bits() != TOLERANCE.to_bits() {
            keep(Key::Tolerance, Value::Number(self.tolerance()));
        }
        given
    }

    fn is_of_present_model(&self, given: &Given) -> bool {
        let (fit, asked) = (self.subject.fit.as_ref(), Asked::read(given));
        fit.zip(asked)
            .is_some_and(|(fit, asked)| fit.model() == asked.model && fit.loss() == asked.loss)
    }

    fn model_value(&self, key: Key) -> Option<Value> {
        let text = match key {
            Key::Cost => self.subject.model.map(|model| model.id.to_owned()),
            _ => self.model_setting(key),
        };
        key.setting().kind.read(&text?).ok()
    }

    /// Where the clock stands, to come back to after the rows have changed.
    pub(super) fn clock(&self) -> Clock {
        match (self.iteration, self.is_finished()) {
            (0, false) => Clock::Start,
            (iteration, true) => Clock::End(iteration),
            (iteration, false) => Clock::At(iteration),
        }
    }

    /// Computes the walks up to where the clock stood; those that had ended up to their end.
    fn stand_again(&mut self, clock: Clock) {
        let of_step = match (&self.subject.regression, self.point_count()) {
            (Some(_), _) => ROWS_OF_MOMENTS,
            (None, rows) => rows,
        };
        let most = (MOST_ROWS_WALKED / (of_step * self.runs.len())) as u32;
        let wanted = match clock {
            Clock::Start => return,
            Clock::At(iteration) => iteration,
            Clock::End(_) => self.step_limit(),
        };
        self.iteration = if wanted < most { wanted } else { most };
        self.catch_up();
        if matches!(clock, Clock::End(_)) {
            self.look_for_ends();
        }
    }

    /// Stands where the clock stood before an edit that is taken back.
    pub(super) fn stand_back(&mut self, clock: Clock) {
        let (Clock::At(iteration) | Clock::End(iteration)) = clock else {
            return;
        };
        self.iteration = iteration;
        self.catch_up();
        if matches!(clock, Clock::End(_)) {
            self.look_for_ends();
        }
    }

    fn look_for_ends(&mut self) {
        for run in &mut self.runs {
            run.look_for_end();
        }
    }
}
