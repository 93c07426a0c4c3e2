use super::norm::distance;
use super::{Run, norm};

/// What J has been doing in the last steps of a run: what there is to say about
/// one that neither settles nor diverges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// J falls, if not at every single step.
    Falling,
    /// J rises: the steps are too long, the run is on its way to diverging.
    Rising,
    /// J keeps rising and falling; a smaller α would settle.
    RisingAndFalling,
    /// The point jumps back and forth at the same height; a smaller α would settle.
    Bouncing,
    /// The point still moves but J stays the same, as far as its digits go.
    Level,
    /// The last step was too small to change any coordinate.
    Stuck,
}

/// How many of the last steps are looked at.
const RECENT: u32 = 64;
/// A rise or fall that happens less often than every so many steps is no habit.
const RARE: usize = 8;
/// Changes below this part of what they are compared with may be rounding.
const ROUNDING: f64 = 1e-12;

impl Habit {
    pub(super) fn of(run: &Run) -> Option<Habit> {
        let last = run.computed();
        let [before, here] = [run.point(last.checked_sub(1)?), run.point(last)];
        if before == here {
            return Some(Habit::Stuck);
        }
        let [rises, falls] = rises_and_falls(run);
        let enough = |count: usize| count > 0 && count * RARE >= rises + falls;
        Some(match (enough(rises), enough(falls)) {
            (true, true) => Habit::RisingAndFalling,
            (true, false) => Habit::Rising,
            (false, true) => Habit::Falling,
            (false, false) if turns_back(run) => Habit::Bouncing,
            (false, false) => Habit::Level,
        })
    }
}

/// How often J rose and fell in the last steps, by more than rounding.
fn rises_and_falls(run: &Run) -> [usize; 2] {
    let last = run.computed();
    let relief = run.costs().range().map_or(0.0, |[low, high]| high - low);
    let mut counts = [0, 0];
    let mut before = f64::NAN;
    run.visit(last.saturating_sub(RECENT), last, |_, point| {
        let value = run.cost().value(point);
        let blur = ROUNDING * (relief + value.abs());
        if value > before + blur {
            counts[0] += 1;
        } else if value < before - blur {
            counts[1] += 1;
        }
        before = value;
    });
    counts
}

/// Whether the last step led back against the one before it, by more than
/// rounding.
fn turns_back(run: &Run) -> bool {
    let last = run.computed();
    if last < 2 {
        return false;
    }
    let [a, b, c] = [run.point(last - 2), run.point(last - 1), run.point(last)];
    let cosine_sign: f64 = (0..a.len()).map(|i| (b[i] - a[i]) * (c[i] - b[i])).sum();
    let scale = norm(&c) + distance(run.start(), &c);
    cosine_sign < 0.0 && distance(&b, &c) > ROUNDING * scale
}
