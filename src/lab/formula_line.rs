//! The cost as a line of mathematics.

use super::session::Session;
use super::words::MathLine;
use crate::cost::{Fit, Loss};
use crate::formula::bracketed;
use crate::number::exact;

impl Session {
    /// J(w, b) = …, typeset and spoken.
    pub(super) fn formula_line(&self) -> MathLine {
        let names = self.subject().parameters();
        let list = |each: &dyn Fn(usize) -> String, between: &str| {
            (0..names.len()).map(each).collect::<Vec<_>>().join(between)
        };
        let arguments = list(
            &|i| format!("<mrow class=\"parameter-{i}\">{}</mrow>", names[i].mathml()),
            "<mo>,</mo>",
        );
        let many = names.len() > MOST_NAMED;
        let head = match many {
            true => "<mi>J</mi><mo>=</mo>".to_owned(),
            false => format!("<mi>J</mi>{}<mo>=</mo>", bracketed(&arguments)),
        };
        let head_spoken = match many {
            true => "J is ".to_owned(),
            false => format!("J of {} is ", list(&|i| names[i].spoken(), ", ")),
        };
        let body = match (&self.subject().formula, &self.subject().fit) {
            (Some(formula), _) => MathLine {
                math: formula.mathml(),
                spoken: formula.spoken(),
            },
            (None, Some(fit)) if self.subject().regression.is_none() => mean_loss(fit),
            _ => squared_error(names.len() - 1),
        };
        MathLine {
            math: format!("<mrow>{head}</mrow>{}", body.math),
            spoken: head_spoken + &body.spoken,
        }
    }
}

/// More parameters are not listed before the formula.
const MOST_NAMED: usize = 4;

/// The mean of a loss over the rows, and what is predicted for one: ŷ.
fn mean_loss(fit: &Fit) -> MathLine {
    const PREDICTED: &str = "<mover><mi>y</mi><mo>^</mo></mover>";
    let gap = bracketed(&format!("{PREDICTED}<mo>−</mo><mi>y</mi>"));
    let size = format!("<mrow><mo>|</mo>{PREDICTED}<mo>−</mo><mi>y</mi><mo>|</mo></mrow>");
    let (loss, spoken) = match fit.loss() {
        Loss::Squared => (
            format!("<mfrac><mn>1</mn><mn>2</mn></mfrac><msup>{gap}<mn>2</mn></msup>"),
            "half the squared difference between prediction and measurement".to_owned(),
        ),
        Loss::Absolute => (
            size,
            "the size of the difference between prediction and measurement".into(),
        ),
        Loss::Huber { delta } => (
            format!("<msub><mi>H</mi><mn>{}</mn></msub>{gap}", exact(delta)),
            format!(
                "the Huber loss, delta {}, of the difference between prediction and measurement",
                exact(delta)
            ),
        ),
        Loss::CrossEntropy => (
            format!(
                "<mo>−</mo><mo>(</mo><mi>y</mi><mo>⁢</mo><mi>ln</mi><mo>⁡</mo>{PREDICTED}<mo>+</mo>\
                 <mo>(</mo><mn>1</mn><mo>−</mo><mi>y</mi><mo>)</mo><mi>ln</mi><mo>(</mo><mn>1</mn>\
                 <mo>−</mo>{PREDICTED}<mo>)</mo><mo>)</mo>"
            ),
            "minus the natural log of the probability given to what was measured".into(),
        ),
    };
    MathLine {
        math: format!(
            "<mfrac><mn>1</mn><mi>m</mi></mfrac><mo>∑</mo>{loss}<mo>,</mo><mspace width=\"0.8em\"/>\
             {PREDICTED}<mo>=</mo>{}",
            fit.prediction().mathml()
        ),
        spoken: format!(
            "the mean over all m rows of {spoken}; the prediction is {}",
            fit.prediction().spoken()
        ),
    }
}

/// The squared error cost of a line in its usual letters (Ng, "Machine Learning
/// Specialization", course 1, 2022): 1/(2m) Σ (w xᵢ + b − yᵢ)².
fn squared_error(features: usize) -> MathLine {
    let product = |index: usize| {
        let w = if features == 1 {
            "<mi>w</mi>".to_owned()
        } else {
            format!("<msub><mi>w</mi><mn>{}</mn></msub>", index + 1)
        };
        let x = if features == 1 {
            "<msub><mi>x</mi><mi>i</mi></msub>".to_owned()
        } else {
            format!(
                "<msub><mi>x</mi><mrow><mi>i</mi><mn>{}</mn></mrow></msub>",
                index + 1
            )
        };
        format!("<mrow class=\"parameter-{index}\">{w}</mrow>{x}<mo>+</mo>")
    };
    let products: String = (0..features).map(product).collect();
    MathLine {
        math: format!(
            "<mfrac><mn>1</mn><mrow><mn>2</mn><mi>m</mi></mrow></mfrac>\
             <munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>m</mi></munderover>\
             <msup><mrow><mo>(</mo>{products}<mrow class=\"parameter-{features}\"><mi>b</mi></mrow>\
             <mo>−</mo><msub><mi>y</mi><mi>i</mi></msub><mo>)</mo></mrow><mn>2</mn></msup>"
        ),
        spoken: "1 over 2 m times the sum over all m rows of the squared difference between \
                 prediction and measurement"
            .into(),
    }
}
