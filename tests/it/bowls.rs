//! The pictures of what standardising does.

use downhill::figure::{Figure, Format, Picture};
use downhill::view::{self, Mode};

use crate::lab::open;
use crate::{snapshot, svg};

fn drawn(link: &str, name: &str, mode: Mode, size: [u32; 2]) -> String {
    let session = open(link);
    let mut figure = Figure::default();
    figure.bowls.find(&session);
    let format = Format::new(&session, size.map(f64::from), 1.0, mode);
    let picture = Picture::named(name).expect("a picture");
    if let Some(field) = figure.colours(picture, &session, &format) {
        let [left, top, width, height] = field.rectangle;
        assert!(left + width <= size[0] && top + height <= size[1]);
        assert_eq!(field.rgba.len(), 4 * (width * height) as usize);
    }
    let drawn = svg::svg(size, |area| {
        view::draw_paper(area, &format.theme).expect("writing to a string");
        let drawn = figure.draw(picture, &session, area, &format);
        drawn.expect("writing to a string");
    });
    svg::check_inside(&drawn);
    drawn
}

#[test]
fn pictures_are_as_they_were_looked_at() {
    let names = ["bowl-measured", "bowl-standardised"];
    snapshot::check(names.map(|name| {
        (
            name.to_owned(),
            drawn("data=houses", name, Mode::Light, [340, 300]),
        )
    }));
}

#[test]
fn every_kind_of_bowl_and_none_can_be_drawn_at_any_size() {
    for link in [
        "data=penguins",
        "data=orings",
        "cost=polynomial&data=houses&degree=9",
        "data=1,2,1;2,4,3;3,6,2",
        "data=1,0;2,0",
        "data=xor",
        "cost=curve",
    ] {
        for name in ["bowl-measured", "bowl-standardised"] {
            for size in [[340, 300], [80, 60], [10, 10], [1, 1]] {
                drawn(link, name, Mode::Dark, size);
            }
        }
    }
}
