//! Pictures of instruments from numbers nobody would expect.

use downhill::landscape::Window;
use downhill::view::{
    Axes, Axis, HalfStep, Mode, Plot, RateCurve, RateEnd, RateLine, Role, Size, StartsMap, Theme,
    draw_half_step, draw_rate_curve, draw_stand, draw_starts_map, rate_at, rate_place, rate_window,
};

use crate::svg::{check_inside, svg};

const AXES: Axes = Axes {
    x: Axis {
        name: "α",
        role: Role::Alpha,
    },
    y: Axis {
        name: "steps to converge",
        role: Role::Muted,
    },
};

const ODD: [f64; 9] = [
    0.5,
    -1e308,
    1e308,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    f64::MIN_POSITIVE,
    0.0,
    -3.9,
];

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

fn home(size: [u32; 2]) -> Option<Plot> {
    let window = Window::new([-4.0, 4.0], [-3.0, 3.0]).expect("a window");
    Plot::new(size, window, &AXES, &theme())
}

#[test]
fn half_steps_to_anywhere_stay_inside() {
    for size in [[400, 300], [60, 40]] {
        let plot = home(size).expect("room");
        check_inside(&svg(size, |area| {
            for (index, &x) in ODD.iter().enumerate() {
                for &y in &ODD {
                    let step = HalfStep {
                        from: [x, 0.0],
                        together: (index % 2 == 0).then_some([y, x]),
                        in_turn: [[y, 0.0], [y, x]],
                        first: index % 2,
                        parameters: [0, 7],
                        words: ["half step", "", "simultaneous"],
                    };
                    draw_half_step(area, &plot, &step, &theme()).expect("drawn");
                    draw_stand(area, &plot, [x, y], index, &theme()).expect("drawn");
                }
            }
        }));
    }
}

#[test]
fn a_half_step_lies_on_the_slice_of_what_moves_first() {
    let (size, plot) = ([400, 300], home([400, 300]).expect("room"));
    let drawn = |first: usize| {
        let step = HalfStep {
            from: [-2.0, -1.0],
            together: None,
            in_turn: [
                if first == 0 { [2.0, -1.0] } else { [-2.0, 1.0] },
                [2.0, 1.0],
            ],
            first,
            parameters: [0, 1],
            words: [""; 3],
        };
        svg(size, |area| {
            draw_half_step(area, &plot, &step, &theme()).expect("drawn")
        })
    };
    let blue = Role::Parameter(0).colour(Mode::Light).css().to_uppercase();
    for first in [0, 1] {
        let half = [[2.0, -1.0], [-2.0, 1.0]][first];
        let [x, y] = plot.to_pixel(half).expect("inside").map(f64::round);
        let picture = drawn(first);
        assert!(
            picture.contains(&format!("cx=\"{x}\" cy=\"{y}\"")),
            "{picture}"
        );
        assert!(picture.to_uppercase().contains(&blue));
    }
}

#[test]
fn maps_of_starts_of_any_size_stay_inside() {
    for (size, side) in [
        ([400, 300], 61),
        ([400, 300], 2),
        ([30, 30], 61),
        ([400, 300], 1),
    ] {
        let plot = home(size).expect("room");
        let outcomes: Vec<Option<usize>> = (0..side * side)
            .map(|place| (place % 7 != 0).then_some(place % 9))
            .collect();
        for start in [[0.0, 0.0], [f64::NAN, 1e308]] {
            let map = StartsMap {
                side,
                outcomes: &outcomes,
                minima: &[[f64::INFINITY, 0.0], [1.0, 1.0]],
                start,
                axes: AXES,
            };
            check_inside(&svg(size, |area| {
                draw_starts_map(area, &plot, &map, &theme()).expect("drawn");
            }));
        }
    }
}

#[test]
fn equal_neighbours_are_one_rectangle() {
    let (size, plot) = ([400, 300], home([400, 300]).expect("room"));
    let mut outcomes = vec![Some(0); 25];
    outcomes[12] = Some(1);
    let map = StartsMap {
        side: 5,
        outcomes: &outcomes,
        minima: &[],
        start: [0.0, 0.0],
        axes: AXES,
    };
    let picture = svg(size, |area| {
        draw_starts_map(area, &plot, &map, &theme()).expect("drawn")
    });
    assert_eq!(picture.matches("<rect").count(), 4 + 3);
}

#[test]
fn rate_curves_of_any_numbers_stay_inside() {
    let ends = [
        RateEnd::Settles(0),
        RateEnd::Settles(u32::MAX),
        RateEnd::Unsettled,
        RateEnd::Diverges,
    ];
    let rates: Vec<(f64, RateEnd)> = ODD
        .iter()
        .flat_map(|&alpha| ends.map(|end| (alpha, end)))
        .collect();
    let lines = [0, 1, 40].map(|run| RateLine { run, rates: &rates });
    for range in [[0.001, 10.0], [1e-300, 1e300], [0.1, 0.11]] {
        for limit in [0, 1, 1000, u32::MAX] {
            let window = rate_window(range, limit).expect("a window");
            for size in [[600, 300], [60, 40]] {
                let plot = Plot::new(size, window, &AXES, &theme()).expect("room");
                for present in ODD {
                    let curve = RateCurve {
                        lines: &lines,
                        edges: &ODD,
                        present: (present, Some(ends[2])),
                        axes: AXES,
                        rows: ["not settled", "diverged"],
                    };
                    check_inside(&svg(size, |area| {
                        draw_rate_curve(area, &plot, &curve, &theme()).expect("drawn");
                    }));
                }
            }
        }
    }
    for range in [[1.0, 1.0], [f64::NAN, 1.0], [2.0, 1.0], [-1.0, 1.0]] {
        assert!(rate_window(range, 1000).is_none(), "{range:?}");
    }
}

#[test]
fn a_place_of_the_curve_is_its_rate() {
    let window = rate_window([0.001, 10.0], 1000).expect("a window");
    let plot = Plot::new([600, 300], window, &AXES, &theme()).expect("room");
    for alpha in [0.001, 0.02, 0.3, 10.0] {
        let [x, _] = rate_place(&plot, (alpha, None)).expect("in sight");
        assert!((rate_at(&plot, x) / alpha - 1.0).abs() < 1e-9);
    }
    assert!((rate_at(&plot, -1e9) - 0.001).abs() < 1e-12);
}
