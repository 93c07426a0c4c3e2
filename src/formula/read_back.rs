use super::expression::{Expression, Joint, Sign};
use super::function::CHOOSE;
use super::graph::{Graph, Node, NodeId};

/// The largest expression written out, in operations. Shared nodes are written
/// once for every use, so a small graph can stand for a very long text.
const MAX_WRITTEN: u64 = 10_000;

/// The deepest expression written out.
const MAX_WRITTEN_DEPTH: u32 = 200;

/// A node of the graph as an expression, or `None` if it is too long or too deep
/// for anyone to read.
pub(super) fn read_back(graph: &Graph, root: NodeId) -> Option<Expression> {
    is_readable(graph, root).then(|| expression(graph, root))
}

fn is_readable(graph: &Graph, root: NodeId) -> bool {
    let mut sizes = vec![(1_u64, 0_u32); root.index() + 1];
    for index in 0..sizes.len() {
        let node = graph.node(graph.id(index));
        let (operands, count) = node.operands();
        for (place, operand) in operands[..count].iter().enumerate() {
            let (size, depth) = sizes[operand.index()];
            let level = u32::from(place > 0 || !continues(node, graph.node(*operand)));
            sizes[index].0 = sizes[index].0.saturating_add(size);
            sizes[index].1 = sizes[index].1.max(depth.saturating_add(level));
        }
    }
    let (size, depth) = sizes[root.index()];
    size <= MAX_WRITTEN && depth <= MAX_WRITTEN_DEPTH
}

/// Whether `first`, the first operand of `node`, is written in the same list.
fn continues(node: Node, first: Node) -> bool {
    match (node, first) {
        (Node::Add(..) | Node::Subtract(..), Node::Add(..) | Node::Subtract(..)) => true,
        (Node::Multiply(..) | Node::Divide(..), Node::Multiply(..) | Node::Divide(..)) => true,
        (Node::Fold(one, ..), Node::Fold(other, ..)) => one == other,
        _ => false,
    }
}

fn expression(graph: &Graph, id: NodeId) -> Expression {
    let of = |id| expression(graph, id);
    match graph.node(id) {
        Node::Number(bits) => number(f64::from_bits(bits)),
        Node::Constant(constant) => Expression::Constant(constant),
        Node::Parameter(index) => Expression::Parameter(index),
        Node::Negative(u) => Expression::Negative(Box::new(of(u))),
        Node::Add(..) | Node::Subtract(..) => {
            Expression::Sum(list(graph, id, Sign::Plus, |node| match node {
                Node::Add(..) => Sign::Plus,
                _ => Sign::Minus,
            }))
        }
        Node::Multiply(..) | Node::Divide(..) => {
            Expression::Product(list(graph, id, Joint::Times, |node| match node {
                Node::Multiply(..) => Joint::Times,
                _ => Joint::Divide,
            }))
        }
        Node::Power(base, exponent) => Expression::Power(Box::new((of(base), of(exponent)))),
        Node::Call(function, u) => Expression::Call(function, vec![of(u)]),
        Node::Fold(function, ..) => {
            let arguments = list(graph, id, (), |_| ());
            let arguments = arguments.into_iter().map(|(_, each)| each).collect();
            Expression::Call(function, arguments)
        }
        Node::Choose(operands) => Expression::Call(&CHOOSE, operands.map(of).to_vec()),
    }
}

/// The chain of first operands as one list, each member with what joins it to
/// those before.
fn list<T>(graph: &Graph, id: NodeId, first: T, joint: fn(Node) -> T) -> Vec<(T, Expression)> {
    let mut members = Vec::new();
    let mut next = id;
    loop {
        let node = graph.node(next);
        let (operands, _) = node.operands();
        members.push((joint(node), expression(graph, operands[1])));
        next = operands[0];
        if !continues(node, graph.node(next)) {
            break;
        }
    }
    members.push((first, expression(graph, next)));
    members.reverse();
    members
}

fn number(value: f64) -> Expression {
    if value.is_sign_negative() {
        Expression::Negative(Box::new(Expression::Number(-value)))
    } else {
        Expression::Number(value)
    }
}
