//! Reading drawn pictures.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea, SVGBackend};

/// A picture drawn as SVG.
pub(crate) fn svg(
    [width, height]: [u32; 2],
    draw: impl FnOnce(&DrawingArea<SVGBackend, Shift>),
) -> String {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
        draw(&area);
        area.present().expect("writing to a string");
    }
    text
}

/// The values of an attribute in an SVG.
pub(crate) fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
    line[start..].split('"').next()
}

/// Checks that every coordinate lies in the view box.
pub(crate) fn check_inside(svg: &str) {
    let numbers = |text: &str| -> Vec<f64> {
        text.split([' ', ','])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().expect("a number"))
            .collect()
    };
    let view = numbers(attribute(svg, "viewBox").expect("a view box"));
    for line in svg.lines() {
        for (names, end) in [
            (["x", "x1", "x2", "cx"], view[2]),
            (["y", "y1", "y2", "cy"], view[3]),
        ] {
            for value in names.iter().filter_map(|name| attribute(line, name)) {
                let value: f64 = value.parse().expect("a number");
                assert!((0.0..=end).contains(&value), "{value} in {line}");
            }
        }
        for point in numbers(attribute(line, "points").unwrap_or("")).chunks(2) {
            let inside = (0.0..=view[2]).contains(&point[0]) && (0.0..=view[3]).contains(&point[1]);
            assert!(inside, "{point:?} in {line}");
        }
    }
}
