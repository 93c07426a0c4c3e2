/// The largest whole exponent that is multiplied out; beyond it, and for every
/// other exponent, `libm::pow` answers. 64 keeps the chain to 11 products.
pub(super) const MAX_WHOLE_EXPONENT: i32 = 64;

/// The exponent as a whole number, if it is one small enough to multiply out.
pub(super) fn whole_exponent(exponent: f64) -> Option<i32> {
    let whole = exponent as i32;
    let fits = f64::from(whole) == exponent && whole.abs() <= MAX_WHOLE_EXPONENT;
    fits.then_some(whole)
}

/// x to a whole power by [`power_chain`]; a negative power is one over the positive,
/// and the power 0 is 1.
pub(super) fn whole_power(x: f64, exponent: i32) -> f64 {
    let power = match exponent.unsigned_abs() {
        0 => 1.0,
        positive => power_chain(x, positive, |a, b| a * b),
    };
    if exponent < 0 { 1.0 / power } else { power }
}

/// The products that make x to a positive whole power, by repeated squaring, lowest bit
/// first, always in this order: x³ = x·x², x⁵ = x·(x²)². `product` multiplies two of
/// them; x to the power 0 is x as well.
pub fn power_chain<T: Copy>(x: T, exponent: u32, mut product: impl FnMut(T, T) -> T) -> T {
    let mut bits = exponent;
    let mut square = x;
    while bits & 1 == 0 && bits > 1 {
        square = product(square, square);
        bits >>= 1;
    }
    let mut result = square;
    while bits > 1 {
        square = product(square, square);
        bits >>= 1;
        if bits & 1 == 1 {
            result = product(result, square);
        }
    }
    result
}
