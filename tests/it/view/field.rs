use downhill::landscape::{Grid, Window};
use downhill::view::{Mode, Ramp, Role, Size, Theme, breakpoints, field, place};
use proptest::prelude::*;

fn theme() -> Theme {
    Theme::new(Mode::Light, Size::Normal, 1.0)
}

fn grid(columns: usize, rows: usize, value: impl Fn(usize, usize) -> f64) -> Grid {
    let window = Window::new([0.0, 1.0], [0.0, 1.0]).expect("a window");
    let values = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (column, row)))
        .map(|(column, row)| value(column, row))
        .collect();
    Grid {
        window,
        columns,
        rows,
        values,
    }
}

fn pixel(bytes: &[u8], width: usize, column: usize, row: usize) -> [u8; 4] {
    let at = 4 * (row * width + column);
    bytes[at..at + 4].try_into().expect("four bytes")
}

fn expected(ramp: Ramp, part: f64) -> [u8; 4] {
    // The field has 256 colours.
    let [red, green, blue] = ramp.colour(Mode::Light, (part * 255.0).round() / 255.0).rgb;
    [red, green, blue, 255]
}

#[test]
fn places_between_breakpoints() {
    let table: &[(f64, &[f64], f64)] = &[
        (0.0, &[0.0, 1.0], 0.0),
        (0.25, &[0.0, 1.0], 0.25),
        (7.0, &[0.0, 1.0], 1.0),
        (-7.0, &[0.0, 1.0], 0.0),
        (2.0, &[0.0, 1.0, 3.0], 0.75),
        // Half of the ground is level: it stands in the middle of its places.
        (1.0, &[0.0, 1.0, 1.0, 1.0, 2.0], 0.5),
        (1.5, &[0.0, 1.0, 1.0, 1.0, 2.0], 0.875),
        (3.0, &[3.0], 0.5),
        (3.0, &[3.0, 3.0], 0.5),
        (0.0, &[f64::MIN, f64::MAX], 0.5),
    ];
    for &(value, breakpoints, expected) in table {
        assert_eq!(
            place(value, breakpoints),
            expected,
            "{value} in {breakpoints:?}"
        );
    }
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(place(value, &[0.0, 1.0]).is_nan());
    }
    assert!(place(1.0, &[]).is_nan());
}

#[test]
fn a_slope_runs_through_the_colours() {
    let slope = grid(2, 2, |column, _| column as f64);
    for ramp in [Ramp::Relief, Ramp::Viridis, Ramp::Cividis] {
        let bytes = field(&slope, &[0.0, 1.0], ramp, &theme(), [100, 3]);
        assert_eq!(bytes.len(), 4 * 100 * 3);
        for column in 0..100 {
            let part = (column as f64 + 0.5) / 100.0;
            assert_eq!(
                pixel(&bytes, 100, column, 1),
                expected(ramp, part),
                "{column}"
            );
        }
    }
}

#[test]
fn the_first_row_is_the_highest_y() {
    let slope = grid(3, 3, |_, row| row as f64);
    let bytes = field(&slope, &[0.0, 2.0], Ramp::Viridis, &theme(), [2, 4]);
    assert_eq!(pixel(&bytes, 2, 0, 0), expected(Ramp::Viridis, 0.875));
    assert_eq!(pixel(&bytes, 2, 1, 3), expected(Ramp::Viridis, 0.125));
}

#[test]
fn ground_without_a_height_is_hatched() {
    let hole = grid(5, 5, |column, row| match (column, row) {
        (4, _) => f64::NAN,
        _ => row as f64,
    });
    let bytes = field(&hole, &breakpoints(&hole), Ramp::Relief, &theme(), [50, 50]);
    let ramp: Vec<[u8; 3]> = Ramp::Relief
        .table(Mode::Light)
        .map(|colour| colour.rgb)
        .to_vec();
    let mut hatched = [0, 0];
    for row in 0..50 {
        for (side, columns) in [0..35, 40..50].into_iter().enumerate() {
            for column in columns {
                let [red, green, blue, opaque] = pixel(&bytes, 50, column, row);
                assert_eq!(opaque, 255);
                hatched[side] += usize::from(!ramp.contains(&[red, green, blue]));
            }
        }
    }
    assert_eq!(hatched, [0, 500]);
}

#[test]
fn level_and_empty_ground() {
    let level = grid(3, 3, |_, _| 7.0);
    let bytes = field(&level, &breakpoints(&level), Ramp::Relief, &theme(), [2, 2]);
    assert_eq!(pixel(&bytes, 2, 0, 0), expected(Ramp::Relief, 0.5));
    let nothing = grid(3, 3, |_, _| f64::NAN);
    assert!(breakpoints(&nothing).is_empty());
    assert_eq!(
        field(&nothing, &[], Ramp::Relief, &theme(), [0, 0]),
        Vec::<u8>::new()
    );
    assert_eq!(
        field(&nothing, &[], Ramp::Relief, &theme(), [0, 3]),
        Vec::<u8>::new()
    );
    assert_eq!(
        field(&nothing, &[], Ramp::Relief, &theme(), [3, 1]).len(),
        12
    );
}

#[test]
fn relief_ramp_starts_and_ends_as_designed() {
    assert_eq!(Ramp::Relief.colour(Mode::Light, 0.0).css(), "#265470");
    assert_eq!(Ramp::Relief.colour(Mode::Light, 0.4).css(), "#7ca39a");
    assert_eq!(Ramp::Relief.colour(Mode::Light, 1.0).css(), "#f6f0e6");
    assert_eq!(Ramp::Relief.colour(Mode::Light, f64::NAN).css(), "#265470");
    assert_ne!(
        theme().colour(Role::Paper),
        Ramp::Relief.colour(Mode::Light, 1.0)
    );
}

proptest! {
    #[test]
    fn breakpoints_rise_from_least_to_greatest(values in prop::collection::vec(prop::num::f64::ANY, 4..60)) {
        let columns = values.len() / 2;
        let ground = grid(columns, 2, |column, row| values[row * columns + column]);
        let found = breakpoints(&ground);
        prop_assert!(found.is_sorted());
        let mut finite: Vec<f64> = ground.values.iter().copied().filter(|v| v.is_finite()).collect();
        finite.sort_by(f64::total_cmp);
        prop_assert_eq!(found.first(), finite.first());
        prop_assert_eq!(found.last(), finite.last());
        field(&ground, &found, Ramp::Relief, &theme(), [7, 5]);
    }
}
