//! What is said of a formula while it is typed, and of the places where it has no value.

use crate::formula::{FormulaError, Lack, Reason, Undefined};
use crate::lab::problem::cut;

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

/// Longer parts of a formula are cut in sentences.
const LONGEST: usize = 40;

fn part(text: &str) -> String {
    cut(text, LONGEST).replace('-', "−").replace('*', "·")
}

/// Which part of a formula lacks a value, and why: "ln(x) has no value for x ≤ 0".
pub(in crate::lab) fn undefined(undefined: &Undefined) -> String {
    let Undefined {
        part: whole,
        argument,
        lack,
    } = undefined;
    let (whole, argument) = (part(whole), part(argument));
    match lack {
        Lack::NotPositive => format!("{whole} has no value for {argument} ≤ 0"),
        Lack::Negative => format!("{whole} has no value for {argument} < 0"),
        Lack::OutsideOne => format!("{whole} has a value only for {argument} from −1 to 1"),
        Lack::Zero => format!("{whole} has no value for {argument} = 0"),
        Lack::TooLarge => format!("{whole} is too large for a number"),
    }
}

/// The map of a formula that has no value everywhere.
pub(in crate::lab) fn hatched(sentence: &str) -> String {
    format!("Hatched ground has no J: {sentence}.")
}

/// The curve of one.
pub(in crate::lab) fn broken_off(sentence: &str) -> String {
    format!("Where there is no curve there is no J: {sentence}.")
}

/// A run that begins where J has no value.
pub(in crate::lab) fn starts_undefined(sentence: &str) -> String {
    format!("Diverged after 0 steps: J has no value at the start, because {sentence}.")
}

/// A walk that stepped to where J has no value.
pub(in crate::lab) fn walked_off(steps: &str, sentence: &str) -> String {
    format!(
        "Diverged after {steps}: the last step led over the edge of J. There {sentence}. A smaller α may stay on this side."
    )
}

/// A walk that came to a point with a J, but without a finite slope.
pub(in crate::lab) fn no_slope(steps: &str) -> String {
    format!(
        "Diverged after {steps}: J has a value here, but its slope is infinite or undefined, so there is no next step."
    )
}

/// A run that stands on a kink, where it was told there is no slope.
pub(in crate::lab) fn stands_on_kink(kink: &str) -> String {
    format!(
        "It stands on the kink of {}, where the slope jumps and none is the right one.",
        part(kink)
    )
}

/// A run that jumps over a kink at every step or two.
pub(in crate::lab) fn hops_over_kink(kink: &str) -> String {
    format!(
        "The walk hops back and forth over the kink of {}: the slope does not shrink towards it, so steps do not either. A smaller α comes nearer.",
        part(kink)
    )
}
