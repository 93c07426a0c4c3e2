//! Steps that look at some rows of the data only.

use super::captions::DataView;
use super::rows::MOST_DOTS;
use super::session::Session;
use super::setting::Key;
use super::words::{MathLine, batch as words};
use crate::cost::Batch;

impl Session {
    /// The rows that each step looks at; `None` where that is all of them.
    pub fn batch(&self) -> Option<Batch> {
        let size = self.batch_size()?;
        (size < self.row_count()?).then(|| Batch {
            size,
            seed: self.seed(),
        })
    }

    /// How many rows a step looks at; `None` for a cost without rows.
    pub(super) fn batch_size(&self) -> Option<usize> {
        let rows = self.row_count()?;
        let asked = self.given().whole(Key::Batch).map(|size| size as usize);
        Some(asked.filter(|size| *size < rows).unwrap_or(rows))
    }

    /// The rows that the next step of the selected run looks at, counted from 0; `None` where
    /// it looks at all.
    pub fn next_rows(&self) -> Option<Vec<usize>> {
        let iteration = self.shown_iteration(self.selected());
        Some(self.batch()?.rows(iteration, self.row_count()?))
    }

    /// The rows that are ringed where the data are drawn: those that the next step of the
    /// selected run looks at, where that is not all of them and each stands for itself.
    pub fn ringed_rows(&self) -> Vec<usize> {
        let has_dots = self.row_count().is_some_and(|rows| rows <= MOST_DOTS)
            && self.data_view() != DataView::Predictions;
        let next = self.next_rows();
        let walks = self.stop(self.selected()).is_none();
        next.filter(|_| has_dots && walks).unwrap_or_default()
    }

    /// How many rows a step looks at, and which come next.
    pub(super) fn batch_caption(&self) -> Option<String> {
        let next = self.stop(self.selected()).is_none();
        let next = next.then(|| self.next_rows()).flatten();
        Some(words::caption(self.batch_share()?, next.as_deref()))
    }

    /// The rows of a batch, and all rows.
    pub(super) fn batch_share(&self) -> Option<[usize; 2]> {
        Some([self.batch()?.size, self.row_count()?])
    }

    /// The letter for what the next step measures its slopes on.
    pub(super) fn stepped_on(&self) -> MathLine {
        words::cost(self.batch().is_some())
    }

    fn row_count(&self) -> Option<usize> {
        let fit = self.subject().fit.as_ref()?;
        Some(fit.table().row_count())
    }
}
