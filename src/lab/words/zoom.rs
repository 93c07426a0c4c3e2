//! What is said at the limits of zooming.

use crate::number::fixed;

/// The widest view.
pub(in crate::lab) const WIDEST: &str =
    "This is the widest view: walks that go farther count as diverged.";

/// The same where more would be seen from farther away.
pub(in crate::lab) const WIDEST_IN_FOG: &str = "This is the widest view while the fog stands: from farther away, more of the ground would show.";

/// A map of rounding.
pub(in crate::lab) const ROUNDING: &str = "At this depth the limits of 64-bit numbers show: J changes by little more than its rounding, and the finest lines and colours are no ground.";

/// A window near zero holds more numbers than are worth telling.
const FEW: f64 = 1e5;

/// The closest view, with about so many numbers along an axis.
pub(in crate::lab) fn closest(axis: &str, numbers: f64) -> String {
    let hundreds = fixed(libm::round(numbers / 100.0) * 100.0, 0);
    let why = match numbers < FEW {
        true => format!(
            "between its edges lie only about {hundreds} different 64-bit numbers for {axis}"
        ),
        false => "closer up, 64-bit numbers could not tell places apart".into(),
    };
    format!("This is the closest view: {why}.")
}
