//! The dial, the needle and the steps by hand: where things stand, and that nothing odd breaks them.

use downhill::landscape::Window;
use downhill::view::{
    Axes, Axis, Dial, HandPicture, Mode, Needle, Plot, Role, Size, Theme, dial_direction,
    dial_knob, draw_dial, draw_hand,
};

use crate::svg::{attribute, check_inside, svg};

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
const ROOM: [u32; 2] = [270, 290];

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

fn dial(gradient: [f64; 2], needle: [f64; 2], marked: bool) -> Dial<'static> {
    Dial {
        gradient,
        needle,
        one_axis: false,
        marked,
        axes: AXES,
        lobes: ["down", "up"],
        reach: "step 0.3",
    }
}

fn drawn(size: [u32; 2], dial: &Dial) -> String {
    svg(size, |area| {
        draw_dial(area, size, dial, &theme()).expect("drawn");
    })
}

/// Middle and radius of every circle.
fn circles(svg: &str) -> Vec<[f64; 3]> {
    let number = |line: &str, name| {
        attribute(line, name)
            .expect(name)
            .parse()
            .expect("a number")
    };
    svg.lines()
        .filter(|line| line.starts_with("<circle"))
        .map(|line| [number(line, "cx"), number(line, "cy"), number(line, "r")])
        .collect()
}

#[test]
fn a_press_on_the_knob_is_its_direction() {
    for degrees in (-180..180).step_by(7).map(f64::from) {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        let knob = dial_knob(ROOM, &theme(), [cos, sin]).expect("room");
        let found = dial_direction(ROOM, &theme(), knob).expect("a direction");
        let apart = (found - degrees + 540.0).rem_euclid(360.0) - 180.0;
        assert!(apart.abs() < 1e-9, "{degrees}: {found}");
    }
    let [right, left] = [[1.0, 0.0], [-1.0, 0.0]].map(|to| dial_knob(ROOM, &theme(), to));
    let middle = [0, 1].map(|axis| (right.expect("room")[axis] + left.expect("room")[axis]) / 2.0);
    assert_eq!(dial_direction(ROOM, &theme(), middle), None);
    assert_eq!(dial_direction([30, 30], &theme(), [3.0, 3.0]), None);
}

#[test]
fn the_lobes_are_circles_downhill_and_uphill_as_far_as_the_slope() {
    // Downhill is to the left.
    let marked = circles(&drawn(ROOM, &dial([2.0, 0.0], [0.0, 1.0], true)));
    let [x, y, radius] = marked[0];
    let half = (radius / 2.0).round();
    assert!(
        marked.contains(&[(x - radius / 2.0).round(), y, half]),
        "{marked:?}"
    );
    assert!(
        marked.contains(&[(x + radius / 2.0).round(), y, half]),
        "{marked:?}"
    );
    // Hidden, nothing on the dial but the needle depends on where downhill is.
    let hidden = |gradient| drawn(ROOM, &dial(gradient, [0.0, 1.0], false));
    assert_eq!(hidden([2.0, 1.0]), hidden([-2.0, 1.0]));
    assert!(!hidden([2.0, 1.0]).contains("down"));
}

#[test]
fn the_needle_is_as_long_as_the_step_and_drawn_through_the_plots_scaling() {
    // A unit of the second parameter is ten times as long on the picture.
    let window = Window::new([-100.0, 100.0], [-10.0, 10.0]).expect("a window");
    let plot = Plot::new([400, 400], window, &AXES, &theme()).expect("room");
    let needle = Needle {
        from: [0.0, 0.0],
        towards: [0.8, 0.6],
        reach: Some([8.0, 6.0]),
    };
    let picture = HandPicture {
        path: &[],
        joined: true,
        needle: Some(needle),
        values: &[],
    };
    let drawn = svg([400, 400], |area| {
        draw_hand(area, &plot, &picture, &theme()).expect("drawn");
    });
    let lines: Vec<&str> = drawn
        .lines()
        .filter(|line| line.starts_with("<polyline"))
        .collect();
    let end = plot.to_pixel([8.0, 6.0]).expect("in sight").map(f64::round);
    let middle = plot.to_pixel([0.0, 0.0]).expect("in sight");
    for line in &lines {
        let points: Vec<f64> = attribute(line, "points")
            .expect("points")
            .split([',', ' '])
            .filter_map(|part| part.parse().ok())
            .collect();
        assert_eq!(points[2..4], end);
        // It starts on the line from the walker to where the step ends.
        let [across, up] = [points[0] - middle[0], points[1] - middle[1]];
        let slope = (end[1] - middle[1]) / (end[0] - middle[0]);
        assert!((up - slope * across).abs() < 3.0, "{line}");
    }
    assert_eq!(lines.len(), 2);
}

#[test]
fn hostile_numbers_and_little_room_break_nothing() {
    let odd = [
        0.0,
        1.0,
        -1e308,
        1e308,
        1e-308,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    for x in odd {
        for y in odd {
            for marked in [true, false] {
                for size in [[0, 0], [1, 9], [90, 90], ROOM] {
                    if size[0] > 0 {
                        check_inside(&drawn(size, &dial([x, y], [0.6, 0.8], marked)));
                    }
                }
            }
        }
    }
    let window = Window::new([-4.0, 4.0], [-3.0, 3.0]).expect("a window");
    let plot = Plot::new([400, 300], window, &AXES, &theme()).expect("room");
    let path: Vec<[f64; 2]> = odd.iter().flat_map(|&x| odd.map(|y| [x, y])).collect();
    let values = ["w 1".to_string()];
    for (index, &end) in path.iter().enumerate() {
        for towards in [[0.6, 0.8], end] {
            let picture = HandPicture {
                path: &path[..=index],
                joined: true,
                needle: Some(Needle {
                    from: path[index / 2],
                    towards,
                    reach: Some(end),
                }),
                values: &values,
            };
            check_inside(&svg([400, 300], |area| {
                draw_hand(area, &plot, &picture, &theme()).expect("drawn");
            }));
        }
    }
}
