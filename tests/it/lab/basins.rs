//! What is said of basins.

use downhill::lab::instruments::{BasinsMap, BasinsReport};

use super::open;

/// The basins of the figure's own window, once all are known.
fn report(link: &str, cells: [usize; 2]) -> BasinsReport {
    let session = open(link);
    let mut map = BasinsMap::default();
    while map.work(&session, session.window(), cells, 10_000) {}
    map.report(&session)
}

#[test]
fn the_valleys_are_listed_with_their_depth_and_share() {
    let report = report("cost=valleys&show=basins", [60, 40]);
    assert_eq!((report.nothing, report.others.len()), ("", 0));
    let [deep, shallow] = &report.valleys[..] else {
        panic!("{:?}", report.valleys);
    };
    assert_eq!([&deep.place, &deep.cost], ["w 1.512, b −0.504", "−1.091"]);
    assert_eq!((deep.number, shallow.number), (0, 1));
    assert_eq!(deep.count + shallow.count, 60 * 40);
    assert!(
        report
            .caption
            .starts_with("60 × 40 starts, each walked to its end with α 0.08.")
    );
}

#[test]
fn starts_in_no_valley_are_counted_by_what_becomes_of_them() {
    let diverging = report("cost=bowl&alpha=1.2&show=basins", [8, 6]);
    assert_eq!(diverging.others, ["48 diverged."]);
    assert!(
        diverging
            .caption
            .contains("No start comes to rest in a valley.")
    );
    let slow = report("cost=bowl&alpha=0.001&steps=5&show=basins", [8, 8]);
    assert!(slow.others[0].starts_with("64 still walking at the limit of 5 steps"));
}

#[test]
fn the_rule_makes_other_basins() {
    // On Himmelblau past the edge of the simultaneous rule only the sequential one settles.
    let at = |rule: &str| {
        let link = format!("cost=himmelblau&alpha=0.0155&rule={rule}&show=basins");
        let report = report(&link, [40, 40]);
        report
            .valleys
            .iter()
            .map(|valley| valley.count)
            .sum::<usize>()
    };
    assert!(at("sequential") > at("simultaneous"));
}

#[test]
fn frozen_parameters_hold_the_map_to_their_plane() {
    let near = report("cost=three&show=basins", [8, 8]);
    let far = report("cost=three&axes=w1,b&show=basins", [8, 8]);
    assert_eq!([near.valleys.len(), far.valleys.len()], [1, 1]);
    assert_eq!(near.valleys[0].place, far.valleys[0].place);
}

#[test]
fn a_change_begins_anew_and_one_parameter_has_none() {
    let mut session = open("cost=valleys&show=basins");
    let mut map = BasinsMap::default();
    let window = session.window();
    while map.work(&session, window, [6, 5], 10_000) {}
    session.edit("alpha", "0.1");
    map.work(&session, window, [6, 5], 0);
    assert_eq!(map.basins().map(|basins| basins.progress()), Some([0, 30]));
    session.choose("cost", "curve");
    assert!(!map.work(&session, session.window(), [6, 5], 10_000));
    let report = map.report(&session);
    assert!(report.nothing.starts_with("With one parameter") && report.valleys.is_empty());
}
