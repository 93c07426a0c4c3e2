//! How a table is laid out: what separates its fields, and how many there are in a row.

use std::borrow::Cow;

use super::cell::{Shape, shape};
use super::error::{PasteError, PasteFault};
use super::latex::plain;
use super::line::index;
use super::scan::{Field, LineClass, Record, Scanner, Separator};

/// How the rows of a table are laid out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) separator: Separator,
    /// Fields in a row.
    pub(super) width: usize,
    /// Empty fields in front of each row.
    pub(super) left: usize,
    /// The first field may hold spaces: it is what the others leave of a row.
    pub(super) loose: bool,
}

/// Rows that are looked at to find the layout.
const SAMPLE: usize = 500;
/// Most columns.
pub(super) const MOST_COLUMNS: usize = 20;
/// At least this part of the rows has as many fields as the table has columns.
const COMMON: f64 = 0.5;

/// In the order in which they are preferred where rows can be read with more than one.
const SEPARATORS: [Separator; 7] = [
    Separator::Tab,
    Separator::Semicolon,
    Separator::Pipe,
    Separator::Ampersand,
    Separator::Comma,
    Separator::Gaps,
    Separator::Spaces,
];

impl Layout {
    /// The layout that a careful reader sees.
    pub(super) fn find(text: &str) -> Result<Layout, PasteError> {
        let first =
            Scanner::new(text, Separator::Line).find(|record| record.class == LineClass::Fields);
        let Some(first) = first else {
            return Err(PasteError {
                line: 1,
                fault: PasteFault::Empty,
            });
        };
        if is_vector(text) {
            return Ok(Layout {
                separator: Separator::Vector,
                width: 1,
                left: 0,
                loose: false,
            });
        }
        let mut best: Option<Guess> = None;
        for separator in SEPARATORS {
            let guess = Guess::of(text, separator);
            let better = |best: &Guess| {
                guess
                    .as_ref()
                    .is_some_and(|guess| guess.score > best.score + 1e-9)
            };
            if best.as_ref().is_none_or(better) {
                best = guess.or(best);
            }
        }
        if best.as_ref().is_none_or(|best| best.layout.is_blank())
            && let Some(width) = named_rows(text)
        {
            return Ok(Layout {
                separator: Separator::Spaces,
                width,
                left: 0,
                loose: true,
            });
        }
        let best = best
            .or_else(|| Guess::of(text, Separator::Line))
            .ok_or_else(|| {
                let begin: String = first.raw.trim().chars().take(40).collect();
                PasteError {
                    line: first.line,
                    fault: PasteFault::NoTable(begin),
                }
            })?;
        if best.layout.width > MOST_COLUMNS {
            return Err(PasteError {
                line: best.line,
                fault: PasteFault::TooManyColumns(best.layout.width),
            });
        }
        Ok(best.same_with_spaces(text))
    }

    /// The fields of a row, if there are as many as there must be, and whether it took
    /// another separator to find them; else how many there are.
    pub(super) fn fit<'a>(&self, record: Record<'a>) -> Result<(Vec<Field<'a>>, bool), usize> {
        let mut fields = record.fields;
        if self.loose && fields.len() > self.width {
            join_first(&mut fields, self.width);
        }
        let empty = |fields: &[Field]| fields.iter().all(|field| field.text.is_empty());
        let end = self.left + self.width;
        if fields.len() >= end && empty(&fields[..self.left]) && empty(&fields[end..]) {
            fields.truncate(end);
            fields.drain(..self.left);
            return Ok((fields, false));
        }
        for separator in self.others() {
            let other = Scanner::fields(record.raw, *separator);
            if other.len() == self.width && other.iter().all(is_value) {
                return Ok((other, true));
            }
        }
        Err(fields.len())
    }

    /// Separators that a single row may have in place of the usual one without being
    /// taken for a decimal comma or for thousands.
    fn others(&self) -> &'static [Separator] {
        match self.separator {
            _ if self.width < 2 => &[],
            Separator::Comma => &[Separator::Semicolon, Separator::Tab, Separator::Spaces],
            Separator::Semicolon | Separator::Pipe => &[Separator::Tab],
            Separator::Tab => &[Separator::Semicolon, Separator::Gaps],
            Separator::Spaces | Separator::Gaps => &[Separator::Semicolon, Separator::Tab],
            _ => &[],
        }
    }

    /// Whether fields are told apart by blanks alone.
    pub(super) fn is_blank(&self) -> bool {
        matches!(
            self.separator,
            Separator::Spaces | Separator::Gaps | Separator::Tab
        )
    }
}

/// Puts the first fields together until so many are left.
fn join_first(fields: &mut Vec<Field>, width: usize) {
    let first = fields.drain(..=fields.len() - width);
    let words: Vec<_> = first.map(|field| field.text).collect();
    let text = Cow::Owned(words.join(" "));
    fields.insert(
        0,
        Field {
            text,
            quoted: false,
        },
    );
}

/// The number of columns of a table as R prints it, with row names that hold spaces: below a
/// heading each row ends with as many values as there are headings.
fn named_rows(text: &str) -> Option<usize> {
    let mut records =
        Scanner::new(text, Separator::Spaces).filter(|record| record.class == LineClass::Fields);
    let heading = records.next()?.fields;
    if heading.iter().any(is_value) {
        return None;
    }
    let width = heading.len() + 1;
    let (mut rows, mut spaced) = (0, false);
    for record in records.take(SAMPLE) {
        let fields = record.fields;
        let begin = fields.len().checked_sub(width)? + 1;
        if !fields[begin..].iter().all(is_value) || is_value(&fields[0]) {
            return None;
        }
        rows += 1;
        spaced |= begin > 1;
    }
    (rows > 1 && spaced).then_some(width)
}

pub(super) fn is_value(field: &Field) -> bool {
    matches!(shape(&field.text), Shape::Number(_) | Shape::Missing)
}

/// Whether every line goes on with a vector of R's: `[1] 2.5 3.5`, `[3] 4.5`.
fn is_vector(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(SAMPLE);
    let mut expected = 1;
    let mut any = false;
    let all = lines.all(|line| {
        any = true;
        let told = index(line).is_some_and(|length| line[1..length - 1].parse() == Ok(expected));
        expected += line.split_whitespace().count() - 1;
        told
    });
    any && all
}

/// What becomes of a text with one separator.
struct Guess {
    layout: Layout,
    score: f64,
    /// A line that has so many fields.
    line: usize,
}

impl Guess {
    fn of(text: &str, separator: Separator) -> Option<Guess> {
        let mut records: Vec<Record> = Scanner::new(text, separator)
            .filter(|record| record.class == LineClass::Fields)
            .take(SAMPLE)
            .collect();
        let fields = records.iter_mut().flat_map(|record| &mut record.fields);
        fields.for_each(|field| plain(field, separator));
        let count = most_frequent(&records)?;
        let rows: Vec<&Record> = records
            .iter()
            .filter(|record| record.fields.len() == count)
            .collect();
        let filled = |column: usize| rows.iter().any(|row| !row.fields[column].text.is_empty());
        let left = (0..count).find(|column| filled(*column))?;
        let right = (0..count).rev().find(|column| filled(*column))?;
        let layout = Layout {
            separator,
            width: right + 1 - left,
            left,
            loose: false,
        };
        if layout.width < 2 && separator != Separator::Line {
            return None;
        }
        // Rows of R's begin with a name or a number that has no heading.
        let short = records
            .iter()
            .take_while(|record| record.fields.len() + 1 == count);
        let common = (rows.len() + short.count()) as f64 / records.len() as f64;
        let columns = left..=right;
        let shares: Vec<f64> = columns.map(|column| numbers_in(&rows, column)).collect();
        let numeric = shares.iter().filter(|share| **share > 0.5).count();
        if numeric == 0 && !is_drawn(separator) || common < COMMON {
            return None;
        }
        let share = shares.iter().sum::<f64>() / shares.len() as f64;
        let pair = if numeric > 1 { 1.0 } else { 0.6 };
        Some(Guess {
            layout,
            score: common * share * pair,
            line: rows.first()?.line,
        })
    }

    /// Where gaps and single spaces give the same columns, spaces are the simpler word.
    fn same_with_spaces(self, text: &str) -> Layout {
        let spaces =
            (self.layout.separator == Separator::Gaps).then(|| Guess::of(text, Separator::Spaces));
        match spaces.flatten() {
            Some(guess)
                if guess.layout.width == self.layout.width && guess.score >= self.score - 1e-9 =>
            {
                guess.layout
            }
            _ => self.layout,
        }
    }
}

/// Signs that nobody writes by chance: a table without numbers is one still.
fn is_drawn(separator: Separator) -> bool {
    matches!(
        separator,
        Separator::Tab | Separator::Pipe | Separator::Semicolon
    )
}

/// The number of fields that most rows have; of two as frequent, the larger.
fn most_frequent(records: &[Record]) -> Option<usize> {
    let mut counts: Vec<usize> = records.iter().map(|record| record.fields.len()).collect();
    counts.sort_unstable();
    counts
        .chunk_by(|a, b| a == b)
        .max_by_key(|chunk| (chunk.len(), chunk[0]))
        .map(|chunk| chunk[0])
}

/// The part of a column's filled fields that are numbers. The first row may be a heading.
fn numbers_in(rows: &[&Record], column: usize) -> f64 {
    let heading = usize::from(rows.len() > 1);
    let (mut filled, mut numbers) = (0, 0);
    for row in &rows[heading..] {
        match shape(&row.fields[column].text) {
            Shape::Missing => continue,
            Shape::Number(_) => numbers += 1,
            Shape::Date | Shape::Text => {}
        }
        filled += 1;
    }
    if filled == 0 {
        0.0
    } else {
        f64::from(numbers) / f64::from(filled)
    }
}
