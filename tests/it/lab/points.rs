//! Rows of the data that are added, moved and taken away one by one.

use downhill::lab::{Key, MOST_DOTS, Session};
use proptest::prelude::*;

use super::{open, run_to_end};

/// Everything that a link does not tell of a figure, and the link.
fn moment(session: &Session) -> String {
    let rows: Vec<&[f64]> = (0..session.point_count())
        .filter_map(|row| session.point(row))
        .collect();
    format!(
        "{} {:?} {rows:?} {} {}",
        session.link(),
        session.readout(),
        session.can_undo(),
        session.is_example()
    )
}

/// The settings that editing points must leave as they are.
fn kept(session: &Session) -> Vec<String> {
    let keys = [
        Key::Cost,
        Key::Loss,
        Key::Degree,
        Key::Hidden,
        Key::Activation,
        Key::Start,
        Key::Alpha,
        Key::Rule,
        Key::Axes,
        Key::Window,
        Key::Steps,
        Key::Tolerance,
    ];
    keys.map(|key| session.setting(key)).to_vec()
}

#[test]
fn a_moved_point_changes_j_and_nothing_else() {
    for link in [
        "data=houses",
        "data=houses&loss=huber&delta=20",
        "data=stopping",
        "data=engel&alpha=0.2",
        "data=houses&batch=3&alpha=0.01",
        "data=orings",
        "data=xor",
        "data=circles",
        "cost=network&data=stopping&hidden=3",
        "data=stopping&cost=polynomial&degree=3&rule=sequential",
        "data=size [m²],price [€];50,200;60,240;85,250",
    ] {
        let mut session = open(link);
        let before = kept(&session);
        let gradient = session.readout().runs[0].gradient.clone();
        let names = session.subject().fit.as_ref().unwrap().table().columns();
        let names = names.to_vec();
        let mut row = session.point(2).unwrap().to_vec();
        row[0] += 0.5;
        assert_eq!(session.points_barred(), None, "{link}");
        assert_eq!(session.move_point(2, &row), Ok(()), "{link}");
        assert_eq!(session.point(2), Some(&row[..]), "{link}");
        let mut after = kept(&session);
        // Built-in data bring their model without its being asked for.
        after[0] = before[0].clone();
        assert_eq!(after, before, "{link}");
        let fit = session.subject().fit.as_ref().unwrap();
        assert_eq!(fit.table().columns(), names, "{link}");
        assert_ne!(session.readout().runs[0].gradient, gradient, "{link}");
        let again = open(&session.link());
        assert_eq!(again.readout(), session.readout(), "{link}");
        assert!(session.undo());
        assert_eq!(session.readout().runs[0].gradient, gradient, "{link}");
        assert!(!session.undo());
    }
}

#[test]
fn the_best_line_follows_the_points() {
    // Through (1, 1), (2, 2), (3, 3) runs w = 1, b = 0; with (3, 6) for the last the normal
    // equations give w = 5/2, b = −2.
    let mut session = open("data=1,1;2,2;3,3&alpha=0.2&tolerance=1e-9&steps=20000");
    let at = |session: &Session| session.readout().runs[0].point.clone();
    run_to_end(&mut session);
    assert!((at(&session)[0] - 1.0).abs() < 1e-7 && at(&session)[1].abs() < 1e-7);
    assert_eq!(session.move_point(2, &[3.0, 6.0]), Ok(()));
    assert!(
        session.is_finished(),
        "a walk at its end goes to its new end"
    );
    assert!((at(&session)[0] - 2.5).abs() < 1e-7, "{:?}", at(&session));
    assert!((at(&session)[1] + 2.0).abs() < 1e-7);
    // (4, 0) more: w = 0.5/5, b = 2.25 − 2.5 w.
    assert_eq!(session.add_point(&[4.0, 0.0]), Ok(3));
    assert!((at(&session)[0] - 0.1).abs() < 1e-6, "{:?}", at(&session));
    assert!((at(&session)[1] - 2.0).abs() < 1e-6);
}

#[test]
fn the_clock_stays_where_it_stood() {
    let mut session = open("data=houses");
    session.advance(7);
    let before = session.readout();
    assert_eq!(session.move_point(0, &[1.2, 260.0]), Ok(()));
    assert_eq!(session.iteration(), 7);
    assert!(
        session.last_walk().is_some(),
        "the walk before stays faintly"
    );
    session.move_point(0, &[1.3, 260.0]).unwrap();
    assert!(session.last_walk().is_some());
    assert!(session.undo());
    assert_eq!(session.readout(), before);
    assert_eq!(session.iteration(), 7);

    run_to_end(&mut session);
    let before = session.readout();
    session.move_point(5, &[3.0, 900.0]).unwrap();
    assert!(session.is_finished());
    assert!(session.undo());
    assert!(session.is_finished());
    assert_eq!(session.readout(), before);
}

#[test]
fn a_drag_is_one_edit_and_adding_and_deleting_are_one_each() {
    let mut session = open("data=houses");
    let first = moment(&session);
    for y in 0..30 {
        session.move_point(1, &[1.7, 300.0 + f64::from(y)]).unwrap();
    }
    session.settle();
    let dragged = moment(&session);
    assert_eq!(session.add_point(&[1.5, 310.0]), Ok(6));
    let added = moment(&session);
    assert_eq!(session.remove_point(0), Ok(()));
    assert_eq!(session.point_count(), 6);
    for expected in [added, dragged, first] {
        assert!(session.undo());
        assert_eq!(moment(&session), expected);
    }
    assert!(!session.can_undo());
}

#[test]
fn what_has_no_cost_is_refused_and_changes_nothing() {
    let mut session = open("data=1,2;3,4");
    let before = moment(&session);
    for bad in [
        &[f64::NAN, 1.0][..],
        &[1.0, f64::INFINITY],
        &[1e101, 1.0],
        &[1.0],
        &[1.0, 2.0, 3.0],
        &[],
    ] {
        assert!(session.move_point(0, bad).is_err(), "{bad:?}");
        assert!(session.add_point(bad).is_err(), "{bad:?}");
    }
    assert!(session.move_point(2, &[1.0, 2.0]).is_err());
    assert!(session.remove_point(2).is_err());
    assert_eq!(moment(&session), before);
    session.remove_point(0).unwrap();
    let told = session.remove_point(0).unwrap_err();
    assert!(told.contains("last point"), "{told}");
    assert_eq!(session.point(0), Some(&[3.0, 4.0][..]));

    let mut session = open("data=orings");
    let before = moment(&session);
    let told = session.move_point(0, &[0.0, 1.5]).unwrap_err();
    assert!(told.contains("from 0 to 1"), "{told}");
    assert_eq!(moment(&session), before);
}

#[test]
fn points_are_edited_only_where_they_are_drawn() {
    let barred = |link: &str| open(link).points_barred().unwrap_or_default();
    assert!(barred("cost=bowl").contains("no data"));
    assert!(barred("data=penguins").contains("predictions"));
    assert!(barred("data=houses&standardise=on").contains("standardised"));
    let rows = |count: usize| {
        let rows = (0..count).map(|row| format!("{row},1;"));
        format!("data={}", rows.collect::<String>())
    };
    assert_eq!(barred(&rows(MOST_DOTS)), "");
    assert!(barred(&rows(MOST_DOTS + 1)).contains("at most 3000"));
    let mut full = open(&rows(MOST_DOTS));
    assert!(full.add_point(&[1.0, 2.0]).is_err());
    assert_eq!(full.point_count(), MOST_DOTS);
    let mut session = open("data=penguins");
    let before = moment(&session);
    assert!(session.move_point(0, &[0.0, 0.0, 1.0]).is_err());
    assert!(session.add_point(&[0.0, 0.0, 1.0]).is_err());
    assert!(session.remove_point(0).is_err());
    assert_eq!(moment(&session), before);
}

#[test]
fn the_example_comes_back_after_edits() {
    let mut session = open("data=houses&controls=all");
    let link = session.link();
    session.move_point(0, &[0.5, 100.0]).unwrap();
    assert!(!session.is_example());
    session.example();
    assert_eq!(session.link(), link);
    assert!(session.is_example());
}

/// What a reader may do.
#[derive(Clone, Debug)]
enum Act {
    Move(usize, f64, f64),
    Add(f64, f64),
    Remove(usize),
    Settle,
    Advance(u32),
    Seek(u32),
    Alpha(f64),
    Start(f64, f64),
    Undo,
}

fn act() -> impl Strategy<Value = Act> {
    let number = -50.0..50.0_f64;
    prop_oneof![
        4 => (0..8_usize, number.clone(), number.clone()).prop_map(|(row, x, y)| Act::Move(row, x, y)),
        2 => (number.clone(), number.clone()).prop_map(|(x, y)| Act::Add(x, y)),
        2 => (0..8_usize).prop_map(Act::Remove),
        2 => Just(Act::Settle),
        1 => (0..40_u32).prop_map(Act::Advance),
        1 => (0..40_u32).prop_map(Act::Seek),
        1 => (0.001..0.1_f64).prop_map(Act::Alpha),
        1 => (number.clone(), number).prop_map(|(w, b)| Act::Start(w, b)),
        1 => Just(Act::Undo),
    ]
}

/// Takes one act; gives whether it can be undone on its own.
fn take(session: &mut Session, act: &Act) {
    match *act {
        Act::Move(row, x, y) => drop(session.move_point(row, &[x, y])),
        Act::Add(x, y) => drop(session.add_point(&[x, y])),
        Act::Remove(row) => drop(session.remove_point(row)),
        Act::Settle => session.settle(),
        Act::Advance(steps) => drop(session.advance(steps)),
        Act::Seek(iteration) => session.seek(iteration),
        Act::Alpha(alpha) => {
            session.settle();
            drop(session.edit("alpha", &alpha.to_string()));
            session.settle();
        }
        Act::Start(w, b) => session.start_at(&[w, b]),
        Act::Undo => drop(session.undo()),
    }
}

fn links() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("data=houses"),
        Just("data=1,2;2,1;4,4"),
        Just("data=0,0;1,1&cost=polynomial&degree=2&loss=huber"),
        Just("data=houses&loss=absolute&start=10,10;20,5"),
        Just("data=houses&batch=4&seed=3"),
        Just("data=0,1;1,-1;2,1&cost=network&hidden=1&at=3"),
    ]
}

/// The settings but for the clock, which undo moves where other than points were changed.
fn without_clock(session: &Session) -> Vec<(&'static str, String)> {
    let settings = session.settings().into_iter();
    settings.filter(|(key, _)| *key != "at").collect()
}

/// Where each run stands. A link of iteration 0 does not tell that a step was tried there.
fn places(session: &Session) -> String {
    let runs = session.readout().runs.into_iter();
    let runs = runs.map(|run| (run.iteration, run.point, run.cost, run.gradient));
    format!("{:?}", runs.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_on_the_way_comes_back_by_its_link_and_all_by_undo(
        link in links(), acts in proptest::collection::vec(act(), 1..25),
    ) {
        let mut session = open(link);
        let first = (without_clock(&session), session.starts());
        for act in &acts {
            take(&mut session, act);
            let mut again = Session::new();
            prop_assert_eq!(again.load(&session.link()), []);
            prop_assert_eq!(places(&again), places(&session));
            prop_assert_eq!(again.link(), session.link());
        }
        while session.undo() {}
        prop_assert_eq!((without_clock(&session), session.starts()), first);
    }

    #[test]
    fn undo_gives_each_figure_back_bit_for_bit(
        link in links(), steps in 0..60_u32, acts in proptest::collection::vec(act(), 1..25),
    ) {
        let mut session = open(link);
        session.advance(steps);
        let mut before = Vec::new();
        let edits = |act: &&Act| matches!(act, Act::Move(..) | Act::Add(..) | Act::Remove(_));
        for act in acts.iter().filter(edits) {
            let (moment, link) = (moment(&session), session.link());
            take(&mut session, act);
            session.settle();
            if session.link() != link {
                before.push(moment);
            }
        }
        for expected in before.into_iter().rev() {
            prop_assert!(session.undo());
            prop_assert_eq!(moment(&session), expected);
        }
        prop_assert!(!session.can_undo());
    }
}
