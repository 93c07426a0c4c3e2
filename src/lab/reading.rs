//! What is said of a formula while it is typed. Nothing of a figure changes.

use super::words::{MathLine, formula as words};
use crate::formula::{Formula, Name, advice, length_at};

/// A text read as a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaReading {
    /// J and its partial derivatives, if it is one.
    pub formula: Option<Typeset>,
    /// Where it is none, and why.
    pub fault: Option<Fault>,
    /// What else may have been meant.
    pub remedy: Option<Remedy>,
}

/// A formula as mathematics and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typeset {
    /// The parameters in order.
    pub parameters: Vec<ParameterName>,
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
        let parsed = Formula::parse(text);
        let advice = advice(text);
        let remedy = advice.map(|advice| Remedy {
            message: words::reason(&advice.reason),
            text: advice.text,
        });
        match parsed {
            Ok(formula) => FormulaReading {
                formula: Some(typeset(&formula)),
                fault: None,
                remedy,
            },
            Err(error) => {
                let length = text.chars().count();
                let message = match &remedy {
                    _ if text.trim().is_empty() => words::EMPTY.to_owned(),
                    Some(remedy) => remedy.message.clone(),
                    None => words::error(&error, length),
                };
                let column = error.column;
                let fault = Fault {
                    column,
                    length: length_at(text, column),
                    message,
                };
                FormulaReading {
                    formula: None,
                    fault: Some(fault),
                    remedy,
                }
            }
        }
    }
}

fn typeset(formula: &Formula) -> Typeset {
    let names = formula.parameters();
    Typeset {
        parameters: names
            .iter()
            .map(|name| ParameterName {
                name: name.plain().to_owned(),
                display: name.display(),
            })
            .collect(),
        cost: MathLine {
            math: formula.mathml(),
            spoken: formula.spoken(),
        },
        partials: names
            .iter()
            .enumerate()
            .map(|(index, name)| partial(formula, index, name))
            .collect(),
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
