//! A crowd is so many runs, in less memory.

use std::rc::Rc;

use downhill::cost::{Cost, find_cost};
use downhill::descent::{Crowd, Run};

use super::plan;

/// Starts spread over a square by the additive recurrence of the golden ratio and its
/// square root.
fn starts(count: u32, half: f64) -> Vec<Vec<f64>> {
    let place = |part: f64| half * (2.0 * (part - part.floor()) - 1.0);
    (1..=count)
        .map(|index| {
            let index = f64::from(index);
            vec![
                place(index * 0.618_033_988_75),
                place(index * 0.754_877_666_25),
            ]
        })
        .collect()
}

fn cost(id: &str) -> Rc<dyn Cost> {
    Rc::new(find_cost(id).expect("in the catalogue").cost())
}

#[test]
fn every_walker_is_a_run_to_the_bit_forwards_and_backwards() {
    // Some converge, some go off, some bounce until the limit.
    for (id, rule, alpha) in [
        ("valleys", "simultaneous", 0.08),
        ("valleys", "sequential", 0.5),
        ("saddle", "simultaneous", 0.1),
        ("himmelblau", "simultaneous", 0.02),
    ] {
        let (cost, plan) = (cost(id), plan(rule, alpha, 700, 1e-6));
        let starts = starts(40, 4.0);
        let mut crowd = Crowd::new(Rc::clone(&cost), plan, &starts);
        crowd.advance_to(u32::MAX);
        assert!(crowd.is_finished() && crowd.walking() == 0);
        let mut runs: Vec<Run> = starts
            .iter()
            .map(|start| Run::new(Rc::clone(&cost), plan, start))
            .collect();
        let last = runs.iter_mut().map(|run| run.advance_to(u32::MAX)).max();
        assert_eq!(Some(crowd.computed()), last);
        for iteration in [0, 1, 2, 13, 64, 255, 256, 257, 699, 700, u32::MAX] {
            let points = crowd.points(iteration);
            for (index, run) in runs.iter().enumerate() {
                let bits = |point: &[f64]| point.iter().map(|c| c.to_bits()).collect::<Vec<_>>();
                let at = &points[2 * index..2 * index + 2];
                assert_eq!(
                    bits(at),
                    bits(&run.point(iteration)),
                    "{id} {index} {iteration}"
                );
                assert_eq!(crowd.ending(index), run.ending());
            }
        }
    }
}

#[test]
fn a_long_crowd_is_found_again_at_any_iteration() {
    let cost = cost("rosenbrock");
    let plan = plan("simultaneous", 0.001, 20_000, 1e-9);
    let starts = starts(300, 1.0);
    let mut crowd = Crowd::new(Rc::clone(&cost), plan, &starts);
    // Asked for step by step as a clock does, and once beyond.
    for iteration in (0..5000).step_by(999) {
        crowd.advance_to(iteration);
    }
    let mut run = Run::new(cost, plan, &starts[123]);
    run.advance_to(crowd.computed());
    for iteration in [0, 1, 873, 874, 3995, 3996] {
        assert_eq!(crowd.points(iteration)[246..248], run.point(iteration));
    }
    assert_eq!(crowd.start(123), starts[123]);
}

#[test]
fn nobody_is_a_crowd_that_has_ended() {
    let mut crowd = Crowd::new(cost("bowl"), plan("simultaneous", 0.1, 9, 1e-6), &[]);
    assert_eq!(crowd.advance_to(9), 0);
    assert!(crowd.is_finished() && crowd.is_empty() && crowd.points(3).is_empty());
}
