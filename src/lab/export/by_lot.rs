use crate::cost::Batch;

/// What a program has more where each step looks at some rows only, drawn by lot.
#[derive(Default)]
pub(super) struct ByLot {
    /// The numbers that the draws depend on.
    pub(super) setting: String,
    /// The function that draws.
    pub(super) function: &'static str,
    /// What the gradient takes beside a point.
    pub(super) of_gradient: &'static str,
    /// What an update takes beside a point, and passes on.
    pub(super) of_update: &'static str,
    /// What the walk gives an update.
    pub(super) given: &'static str,
    /// What stands behind the numbers of all rows.
    pub(super) chosen: &'static str,
}

impl ByLot {
    pub(super) fn new(batch: Batch) -> ByLot {
        ByLot {
            setting: format!("batch = {}\nseed = {}\n", batch.size, batch.seed),
            function: DRAW,
            of_gradient: ", rows=slice(None)",
            of_update: ", rows",
            given: ", rows_of_step(len(path) - 1)",
            chosen: "[rows]",
        }
    }
}

/// [`Batch::rows`] in Python.
const DRAW: &str = "def mixed(state):
    z = (state + 0x9E3779B97F4A7C15) % 2**64
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
    return z ^ z >> 31


def rows_of_step(step):  # drawn by lot, the same ones as in the figure
    rows = set()
    for last in range(len(y) - batch, len(y)):
        draw = mixed(mixed(seed + 0x9E3779B97F4A7C15) + step * 2**32 + 2**16 + last)
        row = int((draw >> 11) / 2**53 * (last + 1))
        rows.add(last if row in rows else row)
    return sorted(rows)


";
