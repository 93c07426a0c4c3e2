//! What is said of starts side by side.

use super::number;
use crate::lab::order::rising;
use crate::landscape::Ground;

/// What to look at; `every` is set where the chart leaves iterations out.
pub(in crate::lab) fn caption(runs: usize, selected: usize, every: Option<u32>) -> String {
    let seen = every.map_or(String::new(), |every| {
        format!(" Every {every} steps are drawn.")
    });
    match runs {
        1 => "There is one run. Twin starts place a second a hair beside it.".into(),
        2 => format!(
            "How far the two runs are apart, in the parameters’ own units, on a logarithmic scale: equal heights are equal factors.{seen}"
        ),
        _ => format!(
            "How far each run is from run {selected}, in the parameters’ own units, on a logarithmic scale: equal heights are equal factors.{seen}"
        ),
    }
}

/// How far apart the runs are: each other run with its distance at the start and
/// now.
pub(in crate::lab) fn distances(
    selected: usize,
    iteration: u32,
    others: &[(usize, [f64; 2])],
) -> String {
    match others {
        [] => String::new(),
        [(_, [start, now])] if iteration == 0 || start == now => {
            format!(
                "They are {} apart.",
                number(if iteration == 0 { *start } else { *now })
            )
        }
        [(_, [start, now])] => format!(
            "They started {} apart; at iteration {iteration} they are {} apart.",
            number(*start),
            number(*now)
        ),
        others => {
            let each = others
                .iter()
                .map(|(run, [_, now])| format!("run {run} {}", number(*now)));
            let each = each.collect::<Vec<_>>().join(", ");
            format!("Distance from run {selected} at iteration {iteration}: {each}.")
        }
    }
}

/// How a run stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::lab) enum End {
    Walking,
    Flat(Ground),
    Limit,
    Diverged,
}

/// How a run stopped and on what ground.
pub(in crate::lab) fn end(iteration: u32, end: End) -> String {
    let steps = super::steps(iteration);
    match end {
        End::Walking => "walking".into(),
        End::Flat(Ground::Minimum) => format!("a minimum, after {steps}"),
        End::Flat(Ground::Crest) => format!("a crest: flat, no minimum, after {steps}"),
        End::Flat(Ground::Saddle) => format!("a saddle: flat, no minimum, after {steps}"),
        End::Flat(Ground::NearlyFlat) => format!("too nearly flat to tell, after {steps}"),
        End::Limit => format!("no end: limit of {steps}"),
        End::Diverged => format!("diverged after {steps}"),
    }
}

/// Runs that ended in one valley.
#[derive(Default)]
pub(in crate::lab) struct Group {
    /// Their numbers, from 1.
    pub(in crate::lab) runs: Vec<usize>,
    /// J at its bottom.
    pub(in crate::lab) cost: f64,
}

/// Which valleys the runs ended in and which is the deepest; depths that differ by
/// less than `level` are equal.
pub(in crate::lab) fn verdict(runs: usize, groups: Vec<Group>, level: f64) -> String {
    let settled: usize = groups.iter().map(|group| group.runs.len()).sum();
    if settled == 0 {
        return "No run ended in a minimum.".into();
    }
    let who = match (runs, settled) {
        (2, 2) => "Both runs".to_owned(),
        (all, settled) if all == settled => format!("All {all} runs"),
        (all, settled) => format!("{settled} of the {all} runs"),
    };
    if let [only] = groups.as_slice() {
        let cost = number(only.cost);
        return match settled {
            1 => format!(
                "Only run {} ended in a minimum, at J = {cost}.",
                only.runs[0]
            ),
            _ => format!("{who} ended in the same minimum, at J = {cost}."),
        };
    }
    let where_to = match groups.len() == settled {
        true => format!("{who} ended in minima, each in one of its own"),
        false => format!("{who} ended in {} different minima", groups.len()),
    };
    let groups = rising(groups, |group| group.cost);
    format!("{where_to}: {}", deepest(&groups, level))
}

fn deepest(groups: &[Group], level: f64) -> String {
    let gap = groups[1].cost - groups[0].cost;
    let span = groups[groups.len() - 1].cost - groups[0].cost;
    let comparative = if groups.len() == 2 {
        "deeper"
    } else {
        "deepest"
    };
    if span <= level {
        return "they are equally deep.".into();
    }
    if gap <= level {
        return "the deepest of them are equally deep.".into();
    }
    let whose = match groups[0].runs.as_slice() {
        [one] => format!("run {one}’s"),
        several => format!("that of runs {}", listed(several)),
    };
    let below = if groups.len() == 2 {
        ""
    } else {
        " below the next"
    };
    format!("the {comparative} is {whose}, by {}{below}.", number(gap))
}

fn listed(runs: &[usize]) -> String {
    let texts: Vec<String> = runs.iter().map(usize::to_string).collect();
    match texts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => texts.concat(),
    }
}
