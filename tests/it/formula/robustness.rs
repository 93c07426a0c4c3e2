//! Nothing anyone can type makes the parser panic, hang or run out of stack.

use downhill::formula::{Formula, MAX_LENGTH};
use proptest::prelude::*;

/// Everything that can be asked of a formula.
fn use_all(text: &str) {
    let Ok(formula) = Formula::parse(text) else {
        return;
    };
    let count = formula.parameters().len();
    let at = vec![0.5; count];
    let mut gradient = vec![0.0; count];
    formula.value(&at);
    formula.gradient(&at, &mut gradient);
    formula.mathml();
    formula.spoken();
    formula.canonical();
    for index in 0..count {
        formula.partial(index, &at);
        formula.partial_mathml(index);
        formula.partial_spoken(index);
        formula.partial_text(index);
    }
}

#[test]
fn thousands_of_one_sign_are_an_answer_or_an_error() {
    for sign in [
        "(", ")", "-", "+", "^", "|", "x", "x^", "2^", "x/", "x*", "x+", "-x", "x-", "|x|", "sin(",
        "x(", "min(x,", "x,", "1/x+", "x y ", "x2 ", ".", "_", "²", "x/2*", "exp(x)/", "(x+1)",
        "(x/2)/", "1-(", "x^-", "sin(x)*",
    ] {
        let many = sign.repeat(MAX_LENGTH);
        for end in ["", "x", "1"] {
            let kept: String = many.chars().take(MAX_LENGTH - end.len()).collect();
            use_all(&(kept + end));
        }
    }
}

#[test]
fn deep_but_allowed_nesting_works_everywhere() {
    for (open, close) in [
        ("sin(", ")"),
        ("(1+", ")"),
        ("(x*", ")"),
        ("x^(1+", ")"),
        ("(1/(2+", "))"),
        ("|1-", "|"),
        ("sqrt(1+exp(", "))"),
        ("max(x,", ")"),
        ("-(y+", ")"),
        ("x^", ""),
    ] {
        for depth in [5, 20, 31, 62] {
            use_all(&format!("{}x{}", open.repeat(depth), close.repeat(depth)));
        }
    }
}

#[test]
fn many_parameters_in_one_product_stay_within_bounds() {
    let names: Vec<String> = (0..64).map(|index| format!("x{index}")).collect();
    use_all(&names.join("*"));
    use_all(&names.join("^"));
    use_all(&format!("({})^2", names.join("+")));
    use_all(&format!("sin({})", names.join(" ")));
    let long: Vec<String> = (0..200).map(|index| format!("x{}", index % 64)).collect();
    use_all(&long.join("+"));
    use_all(&long.join("*"));
    use_all(&long.join("/"));
}

const PIECES: &[&str] = &[
    "x", "y", "w_1", "θ", "pi", "e", "2", ".5", "1e3", "1e-3", "+", "-", "*", "/", "^", "**", "(",
    ")", "|", ",", "²", "⁻", " ", "sin", "log10", "min", "max(", "sqrt(", "exp(", "abs(",
    "choose(", "−", "·", "_", "=", "0", "1e308", "1e-320",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        use_all(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_characters_never_panic(text in ".{0,60}") {
        use_all(&text);
    }

    #[test]
    fn random_pieces_never_panic(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..25),
    ) {
        use_all(&pieces.concat());
    }

    #[test]
    fn an_error_points_into_the_text(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..15),
    ) {
        let text = pieces.concat();
        if let Err(error) = Formula::parse(&text) {
            prop_assert!((1..=text.chars().count() + 1).contains(&error.column));
            prop_assert!(!error.found.is_empty() && !error.allowed.is_empty());
        }
    }
}
