//! What is said of the hill, and what a click on it means.

use downhill::figure::{Figure, Format, HillReport, Picture};
use downhill::lab::Session;
use downhill::view::Mode;

use crate::lab::{open, run_to_end};

const SIZE: [f64; 2] = [560.0, 440.0];

fn format(session: &Session) -> Format {
    Format::new(session, SIZE, 1.0, Mode::Light)
}

fn report(link: &str) -> HillReport {
    let session = open(link);
    Figure::default().hill_report(&session, &format(&session))
}

#[test]
fn captions_say_how_heights_are_drawn() {
    let caption = |link: &str| report(link).caption;
    // The window given is as wide as high on this picture, and J runs from 0 to 8: drawn
    // half as high as wide, one unit of J is 0.5 / 8 of the side, one of w 1 / 4.
    let square = "formula=w^2%2Bb^2&window=-2,2,-2,2&start=1,1&alpha=0.1";
    let said = caption(square);
    let times: f64 = {
        let words = said.split("J is drawn ").nth(1).expect(&said);
        words
            .split(' ')
            .next()
            .expect("a number")
            .parse()
            .expect("a number")
    };
    let shown = report(square).window;
    let [across, up] = shown.size();
    let highest = (across * across + up * up) / 4.0;
    let wider = if across > up { across } else { up };
    let expected = 0.5 / highest * wider;
    assert!(
        (times - expected).abs() < 0.02 * expected,
        "{times} {expected}"
    );
    assert!(caption("cost=rosenbrock").contains("Heights are compressed"));
    assert!(caption("data=houses").contains("no common unit"));
    assert!(caption("formula=0w%2B0b%2B3&start=0,0&alpha=1&window=-1,1,-1,1").contains("level"));
    assert!(caption("cost=three").contains("frozen at"));
}

#[test]
fn where_there_is_no_hill_a_sentence_says_why() {
    let absent = |link: &str| report(link).absent.unwrap_or_default();
    assert!(absent("cost=curve").contains("one parameter"));
    assert!(absent("show=basic,fog").contains("fog"));
    let nowhere = "formula=ln(-1-w^2-b^2)&start=0,0&alpha=0.1&window=-1,1,-1,1";
    assert!(
        absent(nowhere).contains("no finite value"),
        "{}",
        absent(nowhere)
    );
    assert_eq!(report("cost=valleys").absent, None);
}

#[test]
fn the_description_tells_axes_range_and_walker() {
    let said = report("cost=bowl&camera=0,40").description;
    assert!(
        said.contains("w grows to the right, b away from you"),
        "{said}"
    );
    let said = report("cost=bowl&camera=-90,40").description;
    assert!(
        said.contains("w grows towards you, b to the right"),
        "{said}"
    );
    assert!(said.contains("looks downhill"), "{said}");
    let flat = report("formula=w^2%2Bb^2&start=0,0&alpha=0.1&window=-1,1,-1,1").description;
    assert!(flat.contains("stands on flat ground"), "{flat}");
    let mut session = open("cost=bowl&alpha=3");
    run_to_end(&mut session);
    let gone = Figure::default().hill_report(&session, &format(&session));
    assert!(
        gone.description.contains("not on this part"),
        "{}",
        gone.description
    );
}

#[test]
fn a_walker_behind_the_crest_is_said_to_be_hidden() {
    // The second start of the valleys ends behind the crest, seen from this side.
    let mut session = open("cost=valleys&camera=-60,15");
    run_to_end(&mut session);
    let told = [0, 1].map(|run| {
        session.select(run);
        let report = Figure::default().hill_report(&session, &format(&session));
        report.description.contains("hides the walker")
    });
    assert!(told.contains(&true) && told.contains(&false), "{told:?}");
}

#[test]
fn a_click_on_the_hill_is_a_place_of_its_window_and_beside_it_none() {
    for link in [
        "cost=valleys&camera=30,50",
        "data=houses&start=200,50",
        "cost=three",
    ] {
        let session = open(link);
        let format = format(&session);
        let mut figure = Figure::default();
        let points = (0..44).flat_map(|row| (0..56).map(move |column| [column, row]));
        let picked: Vec<([f64; 2], Vec<f64>)> = points
            .map(|place| place.map(|side| f64::from(side) * 10.0 + 5.0))
            .filter_map(|css| Some((css, figure.pick_hill(&session, &format, css)?)))
            .collect();
        assert!(picked.len() > 200, "{link}: {}", picked.len());
        let window = figure.hill_report(&session, &format).window;
        let [x, y] = session.axes();
        for (css, point) in picked {
            // Rounded to what a pixel can show, it may lie a little outside.
            let near = |value: f64, [low, high]: [f64; 2]| {
                let hair = 0.01 * (high - low);
                low - hair <= value && value <= high + hair
            };
            assert!(
                near(point[x], window.x()) && near(point[y], window.y()),
                "{link} {css:?} {point:?}"
            );
            assert_eq!(point.len(), session.subject().dimension());
        }
        assert_eq!(figure.pick_hill(&session, &format, [2.0, 2.0]), None);
        assert_eq!(figure.pick_hill(&session, &format, [f64::NAN, 1e9]), None);
    }
}

#[test]
fn the_camera_is_kept_in_a_sane_range() {
    for (text, camera) in [
        ("0,0", [0.0, 10.0]),
        ("370,95", [10.0, 90.0]),
        ("-190,-5", [170.0, 10.0]),
        (
            "1e300,40",
            [(1e300f64 % 360.0 + 180.0).rem_euclid(360.0) - 180.0, 40.0],
        ),
    ] {
        let session = open(&format!("camera={text}"));
        let [turn, tilt] = session.camera();
        assert!(
            (turn - camera[0]).abs() < 1e-9 && tilt == camera[1],
            "{text}: {turn},{tilt}"
        );
    }
    assert_eq!(
        open("cost=bowl").setting(downhill::lab::Key::Camera),
        "-35,40"
    );
    assert_eq!(open("cost=bowl").camera(), [-35.0, 40.0]);
}

#[test]
fn the_hill_has_colours_under_its_lines_and_the_map_keeps_its_own() {
    let session = open("cost=valleys&at=8");
    let format = format(&session);
    let mut figure = Figure::default();
    let hill = figure
        .colours(Picture::Hill, &session, &format)
        .expect("a hill");
    assert_eq!(hill.rectangle, [0, 0, 560, 440]);
    let clear = hill.rgba.chunks(4).filter(|pixel| pixel[3] == 0).count();
    assert!(clear > 1000 && clear < 560 * 440 - 1000);
    let map = figure
        .colours(Picture::Ground, &session, &format)
        .expect("a map");
    assert!(map.rgba.chunks(4).all(|pixel| pixel[3] == 255));
    assert!(figure.colours(Picture::Costs, &session, &format).is_none());
}
