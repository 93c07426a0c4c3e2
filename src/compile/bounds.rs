use crate::formula::{Instruction, Operation, Tape, power_chain};

/// Numbers that lie between two finite ones; `None` for those that may be anything, NaN
/// included.
type Interval = Option<[f64; 2]>;

/// Far below where numbers overflow: bounds are not rounded outwards.
const LARGEST: f64 = 1e300;

/// Whether interval arithmetic shows that the last output is finite wherever no parameter
/// is farther than `reach` from 0. That it does not show it proves nothing.
pub(super) fn is_finite_within(tape: &Tape, parameters: usize, reach: f64) -> bool {
    let mut registers: Vec<Interval> = vec![None; tape.registers()];
    registers[..parameters].fill(checked([-reach, reach]));
    for (register, constant) in registers[parameters..].iter_mut().zip(tape.constants()) {
        *register = checked([*constant; 2]);
    }
    for instruction in tape.instructions() {
        registers[instruction.into as usize] = result(instruction, &registers);
    }
    let last = tape.outputs().last();
    last.is_some_and(|output| registers[*output as usize].is_some())
}

fn checked([low, high]: [f64; 2]) -> Interval {
    (-LARGEST < low && low <= high && high < LARGEST).then_some([low, high])
}

fn result(instruction: &Instruction, registers: &[Interval]) -> Interval {
    let [a, b] = [instruction.a, instruction.b].map(|register| registers[register as usize]);
    let (a, b) = (a?, b?);
    checked(match instruction.operation {
        Operation::Negative => [-a[1], -a[0]],
        Operation::Add => [a[0] + b[0], a[1] + b[1]],
        Operation::Subtract => [a[0] - b[1], a[1] - b[0]],
        Operation::Multiply => hull(&products(a, b)),
        Operation::Divide => hull(&products(a, inverse(b)?)),
        Operation::Square => power(a, 2),
        Operation::WholePower(exponent) if exponent > 0 => power(a, exponent.unsigned_abs()),
        Operation::WholePower(exponent) => inverse(power(a, exponent.unsigned_abs()))?,
        Operation::One(name, evaluate) => function(name, evaluate, a)?,
        Operation::Two("min" | "max", _) => hull(&[a[0], a[1], b[0], b[1]]),
        Operation::Choose { c, d } => {
            registers[c as usize].and(registers[d as usize])?;
            hull(&[a[0], a[1], b[0], b[1]])
        }
        Operation::Power | Operation::Two(..) => return None,
    })
}

fn products(a: [f64; 2], b: [f64; 2]) -> [f64; 4] {
    [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]]
}

fn inverse([low, high]: [f64; 2]) -> Interval {
    (low > 0.0 || high < 0.0).then(|| [1.0 / high, 1.0 / low])
}

fn power(a: [f64; 2], exponent: u32) -> [f64; 2] {
    let ends = a.map(|end| power_chain(end, exponent, |x, y| x * y));
    match exponent % 2 {
        0 if a[0] <= 0.0 && a[1] >= 0.0 => [0.0, hull(&ends)[1]],
        _ => hull(&ends),
    }
}

fn function(name: &str, evaluate: fn(f64) -> f64, a: [f64; 2]) -> Interval {
    let [low, high] = a;
    let farthest = if -low > high { -low } else { high };
    match name {
        "sin" | "cos" | "tanh" | "sign" => Some([-1.0, 1.0]),
        "sigmoid" => Some([0.0, 1.0]),
        "atan" => Some([-2.0, 2.0]),
        "abs" => Some([0.0, farthest]),
        "exp" | "sinh" | "softplus" => Some(a.map(evaluate)),
        "cosh" => Some([0.0, evaluate(farthest)]),
        "sqrt" if low >= 0.0 => Some(a.map(evaluate)),
        "ln" | "log2" | "log10" if low > 0.0 => Some(a.map(evaluate)),
        _ => None,
    }
}

/// From the smallest to the largest; a NaN among them makes both ends NaN.
fn hull(numbers: &[f64]) -> [f64; 2] {
    let mut ends = [numbers[0]; 2];
    for &number in numbers {
        if number.is_nan() {
            return [f64::NAN; 2];
        }
        if number < ends[0] {
            ends[0] = number;
        }
        if number > ends[1] {
            ends[1] = number;
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::is_finite_within;
    use crate::formula::Formula;

    fn finite(text: &str, reach: f64) -> bool {
        let formula = Formula::parse(text).expect("a formula");
        is_finite_within(formula.program().value(), formula.parameters().len(), reach)
    }

    #[test]
    fn what_cannot_overflow_is_known_to_be_finite() {
        for text in [
            "(x^2+y-11)^2 + (x+y^2-7)^2",
            "3 exp(-x^2 - y^2) + sin(x y)^3",
            "x / (1 + y^2)",
            "sqrt(1 + x^2) + min(x, y) + |x|",
            "ln(1 + exp(-x^2)) + sigmoid(y)",
            "softplus(x) - x y",
            "1/(x^2 + 2)^3",
        ] {
            assert!(finite(text, 1e7), "{text}");
        }
    }

    #[test]
    fn what_may_overflow_or_have_no_value_is_not() {
        for text in [
            "exp(x)", "ln(x)", "sqrt(x)", "1/x", "x^y", "tan(x)", "x^-2", "asin(x)",
        ] {
            assert!(!finite(text, 1e7), "{text}");
        }
        assert!(!finite("x^60", 1e7) && finite("x^60", 1e4));
    }
}
