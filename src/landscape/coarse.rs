/// Every place once, in passes from coarse to fine: `stride` says how far a place lies
/// from its neighbours of the pass it belongs to, a power of two of at most `coarsest`.
pub(super) fn coarse_to_fine(
    places: usize,
    coarsest: usize,
    stride: impl Fn(usize) -> usize,
) -> Vec<usize> {
    let mut order = Vec::with_capacity(places);
    let mut pass = coarsest;
    while pass > 0 {
        order.extend((0..places).filter(|&place| stride(place) == pass));
        pass /= 2;
    }
    order
}

/// The largest power of two that divides an index, at most `coarsest`.
pub(super) fn stride(index: usize, coarsest: usize) -> usize {
    match index {
        0 => coarsest,
        _ => coarsest.min(1 << index.trailing_zeros()),
    }
}

#[cfg(test)]
mod tests {
    use super::{coarse_to_fine, stride};

    #[test]
    fn every_index_comes_once() {
        let order = |count| coarse_to_fine(count, 4, |index| stride(index, 4));
        assert_eq!(order(9), [0, 4, 8, 2, 6, 1, 3, 5, 7]);
        for count in 0..40 {
            let mut order = order(count);
            order.sort_unstable();
            assert_eq!(order, (0..count).collect::<Vec<_>>());
        }
    }
}
