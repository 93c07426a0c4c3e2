//! What is said of a formula while it is typed. Nothing of a figure changes.

use super::words::{MathLine, formula as words};
use crate::formula::{Formula, FormulaError, Name, advice, length_at};

/// A text read as a formula, as quickly as keys follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaReading {
    /// The parameters in order; none if it is no formula.
    pub parameters: Vec<ParameterName>,
    /// Where it is none, and why.
    pub fault: Option<Fault>,
    /// What else may have been meant.
    pub remedy: Option<Remedy>,
}

/// A formula as mathematics and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typeset {
    /// The cost, without "J = ".
    pub cost: MathLine,
    /// ∂J/∂θ = …, one for each parameter.
    pub partials: Vec<MathLine>,
}

/// A parameter's name in all its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterName {
    /// In links.
    pub name: String,
    /// In prose.
    pub display: String,
}

/// Where a text stops being a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Counted in characters from 1; one past the end where something is missing.
    pub column: usize,
    /// How many characters are wrong.
    pub length: usize,
    /// A sentence.
    pub message: String,
}

/// Another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Why, in a sentence.
    pub message: String,
    /// A whole text that is a formula.
    pub text: String,
}

impl FormulaReading {
    /// Reads a text. Never fails, whatever it is.
    pub fn of(text: &str) -> FormulaReading {
        let remedy = advice(text).map(|advice| Remedy {
            message: words::reason(&advice.reason),
            text: advice.text,
        });
        match Formula::skim(text) {
            Ok(names) => FormulaReading {
                parameters: names.iter().map(parameter_name).collect(),
                fault: None,
                remedy,
            },
            Err(error) => FormulaReading {
                parameters: Vec::new(),
                fault: Some(fault(text, &error, remedy.as_ref())),
                remedy,
            },
        }
    }
}

impl Typeset {
    /// The formula and its derivatives; `None` if the text is none, or has derivatives too
    /// large to work out.
    pub fn of(text: &str) -> Option<Typeset> {
        let formula = Formula::parse(text).ok()?;
        let names = formula.parameters().iter().enumerate();
        Some(Typeset {
            partials: names
                .map(|(index, name)| partial(&formula, index, name))
                .collect(),
            cost: MathLine {
                math: formula.mathml(),
                spoken: formula.spoken(),
            },
        })
    }
}

fn fault(text: &str, error: &FormulaError, remedy: Option<&Remedy>) -> Fault {
    let message = match remedy {
        _ if text.trim().is_empty() => words::EMPTY.to_owned(),
        Some(remedy) => remedy.message.clone(),
        None => words::error(error, text.chars().count()),
    };
    Fault {
        column: error.column,
        length: length_at(text, error.column),
        message,
    }
}

fn parameter_name(name: &Name) -> ParameterName {
    ParameterName {
        name: name.plain().to_owned(),
        display: name.display(),
    }
}

/// ∂J/∂w = …
fn partial(formula: &Formula, index: usize, name: &Name) -> MathLine {
    let head = format!(
        "<mfrac><mrow><mo>∂</mo><mi>J</mi></mrow><mrow><mo>∂</mo><mrow class=\"parameter-{index}\">{}</mrow></mrow></mfrac><mo>=</mo>",
        name.mathml()
    );
    MathLine {
        math: format!("<mrow>{head}</mrow>{}", formula.partial_mathml(index)),
        spoken: format!(
            "partial derivative by {}: {}",
            name.spoken(),
            formula.partial_spoken(index)
        ),
    }
}
