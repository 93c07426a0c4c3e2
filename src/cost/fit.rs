use std::borrow::Cow;
use std::rc::Rc;

use super::batch::{OfRows, OnBatch};
use super::model::{feature_names, named};
use super::{Batch, Cost, Loss, Model, Table, symmetric_eigenvalues};
use crate::formula::{Name, Program, RowFormula};

/// A model on data: J is the mean over the rows of what each costs.
///
/// J and its partial derivatives come from one formula of a row, so they cannot disagree;
/// terms are added in the order of the rows. [`Regression`](super::Regression) is the same
/// cost for a line by squared error, and needs no rows for it.
#[derive(Clone, Debug)]
pub struct Fit {
    model: Model,
    loss: Loss,
    table: Rc<Table>,
    /// Of parameters and features.
    prediction: RowFormula,
    /// Of parameters, features and y.
    row: RowFormula,
}

/// Why a model takes no such data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The number of features; the least and the most.
    Features(usize, [usize; 2]),
    /// A y that is no probability: the row, counted from 1.
    NoProbability(usize),
}

impl Fit {
    /// The cost of a model on a table.
    ///
    /// # Errors
    /// More or fewer features than the model takes; for cross-entropy, a y below 0 or above 1.
    pub fn new(model: Model, loss: Loss, table: impl Into<Rc<Table>>) -> Result<Fit, Misfit> {
        let table = table.into();
        Fit::check(model, loss, &table)?;
        let features = table.columns().len() - 1;
        let parameters = model.parameters(features);
        let mut columns: Vec<Name> = feature_names(features).iter().map(|x| named(x)).collect();
        let prediction = read(&loss.prediction(model, features), &parameters, &columns);
        columns.push(named("y"));
        let row = read(&loss.of_row(model, features), &parameters, &columns);
        Ok(Fit {
            model,
            loss,
            table,
            prediction,
            row,
        })
    }

    /// Whether a model takes such data.
    ///
    /// # Errors
    /// Those of [`new`](Fit::new).
    pub fn check(model: Model, loss: Loss, table: &Table) -> Result<(), Misfit> {
        let features = table.columns().len() - 1;
        let [least, most] = model.features();
        if features < least || features > most {
            return Err(Misfit::Features(features, [least, most]));
        }
        match loss {
            Loss::CrossEntropy => match no_probability(table) {
                Some(row) => Err(Misfit::NoProbability(row)),
                None => Ok(()),
            },
            Loss::Squared | Loss::Absolute | Loss::Huber { .. } => Ok(()),
        }
    }

    /// What is predicted.
    pub fn model(&self) -> Model {
        self.model
    }

    /// What an error costs.
    pub fn loss(&self) -> Loss {
        self.loss
    }

    /// The data.
    pub fn table(&self) -> &Rc<Table> {
        &self.table
    }

    /// What a row costs, as a formula of parameters, features and y.
    pub fn row(&self) -> &RowFormula {
        &self.row
    }

    /// What is predicted, as a formula of parameters and features.
    pub fn prediction(&self) -> &RowFormula {
        &self.prediction
    }

    /// The model's y for a row of features (perhaps with y behind them), for the parameters
    /// `at`.
    pub fn predict(&self, row: &[f64], at: &[f64]) -> f64 {
        let features = self.table.columns().len() - 1;
        self.prediction.value(&[at, &row[..features]].concat())
    }

    /// Whether it is a line by squared error.
    pub fn is_least_squares(&self) -> bool {
        self.model == Model::Line && self.loss == Loss::Squared
    }

    /// A number that no second derivative of J, along any direction, exceeds: gradient
    /// descent with α below 2 over it never goes uphill. `None` where there is none or it is
    /// not known.
    pub fn largest_curvature(&self) -> Option<f64> {
        let mut sums: Vec<f64> = Vec::new();
        for row in self.table.rows() {
            let factors = self.model.factors(&row[..row.len() - 1])?;
            sums.resize(factors.len() * factors.len(), 0.0);
            let products = factors
                .iter()
                .flat_map(|a| factors.iter().map(move |b| a * b));
            sums.iter_mut()
                .zip(products)
                .for_each(|(sum, next)| *sum += next);
        }
        let parameters = self.row.parameters().len();
        let mean = self.mean();
        sums.iter_mut().for_each(|sum| *sum *= mean);
        let largest = symmetric_eigenvalues(&sums, parameters)[parameters - 1];
        match self.loss {
            Loss::Squared | Loss::Huber { .. } => Some(largest),
            // σ(1 − σ) is at most a quarter.
            Loss::CrossEntropy => Some(largest / 4.0),
            Loss::Absolute => None,
        }
    }

    fn mean(&self) -> f64 {
        1.0 / self.table.row_count() as f64
    }

    /// Calls `each` with parameters and columns of every row in turn.
    fn each_row(&self, at: &[f64], mut each: impl FnMut(&[f64])) {
        let mut inputs = at.to_vec();
        for row in self.table.rows() {
            inputs.truncate(at.len());
            inputs.extend_from_slice(row);
            each(&inputs);
        }
    }
}

impl OfRows for Fit {
    fn names(&self) -> &[Name] {
        self.row.parameters()
    }

    fn row_value(&self, row: &[f64], at: &[f64]) -> f64 {
        self.row.value(&[at, row].concat())
    }

    fn row_gradient(&self, row: &[f64], at: &[f64], into: &mut [f64]) {
        self.row.gradient(&[at, row].concat(), into);
    }
}

impl Cost for Fit {
    fn parameters(&self) -> &[Name] {
        self.row.parameters()
    }

    fn value(&self, at: &[f64]) -> f64 {
        let mut total = Total::default();
        self.each_row(at, |inputs| total.add(self.row.value(inputs)));
        total.0.unwrap_or(0.0) * self.mean()
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        let mut totals = vec![Total::default(); at.len()];
        self.each_row(at, |inputs| {
            self.row.gradient(inputs, into);
            for (total, share) in totals.iter_mut().zip(into.iter()) {
                total.add(*share);
            }
        });
        for (partial, total) in into.iter_mut().zip(totals) {
            *partial = total.0.unwrap_or(0.0) * self.mean();
        }
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        let mut total = Total::default();
        self.each_row(at, |inputs| total.add(self.row.partial(index, inputs)));
        total.0.unwrap_or(0.0) * self.mean()
    }

    fn values(&self, at: &[&[f64]], into: &mut [f64]) {
        let mut columns = vec![vec![0.0; into.len()]; self.table.columns().len()];
        let mut costs = vec![0.0; into.len()];
        for (index, row) in self.table.rows().enumerate() {
            for (column, number) in columns.iter_mut().zip(row) {
                column.fill(*number);
            }
            let columns = columns.iter().map(Vec::as_slice);
            let lanes: Vec<&[f64]> = at.iter().copied().chain(columns).collect();
            if index == 0 {
                self.row.values(&lanes, into);
                continue;
            }
            self.row.values(&lanes, &mut costs);
            into.iter_mut()
                .zip(&costs)
                .for_each(|(total, cost)| *total += cost);
        }
        let mean = self.mean();
        into.iter_mut().for_each(|total| *total *= mean);
    }

    fn on_batch<'a>(&'a self, batch: Batch, iteration: u32) -> Option<Box<dyn Cost + 'a>> {
        OnBatch::drawn(self, Rc::clone(&self.table), batch, iteration)
    }

    fn program(&self) -> Option<Cow<'_, Program>> {
        let rows: Vec<&[f64]> = self.table.rows().take(MOST_COMPILED + 1).collect();
        if rows.len() > MOST_COMPILED {
            return None;
        }
        let program = self.row.unrolled(rows.into_iter(), self.mean());
        program.map(Cow::Owned)
    }
}

/// More rows are never written out one by one.
const MOST_COMPILED: usize = 500;

/// A sum that begins with its first term.
#[derive(Clone, Copy, Default)]
struct Total(Option<f64>);

impl Total {
    fn add(&mut self, term: f64) {
        self.0 = Some(self.0.map_or(term, |total| total + term));
    }
}

/// The first row whose y is no probability.
fn no_probability(table: &Table) -> Option<usize> {
    let y = table.columns().len() - 1;
    let place = table.column(y).position(|y| !(0.0..=1.0).contains(&y));
    place.map(|index| index + 1)
}

fn read(text: &str, parameters: &[Name], columns: &[Name]) -> RowFormula {
    RowFormula::parse(text, parameters, columns)
        .unwrap_or_else(|_| unreachable!("tests read the formula of every model and loss"))
}
