use std::rc::Rc;

use super::{Companion, Companions};
use crate::descent::{Plan, RULES, Scout};
use crate::lab::words::DIGITS;
use crate::lab::words::rates as words;
use crate::lab::{Key, Origin, Session};
use crate::landscape::{Ground, Pace, Sweep, curvatures, four_rates, ground, rates_around};
use crate::number::significant;

/// Four learning rates from the selected start, and the steps to converge over α from
/// every start, or from the selected one where there are more than three.
#[derive(Default)]
pub struct Rates {
    basis: Option<Basis>,
    sweep: Option<Sweep>,
    /// The session's own α from the selected start.
    present: Option<(f64, Sweep)>,
    edges: Vec<Edge>,
    four: [Option<Pace>; 4],
    runs: Companions,
}

/// What the curve depends on.
#[derive(PartialEq)]
struct Basis {
    subject: u64,
    settings: [String; 3],
    starts: Vec<Vec<f64>>,
    selected: usize,
    range: [f64; 2],
}

/// The edge of a minimum: there steps by gradient descent neither shrink nor grow.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The minimum.
    pub minimum: Vec<f64>,
    /// 2/λmax there.
    pub alpha: f64,
    /// 2/(λmin + λmax) there, the fastest α on a quadratic with these curvatures.
    pub fastest: f64,
}

/// Everything a page says of one of the four learning rates.
#[derive(Clone, Debug, PartialEq)]
pub struct RateReport {
    /// "Too small", "Right", "Too large", "Divergent".
    pub name: &'static str,
    /// The learning rate; NaN if none was found.
    pub alpha: f64,
    /// The learning rate for reading.
    pub text: String,
    /// What it does, or that none was found.
    pub does: String,
    /// Where its run is now.
    pub place: String,
}

/// Everything a page says of learning rates.
#[derive(Clone, Debug, PartialEq)]
pub struct RatesReport {
    /// Whether all runs are known.
    pub is_known: bool,
    /// The four, by ascending α.
    pub four: Vec<RateReport>,
    /// How far the curve is; empty once it is known.
    pub progress: String,
    /// The session's α and the steps it takes.
    pub present: String,
    /// A sentence for each edge.
    pub edges: Vec<String>,
    /// What the edges mean.
    pub note: String,
}

/// With more starts than this the curve of the selected one alone is shown.
const LINES: usize = 3;
/// The curve reaches from this part of the lowest edge to this many times the highest.
const REACH: [f64; 2] = [1.0 / 300.0, 30.0];
/// More edges than this are not listed.
const MOST_EDGES: usize = 6;
impl Rates {
    /// Takes about so many steps towards what is to be shown; gives whether there is more
    /// to do.
    pub fn work(&mut self, session: &Session, steps: u32) -> bool {
        self.begin(session);
        let line = self.line();
        let Some(sweep) = &mut self.sweep else {
            return false;
        };
        if self
            .present
            .as_mut()
            .is_some_and(|(_, run)| run.work(steps))
            || sweep.work(steps)
        {
            return true;
        }
        let paces = sweep.paces(line);
        let four = four_rates(&paces);
        if self.edges.is_empty()
            && let [_, Some(right), ..] = four
        {
            self.edges = found_edge(session, right).into_iter().collect();
        }
        self.four = four;
        let plan = Companions::plan(session);
        let plans = four.iter().flatten().map(|pace| Plan {
            alpha: pace.alpha,
            ..plan
        });
        self.runs.follow(session, &plans.collect::<Vec<_>>(), steps)
    }

    /// Starts anew what no longer fits the session.
    fn begin(&mut self, session: &Session) {
        let plan = Companions::plan(session);
        let basis = Basis::of(session);
        if self.basis.as_ref() != Some(&basis) {
            self.edges = known_edges(session);
            let edges: Vec<f64> = self.edges.iter().map(|edge| edge.alpha).collect();
            let alphas = rates_around(basis.range, &edges);
            let cost = Rc::clone(&session.subject().cost);
            let kernel = session.walk_kernel(plan.rule);
            self.sweep = Some(Sweep::new(cost, kernel, plan, basis.starts.clone(), alphas));
            self.present = None;
            self.four = [None; 4];
            self.basis = Some(basis);
        }
        let kept = self
            .present
            .take()
            .filter(|(alpha, _)| *alpha == plan.alpha);
        self.present = Some(kept.unwrap_or_else(|| {
            let start = session.runs()[session.selected()].start().to_vec();
            let cost = Rc::clone(&session.subject().cost);
            let kernel = session.walk_kernel(plan.rule);
            (
                plan.alpha,
                Sweep::new(cost, kernel, plan, vec![start], vec![plan.alpha]),
            )
        }));
    }

    /// The selected start's place among the lines of the curve.
    fn line(&self) -> usize {
        self.basis
            .as_ref()
            .map_or(0, |basis| match basis.starts.len() {
                1 => 0,
                _ => basis.selected,
            })
    }

    /// The runs with those of the four learning rates that were found.
    pub fn runs(&self) -> &Companions {
        &self.runs
    }

    /// The place among the runs of one of the four, if it was found.
    pub fn run_of(&self, rate: usize) -> Option<usize> {
        self.four.get(rate)?.as_ref()?;
        Some(self.four[..rate].iter().flatten().count())
    }

    /// The lines of the curve: the index of the run each starts with, and what is known.
    pub fn lines(&self) -> Vec<(usize, Vec<Pace>)> {
        let (Some(basis), Some(sweep)) = (&self.basis, &self.sweep) else {
            return Vec::new();
        };
        let run = |line| {
            if basis.starts.len() == 1 {
                basis.selected
            } else {
                line
            }
        };
        (0..basis.starts.len())
            .map(|line| (run(line), sweep.paces(line)))
            .collect()
    }

    /// The ends of the curve.
    pub fn range(&self) -> Option<[f64; 2]> {
        Some(self.basis.as_ref()?.range)
    }

    /// The edges of the known minima.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The run with the session's α, once it is known.
    pub fn present(&self) -> Option<Pace> {
        self.present.as_ref()?.1.paces(0).first().copied()
    }

    /// The learning rate so many places up, or down, the curve from another.
    pub fn neighbour(&self, alpha: f64, places: i32) -> Option<f64> {
        let alphas = self.sweep.as_ref()?.alphas();
        let below = alphas.partition_point(|&other| other < alpha) as i64;
        let not_above = alphas.partition_point(|&other| other <= alpha) as i64;
        let from = if places > 0 { not_above - 1 } else { below };
        let last = alphas.len() as i64 - 1;
        let wanted = (from + i64::from(places)).clamp(0, last.max(0));
        alphas.get(wanted as usize).copied()
    }

    /// Everything a page says of the present state.
    pub fn report(&self, session: &Session) -> RatesReport {
        let is_known = self.sweep.as_ref().is_some_and(|sweep| {
            let [done, total] = sweep.progress();
            done == total
        });
        let progress = self.sweep.as_ref().map_or([0, 1], Sweep::progress);
        let fewest = self.four[1].and_then(|pace| pace.steps());
        RatesReport {
            is_known,
            four: (0..4)
                .map(|rate| self.rate_report(session, rate, is_known))
                .collect(),
            progress: words::progress(progress),
            present: words::present(
                &significant(session.alpha(), DIGITS),
                self.present(),
                fewest,
            ),
            edges: self
                .edges
                .iter()
                .take(MOST_EDGES)
                .map(|edge| {
                    words::edge(
                        &significant(edge.alpha, DIGITS),
                        &session.point_text(&edge.minimum),
                        &significant(edge.fastest, DIGITS),
                    )
                })
                .collect(),
            note: words::note(
                self.edges.is_empty(),
                *session.rule() == RULES[0],
                session.batch().is_some(),
            ),
        }
    }

    fn rate_report(&self, session: &Session, rate: usize, is_known: bool) -> RateReport {
        let companion = self
            .run_of(rate)
            .and_then(|run| self.runs.get(session, run));
        let pace = self.four[rate];
        RateReport {
            name: words::NAMES[rate],
            alpha: pace.map_or(f64::NAN, |pace| pace.alpha),
            text: pace.map_or(String::new(), |pace| significant(pace.alpha, DIGITS)),
            does: match pace {
                Some(pace) => words::does(rate, pace),
                None if is_known => words::missing(rate, self.four[1].is_some()).into(),
                None => String::new(),
            },
            place: companion.map_or(String::new(), |companion| place(session, &companion)),
        }
    }
}

fn place(session: &Session, companion: &Companion) -> String {
    let at = companion.point();
    let cost = significant(session.subject().cost.value(&at), DIGITS);
    words::place(companion.iteration, &session.point_text(&at), &cost)
}

impl Basis {
    fn of(session: &Session) -> Basis {
        let mut starts = session.starts();
        let selected = session.selected();
        if starts.len() > LINES {
            starts = vec![starts.swap_remove(selected)];
        }
        let keys = [Key::Rule, Key::Steps, Key::Tolerance];
        Basis {
            subject: session.subject().number,
            settings: keys.map(|key| session.setting(key)),
            starts,
            selected,
            range: range(session),
        }
    }
}

/// The learning rates that the curve covers: around the edges where any is known, and the
/// session's own.
fn range(session: &Session) -> [f64; 2] {
    let edges: Vec<f64> = known_edges(session).iter().map(|edge| edge.alpha).collect();
    let default = session.subject().alpha;
    let [mut low, mut high] = match edges.is_empty() {
        true => [default / 100.0, default * 100.0],
        false => [
            REACH[0]
                * edges
                    .iter()
                    .fold(f64::INFINITY, |a, &b| if b < a { b } else { a }),
            REACH[1] * edges.iter().fold(0.0, |a, &b| if b > a { b } else { a }),
        ],
    };
    // By powers of ten, so that a slider that is pulled does not start it anew each time.
    let alpha = session.alpha();
    while low > alpha && low > 1e-300 {
        low /= 10.0;
    }
    while high < alpha && high < 1e300 {
        high *= 10.0;
    }
    [low, high]
}

/// The edges of the minima that a data sheet or the data tell.
fn known_edges(session: &Session) -> Vec<Edge> {
    let subject = session.subject();
    match (subject.origin, &subject.regression) {
        (Origin::Catalogue(sheet), _) => {
            let minima = sheet.minima.iter();
            minima
                .filter_map(|minimum| edge(session, minimum.at))
                .collect()
        }
        (_, Some(regression)) => edge(session, regression.minimum()).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn edge(session: &Session, minimum: &[f64]) -> Option<Edge> {
    let curvatures = curvatures(session.subject().cost.as_ref(), minimum);
    let (least, largest) = (curvatures.first()?, curvatures.last()?);
    let edge = Edge {
        minimum: minimum.to_vec(),
        alpha: 2.0 / largest,
        fastest: 2.0 / (least + largest),
    };
    let is_positive = |value: f64| value > 0.0 && value.is_finite();
    (is_positive(edge.alpha) && is_positive(edge.fastest)).then_some(edge)
}

/// The edge of the minimum in which the right learning rate ends, where none is known.
fn found_edge(session: &Session, right: Pace) -> Option<Edge> {
    let cost = session.subject().cost.as_ref();
    let plan = Plan {
        alpha: right.alpha,
        ..Companions::plan(session)
    };
    let mut scout = Scout::new(cost, plan, session.runs()[session.selected()].start());
    scout.walk(cost, u32::MAX);
    match ground(cost, scout.point()) {
        Ground::Minimum => edge(session, scout.point()),
        _ => None,
    }
}
