//! What a figure's file says of itself, and what is said of one that cannot be opened.

use crate::lab::problem::{shortened, visible};

/// The first line of a file.
pub(in crate::lab) const HEAD: &str =
    "# A figure of Downhill, one setting a line. To open it: Take it with you, Open file.";

/// A line that is no setting.
pub(in crate::lab) fn no_setting(line: usize, text: &str) -> String {
    let shown = visible(&shortened(text));
    format!(
        "This file holds no figure: line {line}, “{shown}”, is no setting. A setting is a line such as alpha=0.1. Nothing was changed."
    )
}

/// No line is a setting that is known.
pub(in crate::lab) const NOTHING: &str =
    "This file holds no figure: no line of it is a setting such as alpha=0.1. Nothing was changed.";

/// More text than any figure has, beside its rows.
pub(in crate::lab) fn too_long(most: usize) -> String {
    format!(
        "This file holds no figure: beside the data it has more than {most} characters. Nothing was changed."
    )
}

/// What is minimised cannot be read.
pub(in crate::lab) fn refused(message: &str) -> String {
    format!("This file cannot be opened. {message} Nothing was changed.")
}
