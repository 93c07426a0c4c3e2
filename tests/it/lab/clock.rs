use downhill::lab::Session;

use super::{open, run_to_end};

#[test]
fn nothing_has_stopped_before_a_step_is_tried() {
    // The saddle's centre is flat: the first step finds that out.
    let mut session = open("cost=saddle&start=0,0");
    assert_eq!(session.readout().runs[0].stopped, None);
    assert_eq!(session.advance(1), 0);
    assert_eq!(session.readout().runs[0].stopped, Some("converged"));
    assert_eq!(session.iteration(), 0);
    session.reset();
    assert_eq!(session.readout().runs[0].stopped, None);
}

#[test]
fn each_run_shows_the_shared_iteration_or_its_own_end() {
    let mut session = open("cost=bowl&start=1,1;0,0&steps=50");
    assert_eq!(session.advance(3), 3);
    let readout = session.readout();
    assert_eq!((readout.iteration, readout.runs[0].iteration), (3, 3));
    assert_eq!(
        (readout.runs[1].iteration, readout.runs[1].stopped),
        (0, Some("converged"))
    );
}

#[test]
fn stepping_back_shows_the_very_same_numbers() {
    let mut session = open("cost=rosenbrock&steps=5000");
    let mut forwards = Vec::new();
    for _ in 0..40 {
        forwards.push(session.readout());
        session.advance(100);
    }
    for (index, seen) in forwards.iter().enumerate().rev() {
        session.seek(100 * index as u32);
        assert_eq!(&session.readout(), seen);
    }
    session.seek(u32::MAX);
    assert_eq!(session.iteration(), 4000);
}

#[test]
fn one_step_at_a_time_and_all_at_once_end_alike() {
    let mut walked = open("cost=himmelblau&start=0,0");
    while walked.advance(1) > 0 {}
    let mut ran = open("cost=himmelblau&start=0,0");
    run_to_end(&mut ran);
    assert_eq!(walked.readout(), ran.readout());
}

#[test]
fn changing_alpha_keeps_the_iteration_and_changing_the_cost_does_not() {
    let mut session = open("cost=bowl&start=1,1&alpha=0.01");
    session.advance(10);
    session.set("alpha", Some("0.02"));
    assert_eq!(session.iteration(), 10);
    assert_eq!(
        session.readout(),
        open("cost=bowl&start=1,1&alpha=0.02&at=10").readout()
    );
    session.set("alpha", Some("0.5"));
    let readout = session.readout();
    // w² + b² has curvature 2: at α = 1/2 one step leads to the minimum.
    assert_eq!(
        (readout.runs[0].iteration, readout.runs[0].stopped),
        (1, Some("converged"))
    );
    session.set("cost", Some("himmelblau"));
    assert_eq!(session.iteration(), 0);
}

#[test]
fn looking_elsewhere_leaves_runs_alone() {
    let mut session = open("cost=himmelblau");
    session.advance(7);
    let before = session.readout();
    for (key, value) in [
        ("window", "0,1,0,1"),
        ("axes", "y,x"),
        ("show", "path"),
        ("theme", "dark"),
        ("size", "projector"),
        ("controls", "all"),
        ("speed", "3"),
    ] {
        assert_eq!(session.set(key, Some(value)), []);
        assert_eq!(session.readout(), before, "{key}");
    }
}

#[test]
fn a_million_steps_are_a_million_steps() {
    let mut session = Session::new();
    session.load("formula=w^2+b^2&alpha=1&start=1,0&steps=1000000");
    assert_eq!(session.advance(u32::MAX), 1_000_000);
    let readout = session.readout();
    assert_eq!(readout.runs[0].stopped, Some("step limit"));
    // At α = 2/λ the walk jumps between w and −w for ever.
    assert_eq!(readout.runs[0].point, [1.0, 0.0]);
    session.seek(999_999);
    assert_eq!(session.readout().runs[0].point, [-1.0, 0.0]);
}
