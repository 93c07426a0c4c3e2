use downhill::lab::{Session, tidy};

use super::open;

#[test]
fn moving_one_start_leaves_the_others_and_goes_to_iteration_0() {
    let mut session = open("cost=bowl&start=1,1;2,2");
    session.advance(5);
    session.move_start(1, &[3.0, -1.0]);
    assert_eq!(session.iteration(), 0);
    assert_eq!(session.starts(), [[1.0, 1.0], [3.0, -1.0]]);
    assert!(session.last_walk().is_some());
}

#[test]
fn a_start_that_is_no_point_changes_nothing() {
    let mut session = open("cost=bowl&start=1,1");
    for at in [
        &[1.0][..],
        &[f64::NAN, 0.0],
        &[f64::INFINITY, 0.0],
        &[0.0; 3],
        &[],
    ] {
        session.move_start(0, at);
        session.start_at(at);
        assert!(!session.add_start(at));
    }
    session.move_start(7, &[0.0, 0.0]);
    session.remove_start(0);
    session.select(9);
    assert_eq!(session.starts(), [[1.0, 1.0]]);
    assert!(!session.can_undo());
}

#[test]
fn starts_can_be_added_up_to_twenty_and_removed_down_to_one() {
    let mut session = open("cost=bowl&start=0,1");
    for added in 1..20 {
        assert!(session.add_start(&[f64::from(added), 0.0]));
        assert_eq!(session.selected(), added as usize);
    }
    assert!(!session.add_start(&[0.0, 0.0]));
    for _ in 0..30 {
        session.remove_start(0);
    }
    assert_eq!(session.starts(), [[19.0, 0.0]]);
    assert_eq!(session.selected(), 0);
}

#[test]
fn a_drag_is_undone_as_one_edit_and_two_clicks_as_two() {
    let mut session = open("cost=bowl&start=0,1");
    for x in 1..50 {
        session.move_start(0, &[f64::from(x), 0.0]);
    }
    session.settle();
    session.move_start(0, &[5.0, 5.0]);
    session.settle();
    assert!(session.undo());
    assert_eq!(session.starts(), [[49.0, 0.0]]);
    assert!(session.undo());
    assert_eq!(session.starts(), [[0.0, 1.0]]);
    assert!(!session.undo());
}

#[test]
fn back_to_the_example_is_the_figure_as_it_was_opened() {
    let mut session = open("cost=himmelblau&start=1,1&alpha=0.02");
    let opened = session.link();
    session.move_start(0, &[4.0, 4.0]);
    session.edit("alpha", "0.005");
    assert!(!session.is_example());
    session.example();
    assert_eq!(session.link(), opened);
    assert!(session.is_example());
    session.undo();
    assert_eq!(session.alpha(), 0.005);
}

#[test]
fn a_cost_chosen_in_the_menu_opens_at_its_own_defaults_and_keeps_the_look() {
    let mut session = open("formula=w^2+b^2&start=3,3&alpha=0.2&window=-9,9,-9,9&theme=dark");
    assert_eq!(session.choose("cost", "himmelblau"), []);
    assert_eq!(session.link(), "cost=himmelblau&theme=dark");
    session.choose("data", "houses");
    assert_eq!(session.link(), "data=houses&theme=dark");
    session.undo();
    session.undo();
    session.example();
    assert_eq!(session.starts(), [[3.0, 3.0]]);
}

#[test]
fn random_starts_repeat_with_the_seed_and_lie_in_the_window() {
    let draw = |seed: &str| {
        let mut session = open(&format!("cost=himmelblau&seed={seed}"));
        let drawn = (0..20).map(|_| {
            session.random_start();
            let start = session.starts()[0].clone();
            assert!(session.window().contains([start[0], start[1]]), "{start:?}");
            start
        });
        drawn.collect::<Vec<_>>()
    };
    assert_eq!(draw("5"), draw("5"));
    assert_ne!(draw("5"), draw("6"));
    let mut drawn = draw("1");
    drawn.dedup();
    assert_eq!(drawn.len(), 20);
}

#[test]
fn starts_at_zero_suit_every_number_of_parameters() {
    for cost in downhill::cost::CATALOGUE {
        let mut session: Session = open(&format!("cost={}", cost.id));
        session.zero_start();
        assert!(
            session.starts()[0]
                .iter()
                .all(|coordinate| *coordinate == 0.0)
        );
    }
}

#[test]
fn tidy_numbers_are_short_and_near() {
    assert_eq!(tidy(1.23456, 0.013), 1.23);
    assert_eq!(tidy(-0.06123, 0.002), -0.061);
    assert_eq!(tidy(987654.0, 130.0), 987700.0);
    for (value, resolution) in [(f64::NAN, 1.0), (3.3, 0.0), (3.3, f64::NAN), (3.3, -1.0)] {
        let same = tidy(value, resolution);
        assert!(same == value || value.is_nan());
    }
}

#[test]
fn a_guess_is_a_flag_that_leaves_the_walk_alone() {
    let mut session = open("data=houses&steps=50");
    session.advance(7);
    session.plant_guess(&[200.0, 0.0]);
    assert_eq!(session.iteration(), 7);
    let guess = session.readout().guess.expect("it is planted");
    assert_eq!(guess.point, [200.0, 0.0]);
    let at = session.runs()[0].point(7);
    let apart = libm::hypot(200.0 - at[0], at[1]);
    assert!((guess.distance - apart).abs() < 1e-9, "{guess:?}");
    assert!(session.link().contains("guess=200,0"));

    for at in [&[1.0][..], &[f64::NAN, 0.0], &[0.0; 3]] {
        session.plant_guess(at);
    }
    assert_eq!(session.guess(), Some(&[200.0, 0.0][..]));

    assert!(session.undo());
    assert_eq!((session.guess(), session.iteration()), (None, 7));
}

#[test]
fn a_guess_belongs_to_its_cost() {
    let mut session = open("cost=bowl&guess=1,1");
    session.choose("cost", "himmelblau");
    assert_eq!(session.guess(), None);
    let problems = session.set("guess", Some("1,2,3"));
    assert_eq!(problems[0].key, "guess");
    assert!(problems[0].message.contains("one number for each of x, y"));
}
