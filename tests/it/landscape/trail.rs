use std::rc::Rc;

use downhill::cost::Cost;
use downhill::descent::{Limits, Plan, RULES, Run, norm};
use downhill::landscape::{Trail, TrailPoint};

use super::whole_plane;
use crate::handmade::{bowl, handmade, himmelblau};

fn walk(cost: impl Cost + 'static, alpha: f64, steps: u32, start: &[f64]) -> Run {
    let limits = Limits {
        steps,
        tolerance: 0.0,
        reach: 1e300,
    };
    let plan = Plan {
        rule: &RULES[0],
        batch: None,
        alpha,
        limits,
    };
    Run::new(Rc::new(cost), plan, start)
}

fn empty(pixel: f64) -> Trail {
    Trail::new(whole_plane(), [pixel, pixel])
}

fn trail(run: &mut Run, pixel: f64) -> Trail {
    run.advance_to(u32::MAX);
    let mut trail = empty(pixel);
    trail.extend(run);
    trail
}

/// Whether every so many points one of the run lies within two pixels of the trail's
/// lines.
fn covers(trail: &Trail, run: &Run, pixel: f64, every: u32) -> bool {
    let lines: Vec<[TrailPoint; 2]> = trail
        .points()
        .windows(2)
        .map(|pair| [pair[0], pair[1]])
        .filter(|pair| pair[1].joined)
        .collect();
    let mut all = true;
    run.visit(0, run.computed(), |iteration, point| {
        all &= !iteration.is_multiple_of(every)
            || lines
                .iter()
                .any(|[a, b]| distance_to(a.at, b.at, point) < 2.0 * pixel);
    });
    all
}

fn distance_to(a: [f64; 2], b: [f64; 2], p: &[f64]) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let length = along[0] * along[0] + along[1] * along[1];
    let part = ((p[0] - a[0]) * along[0] + (p[1] - a[1]) * along[1]) / length;
    let part = if length > 0.0 {
        part.clamp(0.0, 1.0)
    } else {
        0.0
    };
    norm(&[p[0] - a[0] - part * along[0], p[1] - a[1] - part * along[1]])
}

#[test]
fn the_first_thousand_points_are_all_kept_and_can_be_cut() {
    let mut run = walk(bowl([1.0, 1.0]), 1e-6, 5000, &[1.0, 1.0]);
    let trail = trail(&mut run, 0.01);
    for (k, point) in trail.points()[..1000].iter().enumerate() {
        assert_eq!(point.iteration, k as u32);
        assert_eq!(point.at, run.point(k as u32)[..]);
        assert_eq!(point.joined, k > 0);
    }
    assert_eq!(trail.until(0).len(), 1);
    assert_eq!(trail.until(500).len(), 501);
    assert_eq!(trail.until(u32::MAX), trail.points());
}

#[test]
fn bouncing_for_ever_takes_no_more_room() {
    let mut run = walk(bowl([1.0, 1.0]), 2.0, 100_000, &[1.0, 1.0]);
    assert!(trail(&mut run, 0.01).points().len() <= 1010);
}

#[test]
fn a_slow_crawl_is_kept_at_half_a_pixel() {
    // From 1 to e⁻² in 2·10⁵ steps along x: about 86 pixels.
    let mut run = walk(bowl([1.0, 1.0]), 1e-5, 200_000, &[1.0, 0.0]);
    let trail = trail(&mut run, 0.01);
    assert!(
        (1100..1250).contains(&trail.points().len()),
        "{}",
        trail.points().len()
    );
    assert!(covers(&trail, &run, 0.01, 499));
}

#[test]
fn a_restless_run_stays_within_bounds_and_is_still_drawn_whole() {
    let mut run = walk(himmelblau(), 0.036, 60_000, &[0.25, -0.5]);
    let thinned = trail(&mut run, 0.01);
    assert!(thinned.points().len() <= 20_000);
    // At a resolution no screen has, far more lines differ than may be kept.
    let thinned = trail(&mut run, 1e-12);
    assert!(thinned.points().len() <= 20_000);
    assert!(
        thinned
            .points()
            .windows(2)
            .all(|pair| pair[0].iteration < pair[1].iteration || !pair[1].joined)
    );
}

#[test]
fn every_step_is_covered_by_a_line() {
    for alpha in [0.01, 0.025, 0.036] {
        let mut run = walk(himmelblau(), alpha, 2000, &[0.25, -0.5]);
        let pixel = 0.05;
        let trail = trail(&mut run, pixel);
        assert!(covers(&trail, &run, pixel, 1));
    }
}

#[test]
fn joined_lines_are_steps_of_the_run_to_within_a_pixel() {
    let mut run = walk(himmelblau(), 0.036, 20_000, &[0.25, -0.5]);
    let pixel = 0.02;
    let trail = trail(&mut run, pixel);
    for pair in trail.points().windows(2).filter(|pair| pair[1].joined) {
        let before = run.point(pair[1].iteration - 1);
        let off = [before[0] - pair[0].at[0], before[1] - pair[0].at[1]];
        assert!(off[0].abs() < pixel && off[1].abs() < pixel);
    }
}

#[test]
fn growing_frame_by_frame_gives_the_same_trail() {
    let mut whole = walk(himmelblau(), 0.036, 30_000, &[0.25, -0.5]);
    let expected = trail(&mut whole, 0.02);
    let mut run = walk(himmelblau(), 0.036, 30_000, &[0.25, -0.5]);
    let mut grown = empty(0.02);
    let mut iteration = 0;
    while run.ending().is_none() {
        grown.extend(&run);
        grown.extend(&run);
        iteration += 777;
        run.advance_to(iteration);
    }
    grown.extend(&run);
    assert_eq!(grown.points(), expected.points());
}

#[test]
fn far_points_are_kept_as_they_are() {
    let mut run = walk(
        handmade(|[x, y]| -x * x - y * y, |[x, y]| [-2.0 * x, -2.0 * y]),
        0.5,
        900,
        &[1.0, 0.0],
    );
    let trail = trail(&mut run, 0.01);
    let last = trail.points()[trail.points().len() - 1];
    assert!(last.at[0] > 1e150);
    assert_eq!(last.at, run.point(run.computed())[..]);
}
