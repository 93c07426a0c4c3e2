use std::rc::Rc;

use super::{Companion, Companions};
use crate::descent::{Plan, RULES, Rule, StopReason};
use crate::lab::words::DIGITS;
use crate::lab::words::two_rules as words;
use crate::lab::{Key, Session, UpdateLine};
use crate::landscape::{Comparison, Ground, Outcome, Plane, Window, ground, is_one_place};
use crate::number::significant;

/// Simultaneous against sequential updates from the selected start, and from starts all
/// over the window.
#[derive(Default)]
pub struct TwoRules {
    runs: Companions,
    map: Option<(Basis, Comparison)>,
}

/// What the map of starts depends on.
#[derive(PartialEq)]
struct Basis {
    subject: u64,
    settings: [String; 5],
    plane: Plane,
    window: Window,
}

/// Everything a page says of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleReport {
    /// The rule's name.
    pub name: &'static str,
    /// Where its run is.
    pub place: String,
    /// Which step the lines show.
    pub step: &'static str,
    /// That step, a line for each of the first parameters.
    pub lines: Vec<UpdateLine>,
}

/// How many starts have an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeReport {
    /// What the outcome is.
    pub name: &'static str,
    /// How many starts have it.
    pub count: usize,
}

/// Everything a page says of the two rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoRulesReport {
    /// Why there is nothing to compare; empty if there is.
    pub nothing: &'static str,
    /// Simultaneous, then sequential.
    pub rules: Vec<RuleReport>,
    /// What the second value of the sequential step is, and what it should be.
    pub second: String,
    /// How both runs end; empty until both have.
    pub verdict: String,
    /// The outcomes in the order of [`OUTCOMES`].
    pub outcomes: Vec<OutcomeReport>,
    /// The map of starts in a sentence, or how far it is.
    pub starts: String,
    /// Whether there is a start from which the two end in different places.
    pub has_different: bool,
}

/// The outcomes in the order in which they are listed.
pub const OUTCOMES: [Outcome; 5] = [
    Outcome::Same,
    Outcome::Different,
    Outcome::OnlySecond,
    Outcome::OnlyFirst,
    Outcome::Neither,
];

/// Starts along each side of the map.
const SIDE: usize = 61;
/// More lines than this are left out.
const LINES: usize = 6;

impl TwoRules {
    /// Takes about so many steps towards what is to be shown; gives whether there is more
    /// to do.
    pub fn work(&mut self, session: &Session, steps: u32) -> bool {
        if session.subject().dimension() < 2 {
            self.map = None;
            return false;
        }
        let plans = plans(session);
        let basis = Basis::of(session);
        let kept = self.map.take().filter(|(kept, _)| *kept == basis);
        let (_, comparison) = self.map.insert(kept.unwrap_or_else(|| {
            let plane = basis.plane.clone();
            let cost = Rc::clone(&session.subject().cost);
            let ways = plans.map(|plan| (plan, session.walk_kernel(plan.rule)));
            (
                basis,
                Comparison::new(cost, ways, plane, session.window(), SIDE),
            )
        }));
        self.runs.follow(session, &plans, steps) || comparison.work(steps)
    }

    /// The two runs: simultaneous, then sequential.
    pub fn runs(&self) -> &Companions {
        &self.runs
    }

    /// The map of starts, as far as known.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.map.as_ref().map(|(_, comparison)| comparison)
    }

    /// The next start from which the two end in different places, after the selected one.
    pub fn next_different(&self, session: &Session) -> Option<Vec<f64>> {
        let after = session.runs()[session.selected()].start();
        self.comparison()?.next_start(Outcome::Different, after)
    }

    /// Everything a page says of the present state.
    pub fn report(&self, session: &Session) -> TwoRulesReport {
        let both = [0, 1].map(|index| self.runs.get(session, index));
        let mut report = TwoRulesReport {
            nothing: "",
            rules: Vec::new(),
            second: String::new(),
            verdict: String::new(),
            outcomes: Vec::new(),
            starts: String::new(),
            has_different: false,
        };
        let [Some(together), Some(in_turn)] = both else {
            if session.subject().dimension() < 2 {
                report.nothing = words::ONE_PARAMETER;
            }
            return report;
        };
        report.rules = [together, in_turn]
            .iter()
            .zip(RULES)
            .map(|(companion, rule)| rule_report(session, rule, companion))
            .collect();
        report.second = second(session, &in_turn);
        report.verdict = verdict(session, &together, &in_turn);
        if let Some(comparison) = self.comparison() {
            report.outcomes = OUTCOMES
                .map(|outcome| OutcomeReport {
                    name: words::outcome(outcome),
                    count: comparison.count(outcome),
                })
                .to_vec();
            report.has_different = comparison.count(Outcome::Different) > 0;
            let alpha = significant(session.alpha(), DIGITS);
            report.starts = words::starts(comparison.progress(), comparison.side(), &alpha);
        }
        report
    }
}

/// The session's plan with either rule.
fn plans(session: &Session) -> [Plan; 2] {
    let plan = Companions::plan(session);
    [0, 1].map(|rule| Plan {
        rule: &RULES[rule],
        ..plan
    })
}

impl Basis {
    fn of(session: &Session) -> Basis {
        let keys = [
            Key::Alpha,
            Key::Steps,
            Key::Tolerance,
            Key::Batch,
            Key::Seed,
        ];
        Basis {
            subject: session.subject().number,
            settings: keys.map(|key| session.setting(key)),
            plane: session.plane_of_starts(),
            window: session.window(),
        }
    }
}

fn rule_report(session: &Session, rule: &'static Rule, companion: &Companion) -> RuleReport {
    let (here, (iteration, at)) = (companion.point(), companion.footing());
    let cost = session.subject().cost.as_ref();
    let mut step = vec![0.0; at.len()];
    companion.run.plan().step(cost, iteration, &at, &mut step);
    let in_turn = *rule == RULES[1];
    let lines = (0..at.len()).take(LINES);
    RuleReport {
        name: rule.name,
        place: words::place(
            companion.iteration,
            &session.point_text(&here),
            &significant(cost.value(&here), DIGITS),
            companion.stop,
        ),
        step: words::STEPS[usize::from(companion.stop.is_some())],
        lines: lines
            .map(|index| {
                let moved = if in_turn { index } else { 0 };
                line(session, index, moved, at[index], step[index])
            })
            .collect(),
    }
}

/// θ := θ − α ∂J/∂θ(…) with its numbers; of the parameters in the brackets, the first
/// `moved` have their new values already.
fn line(session: &Session, index: usize, moved: usize, old: f64, step: f64) -> UpdateLine {
    let (names, alpha) = (session.subject().parameters(), session.alpha());
    let name = coloured(index, &names[index].mathml());
    let place: Vec<String> = (0..names.len().min(LINES))
        .map(|other| match other < moved {
            true => format!(
                "<mrow class=\"moved\"><msup>{}<mtext>new</mtext></msup></mrow>",
                coloured(other, &names[other].mathml())
            ),
            false => coloured(other, &names[other].mathml()),
        })
        .collect();
    let more = if names.len() > LINES {
        "<mo>,</mo><mo>…</mo>"
    } else {
        ""
    };
    let [old, rate, slope, new] =
        [old, alpha, -step / alpha, old + step].map(|value| significant(value, DIGITS));
    let bracketed = match slope.starts_with('−') {
        true => format!("<mo>(</mo><mn>{slope}</mn><mo>)</mo>"),
        false => format!("<mn>{slope}</mn>"),
    };
    UpdateLine {
        rule: format!(
            "{name}<mo>:=</mo>{name}<mo>−</mo><mi class=\"alpha\">α</mi><mfrac><mrow><mo>∂</mo>{}</mrow>\
             <mrow><mo>∂</mo>{name}</mrow></mfrac><mo>(</mo>{}{more}<mo>)</mo>",
            session.stepped_on().math,
            place.join("<mo>,</mo>")
        ),
        numbers: format!(
            "<mo>=</mo>{}<mo>−</mo><mn class=\"alpha\">{rate}</mn><mo>·</mo><mrow>{bracketed}</mrow><mo>=</mo>{}",
            coloured(index, &format!("<mn>{old}</mn>")),
            coloured(index, &format!("<mn>{new}</mn>")),
        ),
        spoken: words::line(&names[index].spoken(), &old, &rate, &slope, &new, moved > 0),
    }
}

fn coloured(index: usize, math: &str) -> String {
    format!("<mrow class=\"parameter-{index}\">{math}</mrow>")
}

/// What the second parameter becomes in sequence, and what gradient descent makes of it
/// from the same point.
fn second(session: &Session, in_turn: &Companion) -> String {
    let (iteration, at) = in_turn.footing();
    let names = session.subject().parameters();
    let becomes = plans(session).map(|plan| {
        let mut step = vec![0.0; at.len()];
        plan.step(&*session.subject().cost, iteration, &at, &mut step);
        significant(at[1] + step[1], 3)
    });
    words::second(&names[0].display(), &names[1].display(), &becomes)
}

fn verdict(session: &Session, together: &Companion, in_turn: &Companion) -> String {
    let [Some(first), Some(second)] = [together.stop, in_turn.stop] else {
        return String::new();
    };
    let cost = session.subject().cost.as_ref();
    let settles = |stop| matches!(stop, StopReason::Converged { .. });
    let points = [together, in_turn].map(Companion::point);
    let one_place = is_one_place(cost, session.tolerance(), &points[0], &points[1]);
    let at_minima = points
        .iter()
        .all(|point| ground(cost, point) == Ground::Minimum);
    let outcome = match [settles(first), settles(second)] {
        [true, true] if one_place => Outcome::Same,
        [true, true] => Outcome::Different,
        [true, false] => Outcome::OnlyFirst,
        [false, true] => Outcome::OnlySecond,
        [false, false] => Outcome::Neither,
    };
    words::verdict(
        outcome,
        at_minima,
        [together.iteration, in_turn.iteration],
        &points.map(|point| session.point_text(&point)),
        [first, second],
    )
}
