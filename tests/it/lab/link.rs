use std::fmt::Write;

use downhill::lab::{Key, SETTINGS, Session};
use proptest::prelude::*;

use super::{open, run_to_end};

#[test]
fn a_link_rebuilds_the_figure_and_its_numbers() {
    for query in [
        "",
        "cost=himmelblau&start=0,0;1,-2.5&alpha=0.01&rule=sequential&at=7",
        "cost=regression&data=houses&alpha=0.1&start=0,0&steps=100000&tolerance=1e-9",
        "data=1,2;2,3.5;4,7&at=12",
        "formula=x^2+3y^2&start=1,1;2,2&alpha=0.05&window=-3,3,-2,2&axes=y,x&at=3",
        "formula=abs(w)%20%2B%20w^2&theme=dark&show=path,field&controls=none&lang=en",
    ] {
        let first = open(query);
        let second = open(&first.link());
        assert_eq!(first.readout(), second.readout(), "{query}");
        assert_eq!(first.link(), second.link(), "{query}");
        assert_eq!(first.window(), second.window(), "{query}");
    }
}

#[test]
fn a_plus_in_a_link_is_a_plus_and_a_space_is_written_out() {
    let typed = open("cost=formula&formula=(x^2+y-11)^2+(x+y^2-7)^2&start=0,0&alpha=0.01");
    let encoded = open("formula=(x%5E2%2By-11)^2%20%2B%20(x%2By^2-7)^2&start=0,0&alpha=0.01");
    assert_eq!(typed.readout(), encoded.readout());
    assert_eq!(typed.readout().runs[0].cost, 11.0 * 11.0 + 7.0 * 7.0);
    assert!(!typed.link().contains('+') && !typed.link().contains(' '));
}

#[test]
fn himmelblau_by_formula_and_from_the_catalogue_walk_the_same_path_bit_for_bit() {
    let mut typed = open("cost=formula&formula=(x^2+y-11)^2+(x+y^2-7)^2&start=0,0&alpha=0.01");
    let mut listed = open("cost=himmelblau&start=0,0&alpha=0.01");
    run_to_end(&mut typed);
    run_to_end(&mut listed);
    assert_eq!(typed.iteration(), listed.iteration());
    for iteration in 0..=typed.iteration() {
        let [a, b] = [&typed, &listed].map(|session| session.runs()[0].point(iteration));
        assert_eq!(a.map_bits(), b.map_bits(), "iteration {iteration}");
    }
}

trait Bits {
    fn map_bits(&self) -> Vec<u64>;
}

impl Bits for Vec<f64> {
    fn map_bits(&self) -> Vec<u64> {
        self.iter().map(|number| number.to_bits()).collect()
    }
}

#[test]
fn costs_without_a_sheet_always_carry_start_alpha_and_window() {
    for query in ["formula=w^2+b^2", "data=1,2;2,3;4,4"] {
        let link = open(query).link();
        for key in ["start=", "alpha=", "window="] {
            assert!(link.contains(key), "{query}: {link}");
        }
    }
    assert_eq!(open("cost=himmelblau").link(), "cost=himmelblau");
}

#[test]
fn at_is_the_clock_and_run_is_written_only_when_given() {
    let mut session = open("cost=bowl");
    session.advance(5);
    assert_eq!(session.link(), "cost=bowl&at=5");
    assert_eq!(open("cost=bowl&run=on").link(), "cost=bowl&run=on");
}

/// A value of every setting that is not its default, as a link writes it.
const SAMPLES: &[(Key, &str)] = &[
    (Key::Cost, "himmelblau"),
    (Key::Formula, "x^2%2By^2-x*y/4"),
    (Key::Data, "1,2;2,3.5;4,7"),
    (Key::Loss, "absolute"),
    (Key::Delta, "0.25"),
    (Key::Degree, "3"),
    (Key::Hidden, "5"),
    (Key::Activation, "sigmoid"),
    (Key::Standardise, "on"),
    (Key::Start, "0.1,-2;1e-9,3"),
    (Key::Alpha, "0.012"),
    (Key::Rule, "sequential"),
    (Key::Batch, "2"),
    (Key::Axes, "b,w"),
    (Key::Window, "-1.5,2,-0.25,0.75"),
    (Key::Steps, "12345"),
    (Key::Tolerance, "1e-9"),
    (Key::Show, "path,rain,fog"),
    (Key::Controls, "transport,alpha"),
    (Key::Size, "projector"),
    (Key::At, "7"),
    (Key::Run, "on"),
    (Key::Speed, "2.5"),
    (Key::Seed, "4294967295"),
    (Key::Direction, "-123.25"),
    (Key::Hand, "3,45,-90.5,0"),
    (Key::Camera, "12.5,30"),
    (Key::Guess, "0.1,-0.7"),
    (Key::Click, "guess"),
    (Key::Lang, "en"),
    (Key::Theme, "dark"),
];

#[test]
fn every_setting_goes_into_a_link_and_back_and_the_state_agrees() {
    for (setting, (key, text)) in SETTINGS.iter().zip(SAMPLES) {
        assert_eq!(setting.key, *key);
        let pair = format!("{}={text}", setting.name);
        let session = open(&pair);
        assert!(session.link().split('&').any(|p| p == pair), "{pair}");
        let again = open(&session.link());
        assert_eq!(again.given().get(*key), session.given().get(*key), "{pair}");
        assert_eq!(again.readout(), session.readout(), "{pair}");
        let stored = open(&from_state(&session));
        assert_eq!(stored.link(), session.link(), "{pair}");
    }
    let all =
        "cost=valleys&start=0.1,-2&alpha=0.012&at=7&hand=3,45,-90.5&guess=1,2&seed=9&axes=b,w";
    let session = open(all);
    assert_eq!(open(&from_state(&session)).link(), session.link());
    assert_eq!(open(&session.link()).readout(), session.readout());
}

/// The link that a page makes of a state: every character that means something in
/// a link encoded.
fn from_state(session: &Session) -> String {
    let mut link = String::new();
    for (key, text) in session.settings() {
        write!(link, "&{key}=").expect("a string");
        for byte in text.bytes() {
            write!(link, "%{byte:02X}").expect("a string");
        }
    }
    link
}

/// So many rows of a line with a bend in it.
fn rows(count: usize) -> String {
    let row = |row: usize| format!("{}.{},{}", row % 90, row % 7, row * row % 1000);
    (0..count).map(row).collect::<Vec<_>>().join(";")
}

#[test]
fn a_figure_at_its_end_opens_again_at_its_end() {
    for query in [
        "cost=valleys",
        "cost=bowl&alpha=1.2",
        "cost=saddle",
        "cost=himmelblau&steps=5",
        "cost=valleys&show=basic,rain&seed=3",
        "cost=curve&show=rain&steps=9",
    ] {
        let mut session = open(query);
        while !session.is_finished() {
            session.advance(100_000);
        }
        let mut again = open(&session.link());
        while again.catch_rain() {}
        assert_eq!(again.readout(), session.readout(), "{query}");
        assert_eq!(again.is_finished(), session.is_finished(), "{query}");
        assert_eq!(again.furthest(), session.furthest(), "{query}");
        assert_eq!(again.rain_report(), session.rain_report(), "{query}");
        assert_eq!(again.report().verdict, session.report().verdict, "{query}");
    }
}

#[test]
fn short_rows_stay_readable_and_long_ones_are_packed() {
    let short = rows(30);
    let session = open(&format!("data={short}&alpha=0.0001"));
    assert!(session.link().starts_with(&format!("data={short}&")));

    let long = rows(300);
    let session = open(&format!("data={long}&alpha=0.0001&at=5"));
    let link = session.link();
    assert!(
        link.starts_with("data=packed:") && link.len() < long.len() * 2 / 3 + 80,
        "{link}"
    );
    let again = open(&link);
    assert_eq!(again.readout(), session.readout());
    assert_eq!(again.link(), link);
    assert_eq!(
        again.setting(Key::Data),
        long,
        "the setting itself stays plain"
    );
    assert_eq!(again.settings()[0], ("data", long.clone()));
    assert_eq!(open(&from_state(&session)).link(), link);

    let mut other = open("data=houses");
    let packed = link.split(['=', '&']).nth(1).expect("a value");
    assert_eq!(
        other.set("data", Some(packed)),
        [],
        "an attribute may be packed too"
    );
    assert_eq!(other.setting(Key::Data), long);
}

#[test]
fn a_link_of_another_version_says_so_and_shows_what_is_known() {
    assert_eq!(open("version=1&cost=bowl").link(), "cost=bowl");
    let mut session = Session::new();
    let problems = session.load("cost=bowl&version=2&alpha=0.2");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].key, "version");
    assert_eq!(session.link(), "cost=bowl&alpha=0.2");
    assert!(SETTINGS.iter().all(|setting| setting.name != "version"));
}

#[test]
fn of_a_key_given_twice_the_last_good_value_counts() {
    for (query, alpha) in [("alpha=0.1&alpha=0.2", 0.2), ("alpha=0.1&alpha=x", 0.1)] {
        let mut session = Session::new();
        assert_eq!(session.load(query).len(), 1);
        assert_eq!(session.alpha(), alpha, "{query}");
    }
}

#[test]
fn a_link_too_long_to_be_read_leaves_the_figure_as_it_was() {
    let mut session = open("cost=bowl&start=1,2&at=3");
    let before = session.readout();
    let problems = session.load(&format!("cost=saddle&data={}", rows(500_000)));
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("at most 4000000"));
    assert_eq!(session.readout(), before);
}

#[test]
fn a_long_formula_that_cannot_be_read_comes_back_whole_to_be_put_right() {
    let formula = format!("{}(w", "w+b+".repeat(200));
    let mut session = Session::new();
    let problems = session.edit("formula", &formula);
    assert_eq!(problems[0].value, formula);
    assert!(problems[0].message.chars().count() < 300);
}

#[test]
fn foreign_keys_raise_no_notice() {
    let mut session = Session::new();
    assert_eq!(
        session.load("?id=fig1&utm_source=x&fbclid=abc&cost=bowl"),
        []
    );
    assert_eq!(session.link(), "cost=bowl");
}

proptest! {
    #[test]
    fn any_text_is_a_link_that_never_panics(query in "\\PC{0,80}") {
        let mut session = Session::new();
        session.load(&query);
        prop_assert!(session.readout().runs[0].cost.is_finite());
    }

    #[test]
    fn any_value_of_any_key_leaves_a_figure(key in 0..SETTINGS.len(), value in "[-+.,;a-z0-9e^()x|]{0,20}") {
        let name = SETTINGS[key].name;
        let mut session = Session::new();
        session.load(&format!("{name}={value}&at=0&steps=20"));
        session.set(name, Some(&value));
        session.advance(3);
        session.report();
    }

    #[test]
    fn starts_survive_a_link_bit_for_bit(x in -1e300..1e300_f64, y in proptest::num::f64::NORMAL) {
        let mut session = open("cost=bowl");
        session.start_at(&[x, y]);
        let again = open(&session.link());
        prop_assert_eq!(again.starts(), vec![vec![x, y]]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn rows_survive_a_link_bit_for_bit(values in prop::collection::vec(-1e100..1e100_f64, 2..120)) {
        let rows: Vec<String> = values.chunks_exact(2).map(|row| format!("{:?},{:?}", row[0], row[1])).collect();
        let session = open(&format!("data={}", rows.join(";")));
        let again = open(&session.link());
        let table = |session: &Session| session.subject().regression.as_ref().map(|r| r.table().clone());
        prop_assert_eq!(table(&again), table(&session));
        prop_assert_eq!(again.link(), session.link());
    }
}
