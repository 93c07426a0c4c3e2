//! What a page says of the points.

use super::{PointEditor, editable};
use crate::cost::Column;
use crate::lab::words::points::{self as words, Done};
use crate::lab::{DataView, Session};
use crate::number::exact;

/// What a page shows of the chosen point.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsReport {
    /// Which one it is, from 0.
    pub chosen: Option<usize>,
    /// Of so many.
    pub count: usize,
    /// "Point 3 of 7: size 2.1, price 3.4."; empty if none is chosen.
    pub sentence: String,
    /// The name of each column with its unit, and the chosen point's number in it.
    pub fields: Vec<(String, String)>,
    /// How it is done, and what is special about these points.
    pub help: String,
}

impl PointEditor {
    /// What a page shows; `None` where points cannot be edited any more.
    pub fn report(&self, session: &Session) -> Option<PointsReport> {
        let fit = editable(session)?;
        let columns = fit.table().columns();
        let chosen = self.chosen(session);
        let row = chosen.and_then(|row| session.point(row));
        let label = |column: &Column| match column.unit.is_empty() {
            true => column.name.clone(),
            false => format!("{} ({})", column.name, column.unit),
        };
        let values = |row: &[f64]| row.iter().copied().map(exact).collect();
        let values: Vec<String> = row.map_or_else(|| vec![String::new(); columns.len()], values);
        let mut help = words::help(session.data_view() == DataView::Output).to_owned();
        let regression = session.subject().regression.as_ref();
        if regression.is_some_and(|regression| !regression.has_one_minimum()) {
            help = format!("{help} {}", words::TROUGH);
        }
        Some(PointsReport {
            chosen,
            count: session.point_count(),
            sentence: match chosen {
                Some(_) => self.told(session, Done::Chosen),
                None => String::new(),
            },
            fields: columns.iter().map(label).zip(values).collect(),
            help,
        })
    }

    /// A sentence on the chosen point; empty if none is.
    pub fn told(&self, session: &Session, done: Done) -> String {
        let Some((row, fit)) = self.chosen(session).zip(session.subject().fit.as_ref()) else {
            return String::new();
        };
        let table = fit.table();
        let place = words::place(table.columns(), table.row(row));
        words::done(done, row + 1, table.row_count(), &place)
    }
}
