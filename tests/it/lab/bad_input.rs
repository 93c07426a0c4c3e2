use downhill::lab::{SETTINGS, Session};

/// A link, the key its one problem names, and a word the message must hold.
const BAD_LINKS: &[(&str, &str, &str)] = &[
    ("colour=red", "colour", "colour"),
    ("cost=everest", "cost", "himmelblau"),
    ("cost=", "cost", "valleys"),
    ("formula=", "formula", "formula"),
    ("formula=2x%2B", "formula", "last good cost"),
    ("formula=7", "formula", "parameter"),
    ("formula=%F0%9F%98%80", "formula", "cannot be read"),
    ("data=nowhere", "data", "houses"),
    ("data=1,2;3", "data", "row"),
    ("data=1,nan;2,3", "data", "row"),
    ("start=0", "start", "w, b"),
    ("start=0,0,0", "start", "w, b"),
    ("start=0,0;1", "start", "w, b"),
    ("start=zero,0", "start", "point"),
    ("start=inf,0", "start", "finite"),
    ("start=NaN,0", "start", "finite"),
    ("start=1e999,0", "start", "finite"),
    ("alpha=0", "alpha", "above 0"),
    ("alpha=-0.1", "alpha", "above 0"),
    ("alpha=fast", "alpha", "above 0"),
    ("alpha=infinity", "alpha", "above 0"),
    ("alpha=1e309", "alpha", "above 0"),
    ("alpha=0x10", "alpha", "above 0"),
    ("rule=random", "rule", "simultaneous"),
    ("axes=w", "axes", "w,b"),
    ("axes=w,w", "axes", "different"),
    ("axes=w,q", "axes", "w, b"),
    ("window=0,0,0,1", "window", "below its max"),
    ("window=1,0,0,1", "window", "below its max"),
    ("window=0,inf,0,1", "window", "finite"),
    ("window=0,1,0", "window", "four"),
    ("window=-1e308,1e308,0,1", "window", "four"),
    ("window=1,1.0000000000000002,0,1", "window", "four"),
    ("steps=0", "steps", "1000000"),
    ("steps=1000001", "steps", "1000000"),
    ("steps=1.5", "steps", "whole"),
    ("steps=ten", "steps", "whole"),
    ("tolerance=0", "tolerance", "above 0"),
    ("tolerance=-1e-6", "tolerance", "above 0"),
    ("show=everything", "show", "cost-curve"),
    ("show=path,dragons", "show", "cost-curve"),
    ("controls=some", "controls", "basic"),
    ("size=huge", "size", "projector"),
    ("at=-1", "at", "whole"),
    ("at=soon", "at", "whole"),
    ("run=perhaps", "run", "on"),
    ("speed=0", "speed", "above 0"),
    ("seed=-1", "seed", "whole"),
    ("seed=4294967296", "seed", "whole"),
    ("lang=klingon", "lang", "en"),
    ("theme=pink", "theme", "dark"),
    ("cost=bowl&cost=saddle", "cost", "more than once"),
];

#[test]
fn every_bad_link_names_its_key_and_what_is_allowed_and_leaves_a_figure() {
    for (query, key, word) in BAD_LINKS {
        let mut session = Session::new();
        let problems = session.load(query);
        assert_eq!(problems.len(), 1, "{query}: {problems:?}");
        assert_eq!(problems[0].key, *key, "{query}");
        assert!(
            problems[0].message.contains(word),
            "{query}: {}",
            problems[0].message
        );
        session.advance(3);
        assert!(session.readout().runs[0].cost.is_finite(), "{query}");
    }
}

#[test]
fn a_bad_attribute_leaves_the_last_good_value() {
    let mut session = Session::new();
    session.load("formula=w^2+2b^2&alpha=0.03&start=1,2");
    session.advance(4);
    let before = session.readout();
    for (key, value) in [
        ("formula", "w^^2"),
        ("alpha", "0"),
        ("start", "1"),
        ("cost", "x"),
        ("steps", ""),
    ] {
        assert_eq!(session.set(key, Some(value)).len(), 1, "{key}={value}");
        assert_eq!(session.readout(), before, "{key}={value}");
    }
    let problem = &session.set("formula", Some("w + ) b"))[0];
    assert_eq!(problem.column, Some(5));
}

#[test]
fn a_long_bad_value_is_shortened_in_its_message() {
    let mut session = Session::new();
    let problems = session.load(&format!("alpha={}", "9x".repeat(100_000)));
    assert!(problems[0].message.chars().count() < 200);
}

#[test]
fn numbers_that_overflow_end_as_divergence_and_not_as_a_panic() {
    for query in [
        "cost=bowl&alpha=1e308",
        "cost=himmelblau&start=1e200,1e200",
        "cost=rosenbrock&start=-1e308,1e308",
        "data=houses&alpha=1e300",
        "formula=1/w%2Bb&start=0,0",
        "formula=ln(w)%2Bb&start=-1,0",
    ] {
        let mut session = Session::new();
        assert_eq!(session.load(query), [], "{query}");
        session.advance(1_000_000);
        let readout = session.readout();
        assert_eq!(readout.runs[0].stopped, Some("diverged"), "{query}");
        assert!(
            readout.runs[0]
                .point
                .iter()
                .all(|number| number.is_finite())
        );
        assert!(
            session.report().verdict.starts_with("Diverged after"),
            "{query}"
        );
    }
}

#[test]
fn a_cost_that_no_longer_fits_its_starts_says_so_once() {
    let mut session = Session::new();
    session.load("cost=bowl&start=1,2");
    let problems = session.set("cost", Some("curve"));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].key, "start");
    session.load("cost=bowl");
    assert_eq!(session.set("cost", Some("curve")), []);
}

#[test]
fn every_setting_says_what_it_allows_and_what_it_does() {
    for setting in SETTINGS {
        assert!(
            !setting.kind.allowed().is_empty() && setting.help.ends_with('.'),
            "{}",
            setting.name
        );
    }
}
