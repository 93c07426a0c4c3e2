use std::cell::RefCell;
use std::ops::{Add, Mul, Sub};

use super::expression::Expression;
use super::graph::{Graph, Node, NodeId};
use super::python::python;
use super::read_back::read_back;
use super::{FormulaError, Tape, derivative};

/// How a cost is worked out: the instructions for J and for its partial derivatives.
#[derive(Clone, Debug)]
pub struct Program {
    pub(super) graph: Graph,
    pub(super) root: NodeId,
    /// One for each parameter.
    pub(super) derivatives: Vec<NodeId>,
    value: Tape,
    gradient: Tape,
    partials: Vec<Tape>,
}

impl Program {
    /// The program of an expression that reads `inputs` numbers, and of its partial
    /// derivatives by the first `parameters` of them.
    pub(super) fn of(
        expression: &Expression,
        parameters: usize,
        inputs: usize,
    ) -> Result<Program, FormulaError> {
        let mut graph = Graph::default();
        let root = graph.insert(expression);
        let derivatives: Vec<NodeId> = (0..parameters)
            .map(|parameter| derivative::partial(&mut graph, root, parameter))
            .collect();
        match graph.is_full() {
            true => Err(FormulaError::new(
                1,
                "a formula whose derivatives are too large",
                "something shorter",
            )),
            false => Ok(Program::with_inputs(graph, root, derivatives, inputs)),
        }
    }

    /// J at one place.
    pub(super) fn value_at(&self, at: &[f64]) -> f64 {
        let mut value = [0.0];
        self.value.evaluate(at, &mut value);
        value[0]
    }

    /// One partial derivative there.
    pub(super) fn partial_at(&self, index: usize, at: &[f64]) -> f64 {
        let mut value = [0.0];
        self.partials[index].evaluate(at, &mut value);
        value[0]
    }

    pub(super) fn new(graph: Graph, root: NodeId, derivatives: Vec<NodeId>) -> Program {
        let inputs = derivatives.len();
        Program::with_inputs(graph, root, derivatives, inputs)
    }

    /// The same where the tapes read further numbers behind the parameters.
    fn with_inputs(graph: Graph, root: NodeId, derivatives: Vec<NodeId>, inputs: usize) -> Program {
        let tape = |outputs: &[NodeId]| Tape::new(&graph, outputs, inputs);
        Program {
            value: tape(&[root]),
            gradient: tape(&derivatives),
            partials: derivatives.iter().map(|one| tape(&[*one])).collect(),
            graph,
            root,
            derivatives,
        }
    }

    /// The program that does what `work` does with the parameters: it gives J and then the
    /// partial derivatives, one for each. Nothing is simplified, so that the bits are the same.
    pub fn recorded(
        parameters: usize,
        work: impl for<'a> FnOnce(&[Recorded<'a>]) -> (Recorded<'a>, Vec<Recorded<'a>>),
    ) -> Program {
        let graph = RefCell::new(Graph::default());
        let (root, derivatives) = {
            let record = |index| Recorded {
                graph: &graph,
                node: graph.borrow_mut().intern(Node::Parameter(index)),
            };
            let (value, partials) = work(&(0..parameters).map(record).collect::<Vec<_>>());
            let nodes = partials.iter().map(|partial| partial.node).collect();
            (value.node, nodes)
        };
        Program::new(graph.into_inner(), root, derivatives)
    }

    /// What `expression` says, which this program works out, and its partial derivatives in
    /// Python; `None` where a derivative is too long for anyone to read.
    pub(super) fn python(&self, expression: &Expression, names: &[String]) -> Option<Python> {
        let partials = self.derivatives.iter().map(|derivative| {
            let expression = read_back(&self.graph, *derivative)?;
            Some(python(&expression, names))
        });
        Some(Python {
            value: python(expression, names),
            partials: partials.collect::<Option<Vec<_>>>()?,
        })
    }

    /// How many parameters there are.
    pub fn parameters(&self) -> usize {
        self.derivatives.len()
    }

    /// The instructions that give J.
    pub fn value(&self) -> &Tape {
        &self.value
    }

    /// The instructions that give all partial derivatives, one output per parameter.
    pub fn gradient(&self) -> &Tape {
        &self.gradient
    }

    /// The instructions that give one partial derivative.
    pub fn partial(&self, index: usize) -> &Tape {
        &self.partials[index]
    }

    /// The instructions that give all partial derivatives and last J, working out once what
    /// they share.
    pub fn gradient_and_value(&self) -> Tape {
        let outputs = [&self.derivatives[..], &[self.root]].concat();
        Tape::new(&self.graph, &outputs, self.parameters())
    }
}

/// A formula as expressions of Python with NumPy, called `np`. They may call `sigmoid` and
/// `softplus`, which have to be defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Python {
    /// The value.
    pub value: String,
    /// The partial derivatives, in parameter order.
    pub partials: Vec<String>,
}

/// What a cost of sums and products is worked out on: numbers, or what records each
/// operation for a [`Program`].
pub trait Quantity:
    Copy
    + Add<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<Output = Self>
    + Mul<f64, Output = Self>
{
    /// A number of the same kind.
    fn number(self, value: f64) -> Self;
}

impl Quantity for f64 {
    fn number(self, value: f64) -> f64 {
        value
    }
}

/// A number that is not known yet, and how it will be worked out.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    graph: &'a RefCell<Graph>,
    node: NodeId,
}

impl<'a> Recorded<'a> {
    fn with(self, other: Recorded<'a>, node: impl Fn(NodeId, NodeId) -> Node) -> Recorded<'a> {
        let node = node(self.node, other.node);
        let node = self.graph.borrow_mut().intern(node);
        Recorded { node, ..self }
    }
}

impl Quantity for Recorded<'_> {
    fn number(self, value: f64) -> Self {
        let node = self.graph.borrow_mut().number(value);
        Recorded { node, ..self }
    }
}

impl Add for Recorded<'_> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.with(other, Node::Add)
    }
}

impl Mul for Recorded<'_> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.with(other, Node::Multiply)
    }
}

impl Add<f64> for Recorded<'_> {
    type Output = Self;

    fn add(self, other: f64) -> Self {
        self + self.number(other)
    }
}

impl Sub<f64> for Recorded<'_> {
    type Output = Self;

    fn sub(self, other: f64) -> Self {
        self.with(self.number(other), Node::Subtract)
    }
}

impl Mul<f64> for Recorded<'_> {
    type Output = Self;

    fn mul(self, other: f64) -> Self {
        self * self.number(other)
    }
}
