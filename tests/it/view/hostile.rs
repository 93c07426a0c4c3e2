//! Nothing a run can do makes a picture panic or draw outside of itself.

use downhill::landscape::{Polyline, Window};
use downhill::view::{
    Axes, Axis, Bucket, CostChart, CostLine, CurveGround, DataPicture, Density, FittedLine, Ground,
    Level, Mark, Mode, Plot, Points, Rain, Role, Size, StepChart, StepLine, Tally, Tangent, Theme,
    Walk, Walker, cost_window, decades, draw_cost_chart, draw_curve, draw_curve_walk, draw_data,
    draw_ground, draw_paper, draw_rain, draw_step_chart, draw_walk, log_window,
};
use proptest::prelude::*;

use crate::svg::{attribute, check_inside, svg};

const AXES: Axes = Axes {
    x: Axis {
        name: "w",
        role: Role::Parameter(0),
    },
    y: Axis {
        name: "price in $1000 & <more>",
        role: Role::Muted,
    },
};

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

#[test]
fn letters_and_strokes_grow_with_the_page_and_nothing_breaks_them() {
    let usual = theme();
    for (times, text) in [
        (1.0, 12.0),
        (1.5, 18.0),
        (f64::NAN, 12.0),
        (0.0, 3.0),
        (1e300, 48.0),
    ] {
        let magnified = usual.magnified(times);
        assert_eq!(magnified.text(), text, "{times}");
        assert_eq!(magnified.pixel_ratio(), usual.pixel_ratio(), "places stay");
    }
    let projector = Theme::new(Mode::Light, Size::Projector, 2.0);
    assert_eq!(projector.magnified(1.5).text(), 1.5 * projector.text());
}

/// Draws everything there is from the same points.
fn draw_all(size: [u32; 2], window: Window, points: &[[f64; 2]]) -> String {
    let theme = theme();
    svg(size, |area| {
        draw_paper(area, &theme).expect("drawn");
        let Some(plot) = Plot::new(size, window, &AXES, &theme) else {
            return;
        };
        let contour = Polyline {
            points: points.to_vec(),
            closed: true,
        };
        let ground = Ground {
            contours: &[contour],
            minima: points,
            axes: AXES,
        };
        draw_ground(area, &plot, &ground, &theme).expect("drawn");
        let values = ["w −1.402".to_string(), "J ∞".to_string()];
        let path = [points.to_vec()];
        let walkers: Vec<Walker> = points
            .iter()
            .enumerate()
            .map(|(run, &at)| Walker {
                run,
                selected: run == 1,
                path: &path,
                steps: points,
                at,
                next: points.last().copied(),
                values: &values,
            })
            .collect();
        let walk = Walk {
            walkers: &walkers,
            trails: &[points.to_vec()],
            covered: None,
        };
        draw_walk(area, &plot, &walk, &theme).expect("drawn");
        let curve = CurveGround {
            curve: points,
            minima: points,
            axes: AXES,
        };
        draw_curve(area, &plot, &curve, &theme).expect("drawn");
        let tangents: Vec<Tangent> = points
            .iter()
            .map(|&[x, slope]| Tangent {
                role: Role::Run(0),
                at: [x, x],
                slope,
            })
            .collect();
        draw_curve_walk(area, &plot, &walk, &tangents, &theme).expect("drawn");
        let marks: Vec<Mark> = (0..)
            .zip(points)
            .map(|(index, &at)| Mark {
                at,
                valley: (index % 3 > 0).then_some(index),
            })
            .collect();
        let tallies: Vec<Tally> = (0..)
            .zip(points)
            .map(|(valley, &at)| Tally {
                at,
                valley,
                count: "150",
            })
            .collect();
        let rain = Rain {
            walkers: points,
            marks: &marks,
            tallies: &tallies,
        };
        draw_rain(area, &plot, &rain, &theme).expect("drawn");
        let lines: Vec<FittedLine> = points
            .iter()
            .map(|&[slope, intercept]| FittedLine {
                run: Some(0),
                slope,
                intercept,
            })
            .collect();
        let density = Density::new(points.iter().copied(), plot.window());
        for points in [Points::Single(points), Points::Crowd(&density)] {
            let data = DataPicture {
                points,
                lines: &lines,
                curves: &[],
                selected: 0,
                residuals: true,
                handles: true,
                axes: AXES,
            };
            draw_data(area, &plot, &data, &theme).expect("drawn");
        }
    })
}

fn draw_chart(size: [u32; 2], costs: &[f64], stride: u32) -> Option<String> {
    let theme = theme();
    let buckets: Vec<Bucket> = (0u32..)
        .zip(costs)
        .map(|(index, &cost)| Bucket {
            iteration: index * stride,
            least: cost,
            greatest: cost * 1.5,
        })
        .collect();
    let lines = [
        CostLine {
            run: 0,
            buckets: &buckets,
        },
        CostLine {
            run: 1,
            buckets: &[],
        },
    ];
    let window = cost_window(&lines)?;
    let plot = Plot::new(size, window, &AXES, &theme)?;
    let chart = CostChart {
        lines: &lines,
        cursor: stride * 2,
        axes: AXES,
        level: None,
    };
    let lines = [StepLine {
        role: Role::Action,
        width: 2.0,
        buckets: &buckets,
    }];
    let by_step = StepChart {
        lines: &lines,
        level: (Role::Alpha, *costs.first()?),
        cursor: stride * 3,
        axes: AXES,
    };
    Some(svg(size, |area| {
        draw_cost_chart(area, &plot, &chart, &theme).expect("drawn");
        draw_step_chart(area, &plot, &by_step, &theme).expect("drawn");
    }))
}

/// The same numbers as decimal logarithms, with a level.
fn draw_log_chart(size: [u32; 2], heights: &[f64], level: f64) -> Option<String> {
    let theme = theme();
    let buckets: Vec<Bucket> = (0u32..)
        .zip(heights)
        .map(|(iteration, &height)| Bucket {
            iteration,
            least: height - 1.0,
            greatest: height,
        })
        .collect();
    let lines = [CostLine {
        run: 0,
        buckets: &buckets,
    }];
    let plot = Plot::logarithmic(size, log_window(&lines, Some(level))?, &AXES, &theme)?;
    let chart = CostChart {
        lines: &lines,
        cursor: 1,
        axes: AXES,
        level: Some(Level {
            height: level,
            name: "tolerance",
        }),
    };
    Some(svg(size, |area| {
        draw_cost_chart(area, &plot, &chart, &theme).expect("drawn");
    }))
}

fn home() -> Window {
    Window::new([-4.0, 4.0], [-3.0, 3.0]).expect("a window")
}

#[test]
fn extreme_points() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    let values = [
        0.5,
        -1e308,
        1e308,
        1e300,
        inf,
        -inf,
        nan,
        f64::MIN_POSITIVE,
        4.0,
        -4.000001,
    ];
    let points: Vec<[f64; 2]> = values
        .iter()
        .flat_map(|&x| values.map(|y| [x, y]))
        .collect();
    check_inside(&draw_all([400, 300], home(), &points));
}

#[test]
fn pictures_without_room_draw_nothing() {
    for size in [[0, 0], [1, 1], [10, 10], [10, 400]] {
        let drawn = draw_all(size, home(), &[[0.0, 0.0], [1.0, 1.0]]);
        assert!(
            !drawn.contains("<text") && !drawn.contains("<circle"),
            "{drawn}"
        );
    }
}

#[test]
fn a_path_is_cut_where_it_crosses_the_edge() {
    // From the middle to the right and up by half: it leaves through the right
    // side at a height of 2, not bent along the edge.
    let (theme, size) = (theme(), [400, 300]);
    let plot = Plot::new(size, home(), &AXES, &theme).expect("room");
    let exit = plot
        .to_pixel([4.0, 2.0])
        .expect("on the edge")
        .map(f64::round);
    let path = [[0.0, 0.0], [1e308, 0.5e308]];
    let walker = Walker {
        run: 0,
        selected: false,
        path: &[path.to_vec()],
        steps: &[],
        at: path[1],
        next: None,
        values: &[],
    };
    let drawn = svg(size, |area| {
        let walk = Walk {
            walkers: &[walker],
            trails: &[],
            covered: None,
        };
        draw_walk(area, &plot, &walk, &theme).expect("drawn");
    });
    let end = format!("{},{} \"", exit[0], exit[1]);
    assert_eq!(
        drawn.matches(&end).count(),
        2,
        "line and halo end at {end}: {drawn}"
    );
}

#[test]
fn a_walker_outside_is_told_at_the_edge() {
    let (theme, size) = (theme(), [400, 300]);
    let plot = Plot::new(size, home(), &AXES, &theme).expect("room");
    for (at, told) in [
        ([0.0, 0.0], 0),
        ([1e9, 0.0], 2),
        ([-5.0, f64::INFINITY], 2),
        ([f64::NAN, 0.0], 0),
    ] {
        let walker = Walker {
            run: 0,
            selected: false,
            path: &[],
            steps: &[],
            at,
            next: None,
            values: &[],
        };
        let drawn = svg(size, |area| {
            let walk = Walk {
                walkers: &[walker],
                trails: &[],
                covered: None,
            };
            draw_walk(area, &plot, &walk, &theme).expect("drawn");
        });
        assert_eq!(drawn.matches("<polygon").count(), told, "{at:?}");
        check_inside(&drawn);
    }
}

#[test]
fn the_arrow_ends_at_the_ghost() {
    let (theme, size) = (theme(), [400, 300]);
    let plot = Plot::new(size, home(), &AXES, &theme).expect("room");
    let ghost = plot.to_pixel([2.0, 1.0]).expect("inside").map(f64::round);
    let walker = Walker {
        run: 0,
        selected: false,
        path: &[],
        steps: &[],
        at: [-1.0, -1.0],
        next: Some([2.0, 1.0]),
        values: &[],
    };
    let drawn = svg(size, |area| {
        let walk = Walk {
            walkers: &[walker],
            trails: &[],
            covered: None,
        };
        draw_walk(area, &plot, &walk, &theme).expect("drawn");
    });
    let rings = format!("cx=\"{}\" cy=\"{}\"", ghost[0], ghost[1]);
    assert_eq!(drawn.matches(&rings).count(), 2, "{drawn}");
    assert_eq!(drawn.matches("<polygon").count(), 1, "one arrow head");
}

/// The boxes of values: polygons that are not quite opaque.
fn value_boxes(svg: &str) -> Vec<[f64; 4]> {
    svg.lines()
        .filter(|line| line.starts_with("<polygon") && attribute(line, "opacity") == Some("0.88"))
        .map(|line| {
            let points = attribute(line, "points").expect("corners");
            let numbers: Vec<f64> = points
                .split([' ', ','])
                .filter_map(|part| part.parse().ok())
                .collect();
            let side = |axis: usize| numbers.iter().skip(axis).step_by(2).copied();
            let least = |axis| side(axis).fold(f64::INFINITY, f64::min);
            let greatest = |axis| side(axis).fold(f64::NEG_INFINITY, f64::max);
            [least(0), least(1), greatest(0), greatest(1)]
        })
        .collect()
}

#[test]
fn values_keep_inside_and_clear_of_each_other_and_of_buttons() {
    let (theme, size) = (theme(), [760, 520]);
    let plot = Plot::new(size, home(), &AXES, &theme).expect("room");
    let values = ["w −1.402 b 0.801".to_string(), "J −0.542".to_string()];
    let [left, top, width, height] = plot.rectangle().map(f64::from);
    let buttons = [
        left + width - 40.0,
        top + 8.0,
        left + width - 8.0,
        top + 110.0,
    ];
    let apart =
        |a: [f64; 4], b: [f64; 4]| a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
    for places in [
        [[0.0, 0.0], [0.2, -0.1]],
        [[3.3, 2.6], [2.9, 2.3]],
        [[3.9, 2.9], [3.9, 2.6]],
        [[-4.0, -3.0], [-3.8, 0.0]],
        [[4.0, -3.0], [-4.0, 3.0]],
    ] {
        let walkers = [0, 1].map(|run| Walker {
            run,
            selected: false,
            path: &[],
            steps: &[],
            at: places[run],
            next: None,
            values: &values,
        });
        let walk = Walk {
            walkers: &walkers,
            trails: &[],
            covered: Some(buttons),
        };
        let drawn = svg(size, |area| {
            draw_walk(area, &plot, &walk, &theme).expect("drawn")
        });
        let boxes = value_boxes(&drawn);
        assert_eq!(boxes.len(), 2);
        for [x0, y0, x1, y1] in &boxes {
            assert!(left <= *x0 && *x1 <= left + width && top <= *y0 && *y1 <= top + height);
            for at in places.map(|place| plot.to_pixel(place).expect("inside")) {
                let hidden = *x0 < at[0] && at[0] < *x1 && *y0 < at[1] && at[1] < *y1;
                assert!(!hidden, "{places:?}: a box hides a walker");
            }
        }
        let [a, b] = [boxes[0], boxes[1]];
        assert!(apart(a, b), "{places:?}: {a:?} {b:?}");
        for values in boxes {
            assert!(apart(values, buttons), "{places:?}: {values:?}");
        }
    }
}

#[test]
fn chart_windows() {
    let window = |costs: &[f64]| {
        let buckets: Vec<Bucket> = (0u32..)
            .zip(costs)
            .map(|(iteration, &cost)| Bucket {
                iteration,
                least: cost,
                greatest: cost,
            })
            .collect();
        cost_window(&[CostLine {
            run: 0,
            buckets: &buckets,
        }])
    };
    let falling = window(&[10.0, 4.0, 2.0]).expect("a window");
    assert!(falling.contains([0.0, 10.0]) && falling.contains([2.0, 2.0]));
    // A run that blows up is cut; its beginning stays visible.
    let diverging = window(&[10.0, 4.0, 1e12, f64::INFINITY]).expect("a window");
    assert!(diverging.contains([0.0, 10.0]) && diverging.y()[1] < 100.0);
    let rising = window(&[1.0, 10.0, 1e200]).expect("a window");
    assert!(rising.contains([0.0, 1.0]) && rising.y()[1] < 100.0);
    let level = window(&[3.0]).expect("a window");
    assert!(level.contains([0.0, 3.0]));
    assert_eq!(window(&[f64::NAN, f64::INFINITY]), None);
    assert_eq!(cost_window(&[]), None);
}

#[test]
fn logarithmic_windows_hold_whole_decades() {
    let drawn = draw_log_chart([300, 200], &[3.2, 1.0, -5.5], -6.0).expect("a chart");
    for label in ["10⁻⁴", "1", "10⁴", "tolerance"] {
        assert!(drawn.contains(&format!("\n{label}\n")), "{label}: {drawn}");
    }
    assert!(draw_log_chart([300, 200], &[], -6.0).is_none());
    assert!(draw_log_chart([300, 200], &[2.0], 2.0).is_some());
}

#[test]
fn decades_are_whole_and_few() {
    let labels = |range, about| -> Vec<String> {
        decades(range, about)
            .into_iter()
            .map(|tick| tick.label)
            .collect()
    };
    assert_eq!(labels([-2.0, 1.0], 4), ["10⁻²", "10⁻¹", "1", "10¹"]);
    assert_eq!(labels([-7.0, 4.0], 4), ["10⁻⁶", "10⁻³", "1", "10³"]);
    assert!(labels([0.2, 0.8], 4).is_empty());
    for hostile in [f64::NAN, f64::INFINITY, -1e300] {
        assert!(decades([hostile, 1e9], 3).len() <= 700);
    }
}

fn any_point() -> impl Strategy<Value = [f64; 2]> {
    prop_oneof![
        [-5.0..5.0f64, -5.0..5.0f64],
        [prop::num::f64::ANY, prop::num::f64::ANY]
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_points_in_any_picture(
        points in prop::collection::vec(any_point(), 0..12),
        width in 0u32..900,
        height in 0u32..700,
        half in 1e-6..1e6f64,
    ) {
        let window = Window::new([-half, half], [-half, half]).expect("a window");
        check_inside(&draw_all([width, height], window, &points));
    }

    #[test]
    fn any_heights(
        heights in prop::collection::vec(prop::num::f64::ANY, 0..40),
        level in prop::num::f64::ANY,
    ) {
        if let Some(drawn) = draw_log_chart([300, 200], &heights, level) {
            check_inside(&drawn);
        }
    }

    #[test]
    fn any_costs(costs in prop::collection::vec(prop::num::f64::ANY, 0..40), stride in 1u32..100_000) {
        if let Some(drawn) = draw_chart([300, 200], &costs, stride) {
            check_inside(&drawn);
        }
    }
}
