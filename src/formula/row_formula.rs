use super::expression::Expression;
use super::graph::{Graph, Node, NodeId};
use super::parse::Parsed;
use super::{FormulaError, Name, Program, Python, mathml, parse, spoken};

/// What a row of a table adds to a cost: a formula of parameters and of the row's columns,
/// with its exact partial derivatives by the parameters.
///
/// Its functions take the parameters and then the columns as one slice.
///
/// ```
/// use downhill::formula::{Name, RowFormula};
///
/// let [w, b, x, y] = ["w", "b", "x", "y"].map(|name| Name::new(name).unwrap());
/// let error = RowFormula::parse("(w x + b - y)^2 / 2", &[w, b], &[x, y])?;
/// let mut gradient = [0.0; 2];
/// error.gradient(&[2.0, 1.0, 3.0, 4.0], &mut gradient);
/// assert_eq!(gradient, [9.0, 3.0]);
/// # Ok::<(), downhill::formula::FormulaError>(())
/// ```
#[derive(Clone, Debug)]
pub struct RowFormula {
    /// Parameters, then columns.
    names: Vec<Name>,
    parameters: usize,
    expression: Expression,
    program: Program,
}

/// Most operations of all rows together that are worth writing out one by one.
const MOST_UNROLLED: usize = 1500;

impl RowFormula {
    /// Reads a formula in which each name is one of these.
    ///
    /// # Errors
    /// Those of [`Formula::parse`](super::Formula::parse), and a name that is none of them.
    pub fn parse(
        text: &str,
        parameters: &[Name],
        columns: &[Name],
    ) -> Result<RowFormula, FormulaError> {
        let known = [parameters, columns].concat();
        let Parsed {
            expression, names, ..
        } = parse::parse_with(text, known.clone())?;
        if let Some(name) = names.get(known.len()) {
            let found = format!("the name “{}”", name.plain());
            return Err(FormulaError::new(1, found, "parameters and columns"));
        }
        Ok(RowFormula {
            parameters: parameters.len(),
            program: Program::of(&expression, parameters.len(), names.len())?,
            expression,
            names,
        })
    }

    /// The parameters, in order.
    pub fn parameters(&self) -> &[Name] {
        &self.names[..self.parameters]
    }

    /// The value for one row.
    pub fn value(&self, at: &[f64]) -> f64 {
        self.program.value_at(at)
    }

    /// Writes the partial derivatives for one row, one per parameter.
    pub fn gradient(&self, at: &[f64], into: &mut [f64]) {
        self.program.gradient().evaluate(at, into);
    }

    /// One partial derivative for one row: the same bits as `gradient` gives.
    pub fn partial(&self, index: usize, at: &[f64]) -> f64 {
        self.program.partial_at(index, at)
    }

    /// The values at many places, given as one slice per parameter and column.
    pub fn values(&self, at: &[&[f64]], into: &mut [f64]) {
        self.program.value().evaluate_lanes(at, into);
    }

    /// The formula as it was written: a MathML fragment in which the element of each
    /// parameter has `class="parameter-0"`, … by its index.
    pub fn mathml(&self) -> String {
        let text = mathml::mathml(&self.expression, &self.names);
        let columns = self.parameters..self.names.len();
        columns.fold(text, |text, index| {
            text.replace(&format!(" class=\"parameter-{index}\""), "")
        })
    }

    /// The formula and its partial derivatives in Python, as [`Python`] says.
    pub fn python(&self, names: &[String]) -> Option<Python> {
        self.program.python(&self.expression, names)
    }

    /// The formula in words.
    pub fn spoken(&self) -> String {
        spoken::spoken(&self.expression, &self.names)
    }

    /// The program that works this out for each row, adds up and multiplies by `factor`;
    /// `None` where it would be too long. Nothing is simplified, so that it has the bits of
    /// who does so with the functions above.
    pub(crate) fn unrolled<'a>(
        &self,
        rows: impl ExactSizeIterator<Item = &'a [f64]>,
        factor: f64,
    ) -> Option<Program> {
        let length = self.program.gradient_and_value().instructions().len();
        if rows.len().saturating_mul(length) > MOST_UNROLLED {
            return None;
        }
        let mut graph = Graph::default();
        let outputs = [&self.program.derivatives[..], &[self.program.root]].concat();
        let mut totals: Option<Vec<NodeId>> = None;
        for row in rows {
            let terms = self.copied(&mut graph, row, &outputs);
            totals = Some(match totals {
                None => terms,
                Some(totals) => (totals.into_iter().zip(terms))
                    .map(|(total, term)| graph.intern(Node::Add(total, term)))
                    .collect(),
            });
        }
        let factor = graph.number(factor);
        let scaled = totals?
            .into_iter()
            .map(|total| graph.intern(Node::Multiply(total, factor)));
        let mut scaled: Vec<NodeId> = scaled.collect();
        let root = scaled.pop()?;
        (!graph.is_full()).then(|| Program::new(graph, root, scaled))
    }

    /// This formula's nodes in another graph, with a row's numbers for its columns.
    fn copied(&self, graph: &mut Graph, row: &[f64], outputs: &[NodeId]) -> Vec<NodeId> {
        let own = &self.program.graph;
        let mut copies: Vec<NodeId> = Vec::with_capacity(own.len());
        for index in 0..own.len() {
            let copy = match own.node(own.id(index)) {
                Node::Parameter(index) if index >= self.parameters => {
                    graph.number(row[index - self.parameters])
                }
                node => graph.intern(node.with_operands(|operand| copies[operand.index()])),
            };
            copies.push(copy);
        }
        outputs
            .iter()
            .map(|output| copies[output.index()])
            .collect()
    }
}
