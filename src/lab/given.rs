use std::rc::Rc;

use super::rows::Rows;
use super::setting::Key;
use super::value::Value;
use crate::formula::Name;
use crate::landscape::Window;

/// The settings given by a link, a page or the reader. What is not given has
/// its default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// In the order of the table, each key at most once.
    values: Vec<(Key, Value)>,
}

impl Given {
    /// The value given for a key.
    pub fn get(&self, key: Key) -> Option<&Value> {
        let place = self.place(key).ok()?;
        Some(&self.values[place].1)
    }

    /// Gives a value, or takes it back.
    pub fn put(&mut self, key: Key, value: Option<Value>) {
        match (self.place(key), value) {
            (Ok(place), Some(value)) => self.values[place].1 = value,
            (Ok(place), None) => {
                self.values.remove(place);
            }
            (Err(place), Some(value)) => self.values.insert(place, (key, value)),
            (Err(_), None) => {}
        }
    }

    /// Every value given, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (Key, &Value)> {
        self.values.iter().map(|(key, value)| (*key, value))
    }

    /// Where a key stands, or would stand.
    fn place(&self, key: Key) -> Result<usize, usize> {
        self.values.binary_search_by_key(&key, |(key, _)| *key)
    }

    /// A text value.
    pub fn text(&self, key: Key) -> Option<&str> {
        match self.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The reader's own rows.
    pub fn rows(&self) -> Option<&Rc<Rows>> {
        match self.get(Key::Data) {
            Some(Value::Rows(rows)) => Some(rows),
            _ => None,
        }
    }

    /// A number.
    pub fn number(&self, key: Key) -> Option<f64> {
        match self.get(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// A whole number.
    pub fn whole(&self, key: Key) -> Option<u32> {
        match self.get(key) {
            Some(Value::Whole(whole)) => Some(*whole),
            _ => None,
        }
    }

    /// Numbers in a row.
    pub fn numbers(&self, key: Key) -> Option<&[f64]> {
        match self.get(key) {
            Some(Value::Numbers(numbers)) => Some(numbers),
            _ => None,
        }
    }

    /// The starts.
    pub fn starts(&self) -> Option<&[Vec<f64>]> {
        match self.get(Key::Start) {
            Some(Value::Points(points)) => Some(points),
            _ => None,
        }
    }

    /// The two shown parameters.
    pub fn axes(&self) -> Option<&[Name; 2]> {
        match self.get(Key::Axes) {
            Some(Value::Axes(axes)) => Some(axes),
            _ => None,
        }
    }

    /// The window.
    pub fn window(&self) -> Option<Window> {
        match self.get(Key::Window) {
            Some(Value::Window(window)) => Some(*window),
            _ => None,
        }
    }
}
