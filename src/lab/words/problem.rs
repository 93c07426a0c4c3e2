//! What is said of something given that cannot be used.

use crate::cost::{Misfit, ModelSheet};
use crate::formula::{MAX_LENGTH, Name};
use crate::lab::given::Given;
use crate::lab::link::VERSION;
use crate::lab::near::nearest;
use crate::lab::problem::{Problem, cut, shortened, visible};
use crate::lab::setting::{Key, SETTINGS, Setting};
use crate::lab::value::Refusal;

fn problem(key: &str, value: &str, message: &str) -> Problem {
    Problem {
        key: shortened(key),
        value: cut(value, MAX_LENGTH),
        message: visible(message),
        column: None,
    }
}

/// A key that is in no row of the table.
pub(in crate::lab) fn unknown_key(key: &str, value: &str) -> Problem {
    let names = SETTINGS.iter().map(|setting| setting.name);
    let help = match nearest(key, names.clone()) {
        Some(name) => format!("Did you mean {name}?"),
        None => format!("Settings are {}.", names.collect::<Vec<_>>().join(", ")),
    };
    let message = format!(
        "“{}” is not a setting, so it was left out. {help}",
        shortened(key)
    );
    problem(key, value, &message)
}

/// A value that cannot be used.
pub(in crate::lab) fn refused(setting: &Setting, value: &str, refusal: Refusal) -> Problem {
    let shown = shortened(value);
    let message = match setting.key {
        Key::Formula => format!(
            "The formula “{shown}” cannot be read. {} The last good cost stays.",
            sentence(&refusal.allowed)
        ),
        _ => format!(
            "{}: “{shown}” cannot be used and was left out. Allowed: {}",
            setting.name,
            sentence(&refusal.allowed)
        ),
    };
    Problem {
        column: refusal.column,
        ..problem(setting.name, value, &message)
    }
}

fn sentence(text: &str) -> String {
    if text.ends_with('.') {
        text.into()
    } else {
        format!("{text}.")
    }
}

/// A key that stands in a link more than once.
pub(in crate::lab) fn given_twice(setting: &Setting, value: &str) -> Problem {
    let message = format!(
        "{} is given more than once; the last, “{}”, counts.",
        setting.name,
        shortened(value)
    );
    problem(setting.name, value, &message)
}

/// A link that says it is of another version.
pub(in crate::lab) fn other_version(key: &str, version: &str) -> Problem {
    let message = format!(
        "{key}: this link says it is of version “{}”, and only version {VERSION} is known here. What is known of it is shown; a newer Downhill may show more.",
        shortened(version)
    );
    problem(key, version, &message)
}

/// A link text too long to be read at all.
pub(in crate::lab) fn link_too_long(query: &str, most: usize) -> Problem {
    let message = format!(
        "The link “{}” has {} characters and was not read. Allowed: at most {most}.",
        shortened(query),
        query.len()
    );
    problem(LINK, query, &message)
}

/// A link of a figure with more rows than a link carries.
pub(in crate::lab) fn rows_left_out(mark: &str) -> Problem {
    let message = "data: this figure was made with rows of its own, too many for a link to carry. Without them the default data are shown; give the rows to the figure again.";
    problem(Key::Data.name(), mark, message)
}

/// More problems in one link than anyone reads.
pub(in crate::lab) fn untold(count: usize) -> Problem {
    let message = format!("{count} more settings of this link cannot be used and were left out.");
    problem(LINK, "", &message)
}

/// Stands for the key where the trouble is the link as a whole.
const LINK: &str = "link";

/// Starts with more or fewer coordinates than the cost has parameters.
pub(in crate::lab) fn start_does_not_fit(given: &Given, names: &[Name]) -> Problem {
    does_not_fit(
        given,
        Key::Start,
        &format!("one number for each of {}", listed(names)),
    )
}

/// A guess with more or fewer numbers than the cost has parameters.
pub(in crate::lab) fn guess_does_not_fit(given: &Given, names: &[Name]) -> Problem {
    does_not_fit(
        given,
        Key::Guess,
        &format!("one number for each of {}", listed(names)),
    )
}

/// Axes that are not parameters of the cost.
pub(in crate::lab) fn axes_do_not_fit(given: &Given, names: &[Name]) -> Problem {
    does_not_fit(given, Key::Axes, &format!("two of {}", listed(names)))
}

/// Steps by hand that leave the run at no iteration.
pub(in crate::lab) fn hand_does_not_fit(given: &Given) -> Problem {
    does_not_fit(
        given,
        Key::Hand,
        "a whole number of steps, then directions in degrees",
    )
}

/// A loss that a model cannot have.
pub(in crate::lab) fn loss_does_not_fit(given: &Given, model: &ModelSheet) -> Problem {
    let allowed = format!("cross-entropy, the loss of “{}”", model.name);
    does_not_fit(given, Key::Loss, &allowed)
}

/// Data and a model that do not go together.
pub(in crate::lab) fn data_do_not_fit(given: &Given, key: Key, misfit: Misfit) -> Problem {
    let why = match misfit {
        Misfit::Features(count, [1, 1]) => {
            format!("for this model, data with one feature; these have {count}")
        }
        Misfit::Features(count, [least, most]) => {
            format!("for this model, data with {least} to {most} features; these have {count}")
        }
        Misfit::NoProbability(row) => {
            format!("for cross-entropy, a y from 0 to 1 in every row; that of row {row} is another")
        }
    };
    does_not_fit(given, key, &why)
}

fn does_not_fit(given: &Given, key: Key, allowed: &str) -> Problem {
    let name = key.name();
    let value = given
        .get(key)
        .map(|value| value.write())
        .unwrap_or_default();
    let shown = shortened(&value);
    let message =
        format!("{name}: “{shown}” does not fit this cost and was left out. Allowed: {allowed}.");
    problem(name, &value, &message)
}

fn listed(names: &[Name]) -> String {
    names
        .iter()
        .map(Name::display)
        .collect::<Vec<_>>()
        .join(", ")
}
