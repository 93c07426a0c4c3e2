//! What is said of the sums behind a step.

use super::{grouped, number};
use crate::cost::Column;
use crate::formula::Name;

pub(in crate::lab) const PREDICTION: &str = "prediction";
pub(in crate::lab) const ERROR: &str = "error";
pub(in crate::lab) const SUM: &str = "sum";

/// The name of a row, counted from 1.
pub(in crate::lab) fn row(number: usize) -> String {
    format!("row {}", grouped(number))
}

/// All rows that are not shown.
pub(in crate::lab) fn others(count: usize) -> String {
    match count {
        1 => "the other row".into(),
        _ => format!("the other {} rows", grouped(count)),
    }
}

/// The column of shares of one partial derivative.
pub(in crate::lab) fn share(parameter: &str) -> String {
    format!("share of ∂J/∂{parameter}")
}

/// "error · size / 6"; b has no feature.
pub(in crate::lab) fn share_how(feature: Option<&str>, rows: usize) -> String {
    let rows = grouped(rows);
    match feature {
        Some(feature) => format!("error · {feature} / {rows}"),
        None => format!("error / {rows}"),
    }
}

/// "∂(cost of the row)/∂w / 6".
pub(in crate::lab) fn slope_how(parameter: &str, rows: usize) -> String {
    format!("∂(cost of the row)/∂{parameter} / {}", grouped(rows))
}

/// "w · size + b".
pub(in crate::lab) fn prediction_how(names: &[Name], columns: &[Column]) -> String {
    let terms = names.iter().zip(columns).enumerate();
    terms
        .map(|(index, (name, column))| match index + 1 == names.len() {
            true => name.display(),
            false => format!("{} · {} + ", name.display(), column.name),
        })
        .collect()
}

/// "prediction − price".
pub(in crate::lab) fn error_how(y: &str) -> String {
    format!("prediction − {y}")
}

/// What the table shows.
pub(in crate::lab) fn caption(rows: usize, shown: usize, batch: Option<[usize; 2]>) -> String {
    let by_lot = batch.map_or(String::new(), |batch| super::batch::looks_at(batch) + " ");
    let which = match shown < rows {
        true => {
            let rows = grouped(rows);
            format!("Of {rows} rows the {shown} with the largest shares, and the others added up: ")
        }
        false => String::new(),
    };
    let each = "every row has a prediction, an error, and its share of each partial derivative; the shares add up to the slopes of the next step.";
    match which.is_empty() {
        true => format!("{by_lot}E{}", &each[1..]),
        false => by_lot + &which + each,
    }
}

/// In place of a table, for a cost that is a formula.
pub(in crate::lab) const FORMULA: &str = "This J is a formula and has no rows to add up: each slope is the formula of a partial derivative with the present numbers put in.";
pub(in crate::lab) const FORMULA_NOTE: &str =
    "Numbers are rounded to be read; the slopes are computed from all digits.";

/// How the sums were made.
pub(in crate::lab) fn rows_note(difference: f64) -> String {
    let agree = match difference == 0.0 {
        true => "and are the slopes the walk uses".into(),
        false => format!(
            "and agree with the slopes the walk uses to within {} (rounding)",
            super::significant(difference, 2)
        ),
    };
    format!("Numbers are rounded to be read; the sums are made from all digits {agree}.")
}

/// A slope that the rule measures after other parameters have moved.
pub(in crate::lab) fn elsewhere(name: &str, measured: f64, here: f64) -> String {
    format!(
        " This rule measures ∂J/∂{name} after the parameters before it have moved: {}, not the {} of the old point.",
        number(measured),
        number(here)
    )
}

/// "w 1.512, b −0.504".
pub(in crate::lab) fn values(names: &[Name], point: &[f64]) -> String {
    let pairs = names.iter().zip(point);
    pairs
        .map(|(name, value)| format!("{} {}", name.display(), number(*value)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Where the next step leads.
pub(in crate::lab) fn next(iteration: u32, values: &str, cost: f64, before: f64) -> String {
    format!(
        "Step {iteration} leads to {values}: J {} after {}.",
        number(cost),
        number(before)
    )
}

pub(in crate::lab) const STOPPED: &str = "The run has stopped here: there is no next step.";

/// A slope in words.
pub(in crate::lab) fn partial(name: &str, slope: &str) -> String {
    format!("The partial derivative of J by {name} is {slope} here.")
}
