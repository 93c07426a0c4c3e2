use downhill::lab::Session;
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
    fn any_value_of_any_key_leaves_a_figure(key in 0..19_usize, value in "[-+.,;a-z0-9e^()x|]{0,20}") {
        let name = downhill::lab::SETTINGS[key].name;
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
