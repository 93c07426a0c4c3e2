//! What stands above the rows: titles, headings, units.

use super::super::table::Column;
use super::cell::{Shape, shape};
use super::error::{PasteError, PasteFault};
use super::heading::{are_types, are_units, heading, number_twins, unit};
use super::latex::plain;
use super::layout::Layout;
use super::report::{LineKind, Reason};
use super::scan::{Field, LineClass, Record, Scanner, Separator};

/// A line above the rows that may be a heading.
#[derive(Debug)]
struct Candidate {
    line: usize,
    lines: usize,
    cells: Vec<String>,
    /// It has one field less than the rows, which begin with a name or a number of their own.
    short: bool,
}

/// What stands above the rows.
#[derive(Debug, Default)]
pub(super) struct Head {
    candidates: Vec<Candidate>,
    /// Lines with another number of fields.
    misfits: Vec<(usize, Reason)>,
    /// The comment just above the rows.
    comment: Option<Candidate>,
    /// The first row.
    first: Vec<String>,
    /// Its line; what stands above is not read as rows.
    pub(super) first_line: usize,
}

/// What was made of the lines above the rows.
#[derive(Debug)]
pub(super) struct Headings {
    /// A name and a unit for each column; all empty without a heading.
    pub(super) columns: Vec<Column>,
    /// The lines that are no comments and not blank, with what they are.
    pub(super) lines: Vec<(usize, LineKind)>,
    pub(super) left_out: Vec<(usize, Reason)>,
    /// The heading as it is written, to know it again farther down.
    pub(super) cells: Vec<String>,
    /// Rows begin with a name or number of their own, which has no heading.
    pub(super) row_names: bool,
    /// The first line that is a row.
    pub(super) first_line: usize,
}

/// More lines of text above the rows are rows themselves.
const MOST_LINES: usize = 6;

const ALL: [Separator; 6] = [
    Separator::Tab,
    Separator::Semicolon,
    Separator::Pipe,
    Separator::Comma,
    Separator::Gaps,
    Separator::Spaces,
];

impl Head {
    /// Looks for the first row.
    pub(super) fn find(text: &str, layout: &Layout) -> Result<Head, PasteError> {
        let mut head = Head::default();
        for record in Scanner::new(text, layout.separator) {
            match record.class {
                LineClass::Comment => head.comment = commented(&record, layout),
                LineClass::Fields => {
                    if layout.is_blank() && record.raw.trim_end().ends_with(" \\") {
                        return Err(PasteError {
                            line: record.line,
                            fault: PasteFault::Wrapped,
                        });
                    }
                    if head.take(record, layout) {
                        break;
                    }
                }
                LineClass::Blank | LineClass::Ruler => head.comment = None,
            }
        }
        if head.first_line == 0 {
            let line = head
                .candidates
                .first()
                .map_or(1, |candidate| candidate.line);
            return Err(PasteError {
                line,
                fault: PasteFault::NoNumbers,
            });
        }
        Ok(head)
    }

    /// Takes a record in; gives whether it is the first row.
    fn take(&mut self, record: Record, layout: &Layout) -> bool {
        let (line, lines, found) = (record.line, record.lines, record.fields.len());
        let raw = record.raw;
        let fitted = layout
            .fit(record)
            .map(|(fields, _)| texts(fields, layout.separator));
        match fitted {
            Ok(cells) if self.candidates.len() == MOST_LINES || !is_heading(&cells) => {
                self.first = cells;
                self.first_line = line;
                return true;
            }
            Ok(cells) => self.candidates.push(Candidate {
                line,
                lines,
                cells,
                short: false,
            }),
            Err(_) => match (super::read::footer(raw), other_heading(raw, layout)) {
                (None, Some(cells)) => {
                    let short = cells.len() < layout.width;
                    self.candidates.push(Candidate {
                        line,
                        lines,
                        cells,
                        short,
                    });
                }
                (footer, _) => {
                    let reason = Reason::Fields {
                        found,
                        expected: layout.width,
                    };
                    self.misfits.push((line, footer.unwrap_or(reason)));
                }
            },
        }
        self.comment = None;
        false
    }

    /// What the lines are, once it is known which columns hold numbers. A line of text is a
    /// heading if it has text above numbers.
    pub(super) fn headings(mut self, numeric: &[bool], layout: &Layout) -> Headings {
        let above_number = |candidate: &Candidate| {
            let shift = usize::from(candidate.short);
            let cells = candidate.cells.iter().zip(&numeric[shift..]);
            cells
                .into_iter()
                .any(|(cell, numeric)| *numeric && shape(cell) == Shape::Text)
        };
        let shifted =
            |candidate: &Candidate| !candidate.short || names_rows(&self.first, numeric, layout);
        let is_heading = |candidate: &Candidate| above_number(candidate) && shifted(candidate);
        let count = self
            .candidates
            .iter()
            .rposition(is_heading)
            .map_or(0, |last| last + 1);
        let rows = self.candidates.split_off(count);
        let mut headings = Headings {
            columns: vec![Column::default(); layout.width],
            lines: Vec::new(),
            left_out: self.misfits,
            cells: Vec::new(),
            row_names: false,
            first_line: rows.first().map_or(self.first_line, |row| row.line),
        };
        if count == 0 {
            let years = self.first.len() > 2 && are_years(&self.first);
            if let Some(comment) = self.comment.filter(above_number) {
                headings.name(vec![comment]);
            } else if years && rows.is_empty() {
                headings.first_line += 1;
                let line = self.first_line;
                headings.name(vec![Candidate {
                    line,
                    lines: 1,
                    cells: self.first,
                    short: false,
                }]);
            }
            return headings;
        }
        headings.row_names = self.candidates[count - 1].short;
        headings.name(self.candidates);
        headings
    }
}

impl Headings {
    fn name(&mut self, candidates: Vec<Candidate>) {
        let width = self.columns.len();
        let (titles, mut names): (Vec<_>, Vec<_>) =
            candidates.into_iter().partition(|it| is_title(it, width));
        self.left_out.extend(
            titles
                .iter()
                .map(|title| (title.line, Reason::AboveHeading)),
        );
        if names.is_empty() {
            return;
        }
        let mut units = None;
        for (test, kind) in [
            (are_types as fn(&[String]) -> bool, LineKind::Types),
            (are_units, LineKind::Units),
        ] {
            if names.len() > 1 && names.last().is_some_and(|last| test(&last.cells)) {
                let row = names.pop();
                self.lines.extend(row.iter().map(|row| (row.line, kind)));
                units = row.filter(|_| kind == LineKind::Units).or(units);
            }
        }
        let mut joined = vec![String::new(); width];
        for candidate in &names {
            let kinds = (candidate.line..candidate.line + candidate.lines)
                .map(|line| (line, LineKind::Heading));
            self.lines.extend(kinds);
            let shift = usize::from(candidate.short);
            for (name, cell) in joined[shift..].iter_mut().zip(&candidate.cells) {
                *name = format!("{name} {cell}").trim().to_owned();
            }
        }
        self.columns = joined.iter().map(|name| heading(name)).collect();
        if let Some(units) = units {
            let shift = usize::from(units.short);
            for (column, cell) in self.columns[shift..].iter_mut().zip(&units.cells) {
                let unit = unit(cell);
                if column.name.is_empty() {
                    *column = heading(cell);
                } else if !unit.is_empty() {
                    column.unit = unit;
                }
            }
        }
        number_twins(&mut self.columns);
        self.cells = names.pop().map_or(Vec::new(), |last| last.cells);
    }
}

fn texts(fields: Vec<Field>, separator: Separator) -> Vec<String> {
    let text = |mut field: Field| {
        plain(&mut field, separator);
        field.text.into_owned()
    };
    fields.into_iter().map(text).collect()
}

/// Text, and no number.
fn is_heading(cells: &[String]) -> bool {
    let shapes = || cells.iter().map(|cell| shape(cell));
    shapes().any(|shape| shape == Shape::Text)
        && !shapes().any(|shape| matches!(shape, Shape::Number(_)))
}

/// One cell alone, above a table of more columns.
fn is_title(candidate: &Candidate, width: usize) -> bool {
    let filled = candidate
        .cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .count();
    width > 1 && filled < 2 && !candidate.short
}

/// A heading that is separated in another way than the rows, or has one field less.
fn other_heading(raw: &str, layout: &Layout) -> Option<Vec<String>> {
    let own = (layout.separator, layout.width - 1);
    let others = ALL.map(|separator| (separator, layout.width));
    let short = ALL.map(|separator| (separator, layout.width - 1));
    let ways = [own].into_iter().chain(others).chain(short);
    ways.filter(|(_, count)| *count > 0)
        .map(|(separator, count)| (texts(Scanner::fields(raw, separator), separator), count))
        .find(|(cells, count)| {
            cells.len() == *count && (*count > 1 || layout.is_blank()) && is_heading(cells)
        })
        .map(|(cells, _)| cells)
}

/// A comment's words as headings, where there is one for each column.
fn commented(record: &Record, layout: &Layout) -> Option<Candidate> {
    let words = record
        .raw
        .trim()
        .trim_start_matches(['#', '%', '/', ' ', '\t']);
    let ways = [layout.separator].into_iter().chain(ALL);
    ways.map(|separator| texts(Scanner::fields(words, separator), separator))
        .find(|cells| cells.len() == layout.width && is_heading(cells))
        .map(|cells| Candidate {
            line: record.line,
            lines: 1,
            cells,
            short: false,
        })
}

/// Whether rows begin with names or numbers of their own, as R and pandas print them.
fn names_rows(first: &[String], numeric: &[bool], layout: &Layout) -> bool {
    let begins = first.first().map_or("", String::as_str);
    layout.is_blank() || !numeric[0] || matches!(begins, "0" | "1")
}

/// A name and then years, one after the other: `city;2019;2020`.
fn are_years(cells: &[String]) -> bool {
    let year = |cell: &String| {
        cell.parse::<u32>()
            .ok()
            .filter(|year| (1800..2200).contains(year))
    };
    let years: Vec<_> = cells[1..].iter().map(year).collect();
    let text = shape(&cells[0]) == Shape::Text;
    text && years
        .windows(2)
        .all(|pair| pair[0].is_some() && pair[0] < pair[1])
}
