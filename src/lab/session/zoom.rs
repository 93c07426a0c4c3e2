//! Looking at another part of the plane. No walk depends on it.

use super::{Session, clock, tidy};
use crate::lab::edit::Edit;
use crate::lab::setting::Key;
use crate::lab::value::Value;
use crate::lab::words::zoom as words;
use crate::landscape::{Window, WindowLimit, is_rounding};

/// A side is at most this many times as long as at home: it then holds every walk from
/// the home window until that counts as diverged.
const WIDEST: f64 = 4.0 * clock::REACH;
/// The ends of a window have no digits beyond this part of its side, far below a pixel,
/// so that links stay short.
const DIGITS: f64 = 1e-6;
/// Rounding is looked for in windows this many times smaller than at home.
const DEEP: f64 = 64.0;

impl Session {
    /// Shows another window, as the reader does who zooms or moves the map: one edit
    /// until it is settled. At a limit the window stays.
    pub fn look_at(&mut self, window: Window) -> Result<(), WindowLimit> {
        let home = self.subject.window(self.axes()).size();
        let [now, wanted] = [self.window().size(), window.size()];
        // The clearing in fog has one size on the screen.
        let widest = if self.in_fog() { 1.0 } else { WIDEST };
        if (0..2).any(|side| wanted[side] > now[side] && wanted[side] > widest * home[side]) {
            return Err(WindowLimit::Widest);
        }
        let window = tidied(window);
        if window != self.window() {
            self.begin(Edit::Setting(Key::Window));
            self.put_window(Some(window));
        }
        Ok(())
    }

    /// Whether the window is the data sheet's, or that chosen for a formula.
    pub fn is_home(&self) -> bool {
        let home = self.chosen_window();
        self.window() == home.unwrap_or_else(|| self.subject.window(self.axes()))
    }

    /// Shows the data sheet's window again, or that chosen for a formula, as one edit.
    pub fn look_home(&mut self) {
        let home = self.chosen_window();
        if self.given.window() != home {
            self.settle();
            self.begin(Edit::Setting(Key::Window));
            self.put_window(home);
            self.settle();
        }
    }

    fn put_window(&mut self, window: Option<Window>) {
        self.given.put(Key::Window, window.map(Value::Window));
        self.look_again();
    }

    /// Why the window stays where it is, in words.
    pub fn limit_text(&self, limit: WindowLimit) -> String {
        let names = self.subject.parameters();
        let [across, up] = self.axes();
        let window = self.window();
        // The axis with fewer numbers is the one that stops.
        let (name, numbers) = match window.numbers(1) < window.numbers(0) {
            true if names.len() == 1 => ("J".to_owned(), window.numbers(1)),
            true => (names[up].display(), window.numbers(1)),
            false => (names[across].display(), window.numbers(0)),
        };
        match limit {
            WindowLimit::Closest => words::closest(&name, numbers),
            WindowLimit::Widest if self.in_fog() => words::WIDEST_IN_FOG.into(),
            WindowLimit::Widest => words::WIDEST.into(),
        }
    }

    /// Whether what a map of this window shows of J is rounding rather than ground.
    pub(in crate::lab) fn shows_rounding(&self, window: Window) -> bool {
        let home = self.subject.window(self.axes());
        let ([now, up], [width, height]) = (window.size(), home.size());
        let is_deep = now * DEEP < width && up * DEEP < height;
        is_deep && is_rounding(&*self.subject.cost, &self.plane(), window, home)
    }
}

/// The window with no more digits than its picture needs.
fn tidied(window: Window) -> Window {
    let side = |[low, high]: [f64; 2]| {
        let digits = (high - low) * DIGITS;
        [tidy(low, digits), tidy(high, digits)]
    };
    Window::new(side(window.x()), side(window.y())).unwrap_or(window)
}
