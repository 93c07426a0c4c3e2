//! What a pointer, keys and fields do to the points.

use super::{Held, PointEditor, tidied};
use crate::cost::{Fit, Loss};
use crate::figure::Format;
use crate::lab::words::points::{self as words, Done};
use crate::lab::{DataView, Session};

/// A pointer that moves less than this has clicked, in CSS pixels.
const SLIP: f64 = 3.0;

impl PointEditor {
    /// A pointer goes down: the nearest point in reach is chosen and held. Gives whether
    /// there is one.
    pub fn press(&mut self, session: &Session, format: &Format, css: [f64; 2]) -> bool {
        self.held = None;
        let Some((row, place)) = self.near(session, format, css) else {
            return false;
        };
        self.chosen = Some(row);
        self.held = Some(Held {
            at: css,
            offset: [place[0] - css[0], place[1] - css[1]],
            moved: false,
        });
        true
    }

    /// The held point follows the pointer.
    ///
    /// # Errors
    /// A sentence that says why it stays.
    pub fn drag(
        &mut self,
        session: &mut Session,
        format: &Format,
        css: [f64; 2],
    ) -> Result<(), String> {
        let (Some(held), Some(row)) = (self.held.as_mut(), self.chosen) else {
            return Ok(());
        };
        held.moved |= libm::hypot(css[0] - held.at[0], css[1] - held.at[1]) >= SLIP;
        if !held.moved {
            return Ok(());
        }
        let to = [css[0] + held.offset[0], css[1] + held.offset[1]];
        match (self.under(session, format, to), session.point(row)) {
            (Some(place), Some(old)) => {
                let moved = with_plane(session, old, place);
                session.move_point(row, &moved)
            }
            _ => Ok(()),
        }
    }

    /// The pointer goes up; what was dragged is one edit. Gives what to say of it, if
    /// anything was.
    pub fn release(&mut self, session: &mut Session) -> String {
        let moved = self.held.take().is_some_and(|held| held.moved);
        session.settle();
        match moved {
            true => self.told(session, Done::Moved),
            false => self.told(session, Done::Chosen),
        }
    }

    /// One more point, under a place in CSS pixels or, without one, in the middle of the
    /// plot; it is chosen.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn add(
        &mut self,
        session: &mut Session,
        format: &Format,
        css: Option<[f64; 2]>,
    ) -> Result<String, String> {
        let like = session.point(self.chosen(session).unwrap_or(0));
        let Some((plot, like)) = self.plot(session, format).zip(like) else {
            return Ok(String::new());
        };
        let ratio = format.theme.pixel_ratio();
        let place = match css {
            // The margins with their labels are no ground.
            Some(css) => plot.from_pixel(css.map(|side| side * ratio)),
            None => {
                Some([plot.window().x(), plot.window().y()].map(|[low, high]| (low + high) / 2.0))
            }
        };
        let Some(place) = place else {
            return Ok(String::new());
        };
        let row = with_plane(session, like, tidied(&plot, format, place));
        self.chosen = Some(session.add_point(&row)?);
        Ok(self.told(session, Done::Added))
    }

    /// The chosen point moves by CSS pixels; until it is settled all such moves are one
    /// edit. Between 0 and 1, where only these two are found, up and down change sides. Gives
    /// what to say of it.
    ///
    /// # Errors
    /// A sentence that says why it stays.
    pub fn nudge(
        &mut self,
        session: &mut Session,
        format: &Format,
        [right, down]: [f64; 2],
    ) -> Result<String, String> {
        let Some(row) = self.chosen(session) else {
            return Ok(String::new());
        };
        let at = self.place(session, format, row);
        let under = at.and_then(|[x, y]| self.under(session, format, [x + right, y + down]));
        let (Some(place), Some(old)) = (under, session.point(row)) else {
            return Ok(String::new());
        };
        let mut moved = with_plane(session, old, place);
        // What is not moved keeps its digits.
        if right == 0.0 {
            moved[0] = old[0];
        }
        match (down == 0.0, has_sides(session)) {
            (true, _) => moved[1] = old[1],
            (false, true) => moved[1] = if down < 0.0 { 1.0 } else { 0.0 },
            (false, false) => {}
        }
        session.move_point(row, &moved)?;
        Ok(self.told(session, Done::Moved))
    }

    /// The chosen point's number in a column becomes what a text says.
    ///
    /// # Errors
    /// A sentence that says why it stays.
    pub fn write(
        &mut self,
        session: &mut Session,
        column: usize,
        text: &str,
    ) -> Result<String, String> {
        let plain = text.trim().replace('\u{2212}', "-").replace(',', ".");
        let number: f64 = plain.parse().map_err(|_| words::no_number(text))?;
        let Some((row, old)) = self
            .chosen(session)
            .and_then(|row| Some((row, session.point(row)?)))
        else {
            return Ok(String::new());
        };
        let mut moved = old.to_vec();
        if let Some(field) = moved.get_mut(column) {
            *field = number;
        }
        session.settle();
        session.move_point(row, &moved)?;
        session.settle();
        Ok(self.told(session, Done::Moved))
    }

    /// Takes the chosen point away; the one behind it is chosen.
    ///
    /// # Errors
    /// A sentence that says why it stays.
    pub fn delete(&mut self, session: &mut Session) -> Result<String, String> {
        let Some((row, old)) = self
            .chosen(session)
            .and_then(|row| Some((row, session.point(row)?.to_vec())))
        else {
            return Ok(String::new());
        };
        session.remove_point(row)?;
        let count = session.point_count();
        self.chosen = Some(if row < count { row } else { count - 1 });
        let place = words::place(&self.columns, &old);
        Ok(words::done(Done::Deleted, row + 1, count, &place))
    }

    /// Chooses the point so many further on, around the end; the first or last if none is
    /// chosen yet.
    pub fn choose_next(&mut self, session: &Session, further: i32) -> String {
        let count = session.point_count() as i64;
        let from = match self.chosen(session) {
            Some(row) => row as i64,
            None if further < 0 => 0,
            None => -1,
        };
        if count > 0 {
            self.chosen = Some((from + i64::from(further)).rem_euclid(count) as usize);
        }
        self.told(session, Done::Chosen)
    }
}

/// A row at another place of the plane: y only where it can be.
fn with_plane(session: &Session, row: &[f64], [x, y]: [f64; 2]) -> Vec<f64> {
    let mut moved = row.to_vec();
    moved[0] = x;
    moved[1] = match of_probabilities(session) {
        None => y,
        Some(_) if has_sides(session) => f64::from(u8::from(y >= 0.5)),
        Some(_) => y.clamp(0.0, 1.0),
    };
    moved
}

/// The model, where the plot's height is a probability.
fn of_probabilities(session: &Session) -> Option<&Fit> {
    let fit = session.subject().fit.as_ref()?;
    let is_curve = session.data_view() == DataView::Curves;
    (is_curve && fit.loss() == Loss::CrossEntropy).then_some(fit)
}

/// Whether y is on one of two sides and never between them: 0 or 1.
fn has_sides(session: &Session) -> bool {
    of_probabilities(session).is_some_and(|fit| fit.table().column(1).all(|y| y == 0.0 || y == 1.0))
}
