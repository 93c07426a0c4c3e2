use std::rc::Rc;

use super::given::Given;
use super::rows::Rows;

/// What a reader is changing. Changes of one kind that follow each other, as
/// while dragging, are undone together until the edit is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// The start of one run.
    Start(usize),
    /// Another set of starts.
    Starts,
    /// A setting, by its key.
    Setting(super::setting::Key),
    /// The numbers of one row of data.
    Point(usize),
    /// One row of data more or less.
    Points,
    /// Everything at once.
    All,
}

/// Settings as they were, with those of the example they belonged to.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) given: Given,
    pub(super) example: Given,
    pub(super) clock: Clock,
}

/// Where the clock stood before an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// At iteration 0, or it goes there.
    Start,
    /// At an iteration.
    At(u32),
    /// At an iteration where every walk had ended.
    End(u32),
}

/// Earlier moments, newest last.
#[derive(Debug, Default)]
pub(super) struct History {
    before: Vec<Moment>,
    open: Option<Edit>,
}

/// More than anyone steps back through; keeps memory bounded.
const LONGEST: usize = 200;
/// Numbers in all rows that are remembered, but for the last, however large: 24 MB.
const MOST_NUMBERS: usize = 3_000_000;

impl History {
    /// Notes the moment before an edit. Gives whether a new edit began, rather
    /// than one going on.
    pub(super) fn begin(&mut self, edit: Edit, before: impl FnOnce() -> Moment) -> bool {
        if self.open == Some(edit) {
            return false;
        }
        if self.before.len() == LONGEST {
            self.before.remove(0);
        }
        self.before.push(before());
        self.forget_rows();
        self.open = Some(edit);
        true
    }

    /// Forgets the oldest moments where all together hold more rows than memory is for.
    fn forget_rows(&mut self) {
        let mut known: Vec<&Rc<Rows>> = Vec::new();
        let mut forgotten = 0;
        for (index, moment) in self.before.iter().enumerate().rev() {
            let rows = [&moment.given, &moment.example].map(Given::rows);
            for rows in rows.into_iter().flatten() {
                if !known.iter().any(|other| Rc::ptr_eq(other, rows)) {
                    known.push(rows);
                }
            }
            let numbers: usize = known.iter().map(|rows| rows.table().numbers()).sum();
            if known.len() > 1 && numbers > MOST_NUMBERS {
                forgotten = index + 1;
                break;
            }
        }
        self.before.drain(..forgotten);
    }

    /// Ends the edit: the next change can be undone on its own.
    pub(super) fn settle(&mut self) {
        self.open = None;
    }

    /// The moment before the last edit.
    pub(super) fn undo(&mut self) -> Option<Moment> {
        self.open = None;
        self.before.pop()
    }

    /// Where the clock stood before the last edit.
    pub(super) fn clock(&self) -> Clock {
        self.before
            .last()
            .map_or(Clock::Start, |moment| moment.clock)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    pub(super) fn clear(&mut self) {
        *self = History::default();
    }
}
