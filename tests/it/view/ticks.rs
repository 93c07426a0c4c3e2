use downhill::view::{Tick, ticks};
use proptest::prelude::*;

fn labels(range: [f64; 2], about: usize) -> Vec<String> {
    let labels = ticks(range, about);
    labels.into_iter().map(|tick| tick.label).collect()
}

#[test]
fn nice_numbers() {
    let table: &[([f64; 2], usize, &[&str])] = &[
        (
            [-4.5, 4.5],
            9,
            &["−4", "−3", "−2", "−1", "0", "1", "2", "3", "4"],
        ),
        ([-4.5, 4.5], 5, &["−4", "−2", "0", "2", "4"]),
        ([0.0, 1.0], 5, &["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([0.0, 0.3], 3, &["0", "0.1", "0.2", "0.3"]),
        (
            [-0.03, 0.02],
            5,
            &["−0.03", "−0.02", "−0.01", "0", "0.01", "0.02"],
        ),
        ([250.0, 730.0], 5, &["300", "400", "500", "600", "700"]),
        ([0.0, 90.0], 3, &["0", "50"]),
        ([0.0, 1e6], 4, &["0", "500000", "1000000"]),
        ([0.0, 4e7], 4, &["0", "1×10⁷", "2×10⁷", "3×10⁷", "4×10⁷"]),
        ([-1e-7, 2e-7], 3, &["−1×10⁻⁷", "0", "1×10⁻⁷", "2×10⁻⁷"]),
        ([-1e150, 1e150], 2, &["−1×10¹⁵⁰", "0", "1×10¹⁵⁰"]),
        ([1000.0, 1000.4], 2, &["1000.0", "1000.2", "1000.4"]),
    ];
    for &(range, about, expected) in table {
        assert_eq!(labels(range, about), expected, "{range:?} with {about}");
    }
}

#[test]
fn ranges_that_are_none_have_no_ticks() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    for range in [
        [1.0, 1.0],
        [2.0, 1.0],
        [0.0, inf],
        [-inf, inf],
        [nan, 1.0],
        [0.0, nan],
        [f64::MIN, f64::MAX],
    ] {
        assert_eq!(ticks(range, 5), Vec::<Tick>::new(), "{range:?}");
    }
}

proptest! {
    /// Ticks lie in the range, rise, are few, and no two read the same.
    #[test]
    fn ticks_are_sane(middle in -1e9..1e9, decade in -3f64..9.0, about in 0usize..60) {
        let half = 10f64.powf(decade);
        let range = [middle - half, middle + half];
        let ticks = ticks(range, about);
        prop_assert!(ticks.len() <= about.clamp(1, 50) + 1);
        prop_assert!(about < 3 || ticks.len() >= about.min(50) / 3);
        for tick in &ticks {
            prop_assert!(range[0] <= tick.value && tick.value <= range[1]);
        }
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].value < pair[1].value);
            prop_assert!(pair[0].label != pair[1].label, "{}", pair[0].label);
        }
    }

    #[test]
    fn no_range_panics(low: u64, high: u64, about: usize) {
        ticks([f64::from_bits(low), f64::from_bits(high)], about);
    }
}
