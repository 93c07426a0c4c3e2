//! A figure as a text file: written, opened, undone, refused.

use downhill::cost::Table;
use downhill::lab::{LongRows, Session};
use proptest::prelude::*;

use super::golden::golden;
use super::open;

fn text(session: &Session) -> String {
    session.file().collect()
}

/// Everything that two figures can be compared by.
fn whole(session: &Session) -> String {
    let settings = session.settings();
    format!("{settings:?} {} {:?}", session.link(), session.readout())
}

#[test]
fn every_golden_link_comes_back_from_its_file() {
    let links = golden();
    assert!(links.len() > 30, "{}", links.len());
    for (link, _) in links {
        let mut session = Session::new();
        session.load(&link);
        session.advance(3);
        let file = text(&session);
        assert!(file.lines().count() <= 32, "{link}\n{file}");
        let mut again = Session::new();
        assert_eq!(again.open_file(&file), Ok(vec![]), "{link}\n{file}");
        // A figure opened at a moment stands there as one that has walked there does.
        let mut there = Session::new();
        there.load(&session.link());
        assert_eq!(whole(&again), whole(&there), "{link}\n{file}");
        assert_eq!(text(&again), file, "{link}");
    }
}

#[test]
fn a_file_is_read_by_people() {
    let mut session = open("cost=regression&data=size [m²],price [€];50,200;60,240&alpha=0.0001");
    session.advance(2);
    let file = text(&session);
    let lines: Vec<&str> = file.lines().collect();
    assert!(lines[0].starts_with("# A figure of Downhill"));
    assert_eq!(lines[1], "version=1");
    assert!(lines.contains(&"data=size [m²],price [€];50,200;60,240"));
    assert!(lines.contains(&"alpha=0.0001") && lines.contains(&"at=2"));
}

#[test]
fn rows_too_many_for_a_link_are_all_in_the_file() {
    const COUNT: usize = 80_000;
    let row = |x: usize| format!("{x}.375,{}.75", 2 * x + 1);
    let rows: Vec<String> = (0..COUNT).map(row).collect();
    let rows = format!("length [cm],share % & more;{}", rows.join(";"));
    let mut session = open("cost=regression");
    assert_eq!(session.set("data", Some(&rows)), []);
    assert!(session.link().contains("left-out:80000-"));
    session.advance(4);
    let file = text(&session);
    assert!(!file.contains("left-out"));
    let mut again = Session::new();
    assert_eq!(again.open_file(&file), Ok(vec![]));
    assert_eq!(again.readout(), session.readout());
    assert_eq!(again.settings(), session.settings());
    assert_eq!(again.point_count(), COUNT);
    let columns = |session: &Session| {
        let fit = session.subject().fit.as_ref().unwrap();
        fit.table().columns().to_vec()
    };
    assert_eq!(columns(&again)[1].name, "share % & more");
    assert_eq!(columns(&again), columns(&session));

    // Rows that were read in pieces take the place of the line.
    let rest: String = file
        .lines()
        .filter(|line| !line.starts_with("data="))
        .map(|line| format!("{line}\n"))
        .collect();
    let long = LongRows {
        begins: rows[..20].into(),
        read: Table::from_inline(&rows),
    };
    let mut again = Session::new();
    assert_eq!(again.open_file_with(&rest, long), Ok(vec![]));
    assert_eq!(again.settings(), session.settings());
    let bad = LongRows {
        begins: "1,2;x".into(),
        read: Table::from_inline("1,2;x,4"),
    };
    let before = whole(&again);
    let told = again.open_file_with(&rest, bad).unwrap_err();
    assert!(told.contains("Row 2"), "{told}");
    assert_eq!(whole(&again), before);
}

#[test]
fn opening_is_one_edit_and_leaves_the_page_its_look() {
    let saved = text(&open("cost=himmelblau&alpha=0.02&show=basic,compass"));
    let mut session = open("data=houses&controls=all&theme=dark");
    session.advance(5);
    session.move_point(0, &[1.5, 300.0]).unwrap();
    let before = session.link();
    assert_eq!(session.open_file(&saved), Ok(vec![]));
    assert_eq!(
        session.link(),
        "cost=himmelblau&alpha=0.02&show=basic,compass&controls=all&theme=dark"
    );
    assert!(session.is_example());
    assert!(session.undo());
    assert_eq!(
        session.link().replace("&at=5", ""),
        before.replace("&at=5", "")
    );
    assert!(session.undo());
    assert!(!session.can_undo());
}

#[test]
fn what_is_no_figure_changes_nothing() {
    let mut session = open("data=houses");
    session.advance(3);
    let before = (whole(&session), session.can_undo());
    for (bad, told) in [
        ("", "no line of it is a setting"),
        ("\u{feff}\n\n# nothing\n", "no line of it"),
        ("size,price\n1,250\n2,480\n", "line 1, “size,price”"),
        ("import numpy as np\nalpha = 0.1\n", "line 1"),
        ("alpha=0.1\nw, b\n", "line 2, “w, b”"),
        ("<!doctype html>\n", "line 1"),
        ("colour=red\nsize of page=4\n", "no line of it"),
        ("data=1,2;3\nalpha=0.1\n", "Row 2"),
        ("formula=x^\n", "cannot be read"),
        ("cost=nothing\n", "cannot be opened"),
        (
            "data=left-out:80000-0123456789abcdef\n",
            "too many for a link",
        ),
    ] {
        let refused = session.open_file(bad).unwrap_err();
        assert!(refused.contains(told), "{bad}: {refused}");
        assert!(refused.ends_with("Nothing was changed."), "{refused}");
        assert_eq!((whole(&session), session.can_undo()), before, "{bad}");
    }
    let long = format!("cost=bowl\n{}", "# a remark\n".repeat(400_000));
    assert!(session.open_file(&long).unwrap_err().contains("4000000"));
}

#[test]
fn what_else_cannot_be_used_is_told_and_a_link_is_a_file_too() {
    let mut session = open("cost=bowl");
    let told = session
        .open_file("\u{feff}# remark\r\ncost=ravine\r\n\r\n alpha=fast \r\ncolour=red\r\n")
        .unwrap();
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(session.link(), "cost=ravine");
    assert_eq!(session.open_file("cost=bowl&alpha=0.3&at=2\n"), Ok(vec![]));
    assert_eq!(session.link(), "cost=bowl&alpha=0.3&at=2");
}

proptest! {
    #[test]
    fn any_text_is_opened_or_refused_and_undone(text in "(\\PC|\n|=|&|%|cost=bowl|alpha=){0,60}") {
        let mut session = open("cost=himmelblau");
        let before = whole(&session);
        match session.open_file(&text) {
            Ok(_) => prop_assert!(session.undo()),
            Err(told) => prop_assert!(!told.is_empty()),
        }
        prop_assert_eq!(whole(&session), before);
    }

    #[test]
    fn any_name_of_a_column_comes_back(name in "[^\\[\\]{},;0-9.+−-][^\\[\\]{},;\n]{0,30}", unit in "[a-z%&°²€ ]{1,8}") {
        let mut session = open("cost=regression");
        let rows = format!("{name} [{unit}],y;1,2;2,3");
        prop_assume!(session.set("data", Some(&rows)).is_empty());
        let mut again = Session::new();
        prop_assert_eq!(again.open_file(&text(&session)), Ok(vec![]));
        prop_assert_eq!(again.settings(), session.settings());
    }
}
