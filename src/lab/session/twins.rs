//! Two starts a hair apart.

use super::{Session, tidy};
use crate::cost::Sheet;
use crate::descent::distance;
use crate::lab::edit::Edit;
use crate::lab::subject::Origin;
use crate::landscape::Apart;

/// A twin stands this part of the window's width beside.
const HAIR: f64 = 1.0 / 200.0;
/// Two starts of a data sheet are twins if they are nearer than this part of the
/// longest side of its window.
const PAIR: f64 = 0.05;

impl Session {
    /// Two runs and no other: the data sheet's own twins if it has such a pair, else
    /// the selected start and one a hair beside it.
    pub fn twin_starts(&mut self) {
        match self.own_pair() {
            Some(pair) => self.start_pair(pair),
            None => self.twin_beside(),
        }
    }

    /// Two runs and no other: the selected start and one a hair beside it.
    pub fn twin_beside(&mut self) {
        let start = self.starts()[self.selected].clone();
        let [left, right] = self.window().x();
        let hair = HAIR * (right - left);
        let axis = self.axes()[0];
        let mut twin = start.clone();
        twin[axis] = tidy(start[axis] + hair, hair / 20.0);
        self.start_pair([start, twin]);
    }

    fn start_pair(&mut self, pair: [Vec<f64>; 2]) {
        if pair.iter().all(|start| self.usable(start)) {
            self.begin(Edit::Starts);
            self.selected = 0;
            self.put_starts(pair.to_vec());
            self.settle();
        }
    }

    /// The starts of the data sheet, if they are two and a hair apart.
    pub(in crate::lab) fn own_pair(&self) -> Option<[Vec<f64>; 2]> {
        let Origin::Catalogue(Sheet { starts, .. }) = self.subject.origin else {
            return None;
        };
        let [one, other] = starts else { return None };
        let near = distance(one, other) < PAIR * self.subject.extent();
        near.then(|| [one.to_vec(), other.to_vec()])
    }

    /// How many iterations lie between samples of the distance of two runs, if more
    /// than one.
    pub(in crate::lab) fn twin_sampling(&self) -> Option<u32> {
        let every = Apart::every(self.furthest());
        (every > 1).then_some(every)
    }
}
