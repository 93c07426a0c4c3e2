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

impl Loss {
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
