use std::collections::HashMap;

use super::expression::{Constant, Expression, Joint, Sign};
use super::function::{Function, Rule};
use super::power::{whole_exponent, whole_power};

/// The most nodes a formula and all its partial derivatives may have together:
/// hundreds of times what a person types, and still a fraction of a second.
pub(super) const MAX_NODES: usize = 20_000;

/// The most looks at a node that simplifying may take: what it costs to gather
/// the factors of products grows with the square of their number.
const MAX_LOOKS: usize = 500_000;

/// A node's place in its graph. Operands always stand before the nodes that use
/// them, so going through a graph from first to last needs no stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

impl NodeId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// One operation. Equal nodes are one node: that is what sharing means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    /// A finite number, by its bits.
    Number(u64),
    Constant(Constant),
    Parameter(usize),
    Negative(NodeId),
    Add(NodeId, NodeId),
    Subtract(NodeId, NodeId),
    Multiply(NodeId, NodeId),
    Divide(NodeId, NodeId),
    Power(NodeId, NodeId),
    Call(&'static Function, NodeId),
    Fold(&'static Function, NodeId, NodeId),
    Choose([NodeId; 4]),
}

impl Node {
    /// The operands, in order.
    pub(super) fn operands(self) -> ([NodeId; 4], usize) {
        let none = NodeId(0);
        match self {
            Node::Number(_) | Node::Constant(_) | Node::Parameter(_) => ([none; 4], 0),
            Node::Negative(a) | Node::Call(_, a) => ([a, none, none, none], 1),
            Node::Add(a, b)
            | Node::Subtract(a, b)
            | Node::Multiply(a, b)
            | Node::Divide(a, b)
            | Node::Power(a, b)
            | Node::Fold(_, a, b) => ([a, b, none, none], 2),
            Node::Choose(all) => (all, 4),
        }
    }

    /// The same operation on other operands.
    pub(super) fn with_operands(self, of: impl Fn(NodeId) -> NodeId) -> Node {
        match self {
            Node::Number(_) | Node::Constant(_) | Node::Parameter(_) => self,
            Node::Negative(a) => Node::Negative(of(a)),
            Node::Add(a, b) => Node::Add(of(a), of(b)),
            Node::Subtract(a, b) => Node::Subtract(of(a), of(b)),
            Node::Multiply(a, b) => Node::Multiply(of(a), of(b)),
            Node::Divide(a, b) => Node::Divide(of(a), of(b)),
            Node::Power(a, b) => Node::Power(of(a), of(b)),
            Node::Call(function, a) => Node::Call(function, of(a)),
            Node::Fold(function, a, b) => Node::Fold(function, of(a), of(b)),
            Node::Choose(all) => Node::Choose(all.map(of)),
        }
    }
}

/// The operations of a formula and its derivatives, each held once.
///
/// Nodes are simplified as they are made, by these rules and no others:
///
/// - u + 0, 0 + u, u − 0 → u; 0 − u → −u
/// - u + (−v) → u − v; u − (−v) → u + v; the same for a negative number
/// - 1·u, u·1, u/1, u¹ → u; −1·u, u·(−1), u/(−1) → −u; u⁰ → 1
/// - 0·u, u·0, 0/u → 0, even where u is infinite or no number: the derivative
///   of such a term is 0 there too, so value and slope agree
/// - −(−u) → u; −(c·u) → (−c)·u for a number c
/// - sums, differences, products, and whole powers of two numbers are worked
///   out, with the very operations a tape would use; quotients only when they
///   come out whole, so that 1/3 stays a fraction. A result that is not finite
///   is left as it was written.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    nodes: Vec<Node>,
    /// For each node, one bit for every parameter it depends on.
    depends: Vec<u64>,
    known: HashMap<Node, NodeId>,
    looks: usize,
    full: bool,
}

impl Graph {
    /// Adds an expression as it is written, from left to right.
    pub(super) fn insert(&mut self, expression: &Expression) -> NodeId {
        match expression {
            Expression::Number(value) => self.number(*value),
            Expression::Constant(constant) => self.intern(Node::Constant(*constant)),
            Expression::Parameter(index) => self.intern(Node::Parameter(*index)),
            Expression::Negative(inner) => {
                let inner = self.insert(inner);
                self.negative(inner)
            }
            Expression::Sum(terms) => self.insert_sum(terms),
            Expression::Product(factors) => self.insert_product(factors),
            Expression::Power(pair) => {
                let (base, exponent) = (self.insert(&pair.0), self.insert(&pair.1));
                self.power(base, exponent)
            }
            Expression::Call(function, arguments) => self.insert_call(function, arguments),
        }
    }

    fn insert_sum(&mut self, terms: &[(Sign, Expression)]) -> NodeId {
        let mut total = self.insert(&terms[0].1);
        for (sign, term) in &terms[1..] {
            let term = self.insert(term);
            total = match sign {
                Sign::Plus => self.add(total, term),
                Sign::Minus => self.subtract(total, term),
            };
        }
        total
    }

    fn insert_product(&mut self, factors: &[(Joint, Expression)]) -> NodeId {
        let mut total = self.insert(&factors[0].1);
        for (joint, factor) in &factors[1..] {
            let factor = self.insert(factor);
            total = match joint {
                Joint::Times => self.multiply(total, factor),
                Joint::Divide => self.divide(total, factor),
            };
        }
        total
    }

    fn insert_call(&mut self, function: &'static Function, arguments: &[Expression]) -> NodeId {
        let nodes: Vec<NodeId> = arguments.iter().map(|each| self.insert(each)).collect();
        match function.rule {
            Rule::One { .. } => self.call(function, nodes[0]),
            Rule::Fold { .. } => nodes[1..]
                .iter()
                .fold(nodes[0], |so_far, next| self.fold(function, so_far, *next)),
            Rule::Choose => self.choose([nodes[0], nodes[1], nodes[2], nodes[3]]),
        }
    }

    /// Whether the graph ran out of room or took too long to simplify. Its nodes
    /// are then meaningless.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Counts nodes looked at.
    pub(super) fn count_looks(&mut self, looks: usize) {
        self.looks += looks;
        self.full |= self.looks > MAX_LOOKS;
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: NodeId) -> Node {
        self.nodes[id.index()]
    }

    pub(super) fn id(&self, index: usize) -> NodeId {
        NodeId(index as u32)
    }

    pub(super) fn is_constant(&self, id: NodeId) -> bool {
        self.depends[id.index()] == 0
    }

    pub(super) fn depends_on(&self, id: NodeId, parameter: usize) -> bool {
        self.depends[id.index()] & (1 << parameter) != 0
    }

    pub(super) fn as_number(&self, id: NodeId) -> Option<f64> {
        match self.node(id) {
            Node::Number(bits) => Some(f64::from_bits(bits)),
            _ => None,
        }
    }

    pub(super) fn number(&mut self, value: f64) -> NodeId {
        self.intern(Node::Number(value.to_bits()))
    }

    pub(super) fn negative(&mut self, u: NodeId) -> NodeId {
        match self.node(u) {
            Node::Number(bits) => self.number(-f64::from_bits(bits)),
            Node::Negative(inner) => inner,
            Node::Multiply(a, b) => match self.as_number(a) {
                Some(coefficient) => {
                    let opposite = self.number(-coefficient);
                    self.multiply(opposite, b)
                }
                None => self.intern(Node::Negative(u)),
            },
            _ => self.intern(Node::Negative(u)),
        }
    }

    pub(super) fn add(&mut self, a: NodeId, b: NodeId) -> NodeId {
        match (self.as_number(a), self.as_number(b)) {
            (Some(x), Some(y)) if (x + y).is_finite() => self.number(x + y),
            (Some(0.0), _) => b,
            (_, Some(0.0)) => a,
            (_, Some(y)) if y < 0.0 => {
                let opposite = self.number(-y);
                self.intern(Node::Subtract(a, opposite))
            }
            _ => match self.node(b) {
                Node::Negative(inner) => self.intern(Node::Subtract(a, inner)),
                _ => self.intern(Node::Add(a, b)),
            },
        }
    }

    pub(super) fn subtract(&mut self, a: NodeId, b: NodeId) -> NodeId {
        match (self.as_number(a), self.as_number(b)) {
            (Some(x), Some(y)) if (x - y).is_finite() => self.number(x - y),
            (Some(0.0), _) => self.negative(b),
            (_, Some(0.0)) => a,
            (_, Some(y)) if y < 0.0 => {
                let opposite = self.number(-y);
                self.intern(Node::Add(a, opposite))
            }
            _ => match self.node(b) {
                Node::Negative(inner) => self.intern(Node::Add(a, inner)),
                _ => self.intern(Node::Subtract(a, b)),
            },
        }
    }

    pub(super) fn multiply(&mut self, a: NodeId, b: NodeId) -> NodeId {
        match (self.as_number(a), self.as_number(b)) {
            (Some(x), Some(y)) if (x * y).is_finite() => self.number(x * y),
            (Some(0.0), _) | (_, Some(0.0)) => self.number(0.0),
            (Some(1.0), _) => b,
            (_, Some(1.0)) => a,
            (Some(-1.0), _) => self.negative(b),
            (_, Some(-1.0)) => self.negative(a),
            _ => self.intern(Node::Multiply(a, b)),
        }
    }

    pub(super) fn divide(&mut self, a: NodeId, b: NodeId) -> NodeId {
        match (self.as_number(a), self.as_number(b)) {
            (_, Some(0.0)) => self.intern(Node::Divide(a, b)),
            (Some(x), Some(y)) if divides(x, y) => self.number(x / y),
            (Some(0.0), _) => self.number(0.0),
            (_, Some(1.0)) => a,
            (_, Some(-1.0)) => self.negative(a),
            _ => self.intern(Node::Divide(a, b)),
        }
    }

    pub(super) fn power(&mut self, base: NodeId, exponent: NodeId) -> NodeId {
        let Some(n) = self.as_number(exponent) else {
            return self.intern(Node::Power(base, exponent));
        };
        if n == 0.0 {
            return self.number(1.0);
        }
        if n == 1.0 {
            return base;
        }
        if let (Some(x), Some(whole)) = (self.as_number(base), whole_exponent(n)) {
            let value = whole_power(x, whole);
            if value.is_finite() {
                return self.number(value);
            }
        }
        self.intern(Node::Power(base, exponent))
    }

    pub(super) fn whole_power(&mut self, base: NodeId, exponent: i32) -> NodeId {
        let exponent = self.number(f64::from(exponent));
        self.power(base, exponent)
    }

    pub(super) fn call(&mut self, function: &'static Function, u: NodeId) -> NodeId {
        self.intern(Node::Call(function, u))
    }

    fn fold(&mut self, function: &'static Function, a: NodeId, b: NodeId) -> NodeId {
        self.intern(Node::Fold(function, a, b))
    }

    pub(super) fn choose(&mut self, operands: [NodeId; 4]) -> NodeId {
        self.intern(Node::Choose(operands))
    }

    /// The node of an operation, as it stands.
    pub(super) fn intern(&mut self, node: Node) -> NodeId {
        self.count_looks(1);
        if let Some(known) = self.known.get(&node) {
            return *known;
        }
        if self.nodes.len() >= MAX_NODES {
            self.full = true;
            return NodeId(0);
        }
        let id = NodeId(self.nodes.len() as u32);
        let (operands, count) = node.operands();
        let own = match node {
            Node::Parameter(index) => 1 << index,
            _ => 0,
        };
        let depends = operands[..count]
            .iter()
            .fold(own, |bits, operand| bits | self.depends[operand.index()]);
        self.nodes.push(node);
        self.depends.push(depends);
        self.known.insert(node, id);
        id
    }
}

/// Whether x / y is a whole number without rounding.
fn divides(x: f64, y: f64) -> bool {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    x % y == 0.0 && (x / y).abs() < LARGEST_EXACT
}
