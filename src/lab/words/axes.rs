//! The names that stand in pictures, at axes and lines.

/// The axis of the cost chart.
pub const ITERATION: &str = "iteration";

/// The axis of how far runs are apart.
pub const DISTANCE: &str = "distance";
/// The axis of the length of the gradient.
pub const SLOPE: &str = "‖∇J‖";
/// The axis of J above the best known.
pub const EXCESS: &str = "J − best known J";
/// The line that ‖∇J‖ must reach.
pub const TOLERANCE: &str = "tolerance";

/// A column with its unit: "price in $1000".
pub fn column(name: &str, unit: &str) -> String {
    if unit.is_empty() {
        name.into()
    } else {
        format!("{name} in {unit}")
    }
}

/// The axis of what was measured.
pub fn measured(column: &str) -> String {
    format!("measured {column}")
}

/// The axis of what the model predicts.
pub fn predicted(column: &str) -> String {
    format!("predicted {column}")
}
