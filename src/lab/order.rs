/// A few items in rising order of a key, equal ones in the order they came.
///
/// Insertion: each type that the standard library sorts stably adds 6 kB to the wasm.
pub(super) fn rising<T>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        let is_before = |other: &T| key(other).total_cmp(&key(&item)).is_le();
        let at = ordered.partition_point(is_before);
        ordered.insert(at, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::rising;

    #[test]
    fn it_sorts_stably() {
        let costs = [2.0, -1.0, f64::INFINITY, 2.0, -0.0, 0.0, f64::NAN, -1.0];
        let mut sorted: Vec<usize> = (0..costs.len()).collect();
        sorted.sort_by(|one, other| costs[*one].total_cmp(&costs[*other]));
        assert_eq!(rising(0..costs.len(), |place| costs[*place]), sorted);
    }
}
