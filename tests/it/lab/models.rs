//! Models on data, as settings ask for them.

use downhill::cost::{DATA_SETS, MODELS, find_data};
use downhill::lab::{DataView, Session};

use super::open;

fn predictions(session: &Session) -> Vec<(f64, f64)> {
    let fit = session.subject().fit.as_ref().expect("data");
    let at = session.readout().runs[0].point.clone();
    let last = fit.table().columns().len() - 1;
    (fit.table().rows())
        .map(|row| (fit.predict(row, &at), row[last]))
        .collect()
}

fn at_end(query: &str) -> Session {
    let mut session = open(query);
    session.advance(u32::MAX);
    session
}

#[test]
fn a_model_opens_with_its_own_data_and_data_with_their_own_model() {
    for model in MODELS {
        let session = open(&format!("cost={}", model.id));
        assert_eq!(session.subject().model.expect("a model").id, model.id);
        let sheet = find_data(model.data).expect("a data set");
        assert_eq!(
            session.readout(),
            open(&format!("data={}", sheet.id)).readout()
        );
        assert!(!session.subject().is_own());
    }
    for (data, model) in [
        ("houses", "regression"),
        ("stopping", "polynomial"),
        ("orings", "logistic"),
        ("xor", "network"),
        ("0,1;1,2", "regression"),
    ] {
        let session = open(&format!("data={data}"));
        assert_eq!(
            session.subject().model.expect("a model").id,
            model,
            "{data}"
        );
    }
}

/// What the sheets of the data sets tell a reader.
#[test]
fn the_sentences_of_data_sets_are_true() {
    let at = |session: &Session| session.readout().runs[0].point.clone();
    // "The colder the launch, the likelier the damage."
    assert!(at(&at_end("data=orings"))[0] < -1.0);
    // "A network with two hidden units does, and all its nine parameters move at once."
    let xor = at_end("data=xor");
    assert!(
        predictions(&xor)
            .iter()
            .all(|(said, y)| (said - y).abs() < 0.01)
    );
    let before = at(&open("data=xor"));
    let after = at(&open("data=xor&at=1"));
    assert_eq!(after.iter().zip(&before).filter(|(a, b)| a != b).count(), 9);
    // "No line tells these four points apart": the best line says ½ for each.
    let line = at_end("data=xor&cost=regression");
    assert!(
        predictions(&line)
            .iter()
            .all(|(said, _)| (said - 0.5).abs() < 1e-4)
    );
    // "Together they fence the middle in."
    let circles = at_end("data=circles");
    assert!(
        predictions(&circles)
            .iter()
            .all(|(said, y)| (said - y).abs() < 0.5)
    );
    let line = at_end("data=circles&cost=logistic");
    assert!(
        predictions(&line)
            .iter()
            .any(|(said, y)| (said - y).abs() > 0.5)
    );
}

#[test]
fn data_and_models_that_do_not_go_together_are_told() {
    for (query, key, says) in [
        (
            "cost=polynomial&data=penguins",
            "data",
            "one feature; these have 2",
        ),
        (
            "cost=network&data=1,2,3,0;4,5,6,1",
            "data",
            "1 to 2 features; these have 3",
        ),
        ("cost=logistic&data=houses", "data", "row 1 is another"),
        ("cost=logistic&loss=squared", "loss", "cross-entropy"),
        ("data=houses&loss=cross-entropy", "loss", "row 1 is another"),
        ("cost=network&hidden=9", "hidden", "from 1 to 8"),
        ("cost=polynomial&degree=0", "degree", "from 1 to 9"),
        ("cost=regression&loss=quartic", "loss", "squared, absolute"),
        ("cost=regression&loss=huber&delta=-1", "delta", "above 0"),
    ] {
        let mut session = Session::new();
        let problems = session.load(query);
        assert_eq!(problems.len(), 1, "{query}: {problems:?}");
        assert_eq!(problems[0].key, key, "{query}");
        assert!(
            problems[0].message.contains(says),
            "{query}: {}",
            problems[0].message
        );
        assert!(session.subject().fit.is_some(), "{query}");
        assert!(session.advance(1) == 1, "{query}");
    }
}

#[test]
fn choosing_a_model_keeps_data_that_fit_and_choosing_data_opens_their_model() {
    let mut session = open("data=1,0;2,1;3,0;4,1");
    assert!(session.choose("cost", "logistic").is_empty());
    assert_eq!(
        session
            .link()
            .split('&')
            .filter(|pair| pair.starts_with("data=1,0"))
            .count(),
        1
    );
    assert!(session.choose("cost", "network").is_empty());
    assert_eq!(session.subject().dimension(), 7);
    assert!(session.choose("data", "2,1,0;3,5,1").is_empty());
    assert_eq!(
        session.subject().dimension(),
        9,
        "the network stays for other own rows"
    );
    assert_eq!(session.choose("cost", "polynomial").len(), 1);
    let model = session.subject().model.expect("a model");
    assert_eq!(
        (model.id, session.subject().dimension()),
        ("polynomial", 3),
        "two features do not fit"
    );
    assert!(session.choose("data", "orings").is_empty());
    assert_eq!(session.subject().model.expect("a model").id, "logistic");
    assert!(session.undo());
    assert_eq!(session.subject().model.expect("a model").id, "polynomial");
}

#[test]
fn own_rows_that_do_not_go_with_a_model_are_told() {
    let mut session = open("data=orings");
    let problems = session.choose("data", "1,5;2,7;3,9");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(
        (problems[0].key.as_str(), problems[0].value.as_str()),
        ("cost", "logistic")
    );
    assert!(
        problems[0].message.contains("row 1 is another"),
        "{problems:?}"
    );
    assert_eq!(session.subject().model.expect("a model").id, "regression");
    assert_eq!(session.subject().dimension(), 2, "the rows are used");

    let mut session = open("data=orings");
    assert!(session.choose("data", "1,0;2,1;3,0").is_empty());
    assert_eq!(session.subject().model.expect("a model").id, "logistic");

    let mut session = open("data=1,5,0;2,7,1");
    let problems = session.choose("cost", "polynomial");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].key, "data");
    assert!(session.undo());
    assert_eq!(session.subject().dimension(), 3, "and are not lost");
}

#[test]
fn settings_of_a_model_keep_what_fits() {
    let mut session = open("data=houses&alpha=0.05&start=1,2");
    assert!(session.edit("loss", "huber").is_empty());
    assert_eq!(session.alpha(), 0.05);
    assert_eq!(session.starts(), [[1.0, 2.0]]);
    let problems = session.edit("cost", "polynomial");
    assert_eq!(
        problems.len(),
        1,
        "a start with one number too few: {problems:?}"
    );
    assert_eq!(session.subject().dimension(), 3);
}

/// Every model and loss on every data set that fits opens at a finite place, goes downhill at
/// first, and stays within reach for 100 steps.
#[test]
fn every_model_walks_downhill_on_every_data_set_that_fits() {
    for sheet in DATA_SETS {
        for model in MODELS {
            for loss in ["squared", "absolute", "huber", "cross-entropy"] {
                for standardise in ["off", "on"] {
                    let query = format!(
                        "cost={}&data={}&loss={loss}&standardise={standardise}",
                        model.id, sheet.id
                    );
                    let mut session = Session::new();
                    if !session.load(&query).is_empty() {
                        continue;
                    }
                    let first = session.readout().runs[0].cost;
                    session.advance(20);
                    let readout = session.readout();
                    let run = &readout.runs[0];
                    // Exclusive or by absolute error is as flat as a table around 0.
                    let flat = run.gradient.iter().all(|slope| *slope == 0.0);
                    assert!(run.cost < first || flat, "{query}: {readout:?}");
                    assert_ne!(readout.runs[0].stopped, Some("diverged"), "{query}");
                }
            }
        }
    }
}

/// "Other parameters, the same network, the same J at every step."
#[test]
fn swapped_units_are_another_place_and_the_same_network() {
    for query in [
        "data=xor",
        "data=circles",
        "data=orings&cost=network&hidden=2",
    ] {
        let mut session = open(query);
        assert!(session.swap_units(), "{query}");
        session.advance(300);
        let [one, other] = &session.readout().runs[..] else {
            panic!("two runs");
        };
        assert_ne!(one.point, other.point, "{query}");
        assert_eq!(one.cost, other.cost, "{query}");
        assert_eq!(one.iteration, other.iteration, "{query}");
        let fit = session.subject().fit.as_ref().expect("data");
        for row in fit.table().rows() {
            assert_eq!(fit.predict(row, &one.point), fit.predict(row, &other.point));
        }
        assert!(session.undo());
        assert_eq!(session.runs().len(), 1);
    }
    for query in ["data=houses", "data=xor&hidden=1", "cost=bowl"] {
        assert!(!open(query).swap_units(), "{query}");
    }
}

#[test]
fn data_are_drawn_as_fits_the_model() {
    for (query, view) in [
        ("data=houses", DataView::Curves),
        ("data=stopping", DataView::Curves),
        ("data=orings", DataView::Curves),
        ("data=penguins", DataView::Predictions),
        ("data=xor", DataView::Output),
        ("data=circles&cost=logistic", DataView::Output),
        ("data=xor&cost=regression", DataView::Predictions),
    ] {
        assert_eq!(open(query).data_view(), view, "{query}");
    }
}
