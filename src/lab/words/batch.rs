//! What is said of steps that look at some rows only.

use super::{MathLine, grouped};

/// "1 of 6 rows".
pub(in crate::lab) fn share([size, rows]: [usize; 2]) -> String {
    format!("{} of {} rows", grouped(size), grouped(rows))
}

/// J, or that of a batch.
pub(in crate::lab) fn cost(of_batch: bool) -> MathLine {
    let [math, spoken] = match of_batch {
        false => ["<mi>J</mi>", "J"],
        true => [
            "<msub><mi>J</mi><mtext>rows</mtext></msub>",
            "J over the rows drawn",
        ],
    };
    MathLine {
        math: math.into(),
        spoken: spoken.into(),
    }
}

/// More rows than this are not listed.
const LISTED: usize = 8;

/// How many rows a step looks at, and which come next.
pub(in crate::lab) fn caption(batch: [usize; 2], next: Option<&[usize]>) -> String {
    let each = format!("Each step looks at {} only, drawn by lot", share(batch));
    match next {
        Some([row]) => format!("{each}; the next at row {}.", grouped(row + 1)),
        Some(rows) if rows.len() <= LISTED => {
            let listed: Vec<String> = rows.iter().map(|row| grouped(row + 1)).collect();
            format!("{each}; the next at rows {}.", listed.join(", "))
        }
        _ => format!("{each}."),
    }
}

/// Why some rows are ringed.
pub(in crate::lab) const RINGED: &str = " The next step looks at the ringed rows.";

/// J may rise and fall for ever.
pub(in crate::lab) fn wanders(batch: [usize; 2]) -> String {
    format!(
        "J keeps rising and falling: each step looks at {} only. A smaller α wanders less.",
        share(batch)
    )
}

/// Why a step is not as long as the slope of J says.
pub(in crate::lab) fn length(batch: [usize; 2], length: &str, product: &str) -> String {
    format!(
        "This step looks at {} only, so it is {length} long and not α‖∇J‖ = {product}.",
        share(batch)
    )
}

/// Before what is said of the rows of one step.
pub(in crate::lab) fn looks_at(batch: [usize; 2]) -> String {
    format!("This step looks at {} only, drawn by lot.", share(batch))
}

/// The edges of learning rates hold for steps that look at all rows.
pub(in crate::lab) const EDGES: &str =
    " The edges are those of steps that look at all rows; with fewer a walk may leave before.";

/// What the reader's own steps are compared with.
pub(in crate::lab) const BY_LOT: &str = "Each of its steps goes the steepest way for the rows it looks at, which need not be the steepest way of J.";
