//! A table that a reader pastes, and what is said of it before it is used.

use std::rc::Rc;

use super::problem::Problem;
use super::rows::Rows;
use super::session::Session;
use super::setting::Key;
use super::value::Value;
use super::words::paste as words;
use crate::cost::paste::{ColumnChoice, LeftOut, Paste};

/// The longest text that is read, in bytes.
const MOST_TEXT: usize = 200_000_000;
/// So many lines that are left out are listed.
const MOST_LISTED: usize = 200;

/// A text that comes in pieces and is read as a table.
#[derive(Debug, Default)]
pub struct PastedTable {
    text: String,
    is_too_long: bool,
    paste: Option<Paste>,
}

/// What was understood of a text.
#[derive(Debug)]
pub struct PasteReport {
    /// A sentence each.
    pub understood: Vec<String>,
    /// The columns from the left.
    pub columns: Vec<ColumnReport>,
    /// The first rows with their lines, as they are written.
    pub rows: Vec<(usize, Vec<String>)>,
    /// The columns that are chosen at first.
    pub choice: Option<ColumnChoice>,
}

/// A column of a pasted table.
#[derive(Debug)]
pub struct ColumnReport {
    /// Its name, or which one it is.
    pub name: String,
    /// Its unit; empty if unknown.
    pub unit: String,
    /// What it holds, in words.
    pub holds: String,
    /// Whether it can be chosen.
    pub is_numeric: bool,
}

/// What a choice of columns gives.
#[derive(Debug)]
pub struct ChoiceReport {
    /// How many rows are used and left out.
    pub summary: String,
    /// The lines that are left out, each with the reason, and how many more there are.
    pub left_out: Vec<String>,
}

impl PastedTable {
    /// Takes a piece of the text; gives whether more may come.
    pub fn push(&mut self, piece: &str) -> bool {
        self.is_too_long |= self.text.len() + piece.len() > MOST_TEXT;
        if !self.is_too_long {
            self.text += piece;
        }
        !self.is_too_long
    }

    /// Reads the text, which is then forgotten.
    ///
    /// # Errors
    /// A sentence that says why it is no table.
    pub fn read(&mut self) -> Result<PasteReport, String> {
        let text = std::mem::take(&mut self.text);
        self.paste = None;
        if std::mem::take(&mut self.is_too_long) {
            return Err(words::too_long(MOST_TEXT));
        }
        let paste = Paste::read(&text).map_err(|error| words::refused(&error))?;
        let report = report(&paste);
        self.paste = Some(paste);
        Ok(report)
    }

    /// What a choice of columns gives.
    ///
    /// # Errors
    /// A sentence that says why these columns cannot be used.
    pub fn chosen(&self, choice: &ColumnChoice) -> Result<ChoiceReport, String> {
        let Some(paste) = &self.paste else {
            return Err(words::no_table());
        };
        let chosen = paste
            .choose(choice)
            .map_err(|fault| words::unfit(paste, &fault))?;
        let mut left_out: Vec<&LeftOut> = paste.left_out().iter().chain(&chosen.left_out).collect();
        left_out.sort_by_key(|left| left.line);
        let summary = words::used(chosen.table.row_count(), left_out.len());
        let listed = left_out.iter().take(MOST_LISTED);
        let mut listed: Vec<String> = listed.map(|left| words::left_out(paste, left)).collect();
        if left_out.len() > MOST_LISTED {
            listed.push(words::more(left_out.len() - MOST_LISTED));
        }
        Ok(ChoiceReport {
            summary,
            left_out: listed,
        })
    }

    /// Opens the figure of the chosen columns; what cannot be used changes nothing.
    ///
    /// # Errors
    /// A sentence that says why these columns cannot be used.
    pub fn open_in(
        &self,
        session: &mut Session,
        choice: &ColumnChoice,
    ) -> Result<Vec<Problem>, String> {
        let Some(paste) = &self.paste else {
            return Err(words::no_table());
        };
        let chosen = paste
            .choose(choice)
            .map_err(|fault| words::unfit(paste, &fault))?;
        let rows = Value::Rows(Rc::new(Rows::long(chosen.table)));
        Ok(session.choose_value(Key::Data, rows))
    }
}

fn report(paste: &Paste) -> PasteReport {
    let column = |at: usize| {
        let column = &paste.columns()[at];
        ColumnReport {
            name: words::plain_name(paste, at),
            unit: column.named.unit.clone(),
            holds: words::holds(column),
            is_numeric: column.is_numeric(),
        }
    };
    PasteReport {
        understood: words::understood(paste),
        columns: (0..paste.columns().len()).map(column).collect(),
        rows: paste
            .first_rows()
            .iter()
            .map(|row| (row.line, row.cells.clone()))
            .collect(),
        choice: paste.suggestion(),
    }
}
