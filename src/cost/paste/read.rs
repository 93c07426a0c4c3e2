//! The rows of a table whose layout is known.

use super::super::table::is_allowed;
use super::cell::{Shape, is_elision, shape};
use super::error::{PasteError, PasteFault};
use super::head::{Head, Headings};
use super::latex::plain;
use super::layout::Layout;
use super::notation::{Evidence, Notation, decide};
use super::numeral::Parts;
use super::report::{FirstRow, Holds, LeftOut, LineKind, PastedColumn, Reason};
use super::scan::{Field, LineClass, Record, Scanner};
use super::{MISSING, Paste, TOO_LARGE, UNREADABLE};

/// Most rows.
const MOST_ROWS: usize = 1_000_000;
/// Rows that are kept as they are written.
const FIRST_ROWS: usize = 8;
/// Cells that are no numbers and kept as they are written.
const MOST_FOUND: usize = 1000;
/// So much of them is kept, in characters.
const BEGINNING: usize = 24;

/// A table that is being read.
pub(super) struct Reader {
    layout: Layout,
    head: Headings,
    notations: Vec<Option<Notation>>,
    marks: Vec<Box<str>>,
    columns: Vec<PastedColumn>,
    counters: Vec<Counter>,
    paste: Paste,
    /// What the last row begins with.
    begins: String,
}

/// Whether a column counts up.
#[derive(Clone, Copy, Default)]
struct Counter {
    last: f64,
    broken: bool,
    fallen: bool,
}

/// What was seen in the rows.
fn survey(text: &str, layout: &Layout, from: usize) -> Result<Vec<Evidence>, PasteError> {
    let mut columns = vec![Evidence::default(); layout.width];
    let mut rows = 0;
    for record in Scanner::new(text, layout.separator) {
        let line = record.line;
        if record.class != LineClass::Fields || line < from {
            continue;
        }
        let Ok((fields, _)) = layout.fit(record) else {
            continue;
        };
        rows += 1;
        if rows > MOST_ROWS {
            return Err(PasteError {
                line,
                fault: PasteFault::TooManyRows,
            });
        }
        for (column, mut field) in columns.iter_mut().zip(fields) {
            plain(&mut field, layout.separator);
            if !is_elision(&field.text) {
                column.see(line, shape(&field.text));
            }
        }
    }
    Ok(columns)
}

impl Reader {
    pub(super) fn read(text: &str) -> Result<Paste, PasteError> {
        let layout = Layout::find(text)?;
        let head = Head::find(text, &layout)?;
        let evidence = survey(text, &layout, head.first_line)?;
        let numeric: Vec<bool> = evidence.iter().map(Evidence::is_numeric).collect();
        if !numeric.contains(&true) {
            return Err(PasteError {
                line: head.first_line,
                fault: PasteFault::NoNumbers,
            });
        }
        let head = head.headings(&numeric, &layout);
        let mut reader = Reader::new(layout, head, evidence);
        for record in Scanner::new(text, reader.layout.separator) {
            reader.take(record);
        }
        Ok(reader.finish())
    }

    fn new(layout: Layout, head: Headings, evidence: Vec<Evidence>) -> Reader {
        let notations = decide(&evidence, layout.separator);
        let columns: Vec<PastedColumn> = evidence
            .iter()
            .zip(notations)
            .zip(&head.columns)
            .map(|((seen, notation), named)| PastedColumn {
                named: named.clone(),
                holds: match seen {
                    _ if seen.is_numeric() => Holds::Numbers(notation),
                    _ if seen.is_dates() => Holds::Dates,
                    _ if seen.texts + seen.dates + seen.numbers == 0 => Holds::Nothing,
                    _ => Holds::Text,
                },
                missing: 0,
                unreadable: 0,
                is_id: false,
            })
            .collect();
        let notation = |column: &PastedColumn| match &column.holds {
            Holds::Numbers(notation) => Some(notation.clone()),
            _ => None,
        };
        let mut reader = Reader {
            notations: columns.iter().map(notation).collect(),
            marks: evidence.iter().map(|seen| seen.mark.clone()).collect(),
            counters: vec![Counter::default(); columns.len()],
            paste: Paste::empty(layout.separator),
            begins: String::new(),
            columns,
            layout,
            head,
        };
        for (column, seen) in reader.columns.iter_mut().zip(&evidence) {
            if column.named.unit.is_empty() && seen.is_marked() {
                column.named.unit = seen.mark.to_string();
            }
        }
        reader
    }

    /// Takes a record in and says of its lines what they are.
    fn take(&mut self, record: Record) {
        let (line, lines) = (record.line, record.lines);
        let begins_line = record.begins_line;
        let kind = match record.class {
            LineClass::Blank => LineKind::Blank,
            LineClass::Comment => LineKind::Comment,
            LineClass::Ruler => LineKind::Ruler,
            LineClass::Fields if line < self.head.first_line => LineKind::LeftOut,
            LineClass::Fields => self.take_row(record),
        };
        let known = self.paste.lines.len();
        if begins_line || known < line {
            self.paste.lines.resize(known.max(line + lines - 1), kind);
        } else if kind == LineKind::Row || self.paste.lines[line - 1] != LineKind::Row {
            // Of several rows in a line one may be left out: the line still holds rows.
            self.paste.lines[line - 1] = kind;
        }
    }

    fn take_row(&mut self, record: Record) -> LineKind {
        let (line, raw) = (record.line, record.raw);
        let found = record.fields.len();
        let expected = self.layout.width;
        let Ok((mut fields, other)) = self.layout.fit(record) else {
            let elided = raw.split_whitespace().all(is_elision);
            let reason = match elided {
                true => Reason::Elision,
                false => footer(raw).unwrap_or(Reason::Fields { found, expected }),
            };
            return self.leave_out(line, reason);
        };
        if fields.iter().all(|field| field.text.is_empty()) {
            return LineKind::Blank;
        }
        for field in &mut fields {
            plain(field, self.layout.separator);
        }
        let filled = || fields.iter().filter(|field| !field.text.is_empty());
        if filled().all(|field| is_elision(&field.text)) {
            return self.leave_out(line, Reason::Elision);
        }
        let mut same = fields.iter().rev().zip(self.head.cells.iter().rev());
        if !self.head.cells.is_empty() && same.all(|(field, cell)| field.text == *cell) {
            return self.leave_out(line, Reason::RepeatedHeading);
        }
        if other {
            self.paste.separated_otherwise.push(line);
        }
        self.keep(line, &fields);
        LineKind::Row
    }

    fn leave_out(&mut self, line: usize, reason: Reason) -> LineKind {
        self.paste.left_out.push(LeftOut { line, reason });
        LineKind::LeftOut
    }

    fn keep(&mut self, line: usize, fields: &[Field]) {
        if self.paste.first_rows.len() < FIRST_ROWS {
            let cells = fields.iter().map(|field| field.text.to_string()).collect();
            self.paste.first_rows.push(FirstRow { line, cells });
        }
        self.begins.clear();
        self.begins += fields.first().map_or("", |field| &field.text);
        // `as` is exact: a text has fewer than 2³² lines.
        self.paste.row_lines.push(line as u32);
        for (at, field) in fields.iter().enumerate() {
            let value = self.value(line, at, &field.text);
            if self.notations[at].is_some() {
                self.paste.values.push(value);
            }
        }
    }

    /// A cell's number, or what stands for none.
    fn value(&mut self, line: usize, at: usize, text: &str) -> f64 {
        let shape = shape(text);
        if shape == Shape::Missing {
            self.columns[at].missing += 1;
        }
        let Some(notation) = &self.notations[at] else {
            return MISSING;
        };
        let read = match shape {
            Shape::Missing => return MISSING,
            Shape::Number(parts) => number(&parts, notation, &self.marks[at]),
            Shape::Date | Shape::Text => None,
        };
        match read {
            Some(value) if is_allowed(value) => {
                self.counters[at].see(value);
                return value;
            }
            Some(_) => {
                self.columns[at].unreadable += 1;
                return TOO_LARGE;
            }
            None => self.columns[at].unreadable += 1,
        }
        if self.paste.found.len() < MOST_FOUND {
            let begin = text.chars().take(BEGINNING).collect();
            self.paste.found.push((line, at, begin));
        }
        UNREADABLE
    }

    fn finish(mut self) -> Paste {
        let mut paste = std::mem::replace(&mut self.paste, Paste::empty(self.layout.separator));
        for (line, kind) in self.head.lines {
            paste.lines[line - 1] = kind;
        }
        let above = self.head.left_out.into_iter();
        let above = above.map(|(line, reason)| LeftOut { line, reason });
        paste.left_out.splice(0..0, above);
        paste.left_out.sort_by_key(|left| left.line);
        if is_total(&self.begins) && paste.row_lines.len() > 2 {
            paste.drop_last_row(&self.notations);
        }
        let first = self.notations.iter().position(Option::is_some);
        for (at, (column, counter)) in self.columns.iter_mut().zip(&self.counters).enumerate() {
            let rows_name = at == 0 && self.head.row_names;
            column.is_id = self.notations[at].is_some()
                && (rows_name || counter.is_id(&column.named.name, Some(at) == first));
        }
        paste.columns = self.columns;
        paste.row_names = self.head.row_names;
        paste
    }
}

/// The number, if it is written as the others of its column.
fn number(parts: &Parts, notation: &Notation, mark: &str) -> Option<f64> {
    if !parts.mark.is_empty() && parts.mark != mark || parts.bracketed && !notation.brackets {
        return None;
    }
    let size = parts.value(notation.decimal)?;
    Some(if parts.bracketed { -size } else { size })
}

impl Counter {
    fn see(&mut self, value: f64) {
        let begins = self.last == 0.0 && !self.fallen && !self.broken;
        self.broken |= !(value == self.last + 1.0 || begins && value == 0.0);
        self.fallen |= value <= self.last && !(begins && value == 0.0) || value.fract() != 0.0;
        self.last = value;
    }

    /// Whether a column of this name only tells rows apart.
    fn is_id(self, name: &str, first: bool) -> bool {
        let name = name.to_lowercase();
        let called = ID_NAMES.contains(&name.as_str());
        first && !self.broken && (called || name.is_empty()) || called && !self.fallen
    }
}

/// What columns are called that only tell rows apart.
const ID_NAMES: &[&str] = &[
    "id",
    "nr",
    "nr.",
    "no",
    "no.",
    "n°",
    "#",
    "index",
    "row",
    "obs",
    "obs.",
    "rownames",
    "row names",
    "unnamed: 0",
    "lfd. nr.",
    "lfd nr",
    "zeile",
    "ligne",
    "number",
    "nummer",
    "key",
    "rank",
    "rang",
    "num",
];

/// What sums and means of the rows above begin with.
const TOTALS: &[&str] = &[
    "total",
    "sum",
    "summe",
    "gesamt",
    "mean",
    "average",
    "mittelwert",
    "durchschnitt",
    "somme",
    "moyenne",
    "totaal",
    "totale",
];

fn is_total(begins: &str) -> bool {
    let word = begins.trim_matches(['*', ':', ' ', '=']).to_lowercase();
    TOTALS.contains(&word.as_str())
}

/// What a program says below a table: `[5 rows x 3 columns]`, `(6 rows)`, `dtype: int64`.
pub(super) fn footer(raw: &str) -> Option<Reason> {
    let line = raw.trim();
    let counted = line.strip_prefix(['[', '(']).is_some_and(|rest| {
        rest.starts_with(|letter: char| letter.is_ascii_digit())
            && rest.contains("row")
            && rest.ends_with([']', ')'])
    });
    let said = ["dtype: ", "Name: ", "Length: ", "[ reached ", "shape: ("]
        .iter()
        .any(|begin| line.starts_with(begin));
    (counted || said).then_some(Reason::Footer)
}
