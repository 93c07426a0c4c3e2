//! What each text is worth. The expected values are Rust arithmetic with the
//! brackets the language's rules imply, or known values of the functions.

use std::f64::consts::{E, LN_2, PI};

use downhill::formula::Formula;

/// The values every text of the table is evaluated with.
const AT: &[(&str, f64)] = &[
    ("x", 3.0),
    ("y", 5.0),
    ("w", 2.0),
    ("b", -1.5),
    ("t", 0.25),
    ("n", -2.0),
    ("o", 0.0),
    ("w1", 7.0),
    ("x2", 11.0),
    ("theta", 0.5),
    ("alpha", 1.25),
    ("speed", 4.0),
    ("ex", 6.0),
    ("xe", 13.0),
    ("xy", 17.0),
];

/// For functions: libm is right to an ulp or so, and the arguments are too.
const RELATIVE_ERROR: f64 = 1e-15;

fn value(text: &str) -> f64 {
    let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let at: Vec<f64> = formula
        .parameters()
        .iter()
        .map(|name| {
            let known = AT.iter().find(|(known, _)| *known == name.plain());
            known.unwrap_or_else(|| panic!("{text} has {name:?}")).1
        })
        .collect();
    formula.value(&at)
}

fn check(table: &[(&str, f64)]) {
    for (text, expected) in table {
        let found = value(text);
        let close = (found - expected).abs() <= RELATIVE_ERROR * expected.abs();
        assert!(
            found == *expected || close || (found.is_nan() && expected.is_nan()),
            "{text}: {found}, expected {expected}"
        );
    }
}

#[test]
fn sums_and_products_go_from_left_to_right() {
    check(&[
        ("x", 3.0),
        ("x + y", 8.0),
        ("x-y-w", -4.0),
        ("x-y+w", 0.0),
        ("x-(y-w)", 0.0),
        ("x-(y+w)", -4.0),
        ("x+y*w", 13.0),
        ("x*y+w", 17.0),
        ("(x+y)*w", 16.0),
        ("x*(y+w)", 21.0),
        ("x/y/w", 0.3),
        ("x/(y/w)", 1.2),
        ("x/y*w", 1.2),
        ("x*y/w", 7.5),
        ("x/(y*w)", 0.3),
        ("x-y/w", 0.5),
        ("x/w-y", -3.5),
        ("((x))", 3.0),
        ("(x+(y-(w+1)))", 5.0),
        ("x + 0", 3.0),
        ("0*x + y", 5.0),
        ("1*x/1", 3.0),
    ]);
}

#[test]
fn a_minus_sign_in_front_is_weaker_than_a_power() {
    check(&[
        ("-x", -3.0),
        ("-x^2", -9.0),
        ("(-x)^2", 9.0),
        ("-x^2 + y", -4.0),
        ("y-x^2", -4.0),
        ("y - -x", 8.0),
        ("y--x", 8.0),
        ("y+-x", 2.0),
        ("y-+x", 2.0),
        ("--x", 3.0),
        ("---x", -3.0),
        ("+x", 3.0),
        ("+-+x", -3.0),
        ("-x*y", -15.0),
        ("x*-y", -15.0),
        ("x/-y", -0.6),
        ("-x/y", -0.6),
        ("-(x+y)", -8.0),
        ("-n^2", -4.0),
        ("-2^2 x", -12.0),
        ("x^2-y^2", -16.0),
        ("-x^2^2", -81.0),
    ]);
}

#[test]
fn powers_go_from_right_to_left() {
    check(&[
        ("x^2", 9.0),
        ("x**2", 9.0),
        ("2^w^x", 256.0),
        ("(2^w)^x", 64.0),
        ("2**w**x", 256.0),
        ("w^x^2", 512.0),
        ("2^-w", 0.25),
        ("2^--w", 4.0),
        ("2^-w^2", 0.0625),
        ("2^+w", 4.0),
        ("2*x^2", 18.0),
        ("(2x)^2", 36.0),
        ("2^x*y", 40.0),
        ("2^(x*w)", 64.0),
        ("2^x+1", 9.0),
        ("x^-1*y", 5.0 / 3.0),
        ("x^-2", 1.0 / 9.0),
        ("x^0", 1.0),
        ("x^1", 3.0),
        ("n^3", -8.0),
        ("n^-3", -0.125),
        ("n^2", 4.0),
        ("n^0.5", f64::NAN),
        ("y^0.5", 2.23606797749979),
        ("(x^2)^2", 81.0),
        ("w^10", 1024.0),
        ("w^64", 18446744073709551616.0),
        ("w^65", 36893488147419103232.0),
        ("w^-65", 1.0 / 36893488147419103232.0),
        ("o^0", 1.0),
        ("o^-1", f64::INFINITY),
        ("x²", 9.0),
        ("x³ - y²", 2.0),
        ("w¹⁰", 1024.0),
        ("w⁻²", 0.25),
        ("-x²", -9.0),
        ("2x²", 18.0),
        ("(x+1)²", 16.0),
        ("e^o", 1.0),
        ("e^w", E * E),
        ("x^x", 27.0),
    ]);
}

#[test]
fn a_sign_of_multiplication_may_be_left_out() {
    check(&[
        ("2x", 6.0),
        ("2 x", 6.0),
        ("x y", 15.0),
        ("2x y", 30.0),
        ("2(x+1)", 8.0),
        ("(x+1)(x-1)", 8.0),
        ("(x+1)2", 8.0),
        ("(x+1)x", 12.0),
        ("x(x+1)", 12.0),
        ("x (y)", 15.0),
        ("1/2x", 1.5),
        ("1/2(x+1)", 2.0),
        ("y/w(x)", 7.5),
        ("y/(w x)", 5.0 / 6.0),
        ("2x/4y", 7.5),
        ("2x^2y", 90.0),
        ("x^2y^2", 225.0),
        ("2^x y", 40.0),
        ("-2x", -6.0),
        ("y-2x", -1.0),
        ("x -1", 2.0),
        ("x(-1)", -3.0),
        ("2x(x+1)(y-1)", 96.0),
        ("3sqrt(y-1)", 6.0),
        ("x sqrt(y-1)", 6.0),
        ("sqrt(y-1)x", 6.0),
        ("sqrt(y-1)sqrt(x+6)", 6.0),
        ("2pi x", 2.0 * PI * 3.0),
        ("2πx", 2.0 * PI * 3.0),
        ("pi(x+1)", PI * 4.0),
        ("2e x", 2.0 * E * 3.0),
        ("x e", 3.0 * E),
        ("2αx", 7.5),
        ("αx", 3.75),
    ]);
}

#[test]
fn a_run_of_letters_is_one_name() {
    check(&[
        ("speed", 4.0),
        ("2speed", 8.0),
        ("speed x", 12.0),
        ("xy", 17.0),
        ("x*y", 15.0),
        ("ex", 6.0),
        ("2ex", 12.0),
        ("xe", 13.0),
        ("x2", 11.0),
        ("2x2", 22.0),
        ("x2y", 55.0),
        ("w1 + w_1 + w₁", 21.0),
        ("w_₁", 7.0),
        ("theta + θ", 1.0),
        ("alpha*α", 1.5625),
        ("speed*(t+1)", 5.0),
        ("theta(x+1)", 2.0),
    ]);
}

#[test]
fn numbers_are_read_in_full() {
    check(&[
        ("x+1.5", 4.5),
        ("x+.5", 3.5),
        ("x+2.", 5.0),
        ("x+1e3", 1003.0),
        ("x+1E3", 1003.0),
        ("x+1e+3", 1003.0),
        ("x+1.25e-2", 3.0125),
        ("x+.5e1", 8.0),
        ("1e3x", 3000.0),
        ("x*1e-3", 0.003),
        ("x*1e−3", 0.003),
        ("2e-x", 2.0 * E - 3.0),
        ("x+2e", 3.0 + 2.0 * E),
        ("x+0.1", 3.1),
        ("x+123456789012345678", 123456789012345681.0),
        ("x*1e-320", 3.0 * 1e-320),
    ]);
}

#[test]
fn bars_are_absolute_values() {
    check(&[
        ("|x|", 3.0),
        ("|b|", 1.5),
        ("|-x|", 3.0),
        ("-|b|", -1.5),
        ("2|b|", 3.0),
        ("|b|x", 4.5),
        ("|b|2", 3.0),
        ("|b||n|", 3.0),
        ("||x|-5|", 2.0),
        ("|x-|y-9||", 1.0),
        ("|x-y|^2", 4.0),
        ("|b|^2", 2.25),
        ("|2(|b|-2)|", 1.0),
        ("|b|+|n|", 3.5),
        ("|b|-|n|", -0.5),
        ("|x|y|b|", 22.5),
        ("w|b|/x", 1.0),
        ("|(x)(|b|)|", 4.5),
    ]);
}

#[test]
fn every_sign_has_its_spellings() {
    check(&[
        ("y − x", 2.0),
        ("y – x", 2.0),
        ("−x²", -9.0),
        ("x·y", 15.0),
        ("x×y", 15.0),
        ("x⋅y", 15.0),
        ("x÷w", 1.5),
        ("  x\t+\ny ", 8.0),
        ("x\u{a0}+\u{2009}y", 8.0),
        ("2\u{2062}x", 6.0),
    ]);
}

#[test]
fn functions_have_their_known_values() {
    check(&[
        ("sin(o)", 0.0),
        ("sin(pi/6 + o)", 0.5),
        ("cos(o)", 1.0),
        ("cos(x - 3 + pi)", -1.0),
        ("tan(pi/4 + o)", 1.0 - f64::EPSILON / 2.0),
        ("asin(o + 1)", PI / 2.0),
        ("arcsin(o + 1)", PI / 2.0),
        ("acos(o - 1)", PI),
        ("arccos(o)", PI / 2.0),
        ("atan(o + 1)", PI / 4.0),
        ("arctan(o + 1)", PI / 4.0),
        ("sinh(o + ln(2))", 0.75),
        ("cosh(o + ln(2))", 1.25),
        ("tanh(o + ln(2))", 0.6),
        ("exp(o)", 1.0),
        ("exp(o + 1)", E),
        ("ln(w)", LN_2),
        ("log(w)", LN_2),
        ("ln(e^2 + o)", 2.0),
        ("log10(o + 1000)", 3.0),
        ("log2(o + 8)", 3.0),
        ("log2(t)", -2.0),
        ("sqrt(y + 4)", 3.0),
        ("sqrt(b)", f64::NAN),
        ("abs(b)", 1.5),
        ("min(x, y)", 3.0),
        ("max(x, y)", 5.0),
        ("min(x, y, w)", 2.0),
        ("max(n, b, o, t, -7)", 0.25),
        ("min(sqrt(b), x)", f64::NAN),
        ("max(x, sqrt(b))", f64::NAN),
        ("sigmoid(o)", 0.5),
        ("sigmoid(o + ln(3))", 0.75),
        ("sigmoid(o - ln(3))", 0.25),
        ("sigmoid(o + 800)", 1.0),
        ("sigmoid(o - 800)", 0.0),
        ("softplus(o)", std::f64::consts::LN_2),
        ("softplus(o + 800)", 800.0),
        ("softplus(o - 800)", 0.0),
        // ln(1 + e^(−40)) is e^(−40) to within its half square.
        ("softplus(o - 40)", 4.248354255291589e-18),
        ("sign(b)", -1.0),
        ("sgn(x) + sign(o)", 1.0),
        ("choose(x, y, w, b)", 2.0),
        ("choose(y, x, w, b)", -1.5),
        ("choose(x, x, w, b)", 2.0),
        ("sin(o)^2 + 1", 1.0),
        ("cos^2(x - 3)", 1.0),
        ("sin²(o + pi/6)", 0.25),
        ("sqrt^3(y - 1)", 8.0),
        ("2cos(o)x", 6.0),
        ("exp(-w)exp(w)", 1.0),
    ]);
}

#[test]
fn known_costs_have_their_known_values() {
    check(&[
        ("(x^2+y-11)^2+(x+y^2-7)^2", 9.0 + 441.0),
        ("(1-x)^2+100(y-x^2)^2", 4.0 + 1600.0),
        ("(4-2.1w^2+w^4/3)w^2 + w*x + (-4+4x^2)x^2", {
            (4.0 - 8.4 + 16.0 / 3.0) * 4.0 + 6.0 + 32.0 * 9.0
        }),
        ("20+w^2-10cos(2pi w)+x^2-10cos(2pi x)", 13.0),
        ("x^4-3x^2+x", 57.0),
    ]);
}

#[test]
fn minimum_and_maximum_know_the_sign_of_zero() {
    let bits = |text: &str| Formula::parse(text).unwrap().value(&[-0.0, 0.0]).to_bits();
    assert_eq!(bits("min(x, y)"), (-0.0_f64).to_bits());
    assert_eq!(bits("min(y, x)"), (-0.0_f64).to_bits());
    assert_eq!(bits("max(x, y)"), 0.0_f64.to_bits());
    assert_eq!(bits("max(y, x)"), 0.0_f64.to_bits());
}

#[test]
fn whole_powers_are_multiplied_in_one_fixed_order() {
    let x = 1.1_f64;
    let square = x * x;
    let value = |text: &str| Formula::parse(text).unwrap().value(&[x]);
    assert_eq!(value("x^2").to_bits(), square.to_bits());
    assert_eq!(value("x^3").to_bits(), (x * square).to_bits());
    assert_eq!(value("x^5").to_bits(), (x * (square * square)).to_bits());
    assert_eq!(value("x^-3").to_bits(), (1.0 / (x * square)).to_bits());
}

#[test]
fn arithmetic_on_numbers_gives_the_bits_that_evaluation_gives() {
    for (numbers, parameters) in [
        ("(0.1+0.2)*3", "(a+b)*c"),
        ("0.1-0.2/3", "a-b/c"),
        ("0.1^3*0.2", "a^c*b"),
        ("-(0.1*0.2)+3", "-(a*b)+c"),
    ] {
        let at = |name: &str| match name {
            "a" => 0.1,
            "b" => 0.2,
            _ => 3.0,
        };
        // A whole power is a chain only when its exponent is a number.
        let general = Formula::parse(&parameters.replace("^c", "^3")).unwrap();
        let point: Vec<f64> = general
            .parameters()
            .iter()
            .map(|name| at(name.plain()))
            .collect();
        let folded = Formula::parse(&format!("{numbers} + 0*z")).unwrap();
        assert_eq!(
            folded.value(&[1.0]).to_bits(),
            general.value(&point).to_bits(),
            "{numbers}"
        );
    }
}
