use downhill::landscape::{Grid, Relief, Window};
use downhill::view::{Mode, Ramp, Role, Size, Theme, field};
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
fn a_slope_runs_through_the_colours() {
    let slope = grid(2, 2, |column, _| column as f64);
    for ramp in [Ramp::Relief, Ramp::Viridis, Ramp::Cividis] {
        let bytes = field(&slope, &Relief::new(&slope), ramp, &theme(), [100, 3]);
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
    let relief = Relief::new(&slope);
    let bytes = field(&slope, &relief, Ramp::Viridis, &theme(), [2, 4]);
    // Pixel centres lie a quarter of a cell from the edge.
    let middle = relief.height(1.0);
    let (top, bottom) = (0.75 + 0.25 * middle, 0.25 * middle);
    assert_eq!(pixel(&bytes, 2, 0, 0), expected(Ramp::Viridis, top));
    assert_eq!(pixel(&bytes, 2, 1, 3), expected(Ramp::Viridis, bottom));
}

#[test]
fn ground_without_a_height_is_hatched() {
    let hole = grid(5, 5, |column, row| match (column, row) {
        (4, _) => f64::NAN,
        _ => row as f64,
    });
    let bytes = field(&hole, &Relief::new(&hole), Ramp::Relief, &theme(), [50, 50]);
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
    let bytes = field(&level, &Relief::new(&level), Ramp::Relief, &theme(), [2, 2]);
    assert_eq!(pixel(&bytes, 2, 0, 0), expected(Ramp::Relief, 0.5));
    let nothing = grid(3, 3, |_, _| f64::NAN);
    assert_eq!(
        field(
            &nothing,
            &Relief::new(&nothing),
            Ramp::Relief,
            &theme(),
            [0, 0]
        ),
        Vec::<u8>::new()
    );
    assert_eq!(
        field(
            &nothing,
            &Relief::new(&nothing),
            Ramp::Relief,
            &theme(),
            [0, 3]
        ),
        Vec::<u8>::new()
    );
    assert_eq!(
        field(
            &nothing,
            &Relief::new(&nothing),
            Ramp::Relief,
            &theme(),
            [3, 1]
        )
        .len(),
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
    fn any_ground_has_colours(values in prop::collection::vec(prop::num::f64::ANY, 4..60)) {
        let columns = values.len() / 2;
        let ground = grid(columns, 2, |column, row| values[row * columns + column]);
        let relief = Relief::new(&ground);
        let bytes = field(&ground, &relief, Ramp::Relief, &theme(), [7, 5]);
        prop_assert_eq!(bytes.len(), 4 * 7 * 5);
    }
}
