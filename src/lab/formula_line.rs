//! The cost as a line of mathematics.

use super::session::Session;
use super::words::MathLine;

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
        let head = format!("<mi>J</mi><mo>(</mo>{arguments}<mo>)</mo><mo>=</mo>");
        let head_spoken = format!("J of {} is ", list(&|i| names[i].spoken(), ", "));
        let body = match &self.subject().formula {
            Some(formula) => MathLine {
                math: formula.mathml(),
                spoken: formula.spoken(),
            },
            None => squared_error(names.len() - 1),
        };
        MathLine {
            math: format!("<mrow>{head}</mrow>{}", body.math),
            spoken: head_spoken + &body.spoken,
        }
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
