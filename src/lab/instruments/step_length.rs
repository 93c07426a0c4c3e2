//! α, ‖∇J‖ and the length of the step.

use crate::descent::norm;
use crate::lab::session::Session;
use crate::lab::words::DIGITS;
use crate::lab::words::{batch as batch_words, step_length as say};
use crate::number::significant;

/// The step of the selected run in numbers and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLengthReport {
    /// α.
    pub alpha: String,
    /// ‖∇J‖.
    pub slope: String,
    /// The length of the next step.
    pub length: String,
    /// What the length is made of, and when it is not α‖∇J‖.
    pub note: String,
    /// What to look at in the chart.
    pub caption: String,
    /// The three numbers in a sentence.
    pub sentence: String,
    /// Whether the run stops where it starts, so that a chart would be empty.
    pub is_empty: bool,
    /// The iteration shown and the furthest of the run.
    pub iterations: [u32; 2],
}

/// Lengths that differ by less than this part are called the same.
const SAME: f64 = 1e-3;
/// α‖∇J‖ and the length of the rule's step differ by rounding only.
const ROUNDING: f64 = 1e-12;

impl Session {
    /// The step of the selected run in numbers and words.
    pub fn step_length_report(&self) -> StepLengthReport {
        let readout = self.run_readout(self.selected());
        let run = &self.runs()[self.selected()];
        let length = self.next_length();
        let product = self.alpha() * readout.gradient_norm;
        let text = |value: f64| significant(value, DIGITS);
        let [alpha, slope, length_text] = [self.alpha(), readout.gradient_norm, length].map(text);
        let as_product = (length - product).abs() <= ROUNDING * product;
        let mut note = match as_product {
            _ if !(length.is_finite() && product.is_finite()) => say::UNDEFINED.into(),
            true => say::product(&alpha, &slope, &length_text),
            false => match self.batch_share() {
                Some(batch) => batch_words::length(batch, &length_text, &text(product)),
                None => say::other(&length_text, &text(product)),
            },
        };
        if readout.stopped.is_some() {
            note.push_str(say::STOPPED);
        }
        if self.subject().fit.is_some() {
            note.push_str(say::UNITS);
        }
        let lengths = run.lengths().range();
        let caption = match lengths.filter(|_| run.computed() > 0) {
            None if readout.stopped.is_some() => say::NO_STEP_EVER.into(),
            None => say::NO_STEP.into(),
            Some([low, high]) if high - low <= SAME * high => {
                say::same(run.computed(), &alpha, &text(high))
            }
            Some(range) => say::changed(run.computed(), &alpha, &range.map(text)),
        };
        StepLengthReport {
            sentence: say::sentence(readout.iteration, &alpha, &slope, &length_text),
            is_empty: run.computed() == 0 && readout.stopped.is_some(),
            iterations: [readout.iteration, run.computed()],
            length: length_text,
            alpha,
            slope,
            note,
            caption,
        }
    }

    /// How long the rule's next step of the selected run is.
    pub fn next_length(&self) -> f64 {
        let at = self.plane().through;
        let mut step = vec![0.0; at.len()];
        let (cost, iteration) = (&*self.subject().cost, self.shown_iteration(self.selected()));
        self.plan().step(cost, iteration, &at, &mut step);
        norm(&step)
    }
}
