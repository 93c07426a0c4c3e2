use super::Model;

/// What an error costs: the mean of it over the rows is J.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Loss {
    /// Half the square of the error.
    Squared,
    /// The size of the error. Its slope does not grow with the error, so that rows far off
    /// pull no harder than others, and at a row that is met exactly there is a kink.
    Absolute,
    /// Half the square up to δ, then straight: Huber (1964), Robust estimation of a location
    /// parameter, Annals of Mathematical Statistics 35, section 4.
    Huber {
        /// Where it turns straight, above 0, in y's unit.
        delta: f64,
    },
    /// −ln of the probability given to what y was, for y from 0 to 1: Cox (1958), The
    /// regression analysis of binary sequences, J. R. Statist. Soc. B 20, section 2.
    CrossEntropy,
}

/// A loss as menus and links name it.
#[derive(Debug)]
pub struct LossSheet {
    /// The name in links.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// One sentence on what it is.
    pub explains: &'static str,
    /// The loss; Huber's with the δ it has where none is given.
    pub loss: Loss,
}

/// The losses, the usual one first.
pub const LOSSES: &[LossSheet; 4] = &[
    LossSheet {
        id: "squared",
        name: "Squared error",
        explains: "Half the square of the error.",
        loss: Loss::Squared,
    },
    LossSheet {
        id: "absolute",
        name: "Absolute error",
        explains: "The size of the error: rows far off pull no harder than others.",
        loss: Loss::Absolute,
    },
    LossSheet {
        id: "huber",
        name: "Huber",
        explains: "Half the square of small errors, straight beyond delta.",
        loss: Loss::Huber { delta: 1.0 },
    },
    LossSheet {
        id: "cross-entropy",
        name: "Cross-entropy",
        explains: "How surprised a probability is by a y of 0 or 1.",
        loss: Loss::CrossEntropy,
    },
];

impl Loss {
    /// Its row of [`LOSSES`].
    pub fn sheet(self) -> &'static LossSheet {
        &LOSSES[match self {
            Loss::Squared => 0,
            Loss::Absolute => 1,
            Loss::Huber { .. } => 2,
            Loss::CrossEntropy => 3,
        }]
    }

    /// What is predicted for a row, as a formula of the model's parameters and features.
    pub(super) fn prediction(self, model: Model, features: usize) -> String {
        let sum = model.sum(features);
        match self {
            Loss::CrossEntropy => format!("sigmoid({sum})"),
            _ => sum,
        }
    }

    /// What a row costs, as a formula of the model's parameters, its features, and y.
    ///
    /// The cross-entropy of p = σ(z) is written ln(1 + eᶻ) − y z: the same, and finite
    /// however sure the model is.
    pub(super) fn of_row(self, model: Model, features: usize) -> String {
        let error = || format!("({} - y)", model.sum(features));
        match self {
            Loss::Squared => format!("{}^2 / 2", error()),
            Loss::Absolute => format!("abs{}", error()),
            Loss::Huber { delta } => {
                let error = error();
                format!(
                    "choose(abs{error}, {delta}, {error}^2 / 2, {delta} (abs{error} - {delta} / 2))"
                )
            }
            Loss::CrossEntropy => {
                let sum = model.sum(features);
                format!("softplus({sum}) - y ({sum})")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LOSSES;

    #[test]
    fn every_loss_stands_at_its_row() {
        for sheet in LOSSES {
            assert_eq!(sheet.loss.sheet().id, sheet.id);
        }
    }
}
