//! What is minimised: a catalogue of costs defined by their formulas, and models on data.

mod batch;
mod catalogue;
mod chain;
mod cholesky;
mod data;
mod fit;
mod formula;
mod loss;
mod model;
mod moments;
mod names;
mod newton;
pub mod paste;
mod reader;
mod regression;
mod standardise;
mod sum;
mod symmetric;
mod table;

use std::borrow::Cow;

use crate::formula::{Name, Program};

pub use batch::Batch;
pub use catalogue::{CATALOGUE, Ending, Minimum, Sheet, find_cost};
pub use chain::Chain;
pub use data::{ColumnSheet, DATA_SETS, DataSheet, find_data};
pub use fit::{Fit, Misfit};
pub use loss::{LOSSES, Loss, LossSheet};
pub use model::{Activation, MODELS, Model, ModelSheet, find_model};
pub use reader::TableReader;
pub use regression::{Regression, SquaredError};
pub use symmetric::{symmetric_eigenvalues, symmetric_eigenvectors};
pub use table::{Column, DataError, Table};

/// A cost J of n parameters, with its exact gradient.
///
/// A point is a slice with one number per parameter, in the order of
/// [`parameters`](Cost::parameters). All functions are total: where the cost is
/// undefined or overflows they give NaN or an infinity, never a panic.
pub trait Cost {
    /// The parameters' names, in order. At least one.
    fn parameters(&self) -> &[Name];

    /// J at a point.
    fn value(&self, at: &[f64]) -> f64;

    /// Writes ∇J at a point, one partial derivative per parameter.
    fn gradient(&self, at: &[f64], into: &mut [f64]);

    /// The partial derivative of J by one parameter: the same bits as
    /// `gradient()[index]`.
    fn partial(&self, index: usize, at: &[f64]) -> f64;

    /// J at many points given as one slice per parameter (`at[i]` holds the
    /// i-th parameter of every point): the same bits as [`value`](Cost::value).
    fn values(&self, at: &[&[f64]], into: &mut [f64]) {
        let mut point = vec![0.0; at.len()];
        for (index, value) in into.iter_mut().enumerate() {
            for (coordinate, lane) in point.iter_mut().zip(at) {
                *coordinate = lane[index];
            }
            *value = self.value(&point);
        }
    }

    /// The same mean over the rows that a batch draws for the step from an iteration; `None`
    /// for a cost without rows, and where that would be all of them.
    fn on_batch<'a>(&'a self, _batch: Batch, _iteration: u32) -> Option<Box<dyn Cost + 'a>> {
        None
    }

    /// The instructions that give the same bits as the functions above, for who compiles
    /// them; `None` if there are none.
    fn program(&self) -> Option<Cow<'_, Program>> {
        None
    }
}
