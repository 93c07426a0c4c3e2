//! Sums and products in the order a person would write them, for derivatives:
//! numbers gathered in front, equal factors joined, equal terms added up.

use std::collections::HashMap;

use super::graph::{Graph, Node, NodeId};

/// A product taken apart: above/below · factors / divisors.
#[derive(Clone, Debug)]
struct Term {
    above: f64,
    below: f64,
    factors: Vec<NodeId>,
    divisors: Vec<NodeId>,
}

/// a·b.
pub(super) fn product(graph: &mut Graph, a: NodeId, b: NodeId) -> NodeId {
    let (mut term, other) = (Term::of(graph, a), Term::of(graph, b));
    term.above *= other.above;
    term.below *= other.below;
    term.factors.extend(other.factors);
    term.divisors.extend(other.divisors);
    if term.is_sound() {
        term.build(graph)
    } else {
        graph.multiply(a, b)
    }
}

/// a/b.
pub(super) fn quotient(graph: &mut Graph, a: NodeId, b: NodeId) -> NodeId {
    let mut term = Term::of(graph, a);
    term.take_apart(graph, b, true);
    if term.is_sound() {
        term.build(graph)
    } else {
        graph.divide(a, b)
    }
}

/// a − b.
pub(super) fn difference(graph: &mut Graph, a: NodeId, b: NodeId) -> NodeId {
    sum(graph, &[(a, false), (b, true)])
}

/// The sum of nodes, each subtracted if its flag is set. Terms that differ only
/// in their number become one.
pub(super) fn sum(graph: &mut Graph, parts: &[(NodeId, bool)]) -> NodeId {
    let mut terms: Vec<(f64, f64, NodeId)> = Vec::new();
    let mut places: HashMap<NodeId, usize> = HashMap::new();
    for (part, negated) in parts {
        for (addend, minus) in addends(graph, *part) {
            let mut term = Term::of(graph, addend);
            let above = if minus == *negated {
                term.above
            } else {
                -term.above
            };
            let below = term.below;
            (term.above, term.below) = (1.0, 1.0);
            let rest = term.build(graph);
            let place = *places.entry(rest).or_insert(terms.len());
            match terms.get_mut(place) {
                Some(known) => {
                    (known.0, known.1) = add_fractions((known.0, known.1), (above, below))
                }
                None => terms.push((above, below, rest)),
            }
        }
    }
    terms
        .into_iter()
        .fold(None, |total, (above, below, rest)| {
            add_term(graph, total, above, below, rest)
        })
        .unwrap_or_else(|| graph.number(0.0))
}

fn add_term(
    graph: &mut Graph,
    total: Option<NodeId>,
    above: f64,
    below: f64,
    rest: NodeId,
) -> Option<NodeId> {
    if above == 0.0 {
        return total;
    }
    let mut term = Term::of(graph, rest);
    let negative = above < 0.0 && total.is_some();
    term.above = if negative { -above } else { above };
    term.below = below;
    let node = term.build(graph);
    Some(match total {
        None => node,
        Some(total) if negative => graph.subtract(total, node),
        Some(total) => graph.add(total, node),
    })
}

/// The terms of a chain of sums and differences, and whether each is subtracted.
pub(super) fn addends(graph: &Graph, node: NodeId) -> Vec<(NodeId, bool)> {
    let mut open = vec![(node, false)];
    let mut found = Vec::new();
    while let Some((next, minus)) = open.pop() {
        match graph.node(next) {
            Node::Add(a, b) => open.extend([(b, minus), (a, minus)]),
            Node::Subtract(a, b) => open.extend([(b, !minus), (a, minus)]),
            _ => found.push((next, minus)),
        }
    }
    found
}

impl Term {
    fn of(graph: &Graph, node: NodeId) -> Term {
        let mut term = Term {
            above: 1.0,
            below: 1.0,
            factors: Vec::new(),
            divisors: Vec::new(),
        };
        term.take_apart(graph, node, false);
        term
    }

    fn take_apart(&mut self, graph: &Graph, node: NodeId, dividing: bool) {
        let mut open = vec![(node, dividing)];
        while let Some((next, divides)) = open.pop() {
            match graph.node(next) {
                Node::Number(bits) if divides => self.below *= f64::from_bits(bits),
                Node::Number(bits) => self.above *= f64::from_bits(bits),
                Node::Negative(inner) => {
                    self.above = -self.above;
                    open.push((inner, divides));
                }
                Node::Multiply(a, b) => open.extend([(b, divides), (a, divides)]),
                Node::Divide(a, b) if !divides => open.extend([(b, true), (a, false)]),
                _ if divides => self.divisors.push(next),
                _ => self.factors.push(next),
            }
        }
    }

    /// Whether the numbers could be gathered without overflow or loss.
    fn is_sound(&self) -> bool {
        let sound = |number: f64| number.is_finite() && (number == 0.0 || number.is_normal());
        sound(self.above) && sound(self.below) && self.below != 0.0
    }

    fn build(mut self, graph: &mut Graph) -> NodeId {
        if self.above == 0.0 {
            return graph.number(0.0);
        }
        (self.above, self.below) = lowest_terms(self.above, self.below);
        let factors = join_powers(graph, self.factors);
        let divisors = join_powers(graph, self.divisors);
        let numerator = multiply_all(graph, self.above, &factors);
        let denominator = multiply_all(graph, self.below, &divisors);
        graph.divide(numerator, denominator)
    }
}

fn multiply_all(graph: &mut Graph, coefficient: f64, factors: &[NodeId]) -> NodeId {
    let start = graph.number(coefficient.abs());
    let all = factors
        .iter()
        .fold(start, |total, factor| graph.multiply(total, *factor));
    if coefficient < 0.0 {
        negate_first(graph, coefficient, factors, all)
    } else {
        all
    }
}

/// −2·x·y as (−2)·x·y, the way it is written, and −x·y as −(x·y).
fn negate_first(
    graph: &mut Graph,
    coefficient: f64,
    factors: &[NodeId],
    positive: NodeId,
) -> NodeId {
    if coefficient == -1.0 {
        return graph.negative(positive);
    }
    let start = graph.number(coefficient);
    factors
        .iter()
        .fold(start, |total, factor| graph.multiply(total, *factor))
}

/// Sorts factors the way people do and joins equal bases: x·x² → x³.
fn join_powers(graph: &mut Graph, factors: Vec<NodeId>) -> Vec<NodeId> {
    let mut powers: Vec<(NodeId, f64)> = Vec::new();
    let mut places: HashMap<NodeId, usize> = HashMap::new();
    for factor in factors {
        let (base, exponent) = base_and_exponent(graph, factor);
        let place = *places.entry(base).or_insert(powers.len());
        match powers.get_mut(place) {
            Some(known) => known.1 += exponent,
            None => powers.push((base, exponent)),
        }
    }
    powers.sort_by_key(|(base, _)| rank(graph, *base));
    powers
        .into_iter()
        .map(|(base, exponent)| {
            let exponent = graph.number(exponent);
            graph.power(base, exponent)
        })
        .collect()
}

/// Positive whole exponents only: they join without changing where the product
/// is defined.
fn base_and_exponent(graph: &Graph, factor: NodeId) -> (NodeId, f64) {
    if let Node::Power(base, exponent) = graph.node(factor)
        && let Some(n) = graph.as_number(exponent)
        && n >= 1.0
        && n % 1.0 == 0.0
    {
        return (base, n);
    }
    (factor, 1.0)
}

/// Constants, then parameters, then sums in brackets, then functions.
fn rank(graph: &Graph, node: NodeId) -> u32 {
    match graph.node(node) {
        _ if graph.is_constant(node) => 0,
        Node::Parameter(_) => 1,
        Node::Power(base, _) => rank(graph, base),
        Node::Add(..) | Node::Subtract(..) => 2,
        _ => 3,
    }
}

fn add_fractions(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    if a.1 == b.1 {
        (a.0 + b.0, a.1)
    } else {
        lowest_terms(a.0 * b.1 + b.0 * a.1, a.1 * b.1)
    }
}

/// Cancels whole numbers: 2/6 → 1/3. Keeps the sign above.
fn lowest_terms(above: f64, below: f64) -> (f64, f64) {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    let (above, below) = if below < 0.0 {
        (-above, -below)
    } else {
        (above, below)
    };
    let whole = |number: f64| number % 1.0 == 0.0 && number.abs() < LARGEST_EXACT;
    if !whole(above) || !whole(below) {
        return (above, below);
    }
    let (mut a, mut b) = (above.abs(), below);
    while b != 0.0 {
        (a, b) = (b, a % b);
    }
    (above / a, below / a)
}
