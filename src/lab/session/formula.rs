//! A formula of the reader's own: what it is first looked at with, and where it has no value.

use super::Session;
use crate::formula::{Formula, Undefined};
use crate::lab::setting::Key;
use crate::lab::subject::Origin;
use crate::lab::value::Value;
use crate::landscape::{Window, prospect};

/// Start, α and window chosen from a formula that the reader has typed.
pub(super) fn first_look(text: &str) -> Vec<(Key, Value)> {
    let Ok(formula) = Formula::parse(text.trim()) else {
        return Vec::new();
    };
    let chosen = prospect(&formula);
    vec![
        (Key::Start, Value::Points(vec![chosen.start])),
        (Key::Alpha, Value::Number(chosen.alpha)),
        (Key::Window, Value::Window(chosen.window)),
    ]
}

/// Places along a side of the map where J is looked at for having no value.
const PLACES: usize = 15;

impl Session {
    /// The window that was chosen with a formula, while that is shown.
    pub(super) fn chosen_window(&self) -> Option<Window> {
        match self.subject.origin {
            Origin::OwnFormula if self.given.axes().is_none() => self.example.window(),
            _ => None,
        }
    }

    /// Why J has no finite value in some of the shown window, or `None` if it has one wherever
    /// it was looked at. Only for formulas with a part that may lack one.
    pub(in crate::lab) fn undefined_in(&self, shown: Window) -> Option<Undefined> {
        // A data sheet's cost has a value everywhere in its window.
        let formula = match (self.subject.origin, &self.subject.formula) {
            (Origin::OwnFormula, Some(formula)) if formula.may_be_undefined() => formula,
            _ => return None,
        };
        let plane = self.plane();
        let [x, y] = [shown.x(), shown.y()].map(places);
        let rows = if plane.axes[0] == plane.axes[1] {
            &y[..1]
        } else {
            &y[..]
        };
        let mut at = plane.through.clone();
        rows.iter().find_map(|up| {
            x.iter().find_map(|across| {
                at[plane.axes[1]] = *up;
                at[plane.axes[0]] = *across;
                match formula.value(&at).is_finite() {
                    true => None,
                    false => formula.undefined_at(&at),
                }
            })
        })
    }
}

/// Places of a side that are hardly ever round numbers: a pole at 0 is no region.
fn places([low, high]: [f64; 2]) -> [f64; PLACES] {
    std::array::from_fn(|index| {
        let part = (index as f64 + 0.51) / PLACES as f64;
        low * (1.0 - part) + high * part
    })
}
