//! The picture of the plane through start, now and minimum.

use downhill::figure::{Figure, Format, Picture};
use downhill::lab::Session;
use downhill::view::{self, Mode};

use crate::lab::open;
use crate::{snapshot, svg};

const SIZE: [u32; 2] = [640, 400];

fn drawn(session: &Session, mode: Mode, size: [u32; 2]) -> String {
    let mut figure = Figure::default();
    while figure.path_plane.work(session, 10_000) {}
    let format = Format::new(session, size.map(f64::from), 1.0, mode);
    let picture = Picture::named("plane").expect("a picture");
    let field = figure.colours(picture, session, &format);
    if let Some(field) = field {
        let [left, top, width, height] = field.rectangle;
        assert!(left + width <= size[0] && top + height <= size[1]);
        assert_eq!(field.rgba.len(), 4 * (width * height) as usize);
    }
    svg::svg(size, |area| {
        view::draw_paper(area, &format.theme).expect("writing to a string");
        let drawn = figure.draw(picture, session, area, &format);
        drawn.expect("writing to a string");
    })
}

#[test]
fn pictures_are_as_they_were_looked_at() {
    let rows = [
        ("plane-start", "cost=three", Mode::Light),
        ("plane-walk", "cost=three&at=25", Mode::Light),
        ("plane-network-dark", "data=xor&at=150", Mode::Dark),
    ];
    snapshot::check(rows.map(|(name, link, mode)| {
        let picture = drawn(&open(link), mode, SIZE);
        svg::check_inside(&picture);
        (name.to_owned(), picture)
    }));
}

#[test]
fn the_three_points_are_named_with_j() {
    let session = open("cost=three&at=25");
    let picture = drawn(&session, Mode::Light, SIZE);
    let cost = session.subject().cost.as_ref();
    let readout = &session.readout().runs[0];
    for (name, j) in [
        ("start", cost.value(&session.starts()[0])),
        ("now", readout.cost),
        ("minimum", cost.value(session.subject().known_minima()[0])),
    ] {
        let label = format!("{name}: J {}", downhill::number::significant(j, 4));
        assert!(picture.contains(&label), "{label}");
    }
    assert!(picture.contains("distance towards the minimum"));
    // At the start two points share one place and one box.
    let first = drawn(&open("cost=three"), Mode::Light, SIZE);
    assert!(first.contains("start: J") && first.contains("now: J"));
}

#[test]
fn a_walk_off_to_infinity_and_odd_sizes_stay_inside() {
    for link in [
        "cost=three&alpha=5&at=40",
        "data=xor&at=800",
        "formula=ln(a)%2Ba^2%2Bb^2%2Bc^2&start=0.1,1,2&at=9",
        "formula=a^2%2Bb^2%2Bc^2&start=1e200,1e200,1e-200",
        "formula=a^2%2B1e9b^2%2Bc^2&start=1,1,1&alpha=1e-9",
        "cost=bowl",
        "cost=curve",
    ] {
        let session = open(link);
        for size in [SIZE, [390, 360], [10, 10], [1, 1]] {
            svg::check_inside(&drawn(&session, Mode::Light, size));
        }
    }
}
