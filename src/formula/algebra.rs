//! Sums and products in the order a person would write them, for derivatives:
//! numbers gathered in front, equal factors joined, equal terms added up.

use super::graph::{Graph, Node, NodeId};

/// Comparing two ids takes this part of the time of a look at a node.
const GLANCES: usize = 16;

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
    let mut terms: Vec<Term> = Vec::new();
    let mut rests: Vec<NodeId> = Vec::new();
    for (part, negated) in parts {
        for (addend, minus) in addends(graph, *part) {
            if graph.as_number(addend) == Some(0.0) {
                continue;
            }
            let mut term = Term::sound(graph, addend);
            if minus != *negated {
                term.above = -term.above;
            }
            let rest = term.with_number(1.0, 1.0).build(graph);
            graph.count_looks(rests.len() / GLANCES);
            let known = rests.iter().position(|known| *known == rest);
            let joined = known.and_then(|place| Some((place, terms[place].joined(&term)?)));
            match joined {
                Some((place, both)) => terms[place] = both,
                None => {
                    rests.push(rest);
                    terms.push(term);
                }
            }
        }
    }
    terms.retain(|term| term.above != 0.0);
    if terms.first().is_some_and(Term::is_negative_number) {
        // y − 1 rather than −1 + y.
        let number = terms.remove(0);
        terms.push(number);
    }
    add_up(graph, &terms)
}

fn add_up(graph: &mut Graph, terms: &[Term]) -> NodeId {
    let mut total = graph.number(0.0);
    for (index, term) in terms.iter().enumerate() {
        if index > 0 && term.above < 0.0 {
            let opposite = term.with_number(-term.above, term.below).build(graph);
            total = graph.subtract(total, opposite);
        } else {
            let node = term.clone().build(graph);
            total = graph.add(total, node);
        }
    }
    total
}

/// The terms of a chain of sums and differences, and whether each is subtracted.
pub(super) fn addends(graph: &mut Graph, node: NodeId) -> Vec<(NodeId, bool)> {
    let mut open = vec![(node, false)];
    let mut found = Vec::new();
    while let Some((next, minus)) = open.pop() {
        graph.count_looks(1);
        match graph.node(next) {
            Node::Add(a, b) => open.extend([(b, minus), (a, minus)]),
            Node::Subtract(a, b) => open.extend([(b, !minus), (a, minus)]),
            _ => found.push((next, minus)),
        }
    }
    found
}

impl Term {
    fn of(graph: &mut Graph, node: NodeId) -> Term {
        let mut term = Term {
            above: 1.0,
            below: 1.0,
            factors: Vec::new(),
            divisors: Vec::new(),
        };
        term.take_apart(graph, node, false);
        term
    }

    /// Like [`of`](Term::of), but whole if its numbers cannot be gathered.
    fn sound(graph: &mut Graph, node: NodeId) -> Term {
        let term = Term::of(graph, node);
        if term.is_sound() {
            return term;
        }
        Term {
            above: 1.0,
            below: 1.0,
            factors: vec![node],
            divisors: Vec::new(),
        }
    }

    fn with_number(&self, above: f64, below: f64) -> Term {
        Term {
            above,
            below,
            ..self.clone()
        }
    }

    /// The sum with a term that differs only in its number.
    fn joined(&self, other: &Term) -> Option<Term> {
        let (above, below) = add_fractions((self.above, self.below), (other.above, other.below));
        let exact = above.is_finite() && below.is_normal();
        exact.then(|| self.with_number(above, below))
    }

    fn is_negative_number(&self) -> bool {
        self.above < 0.0 && self.factors.is_empty() && self.divisors.is_empty()
    }

    fn take_apart(&mut self, graph: &mut Graph, node: NodeId, dividing: bool) {
        let mut open = vec![(node, dividing)];
        while let Some((next, divides)) = open.pop() {
            graph.count_looks(1);
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

    /// Whether the numbers could be gathered without overflow or underflow.
    fn is_sound(&self) -> bool {
        self.above.is_normal() && self.below.is_normal()
    }

    fn build(mut self, graph: &mut Graph) -> NodeId {
        (self.above, self.below) = lowest_terms(self.above, self.below);
        let mut factors = joined_powers(graph, &self.factors);
        let mut divisors = joined_powers(graph, &self.divisors);
        cancel(&mut factors, &mut divisors);
        let opposite = self.above == -1.0;
        let start = if opposite { 1.0 } else { self.above };
        let numerator = multiply_all(graph, start, &factors);
        let denominator = multiply_all(graph, self.below, &divisors);
        let quotient = graph.divide(numerator, denominator);
        if opposite {
            graph.negative(quotient)
        } else {
            quotient
        }
    }
}

/// A base and its exponent: a positive whole number, or 1 for anything that is
/// no such power.
type Power = (NodeId, f64);

fn multiply_all(graph: &mut Graph, coefficient: f64, powers: &[Power]) -> NodeId {
    let mut total = graph.number(coefficient);
    for (base, exponent) in powers {
        let exponent = graph.number(*exponent);
        let factor = graph.power(*base, exponent);
        total = graph.multiply(total, factor);
    }
    total
}

/// Sorts factors the way people do and joins equal bases: x·x² → x³.
fn joined_powers(graph: &mut Graph, factors: &[NodeId]) -> Vec<Power> {
    let mut powers: Vec<Power> = Vec::new();
    for factor in factors {
        let (base, exponent) = base_and_exponent(graph, *factor);
        match powers.iter_mut().find(|known| known.0 == base) {
            Some(known) => known.1 += exponent,
            None => powers.push((base, exponent)),
        }
    }
    graph.count_looks(factors.len() * (1 + powers.len() / GLANCES));
    let graph = &*graph;
    let ranked = |wanted| {
        let has_rank = move |power: &&Power| rank(graph, power.0) == wanted;
        powers.iter().filter(has_rank).copied()
    };
    (0..=LAST_RANK).flat_map(ranked).collect()
}

/// x/x⁴ → 1/x³. Only where some power stays below: at 0 both are undefined,
/// while x/x → 1 would define what was not.
fn cancel(factors: &mut Vec<Power>, divisors: &mut [Power]) {
    for (base, below) in divisors {
        if let Some(place) = factors
            .iter()
            .position(|(factor, above)| factor == base && *above < *below)
        {
            *below -= factors[place].1;
            factors.remove(place);
        }
    }
}

/// Positive whole exponents only: they join without changing where the product
/// is defined.
fn base_and_exponent(graph: &Graph, factor: NodeId) -> Power {
    if let Node::Power(base, exponent) = graph.node(factor)
        && let Some(n) = graph.as_number(exponent)
        && n >= 1.0
        && n % 1.0 == 0.0
    {
        return (base, n);
    }
    (factor, 1.0)
}

/// The rank of functions.
const LAST_RANK: u32 = 3;

/// Constants, then parameters, then sums in brackets, then functions.
fn rank(graph: &Graph, node: NodeId) -> u32 {
    match graph.node(node) {
        Node::Number(_) | Node::Constant(_) => 0,
        Node::Parameter(_) => 1,
        Node::Power(base, exponent) if graph.is_constant(exponent) => rank(graph, base),
        Node::Add(..) | Node::Subtract(..) => 2,
        _ => LAST_RANK,
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
