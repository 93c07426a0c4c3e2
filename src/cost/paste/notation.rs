//! Which sign is the decimal one in a column, decided by the column, else by the whole
//! table, else by habit.

use super::cell::Shape;
use super::numeral::{Hint, Parts, Sign};
use super::scan::Separator;

/// What was seen in the cells of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    pub(super) numbers: usize,
    pub(super) texts: usize,
    pub(super) dates: usize,
    /// Numbers that prove point or comma to be the decimal sign; what else was seen of both.
    proofs: [usize; 2],
    fractions: [bool; 2],
    groups: [bool; 2],
    /// Numbers such as `1.234` and `1,234`, and the first of them.
    either: [usize; 2],
    first_either: Option<(usize, Box<str>)>,
    /// Whole numbers without signs, of three digits and of more.
    hundreds: usize,
    long: usize,
    bracketed: usize,
    negative: usize,
    /// The first unit beside a number.
    pub(super) mark: Box<str>,
    marked: usize,
    /// What stands between thousands.
    pub(super) thousands: Option<char>,
}

/// What decided a column's decimal sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// No number can be read in two ways.
    Clear,
    /// Other numbers of the column.
    ByColumn,
    /// Other columns.
    ByTable,
    /// Nothing in the table: what is usual with its separator.
    ByHabit,
}

/// How the numbers of a column are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notation {
    /// The decimal sign that numbers are read with.
    pub decimal: Sign,
    /// Whether some number has a decimal sign.
    pub has_fractions: bool,
    /// What stands between thousands, if anything does.
    pub thousands: Option<char>,
    /// What decided.
    pub decided: Decided,
    /// The first number that could be read in two ways, and its line.
    pub example: Option<(usize, String)>,
    /// Numbers in parentheses are negative.
    pub brackets: bool,
}

fn index(sign: Sign) -> usize {
    sign as usize
}

impl Evidence {
    pub(super) fn see(&mut self, line: usize, shape: Shape) {
        match shape {
            Shape::Missing => {}
            Shape::Text => self.texts += 1,
            Shape::Date => self.dates += 1,
            Shape::Number(parts) => self.see_number(line, parts),
        }
    }

    fn see_number(&mut self, line: usize, parts: Parts) {
        self.numbers += 1;
        self.bracketed += usize::from(parts.bracketed);
        self.negative += usize::from(parts.negative);
        self.marked += usize::from(!parts.mark.is_empty());
        if self.mark.is_empty() {
            self.mark = parts.mark.into();
        }
        if self.thousands.is_none() {
            let gap = |letter: &char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',');
            self.thousands = parts.core.chars().find(gap);
        }
        match parts.hint() {
            Hint::Plain => {
                self.hundreds += usize::from(parts.core.len() == 3 && !parts.core.starts_with('0'));
                self.long += usize::from(parts.core.len() > 3 && self.thousands.is_none());
            }
            Hint::Decimal(sign) => {
                self.proofs[index(sign)] += 1;
                self.fractions[index(sign)] = true;
                self.groups[index(sign.other())] |= parts.core.contains(sign.other().letter());
            }
            Hint::Thousands(sign) => {
                self.proofs[index(sign.other())] += 1;
                self.groups[index(sign)] = true;
            }
            Hint::Either(sign) => {
                self.either[index(sign)] += 1;
                if self.first_either.is_none() {
                    self.first_either = Some((line, parts.core.into()));
                }
            }
        }
    }

    /// Whether most filled cells are numbers. Where all stand in parentheses nobody knows what
    /// these mean.
    pub(super) fn is_numeric(&self) -> bool {
        let only_brackets = self.bracketed == self.numbers && self.bracketed > 0;
        self.numbers > 2 * (self.texts + self.dates) && !only_brackets
    }

    /// Whether most of what is no number is a date.
    pub(super) fn is_dates(&self) -> bool {
        self.dates > self.texts && self.dates > self.numbers
    }

    /// Whether most numbers carry the unit.
    pub(super) fn is_marked(&self) -> bool {
        2 * self.marked > self.numbers
    }

    /// The sign that the column's own numbers prove; the more frequent if they disagree.
    fn proven(&self) -> Option<Sign> {
        let [point, comma] = self.proofs;
        match point.cmp(&comma) {
            std::cmp::Ordering::Less => Some(Sign::Comma),
            std::cmp::Ordering::Greater => Some(Sign::Point),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The sign that the lengths of the other numbers speak for: where `950` stands beside
    /// `1.234` the sign sets thousands apart, where `1500` stands beside it, it does not.
    fn suggested(&self) -> Option<Sign> {
        let sign = match self.either {
            [_, 0] => Sign::Point,
            [0, _] => Sign::Comma,
            _ => return None,
        };
        match (self.hundreds > 0, self.long > 0) {
            (_, true) => Some(sign),
            (true, false) => Some(sign.other()),
            (false, false) => None,
        }
    }

    fn is_open(&self) -> bool {
        self.either != [0, 0]
    }

    fn decide(&self, table: Option<Sign>, separator: Separator) -> (Sign, Decided) {
        if !self.is_open() {
            return (
                self.proven().or(table).unwrap_or(Sign::Point),
                Decided::Clear,
            );
        }
        if let Some(sign) = self.proven() {
            return (sign, Decided::ByColumn);
        }
        if let Some(sign) = table {
            return (sign, Decided::ByTable);
        }
        if let Some(sign) = self.suggested() {
            return (sign, Decided::ByColumn);
        }
        // Where a comma is the decimal sign, lists are separated by semicolons.
        let comma = self.either[index(Sign::Comma)] > 0 && separator == Separator::Semicolon;
        (
            if comma { Sign::Comma } else { Sign::Point },
            Decided::ByHabit,
        )
    }

    fn notation(&self, table: Option<Sign>, separator: Separator) -> Notation {
        let (decimal, decided) = self.decide(table, separator);
        let seen = |seen: &[bool; 2], sign| seen[index(sign)] || self.either[index(sign)] > 0;
        let other = decimal.other();
        let point_or_comma = seen(&self.groups, other).then(|| other.letter());
        Notation {
            decimal,
            has_fractions: seen(&self.fractions, decimal),
            thousands: self.thousands.or(point_or_comma),
            decided,
            example: self
                .first_either
                .as_ref()
                .map(|(line, text)| (*line, text.to_string())),
            brackets: self.bracketed > 0 && self.bracketed < self.numbers && self.negative == 0,
        }
    }
}

/// How the numbers of each column are written.
pub(super) fn decide(columns: &[Evidence], separator: Separator) -> Vec<Notation> {
    let proven = columns.iter().filter_map(Evidence::proven);
    let mut proven = proven.collect::<Vec<_>>();
    proven.dedup();
    let table = match proven[..] {
        [sign] => Some(sign),
        _ => None,
    };
    columns
        .iter()
        .map(|column| column.notation(table, separator))
        .collect()
}
