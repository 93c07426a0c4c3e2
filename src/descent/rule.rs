use crate::cost::Cost;

/// An update rule: how one iteration moves the point.
///
/// Every rule adds −α·∂J/∂θᵢ to each parameter θᵢ; rules differ in where they
/// evaluate the partial derivatives. The new coordinate is always the rounded sum
/// θᵢ + (−α·∂J/∂θᵢ), so that a path repeats bit for bit.
#[derive(Debug)]
pub struct Rule {
    /// The id in links.
    pub id: &'static str,
    /// The name in menus.
    pub name: &'static str,
    /// One sentence on what it does.
    pub explains: &'static str,
    /// Where it is described.
    pub source: &'static str,
    /// In which order parameters move.
    pub order: Order,
}

/// In which order the parameters of one iteration move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// All slopes are those of the old point.
    Together,
    /// Each slope is that of the point to which the parameters before have moved.
    OneByOne,
}

/// Every update rule, the default first.
pub const RULES: &[Rule] = &[
    Rule {
        id: "simultaneous",
        name: "Simultaneous update",
        explains: "All slopes are measured at the old point; then all move.",
        source: "Cauchy (1847), Méthode générale pour la résolution des systèmes d'équations simultanées, C. R. Acad. Sci. Paris 25, 536–538",
        order: Order::Together,
    },
    Rule {
        id: "sequential",
        name: "Sequential update",
        explains: "One parameter moves, then the next slope is measured at the point already moved: another algorithm, nearly the same for small α.",
        source: "Wright (2015), Coordinate descent algorithms, Mathematical Programming 151, section 1 (cyclic order)",
        order: Order::OneByOne,
    },
];

/// The rule with this id.
pub fn find_rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.id == other.id
    }
}

impl Rule {
    /// Writes the step (a displacement) that one iteration takes from a point.
    ///
    /// `at` and `into` have one number per parameter.
    pub fn step(&self, cost: &dyn Cost, alpha: f64, at: &[f64], into: &mut [f64]) {
        let mut gradient = vec![0.0; at.len()];
        cost.gradient(at, &mut gradient);
        self.advance(cost, alpha, &gradient, &mut at.to_vec(), into);
    }

    /// Moves a point by one iteration and writes the step taken. `gradient` is ∇J
    /// at the point, which a run knows from its stopping test.
    pub(super) fn advance(
        &self,
        cost: &dyn Cost,
        alpha: f64,
        gradient: &[f64],
        at: &mut [f64],
        step: &mut [f64],
    ) {
        match self.order {
            Order::Together => together(alpha, gradient, at, step),
            Order::OneByOne => one_by_one(cost, alpha, gradient, at, step),
        }
    }
}

fn together(alpha: f64, gradient: &[f64], at: &mut [f64], step: &mut [f64]) {
    for ((step, slope), coordinate) in step.iter_mut().zip(gradient).zip(at) {
        *step = -alpha * slope;
        *coordinate += *step;
    }
}

fn one_by_one(cost: &dyn Cost, alpha: f64, gradient: &[f64], at: &mut [f64], step: &mut [f64]) {
    for index in 0..at.len() {
        // Nothing has moved before the first parameter does.
        let slope = if index == 0 {
            gradient[0]
        } else {
            cost.partial(index, at)
        };
        step[index] = -alpha * slope;
        at[index] += step[index];
    }
}
