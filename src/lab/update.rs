//! The update rule with the present numbers in it.

use super::session::Session;
use crate::formula::Name;
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

impl Session {
    /// One line per parameter: θ := θ − α ∂J/∂θ = the numbers = the result, as
    /// the present rule measures them from where the selected run stands.
    pub fn update_lines(&self) -> Vec<UpdateLine> {
        let at = self.plane().through;
        let cost = self.subject().cost.as_ref();
        let mut step = vec![0.0; at.len()];
        self.rule().step(cost, self.alpha(), &at, &mut step);
        let names = self.subject().parameters();
        (0..at.len())
            .map(|index| {
                // Both rules step by −α times the partial derivative they measured.
                let partial = -step[index] / self.alpha();
                line(
                    names,
                    index,
                    at[index],
                    self.alpha(),
                    partial,
                    at[index] + step[index],
                )
            })
            .collect()
    }
}

fn line(names: &[Name], index: usize, old: f64, alpha: f64, partial: f64, new: f64) -> UpdateLine {
    let name = coloured(index, &names[index].mathml());
    let slope =
        format!("<mfrac><mrow><mo>∂</mo><mi>J</mi></mrow><mrow><mo>∂</mo>{name}</mrow></mfrac>");
    let [old, alpha, partial, new] = [old, alpha, partial, new].map(|v| significant(v, DIGITS));
    let bracketed = if partial.starts_with('−') {
        format!("<mrow><mo>(</mo><mn>{partial}</mn><mo>)</mo></mrow>")
    } else {
        format!("<mn>{partial}</mn>")
    };
    let rule = format!("{name}<mo>:=</mo>{name}<mo>−</mo><mi class=\"alpha\">α</mi>{slope}");
    let numbers = format!(
        "<mrow><mo>=</mo>{}<mo>−</mo><mn class=\"alpha\">{alpha}</mn><mo>·</mo>{bracketed}</mrow>\
         <mrow><mo>=</mo>{}</mrow>",
        coloured(index, &format!("<mn>{old}</mn>")),
        coloured(index, &format!("<mn>{new}</mn>")),
    );
    let spoken = format!(
        "{0} becomes {0} minus alpha times the partial derivative of J by {0}: \
         {old} minus {alpha} times {partial} is {new}",
        names[index].spoken()
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
