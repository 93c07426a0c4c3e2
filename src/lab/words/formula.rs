//! What is said of a formula while it is typed, and of the places where it has no value.

use crate::formula::{FormulaError, Reason};

/// Nothing is typed yet.
pub(in crate::lab) const EMPTY: &str = "Type a formula. Every name in it becomes a parameter.";

/// Why a text is no formula, where nothing plainer is known.
pub(in crate::lab) fn error(error: &FormulaError, length: usize) -> String {
    let FormulaError {
        column,
        found,
        allowed,
    } = error;
    if *column > length {
        return format!("The formula is not finished: next comes {allowed}.");
    }
    match found.as_str() {
        "no parameter" => format!("There is no parameter to change: {allowed}."),
        _ => format!("{found} cannot stand here. Expected: {allowed}."),
    }
}

/// Why a text is no formula, or might not say what was meant.
pub(in crate::lab) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::ArgumentWithoutBrackets(name) => format!("{name} needs its argument in brackets."),
        Reason::OtherFunction(word, meant) => match meant.contains('(') {
            true => format!("“{word}” is not a function here; it can be written as {meant}."),
            false => format!("“{word}” is not a function here; {meant} is."),
        },
        Reason::NameBeforeBracket(word) => format!(
            "“{word}” is not a function. If it is to be a parameter, a product needs a sign: {word}*(…)."
        ),
        Reason::NotClosed => "A bracket is still open.".into(),
        Reason::NotOpened => "A bracket is closed that was never opened.".into(),
        Reason::DecimalComma => "Numbers have a decimal point here; a comma separates arguments.".into(),
        Reason::Doubled(sign) => format!("“{sign}” stands twice."),
        Reason::OtherSign(sign, "") => format!("“{sign}” means nothing in a formula."),
        Reason::OtherSign(sign, meant) => {
            format!("“{sign}” is not read here; “{}” is.", meant.trim())
        }
        Reason::Latex => "This looks like LaTeX. Formulas are plain text here.".into(),
        Reason::Library(prefix) => format!("Functions stand without “{prefix}” here."),
        Reason::Equation => "An equation has no height to walk down. The squared difference of its sides is lowest where it holds.".into(),
        Reason::Several => "One formula at a time.".into(),
        Reason::NoSign(number) => format!("Between a name or number and {number} stands no sign."),
        Reason::Subscript(index) => format!("The index “{index}” is not read: an index is digits."),
        Reason::Inverse(name) => format!("The inverse function is {name}; a power stands behind the brackets."),
        Reason::PerhapsPower(word) => format!("{word} is read as a parameter of its own, not as a power."),
        Reason::PerhapsApart(word) => format!("{word} is read as one parameter."),
    }
}
