//! Slices in words.

use downhill::cost::{CATALOGUE, DATA_SETS};
use downhill::lab::Session;

use super::{open, run_to_end};

fn sentences(session: &Session) -> Vec<String> {
    let report = session.slices_report(true);
    report
        .slices
        .into_iter()
        .map(|slice| slice.sentence)
        .collect()
}

#[test]
fn a_slice_says_what_is_frozen_how_steep_it_is_and_where_it_goes() {
    let session = open("cost=bowl&start=-0.5,2");
    let report = session.slices_report(true);
    assert_eq!(
        sentences(&session),
        [
            "Along w, with b frozen at 2: J 4.25, slope −1: w gets larger in the next step.",
            "Along b, with w frozen at −0.5: J 4.25, slope 4: b gets smaller in the next step.",
        ]
    );
    assert_eq!(report.slices[1].slope_text, "4");
    assert_eq!(report.slices[1].value, 2.0);
    let level = open("cost=bowl&start=0,1");
    assert!(
        sentences(&level)[0].contains("slope 0: w stays in the next step."),
        "{:?}",
        sentences(&level)
    );
}

#[test]
fn every_parameter_moves_as_its_slice_says() {
    let costs = CATALOGUE.iter().map(|sheet| format!("cost={}", sheet.id));
    let data = DATA_SETS.iter().map(|sheet| format!("data={}", sheet.id));
    for link in costs.chain(data).chain(["formula=w^2%2B3w b%2Bb^2".into()]) {
        for rule in ["simultaneous", "sequential"] {
            let mut session = open(&format!("{link}&rule={rule}"));
            for _ in 0..12 {
                let said = sentences(&session);
                let before = session.readout().runs[0].point.clone();
                if session.advance(1) == 0 {
                    break;
                }
                let after = session.readout().runs[0].point.clone();
                for (index, sentence) in said.iter().enumerate() {
                    let moved = match after[index] {
                        now if now > before[index] => "gets larger in the next step",
                        now if now < before[index] => "gets smaller in the next step",
                        _ => continue,
                    };
                    assert!(sentence.contains(moved), "{link} {rule}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn a_slope_measured_elsewhere_is_told_with_its_number() {
    // The six houses: Σx = 13.4, Σy = 2820, Σxy = 7021. At the start ∂J/∂b = −2820/6;
    // once w is 0.1 · 7021/6 it is that times 13.4/6, less 470: −208.66.
    let session = open("data=houses&alpha=0.1&rule=sequential");
    let said = sentences(&session);
    assert!(!said[0].contains("measured"), "{}", said[0]);
    assert!(
        said[1].starts_with("Along b, with w frozen at 0: J 124800, slope −470: b gets larger")
            && said[1].ends_with("by the slope −208.7 measured after w has moved."),
        "{}",
        said[1]
    );
}

#[test]
fn captions_say_what_slices_hide() {
    let caption = |session: &Session| session.slices_report(true).caption;
    let mut bowl = open("cost=bowl");
    assert!(caption(&bowl).contains("the ground may still fall"));
    run_to_end(&mut bowl);
    assert!(caption(&bowl).contains("rises too: a minimum"));
    assert!(sentences(&bowl)[0].ends_with("the run has stopped here."));
    let mut saddle = open("formula=w^2%2Bb^2%2B3w b&start=0,0");
    saddle.advance(1);
    assert!(caption(&saddle).contains("yet it is no minimum"));
    let mut seen = open("cost=saddle&start=0,0");
    seen.advance(1);
    assert!(caption(&seen).starts_with("Every slice is level here."));
    assert!(bowl.slices_report(false).caption.contains("its own scale"));
}

#[test]
fn the_offer_opens_a_saddle_that_slices_hide_and_one_undo_takes_it_back() {
    let mut session = open("cost=himmelblau&show=basic,slices");
    let before = session.link();
    assert_eq!(session.slices_report(true).offer, "Try w² + b² + 3wb");
    session.try_between_axes();
    assert_eq!(session.slices_report(true).offer, "");
    assert!(session.shows("slices"));
    run_to_end(&mut session);
    let [rests, falls] = &session.readout().runs[..] else {
        panic!("two runs");
    };
    assert_eq!((rests.iteration, rests.cost), (0, 0.0));
    // Each step multiplies w − b by 1 + α.
    assert!(falls.cost < -100.0 && (falls.point[0] + falls.point[1]).abs() < 1e-9 * falls.point[0]);
    assert!(session.undo());
    assert_eq!(session.link(), before);
}

#[test]
fn one_parameter_has_a_sentence_and_many_are_counted() {
    let curve = open("cost=curve").slices_report(true);
    assert!(curve.slices.is_empty() && curve.caption.contains("one parameter"));
    let three = sentences(&open("cost=three&start=1,2,3"));
    assert!(
        three[1].starts_with("Along w₂, with w₁ frozen at 1 and b frozen at 3: J"),
        "{}",
        three[1]
    );
    let seven = sentences(&open("formula=a^2%2Bb^2%2Bc^2%2Bd^2%2Bf^2%2Bg^2%2Bh^2"));
    assert!(
        seven[6].starts_with("Along h, with the other 6 parameters frozen: J 7, slope 2: h gets"),
        "{}",
        seven[6]
    );
}

#[test]
fn where_j_has_no_value_slices_say_so() {
    let session = open("formula=ln(w)%2Bb&start=-1,0");
    for sentence in sentences(&session) {
        assert!(sentence.ends_with("J has no slope here."), "{sentence}");
    }
}
