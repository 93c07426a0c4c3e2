use std::rc::Rc;

use super::choice::{Choice, holds};
use super::link;
use super::packed::{MARK, unpack};
use super::rows::{MOST_TEXT, Rows, is_mark};
use crate::cost::{CATALOGUE, DATA_SETS, MODELS, Table, find_data};
use crate::descent::{RULES, find_rule};
use crate::formula::{Formula, Name};
use crate::landscape::Window;
use crate::number::exact;

/// What a setting's text is read as.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A catalogue id, a model's id, or `formula`.
    Cost,
    /// A formula in the cost language.
    Formula,
    /// A data set's id, or inline rows.
    Data,
    /// An update rule's id.
    Rule,
    /// Points separated by `;`, coordinates by `,`.
    Points,
    /// Two parameter names separated by `,`.
    Axes,
    /// x min, x max, y min, y max.
    Window,
    /// A number above 0.
    Positive,
    /// A whole number between two bounds, both included.
    Whole(u32, u32),
    /// So many finite numbers, at least and at most, separated by `,`.
    Numbers(usize, usize),
    /// One id of a list.
    One(&'static [Choice]),
    /// Ids of groups of choices and words for many of them, separated by `,`.
    Some(&'static [&'static [Choice]], &'static [&'static str]),
    /// `on` or `off`; empty means on.
    Switch,
}

/// A setting's text, read and found good.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An id or a formula, as written.
    Text(String),
    /// The reader's own data.
    Rows(Rc<Rows>),
    /// A number.
    Number(f64),
    /// A whole number.
    Whole(u32),
    /// Numbers in a row.
    Numbers(Vec<f64>),
    /// Points, each with its coordinates.
    Points(Vec<Vec<f64>>),
    /// Two parameter names.
    Axes([Name; 2]),
    /// A window.
    Window(Window),
    /// A switch.
    Switch(bool),
}

/// Why a text was not accepted.
pub(super) struct Refusal {
    /// What is allowed instead, to stand after "Allowed: ".
    pub(super) allowed: String,
    /// Where the trouble is, counted in characters from 1.
    pub(super) column: Option<usize>,
}

/// At most this many starts: more numbered walkers could not be told apart.
pub(super) const MOST_STARTS: usize = 20;

impl Kind {
    /// What is allowed, in words, to stand after "Allowed: ".
    pub fn allowed(&self) -> String {
        match self {
            Kind::Cost => ids(&self.choices()),
            Kind::Formula => "a formula such as (w-1)^2 + 2b^2".into(),
            Kind::Data => format!("{}, or rows such as 1,250;2,480", ids(&self.choices())),
            Kind::Rule | Kind::One(_) => ids(&self.choices()),
            Kind::Points => format!(
                "1 to {MOST_STARTS} points such as 0,0;1,2: finite numbers, one per parameter"
            ),
            Kind::Axes => "two different parameters of this cost, such as w,b".into(),
            Kind::Window => {
                "four finite numbers: x min, x max, y min, y max, each min below its max".into()
            }
            Kind::Positive => "a finite number above 0, such as 0.05".into(),
            Kind::Whole(low, high) => format!("a whole number from {low} to {high}"),
            Kind::Numbers(1, 1) => "a finite number".into(),
            Kind::Numbers(least, most) if least == most => {
                format!("{least} finite numbers separated by commas")
            }
            Kind::Numbers(least, most) => {
                format!("{least} to {most} finite numbers separated by commas")
            }
            Kind::Some(groups, words) => {
                format!("a list of {}, {}", words.join(", "), ids(&groups.concat()))
            }
            Kind::Switch => "on, off".into(),
        }
    }

    /// The choices a menu can offer; empty for numbers and free text.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Kind::Cost => cost_choices(),
            Kind::Data => DATA_SETS
                .iter()
                .map(|sheet| Choice {
                    id: sheet.id,
                    name: sheet.name,
                    explains: sheet.teaches,
                })
                .collect(),
            Kind::Rule => RULES
                .iter()
                .map(|rule| Choice {
                    id: rule.id,
                    name: rule.name,
                    explains: rule.explains,
                })
                .collect(),
            Kind::One(choices) => choices.to_vec(),
            Kind::Some(groups, _) => groups.concat(),
            _ => Vec::new(),
        }
    }

    /// Reads a text. Spaces around it do not count.
    pub(super) fn read(&self, text: &str) -> Result<Value, Refusal> {
        let text = text.trim();
        match self {
            Kind::Formula => return read_formula(text),
            Kind::Data => return self.read_data(text),
            _ => {}
        }
        let value = match self {
            Kind::Cost => holds(&cost_choices(), text).then(|| Value::Text(text.into())),
            Kind::Rule => find_rule(text).map(|rule| Value::Text(rule.id.into())),
            Kind::One(choices) => choices
                .iter()
                .find(|c| c.id == text)
                .map(|c| Value::Text(c.id.into())),
            Kind::Some(groups, words) => read_list(text, groups, words),
            Kind::Points => read_points(text).map(Value::Points),
            Kind::Axes => read_axes(text).map(Value::Axes),
            Kind::Window => read_window(text).map(Value::Window),
            Kind::Positive => read_number(text).filter(|n| *n > 0.0).map(Value::Number),
            Kind::Whole(low, high) => text
                .parse()
                .ok()
                .filter(|n| (low..=high).contains(&n))
                .map(Value::Whole),
            Kind::Numbers(least, most) => read_numbers(text)
                .filter(|numbers| (least..=most).contains(&&numbers.len()))
                .map(Value::Numbers),
            Kind::Switch => match text {
                "on" | "" => Some(Value::Switch(true)),
                "off" => Some(Value::Switch(false)),
                _ => None,
            },
            Kind::Formula | Kind::Data => None,
        };
        value.ok_or_else(|| Refusal {
            allowed: self.allowed(),
            column: None,
        })
    }

    fn read_data(&self, text: &str) -> Result<Value, Refusal> {
        // The mark of rows that were left out stays in the link of the figure without them.
        if find_data(text).is_some() || is_mark(text) {
            return Ok(Value::Text(text.into()));
        }
        read_rows(text)
            .map(|rows| Value::Rows(Rc::new(rows)))
            .map_err(|error| self.refused_rows(&error))
    }

    /// Why rows were not accepted.
    pub(super) fn refused_rows(&self, error: &str) -> Refusal {
        Refusal {
            allowed: format!("{}. {}", self.allowed(), capital(error)),
            column: None,
        }
    }
}

impl Value {
    /// The text that reads back as this value.
    pub fn write(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Rows(rows) => rows.pieces().collect(),
            Value::Number(number) => exact(*number),
            Value::Whole(whole) => whole.to_string(),
            Value::Points(points) => points
                .iter()
                .map(|point| numbers(point))
                .collect::<Vec<_>>()
                .join(";"),
            Value::Numbers(row) => numbers(row),
            Value::Axes([x, y]) => format!("{},{}", x.plain(), y.plain()),
            Value::Window(window) => numbers(&[window.x(), window.y()].concat()),
            Value::Switch(on) => if *on { "on" } else { "off" }.into(),
        }
    }

    /// The value as it stands in a link: encoded, and long rows packed.
    pub(super) fn in_link(&self) -> String {
        match self {
            Value::Rows(rows) => rows.in_link().into(),
            _ => link::encoded(&self.write()),
        }
    }
}

/// The cost that is neither in the catalogue of formulas nor made from data.
const OWN_FORMULA: Choice = Choice {
    id: "formula",
    name: "Own formula",
    explains: "The formula you type.",
};

fn cost_choices() -> Vec<Choice> {
    CATALOGUE
        .iter()
        .map(|sheet| Choice {
            id: sheet.id,
            name: sheet.name,
            explains: sheet.teaches,
        })
        .chain(MODELS.iter().map(|sheet| Choice {
            id: sheet.id,
            name: sheet.name,
            explains: sheet.explains,
        }))
        .chain([OWN_FORMULA])
        .collect()
}

fn ids(choices: &[Choice]) -> String {
    choices
        .iter()
        .map(|choice| choice.id)
        .collect::<Vec<_>>()
        .join(", ")
}

fn numbers(values: &[f64]) -> String {
    values
        .iter()
        .map(|value| exact(*value))
        .collect::<Vec<_>>()
        .join(",")
}

/// A finite decimal number; a true minus sign counts as a minus.
fn read_number(text: &str) -> Option<f64> {
    let text = text.trim().replace('\u{2212}', "-");
    let starts_well = text.starts_with(|c| matches!(c, '0'..='9' | '+' | '-' | '.'));
    // Rust reads "inf" and "-nan" as numbers, people do not mean them.
    let is_decimal = !text.contains(['n', 'N', 'i', 'I']);
    text.parse()
        .ok()
        .filter(|number: &f64| starts_well && is_decimal && number.is_finite())
}

fn read_numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',').map(read_number).collect()
}

fn read_points(text: &str) -> Option<Vec<Vec<f64>>> {
    let text = text.trim_end_matches(';');
    if text.split(';').take(MOST_STARTS + 1).count() > MOST_STARTS {
        return None;
    }
    text.split(';').map(read_numbers).collect()
}

fn read_axes(text: &str) -> Option<[Name; 2]> {
    let (x, y) = text.split_once(',')?;
    let axes = [Name::new(x.trim())?, Name::new(y.trim())?];
    (axes[0] != axes[1]).then_some(axes)
}

fn read_window(text: &str) -> Option<Window> {
    let ends = read_numbers(text)?;
    let [left, right, low, high] = ends[..] else {
        return None;
    };
    Window::new([left, right], [low, high]).ok()
}

fn read_list(text: &str, groups: &[&[Choice]], words: &[&str]) -> Option<Value> {
    let known = |id: &str| words.contains(&id) || groups.iter().any(|group| holds(group, id));
    let mut listed = Vec::new();
    for id in text.split(',').map(str::trim) {
        if !known(id) {
            return None;
        }
        if !listed.contains(&id) {
            listed.push(id);
        }
    }
    Some(Value::Text(listed.join(",")))
}

/// Rows as they are, or packed.
fn read_rows(text: &str) -> Result<Rows, String> {
    let unpacked;
    let text = match text.strip_prefix(MARK) {
        Some(packed) => {
            unpacked = unpack(packed, MOST_TEXT).map_err(|broken| broken.to_string())?;
            unpacked.as_str()
        }
        None => text,
    };
    match Table::from_inline(text) {
        Ok(table) => Ok(Rows::new(text, table)),
        Err(error) => Err(error.to_string()),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or(String::new(), |first| {
        format!("{}{}", first.to_ascii_uppercase(), letters.as_str())
    })
}

fn read_formula(text: &str) -> Result<Value, Refusal> {
    match Formula::parse(text) {
        Ok(_) => Ok(Value::Text(text.into())),
        Err(error) => Err(Refusal {
            allowed: error.to_string(),
            column: Some(error.column),
        }),
    }
}
