use super::helper::{Draws, inline};
use downhill::cost::{Column, DATA_SETS, Table, TableReader};

fn message(text: &str) -> String {
    match Table::from_inline(text) {
        Ok(table) => format!("read as {}", table.inline()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn rows_are_features_then_y() {
    let table = inline(" 1,2 ; 3.5 , -4e-1;");
    assert_eq!(table.row_count(), 2);
    assert_eq!(table.row(1), [3.5, -0.4]);
    assert_eq!(table.column(1).collect::<Vec<_>>(), [2.0, -0.4]);
    let names = |table: &Table| -> Vec<String> {
        table
            .columns()
            .iter()
            .map(|column| column.name.clone())
            .collect()
    };
    assert_eq!(names(&table), ["x", "y"]);
    assert_eq!(names(&inline("1,2,3")), ["x1", "x2", "y"]);
}

#[test]
fn refusals_say_where_what_and_why() {
    let number = "allowed: a number between −1e100 and 1e100";
    let cases = [
        (
            "",
            "row 1: found nothing, allowed: numbers, as in 1,2;3,4".to_string(),
        ),
        (
            " ; ",
            "row 1: found nothing, allowed: numbers, as in 1,2;3,4".into(),
        ),
        (
            "1,2;;3,4",
            "row 2: found nothing, allowed: numbers, as in 1,2;3,4".into(),
        ),
        ("1,2;3,four", format!("row 2: found “four”, {number}")),
        ("1,2;3,", format!("row 2: found “”, {number}")),
        ("1,nan", format!("row 1: found “nan”, {number}")),
        ("1,2;inf,2", format!("row 2: found “inf”, {number}")),
        ("1,1e999", format!("row 1: found “1e999”, {number}")),
        ("1,2e100", format!("row 1: found “2e100”, {number}")),
        (
            "5",
            "row 1: found 1 number, allowed: 2 to 17 numbers: one or more features, then y".into(),
        ),
        (
            "1,2;3",
            "row 2: found 1 number, allowed: 2 numbers, as in row 1".into(),
        ),
        (
            "1,2;3,4,5",
            "row 2: found 3 numbers, allowed: 2 numbers, as in row 1".into(),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(message(text), expected, "{text:?}");
    }
    let wide = ["1"; 18].join(",");
    assert!(message(&wide).starts_with("row 1: found 18 numbers"));
    let long = "é".repeat(1000);
    assert_eq!(
        message(&long),
        format!("row 1: found “{}…”, {number}", "é".repeat(24))
    );
}

#[test]
fn text_holds_a_million_rows_and_three_million_numbers() {
    let most = "1,2;".repeat(1_000_000);
    assert_eq!(inline(&most).row_count(), 1_000_000);
    let error = Table::from_inline(&(most + "1,2")).expect_err("one row too many");
    assert_eq!(
        (error.row, error.allowed.as_str()),
        (1_000_001, "at most 1,000,000 rows")
    );
    let wide = format!("{};", ["1"; 16].join(",")).repeat(187_500);
    assert_eq!(inline(&wide).numbers(), 3_000_000);
    let error = Table::from_inline(&(wide + &["1"; 16].join(","))).expect_err("too many");
    assert_eq!(
        (error.row, error.allowed.as_str()),
        (187_501, "at most 3,000,000 numbers in all rows")
    );
}

/// However text is cut into pieces, the table or the error is that of the whole.
#[test]
fn rows_may_come_in_pieces() {
    let texts = [
        "1,2;3,4;5,-6.25e3",
        " 1 , 2 ; 3 , 4 ; ",
        "1,2;3,4;;",
        "1,2;3,4;x,6",
        "1,2;3,4,5;6,7",
        "",
        ";",
        "7,8",
        "1;2",
        "é,2;3,4",
    ];
    for text in texts {
        let whole = Table::from_inline(text);
        for size in 1..=text.len() {
            let letters: Vec<char> = text.chars().collect();
            let mut reader = TableReader::default();
            let pieces = letters
                .chunks(size)
                .map(|piece| piece.iter().collect::<String>());
            let read = pieces
                .map(|piece| reader.push(&piece))
                .collect::<Result<Vec<()>, _>>();
            assert_eq!(
                read.and_then(|_| reader.finish()),
                whole,
                "{text:?} by {size}"
            );
        }
    }
}

#[test]
fn a_row_without_end_is_not_gathered() {
    let mut reader = TableReader::default();
    let piece = "1,".repeat(10_000);
    let error = (0..50).find_map(|_| reader.push(&piece).err());
    assert_eq!(
        error.expect("an error").allowed,
        "at most 100,000 characters in a row"
    );
}

#[test]
fn a_table_knows_the_range_of_each_column_and_writes_itself_in_pieces() {
    let rows: Vec<String> = (0..40_000)
        .map(|i| format!("{},{}", (i * 7919) % 10_007 - 5000, 0.25 * f64::from(i)))
        .collect();
    let text = rows.join(";");
    let table = inline(&text);
    let column: Vec<i32> = (0..40_000).map(|i| (i * 7919) % 10_007 - 5000).collect();
    let ends = [column.iter().min(), column.iter().max()].map(|end| f64::from(*end.expect("rows")));
    assert_eq!([table.range(0), table.range(1)], [ends, [0.0, 9999.75]]);
    assert_eq!(inline(&table.inline()), table);
    assert!(table.inline_pieces().count() > 2);
}

#[test]
fn numbers_survive_the_link_bit_for_bit() {
    let mut draws = Draws(9);
    for _ in 0..2000 {
        let scale = libm::exp(draws.between(-200.0, 200.0));
        let values = vec![draws.between(-scale, scale), draws.between(-1.0, 1.0)];
        let column = || Column {
            name: "c".into(),
            unit: String::new(),
        };
        let table = Table::new(vec![column(), column()], values.clone()).expect("finite");
        assert_eq!(inline(&table.inline()).row(0), values);
    }
    assert_eq!(
        inline("1.50,2500;1e50,0.000001").inline(),
        "1.5,2500;1e50,1e-6"
    );
}

#[test]
fn built_in_tables_read_and_survive_the_link() {
    for sheet in DATA_SETS {
        let table = Table::built_in(sheet);
        let columns: Vec<(&str, &str)> = table
            .columns()
            .iter()
            .map(|c| (c.name.as_str(), c.unit.as_str()))
            .collect();
        let named: Vec<(&str, &str)> = sheet.columns.iter().map(|c| (c.name, c.unit)).collect();
        assert_eq!(columns, named);
        assert!(named.iter().all(|(name, _)| !name.is_empty()));
        let data_lines = sheet.rows.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(table.row_count(), data_lines.count());
        let again = inline(&table.inline());
        assert!(table.rows().eq(again.rows()), "{}", sheet.id);
        assert!(
            sheet.rows.starts_with('#') && !sheet.source.is_empty() && !sheet.teaches.is_empty()
        );
    }
}

#[test]
fn values_must_fill_their_columns() {
    let columns = |n: usize| {
        vec![
            Column {
                name: "c".into(),
                unit: String::new()
            };
            n
        ]
    };
    assert!(Table::new(columns(2), vec![1.0, 2.0, 3.0, 4.0]).is_ok());
    for (width, values) in [
        (0, vec![]),
        (1, vec![1.0]),
        (2, vec![]),
        (2, vec![1.0, 2.0, 3.0]),
        (18, vec![0.0; 18]),
    ] {
        assert!(
            Table::new(columns(width), values).is_err(),
            "{width} columns"
        );
    }
    let error = Table::new(columns(2), vec![1.0, 2.0, f64::NAN, 4.0]).expect_err("NaN");
    assert_eq!((error.row, error.found.as_str()), (2, "“NaN”"));
}

/// A table's columns as a heading writes them.
fn headings(table: &Table) -> Vec<String> {
    let columns = table.columns().iter();
    columns
        .map(|column| format!("{} [{}]", column.name, column.unit))
        .collect()
}

#[test]
fn a_row_of_names_in_front_names_the_columns() {
    for (text, expected) in [
        (
            "size [m²], price [€];50,200;60,250",
            ["size [m²]", "price [€]"],
        ),
        ("size,price;50,200;60,250;", ["size []", "price []"]),
        ("2019 [],[kg];50,200;60,250", ["2019 []", "y [kg]"]),
        (" [cm],Inf [];50,200;60,250", ["x [cm]", "Inf []"]),
    ] {
        let table = inline(text);
        assert_eq!(headings(&table), expected, "{text}");
        assert_eq!(
            table.rows().collect::<Vec<_>>(),
            [[50.0, 200.0], [60.0, 250.0]],
            "{text}"
        );
        assert_eq!(inline(&table.inline()), table, "{text}");
    }
    assert_eq!(
        inline("size [m²], price;50.0,200").inline(),
        "size [m²],price;50,200"
    );
    assert_eq!(
        inline("x,y;50.0,200").inline(),
        "50,200",
        "the names that rows have anyway"
    );
}

#[test]
fn names_come_in_pieces_like_rows() {
    let text = "size [m²],price [€];50,200;60,250";
    let whole = inline(text);
    for (at, _) in text.char_indices() {
        let mut reader = TableReader::default();
        reader.push(&text[..at]).expect("a beginning");
        reader.push(&text[at..]).expect("the rest");
        assert_eq!(reader.finish().expect("rows"), whole);
    }
}

#[test]
fn names_that_cannot_be_read_are_told() {
    let long = "n".repeat(41);
    for (text, expected) in [
        (
            "size;1,2".to_owned(),
            "row 1: found 2 numbers, allowed: 1 number, one for each name",
        ),
        (
            "a,b,c;1,2".into(),
            "row 1: found 2 numbers, allowed: 3 numbers, one for each name",
        ),
        (
            "a,b;1,2;3".into(),
            "row 2: found 1 number, allowed: 2 numbers, as in row 1",
        ),
        (
            format!("{long},b;1,2"),
            "names of columns: found “nnnnnnnnnnnnnnnnnnnnnnnn…”",
        ),
        (
            format!("a [{long}],b;1,2"),
            "names of columns: found “a [nnnn",
        ),
        (
            "a [m,b;1,2".into(),
            "names of columns: found “a [m”, allowed: a name and its unit",
        ),
        ("a,b".into(), "row 1: found “a”"),
        ("a,b;".into(), "row 1: found nothing"),
        ("a,b;c,d;1,2".into(), "row 1: found “c”"),
        // Numbers with a slip in the first row are no names.
        ("2.1,4oo;1.6,330".into(), "row 1: found “4oo”"),
        ("2.l,4oo;1.6,330".into(), "row 1: found “2.l”"),
        ("nan,inf;1,2".into(), "row 1: found “nan”"),
    ] {
        assert!(
            message(&text).starts_with(expected),
            "{text}: {}",
            message(&text)
        );
    }
}

#[test]
fn names_that_no_link_can_carry_are_changed_in_it() {
    let column = |name: &str| Column {
        name: name.into(),
        unit: "m, [s]; a".into(),
    };
    let table =
        Table::new(vec![column("a;b"), column(&"n".repeat(60))], vec![1.0, 2.0]).expect("good");
    let again = inline(&table.inline());
    assert_eq!(headings(&again)[0], "a b [m (s) a]");
    assert_eq!(again.columns()[1].name.chars().count(), 40);
    assert_eq!(inline(&again.inline()), again);
}
