//! Rain: many walkers at the shared clock.

use downhill::descent::{Limits, Plan, Run, find_rule};
use downhill::lab::Session;
use downhill::landscape::{Fate, Rest};

use super::open;

/// Runs a figure until every run and all rain has ended.
fn rain_out(session: &mut Session) {
    while !session.is_finished() {
        session.advance(1000);
    }
    assert_eq!(session.advance(1), 0);
}

fn fates(session: &Session) -> Vec<Fate> {
    let rain = session.rain().expect("it rains");
    let clock = session.iteration();
    (0..rain.drops())
        .map(|walker| rain.fate(walker, clock))
        .collect()
}

#[test]
fn it_rains_only_where_asked_and_not_in_fog() {
    for (show, rains) in [
        ("basic", false),
        ("rain", true),
        ("all", true),
        ("rain,fog", false),
    ] {
        assert_eq!(
            open(&format!("show={show}")).rain().is_some(),
            rains,
            "{show}"
        );
    }
}

#[test]
fn the_map_tells_of_the_rain_and_the_rain_of_where_it_falls() {
    let mut session = open("cost=bowl&show=rain&window=-1,2,-3,4");
    for text in [session.report().caption, session.report().description] {
        assert!(text.contains("the 300 walkers of the rain"), "{text}");
    }
    let report = session.rain_report().expect("it rains");
    assert!(report.caption.contains("w −1 to 2, b −3 to 4 (seed 1)"));
    rain_out(&mut session);
    assert!(session.report().caption.contains("It has rained"));
    assert!(!open("cost=bowl").report().caption.contains("rain"));
}

#[test]
fn three_hundred_walkers_walk_as_runs_do() {
    let mut session = open("cost=valleys&show=path,rain&alpha=0.1&rule=sequential&seed=7");
    rain_out(&mut session);
    let rain = session.rain().expect("it rains");
    assert_eq!(rain.drops(), 300);
    let plan = Plan {
        rule: find_rule("sequential").expect("a rule"),
        alpha: 0.1,
        batch: None,
        limits: Limits {
            steps: 1000,
            tolerance: 1e-6,
            reach: 6e6,
        },
    };
    for walker in [0, 1, 17, 299] {
        assert!(
            session
                .window()
                .contains([rain.start(walker)[0], rain.start(walker)[1]])
        );
        let mut run = Run::new(session.subject().cost.clone(), plan, rain.start(walker));
        for clock in [0, 1, 30, u32::MAX] {
            run.advance_to(clock);
            assert_eq!(
                rain.points(clock)[2 * walker..2 * walker + 2],
                run.point(clock)
            );
        }
    }
}

#[test]
fn the_clock_goes_on_until_the_last_walker_and_the_contract_keeps_the_runs() {
    let mut dry = open("cost=bowl&start=0.1,0");
    super::run_to_end(&mut dry);
    let mut wet = open("cost=bowl&start=0.1,0&show=rain");
    rain_out(&mut wet);
    assert!(wet.iteration() > dry.iteration());
    assert_eq!(wet.readout().runs, dry.readout().runs);
    assert_eq!(wet.furthest(), wet.iteration());
    let last = wet.iteration();
    wet.seek(last - 1);
    assert!(!wet.is_finished() && fates(&wet).contains(&Fate::Walking));
    // Without rain the clock is where the last run ends.
    wet.edit("show", "basic");
    assert_eq!(wet.iteration(), dry.iteration());
    assert!(wet.is_finished());
}

#[test]
fn a_link_shows_the_same_rain() {
    let mut walked = open("cost=himmelblau&show=rain&seed=3");
    walked.advance(40);
    let opened = open(&walked.link());
    assert_eq!(opened.iteration(), 40);
    let points = |session: &Session| session.rain().map(|rain| rain.points(session.iteration()));
    assert_eq!(points(&walked), points(&opened));
    let other = open("cost=himmelblau&show=rain&seed=4&at=40");
    assert_ne!(points(&walked), points(&other));
}

#[test]
fn rain_that_is_far_behind_is_computed_in_slices() {
    let mut session = open("cost=rosenbrock&show=rain&at=400");
    assert_eq!(session.iteration(), 400);
    let behind = |session: &Session| session.rain().is_some_and(|rain| rain.is_behind());
    assert!(behind(&session));
    let mut slices = 0;
    while session.catch_rain() {
        assert_eq!(session.iteration(), 400);
        slices += 1;
    }
    assert!((2..20).contains(&slices), "{slices}");
    assert_eq!((session.iteration(), behind(&session)), (400, false));
    // Asked for more than there is, the clock comes back to the last end.
    let mut session = open("cost=bowl&show=rain&at=900");
    while session.catch_rain() {}
    let mut walked = open("cost=bowl&show=rain");
    rain_out(&mut walked);
    assert_eq!(session.iteration(), walked.iteration());
}

#[test]
fn changes_and_undo_let_it_rain_anew() {
    let mut session = open("cost=valleys&show=rain");
    session.advance(30);
    let start = |session: &Session| session.rain().map(|rain| rain.start(5).to_vec());
    let first = start(&session);
    session.edit("window", "0,1,0,1");
    assert_eq!(session.iteration(), 30);
    assert!(start(&session).is_some_and(|at| at.iter().all(|c| (0.0..1.0).contains(c))));
    session.undo();
    assert_eq!((start(&session), session.iteration()), (first.clone(), 30));
    session.edit("alpha", "0.02");
    assert_eq!((start(&session), session.iteration()), (first.clone(), 30));
    session.reset();
    assert_eq!((start(&session), session.iteration()), (first, 0));
}

#[test]
fn every_walker_is_counted_once_for_what_became_of_it() {
    let ended = |link: &str| {
        let mut session = open(link);
        rain_out(&mut session);
        let fates = fates(&session);
        assert!(!fates.contains(&Fate::Walking));
        fates
    };
    let count = |fates: &[Fate], fate: Fate| fates.iter().filter(|&&f| f == fate).count();
    let valley = |index| Fate::Rest(Rest::Valley(index));

    let fates = ended("cost=valleys&show=rain");
    assert_eq!(count(&fates, valley(0)) + count(&fates, valley(1)), 300);
    assert!(count(&fates, valley(0)) > 50 && count(&fates, valley(1)) > 50);
    // At α 0.5 only the shallow valley holds walkers; in the deep one, the first of the
    // data sheet, they bounce.
    let fates = ended("cost=valleys&show=rain&alpha=0.5");
    assert!(count(&fates, Fate::Limit) > 50 && count(&fates, valley(0)) == 0);
    let fates = ended("cost=saddle&show=rain");
    assert_eq!(count(&fates, Fate::Diverged), 300);
    let fates = ended("formula=ln(x)%2B1%2Fx&show=rain&window=-2,2,-1,3&start=1&steps=50000");
    let lost = count(&fates, Fate::NoGround);
    assert!((100..200).contains(&lost), "{lost}");
    let fates = ended("cost=plateau&show=rain");
    assert!(count(&fates, Fate::Rest(Rest::NearlyFlat)) > 10);
}

#[test]
fn three_parameters_and_data_are_rained_on_too() {
    for link in [
        "cost=three&show=rain",
        "cost=three&show=rain&axes=b,w2",
        "cost=curve&show=rain",
    ] {
        let mut session = open(link);
        rain_out(&mut session);
        assert!(
            fates(&session)
                .iter()
                .all(|fate| matches!(fate, Fate::Rest(_))),
            "{link}"
        );
    }
    let mut session = open("data=houses&show=rain&steps=3000");
    rain_out(&mut session);
    assert!(
        fates(&session)
            .iter()
            .all(|fate| *fate == Fate::Rest(Rest::Valley(0)))
    );
    assert_eq!(session.rain().map(|rain| rain.valleys().len()), Some(1));
}

#[test]
fn rain_ends_on_every_cost() {
    for cost in downhill::cost::CATALOGUE {
        let mut session = open(&format!("cost={}&show=rain&steps=1500", cost.id));
        let mut calls = 0;
        while !session.is_finished() {
            session.advance(16 << (calls % 6));
            calls += 1;
            assert!(calls < 2000, "{}", cost.id);
        }
        assert!(!fates(&session).contains(&Fate::Walking), "{}", cost.id);
    }
}
