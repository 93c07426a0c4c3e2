//! What standardising does, in words.

use downhill::cost::DATA_SETS;
use downhill::lab::Session;
use downhill::lab::instruments::{Bowls, BowlsReport};

use super::open;

fn report(session: &Session) -> BowlsReport {
    let mut bowls = Bowls::default();
    bowls.find(session);
    bowls.report(session)
}

fn of(link: &str) -> BowlsReport {
    report(&open(link))
}

#[test]
fn houses_become_round() {
    let told = of("data=houses");
    assert_eq!(told.nothing, "");
    let rows: Vec<[&str; 5]> = (told.both.iter())
        .map(|one| {
            [
                one.name,
                &one.condition,
                &one.stretch,
                &one.largest_rate,
                &one.steps,
            ]
            .map(|text| text)
        })
        .collect();
    // κ = 72.83, √κ = 8.534; ln 1000 / ln(73.83/71.83) = 251.6.
    assert_eq!(
        rows,
        [
            ["as measured", "72.83", "8.534", "0.3089", "252"],
            ["standardised", "1", "1", "2", "1"],
        ]
    );
    assert!(
        told.meaning.contains(
            "Standardising makes it round. Each with its best α, 252 steps and 1 step are enough"
        ),
        "{}",
        told.meaning
    );
    assert!(!told.meaning.contains("stretch is left"));
    assert!(told.holds.contains("J is a quadratic here"));
    assert!(!told.caption.contains("flattest"));
}

#[test]
fn both_stay_where_they_are_when_the_figure_changes_from_one_to_the_other() {
    for link in [
        "data=penguins",
        "data=stopping",
        "data=orings",
        "loss=huber&data=houses&delta=20",
    ] {
        let mut session = open(link);
        let raw = report(&session);
        session.edit("standardise", "on");
        let standardised = report(&session);
        assert_eq!(
            (raw.is_standardised, standardised.is_standardised),
            (false, true),
            "{link}"
        );
        assert_eq!(
            (raw.both, raw.meaning),
            (standardised.both, standardised.meaning),
            "{link}"
        );
    }
}

#[test]
fn sentences_keep_to_the_numbers() {
    let penguins = of("data=penguins");
    assert!(
        penguins
            .meaning
            .contains("rounder: 2.195 times as long as wide")
    );
    assert!(
        penguins
            .meaning
            .ends_with("features that rise and fall together.")
    );
    assert!(penguins.caption.contains("the flattest is drawn across"));
    // A polynomial of degree 5 has a rounder bowl as measured: κ 1435 against 4033.
    let worse = of("cost=polynomial&data=stopping&degree=5");
    assert!(
        worse.meaning.contains("standardising does not help"),
        "{}",
        worse.meaning
    );
    assert!(worse.meaning.ends_with("x² and higher ones are not."));
    // Years and the like: far from zero beside their spread, κ about 10²⁴ as measured.
    let far = of("data=1000001,1;1000002,3;1000003,2");
    assert_eq!(far.both[0].condition, "beyond 10¹²");
    assert!(
        far.meaning.ends_with("Standardising makes it round."),
        "{}",
        far.meaning
    );
    assert!(of("data=stopping").meaning.contains("changes little"));
    let logistic = of("data=orings");
    assert!(logistic.holds.contains("the curvatures at the minimum"));
    assert!(logistic.meaning.contains("every start near the minimum"));
}

#[test]
fn where_there_is_no_bowl_words_say_why() {
    assert!(of("cost=bowl").nothing.contains("not made from data"));
    assert!(of("data=xor").nothing.contains("network"));
    assert!(of("data=houses&loss=absolute").nothing.contains("kinks"));
    assert!(
        of("cost=logistic&data=1,0;2,0;3,1;4,1")
            .nothing
            .contains("No lowest place")
    );
    // Two features that say the same: more than one place is lowest, and both bowls are valleys.
    let valley = of("data=1,2,1;2,4,3;3,6,2");
    assert_eq!(valley.nothing, "");
    assert_eq!(valley.both[0].condition, "beyond 10¹²");
    assert_eq!(valley.both[1].steps, "beyond 10¹²");
    assert!(valley.meaning.contains("more than one place is lowest"));
}

#[test]
fn every_data_set_has_an_answer() {
    for sheet in DATA_SETS {
        for settings in [
            "",
            "&standardise=on",
            "&loss=huber",
            "&loss=absolute",
            "&cost=polynomial",
            "&cost=polynomial&degree=9",
        ] {
            let mut session = Session::new();
            session.load(&format!("data={}{settings}", sheet.id));
            let told = report(&session);
            assert_ne!(
                told.nothing.is_empty(),
                told.both.is_empty(),
                "{} {settings}",
                sheet.id
            );
        }
    }
}

#[test]
fn too_many_rows_are_told() {
    let rows = |count: usize| {
        (0..count)
            .map(|row| format!("{},{}", row % 7, row % 5 % 2))
            .collect::<Vec<_>>()
            .join(";")
    };
    let many = rows(5001);
    assert!(
        of(&format!("cost=logistic&data={many}"))
            .nothing
            .contains("too many rows")
    );
    assert_eq!(of(&format!("data={many}")).nothing, "");
    let more = rows(50_001);
    assert!(
        of(&format!("data={more}"))
            .nothing
            .contains("too many rows")
    );
}
