//! What a reader takes away. That the programs walk as the figures do is held by `tests/python`.

use super::open;

#[test]
fn a_path_has_a_line_for_each_step_with_all_digits() {
    let mut session = open("cost=bowl&start=3,-1&alpha=0.1");
    session.advance(2);
    assert_eq!(session.path_head(), "iteration,w,b,J,dJ/dw,dJ/db\r\n");
    let rows = session.path_rows(0, 0, u32::MAX);
    let lines: Vec<&str> = rows.lines().collect();
    assert_eq!(lines.len(), 3);
    let numbers: Vec<f64> = lines[2]
        .split(',')
        .map(|text| text.parse().unwrap())
        .collect();
    let readout = &session.readout().runs[0];
    assert_eq!(numbers[0], 2.0);
    assert_eq!(numbers[1..3], readout.point[..]);
    assert_eq!(numbers[3], readout.cost);
    assert_eq!(numbers[4..], readout.gradient[..]);
    assert_eq!(
        session.path_rows(0, 0, 0) + &session.path_rows(0, 1, 9),
        rows
    );
    session.reset();
    assert_eq!(
        session.path_rows(0, 0, 9).lines().count(),
        1,
        "only what is shown"
    );
}

#[test]
fn a_program_avoids_words_that_are_taken() {
    let program = open("formula=lambda^2%2B(alpha-1)^2%2BJ^2")
        .snippet()
        .expect("a program");
    assert!(program.contains("lambda_, alpha_, J_ = point"), "{program}");
}

#[test]
fn many_rows_are_read_from_a_file() {
    let rows: Vec<String> = (0..1001).map(|i| format!("{i},{}", i % 7)).collect();
    let program = open(&format!("data={}", rows.join(";")))
        .snippet()
        .expect("a program");
    assert!(program.contains("np.loadtxt(\"data.csv\""), "{program}");
    assert!(program.len() < 2000);
}

#[test]
fn data_have_a_heading_and_a_line_for_each_row() {
    let csv = |link: &str| open(link).data_csv().collect::<String>();
    assert_eq!(csv("cost=bowl"), "");
    let houses = csv("data=houses&standardise=on");
    assert!(
        houses.starts_with("size [1000 sq ft],price [$1000]\r\n1,250\r\n1.7,300\r\n"),
        "{houses}"
    );
    assert_eq!(houses.lines().count(), 7);
    let rows: Vec<String> = (0..5000)
        .map(|i| format!("{i},{}", 0.1 * f64::from(i)))
        .collect();
    let text = csv(&format!("data=a \"b\",c;{}", rows.join(";")));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "\"a \"\"b\"\"\",c");
    assert_eq!(lines[1..], rows);
}

#[test]
fn a_program_names_the_source_of_its_data() {
    for sheet in downhill::cost::DATA_SETS {
        let program = open(&format!("data={}", sheet.id))
            .snippet()
            .expect("a program");
        assert!(
            program.contains(&format!("# {}\n", sheet.source)),
            "{program}"
        );
    }
}
