//! What is said of points of the data that are changed one by one.

use crate::cost::{Column, DataError, Misfit};
use crate::number::exact;

/// There are no data.
pub(in crate::lab) const NO_DATA: &str = "This cost is made of no data.";

/// The plot shows predictions.
pub(in crate::lab) const PREDICTIONS: &str = "Points can be edited where the plot shows them over one feature, or over two by their class. This plot shows predictions.";

/// Features are standardised.
pub(in crate::lab) const STANDARDISED: &str = "Points can be edited while features are not standardised: mean and deviation would change with every point.";

/// Somebody asks for a row that is not there.
pub(in crate::lab) const NO_SUCH_ROW: &str = "There is no such point.";

/// The last row is to be taken away.
pub(in crate::lab) const LAST: &str = "The last point stays: without data there is no cost.";

/// More rows than can be told apart.
pub(in crate::lab) fn too_many(rows: usize, most: usize) -> String {
    format!("Points can be edited in data of at most {most} rows; these are {rows}.")
}

/// A number that no table takes.
pub(in crate::lab) fn refused(error: &DataError) -> String {
    format!(
        "The point stays as it was. Found {}, allowed: {}.",
        error.found, error.allowed
    )
}

/// Rows that the model does not take.
pub(in crate::lab) fn misfit(misfit: Misfit) -> String {
    match misfit {
        Misfit::NoProbability(row) => {
            format!("Point {row} stays as it was: with cross-entropy, y is from 0 to 1.")
        }
        Misfit::Features(..) => NO_SUCH_ROW.into(),
    }
}

/// A text that is no number.
pub fn no_number(text: &str) -> String {
    let start: String = text.chars().take(24).collect();
    format!("The point stays as it was: “{start}” is no number.")
}

/// What was done with a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was chosen.
    Chosen,
    /// It has other numbers.
    Moved,
    /// It is new.
    Added,
    /// It is gone.
    Deleted,
}

/// A point by its number, where it is and what was done: "Point 3 of 7 moved to size 2.1,
/// price 3.4."
pub fn done(done: Done, number: usize, count: usize, place: &str) -> String {
    match done {
        Done::Chosen => format!("Point {number} of {count}: {place}."),
        Done::Moved => format!("Point {number} of {count} moved to {place}."),
        Done::Added => format!("Point {number} of {count} added at {place}."),
        Done::Deleted => format!("Point {number} at {place} deleted; {count} left."),
    }
}

/// The numbers of a row with the names of their columns: "size 2.1, price 3.4".
pub fn place(columns: &[Column], row: &[f64]) -> String {
    let named = |(column, value): (&Column, &f64)| format!("{} {}", column.name, minus(*value));
    let named: Vec<String> = columns.iter().zip(row).map(named).collect();
    named.join(", ")
}

/// A number as it stands in links, with a true minus.
fn minus(value: f64) -> String {
    exact(value).replace('-', "−")
}

/// How points are edited, and what is special about these.
pub fn help(by_class: bool) -> &'static str {
    match by_class {
        true => {
            "Click empty ground to add a point of the chosen one’s y; drag a point to move it. Arrow keys move the chosen point, Page Up and Page Down choose another, Delete takes it away."
        }
        false => {
            "Click empty ground to add a point, drag a point to move it. Arrow keys move the chosen point, Page Up and Page Down choose another, Delete takes it away."
        }
    }
}

/// What is true of a line by squared error where there is more than one best line.
pub const TROUGH: &str =
    "Many lines fit these points equally well, so J has a trough instead of one lowest point.";
