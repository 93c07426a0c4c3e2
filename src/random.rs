/// A number in [0, 1) that depends on nothing but its arguments, so that a link
/// with a seed repeats exactly.
///
/// The mixing function is SplitMix64: Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, figure 15 (variant 13).
pub(crate) fn uniform(seed: u32, draw: u32, coordinate: u32) -> f64 {
    let counter = (u64::from(draw) << 32) | u64::from(coordinate);
    let bits = mix(mix(u64::from(seed).wrapping_add(GOLDEN)).wrapping_add(counter));
    // The upper 53 bits fill an f64 exactly.
    (bits >> 11) as f64 / (1_u64 << 53) as f64
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(state: u64) -> u64 {
    let mut z = state.wrapping_add(GOLDEN);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::uniform;

    #[test]
    fn draws_are_spread_and_repeat() {
        let draws: Vec<f64> = (0..4000).map(|draw| uniform(1, draw, 0)).collect();
        let mean = draws.iter().sum::<f64>() / 4000.0;
        // Standard error of the mean of 4000 uniform draws: 0.0046.
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
        assert!(draws.iter().all(|draw| (0.0..1.0).contains(draw)));
        assert_eq!(uniform(7, 3, 1), uniform(7, 3, 1));
        assert_ne!(uniform(7, 3, 1), uniform(7, 3, 0));
        assert_ne!(uniform(7, 3, 1), uniform(8, 3, 1));
    }
}
