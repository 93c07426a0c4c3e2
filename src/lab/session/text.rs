use super::Session;
use crate::lab::setting::{Key, SETTINGS};
use crate::lab::value::Value;

impl Session {
    /// The present value of a setting as text; its default where none is given.
    pub fn setting(&self, key: Key) -> String {
        match self.given.get(key) {
            // More rows than there are come down to all of them.
            Some(_) if key == Key::Batch && self.batch_size().is_some() => {}
            Some(value) => return value.write(),
            None => {}
        }
        match key {
            Key::Start => Value::Points(self.starts()).write(),
            Key::Alpha => Value::Number(self.alpha()).write(),
            Key::Window => Value::Window(self.window()).write(),
            Key::Steps => self.step_limit().to_string(),
            Key::Tolerance => Value::Number(self.tolerance()).write(),
            Key::Loss | Key::Degree | Key::Hidden | Key::Activation | Key::Batch => self
                .model_setting(key)
                .unwrap_or_else(|| key.setting().default.to_owned()),
            // A stray tap would move the start and drop the reader's own steps.
            Key::Click if self.in_fog() => "nothing".into(),
            _ => key.setting().default.to_owned(),
        }
    }

    /// The settings that rebuild this figure, as key and text, in the order of
    /// the table.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        self.written(Value::write)
    }

    /// The same, but of rows too long for a link only their mark.
    pub fn short_settings(&self) -> Vec<(&'static str, String)> {
        self.written(|value| match value {
            Value::Rows(rows) if rows.are_long() => rows.in_link().to_owned(),
            _ => value.write(),
        })
    }

    /// Link text that rebuilds this figure: readable, but for rows so long that they
    /// are packed, or left out where no link can carry them.
    pub fn link(&self) -> String {
        let pairs = self.written(Value::in_link).into_iter();
        let pairs = pairs.map(|(key, value)| format!("{key}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// What must be written to rebuild this figure.
    fn written(&self, write: impl Fn(&Value) -> String) -> Vec<(&'static str, String)> {
        let text = |key: Key| match key {
            Key::At if self.iteration > 0 => Some(self.iteration.to_string()),
            Key::At => None,
            Key::Start | Key::Alpha | Key::Window if self.subject.is_own() => {
                Some(self.setting(key))
            }
            _ => self.given.get(key).map(&write),
        };
        SETTINGS
            .iter()
            .filter_map(|setting| Some((setting.name, text(setting.key)?)))
            .collect()
    }
}
