//! Sessions as pictures: those of the documents, and every cost and data set.

#[path = "../../examples/gallery/picture.rs"]
pub(crate) mod picture;
#[path = "../../examples/gallery/table.rs"]
mod table;
#[path = "../../examples/gallery/thin.rs"]
mod thin;

use std::fs;
use std::path::PathBuf;

use downhill::cost::{CATALOGUE, DATA_SETS};
use downhill::figure::{Figure, Format};
use downhill::lab::Session;
use downhill::view::{self, Mode};

use crate::lab::open;
use crate::svg;
use picture::Picture;
use table::{POSTERS, Part, ROWS, Row};

/// The tables of pictures, and where they stand.
const GALLERIES: [(&str, &[Row]); 2] = [("docs/pictures", ROWS), ("www/pictures", POSTERS)];

fn pictures(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The colour field is left out: its pixels have their own tests.
#[test]
fn documents_show_what_the_program_draws() {
    let mut different = Vec::new();
    for (folder, row) in GALLERIES
        .iter()
        .flat_map(|(folder, rows)| rows.iter().map(move |row| (folder, row)))
    {
        let lines = Picture::open(row).svg(false);
        svg::check_inside(&lines);
        let shown = fs::read_to_string(pictures(folder).join(format!("{}.svg", row.name)));
        let shown = shown.unwrap_or_default();
        let without_field = shown.split('\n').filter(|line| !line.starts_with("<image"));
        if !without_field.eq(lines.split('\n')) {
            different.push(row.name);
        }
    }
    assert!(
        different.is_empty(),
        "these pictures changed; run `cargo run --example gallery` and look at them: {different:#?}"
    );
}

#[test]
fn documents_have_no_picture_but_those_of_the_table() {
    for (folder, rows) in GALLERIES {
        for entry in fs::read_dir(pictures(folder)).expect("the pictures stand there") {
            let name = entry.expect("a file").file_name().display().to_string();
            assert!(
                rows.iter().any(|row| name == format!("{}.svg", row.name)),
                "{folder}/{name}"
            );
        }
    }
}

/// It is sent to readers who may never see it.
#[test]
fn a_poster_weighs_little_and_keeps_close_to_the_lines() {
    let mut picture = Picture::open(&POSTERS[0]);
    assert!(picture.svg(true).len() < 40_000);

    let zigzag = r#"<polyline points="0,0 10,1 20,0 30,9 40,0 50,0 60,0 "/>"#;
    assert_eq!(
        thin::thinned(zigzag),
        r#"<polyline points="0,0 20,0 30,9 40,0 60,0"/>"#
    );
    let ring = r#"<polyline points="0,0 9,0 9,9 0,9 0,0 "/>"#;
    assert_eq!(
        thin::thinned(ring),
        r#"<polyline points="0,0 9,0 9,9 0,9 0,0"/>"#
    );
}

#[test]
fn a_map_gets_its_colours_under_its_lines() {
    let row = ROWS.iter().find(|row| row.name == "valleys-phone");
    let mut picture = Picture::open(row.expect("a row of the table"));
    let lines = picture.svg(false);
    let whole = picture.svg(true);
    let paper = lines.find("<rect").expect("paper");
    let image = whole.find("<image").expect("colours");
    let first_line = whole.find("<polyline").expect("contours");
    assert!(paper < image && image < first_line);
    svg::check_inside(&whole);
}

/// The lines of the map of a session.
fn map_lines(session: &Session, size: [u32; 2]) -> String {
    let mut figure = Figure::default();
    let format = Format::new(session, size.map(f64::from), 1.0, Mode::Light);
    svg::svg(size, |area| {
        picture::draw(session, &mut figure, Part::Map, area, &format).expect("writing to a string");
    })
}

#[test]
fn in_fog_only_the_ground_around_the_feet_is_in_the_picture() {
    for link in [
        "cost=valleys",
        "data=houses&alpha=0.001",
        "cost=three&axes=w2,b",
        "formula=ln(x)%2By&start=1,1",
    ] {
        let mut session = open(&format!("{link}&show=field,contours,minima,path,fog"));
        let size = [640, 480];
        let format = Format::new(&session, size.map(f64::from), 1.0, Mode::Light);
        let feet = Figure::place(&session, &format, &session.feet()).expect("in sight");
        let field = Figure::default().field(&session, &format).expect("fog");
        let [left, top, width, height] = field.rectangle.map(|side| side as usize);
        let pixels = field.rgba.as_chunks::<4>().0;
        let reach = 0.09 * width.min(height) as f64 + 1.0;
        let reach = if reach > 31.0 { reach } else { 31.0 };
        let away = |x: f64, y: f64| libm::hypot(x - feet[0], y - feet[1]);
        let mut fogged = pixels.iter().enumerate().filter(|(index, _)| {
            away((left + index % width) as f64, (top + index / width) as f64) > reach + 1.0
        });
        let (_, colour) = fogged.next().expect("fog");
        assert!(fogged.all(|(_, pixel)| pixel == colour), "{link}");

        // Neither contours nor anything else of the ground: the lines beyond are the frame's.
        let lines = map_lines(&session, size);
        for points in lines
            .lines()
            .filter_map(|line| svg::attribute(line, "points"))
        {
            let numbers: Vec<f64> = points
                .split([',', ' '])
                .filter_map(|part| part.parse().ok())
                .collect();
            let corners = numbers.as_chunks::<2>().0;
            let near = corners.iter().all(|[x, y]| away(*x, *y) <= 80.0);
            assert!(near || corners.len() == 5, "{link}: {points}");
        }
        // What the run does is not seen, once there are steps by hand.
        session.edit("direction", "100");
        assert!(session.step_by_hand());
        let before = map_lines(&session, size);
        session.advance(10);
        if session.subject().dimension() == 2 {
            assert_eq!(map_lines(&session, size), before, "{link}");
        }
        session.edit("show", "field,contours,path");
        assert_ne!(map_lines(&session, size), before, "{link}");
    }
}

#[test]
fn in_fog_a_curve_is_seen_around_the_feet_only() {
    let session = open("cost=curve&show=basic,fog&start=0.5");
    let lines = map_lines(&session, [640, 480]);
    let clear = open("cost=curve&start=0.5");
    let whole = map_lines(&clear, [640, 480]);
    let longest = |lines: &str| {
        let points = lines
            .lines()
            .filter_map(|line| svg::attribute(line, "points"));
        points.map(|points| points.split(' ').count()).max()
    };
    assert!(longest(&lines) < longest(&whole).map(|count| count / 4));
}

/// Draws all pictures of a session in both modes, and asks for its colours.
fn draw_all(session: &Session, size: [u32; 2]) {
    let mut figure = Figure::default();
    for mode in [Mode::Light, Mode::Dark] {
        let format = Format::new(session, size.map(f64::from), 1.0, mode);
        for part in [Part::Map, Part::Costs, Part::Data] {
            let drawn = svg::svg(size, |area| {
                view::draw_paper(area, &format.theme).expect("writing to a string");
                picture::draw(session, &mut figure, part, area, &format)
                    .expect("writing to a string");
            });
            svg::check_inside(&drawn);
        }
        for picture in ["slice-0", "slice-1", "slice-99", "step-length"] {
            let picture = downhill::figure::Picture::named(picture).expect("a slice");
            let drawn = svg::svg(size, |area| {
                let drawn = figure.draw(picture, session, area, &format);
                drawn.expect("writing to a string");
            });
            svg::check_inside(&drawn);
        }
        let dial = svg::svg(size, |area| {
            Figure::draw_compass(session, area, &format).expect("writing to a string");
        });
        svg::check_inside(&dial);
        if let Some(field) = figure.field(session, &format) {
            let [left, top, width, height] = field.rectangle;
            assert!(left + width <= size[0] && top + height <= size[1]);
            assert_eq!(field.rgba.len(), 4 * (width * height) as usize);
        }
    }
}

#[test]
fn every_cost_and_data_set_can_be_drawn_at_any_size() {
    let costs = CATALOGUE.iter().map(|sheet| format!("cost={}", sheet.id));
    let data = DATA_SETS.iter().map(|sheet| format!("data={}", sheet.id));
    let compass = ["cost=valleys", "cost=curve", "cost=three", "data=houses"]
        .map(|link| format!("{link}&show=all,fog&hand=2,100,170,200&direction=100"));
    for link in costs.chain(data).chain(compass) {
        let session = open(&format!("{link}&at=25"));
        for size in [[760, 520], [390, 360], [10, 10], [1, 1]] {
            draw_all(&session, size);
        }
    }
}

#[test]
fn slices_hold_the_walker_and_their_scale_seldom_changes() {
    let costs = CATALOGUE.iter().filter(|sheet| sheet.id != "curve");
    let links = costs.map(|sheet| format!("cost={}", sheet.id));
    let data = DATA_SETS.iter().map(|sheet| format!("data={}", sheet.id));
    for link in links.chain(data) {
        let mut session = open(&link);
        let figure = Figure::default();
        let parameters = session.subject().dimension();
        let mut changes = vec![0; parameters];
        let mut before = vec![None; parameters];
        let mut steps = 0;
        loop {
            let readout = &session.readout().runs[0];
            for parameter in 0..parameters {
                let window = figure.slice_window(&session, parameter).expect("a slice");
                let [low, high] = window.y();
                assert!((low..=high).contains(&readout.cost), "{link}");
                changes[parameter] += usize::from(before[parameter] != Some(window));
                before[parameter] = Some(window);
            }
            if steps == 100 || session.advance(1) == 0 {
                break;
            }
            steps += 1;
        }
        // Along a weight of a network the ground changes its shape with all others.
        let is_network = session
            .subject()
            .model
            .is_some_and(|model| model.id == "network");
        // Early steps are long; then at most every eighth step changes a scale.
        assert!(
            is_network || changes.iter().all(|count| *count <= 4 + steps / 8),
            "{link}: {changes:?} in {steps} steps"
        );
    }
}
