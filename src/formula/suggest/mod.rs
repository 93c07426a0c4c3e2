//! What was probably meant by a text that is no formula, or by one that says something
//! else than most people mean by it.

mod hint;
mod latex;
mod meant;
mod signs;
mod words;

use super::error::FormulaError;
use super::parse::parse;
use words::Words;

/// What to say of a text, with a whole text that is a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What is the matter; of several, the first.
    pub reason: Reason,
    /// What was probably meant. It parses.
    pub text: String,
}

/// What was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A function's argument stands without brackets.
    ArgumentWithoutBrackets(&'static str),
    /// A word before brackets that is no function, and what was meant.
    OtherFunction(String, String),
    /// A name before brackets, without a sign between them.
    NameBeforeBracket(String),
    /// A bracket or a bar is still open.
    NotClosed,
    /// A bracket is closed that was never opened.
    NotOpened,
    /// A comma in a number.
    DecimalComma,
    /// The same sign twice.
    Doubled(char),
    /// Another sign was meant, or none if the second text is empty.
    OtherSign(String, &'static str),
    /// LaTeX.
    Latex,
    /// The name of a library before a function.
    Library(String),
    /// An equation rather than an expression.
    Equation,
    /// More than one formula.
    Several,
    /// A number after something without a sign between.
    NoSign(String),
    /// An index that is no number.
    Subscript(String),
    /// sin⁻¹ for the inverse function.
    Inverse(&'static str),
    /// Reads well: a name that ends in 2 or 3 may have been meant as a power.
    PerhapsPower(String),
    /// Reads well: a name that may have been meant as a product or a function.
    PerhapsApart(String),
}

/// A text that needs more corrections than this is no slip.
const MOST_CORRECTIONS: usize = 40;

/// What there is to say of a text beyond its error; `None` where nothing plain is meant.
pub fn advice(text: &str) -> Option<Advice> {
    match parse(text) {
        Ok(parsed) => hint::hint(text, &parsed),
        Err(_) => corrected(text),
    }
}

/// How many characters of a text belong to the error at a column: a word, a number or a
/// sign; 1 beyond the end.
pub fn length_at(text: &str, column: usize) -> usize {
    let rest = text.chars().skip(column.saturating_sub(1));
    let word = rest
        .take_while(|letter| letter.is_alphanumeric() || *letter == '.')
        .count();
    if word > 0 { word } else { 1 }
}

/// Corrects one thing after the other until the text is a formula.
fn corrected(text: &str) -> Option<Advice> {
    let mut now = text.to_string();
    let mut first = None;
    for _ in 0..MOST_CORRECTIONS {
        match parse(&now) {
            Ok(_) => return first.map(|reason| Advice { reason, text: now }),
            Err(error) => {
                let (reason, next) = correction(&now, &error)?;
                first.get_or_insert(reason);
                now = next;
            }
        }
    }
    None
}

type Correction = Option<(Reason, String)>;

fn correction(text: &str, error: &FormulaError) -> Correction {
    if text.contains(['\\', '$']) {
        return Some((Reason::Latex, latex::plain(text)));
    }
    let letters: Vec<char> = text.chars().collect();
    let at = error.column - 1;
    signs::by_sign(&letters, at)
        .or_else(|| signs::decimal_comma(&letters, at))
        .or_else(|| signs::equation(text))
        .or_else(|| Words::read(text).and_then(|tokens| tokens.correction(error)))
}
