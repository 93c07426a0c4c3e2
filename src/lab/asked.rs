//! Which model is asked for, on which data.

use std::rc::Rc;

use super::given::Given;
use super::setting::Key;
use super::value::Value;
use crate::cost::{
    Activation, DataSheet, Fit, LOSSES, Loss, Misfit, Model, ModelSheet, Table, find_data,
    find_model,
};

/// A model on data, as the settings ask for it.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) sheet: &'static ModelSheet,
    pub(super) data: AskedData,
    pub(super) model: Model,
    pub(super) loss: Loss,
    /// Whether features are measured in standard deviations from their means.
    pub(super) standardised: bool,
}

/// Where the rows come from.
#[derive(Clone, Debug)]
pub(super) enum AskedData {
    BuiltIn(&'static DataSheet),
    Own(Rc<Table>),
}

/// What stands for settings that are not given.
const DEGREE: u32 = 2;
const HIDDEN: u32 = 2;

/// The models by their ids.
const LINE: &str = "regression";
const POLYNOMIAL: &str = "polynomial";
const LOGISTIC: &str = "logistic";
const NETWORK: &str = "network";

impl Asked {
    /// `None` where the settings ask for a formula.
    pub(super) fn read(given: &Given) -> Option<Asked> {
        let chosen = match given.text(Key::Cost) {
            Some(id) => Some(find_model(id)?),
            None => None,
        };
        let data = match (given.get(Key::Data), chosen) {
            (Some(Value::Rows(rows)), _) => AskedData::Own(Rc::clone(rows.table())),
            (Some(Value::Text(id)), _) if find_data(id).is_some() => {
                AskedData::BuiltIn(find_data(id)?)
            }
            (None, None) => return None,
            (_, chosen) => {
                let model = chosen.or_else(|| find_model(LINE))?;
                AskedData::BuiltIn(find_data(model.data)?)
            }
        };
        let sheet = chosen.or_else(|| find_model(opens_with(&data)))?;
        let asked = Asked {
            model: model(sheet, &data, given),
            loss: loss(sheet, &data, given),
            standardised: given.get(Key::Standardise) == Some(&Value::Switch(true)),
            sheet,
            data,
        };
        Some(asked)
    }

    /// The rows as they were given.
    pub(super) fn table(&self) -> Rc<Table> {
        match &self.data {
            AskedData::BuiltIn(sheet) => Rc::new(Table::built_in(sheet)),
            AskedData::Own(table) => Rc::clone(table),
        }
    }

    /// Whether these data fit this model. Standardising changes neither the number of
    /// features nor y.
    pub(super) fn check(&self) -> Result<(), Misfit> {
        Fit::check(self.model, self.loss, &self.table())
    }

    /// The cost, or why these data do not fit this model.
    pub(super) fn fit(&self) -> Result<Fit, Misfit> {
        let table = self.table();
        let table = match self.standardised {
            true => Rc::new(table.standardised()),
            false => table,
        };
        Fit::new(self.model, self.loss, table)
    }

    /// The data sheet, where it promises window, start and α for just this.
    pub(super) fn promised(&self) -> Option<&'static DataSheet> {
        match self.data {
            AskedData::BuiltIn(sheet) => {
                (sheet.model == self.model && sheet.loss == self.loss && !self.standardised)
                    .then_some(sheet)
            }
            AskedData::Own(_) => None,
        }
    }
}

/// Whether a loss can be chosen for a model.
pub(super) fn takes_loss(sheet: &ModelSheet, loss: &str) -> bool {
    sheet.id != LOGISTIC || loss == Loss::CrossEntropy.sheet().id
}

/// The id of the model that data open with.
fn opens_with(data: &AskedData) -> &'static str {
    match data {
        AskedData::BuiltIn(sheet) => id_of(sheet.model, sheet.loss),
        AskedData::Own(_) => LINE,
    }
}

fn id_of(model: Model, loss: Loss) -> &'static str {
    match (model, loss) {
        (Model::Line, Loss::CrossEntropy) => LOGISTIC,
        (Model::Line, _) => LINE,
        (Model::Polynomial { .. }, _) => POLYNOMIAL,
        (Model::Network { .. }, _) => NETWORK,
    }
}

/// What the data's sheet says of this very model.
fn of_sheet(sheet: &ModelSheet, data: &AskedData) -> Option<&'static DataSheet> {
    match data {
        AskedData::BuiltIn(data) => (id_of(data.model, data.loss) == sheet.id).then_some(data),
        AskedData::Own(_) => None,
    }
}

fn model(sheet: &ModelSheet, data: &AskedData, given: &Given) -> Model {
    let usual = of_sheet(sheet, data).map(|sheet| sheet.model);
    match sheet.id {
        POLYNOMIAL => {
            let usual = match usual {
                Some(Model::Polynomial { degree }) => degree,
                _ => DEGREE,
            };
            let degree = given.whole(Key::Degree).unwrap_or(usual);
            Model::Polynomial { degree }
        }
        NETWORK => {
            let (hidden, activation) = match usual {
                Some(Model::Network { hidden, activation }) => (hidden, activation),
                _ => (HIDDEN, Activation::Tanh),
            };
            Model::Network {
                hidden: given.whole(Key::Hidden).unwrap_or(hidden),
                activation: match given.text(Key::Activation) {
                    Some("sigmoid") => Activation::Sigmoid,
                    Some(_) => Activation::Tanh,
                    None => activation,
                },
            }
        }
        _ => Model::Line,
    }
}

fn loss(sheet: &ModelSheet, data: &AskedData, given: &Given) -> Loss {
    let usual = of_sheet(sheet, data).map_or(Loss::Squared, |sheet| sheet.loss);
    let asked = given
        .text(Key::Loss)
        .and_then(|id| LOSSES.iter().find(|sheet| sheet.id == id));
    let loss = match asked {
        _ if sheet.id == LOGISTIC => Loss::CrossEntropy,
        Some(sheet) => sheet.loss,
        None => usual,
    };
    match (loss, given.number(Key::Delta)) {
        (Loss::Huber { .. }, Some(delta)) => Loss::Huber { delta },
        _ => loss,
    }
}
