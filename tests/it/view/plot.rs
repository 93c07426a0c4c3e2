use downhill::landscape::Window;
use downhill::view::{Axes, Axis, FittedLine, Mode, Plot, Role, Size, Theme, window_around};
use proptest::prelude::*;

const AXES: Axes = Axes {
    x: Axis {
        name: "w",
        role: Role::Parameter(0),
    },
    y: Axis {
        name: "b",
        role: Role::Parameter(1),
    },
};

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

fn window(x: [f64; 2], y: [f64; 2]) -> Window {
    Window::new(x, y).expect("a window")
}

fn plot() -> Plot {
    Plot::new(
        [760, 520],
        window([-4.0, 4.0], [-3.0, 3.0]),
        &AXES,
        &theme(),
    )
    .expect("room")
}

#[test]
fn corners_of_the_window_are_corners_of_the_rectangle() {
    let plot = plot();
    let [left, top, width, height] = plot.rectangle().map(f64::from);
    assert_eq!(plot.to_pixel([-4.0, 3.0]), Some([left, top]));
    assert_eq!(
        plot.to_pixel([4.0, -3.0]),
        Some([left + width, top + height])
    );
    assert_eq!(
        plot.to_pixel([0.0, 0.0]),
        Some([left + width / 2.0, top + height / 2.0])
    );
    assert!(left > 0.0 && left + width < 760.0 && top > 0.0 && top + height < 520.0);
}

#[test]
fn outside_is_nowhere() {
    let plot = plot();
    for point in [
        [4.001, 0.0],
        [0.0, -3.001],
        [f64::NAN, 0.0],
        [1e308, 0.0],
        [0.0, f64::INFINITY],
    ] {
        assert_eq!(plot.to_pixel(point), None, "{point:?}");
    }
    for pixel in [
        [0.0, 0.0],
        [759.0, 200.0],
        [200.0, 519.0],
        [f64::NAN, 200.0],
        [1e308, 200.0],
    ] {
        assert_eq!(plot.from_pixel(pixel), None, "{pixel:?}");
    }
    assert_eq!(plot.nearest([-1e308, f64::INFINITY]), [-4.0, -3.0]);
}

#[test]
fn pictures_without_room_have_no_plot() {
    let window = window([0.0, 1.0], [0.0, 1.0]);
    for size in [[0, 0], [10, 10], [0, 500], [500, 5]] {
        assert_eq!(Plot::new(size, window, &AXES, &theme()), None, "{size:?}");
    }
    for size in [[20, 20], [60, 400], [400, 60]] {
        let plot = Plot::new(size, window, &AXES, &theme()).expect("room without labels");
        assert_eq!(plot.rectangle(), [1, 1, size[0] - 2, size[1] - 2]);
    }
}

#[test]
fn long_names_and_labels_get_room() {
    let wide = window([0.0, 1.0], [1000.0, 1000.4]);
    let words = Axes {
        x: Axis {
            name: "size (1000 sq ft)",
            role: Role::Muted,
        },
        y: Axis {
            name: "price ($1000)",
            role: Role::Muted,
        },
    };
    let [left, top, _, height] = Plot::new([760, 520], wide, &words, &theme())
        .expect("room")
        .rectangle();
    let [left_short, top_short, _, height_short] = plot().rectangle();
    assert!(left > left_short && top > top_short && height < height_short);
}

#[test]
fn scale_multiplies_everything() {
    let (one, two) = (theme(), Theme::new(Mode::Light, Size::Normal, 2.0));
    let window = window([-4.0, 4.0], [-3.0, 3.0]);
    let small = Plot::new([760, 520], window, &AXES, &one)
        .expect("room")
        .rectangle();
    let large = Plot::new([1520, 1040], window, &AXES, &two)
        .expect("room")
        .rectangle();
    for (small, large) in small.iter().zip(large) {
        assert!((2 * small).abs_diff(large) <= 2, "{small} {large}");
    }
    assert!(Theme::new(Mode::Light, Size::Projector, 1.0).text() > one.text());
    assert_eq!(
        Theme::new(Mode::Light, Size::Projector, 2.0).pixel_ratio(),
        2.0
    );
    for ratio in [f64::NAN, 0.0, -3.0, f64::INFINITY, 1e308] {
        let text = Theme::new(Mode::Light, Size::Normal, ratio).text();
        assert!((1.0..200.0).contains(&text), "{ratio}");
    }
}

#[test]
fn windows_around_points() {
    let around = |points: &[[f64; 2]]| window_around(points.iter().copied(), 0.5);
    assert_eq!(
        around(&[[0.0, 1.0], [2.0, 3.0]]),
        Some(window([-1.0, 3.0], [0.0, 4.0]))
    );
    assert_eq!(
        around(&[[5.0, 0.0], [f64::NAN, 9.0]]),
        Some(window([2.5, 7.5], [-1.0, 1.0]))
    );
    assert_eq!(around(&[]), None);
    assert_eq!(around(&[[f64::MIN, 0.0], [f64::MAX, 1.0]]), None);
}

#[test]
fn a_dragged_handle_follows_and_the_opposite_one_stays() {
    let plot = Plot::new(
        [400, 300],
        window([0.0, 10.0], [0.0, 10.0]),
        &AXES,
        &theme(),
    )
    .expect("room");
    let line = FittedLine {
        run: Some(0),
        slope: 0.5,
        intercept: 2.0,
    };
    for (handle, still) in [(0, 2), (2, 0)] {
        let moved = line.dragged(&plot, handle, 7.0);
        let at = |line: FittedLine, handle: usize| line.handles(&plot)[handle].expect("inside");
        assert!((at(moved, handle)[1] - 7.0).abs() < 1e-12);
        assert!((at(moved, still)[1] - at(line, still)[1]).abs() < 1e-12);
    }
    let shifted = line.dragged(&plot, 1, 7.0);
    assert_eq!((shifted.slope, shifted.height(5.0)), (0.5, 7.0));
    let steep = FittedLine {
        slope: 100.0,
        ..line
    };
    assert_eq!(steep.handles(&plot)[1..], [None, None]);
}

proptest! {
    #[test]
    fn there_and_back(x in 0.0..1.0f64, y in 0.0..1.0f64, low in -1e6..1e6f64, span in 1e-3..1e6f64) {
        let window = window([low, low + span], [-span, span]);
        let plot = Plot::new([640, 480], window, &AXES, &theme()).expect("room");
        let point = [low + x * span, (2.0 * y - 1.0) * span];
        let pixel = plot.to_pixel(point).expect("inside");
        let back = plot.from_pixel(pixel).expect("inside");
        let close = |axis: usize| (back[axis] - point[axis]).abs() <= 1e-9 * (span + low.abs());
        prop_assert!(close(0) && close(1), "{point:?} {back:?}");
    }
}
