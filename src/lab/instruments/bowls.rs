//! What standardising does to the ground: the bowl of a model on its data as measured, and
//! on the standardised data, beside each other.

use std::rc::Rc;

use crate::cost::{Cost, Fit, Loss, Model};
use crate::lab::session::Session;
use crate::lab::words::bowls::{self as words, Left, Reach, Shape};
use crate::landscape::Bowl;
use crate::number::significant;

/// Both bowls, worked out once for a model and its data.
#[derive(Default)]
pub struct Bowls {
    basis: Option<u64>,
    found: Found,
}

enum Found {
    Both([Measured; 2]),
    /// Why there are none.
    Nothing(&'static str),
}

impl Default for Found {
    fn default() -> Self {
        Found::Nothing("")
    }
}

/// One of the bowls.
pub struct Measured {
    /// J.
    pub cost: Rc<dyn Cost>,
    /// Where it is least.
    pub minimum: Vec<f64>,
    /// The shape of the ground there.
    pub bowl: Bowl,
}

/// One of the bowls, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BowlReport {
    /// How the features are measured.
    pub name: &'static str,
    /// λmax/λmin.
    pub condition: String,
    /// How many times as long as wide a contour is: √κ.
    pub stretch: String,
    /// The largest α with which walks settle.
    pub largest_rate: String,
    /// The steps to a thousandth of the distance, with the best α.
    pub steps: String,
}

/// Both bowls, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BowlsReport {
    /// Why there are none; empty if there are.
    pub nothing: &'static str,
    /// As measured, and standardised; none where there are none.
    pub both: Vec<BowlReport>,
    /// What the numbers mean.
    pub meaning: String,
    /// Where the numbers hold.
    pub holds: &'static str,
    /// What to look at.
    pub caption: String,
    /// Whether the figure's features are standardised.
    pub is_standardised: bool,
}

/// With more rows the bowls are not looked for: by squared error, whose rows are looked at
/// a few times, and by others, whose rows every value of J looks at.
const MOST_ROWS: [usize; 2] = [50_000, 5000];

impl Bowls {
    /// Works out both bowls, where that has not been done for the present model and data.
    pub fn find(&mut self, session: &Session) {
        let number = session.subject().number;
        if self.basis != Some(number) {
            self.basis = Some(number);
            self.found = found(session);
        }
    }

    /// One of the bowls of the session's model: as measured 0, standardised 1.
    pub fn get(&self, session: &Session, which: usize) -> Option<&Measured> {
        match &self.found {
            Found::Both(both) if self.basis == Some(session.subject().number) => both.get(which),
            _ => None,
        }
    }

    /// Both in words.
    pub fn report(&self, session: &Session) -> BowlsReport {
        let is_standardised = session.is_standardised();
        let (both, fit) = match (&self.found, &session.subject().fit) {
            (Found::Both(both), Some(fit)) => (both, fit),
            (Found::Nothing(nothing), _) => return nothing_to_show(nothing, is_standardised),
            _ => return nothing_to_show("", is_standardised),
        };
        let shapes = both.each_ref().map(|one| Shape {
            condition: one.bowl.condition(),
            steps: one.bowl.steps(),
        });
        let left = match (fit.model(), fit.loss()) {
            (Model::Polynomial { .. }, _) => Left::Powers,
            (_, Loss::Squared) => Left::Features,
            _ => Left::Rows,
        };
        let reach = match fit.loss() {
            Loss::Squared => Reach::Everywhere,
            _ => Reach::Near,
        };
        BowlsReport {
            nothing: "",
            both: (both.iter().zip(words::NAMES))
                .map(|(one, name)| reported(one, name))
                .collect(),
            meaning: words::meaning(shapes, reach, left),
            holds: match reach {
                Reach::Everywhere => words::HOLDS_EVERYWHERE,
                Reach::Near => words::HOLDS_AT_THE_MINIMUM,
            },
            caption: words::caption(session.subject().dimension()),
            is_standardised,
        }
    }
}

fn nothing_to_show(nothing: &'static str, is_standardised: bool) -> BowlsReport {
    BowlsReport {
        nothing,
        both: Vec::new(),
        meaning: String::new(),
        holds: "",
        caption: String::new(),
        is_standardised,
    }
}

fn found(session: &Session) -> Found {
    let fit = session.subject().fit.as_ref();
    let rows = fit.map_or(0, |fit| fit.table().row_count());
    match fit.map(|fit| (fit.model(), fit.loss())) {
        None => return Found::Nothing(words::NO_DATA),
        Some((Model::Network { .. }, _)) => return Found::Nothing(words::NETWORK),
        Some((_, Loss::Absolute)) => return Found::Nothing(words::ABSOLUTE),
        Some((_, Loss::Squared)) if rows > MOST_ROWS[0] => {
            return Found::Nothing(words::MANY_ROWS);
        }
        Some((_, loss)) if loss != Loss::Squared && rows > MOST_ROWS[1] => {
            return Found::Nothing(words::MANY_ROWS);
        }
        Some(_) => {}
    }
    let both = session.fits().and_then(|[raw, standardised]| {
        let both = [measured(&raw)?, measured(&standardised)?];
        Some(Found::Both(both))
    });
    both.unwrap_or(Found::Nothing(words::NO_MINIMUM))
}

fn measured(fit: &Fit) -> Option<Measured> {
    if let Some(regression) = fit.as_regression() {
        let minimum = regression.minimum().to_vec();
        return Some(Measured {
            bowl: Bowl::new(&regression.hessian(), minimum.len())?,
            cost: regression.cost(),
            minimum,
        });
    }
    let minimum = fit.minimum()?;
    Some(Measured {
        bowl: Bowl::new(&fit.hessian(&minimum)?, minimum.len())?,
        cost: Rc::new(fit.clone()),
        minimum,
    })
}

fn reported(one: &Measured, name: &'static str) -> BowlReport {
    let condition = one.bowl.condition();
    let shown = |number: Option<f64>| match number {
        Some(number) => significant(number, words::DIGITS),
        None => words::BEYOND.into(),
    };
    BowlReport {
        name,
        condition: shown(condition),
        stretch: condition.map_or(words::NO_LENGTH.into(), |condition| {
            significant(condition.sqrt(), words::DIGITS)
        }),
        largest_rate: significant(one.bowl.largest_rate(), words::DIGITS),
        steps: shown(one.bowl.steps()),
    }
}
