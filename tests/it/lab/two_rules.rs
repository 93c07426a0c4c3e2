//! What is said of simultaneous against sequential updates, against the runs themselves.

use downhill::descent::{Plan, RULES, Run};
use downhill::lab::Session;
use downhill::lab::instruments::{TwoRules, TwoRulesReport};
use downhill::landscape::Outcome;
use downhill::number::significant;

use super::{open, run_to_end};

/// Works until the two runs are at the clock; the map of starts has only begun.
fn followed(rules: &mut TwoRules, session: &Session) -> TwoRulesReport {
    let mut slices = 0;
    let begun = |rules: &TwoRules| rules.comparison().is_some_and(|map| map.progress()[0] > 0);
    while rules.work(session, 20_000) && !begun(rules) && slices < 1000 {
        slices += 1;
    }
    rules.report(session)
}

fn report(session: &Session) -> TwoRulesReport {
    followed(&mut TwoRules::default(), session)
}

#[test]
fn on_houses_the_second_value_is_20_9_and_not_47() {
    let session = open("data=houses&alpha=0.1&start=0,0");
    let report = report(&session);
    assert!(
        report.second.starts_with(
            "As gradient descent, the second value is wrong: b becomes 20.9, not 47, because ∂J/∂b was measured at a point that had already moved."
        ),
        "{}",
        report.second
    );
    // By hand: ∂J/∂w = −mean(x y) = −1170, ∂J/∂b = −mean(y) = −470; with w = 117 and mean(x)
    // = 13.4/6, ∂J/∂b = 117 · 13.4/6 − 470 = −208.7.
    let [together, in_turn] = [&report.rules[0], &report.rules[1]];
    assert!(together.lines[1].numbers.contains("<mn>−470</mn>"));
    assert!(in_turn.lines[1].numbers.contains("<mn>−208.7</mn>"));
    assert!(
        in_turn.lines[1]
            .spoken
            .ends_with("at the point already moved: 20.87")
    );
    for line in [&together.lines[0], &together.lines[1], &in_turn.lines[0]] {
        assert!(!line.rule.contains("new") && line.spoken.contains("at the old point"));
    }
    assert_eq!(in_turn.lines[1].rule.matches("class=\"moved\"").count(), 1);
    assert_eq!(report.verdict, "");
}

#[test]
fn both_rules_end_at_the_same_line_through_houses() {
    let mut session = open("data=houses&alpha=0.1&start=0,0");
    run_to_end(&mut session);
    let report = report(&session);
    let steps = RULES[1].id;
    assert_eq!(steps, "sequential");
    let run = &session.runs()[0];
    let plan = Plan {
        rule: &RULES[1],
        ..*run.plan()
    };
    let mut sequential = Run::new(session.subject().cost.clone(), plan, run.start());
    sequential.advance_to(u32::MAX);
    let point = sequential.point(sequential.computed());
    assert_eq!(significant(point[0], 7), "209.3629");
    assert_eq!(significant(point[1], 5), "2.4228");
    assert_eq!(
        report.verdict,
        format!(
            "Both end at the same minimum, w 209.4, b 2.423: simultaneous after 1763 steps, sequential after {} steps.",
            sequential.computed()
        )
    );
    assert_eq!(report.rules[0].step, "The first step:");
    assert!(report.second.contains("20.9, not 47"));
}

#[test]
fn past_the_edge_of_houses_only_the_sequential_run_settles() {
    // 2/λmax = 0.3089; in sequence α 0.5 still settles.
    let mut session = open("data=houses&alpha=0.5&start=0,0");
    run_to_end(&mut session);
    let verdict = report(&session).verdict;
    assert!(
        verdict.starts_with("Only the sequential run settles, at w 209.4, b 2.423. The simultaneous one: diverged after"),
        "{verdict}"
    );
    let mut session = open("data=houses&alpha=0.6&start=0,0");
    run_to_end(&mut session);
    assert!(report(&session).verdict.starts_with("Neither settles."));
}

#[test]
fn a_start_of_himmelblau_ends_in_different_minima() {
    let mut session = open("cost=himmelblau&alpha=0.015&window=-5,5,-5,5&steps=300");
    let mut rules = TwoRules::default();
    let known = |rules: &TwoRules| {
        rules
            .comparison()
            .map_or(0, |map| map.count(Outcome::Different))
    };
    while known(&rules) == 0 && rules.work(&session, 5000) {}
    let report = rules.report(&session);
    assert!(report.has_different);
    assert_eq!(report.outcomes[1].count, known(&rules));
    assert!(report.starts.starts_with("Walking from 3721 starts: "));
    let start = rules.next_different(&session).expect("there is one");
    session.move_start(0, &start);
    run_to_end(&mut session);
    let verdict = followed(&mut rules, &session).verdict;
    assert!(
        verdict.starts_with("They end at different minima: simultaneous at"),
        "{verdict}"
    );
}

#[test]
fn the_map_of_starts_is_kept_until_what_it_depends_on_changes() {
    let mut session = open("cost=bowl&window=-1,1,-1,1");
    let mut rules = TwoRules::default();
    while rules.work(&session, 100_000) {}
    let done = |rules: &TwoRules| rules.comparison().expect("a map").progress()[0];
    assert_eq!(done(&rules), 3721);
    let report = rules.report(&session);
    let total: usize = report.outcomes.iter().map(|outcome| outcome.count).sum();
    assert_eq!(total, 3721);
    assert_eq!(
        report.starts,
        "How the two rules end from 61 × 61 starts at α = 0.1."
    );
    session.move_start(0, &[0.5, 0.5]);
    session.advance(3);
    session.edit("rule", "sequential");
    rules.work(&session, 1);
    assert_eq!(done(&rules), 3721);
    session.edit("alpha", "0.2");
    assert!(rules.work(&session, 5));
    assert!(done(&rules) < 10);
}

#[test]
fn with_one_parameter_there_is_nothing_to_compare() {
    let session = open("cost=curve");
    let report = report(&session);
    assert_eq!(
        report.nothing,
        "With one parameter there is no order: both rules are the same."
    );
    assert!(report.rules.is_empty());
}

#[test]
fn another_cost_is_never_shown_with_the_runs_of_the_last() {
    let mut session = open("cost=three");
    let mut rules = TwoRules::default();
    for cost in ["curve", "valleys", "three", "curve"] {
        session.choose("cost", cost);
        // Asked before it was given time to work.
        assert!(rules.report(&session).rules.is_empty());
        rules.work(&session, 10);
        let dimension = session.subject().dimension();
        let report = rules.report(&session);
        assert_eq!(report.nothing.is_empty(), dimension > 1);
        assert!(
            report
                .rules
                .iter()
                .all(|rule| rule.lines.len() == dimension)
        );
        assert_eq!(rules.comparison().is_some(), dimension > 1);
    }
}

#[test]
fn with_three_parameters_the_third_waits_for_two() {
    let session = open("cost=three");
    let report = report(&session);
    let lines = &report.rules[1].lines;
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2].rule.matches("class=\"moved\"").count(), 2);
}

#[test]
fn ground_without_numbers_gives_sentences() {
    for query in [
        "formula=ln(w)+b&start=-1,1",
        "formula=w^2%2Bb^2&start=1,1&alpha=1e300",
        "cost=saddle&start=2,0.01",
        "formula=0*w%2B0*b",
    ] {
        let mut session = open(query);
        session.advance(100);
        let report = report(&session);
        assert_eq!(report.rules.len(), 2, "{query}");
        run_to_end(&mut session);
        assert_ne!(self::report(&session).verdict, "", "{query}");
    }
}
