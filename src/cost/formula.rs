use std::borrow::Cow;

use super::Cost;
use crate::formula::{Formula, Name, Program};

/// A formula is a cost as it stands.
impl Cost for Formula {
    fn parameters(&self) -> &[Name] {
        self.parameters()
    }

    fn value(&self, at: &[f64]) -> f64 {
        self.value(at)
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        self.gradient(at, into);
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        self.partial(index, at)
    }

    fn values(&self, at: &[&[f64]], into: &mut [f64]) {
        self.values(at, into);
    }

    fn program(&self) -> Option<Cow<'_, Program>> {
        Some(Cow::Borrowed(self.program()))
    }
}
