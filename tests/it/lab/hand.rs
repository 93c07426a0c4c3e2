//! The compass, steps by hand and the fog, as a session tells of them.

use downhill::lab::{Key, MOST_HAND_STEPS, Session};

use super::{open, run_to_end};

/// Takes steps by hand in these directions.
fn walk(session: &mut Session, directions: &[f64]) {
    for degrees in directions {
        session.edit("direction", &degrees.to_string());
        assert!(session.step_by_hand());
    }
}

#[test]
fn steps_by_hand_leave_the_run_where_it_is_shown_and_are_a_setting() {
    let mut session = open("cost=himmelblau&start=0,0&alpha=0.01");
    assert_eq!(session.readout().hand, None);
    session.advance(3);
    let left = session.readout().runs[0].clone();
    walk(&mut session, &[40.0, 55.5]);
    let hand = session.hand().expect("steps by hand");
    assert_eq!((hand.from, hand.steps()), (3, 2));
    assert_eq!(hand.points[0], left.point);
    let moved: Vec<f64> = (0..2)
        .map(|i| hand.points[1][i] - hand.points[0][i])
        .collect();
    let length = 0.01 * left.gradient_norm;
    assert!((downhill::descent::norm(&moved) - length).abs() < 1e-12);
    assert!((libm::atan2(moved[1], moved[0]).to_degrees() - 40.0).abs() < 1e-9);
    assert!(
        session.link().contains("hand=3,40,55.5"),
        "{}",
        session.link()
    );

    let mut again = open(&session.link());
    assert_eq!(again.hand(), session.hand());
    assert_eq!(again.readout(), session.readout());
    again.seek(0);
    assert_eq!(again.hand(), session.hand(), "the clock does not move them");
}

#[test]
fn a_link_may_stand_before_the_iteration_that_the_steps_leave() {
    let mut walked = open("cost=bowl&start=1,1&at=5");
    walked.advance(0);
    let left = walked.runs()[0].point(5);
    for query in ["hand=5,10", "hand=5,10&at=2", "at=9&hand=5,10"] {
        let session = open(&format!("cost=bowl&start=1,1&{query}"));
        assert_eq!(session.hand().expect("a walk").points[0], left, "{query}");
    }
    // Beyond the run's end it leaves from the end.
    let mut session = open("cost=bowl&start=1,1&hand=900000,10");
    super::run_to_end(&mut session);
    let end = &session.readout().runs[0].point;
    assert_eq!(&session.hand().expect("a walk").points[0], end);
}

#[test]
fn the_reader_stands_at_the_end_of_the_steps_by_hand() {
    let mut session = open("cost=himmelblau&start=0,0&alpha=0.01");
    assert_eq!(session.feet(), [0.0, 0.0]);
    session.advance(2);
    assert_eq!(session.feet(), session.readout().runs[0].point);
    walk(&mut session, &[10.0]);
    let hand = session.readout().hand.expect("steps by hand");
    assert_eq!(session.feet(), hand.point);
    assert_eq!(
        (hand.steps, hand.cost),
        (1, session.subject().cost.value(&hand.point))
    );
    session.advance(5);
    assert_eq!(session.feet(), hand.point);
}

#[test]
fn steps_can_be_taken_back_cleared_and_undone() {
    let mut session = open("cost=himmelblau&start=0,0&alpha=0.01");
    walk(&mut session, &[10.0, 20.0, 30.0]);
    let three = session.hand();
    session.take_hand_back();
    assert_eq!(session.readout().hand.map(|hand| hand.steps), Some(2));
    assert!(session.undo());
    assert_eq!(session.hand(), three);
    session.clear_hand();
    assert_eq!(session.hand(), None);
    assert!(session.undo());
    assert_eq!(session.hand(), three);
    for _ in 0..5 {
        session.take_hand_back();
    }
    assert_eq!(session.hand(), None);
    assert!(!session.link().contains("hand"));
}

#[test]
fn another_start_cost_or_pair_of_axes_drops_them() {
    type Change = fn(&mut Session);
    let changes: [Change; 9] = [
        |session| session.move_start(0, &[2.0, 2.0, 2.0]),
        |session| session.start_at(&[2.0, 2.0, 2.0]),
        |session| assert!(session.add_start(&[2.0, 2.0, 2.0])),
        |session| session.random_start(),
        |session| assert_eq!(session.edit("start", "1,2,3"), []),
        |session| assert_eq!(session.set("axes", Some("b,w1")), []),
        |session| drop(session.set("cost", Some("bowl"))),
        |session| assert_eq!(session.choose("cost", "himmelblau"), []),
        |session| assert_eq!(session.choose("data", "houses"), []),
    ];
    for (index, change) in changes.into_iter().enumerate() {
        let mut session = open("cost=three&start=1,1,1");
        walk(&mut session, &[120.0]);
        change(&mut session);
        assert_eq!(session.hand(), None, "change {index}");
        assert!(!session.link().contains("hand"), "change {index}");
    }
    let mut session = open("cost=three&start=1,1,1");
    walk(&mut session, &[120.0]);
    for (key, value) in [
        ("alpha", "0.01"),
        ("window", "-3,3,-3,3"),
        ("show", "compass"),
        ("steps", "9"),
    ] {
        assert_eq!(session.edit(key, value), []);
        assert!(session.hand().is_some(), "{key}");
    }
}

#[test]
fn steps_by_hand_stay_in_the_plane() {
    let mut session = open("cost=three&start=1,1,1&axes=w1,b");
    walk(&mut session, &[200.0, 210.0]);
    let hand = session.hand().expect("steps by hand");
    assert!(hand.points.iter().all(|point| point[1] == 1.0));
    assert!(
        session.compass().caption.contains("Frozen: w₂"),
        "{}",
        session.compass().caption
    );
}

#[test]
fn odd_steps_by_hand_are_told_and_left_out() {
    for value in ["-1,20", "1.5,20", "", "x", "3;4"] {
        let mut session = Session::new();
        let problems = session.load(&format!("cost=bowl&hand={value}"));
        assert_eq!(problems.len(), 1, "{value}");
        assert_eq!(problems[0].key, "hand");
        assert_eq!(session.hand(), None);
    }
    let many = vec!["5"; MOST_HAND_STEPS + 2].join(",");
    assert_eq!(Session::new().load(&format!("hand={many}")).len(), 1);
    let mut session = open("cost=bowl&start=1,1&hand=0,10");
    assert_eq!(session.set("hand", Some("-3,10")).len(), 1);
    assert!(session.hand().is_some(), "the last good steps stay");
    // No direction yet is no step; one that leads out of the numbers ends the walk.
    assert_eq!(open("cost=bowl&hand=4").hand(), None);
    let session = open("cost=bowl&start=1e300,0&alpha=1e300&hand=0,10,10");
    assert_eq!(session.hand(), None);
}

#[test]
fn there_is_a_most_of_steps_and_flat_ground_has_none() {
    let mut session = open("cost=bowl&start=1,0&alpha=0.001");
    for _ in 0..MOST_HAND_STEPS {
        assert!(session.step_by_hand());
        assert!(session.compass().steps <= MOST_HAND_STEPS);
    }
    assert!(!session.compass().can_step && !session.step_by_hand());
    assert_eq!(open(&session.link()).hand(), session.hand());

    let mut session = open("cost=saddle&start=0,0");
    let compass = session.compass();
    assert!(!compass.can_step && !session.step_by_hand());
    assert!(
        compass.reading.contains("no direction goes down"),
        "{}",
        compass.reading
    );
    assert_eq!((compass.off, compass.steepest), (None, None));
    let undefined = open("formula=ln(x)%2By&start=-1,1").compass();
    assert!(
        undefined.reading.contains("no finite slope"),
        "{}",
        undefined.reading
    );
}

#[test]
fn the_compass_tells_direction_slope_and_how_far_off_it_is() {
    // On x² + y² at (3, 4) the gradient is (6, 8): steepest is 233.13°.
    let mut session = open("formula=x^2%2By^2&start=3,4&alpha=0.1&direction=-126.87");
    let compass = session.compass();
    assert!((compass.slope + 10.0).abs() < 1e-9);
    assert!((compass.step_length - 1.0).abs() < 1e-12);
    assert_eq!(
        compass.reading,
        "233.1°, towards smaller x and smaller y: slope −10, downhill."
    );
    assert!(compass.answer.starts_with("Yes"), "{}", compass.answer);
    assert_eq!(
        compass.step,
        "A step is α‖∇J‖ = 0.1 · 10 = 1 long, whichever way it goes."
    );
    for (degrees, answer) in [
        ("229.13", "No: you are 4° off. Turn anticlockwise."),
        ("237.13", "No: you are 4° off. Turn clockwise."),
        ("53.13", "No: you are 180° off. Turn"),
    ] {
        session.edit("direction", degrees);
        let found = session.compass().answer;
        assert!(found.starts_with(answer), "{degrees}: {found}");
    }
    session.edit("direction", "143.13");
    assert!(session.compass().reading.ends_with("level, or nearly."));
    session.edit("direction", "0");
    assert_eq!(
        session.compass().reading,
        "0°, towards larger x: slope 6, uphill."
    );
}

#[test]
fn one_parameter_has_a_compass_with_two_directions() {
    let mut session = open("cost=curve&start=1.5&alpha=0.01&direction=130");
    let compass = session.compass();
    assert_eq!(compass.direction, 180.0);
    assert!(
        compass
            .reading
            .starts_with("180°, towards smaller w: slope"),
        "{}",
        compass.reading
    );
    assert!(compass.step.contains("α|dJ/dw|"), "{}", compass.step);
    assert!(session.step_by_hand());
    let hand = session.hand().expect("a step");
    assert!(hand.points[1][0] < hand.points[0][0]);
}

#[test]
fn the_two_ways_down_are_compared_once_the_fog_lifts() {
    let mut session = open("cost=bowl&start=1,1&show=compass,fog&tolerance=0.1");
    assert_eq!(session.compass().against, "");
    // Straight down the bowl by hand: what the algorithm does.
    for _ in 0..200 {
        let Some(steepest) = session.compass().steepest else {
            break;
        };
        session.edit("direction", &steepest.to_string());
        assert!(session.step_by_hand());
        if session.compass().step_length <= 0.1 * session.alpha() {
            break;
        }
    }
    assert_eq!(session.compass().against, "", "in fog nothing is told");
    session.edit("show", "compass");
    run_to_end(&mut session);
    let steps = session.readout().iteration;
    let against = session.compass().against;
    assert!(
        against.starts_with(&format!("By hand: {steps} steps to J ")),
        "{against}"
    );
    assert!(
        against
            .contains("is at most the tolerance 0.1. The ground is flat here and rises all around")
    );
    assert!(
        against.contains(&format!(
            "The algorithm from the same place: {steps} steps to J "
        )),
        "{against}"
    );
    session.take_hand_back();
    assert!(session.compass().against.contains("you are not there yet"));
}

#[test]
fn fog_hides_what_would_tell_of_the_ground_and_forgets_nothing() {
    let mut session = open("show=basic,compass,hill,fog&hand=0,40");
    for id in [
        "minima",
        "path",
        "arrow",
        "ghost",
        "values",
        "cost-curve",
        "hill",
    ] {
        assert!(!session.shows(id), "{id}");
        assert!(session.asks(id), "{id}");
    }
    for id in ["field", "contours", "compass", "fog"] {
        assert!(session.shows(id), "{id}");
    }
    session.advance(4);
    let report = session.report();
    let run = &report.runs[0];
    for text in [&report.caption, &report.description, &report.live] {
        assert!(
            !text.contains(&run.values) && !text.contains(&run.cost),
            "{text}"
        );
    }
    assert!(
        report
            .description
            .contains("You stand after 1 step by hand")
    );
    session.edit("show", "basic,compass,hill");
    assert!(session.shows("minima") && session.shows("hill"));
    assert!(
        session
            .report()
            .caption
            .contains("dashed line with squares")
    );
}

#[test]
fn in_fog_a_click_moves_no_start_unless_it_is_asked_to() {
    for (link, does) in [
        ("show=fog", "nothing"),
        ("show=fog&click=start", "start"),
        ("show=basic", "start"),
    ] {
        let session = open(link);
        assert_eq!(session.setting(Key::Click), does, "{link}");
        assert_eq!(session.link().contains("click"), link.contains("click"));
    }
}
