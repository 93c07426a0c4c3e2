//! The hill: where things stand, what hides what, and numbers that are none.

use downhill::landscape::{Grid, Heights, Plane, Polyline, Surface, Window};
use downhill::view::{
    self, Axes, Axis, Camera, HillGround, HillPlot, HillWalk, Mode, Ramp, Role, Shades, Size,
    Solid, Theme, Walk, Walker, draw_hill_ground, draw_hill_walk, draw_paper, surface_pixels,
};
use proptest::prelude::*;

use super::hill::hill;
use crate::svg::{attribute, check_inside, svg};

const SIZE: [u32; 2] = [300, 260];

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

fn square(half: f64) -> Window {
    Window::new([-half, half], [-half, half]).expect("a window")
}

fn plot(window: Window, turn: f64, tilt: f64) -> HillPlot {
    HillPlot::new(SIZE, window, true, Camera { turn, tilt }, &theme()).expect("room")
}

/// A function as a surface on a square around 0.
fn surface(half: f64, cost: impl Fn(f64, f64) -> f64) -> Surface {
    const POINTS: usize = 61;
    let mut grid = Grid {
        window: square(half),
        columns: POINTS,
        rows: POINTS,
        values: vec![0.0; POINTS * POINTS],
    };
    for index in 0..POINTS * POINTS {
        let [x, y] = grid.position(index % POINTS, index / POINTS);
        grid.values[index] = cost(x, y);
    }
    Surface::new(grid).expect("finite ground")
}

fn solid(plot: &HillPlot, surface: &Surface) -> Solid {
    let shades = Shades {
        relief: None,
        ramp: Ramp::default(),
    };
    surface_pixels(plot, surface, shades, &theme()).1
}

fn hidden(surface: &Surface, turn: f64, tilt: f64, at: [f64; 2]) -> bool {
    let plot = plot(surface.grid.window, turn, tilt);
    view::hides(&plot, surface, &solid(&plot, surface), at)
}

proptest! {
    #[test]
    fn a_place_and_its_inverse_agree(
        turn in -720.0..720.0f64, tilt in 10.0..=90.0f64,
        x in -3.0..3.0f64, y in -1.0..2.0f64, height in 0.0..=1.0f64,
    ) {
        let window = Window::new([-3.0, 3.0], [-1.0, 2.0]).expect("a window");
        for equal in [true, false] {
            let camera = Camera { turn, tilt };
            let plot = HillPlot::new(SIZE, window, equal, camera, &theme()).expect("room");
            let (at, back) = plot.back(plot.place([x, y], height));
            prop_assert!((at[0] - x).abs() < 1e-9 && (at[1] - y).abs() < 1e-9);
            prop_assert!((back - height).abs() < 1e-9);
        }
    }

    #[test]
    fn no_numbers_make_the_hill_panic_or_draw_outside(
        points in prop::collection::vec(prop::array::uniform2(any::<f64>()), 1..5),
        turn in any::<f64>(), tilt in 10.0..=90.0f64, size in prop::array::uniform2(0u32..400),
    ) {
        let surface = surface(2.0, |x, y| if x > 1.0 { f64::NAN } else { x * x - y });
        let drawn = draw_all(size, &surface, Camera { turn, tilt }, &points);
        check_inside(&drawn);
    }
}

/// Draws everything there is from the same points.
fn draw_all(size: [u32; 2], surface: &Surface, camera: Camera, points: &[[f64; 2]]) -> String {
    let theme = theme();
    let axis = |name, role| Axis { name, role };
    svg(size, |area| {
        draw_paper(area, &theme).expect("drawn");
        let Some(plot) = HillPlot::new(size, surface.grid.window, true, camera, &theme) else {
            return;
        };
        let solid = solid(&plot, surface);
        let contour = Polyline {
            points: points.to_vec(),
            closed: true,
        };
        let ground = HillGround {
            surface,
            solid: &solid,
            contours: &[contour],
            axes: Axes {
                x: axis("w", Role::Parameter(0)),
                y: axis("price & <more>", Role::Parameter(1)),
            },
        };
        draw_hill_ground(area, &plot, &ground, &theme).expect("drawn");
        let path = [points.to_vec()];
        let walkers: Vec<Walker> = points
            .iter()
            .enumerate()
            .map(|(run, &at)| Walker {
                run,
                selected: run == 0,
                path: &path,
                steps: points,
                at,
                next: points.last().copied(),
                values: &[],
            })
            .collect();
        let walk = Walk {
            walkers: &walkers,
            trails: &path,
            covered: None,
        };
        let walk = HillWalk {
            surface,
            solid: &solid,
            walk,
            forwards: points.last().copied(),
        };
        draw_hill_walk(area, &plot, &walk, &theme).expect("drawn");
    })
}

#[test]
fn turn_0_has_the_first_axis_to_the_right_and_the_second_away() {
    let plot = plot(square(1.0), 0.0, 30.0);
    let [x, y, depth] = plot.place([0.0, 0.0], 0.0);
    let [right, level, as_deep] = plot.place([0.5, 0.0], 0.0);
    assert!(right > x && (level - y).abs() < 1e-9 && (as_deep - depth).abs() < 1e-9);
    let [straight, higher, deeper] = plot.place([0.0, 0.5], 0.0);
    assert!((straight - x).abs() < 1e-9 && higher < y && deeper > depth);
    let [straight, higher, nearer] = plot.place([0.0, 0.0], 1.0);
    assert!((straight - x).abs() < 1e-9 && higher < y && nearer < depth);
}

#[test]
fn from_above_the_hill_is_the_map_whatever_its_heights() {
    let plot = plot(square(1.0), 0.0, 90.0);
    let [x, y, _] = plot.place([-0.5, 0.25], 0.0);
    let [same_x, same_y, _] = plot.place([-0.5, 0.25], 1.0);
    assert!((x - same_x).abs() < 1e-9 && (y - same_y).abs() < 1e-9);
    let [middle_x, middle_y, _] = plot.place([0.0, 0.0], 0.0);
    assert!(((middle_x - x) - 2.0 * (middle_y - y)).abs() < 1e-9);
}

#[test]
fn the_exaggeration_is_what_is_drawn() {
    // J from 0 to 8 over a window 4 wide.
    let bowl = surface(2.0, |x, y| x * x + y * y);
    let plot = plot(square(2.0), 0.0, 10.0);
    let [_, foot, _] = plot.place([0.0, 0.0], 0.0);
    let [_, top, _] = plot.place([0.0, 0.0], 1.0);
    let [left, ..] = plot.place([-2.0, 0.0], 0.0);
    let [right, ..] = plot.place([2.0, 0.0], 0.0);
    // Upright lengths are foreshortened by the cosine of the tilt.
    let unit_of_j = (foot - top) / 10f64.to_radians().cos() / 8.0;
    let unit_of_w = (right - left) / 4.0;
    let said = plot.exaggeration(&bowl.scale).expect("a number");
    assert!((said - unit_of_j / unit_of_w).abs() < 1e-9, "{said}");
}

#[test]
fn compressed_and_level_ground_have_no_exaggeration() {
    let plot = plot(square(2.0), 0.0, 40.0);
    let steep = surface(2.0, |x, y| 100.0 * (y - x * x) * (y - x * x));
    assert!(steep.scale.are_compressed());
    assert_eq!(plot.exaggeration(&steep.scale), None);
    let level = Heights::new(&surface(2.0, |_, _| 3.0).grid).expect("ground");
    assert_eq!(plot.exaggeration(&level), None);
}

#[test]
fn a_crest_hides_what_is_behind_it_and_not_what_is_before_it() {
    // A ridge along x at y = 0; turned by 0 the viewer looks along y.
    let ridge = surface(2.0, |_, y| (-6.0 * y * y).exp());
    let (before, top, behind) = ([0.3, -0.5], [0.3, 0.0], [0.3, 0.5]);
    for (at, expected) in [(before, false), (top, false), (behind, true)] {
        assert_eq!(hidden(&ridge, 0.0, 12.0, at), expected, "{at:?}");
    }
    // From the other side they change places, from the side and from above nothing hides.
    assert!(hidden(&ridge, 180.0, 12.0, before) && !hidden(&ridge, 180.0, 12.0, behind));
    for (turn, tilt) in [(90.0, 12.0), (0.0, 90.0), (37.0, 85.0)] {
        for at in [before, top, behind] {
            assert!(!hidden(&ridge, turn, tilt, at), "{turn} {tilt} {at:?}");
        }
    }
}

#[test]
fn what_is_hidden_is_what_a_straight_line_of_sight_meets() {
    // Oracle: from the point towards the viewer, in steps. Ground hides it where the line of
    // sight comes out of the ground upwards; ground it stays below is looked through.
    let hill = hill();
    let grid = Grid::sample(&hill, None, &whole_plane(), square(3.0), 61, 61);
    let surface = Surface::new(grid).expect("finite ground");
    let plot = plot(surface.grid.window, -35.0, 25.0);
    let solid = solid(&plot, &surface);
    let mut counts = [0; 2];
    for index in 0..400 {
        let at = [
            -2.8 + 0.29 * f64::from(index % 20),
            -2.8 + 0.29 * f64::from(index / 20),
        ];
        let [x, y, depth] = plot.place(at, surface.height_at(at));
        let mut lowest = f64::INFINITY;
        let mut below = f64::INFINITY;
        for step in 10..600 {
            let (under, height) = plot.back([x, y, depth - f64::from(step)]);
            let above = height - surface.height_at(under);
            lowest = lowest.min(if above.is_nan() { lowest } else { above });
            if above > 0.0 {
                below = below.min(lowest);
            }
        }
        // What the line of sight only grazes may go either way.
        if !(-0.06..=0.0).contains(&below) {
            let is_hidden = view::hides(&plot, &surface, &solid, at);
            assert_eq!(is_hidden, below < 0.0, "{at:?} {below}");
            counts[usize::from(is_hidden)] += 1;
        }
    }
    assert!(counts[0] > 100 && counts[1] > 10, "{counts:?}");
}

fn whole_plane() -> Plane {
    Plane {
        axes: [0, 1],
        through: vec![0.0; 2],
    }
}

#[test]
fn a_near_wall_is_looked_through_from_outside() {
    let bowl = surface(2.0, |x, y| x * x + y * y);
    // Low on the far side of the middle: on the line of sight stands the near wall.
    assert!(!hidden(&bowl, 0.0, 10.0, [0.0, 0.3]));
}

#[test]
fn the_depth_under_a_pixel_gives_back_the_ground_there() {
    let grid = Grid::sample(&hill(), None, &whole_plane(), square(3.0), 61, 61);
    let surface = Surface::new(grid).expect("finite ground");
    let plot = plot(surface.grid.window, 20.0, 50.0);
    let solid = solid(&plot, &surface);
    let mut found = 0;
    for pixel in (20..240)
        .step_by(11)
        .flat_map(|y| (20..280).step_by(13).map(move |x| (x, y)))
    {
        let [x, y] = [f64::from(pixel.0) + 0.5, f64::from(pixel.1) + 0.5];
        let depth = solid.depth([x, y]);
        if depth.is_finite() {
            let (at, height) = plot.back([x, y, depth]);
            assert!((surface.height_at(at) - height).abs() < 1e-3, "{at:?}");
            found += 1;
        }
    }
    assert!(found > 60, "{found}");
}

#[test]
fn ground_without_a_value_is_a_hole() {
    let whole = surface(2.0, |x, y| x + y);
    let holed = surface(
        2.0,
        |x, y| if x * x + y * y < 1.0 { f64::NAN } else { x + y },
    );
    let plot = plot(square(2.0), 0.0, 60.0);
    let [x, y, depth] = plot.place([0.0, 0.0], whole.height_at([0.0, 0.0]));
    assert!((solid(&plot, &whole).depth([x, y]) - depth).abs() < 1.0);
    assert!(solid(&plot, &holed).depth([x, y]).is_infinite());
}

#[test]
fn pixels_are_opaque_where_there_is_ground_and_clear_elsewhere() {
    let surface = surface(2.0, |x, y| x * x + y * y);
    let plot = plot(square(2.0), 30.0, 40.0);
    let shades = Shades {
        relief: None,
        ramp: Ramp::default(),
    };
    let (pixels, solid) = surface_pixels(&plot, &surface, shades, &theme());
    assert_eq!(pixels.len(), 4 * 300 * 260);
    for (index, pixel) in pixels.chunks(4).enumerate() {
        let at = [(index % 300) as f64 + 0.5, (index / 300) as f64 + 0.5];
        assert_eq!(pixel[3] == 255, solid.depth(at).is_finite());
    }
}

/// What is drawn as lines of a colour.
fn lines_of(drawn: &str, role: Role) -> usize {
    let colour = role.colour(Mode::Light).css().to_uppercase();
    let strokes = drawn.lines().filter_map(|line| attribute(line, "stroke"));
    strokes.filter(|stroke| *stroke == colour).count()
}

#[test]
fn the_picture_has_a_path_a_person_an_arrow_and_names() {
    let bowl = surface(2.0, |x, y| x * x + y * y);
    let camera = Camera {
        turn: -35.0,
        tilt: 40.0,
    };
    let drawn = draw_all([600, 460], &bowl, camera, &[[1.2, 0.4], [0.6, 0.2]]);
    for text in [">\nw\n<", ">\nJ\n<", ">\nprice &amp; &lt;more&gt;\n<"] {
        assert!(drawn.contains(text), "{text}");
    }
    // The first run is a person of limbs, the second a numbered marker.
    assert!(lines_of(&drawn, Role::Run(0)) > 5);
    assert_eq!(drawn.matches("font-weight=\"bold\"").count(), 1);
    assert!(lines_of(&drawn, Role::Action) >= 1);
}

#[test]
fn the_person_looks_where_it_is_told() {
    let plot = plot(square(1.0), 90.0, 30.0);
    // Turned by a quarter, the first axis leads away from the viewer.
    let [right, down, away] = plot.direction([2.0, 0.0]).expect("a direction");
    assert!(right.abs() < 1e-12 && (away - 1.0).abs() < 1e-12);
    assert!(
        (down + 0.5).abs() < 1e-12,
        "the floor is drawn half as deep as wide"
    );
    assert_eq!(plot.direction([0.0, 0.0]), None);
    assert_eq!(plot.direction([f64::NAN, 1.0]), None);
}
