use super::algebra::{difference, product, quotient};
use super::graph::{Graph, NodeId};

/// One function of the formula language: everything anyone needs to know of it.
///
/// To add a function, write its row and name it in [`FUNCTIONS`].
#[derive(Debug)]
pub(super) struct Function {
    /// The spelling in canonical text.
    pub(super) name: &'static str,
    /// Other spellings.
    pub(super) aliases: &'static [&'static str],
    pub(super) rule: Rule,
    pub(super) notation: Notation,
    /// Words before the argument: `sine of`.
    pub(super) spoken: &'static str,
}

/// How a function is evaluated and differentiated.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// One argument u. The derivative is f′(u), without the factor u′.
    One {
        evaluate: fn(f64) -> f64,
        derivative: fn(&mut Graph, NodeId) -> NodeId,
    },
    /// Two or more arguments, taken two at a time from the left. The derivative
    /// is made of both arguments and both their derivatives.
    Fold {
        evaluate: fn(f64, f64) -> f64,
        derivative: fn(&mut Graph, [NodeId; 2], [NodeId; 2]) -> NodeId,
    },
    /// `choose(a, b, u, v)`: u where a ≤ b, otherwise v; NaN where a or b is NaN.
    Choose,
}

/// How a function is typeset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// An upright name before brackets.
    Named(&'static str),
    /// A name with an index, such as log₁₀.
    Indexed(&'static str, &'static str),
    /// |u|
    Bars,
    /// √u
    Root,
    /// u if a ≤ b, v otherwise
    Cases,
}

impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        self.name == other.name
    }
}

impl Eq for Function {}

impl std::hash::Hash for Function {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

/// All functions, in the order in which messages list them.
pub(super) static FUNCTIONS: &[&Function] = &[
    &SIN, &COS, &TAN, &ASIN, &ACOS, &ATAN, &SINH, &COSH, &TANH, &EXP, &LN, &LOG10, &LOG2, &SQRT,
    &ABS, &SIGN, &MIN, &MAX, &SIGMOID, &SOFTPLUS, &CHOOSE,
];

/// The function spelled `word`.
pub(super) fn find(word: &str) -> Option<&'static Function> {
    FUNCTIONS
        .iter()
        .find(|function| function.name == word || function.aliases.contains(&word))
        .copied()
}

/// The names of the functions people type, for messages.
pub(super) fn list() -> String {
    let names: Vec<&str> = FUNCTIONS
        .iter()
        .filter(|function| !matches!(function.rule, Rule::Choose))
        .map(|function| function.name)
        .collect();
    names.join(", ")
}

impl Function {
    pub(super) fn takes(&self, count: usize) -> bool {
        match self.rule {
            Rule::One { .. } => count == 1,
            Rule::Fold { .. } => count >= 2,
            Rule::Choose => count == 4,
        }
    }

    pub(super) fn arity_words(&self) -> &'static str {
        match self.rule {
            Rule::One { .. } => "one argument",
            Rule::Fold { .. } => "two or more arguments",
            Rule::Choose => "four arguments",
        }
    }

    pub(super) fn example(&self) -> String {
        let arguments = match self.rule {
            Rule::One { .. } => "x",
            Rule::Fold { .. } => "x, y",
            Rule::Choose => "a, b, x, y",
        };
        format!("{}({arguments})", self.name)
    }
}

const fn one(
    name: &'static str,
    aliases: &'static [&'static str],
    spoken: &'static str,
    evaluate: fn(f64) -> f64,
    derivative: fn(&mut Graph, NodeId) -> NodeId,
) -> Function {
    Function {
        name,
        aliases,
        rule: Rule::One {
            evaluate,
            derivative,
        },
        notation: Notation::Named(name),
        spoken,
    }
}

pub(super) static SIN: Function = one("sin", &[], "sine of", libm::sin, |graph, u| {
    graph.call(&COS, u)
});

static COS: Function = one("cos", &[], "cosine of", libm::cos, |graph, u| {
    let sine = graph.call(&SIN, u);
    graph.negative(sine)
});

static TAN: Function = one("tan", &[], "tangent of", libm::tan, |graph, u| {
    let cosine = graph.call(&COS, u);
    one_over_square(graph, cosine)
});

static ASIN: Function = one(
    "asin",
    &["arcsin"],
    "inverse sine of",
    libm::asin,
    one_over_root,
);

static ACOS: Function = one(
    "acos",
    &["arccos"],
    "inverse cosine of",
    libm::acos,
    |graph, u| {
        let inverse = one_over_root(graph, u);
        graph.negative(inverse)
    },
);

static ATAN: Function = one(
    "atan",
    &["arctan"],
    "inverse tangent of",
    libm::atan,
    |graph, u| {
        let (one, square) = (graph.number(1.0), graph.whole_power(u, 2));
        let below = graph.add(one, square);
        graph.divide(one, below)
    },
);

static SINH: Function = one("sinh", &[], "hyperbolic sine of", libm::sinh, |graph, u| {
    graph.call(&COSH, u)
});

static COSH: Function = one(
    "cosh",
    &[],
    "hyperbolic cosine of",
    libm::cosh,
    |graph, u| graph.call(&SINH, u),
);

// 1/cosh² rather than 1 − tanh², which cancels to 0 long before the slope does.
static TANH: Function = one(
    "tanh",
    &[],
    "hyperbolic tangent of",
    libm::tanh,
    |graph, u| {
        let cosine = graph.call(&COSH, u);
        one_over_square(graph, cosine)
    },
);

static EXP: Function = one("exp", &[], "exp of", libm::exp, |graph, u| {
    graph.call(&EXP, u)
});

pub(super) static LN: Function = one("ln", &["log"], "natural log of", libm::log, |graph, u| {
    let one = graph.number(1.0);
    graph.divide(one, u)
});

static LOG10: Function = Function {
    notation: Notation::Indexed("log", "10"),
    ..one("log10", &[], "log base 10 of", libm::log10, |graph, u| {
        one_over_logarithm(graph, u, 10.0)
    })
};

static LOG2: Function = Function {
    notation: Notation::Indexed("log", "2"),
    ..one("log2", &[], "log base 2 of", libm::log2, |graph, u| {
        one_over_logarithm(graph, u, 2.0)
    })
};

static SQRT: Function = Function {
    notation: Notation::Root,
    ..one("sqrt", &[], "square root of", libm::sqrt, |graph, u| {
        let (one, two, root) = (graph.number(1.0), graph.number(2.0), graph.call(&SQRT, u));
        let below = graph.multiply(two, root);
        graph.divide(one, below)
    })
};

/// |x|. At 0, where it has a kink, its derivative is taken as 0.
pub(super) static ABS: Function = Function {
    notation: Notation::Bars,
    ..one("abs", &[], "absolute value of", libm::fabs, |graph, u| {
        graph.call(&SIGN, u)
    })
};

/// −1, 0 or 1 as x is negative, zero or positive. Flat wherever it has a slope.
static SIGN: Function = Function {
    notation: Notation::Named("sgn"),
    ..one("sign", &["sgn"], "sign of", sign, |graph, _| {
        graph.number(0.0)
    })
};

/// The derivative is that of the smaller argument, of the first where both are equal.
static MIN: Function = Function {
    name: "min",
    aliases: &[],
    rule: Rule::Fold {
        evaluate: minimum,
        derivative: |graph, [a, b], [da, db]| graph.choose([a, b, da, db]),
    },
    notation: Notation::Named("min"),
    spoken: "minimum of",
};

/// The derivative is that of the greater argument, of the first where both are equal.
static MAX: Function = Function {
    name: "max",
    aliases: &[],
    rule: Rule::Fold {
        evaluate: maximum,
        derivative: |graph, [a, b], [da, db]| graph.choose([b, a, da, db]),
    },
    notation: Notation::Named("max"),
    spoken: "maximum of",
};

// σ(u)·σ(−u) rather than σ(u)·(1 − σ(u)), which cancels to 0 for large u.
static SIGMOID: Function = Function {
    notation: Notation::Named("σ"),
    ..one("sigmoid", &[], "sigmoid of", sigmoid, |graph, u| {
        let rising = graph.call(&SIGMOID, u);
        let opposite = graph.negative(u);
        let falling = graph.call(&SIGMOID, opposite);
        graph.multiply(rising, falling)
    })
};

/// ln(1 + eˣ): the cross-entropy of a sigmoid without its cancellation.
static SOFTPLUS: Function = one("softplus", &[], "softplus of", softplus, |graph, u| {
    graph.call(&SIGMOID, u)
});

/// What the derivative of `min` and `max` is written with.
pub(super) static CHOOSE: Function = Function {
    name: "choose",
    aliases: &[],
    rule: Rule::Choose,
    notation: Notation::Cases,
    spoken: "choice",
};

fn sign(x: f64) -> f64 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        x * 0.0
    }
}

/// wasm's `f64.min`: a NaN gives NaN, and −0 is below +0.
fn minimum(a: f64, b: f64) -> f64 {
    if a < b {
        a
    } else if b < a {
        b
    } else if a == b {
        f64::from_bits(a.to_bits() | b.to_bits())
    } else {
        f64::NAN
    }
}

/// wasm's `f64.max`: a NaN gives NaN, and +0 is above −0.
fn maximum(a: f64, b: f64) -> f64 {
    if a > b {
        a
    } else if b > a {
        b
    } else if a == b {
        f64::from_bits(a.to_bits() & b.to_bits())
    } else {
        f64::NAN
    }
}

/// u where a ≤ b, otherwise v; NaN where a or b is NaN.
pub(super) fn choose(a: f64, b: f64, u: f64, v: f64) -> f64 {
    if a <= b {
        u
    } else if a > b {
        v
    } else {
        f64::NAN
    }
}

/// 1/(1 + e⁻ˣ), with the exponential of a negative number on both sides so that
/// neither side overflows.
fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + libm::exp(-x))
    } else {
        let small = libm::exp(x);
        small / (1.0 + small)
    }
}

/// ln(1 + eˣ) as max(x, 0) + ln(1 + e^−|x|), in which nothing overflows.
fn softplus(x: f64) -> f64 {
    let rest = libm::log1p(libm::exp(-x.abs()));
    if x > 0.0 { x + rest } else { rest }
}

fn one_over_square(graph: &mut Graph, u: NodeId) -> NodeId {
    let (one, square) = (graph.number(1.0), graph.whole_power(u, 2));
    quotient(graph, one, square)
}

/// 1/√(1 − u²)
fn one_over_root(graph: &mut Graph, u: NodeId) -> NodeId {
    let (one, square) = (graph.number(1.0), graph.whole_power(u, 2));
    let inside = difference(graph, one, square);
    let root = graph.call(&SQRT, inside);
    graph.divide(one, root)
}

/// 1/(u ln base)
fn one_over_logarithm(graph: &mut Graph, u: NodeId, base: f64) -> NodeId {
    let (one, base) = (graph.number(1.0), graph.number(base));
    let logarithm = graph.call(&LN, base);
    let below = product(graph, u, logarithm);
    graph.divide(one, below)
}
