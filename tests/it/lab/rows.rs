//! Rows of a page's own, up to a million of them.

use downhill::cost::{Column, Table};
use downhill::lab::{Key, LongRows, Session};

use super::open;

/// More than a link carries: x = 0, 1, …, and y on the line 2x + 1.
fn long_text(count: usize) -> String {
    let row = |x: usize| format!("{x}.375,{}.75", 2 * x + 1);
    (0..count).map(row).collect::<Vec<_>>().join(";")
}

fn table(count: usize, slope: f64) -> LongRows {
    let column = |name: &str| Column {
        name: name.into(),
        unit: String::new(),
    };
    let row = |x: usize| [x as f64, slope * x as f64];
    let values = (0..count).flat_map(row).collect();
    LongRows {
        begins: "0,0;".into(),
        read: Table::new(vec![column("x"), column("y")], values),
    }
}

fn rows_of(session: &Session) -> usize {
    let regression = session.subject().regression.as_ref();
    regression.map_or(0, |regression| regression.table().row_count())
}

#[test]
fn rows_too_long_for_a_link_are_told_apart_in_it_and_found_again() {
    const COUNT: usize = 80_000;
    let text = long_text(COUNT);
    assert!(text.len() > 1_000_000);
    let mut session = open("cost=bowl");
    assert_eq!(session.set("data", Some(&text)), []);
    assert_eq!(session.set("cost", Some("regression")), []);
    assert_eq!(rows_of(&session), COUNT);
    session.advance(5);
    let (link, readout) = (session.link(), session.readout());
    assert!(
        link.contains("data=left-out:80000-") && link.len() < 200,
        "{link}"
    );
    assert_eq!(session.load(&link), []);
    assert_eq!(
        [session.link(), session.link()],
        [link.clone(), link.clone()]
    );
    assert_eq!(session.readout(), readout);

    assert_eq!(session.setting(Key::Data), text);
    let mut again = open("cost=bowl");
    assert_eq!(again.load(&link.replace("left-out", "left-over")).len(), 1);
    let problems = again.load(&link);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("too many for a link"));
    assert_eq!(
        again.link(),
        link,
        "who gets the link from here is told too"
    );
    assert_eq!(rows_of(&again), 6);
    assert_eq!(again.set("data", Some(&text)), []);
    assert_eq!(again.link().split('&').nth(1), link.split('&').nth(1));
    again.advance(5);
    assert_eq!(again.readout(), readout);
}

#[test]
fn rows_that_could_be_written_shorter_have_a_link() {
    let written = |x: usize| format!("{x}.000,{}.0000", 2 * x + 1);
    let text = (0..80_000).map(written).collect::<Vec<_>>().join(";");
    assert!(text.len() > 1_000_000);
    let mut session = open("cost=regression");
    assert_eq!(session.set("data", Some(&text)), []);
    assert!(session.setting(Key::Data).starts_with("0,1;1,3;2,5;"));
    let mut again = open(&session.link());
    assert_eq!(again.link(), session.link());
    session.advance(3);
    again.advance(3);
    assert_eq!(again.readout(), session.readout());
}

#[test]
fn other_rows_have_another_mark() {
    let mark = |rows| {
        let mut session = open("cost=regression");
        assert_eq!(session.set_rows(rows), []);
        session.link()
    };
    let one = mark(table(5000, 2.0));
    assert_eq!(one, mark(table(5000, 2.0)));
    for other in [table(5000, 2.5), table(5001, 2.0)] {
        assert_ne!(one, mark(other));
    }
}

#[test]
fn undo_brings_rows_back_as_far_as_memory_is_for_them() {
    // Two of the large tables are more than is remembered.
    for (count, undone) in [(900_000, 1), (50_000, 2)] {
        let mut session = open("cost=regression");
        for slope in [1.0, 2.0] {
            assert_eq!(session.set_rows(table(count, slope)), []);
            assert_eq!(session.choose("data", "houses"), []);
            session.settle();
            assert_eq!(rows_of(&session), 6);
        }
        let mut found = Vec::new();
        while session.undo() {
            found.push(rows_of(&session));
        }
        assert_eq!(found, vec![count; undone]);
    }
}

#[test]
fn captions_say_when_shades_stand_for_rows() {
    let caption = |rows: &str| open(&format!("data={rows}")).report().data_caption;
    let few = "1,2;2,3;".repeat(1500);
    assert!(!caption(&few).contains("rows"));
    let many = "1,2;2,3;".repeat(2000);
    assert!(caption(&many).starts_with("4000 rows: the stronger the shade"));
    let several = "1,2,3;2,3,9;3,5,4;".repeat(10_000);
    let expected = "20,000 of 30,000 rows, drawn by lot: the stronger the shade";
    assert!(
        caption(&several).starts_with(expected),
        "{}",
        caption(&several)
    );
}

#[test]
fn a_million_rows_step_to_the_line_they_lie_on() {
    let mut session = open("cost=regression");
    assert_eq!(session.set_rows(table(1_000_000, 2.0)), []);
    session.start_at(&[2.0, 0.0]);
    let readout = &session.readout().runs[0];
    assert!(
        readout.cost < 1e-12 && readout.gradient_norm < 1e-6,
        "{readout:?}"
    );
    assert!(
        session
            .sums_report()
            .caption
            .starts_with("Of 1,000,000 rows the 12")
    );
}

#[test]
fn names_and_units_are_said_and_go_with_the_link_packed_or_not() {
    let names = "size [m²],price [€]";
    let few = format!("data={names};50,200;60,270;70,290");
    let many = format!("data={names};{}", long_text(100));
    for query in [few, many] {
        let session = open(&query);
        let link = session.link();
        assert!(link.starts_with("data=size"), "{link}");
        assert_eq!(link.contains("packed:"), query.len() > 300, "{link}");
        let again = open(&link);
        assert_eq!(again.link(), link);
        assert_eq!(again.readout(), session.readout());
        assert_eq!(again.setting(Key::Data), session.setting(Key::Data));
        let columns = again
            .subject()
            .regression
            .as_ref()
            .map(|it| it.table().columns().to_vec());
        let units: Vec<String> = columns
            .into_iter()
            .flatten()
            .map(|column| column.unit)
            .collect();
        assert_eq!(units, ["m²", "€"]);
        assert!(
            again
                .report()
                .parameters
                .iter()
                .any(|parameter| parameter.unit == "€ per m²")
        );
    }
}
