//! What is said of what people type: each text with the column of its error, if it is none,
//! and the formula that was probably meant.

use downhill::formula::{Formula, Reason, advice};
use proptest::prelude::*;

use super::random;

/// Typed, column of the error (0: it reads well), meant (empty: nothing plain).
const TYPED: &[(&str, usize, &str)] = &[
    // Functions.
    ("sin x", 5, "sin(x)"),
    ("sin x + y", 5, "sin(x) + y"),
    ("sin 2x + 1", 5, "sin(2x) + 1"),
    ("3sin 2x cos y", 6, "3sin(2x) cos(y)"),
    ("sin^2 x + cos^2 x", 7, "sin^2(x) + cos^2(x)"),
    ("ln x", 4, "ln(x)"),
    ("exp -x^2", 5, "exp(-x^2)"),
    ("sqrt x^2 + y", 6, "sqrt(x^2) + y"),
    ("sin cos x", 5, "sin(cos(x))"),
    ("sin (x+1)^2", 0, ""),
    ("sin + 2x", 5, ""),
    ("sin", 4, ""),
    ("sinn(x)", 1, "sin(x)"),
    ("SIN(x)", 1, "sin(x)"),
    ("Exp(-x^2)", 1, "exp(-x^2)"),
    ("sqr(x)", 1, "sqrt(x)"),
    ("sqrrt(x)", 1, "sqrt(x)"),
    ("arctg(x)", 1, "atan(x)"),
    ("tg(x)", 1, "tan(x)"),
    ("tg x", 0, "tan(x)"),
    ("lg(x) + y", 1, "log10(x) + y"),
    ("sen(x)", 1, "sin(x)"),
    ("cosh(x) + tahn(y)", 11, "cosh(x) + tanh(y)"),
    ("sigmiod(x)", 1, "sigmoid(x)"),
    ("maximum(x, y)", 1, "max(x, y)"),
    ("cot(x)", 1, "(1/tan(x))"),
    ("sec(x)", 1, "(1/cos(x))"),
    ("pow(x, 2) + y", 1, "(x)^(2) + y"),
    ("relu(x - 1)", 1, "max(0, x - 1)"),
    ("softplus(w)", 0, ""),
    ("sin^-1(x)", 5, "asin(x)"),
    ("sin⁻¹(x)", 4, "asin(x)"),
    ("speed(x + 1)", 1, "speed*(x + 1)"),
    ("floor(x)", 1, ""),
    ("np.exp(-x**2) + np.sin(y)", 3, "exp(-x**2) + sin(y)"),
    ("Math.sqrt(x)", 5, "sqrt(x)"),
    // Brackets.
    ("(x+1", 5, "(x+1)"),
    ("((x+1)^2", 9, "((x+1)^2)"),
    ("sin(x", 6, "sin(x)"),
    ("(x+1))", 6, "(x+1)"),
    ("x+1)", 4, "x+1"),
    ("|x", 3, "|x|"),
    ("[x+1]^2", 1, "(x+1)^2"),
    ("{x}", 1, "(x)"),
    ("()", 2, ""),
    ("(x +", 5, ""),
    // Signs.
    ("x^^2", 3, "x^2"),
    ("x***2", 4, "x**2"),
    ("x//2", 3, "x/2"),
    ("2^-x", 0, ""),
    ("x**2", 0, ""),
    ("x × y ÷ 2", 0, ""),
    ("x²+y²", 0, ""),
    ("x∗y", 2, "x*y"),
    ("x — 1", 3, "x - 1"),
    ("√x", 1, "sqrt(x)"),
    ("√(x+1)", 1, "sqrt (x+1)"),
    ("½x²", 1, "(1/2)x²"),
    ("x:2", 2, "x/2"),
    ("ｘ＋１", 2, "ｘ+1"),
    ("（x）", 1, "(x)"),
    ("x．^2", 2, "x^2"),
    ("x.^2 + y.^2", 2, "x^2 + y^2"),
    ("“x^2”", 1, "x^2"),
    ("x +", 4, ""),
    ("* x", 1, ""),
    ("x!", 2, ""),
    ("x & y", 3, ""),
    ("x 2", 3, "x*2"),
    ("2 3 x", 3, "2*3 x"),
    // Numbers and commas.
    ("0,5x^2", 2, "0.5x^2"),
    ("0,5x^2 + 1,5y", 2, "0.5x^2 + 1.5y"),
    ("(x - 0,5)^2", 1, "(x - 0.5)^2"),
    ("sin(0,5x)", 4, "sin(0.5x)"),
    ("1.2.3", 1, ""),
    ("x^2, y^2", 4, "x^2"),
    ("x^2; y^2", 4, "x^2"),
    // What stands before "=".
    ("y = x^2", 0, ""),
    ("J = x^2 + y^2", 0, ""),
    ("f(x,y) = x^2 + y^2", 0, ""),
    ("J(w,b)=b^2", 0, ""),
    ("J(θ₁, θ₂) = θ₁^2", 0, ""),
    ("f(x) := x^2", 6, "f(x) = x^2"),
    ("x == 3", 4, "(x - 3)^2"),
    ("x^2 + y^2 = 4", 11, "(x^2 + y^2 - 4)^2"),
    ("x^2 = y + 1", 5, "(x^2 - (y + 1))^2"),
    ("x = 4", 1, "(x - 4)^2"),
    ("f(x,x) = x", 5, ""),
    ("f(x,e) = x", 5, ""),
    // LaTeX.
    (r"\frac{1}{2}x^2", 1, "(1/2)x^2"),
    (r"\frac{x+1}{y^2}", 1, "((x+1)/(y^2))"),
    (r"\sin x", 1, "sin(x)"),
    (r"\sin(x_{1}) + x_{2}", 1, "sin(x_1) + x_2"),
    (r"e^{-x^{2}}", 3, "e^(-x^(2))"),
    (r"$\left(x-1\right)^2 \cdot y$", 1, "(x-1)^2 * y"),
    (r"\sqrt{\theta_1^2 + 1}", 1, "sqrt(theta_1^2 + 1)"),
    // Indices.
    ("x_{1}^2", 3, "x_1^2"),
    ("x_max^2", 3, "xmax^2"),
    // Texts that read well, and may say something else than was meant.
    ("x2 + y2", 0, "x^2 + y^2"),
    ("x1^2 + x2^2", 0, ""),
    ("x_2^2", 0, ""),
    ("x^2 + xy + y^2", 0, "x^2 + x*y + y^2"),
    ("1/xy + x + y", 0, "1/(x*y) + x + y"),
    ("sinx + y", 0, "sin(x) + y"),
    ("sin2x", 0, "sin(2x)"),
    ("speed^2 + s^2", 0, ""),
    ("cost^2", 0, ""),
    // Nothing, and no formula at all.
    ("", 1, ""),
    ("7", 1, ""),
    ("hello world", 0, ""),
    ("😀", 1, ""),
    ("<script>", 1, ""),
];

#[test]
fn what_people_type_is_understood_or_told_where_it_is_not() {
    let mut wrong = Vec::new();
    for &(typed, column, meant) in TYPED {
        let found = Formula::parse(typed).map_or_else(|error| error.column, |_| 0);
        let said = advice(typed).map_or(String::new(), |advice| advice.text);
        if (found, said.as_str()) != (column, meant) {
            wrong.push(format!("{typed}: column {found}, “{said}”"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_suggestion_is_a_formula_that_needs_no_other_correction() {
    for (typed, _, meant) in TYPED.iter().filter(|(_, _, meant)| !meant.is_empty()) {
        assert!(Formula::parse(meant).is_ok(), "{typed}: {meant}");
    }
}

#[test]
fn a_heading_gives_the_order_of_parameters() {
    let names = |text: &str| {
        let formula = Formula::parse(text).unwrap();
        formula
            .parameters()
            .iter()
            .map(|name| name.plain().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (text, order) in [
        ("b^2 + w", "b w"),
        ("J(w, b) = b^2 + w", "w b"),
        ("f(w,b)=b^2", "w b"),
        ("f(x) = a x^2", "x a"),
        ("y = x + z", "x z"),
        ("f(θ1, θ2) = θ2 - θ1", "theta1 theta2"),
        ("f(l,k,j,i,h,g,d,c,b,a,v,u) = u", "l k j i h g d c b a v u"),
    ] {
        assert_eq!(names(text), order, "{text}");
        let canonical = Formula::parse(text).unwrap().canonical();
        assert_eq!(names(&canonical), order, "{canonical}");
    }
    let declared = Formula::parse("J(w, b) = b^2").unwrap();
    let mut gradient = [f64::NAN; 2];
    declared.gradient(&[3.0, 2.0], &mut gradient);
    assert_eq!(gradient, [0.0, 4.0]);
    assert!(Formula::parse("z = x + z").is_err());
    assert!(Formula::parse("sin = x").is_err());
}

#[test]
fn of_several_mistakes_the_first_is_named() {
    let reason = |text: &str| advice(text).unwrap().reason;
    assert_eq!(reason("0,5sin x"), Reason::DecimalComma);
    assert_eq!(
        reason("sin x + 0,5"),
        Reason::ArgumentWithoutBrackets("sin")
    );
}

const SIGNS: &str = "[ -~²½×÷−√θπ（）ｘ１＋\\\\{}$∗\u{200b}\u{1f600}]{0,40}";

proptest! {
    #[test]
    fn no_garbage_panics_and_every_suggestion_parses(text in SIGNS) {
        if let Some(advice) = advice(&text) {
            prop_assert!(Formula::parse(&advice.text).is_ok(), "{} → {}", text, advice.text);
        }
    }

    #[test]
    fn nor_does_any_part_of_a_formula(text in random::expressions(), from in 0.0..0.5_f64, part in 0.0..1.0_f64) {
        let letters: Vec<char> = text.formula_text().chars().collect();
        let start = (from * letters.len() as f64) as usize;
        let end = start + (part * (letters.len() - start) as f64) as usize;
        let piece: String = letters[start..end].iter().collect();
        if let Some(advice) = advice(&piece) {
            prop_assert!(Formula::parse(&advice.text).is_ok(), "{} → {}", piece, advice.text);
        }
    }
}
