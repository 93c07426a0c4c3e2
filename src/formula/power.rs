/// The largest whole exponent that is multiplied out; beyond it, and for every
/// other exponent, `libm::pow` answers. 64 keeps the chain to 11 products.
pub(super) const MAX_WHOLE_EXPONENT: i32 = 64;

/// The exponent as a whole number, if it is one small enough to multiply out.
pub(super) fn whole_exponent(exponent: f64) -> Option<i32> {
    let whole = exponent as i32;
    let fits = f64::from(whole) == exponent && whole.abs() <= MAX_WHOLE_EXPONENT;
    fits.then_some(whole)
}

/// x to a whole power by repeated squaring, lowest bit first, always in this
/// order: x³ = x·x², x⁵ = x·(x²)². A negative power is one over the positive.
pub(super) fn whole_power(x: f64, exponent: i32) -> f64 {
    let mut bits = exponent.unsigned_abs();
    let mut square = x;
    let mut result = 1.0;
    while bits > 0 {
        if bits & 1 == 1 {
            result *= square;
        }
        bits >>= 1;
        if bits > 0 {
            square *= square;
        }
    }
    if exponent < 0 { 1.0 / result } else { result }
}
