use super::algebra::{addends, difference, product, quotient, sum};
use super::expression::Constant;
use super::function::{self, Rule};
use super::graph::{Graph, Node, NodeId};

/// The partial derivative of a node by one parameter, in the same graph.
///
/// Forward through the graph: each node's derivative from its operands', so that
/// whatever two terms share is differentiated once.
pub(super) fn partial(graph: &mut Graph, root: NodeId, parameter: usize) -> NodeId {
    let needed = needed(graph, root);
    let zero = graph.number(0.0);
    let mut derivatives = vec![zero; root.index() + 1];
    for index in needed {
        let id = graph.id(index);
        if graph.depends_on(id, parameter) {
            derivatives[index] = derive(graph, id, &derivatives);
        }
        if graph.is_full() {
            return zero;
        }
    }
    derivatives[root.index()]
}

/// The nodes whose derivatives are asked for, operands first. The links within
/// a long sum are not among them: its derivative is made of its terms' at once.
fn needed(graph: &mut Graph, root: NodeId) -> Vec<usize> {
    let mut marked = vec![false; root.index() + 1];
    marked[root.index()] = true;
    for index in (0..marked.len()).rev() {
        if !marked[index] {
            continue;
        }
        let node = graph.node(graph.id(index));
        if matches!(node, Node::Add(..) | Node::Subtract(..)) {
            for (term, _) in addends(graph, graph.id(index)) {
                marked[term.index()] = true;
            }
        } else {
            let (operands, count) = node.operands();
            for operand in &operands[..count] {
                marked[operand.index()] = true;
            }
        }
    }
    (0..marked.len()).filter(|index| marked[*index]).collect()
}

fn derive(graph: &mut Graph, id: NodeId, derivatives: &[NodeId]) -> NodeId {
    let of = |node: NodeId| derivatives[node.index()];
    match graph.node(id) {
        Node::Number(_) | Node::Constant(_) => graph.number(0.0),
        Node::Parameter(_) => graph.number(1.0),
        Node::Negative(u) => {
            let minus = graph.number(-1.0);
            product(graph, minus, of(u))
        }
        Node::Add(..) | Node::Subtract(..) => {
            let terms: Vec<(NodeId, bool)> = addends(graph, id)
                .into_iter()
                .map(|(term, minus)| (of(term), minus))
                .collect();
            sum(graph, &terms)
        }
        Node::Multiply(u, v) => {
            let left = product(graph, of(u), v);
            let right = product(graph, u, of(v));
            sum(graph, &[(left, false), (right, false)])
        }
        Node::Divide(u, v) => derive_quotient(graph, [u, v], [of(u), of(v)]),
        Node::Power(u, v) => derive_power(graph, id, [u, v], [of(u), of(v)]),
        Node::Call(function, u) => match function.rule {
            Rule::One { derivative, .. } => {
                let outer = derivative(graph, u);
                product(graph, of(u), outer)
            }
            Rule::Fold { .. } | Rule::Choose => graph.number(0.0),
        },
        Node::Fold(function, u, v) => match function.rule {
            Rule::Fold { derivative, .. } => derivative(graph, [u, v], [of(u), of(v)]),
            Rule::One { .. } | Rule::Choose => graph.number(0.0),
        },
        Node::Choose([a, b, u, v]) => graph.choose([a, b, of(u), of(v)]),
    }
}

/// u′/v where v is constant, otherwise (u′v − uv′)/v².
fn derive_quotient(graph: &mut Graph, [u, v]: [NodeId; 2], [du, dv]: [NodeId; 2]) -> NodeId {
    if graph.as_number(dv) == Some(0.0) {
        return quotient(graph, du, v);
    }
    let (left, right) = (product(graph, du, v), product(graph, u, dv));
    let above = difference(graph, left, right);
    let below = product(graph, v, v);
    quotient(graph, above, below)
}

/// v·uᵛ⁻¹·u′ + uᵛ·ln(u)·v′. Each term stands only if its derivative does, so a
/// constant exponent asks for no logarithm of a negative base.
fn derive_power(
    graph: &mut Graph,
    id: NodeId,
    [u, v]: [NodeId; 2],
    [du, dv]: [NodeId; 2],
) -> NodeId {
    let is_zero = |graph: &Graph, node| graph.as_number(node) == Some(0.0);
    let mut terms = Vec::new();
    if !is_zero(graph, du) {
        let one = graph.number(1.0);
        let less = difference(graph, v, one);
        let lowered = graph.power(u, less);
        let outer = product(graph, v, lowered);
        terms.push((product(graph, outer, du), false));
    }
    if !is_zero(graph, dv) {
        let outer = match graph.node(u) {
            Node::Constant(Constant::Euler) => id,
            _ => {
                let logarithm = graph.call(&function::LN, u);
                product(graph, id, logarithm)
            }
        };
        terms.push((product(graph, dv, outer), false));
    }
    sum(graph, &terms)
}
