//! Points too many for dots: how close together they lie.

use downhill::view::{
    Axes, Axis, DataPicture, Density, FittedLine, Mode, Plot, Points, Role, Size, Theme, draw_data,
    window_around,
};

use crate::snapshot;
use crate::svg::{attribute, check_inside, svg};

const AXES: Axes = Axes {
    x: Axis {
        name: "x",
        role: Role::Muted,
    },
    y: Axis {
        name: "y",
        role: Role::Muted,
    },
};

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

/// 20,000 points in a band along y = 2x + 1, closest together at the line and where x is
/// small, and five apart.
#[test]
fn a_crowd_along_its_line_is_as_it_was_last_looked_at() {
    let size = [340, 190];
    let band = (0..20_000).map(|i| {
        let (along, across) = (f64::from(i / 20) / 1000.0, f64::from(i % 20) / 20.0 - 0.5);
        let x = along * along;
        [x, 2.0 * x + 1.0 + 6.0 * across * across * across]
    });
    let apart = (1..=5).map(|i| [0.1 * f64::from(i), 2.9]);
    let theme = theme();
    let window = window_around([[0.0, 0.0], [1.0, 3.1]], 0.08).expect("a window");
    let plot = Plot::new(size, window, &AXES, &theme).expect("room");
    let density = Density::new(band.chain(apart), window);
    let line = FittedLine {
        run: Some(0),
        slope: 2.0,
        intercept: 1.0,
    };
    let data = DataPicture {
        points: Points::Crowd(&density),
        lines: &[line],
        curves: &[],
        selected: 0,
        residuals: true,
        handles: true,
        axes: AXES,
    };
    let drawn = svg(size, |area| {
        draw_data(area, &plot, &data, &theme).expect("drawn")
    });
    snapshot::check([("data-crowd".to_owned(), drawn)]);
}

/// A million points in a corner and one in the other: no more shapes than the picture has
/// cells, in every shade between, and the one is seen.
#[test]
fn a_crowd_of_points_is_drawn_in_cells() {
    let crowd = (0..1_000_000).map(|i| {
        let spread = f64::from(i % 1000) / 1000.0;
        [spread * spread, f64::from(i / 1000) / 2000.0]
    });
    let theme = theme();
    let window = window_around([[0.0, 0.0], [1.0, 1.0]], 0.1).expect("a window");
    let plot = Plot::new([400, 300], window, &AXES, &theme).expect("room");
    let density = Density::new(crowd.chain([[1.0, 1.0]]), window);
    let data = DataPicture {
        points: Points::Crowd(&density),
        lines: &[],
        curves: &[],
        selected: 0,
        residuals: true,
        handles: true,
        axes: AXES,
    };
    let drawn = svg([400, 300], |area| {
        draw_data(area, &plot, &data, &theme).expect("drawn")
    });
    check_inside(&drawn);
    let cells: Vec<&str> = drawn
        .lines()
        .filter(|line| line.contains("<rect"))
        .collect();
    assert!((100..4000).contains(&cells.len()), "{}", cells.len());
    assert!(!drawn.contains("<circle"));
    let [x, y] = plot.to_pixel([1.0, 1.0]).expect("in the window");
    let number = |line: &str, name: &str| -> f64 {
        let value = attribute(line, name).expect(name);
        value.parse().expect("a number")
    };
    let holds = |line: &&&str| {
        let at = |place: &str, length: &str, value: f64| {
            let start = number(line, place);
            // Edges are rounded to pixels.
            (start - 0.5..=start + number(line, length) + 0.5).contains(&value)
        };
        at("x", "width", x) && at("y", "height", y)
    };
    assert_eq!(cells.iter().filter(holds).count(), 1);
}
