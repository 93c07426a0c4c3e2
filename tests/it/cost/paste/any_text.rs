use downhill::cost::paste::{ColumnChoice, LineKind, Paste};
use proptest::prelude::*;

/// Lines as editors count them: LF, CR, or both.
fn line_count(text: &str) -> usize {
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    text.lines().count()
}

/// Reads a text and compares what is said of its lines with the lines.
fn accounted(text: &str) -> Result<(), TestCaseError> {
    let Ok(paste) = Paste::read(text) else {
        return Ok(());
    };
    prop_assert_eq!(paste.lines().len(), line_count(text), "{:?}", text);
    let count = |kind: LineKind| paste.lines().iter().filter(|it| **it == kind).count();
    let mut left_out: Vec<usize> = paste.left_out().iter().map(|left| left.line).collect();
    left_out.dedup();
    for (index, kind) in paste.lines().iter().enumerate() {
        // Quotes may hold line ends: what is told of the first line holds for the others.
        let goes_on = index > 0 && paste.lines()[index - 1] == LineKind::LeftOut;
        let told = *kind != LineKind::LeftOut || left_out.contains(&(index + 1)) || goes_on;
        prop_assert!(told, "line {} of {:?}", index + 1, text);
    }
    for line in left_out {
        let kind = paste.lines()[line - 1];
        prop_assert!(
            matches!(kind, LineKind::LeftOut | LineKind::Row),
            "{kind:?} {text:?}"
        );
    }
    prop_assert!(
        count(LineKind::Row) > 0 || paste.row_count() == 0,
        "{:?}",
        text
    );
    for x in 0..paste.columns().len() {
        for y in 0..=paste.columns().len() {
            if let Ok(chosen) = paste.choose(&ColumnChoice { x: vec![x], y }) {
                prop_assert_eq!(
                    chosen.table.row_count() + chosen.left_out.len(),
                    paste.row_count()
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_panics_or_loses_a_line(text in "\\PC{0,60}") {
        accounted(&text)?;
    }

    #[test]
    fn no_text_of_the_signs_of_tables_does(text in "[-0-9.,;|&\\\\\"'# \t\n\rabex(%)…é\u{a0}\u{feff}]{0,120}") {
        accounted(&text)?;
    }

    #[test]
    fn no_table_with_faults_does(
        separator in prop::sample::select(vec![",", ";", "\t", " | ", " & ", "  ", " "]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r", " \\\\\n"]),
        rows in prop::collection::vec(prop::collection::vec("(-?[0-9]{1,4}([.,][0-9]{1,3})?|[a-z]{1,5}|NA||\"[a-z,;\n]{0,4}\"|\\.\\.\\.)", 1..4), 1..12),
    ) {
        let lines: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
        accounted(&lines.join(end))?;
    }
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    // Quotes that are never closed, one line without an end, and rows that never fit:
    // each of them would take hours if a part were read again and again.
    for text in [
        "\"a,1\n".repeat(20_000),
        "1,\"2\"\"3,".repeat(20_000),
        "1 & 2 \\\\ ".repeat(20_000),
        "[1] 1 2 3 ".repeat(20_000),
        "1;2\n1;2\n1;2;3\n".repeat(10_000),
        format!("[1] {}", "1.5 ".repeat(20_000)),
    ] {
        let _ = Paste::read(&text);
    }
}
