//! Sessions as pictures: those of the documents, and every cost and data set.

#[path = "../../examples/gallery/picture.rs"]
pub(crate) mod picture;
#[path = "../../examples/gallery/table.rs"]
mod table;

use std::fs;
use std::path::PathBuf;

use downhill::cost::{CATALOGUE, DATA_SETS};
use downhill::figure::{Figure, Format};
use downhill::lab::Session;
use downhill::view::{self, Mode};

use crate::lab::open;
use crate::svg;
use picture::Picture;
use table::{Part, ROWS};

fn pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/pictures")
}

/// The colour field is left out: its pixels have their own tests.
#[test]
fn documents_show_what_the_program_draws() {
    let mut different = Vec::new();
    for row in ROWS {
        let lines = Picture::open(row).svg(false);
        svg::check_inside(&lines);
        let shown = fs::read_to_string(pictures().join(format!("{}.svg", row.name)));
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
    for entry in fs::read_dir(pictures()).expect("the pictures stand in docs") {
        let name = entry.expect("a file").file_name().display().to_string();
        assert!(
            ROWS.iter().any(|row| name == format!("{}.svg", row.name)),
            "{name}"
        );
    }
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
        for picture in ["slice-0", "slice-1", "slice-99"] {
            let picture = downhill::figure::Picture::named(picture).expect("a slice");
            let drawn = svg::svg(size, |area| {
                let drawn = figure.draw(picture, session, area, &format);
                drawn.expect("writing to a string");
            });
            svg::check_inside(&drawn);
        }
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
    for link in costs.chain(data) {
        let session = open(&format!("{link}&at=25"));
        for size in [[760, 520], [390, 360], [10, 10], [1, 1]] {
            draw_all(&session, size);
        }
    }
}
