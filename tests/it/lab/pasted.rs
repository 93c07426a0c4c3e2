//! What is said of a pasted table, and the figure it becomes.

use downhill::cost::paste::ColumnChoice;
use downhill::lab::{Key, PasteReport, PastedTable};

use super::open;

fn read(text: &str) -> (PastedTable, Result<PasteReport, String>) {
    let mut table = PastedTable::default();
    // In pieces, as a file comes.
    for letter in text.chars() {
        assert!(table.push(letter.encode_utf8(&mut [0; 4])));
    }
    let report = table.read();
    (table, report)
}

const FLATS: &str = "# flats\nWohnung;Fläche (m²);Zimmer;Preis [€]\nA;50,5;2;120.000\nB;61;3;135.500\n\nC;;2;99.000\nD;80,25;n.b.x;150.000\nE;72;3;148.000\nF;66;3\n";

#[test]
fn what_was_understood_is_said_in_sentences() {
    let (table, report) = read(FLATS);
    let report = report.expect("a table");
    assert_eq!(
        report.understood,
        [
            "5 rows and 4 columns, separated by semicolons.",
            "The heading is in line 2.",
            "The decimal sign is a comma.",
            "Thousands are set apart by points.",
            "120.000 in “Preis” (line 3) is read as 120000, as the other columns show.",
            "“Wohnung” holds words.",
            "Remarks are in line 1.",
        ]
    );
    let choice = ColumnChoice {
        x: vec![1, 2],
        y: 3,
    };
    assert_eq!(report.choice, Some(choice.clone()));
    let chosen = table.chosen(&choice).expect("numbers");
    assert_eq!(chosen.summary, "3 rows will be used, 3 lines are left out:");
    assert_eq!(
        chosen.left_out,
        [
            "Line 6: “Fläche” is missing.",
            "Line 7: “n.b.x” in “Zimmer” is no number.",
            "Line 9: 3 fields, where rows have 4.",
        ]
    );
}

#[test]
fn numbers_with_two_meanings_are_said_with_the_one_they_are_read_with() {
    let said = |text: &str| read(text).1.expect("a table").understood.join(" ");
    let by_habit = said("a\tb\n1,234\t2\n2,345\t3\n");
    assert!(by_habit.contains("1,234 in “a” (line 2) is read as 1234, which is usual; nothing in the table decides it."), "{by_habit}");
    let by_column = said("a;b\n1.234;2\n2.5;3\n");
    assert!(
        by_column.contains(
            "1.234 in “a” (line 2) is read as 1.234, as the other numbers of the column show."
        ),
        "{by_column}"
    );
    let unnamed = said("1,234\t2\n2,345\t3\n");
    assert!(
        unnamed.contains("There is no heading.") && unnamed.contains("1,234 in column 1 (line 1)"),
        "{unnamed}"
    );
}

#[test]
fn chosen_columns_become_the_figures_data_with_their_names_and_are_undone() {
    let mut session = open("cost=regression&data=penguins&alpha=0.2");
    let before = session.link();
    let (table, _) = read(FLATS);
    let refused = table.open_in(&mut session, &ColumnChoice { x: vec![0], y: 3 });
    assert_eq!(refused, Err("“Wohnung” holds no numbers.".into()));
    assert_eq!(session.link(), before);
    let told = table.open_in(&mut session, &ColumnChoice { x: vec![1], y: 3 });
    assert_eq!(told, Ok(vec![]));
    let data = "Fläche [m²],Preis [€];50.5,1.2e5;61,135500;80.25,1.5e5;72,148000";
    assert_eq!(session.setting(Key::Data), data);
    assert_eq!(open(&session.link()).readout(), session.readout());
    assert!(session.undo());
    assert_eq!(session.link(), before);
}

#[test]
fn what_is_no_table_is_said_and_leaves_nothing_to_choose() {
    for (text, says) in [
        ("", "nothing here but blank lines"),
        (
            "It was\na dark night.",
            "Line 1, “It was”: no table is found",
        ),
        ("{\"x\": 1}", "JSON"),
        ("name;town\nAnn;Rome\nBob;Bern\n", "no column of numbers"),
    ] {
        let (table, report) = read(text);
        let said = report.expect_err(text);
        assert!(said.contains(says), "{said}");
        let nothing = table.chosen(&ColumnChoice { x: vec![0], y: 1 });
        assert_eq!(nothing.map(|_| ()), Err("No table was read yet.".into()));
    }
}

#[test]
fn long_lists_of_lines_are_counted_and_cut() {
    let mut text = "x,y\n1,2\n3,5\n".to_owned();
    text += &"4,NA\n5,6\n".repeat(300);
    let (table, _) = read(&text);
    let chosen = table
        .chosen(&ColumnChoice { x: vec![0], y: 1 })
        .expect("numbers");
    assert_eq!(
        chosen.summary,
        "302 rows will be used, 300 lines are left out:"
    );
    assert_eq!(chosen.left_out.len(), 201);
    assert_eq!(
        chosen.left_out.last().map(String::as_str),
        Some("And 100 more.")
    );
}

#[test]
fn data_that_do_not_fit_the_model_open_with_a_line_through_them() {
    // Prices are neither 0 nor 1, as the y of logistic regression is.
    let mut session = open("cost=logistic");
    let (table, _) = read(FLATS);
    let told = table.open_in(&mut session, &ColumnChoice { x: vec![1], y: 3 });
    let told = told.expect("columns of numbers");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].value, "logistic");
    assert!(!session.link().contains("logistic"), "{}", session.link());
    assert!(session.undo());
    assert!(session.link().contains("logistic"), "{}", session.link());
}
