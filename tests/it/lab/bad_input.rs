use downhill::lab::{SETTINGS, Session};

/// A row of the table of bad links, which `tests/e2e/bad-input.spec.js` reads too.
struct Row {
    link: String,
    /// The key its last problem names.
    key: String,
    /// What the last problem's message must hold.
    says: Vec<String>,
    problems: usize,
}

const TABLE: &str = include_str!("../../bad-links.json");

fn table() -> Vec<Row> {
    let rows: Vec<serde_json::Value> = serde_json::from_str(TABLE).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let row = |row: &serde_json::Value| {
        let mut link = text(&row["link"]);
        if let Some([unit, count, end]) = row["repeat"].as_array().map(Vec::as_slice) {
            link += &text(unit).repeat(count.as_u64().expect("a count") as usize);
            link += &text(end);
        }
        Row {
            link,
            key: text(&row["key"]),
            says: row["says"]
                .as_array()
                .expect("a list")
                .iter()
                .map(text)
                .collect(),
            problems: row["problems"].as_u64().unwrap_or(1) as usize,
        }
    };
    rows.iter().map(row).collect()
}

#[test]
fn every_bad_link_names_its_key_and_what_is_allowed_and_leaves_a_figure() {
    let table = table();
    assert!(table.len() >= 60);
    for row in table {
        let link: String = row.link.chars().take(100).collect();
        let mut session = Session::new();
        let problems = session.load(&row.link);
        assert_eq!(problems.len(), row.problems, "{link}: {problems:?}");
        let last = &problems[problems.len() - 1];
        assert_eq!(last.key, row.key, "{link}");
        for word in row.says {
            assert!(last.message.contains(&word), "{link}: {}", last.message);
        }
        assert!(
            last.message.chars().count() < 900,
            "{link}: {}",
            last.message
        );
        assert!(!last.message.contains(char::is_control), "{link}");
        session.advance(3);
        assert!(session.readout().runs[0].cost.is_finite(), "{link}");
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
