//! Steps that look at some rows only, as a reader sees them.

use downhill::lab::{Key, Session};

use super::open;

/// Where the run is after one more step.
fn after_a_step(session: &mut Session) -> Vec<f64> {
    session.advance(1);
    session.readout().runs[0].point.clone()
}

#[test]
fn a_batch_of_all_rows_walks_as_without() {
    for size in [6, 7, 1_000_000] {
        let mut session = open(&format!("data=houses&batch={size}"));
        assert!(session.batch().is_none());
        assert_eq!(session.setting(Key::Batch), "6");
        let mut without = open("data=houses");
        session.advance(100);
        without.advance(100);
        assert_eq!(session.readout(), without.readout());
    }
    assert_eq!(open("data=houses").setting(Key::Batch), "6");
    assert!(open("cost=bowl&batch=1").batch().is_none());
}

#[test]
fn the_same_seed_draws_the_same_rows_and_another_draws_others() {
    let walk = |seed: u32| {
        let mut session = open(&format!(
            "data=houses&standardise=on&batch=1&alpha=0.1&seed={seed}"
        ));
        session.advance(20);
        session.readout().runs[0].point.clone()
    };
    assert_eq!(walk(4), walk(4));
    assert_ne!(walk(4), walk(5));
}

#[test]
fn what_is_said_of_the_next_step_is_what_it_does() {
    let base = "data=houses&standardise=on&alpha=0.1&seed=2";
    for rule in ["simultaneous", "sequential"] {
        for batch in ["1", "2"] {
            let mut session = open(&format!("{base}&rule={rule}&batch={batch}"));
            for iteration in 0..12 {
                let rows = session.next_rows().expect("a batch");
                let length = session.next_length();
                let sums = session.sums_report();
                assert_eq!(sums.rows.len(), rows.len());
                for (row, report) in rows.iter().zip(&sums.rows) {
                    assert_eq!(report.head, format!("row {}", row + 1));
                }
                assert!(
                    sums.note.contains("the slopes the walk uses"),
                    "{}",
                    sums.note
                );
                let lines = session.update_lines();
                let before = session.readout().runs[0].point.clone();
                let after = after_a_step(&mut session);
                let moved: f64 = (before.iter().zip(&after))
                    .map(|(a, b)| (a - b) * (a - b))
                    .sum();
                assert!((moved.sqrt() - length).abs() < 1e-12 * (1.0 + length));
                for (line, value) in lines.iter().zip(&after) {
                    let shown = downhill::number::significant(*value, 5);
                    assert!(
                        line.spoken.ends_with(&format!(" is {shown}")),
                        "{iteration} {line:?}"
                    );
                    assert!(line.rule.contains("<mtext>rows</mtext>"));
                }
                assert!(
                    sums.next
                        .contains(&format!("Step {} leads to", iteration + 1))
                );
            }
        }
    }
}

#[test]
fn sentences_say_that_rows_are_drawn() {
    let mut session = open("data=houses&standardise=on&batch=1&alpha=0.5&steps=300&show=all");
    let row = session.next_rows().expect("a batch")[0] + 1;
    let caption = session.report().caption;
    let sentence =
        format!("Each step looks at 1 of 6 rows only, drawn by lot; the next at row {row}.");
    assert!(caption.contains(&sentence), "{caption}");
    let note = session.step_length_report().note;
    assert!(
        note.contains("This step looks at 1 of 6 rows only"),
        "{note}"
    );
    let sums = session.sums_report().caption;
    assert!(
        sums.starts_with("This step looks at 1 of 6 rows only, drawn by lot. Every row"),
        "{sums}"
    );
    let slices = session.slices_report(true).slices;
    assert!(slices[0].sentence.contains("of the rows that it looks at"));
    session.advance(u32::MAX);
    let verdict = session.verdict(0);
    assert!(
        verdict.ends_with("J keeps rising and falling: each step looks at 1 of 6 rows only. A smaller α wanders less."),
        "{verdict}"
    );
}

#[test]
fn rows_of_the_next_step_are_ringed_where_each_has_its_dot() {
    for (query, few) in [
        ("data=houses&batch=2", true),
        ("data=xor&batch=1", true),
        (
            "data=1,2,0,1,3;2,1,1,0,4;0,1,2,2,5;1,1,1,3,0&batch=2",
            false,
        ),
        ("data=houses", false),
    ] {
        let mut session = open(query);
        let said = session.report().data_caption;
        assert_eq!(
            said.contains("The next step looks at the ringed rows."),
            few,
            "{query}: {said}"
        );
        if few {
            assert_eq!(Some(session.ringed_rows()), session.next_rows());
        }
        session.advance(u32::MAX);
        assert!(session.ringed_rows().is_empty(), "{query}");
    }
}

#[test]
fn walks_stay_at_their_iteration_when_the_batch_changes_and_undo_brings_it_back() {
    let mut session = open("data=houses&standardise=on&alpha=0.1");
    session.advance(10);
    let whole = session.readout();
    assert!(session.edit("batch", "1").is_empty());
    session.settle();
    assert_eq!(session.iteration(), 10);
    assert_ne!(session.readout(), whole);
    assert!(session.link().contains("batch=1"));
    assert_eq!(session.edit("batch", "0").len(), 1);
    assert_eq!(session.setting(Key::Batch), "1");
    session.undo();
    session.advance(10);
    assert_eq!(session.readout(), whole);
}
