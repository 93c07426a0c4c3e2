//! Units and currencies that are known where they stand beside a number, or alone.

/// In front of a number.
const BEFORE: &[&str] = &[
    "US$", "A$", "C$", "R$", "$", "€", "£", "¥", "₹", "CHF", "EUR", "USD", "GBP", "SFr.", "Fr.",
];

/// Behind a number, or in a row of units; no word that is a name as well.
const UNITS: &[&str] = &[
    "%", "‰", "°", "°C", "°F", "K", "$", "€", "£", "¥", "₹", "CHF", "EUR", "USD", "GBP", "Fr.",
    "k€", "k$", "T€", "Mio. €", "ct", "km", "m", "dm", "cm", "mm", "µm", "μm", "nm", "mi", "ft",
    "in", "yd", "m²", "m2", "m^2", "qm", "cm²", "cm2", "mm²", "km²", "km2", "ha", "ft²", "ft2",
    "sq ft", "sqft", "sqm", "m³", "m3", "cm³", "kg", "g", "mg", "µg", "μg", "t", "lb", "lbs", "oz",
    "s", "sec", "ms", "µs", "min", "h", "hr", "d", "yr", "years", "days", "Jahre", "l", "L", "dl",
    "cl", "ml", "mL", "N", "J", "kJ", "kcal", "W", "kW", "MW", "kWh", "V", "mV", "A", "mA", "Hz",
    "kHz", "MHz", "Pa", "hPa", "kPa", "bar", "mbar", "mol", "mmol", "m/s", "m/s²", "m/s2", "km/h",
    "mph", "kn", "kt", "px", "dB", "Ω", "kB", "MB", "GB", "PS", "hp", "g/l", "mg/l", "mg/dl",
    "kg/m²", "kg/m2", "€/m²", "$/m²",
];

/// A `K` or `A` behind a number may mean something else.
const NOT_BESIDE: &[&str] = &["K", "A", "in", "d", "t", "T€"];

/// Whether a text is a unit and nothing else.
pub(super) fn is_unit(text: &str) -> bool {
    UNITS.contains(&text)
}

/// The currency that a text begins with; empty if none.
pub(super) fn before_number(text: &str) -> &str {
    let begins = |mark: &&&str| text.starts_with(**mark);
    BEFORE
        .iter()
        .find(begins)
        .map_or("", |mark| &text[..mark.len()])
}

/// All of a text, if it may stand behind a number.
pub(super) fn after_number(text: &str) -> Option<&str> {
    let known = text.is_empty() || is_unit(text) && !NOT_BESIDE.contains(&text);
    known.then_some(text)
}
