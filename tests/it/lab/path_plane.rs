//! The plane through start, now and minimum: what its points are, and what is said of them.

use downhill::descent::StopReason;
use downhill::descent::distance;
use downhill::lab::Session;
use downhill::lab::instruments::{PathPlane, Pose, Side, Target};

use super::{open, run_to_end};

/// Costs of more than two parameters, of every kind.
const LINKS: [&str; 9] = [
    "cost=three",
    "data=xor",
    "data=stopping",
    "data=stopping&batch=5&steps=300",
    "cost=polynomial&data=houses&degree=3&standardise=on",
    "cost=logistic&data=0.5,1,0;1,2,1;2,1,0;3,0.5,1;1.5,1.5,1",
    "data=1,2,3;2,1,5;3,5,2;4,4,4;5,1,9",
    "loss=huber&data=1,2,3;2,1,5;3,5,2;4,4,4;5,1,9&alpha=0.02",
    "formula=a^2%2B2b^2%2B3c^2%2B4d^2%2Bf^2%2B2g^2%2B3h^2%2B4k^2%2Bl^2%2B2m^2%2B3n^2%2B4p^2&start=1,2,3,4,5,6,7,8,9,10,11,12&alpha=0.05",
];

/// The plane with its third point found.
fn found(session: &Session) -> PathPlane {
    let mut plane = PathPlane::default();
    while plane.work(session, 5000) {}
    plane
}

fn posed(session: &Session) -> Pose {
    found(session).pose(session).expect("a plane")
}

#[test]
fn start_now_and_third_point_lie_in_the_plane_for_every_kind_of_cost() {
    for link in LINKS {
        for rule in ["simultaneous", "sequential"] {
            let mut session = open(&format!("{link}&rule={rule}"));
            for _ in 0..12 {
                let pose = posed(&session);
                let readout = &session.readout().runs[0];
                let length = pose.bearing.length();
                assert_eq!(pose.points[0], session.starts()[0], "{link}");
                assert_eq!(pose.points[1], readout.point, "{link}");
                for at in &pose.points {
                    assert!(pose.plane.distance(at) <= 1e-9 * length, "{link}");
                }
                let [start, now, third] = pose.points.each_ref().map(|at| pose.plane.project(at));
                assert!(libm::hypot(start[0], start[1]) <= 1e-9 * length);
                assert!((third[0] - length).abs() + third[1].abs() <= 1e-9 * length);
                assert!(now[1] >= -1e-9 * length, "the walker's side is up");
                // Distances on the picture are those in the space of parameters.
                let apart = libm::hypot(now[0] - third[0], now[1] - third[1]);
                let really = distance(&pose.points[1], &pose.points[2]);
                assert!((apart - really).abs() <= 1e-9 * length, "{link}");
                if session.advance(7) == 0 {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_third_point_found_is_where_the_run_really_ends() {
    for link in LINKS {
        let mut session = open(link);
        let early = found(&session).target(&session).cloned().expect("found");
        run_to_end(&mut session);
        let readout = &session.readout().runs[0];
        let ending = session.runs()[0].ending().expect("an end");
        match early {
            // Rounding apart, the run ends there too.
            Target::Minimum(at) => {
                let cost = session.subject().cost.as_ref();
                assert!(cost.value(&at) <= readout.cost, "{link}");
                assert!(session.subject().known_minima().contains(&at.as_slice()));
            }
            Target::Rest(at, steps) => {
                assert!(
                    matches!(ending.reason, StopReason::Converged { .. }),
                    "{link}"
                );
                assert_eq!(
                    (at, steps),
                    (readout.point.clone(), readout.iteration),
                    "{link}"
                );
            }
            Target::Limit(at, steps) => {
                assert!(
                    matches!(ending.reason, StopReason::StepLimit { .. }),
                    "{link}"
                );
                assert_eq!(
                    (at, steps),
                    (readout.point.clone(), readout.iteration),
                    "{link}"
                );
            }
            Target::Nowhere(_) => panic!("{link} diverges"),
        }
    }
}

#[test]
fn a_search_in_slices_finds_what_one_at_once_finds() {
    let session = open("data=xor&at=3");
    let mut slices = PathPlane::default();
    let mut count = 0;
    while slices.work(&session, 40) {
        assert_eq!(slices.pose(&session), None);
        assert!(slices.report(&session).nothing.contains("followed on"));
        count += 1;
    }
    assert!(count > 5, "{count}");
    assert_eq!(slices.pose(&session), found(&session).pose(&session));
    // No step of the session's own was taken.
    assert_eq!((session.iteration(), session.furthest()), (3, 3));
}

#[test]
fn at_the_start_the_plane_holds_the_steepest_way_down() {
    for link in LINKS {
        let session = open(link);
        let pose = posed(&session);
        let cost = session.subject().cost.as_ref();
        let start = &pose.points[0];
        let mut gradient = vec![0.0; start.len()];
        cost.gradient(start, &mut gradient);
        let scale = pose.bearing.length() / downhill::descent::norm(&gradient);
        let down: Vec<f64> = start
            .iter()
            .zip(&gradient)
            .map(|(at, slope)| at - scale * slope)
            .collect();
        assert_eq!(pose.side, Side::FirstSlope, "{link}");
        assert!(
            pose.plane.distance(&down) <= 1e-9 * pose.bearing.length(),
            "{link}"
        );
        assert!(pose.plane.project(&down)[1] > 0.0, "{link}: downhill is up");
        assert_eq!(found(&session).report(&session).points[1].place, ["0", "0"]);
    }
}

#[test]
fn at_its_rest_the_plane_holds_the_last_step() {
    let mut session = open("data=xor");
    run_to_end(&mut session);
    let pose = posed(&session);
    assert_eq!(pose.points[1], pose.points[2]);
    assert_eq!(pose.side, Side::Before);
    let before = session.runs()[0].point(session.iteration() - 1);
    assert!(pose.plane.distance(&before) < 1e-9 * pose.bearing.length());
    let report = found(&session).report(&session);
    assert!(report.side.contains("a step before"), "{}", report.side);
}

#[test]
fn a_walk_along_one_line_says_so() {
    let mut session = open("formula=a^2%2Bb^2%2Bc^2&start=3,2,1&alpha=0.1");
    session.advance(4);
    let plane = found(&session);
    let pose = plane.pose(&session).expect("a plane");
    // c is the squarest to the way from (3, 2, 1) to the middle.
    assert_eq!(pose.side, Side::Parameter(2));
    let report = plane.report(&session);
    assert!(
        report.side.contains("upwards is c, as far as"),
        "{}",
        report.side
    );
    assert!(
        report.caption.ends_with("So does all of the path so far."),
        "{}",
        report.caption
    );
    assert_eq!(report.points[1].place[1], "0");
}

#[test]
fn where_there_is_no_plane_words_say_why() {
    let nothing = |link: &str| {
        let session = open(link);
        let report = found(&session).report(&session);
        assert!(
            report.points.is_empty() && report.caption.is_empty(),
            "{link}"
        );
        report.nothing
    };
    assert!(nothing("cost=curve").contains("one parameter"));
    assert!(nothing("cost=bowl").contains("two parameters"));
    assert!(nothing("data=houses").contains("lie on the map already"));
    assert!(nothing("formula=a^2%2Bb^2%2Bc^2&start=0,0,0").contains("one point"));
    let mut diverging = open("formula=a^2%2B2b^2%2Bc^2&start=3,2,1&alpha=1.5");
    let said = found(&diverging).report(&diverging).nothing;
    run_to_end(&mut diverging);
    let steps = format!("diverges after {} steps", diverging.iteration());
    assert!(said.contains(&steps), "{said}");
}

#[test]
fn a_step_limit_and_a_kind_of_rest_are_told() {
    let third = |link: &str| {
        let session = open(link);
        found(&session).report(&session).third
    };
    assert!(third("data=xor&steps=50").contains("within its limit of 50 steps"));
    assert!(third("formula=a^2%2B2b^2%2Bc^2&start=3,2,1&alpha=0.1").contains("rises all around"));
    // Along c the start is exactly on the ridge.
    assert!(third("formula=a^2%2B2b^2-c^2&start=3,2,0&alpha=0.1").contains("a saddle, no minimum"));
    assert!(third("cost=three").contains("known without a walk"));
}

#[test]
fn another_run_or_another_rate_has_another_plane_and_the_axes_have_none() {
    let mut session = open("cost=three&at=5");
    let plane = found(&session);
    let before = plane.pose(&session);
    session.edit("axes", "w2,b");
    assert_eq!(plane.pose(&session), before, "no parameter is frozen here");
    session.edit("alpha", "0.01");
    assert_eq!(plane.target(&session), None);
    assert_ne!(found(&session).pose(&session), before);
}

#[test]
fn the_caption_tells_how_far_the_path_is_from_the_plane() {
    let mut session = open("cost=three");
    session.advance(30);
    let plane = found(&session);
    let pose = plane.pose(&session).expect("a plane");
    let mut farthest = 0.0;
    session.runs()[0].visit(0, 30, |_, at| {
        let away = pose.plane.distance(at);
        farthest = if away > farthest { away } else { farthest };
    });
    let caption = plane.report(&session).caption;
    let told = downhill::number::significant(farthest, 4);
    assert!(
        farthest > 0.01 && caption.contains(&format!("up to {told} away")),
        "{caption}: {told}"
    );
}
