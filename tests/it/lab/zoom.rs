//! Another part of the plane: links, undo, limits, and that no walk depends on it.

use downhill::lab::{Key, Session};
use downhill::landscape::{Window, WindowLimit};
use proptest::prelude::*;

use super::{open, run_to_end};

fn zoom(session: &mut Session, factor: f64, about: [f64; 2]) -> Result<(), WindowLimit> {
    session.look_at(session.window().zoom(factor, about)?)
}

#[test]
fn no_run_depends_on_the_window() {
    for cost in [
        "cost=himmelblau&start=0,0;4,-4",
        "cost=curve",
        "cost=regression",
        "cost=three",
    ] {
        let mut still = open(cost);
        let mut moved = open(cost);
        run_to_end(&mut still);
        for _ in 0..20 {
            zoom(&mut moved, 3.0, [0.1, 0.2]).expect("room");
            moved.advance(3);
        }
        run_to_end(&mut moved);
        assert_eq!(still.readout(), moved.readout(), "{cost}");
    }
}

#[test]
fn a_gesture_is_one_edit_and_home_another() {
    let mut session = open("cost=himmelblau&start=0,0");
    session.advance(7);
    let home = session.window();
    for _ in 0..9 {
        zoom(&mut session, 1.1, [3.0, 2.0]).expect("room");
    }
    session.settle();
    let close = session.window();
    session.look_home();
    assert!(
        session.is_home()
            && session.setting(Key::Window) == open("cost=himmelblau").setting(Key::Window)
    );
    assert!(session.undo());
    assert_eq!(session.window(), close);
    assert!(session.undo());
    assert_eq!(
        (session.window(), session.iteration()),
        (home, 7),
        "the clock stands still"
    );
    assert!(!session.can_undo() && session.is_example());
    session.look_home();
    assert!(!session.can_undo(), "nothing to do at home");
}

#[test]
fn home_is_the_data_sheets_window_and_the_example_that_of_the_link() {
    let mut session = open("cost=himmelblau&window=2,4,1,3");
    assert!(!session.is_home());
    session.look_home();
    assert_eq!(session.window(), open("cost=himmelblau").window());
    session.example();
    assert_eq!(session.setting(Key::Window), "2,4,1,3");
}

#[test]
fn limits_leave_the_window_and_say_why() {
    let mut session = open("cost=himmelblau");
    let limit = loop {
        if let Err(limit) = zoom(&mut session, 1.5, [3.0, 2.0]) {
            break limit;
        }
    };
    assert_eq!(limit, WindowLimit::Closest);
    let closest = session.window();
    assert!(zoom(&mut session, 1.5, [3.0, 2.0]).is_err() && session.window() == closest);
    let text = session.limit_text(limit);
    assert!(text.contains("64-bit numbers for y"), "{text}");
    let told: f64 = text
        .split(' ')
        .find_map(|word| word.parse().ok())
        .expect("a count");
    assert!((4500.0..20_000.0).contains(&told), "{text}");

    let mut session = open("cost=himmelblau");
    while zoom(&mut session, 0.5, [0.0, 0.0]).is_ok() {}
    let [width, _] = session.window().size();
    let [home, _] = open("cost=himmelblau").window().size();
    assert!(
        width > 2e6 * home && width <= 4e6 * home,
        "holds all walks that have not diverged"
    );
    assert_eq!(
        session.look_at(session.window().zoom(0.5, [0.0, 0.0]).expect("a window")),
        Err(WindowLimit::Widest)
    );

    let mut far = open("cost=himmelblau&window=-1e140,1e140,-1e140,1e140");
    assert!(zoom(&mut far, 0.9, [0.0, 0.0]).is_err());
    assert!(
        zoom(&mut far, 10.0, [0.0, 0.0]).is_ok(),
        "the way back is open"
    );
}

/// Its clearing has one size on the screen, so a wider window would show more ground.
#[test]
fn in_fog_no_view_is_wider_than_home() {
    let mut session = open("cost=himmelblau&show=basic,fog");
    assert_eq!(
        zoom(&mut session, 0.9, [0.0, 0.0]),
        Err(WindowLimit::Widest)
    );
    assert!(
        session
            .limit_text(WindowLimit::Widest)
            .contains("while the fog")
    );
    assert!(
        zoom(&mut session, 2.0, [0.0, 0.0]).is_ok() && zoom(&mut session, 0.6, [0.0, 0.0]).is_ok()
    );
}

#[test]
fn where_rounding_shows_the_caption_says_so() {
    let said = |query: &str| open(query).report().caption.contains("64-bit");
    // Near (3, 2) J falls to 0, and x² + y − 11 cancels to some 10⁻¹⁵.
    assert!(!said("cost=himmelblau"));
    assert!(!said("cost=himmelblau&window=2.999,3.001,1.999,2.001"));
    assert!(!said(
        "cost=himmelblau&window=2.9999999,3.0000001,1.9999999,2.0000001"
    ));
    // On a slope of 20 there is more to see: the same window, 12 decimals down.
    assert!(!said(
        "cost=himmelblau&window=0.999999999,1.000000001,0.999999999,1.000000001"
    ));
    // J of this minimum is not 0, so its digits end long before those of w and b.
    let valleys = open("cost=valleys");
    let floor = valleys.subject().known_minima()[0];
    let around = |side: f64| {
        let ends = floor
            .iter()
            .map(|at| format!("{},{}", at - side, at + side));
        format!("cost=valleys&window={}", ends.collect::<Vec<_>>().join(","))
    };
    assert!(!said(&around(1e-4)));
    assert!(said(&around(1e-9)));
}

#[test]
fn a_description_tells_the_ends_apart() {
    let description = open("cost=himmelblau&window=2.9999999,3.0000001,1.5,2.5")
        .report()
        .description;
    assert!(
        description.contains("x from 2.9999999 to 3.0000001, y from 1.5 to 2.5"),
        "{description}"
    );
}

#[test]
fn values_have_the_digits_that_the_window_tells_apart() {
    let values = |query: &str| open(query).report().runs[0].values.clone();
    let start = "cost=himmelblau&start=3.00000012345678,1.9";
    assert_eq!(values(start), "x 3, y 1.9");
    let close = "&window=3.0000001,3.0000002,1.5,2.5";
    assert_eq!(values(&format!("{start}{close}")), "x 3.000000123, y 1.9");
    let elsewhere = "&window=3.1000001,3.1000002,1.5,2.5";
    assert_eq!(values(&format!("{start}{elsewhere}")), "x 3, y 1.9");
}

proptest! {
    #[test]
    fn a_zoomed_view_is_a_link(x in -5.0..5.0, y in -5.0..5.0, decades in -5f64..11.0) {
        let mut session = open("cost=himmelblau");
        zoom(&mut session, libm::pow(10.0, decades), [x, y]).expect("room");
        let bits = |window: Window| [window.x(), window.y()].concat().into_iter().map(f64::to_bits).collect::<Vec<_>>();
        prop_assert_eq!(bits(open(&session.link()).window()), bits(session.window()));
    }

    #[test]
    fn any_window_is_looked_at_or_refused(a: f64, b: f64, c: f64, d: f64) {
        let order = |a: f64, b: f64| if a < b { [a, b] } else { [b, a] };
        let mut session = open("cost=himmelblau");
        if let Ok(window) = Window::new(order(a, b), order(c, d)) {
            let before = session.window();
            match session.look_at(window) {
                Ok(()) => prop_assert!((session.window().size()[0] / window.size()[0] - 1.0).abs() < 1e-5),
                Err(_) => prop_assert_eq!(session.window(), before),
            }
        }
    }
}
