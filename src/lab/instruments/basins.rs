use std::rc::Rc;

use super::ValleyReport;
use crate::descent::Plan;
use crate::lab::Session;
use crate::lab::words::basins as words;
use crate::lab::words::rain as fates;
use crate::landscape::{Basins, Fate, Plane, Rest, Window};
use crate::number::significant;

/// Which valley every start of the map comes to, for the present settings.
#[derive(Default)]
pub struct BasinsMap {
    map: Option<(Basis, Basins)>,
    /// How many maps there have been.
    maps: u32,
}

/// What the basins depend on.
#[derive(PartialEq)]
struct Basis {
    subject: u64,
    plan: Plan,
    plane: Plane,
    window: Window,
    cells: [usize; 2],
}

/// The basins in words.
#[derive(Clone, Debug, PartialEq)]
pub struct BasinsReport {
    /// Why there are none; empty if there are.
    pub nothing: &'static str,
    /// What to look at, or how far the map is.
    pub caption: String,
    /// The valleys that starts come to, the deepest first.
    pub valleys: Vec<ValleyReport>,
    /// The starts that come to no valley, by what becomes of them.
    pub others: Vec<String>,
}

impl BasinsMap {
    /// Takes about so many steps towards the basins of a window, cut into so many cells
    /// along x and along y; gives whether there is more to do.
    pub fn work(
        &mut self,
        session: &Session,
        window: Window,
        cells: [usize; 2],
        steps: u32,
    ) -> bool {
        let subject = session.subject();
        if subject.dimension() < 2 {
            self.map = None;
            return false;
        }
        let basis = Basis::of(session, window, cells);
        let kept = self.map.take().filter(|(kept, _)| *kept == basis);
        self.maps += u32::from(kept.is_none());
        let (_, basins) = self.map.insert(kept.unwrap_or_else(|| {
            let cost = Rc::clone(&subject.cost);
            let (plan, plane) = (basis.plan, basis.plane.clone());
            let known = subject.known_valleys();
            (
                basis,
                Basins::new(
                    cost,
                    session.walk_kernel(plan.rule),
                    plan,
                    plane,
                    window,
                    cells,
                    known,
                ),
            )
        }));
        basins.work(steps)
    }

    /// A text that changes whenever the basins are others, or finer.
    pub fn version(&self) -> String {
        let fineness = self.basins().and_then(Basins::fineness);
        let complete = self.basins().is_some_and(Basins::is_complete);
        format!("{}/{}/{complete}", self.maps, fineness.unwrap_or(0))
    }

    /// The basins as far as known, once there has been work for them.
    pub fn basins(&self) -> Option<&Basins> {
        self.map.as_ref().map(|(_, basins)| basins)
    }

    /// The basins in words, as far as known.
    pub fn report(&self, session: &Session) -> BasinsReport {
        let Some(basins) = self.basins() else {
            return BasinsReport {
                nothing: match session.subject().dimension() {
                    1 => words::ONE_PARAMETER,
                    _ => "",
                },
                caption: String::new(),
                valleys: Vec::new(),
                others: Vec::new(),
            };
        };
        let count = |fate: Fate| basins.count(|found| found == fate);
        let valleys = session.valley_reports(basins.valleys(), basins.counted(), count);
        BasinsReport {
            nothing: "",
            caption: words::caption(
                basins.progress(),
                basins.fineness() == Some(1),
                basins.sides(),
                &significant(session.alpha(), 4),
                valleys.len(),
            ),
            others: fates::others(&fates::Others {
                passes: count(Fate::Rest(Rest::Pass)),
                nearly_flat: count(Fate::Rest(Rest::NearlyFlat)),
                limit: count(Fate::Limit),
                steps: session.step_limit(),
                diverged: count(Fate::Diverged),
                no_ground: count(Fate::NoGround),
            }),
            valleys,
        }
    }
}

impl Basis {
    fn of(session: &Session, window: Window, cells: [usize; 2]) -> Basis {
        Basis {
            subject: session.subject().number,
            plan: session.plan(),
            plane: session.plane_of_starts(),
            window,
            cells,
        }
    }
}
