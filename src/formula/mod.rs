//! Text to expression graph to derivatives to numbers and MathML.

mod algebra;
mod derivative;
mod error;
mod expression;
mod function;
mod graph;
mod heading;
mod instruction;
mod mathml;
mod name;
mod parse;
mod power;
mod program;
mod python;
mod read_back;
mod row_formula;
mod spoken;
mod suggest;
mod tape;
mod text;
mod token;
mod trouble;

pub use error::FormulaError;
pub use instruction::{Instruction, Operation};
pub(crate) use mathml::bracketed;
pub use name::Name;
pub use parse::{MAX_DEPTH, MAX_PARAMETERS};
pub use power::power_chain;
pub use program::{Program, Python, Quantity, Recorded};
pub use row_formula::RowFormula;
pub use suggest::{Advice, Reason, advice, length_at};
pub use tape::Tape;
pub use token::MAX_LENGTH;
pub use trouble::{Lack, Undefined};

use expression::Expression;
use graph::NodeId;
use parse::Parsed;

/// A cost written as a formula, with its exact partial derivatives.
///
/// ```
/// use downhill::formula::Formula;
///
/// let bowl = Formula::parse("w^2 + 3b^2")?;
/// assert_eq!(bowl.value(&[2.0, 1.0]), 7.0);
/// let mut gradient = [0.0; 2];
/// bowl.gradient(&[2.0, 1.0], &mut gradient);
/// assert_eq!(gradient, [4.0, 6.0]);
/// # Ok::<(), downhill::formula::FormulaError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Formula {
    text: String,
    parameters: Vec<Name>,
    expression: Expression,
    is_declared: bool,
    program: Program,
}

impl Formula {
    /// Reads a formula such as `(x^2+y-11)^2 + (x+y^2-7)^2`.
    ///
    /// # Errors
    /// Where the text is no formula, is too long or too deeply nested, has no
    /// parameter or too many, or would have derivatives too large to keep.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        let Parsed {
            expression,
            names: parameters,
            is_declared,
        } = parse::parse(text)?;
        Ok(Formula {
            text: text.to_string(),
            program: Program::of(&expression, parameters.len(), parameters.len())?,
            parameters,
            expression,
            is_declared,
        })
    }

    /// The parameters that a text would have, without working out derivatives: quick enough
    /// for every key.
    ///
    /// # Errors
    /// As [`parse`](Formula::parse), but for derivatives that are too large.
    pub fn skim(text: &str) -> Result<Vec<Name>, FormulaError> {
        Ok(parse::parse(text)?.names)
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parameters: those of a heading such as `f(x, y) =` in its order, then the
    /// others in order of first appearance.
    pub fn parameters(&self) -> &[Name] {
        &self.parameters
    }

    /// J and its partial derivatives in Python, as [`Python`] says.
    pub fn python(&self, names: &[String]) -> Option<Python> {
        self.program.python(&self.expression, names)
    }

    /// The value at a point with one number per parameter. NaN or infinite where
    /// the formula is undefined or overflows.
    pub fn value(&self, at: &[f64]) -> f64 {
        self.program.value_at(at)
    }

    /// Writes the partial derivatives at a point, one per parameter.
    ///
    /// At a kink, where there is no derivative, `abs` has slope 0, and `min` and
    /// `max` have the slope of their first argument.
    pub fn gradient(&self, at: &[f64], into: &mut [f64]) {
        self.program.gradient().evaluate(at, into);
    }

    /// One partial derivative at a point: the same bits as `gradient` gives.
    pub fn partial(&self, index: usize, at: &[f64]) -> f64 {
        self.program.partial_at(index, at)
    }

    /// The values at many points, given as one slice per parameter: the same
    /// bits as [`value`](Formula::value) at each.
    pub fn values(&self, at: &[&[f64]], into: &mut [f64]) {
        self.program.value().evaluate_lanes(at, into);
    }

    /// How it is worked out.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The formula typeset as it was written: a MathML fragment for the inside of
    /// `<math>`. Each parameter's element has `class="parameter-0"`,
    /// `"parameter-1"`, … by its index.
    pub fn mathml(&self) -> String {
        mathml::mathml(&self.expression, &self.parameters)
    }

    /// A partial derivative typeset in the same way: the right-hand side of
    /// ∂J/∂x = …, simplified. An ellipsis if it is too long for anyone to read.
    pub fn partial_mathml(&self, index: usize) -> String {
        match self.read_back(self.program.derivatives[index]) {
            Some(expression) => mathml::mathml(&expression, &self.parameters),
            None => mathml::TOO_LONG.to_string(),
        }
    }

    /// A partial derivative typeset with numbers, given as texts, in the places of the
    /// parameters: `2·(−0.5)`.
    pub fn partial_mathml_at(&self, index: usize, values: &[String]) -> String {
        match self.read_back(self.program.derivatives[index]) {
            Some(expression) => mathml::mathml_at(&expression, &self.parameters, values),
            None => mathml::TOO_LONG.to_string(),
        }
    }

    /// The formula in words, for a screen reader.
    pub fn spoken(&self) -> String {
        spoken::spoken(&self.expression, &self.parameters)
    }

    /// A partial derivative in words.
    pub fn partial_spoken(&self, index: usize) -> String {
        match self.read_back(self.program.derivatives[index]) {
            Some(expression) => spoken::spoken(&expression, &self.parameters),
            None => "a long expression".to_string(),
        }
    }

    /// The formula after simplification, as text that parses to the same values
    /// bit for bit. `…` if it is too long for anyone to read.
    pub fn canonical(&self) -> String {
        let text = self.written(self.program.root);
        match self.is_declared {
            true => {
                let names: Vec<&str> = self.parameters.iter().map(Name::plain).collect();
                format!("J({}) = {text}", names.join(", "))
            }
            false => text,
        }
    }

    /// A partial derivative as text that, within the limits of length and depth,
    /// parses to the same values bit for bit. `…` if it is too long for anyone to
    /// read. A derivative that is constant names no parameter, and so is no
    /// formula by itself.
    pub fn partial_text(&self, index: usize) -> String {
        self.written(self.program.derivatives[index])
    }

    fn read_back(&self, node: NodeId) -> Option<Expression> {
        read_back::read_back(&self.program.graph, node)
    }

    fn written(&self, node: NodeId) -> String {
        match self.read_back(node) {
            Some(expression) => text::text(&expression, &self.parameters),
            None => "…".to_string(),
        }
    }
}
