//! The update rule with the present numbers in it.

use super::session::Session;
use crate::formula::{Name, bracketed};
use crate::number::significant;

/// How one parameter is updated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateLine {
    /// The rule as a MathML fragment: θ := θ − α ∂J/∂θ.
    pub rule: String,
    /// The same with numbers, and the result.
    pub numbers: String,
    /// All of it in words.
    pub spoken: String,
}

/// Digits of the numbers in the update rule.
const DIGITS: usize = 5;

/// The slope by which the next step moves a parameter, and where it is measured.
pub(super) struct Measured {
    /// The point where the rule measures it.
    pub(super) at: Vec<f64>,
    /// The partial derivative there.
    pub(super) slope: f64,
    /// Whether parameters before it in the order have moved by then.
    pub(super) elsewhere: bool,
    /// Where the parameter is before and after the step.
    pub(super) ends: [f64; 2],
}

impl Session {
    /// One line per parameter: θ := θ − α ∂J/∂θ = the numbers = the result, as
    /// the present rule measures them from where the selected run stands.
    pub fn update_lines(&self) -> Vec<UpdateLine> {
        let names = self.subject().parameters();
        let measured = self.measured();
        let lines = measured.iter().enumerate();
        lines
            .map(|(index, measured)| line(names, index, self, measured))
            .collect()
    }

    /// What the next step of the selected run is made of, one entry per parameter.
    pub(super) fn measured(&self) -> Vec<Measured> {
        let (at, alpha) = (self.plane().through, self.alpha());
        let iteration = self.shown_iteration(self.selected());
        let cost = self.plan().ground(self.subject().cost.as_ref(), iteration);
        let [mut step, mut gradient] = [vec![0.0; at.len()], vec![0.0; at.len()]];
        self.rule().step(&*cost, alpha, &at, &mut step);
        cost.gradient(&at, &mut gradient);
        let mut moved = at.clone();
        (0..at.len())
            .map(|index| {
                // Rules step by −α times a slope: this one, or that of a point already moved.
                let here = step[index] == -alpha * gradient[index] || !step[index].is_finite();
                let place = if here { &at } else { &moved };
                let measured = Measured {
                    slope: if here {
                        gradient[index]
                    } else {
                        cost.partial(index, place)
                    },
                    at: place.clone(),
                    elsewhere: !here,
                    ends: [at[index], at[index] + step[index]],
                };
                moved[index] += step[index];
                measured
            })
            .collect()
    }
}

fn line(names: &[Name], index: usize, session: &Session, measured: &Measured) -> UpdateLine {
    let (alpha, cost) = (session.alpha(), session.stepped_on());
    let [old, new] = measured.ends;
    let partial = measured.slope;
    let name = coloured(index, &names[index].mathml());
    let slope = format!(
        "<mfrac><mrow><mo>∂</mo>{}</mrow><mrow><mo>∂</mo>{name}</mrow></mfrac>",
        cost.math
    );
    let [old, alpha, partial, new] = [old, alpha, partial, new].map(|v| significant(v, DIGITS));
    let factor = if partial.starts_with('−') {
        bracketed(&format!("<mn>{partial}</mn>"))
    } else {
        format!("<mn>{partial}</mn>")
    };
    let rule = format!("{name}<mo>:=</mo>{name}<mo>−</mo><mi class=\"alpha\">α</mi>{slope}");
    let numbers = format!(
        "<mrow><mo>=</mo>{}<mo>−</mo><mn class=\"alpha\">{alpha}</mn><mo>·</mo>{factor}</mrow>\
         <mrow><mo>=</mo>{}</mrow>",
        coloured(index, &format!("<mn>{old}</mn>")),
        coloured(index, &format!("<mn>{new}</mn>")),
    );
    let spoken = format!(
        "{0} becomes {0} minus alpha times the partial derivative of {1} by {0}: \
         {old} minus {alpha} times {partial} is {new}",
        names[index].spoken(),
        cost.spoken,
    );
    UpdateLine {
        rule,
        numbers,
        spoken,
    }
}

fn coloured(index: usize, math: &str) -> String {
    format!("<mrow class=\"parameter-{index}\">{math}</mrow>")
}
