#[cfg(doc)]
use super::Loss;
use crate::formula::Name;

/// A model as menus and links name it.
#[derive(Debug)]
pub struct ModelSheet {
    /// The name in links.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// One sentence on what it is.
    pub explains: &'static str,
    /// The data set it opens with.
    pub data: &'static str,
}

/// The models; a data set names the one it opens with.
pub const MODELS: &[ModelSheet] = &[
    ModelSheet {
        id: "regression",
        name: "Line through data",
        explains: "The squared error of a straight line through data.",
        data: "houses",
    },
    ModelSheet {
        id: "polynomial",
        name: "Curve through data",
        explains: "The error of a polynomial through data.",
        data: "stopping",
    },
    ModelSheet {
        id: "logistic",
        name: "Yes or no from data",
        explains: "Logistic regression: the cross-entropy of a probability.",
        data: "orings",
    },
    ModelSheet {
        id: "network",
        name: "Small neural network",
        explains: "One hidden layer, learning from data.",
        data: "xor",
    },
];

/// The model with this id.
pub fn find_model(id: &str) -> Option<&'static ModelSheet> {
    MODELS.iter().find(|sheet| sheet.id == id)
}

/// What is predicted for a row of data, by which parameters. By [`Loss::CrossEntropy`] it is
/// the probability that y is 1: σ of what is said here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// w x + b; with n features w₁ x₁ + … + wₙ xₙ + b.
    Line,
    /// w₁ x + w₂ x² + … + b, of one feature.
    Polynomial {
        /// The highest power, at least 1.
        degree: u32,
    },
    /// v₁ a(w₁₁ x₁ + w₁₂ x₂ + b₁) + … + c: one hidden layer.
    Network {
        /// How many hidden units, at least 1.
        hidden: u32,
        /// What a hidden unit makes of its sum.
        activation: Activation,
    },
}

/// What a hidden unit makes of its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// From −1 to 1.
    Tanh,
    /// From 0 to 1.
    Sigmoid,
}

impl Activation {
    /// Its name in the formula language.
    pub fn name(self) -> &'static str {
        match self {
            Activation::Tanh => "tanh",
            Activation::Sigmoid => "sigmoid",
        }
    }
}

/// The most features that a network takes: two can be seen in a plane.
const MOST_INPUTS: usize = 2;

impl Model {
    /// How many features it may have: the least and the most.
    pub fn features(self) -> [usize; 2] {
        match self {
            Model::Line => [1, usize::MAX],
            Model::Polynomial { .. } => [1, 1],
            Model::Network { .. } => [1, MOST_INPUTS],
        }
    }

    /// The parameters, in order. Of a network: those of each hidden unit, w₂₁ being the
    /// weight of unit 2 for feature 1, then the weights of the units, and last c.
    pub fn parameters(self, features: usize) -> Vec<Name> {
        let names = match self {
            Model::Line => weights(features),
            Model::Polynomial { degree } => weights(degree as usize),
            Model::Network { hidden, .. } => {
                let units = (1..=hidden).flat_map(|unit| {
                    let inputs = (1..=features).map(move |input| input_weight(unit, input));
                    inputs.chain([format!("b{unit}")])
                });
                let outputs = (1..=hidden).map(|unit| format!("v{unit}"));
                units.chain(outputs).chain(["c".into()]).collect()
            }
        };
        names.iter().map(|name| named(name)).collect()
    }

    /// The same network with its first two hidden units in each other's place: other
    /// parameters, the same prediction everywhere. `None` if there are no two.
    pub fn swapped(self, features: usize, at: &[f64]) -> Option<Vec<f64>> {
        let Model::Network { hidden, .. } = self else {
            return None;
        };
        let (units, unit) = (hidden as usize, features + 1);
        if units < 2 {
            return None;
        }
        let mut swapped = at.to_vec();
        for index in 0..unit {
            swapped.swap(index, unit + index);
        }
        swapped.swap(units * unit, units * unit + 1);
        Some(swapped)
    }

    /// A formula of parameters and features.
    pub(super) fn sum(self, features: usize) -> String {
        let columns: Vec<String> = feature_names(features);
        match self {
            Model::Line => {
                let terms = weights(features).into_iter().zip(columns);
                let products: String = terms.map(|(w, x)| format!("{w} {x} + ")).collect();
                products + "b"
            }
            Model::Polynomial { degree } => {
                let terms = weights(degree as usize).into_iter().zip(1..=degree);
                let power = |exponent: u32| match exponent {
                    1 => "x".to_owned(),
                    _ => format!("x^{exponent}"),
                };
                let products: String = terms
                    .map(|(w, exponent)| format!("{w} {} + ", power(exponent)))
                    .collect();
                products + "b"
            }
            Model::Network { hidden, activation } => {
                let unit = |unit: u32| {
                    let inputs = columns.iter().enumerate();
                    let sum: String = inputs
                        .map(|(index, x)| format!("{} {x} + ", input_weight(unit, index + 1)))
                        .collect();
                    format!("v{unit} {}({sum}b{unit}) + ", activation.name())
                };
                (1..=hidden).map(unit).collect::<String>() + "c"
            }
        }
    }

    /// The partial derivatives of the sum, where they are the same whatever the parameters:
    /// what each parameter is multiplied by.
    pub(super) fn factors(self, row: &[f64]) -> Option<Vec<f64>> {
        match self {
            Model::Line => Some([row, &[1.0]].concat()),
            Model::Polynomial { degree } => {
                let powers = (0..degree).scan(1.0, |power, _| {
                    *power *= row[0];
                    Some(*power)
                });
                Some(powers.chain([1.0]).collect())
            }
            Model::Network { .. } => None,
        }
    }
}

/// `w`, or `w1`, `w2`, …; then `b`.
fn weights(count: usize) -> Vec<String> {
    let weight = |index: usize| match count {
        1 => "w".to_owned(),
        _ => format!("w{index}"),
    };
    (1..=count).map(weight).chain(["b".to_owned()]).collect()
}

fn input_weight(unit: u32, input: usize) -> String {
    format!("w{unit}{input}")
}

/// `x`, or `x1`, `x2`, …
pub(super) fn feature_names(count: usize) -> Vec<String> {
    match count {
        1 => vec!["x".to_owned()],
        _ => (1..=count).map(|index| format!("x{index}")).collect(),
    }
}

pub(super) fn named(text: &str) -> Name {
    Name::new(text).unwrap_or_else(|| unreachable!("letters and digits are a name"))
}
