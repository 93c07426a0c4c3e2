//! What is said about a text that is no formula.

use downhill::formula::{Formula, MAX_DEPTH, MAX_LENGTH, MAX_PARAMETERS};

/// Text, column, what was found, a word of what is allowed.
const TABLE: &[(&str, usize, &str, &str)] = &[
    ("", 1, "the end", "a number, a name"),
    ("   ", 4, "the end", "a number, a name"),
    ("x +", 4, "the end", "a number, a name"),
    ("x + * y", 5, "“*”", "a number, a name"),
    ("* x", 1, "“*”", "a number, a name"),
    ("x ^", 4, "the end", "a number, a name"),
    ("x ^ / 2", 5, "“/”", "a number, a name"),
    ("x // 2", 4, "“/”", "a number, a name"),
    ("(x + 1", 7, "the end", "“)” for the bracket at column 1"),
    (
        "2(x + (y - 1)",
        14,
        "the end",
        "“)” for the bracket at column 2",
    ),
    ("x + 1)", 6, "“)”", "an operator or the end"),
    ("()x", 2, "“)”", "a number, a name"),
    ("(x, y)", 1, "“(”", "a function"),
    ("x, y", 2, "“,”", "an operator or the end"),
    ("x 2", 3, "“2”", "an operator such as *"),
    ("2 3 x", 3, "“3”", "an operator such as *"),
    ("|x", 3, "the end", "“|” for the bar at column 1"),
    ("|x|y|", 6, "the end", "a number, a name"),
    ("(|x)", 4, "“)”", "“|” for the bar at column 2"),
    ("||", 3, "the end", "a number, a name"),
    ("sin x", 5, "“x”", "sin(x)"),
    ("2 sin", 6, "the end", "sin(x)"),
    ("sin^-1(x)", 5, "“-”", "after the brackets"),
    ("sin()", 5, "“)”", "a number, a name"),
    ("sin(x, y)", 4, "2 arguments", "one argument for sin"),
    ("min(x)", 4, "1 argument", "two or more arguments for min"),
    ("min(x, )", 8, "“)”", "a number, a name"),
    ("choose(x, y)", 7, "2 arguments", "four arguments"),
    ("sec(x)", 1, "“sec(”", "sin, cos, tan"),
    ("1 + foo(x)", 5, "“foo(”", "“foo*(”"),
    ("f(2) = x^2", 6, "“=”", "without “=”"),
    ("x^2 = 4", 5, "“=”", "without “=”"),
    (
        "z = x + z",
        1,
        "“z” on both sides of “=”",
        "does not name itself",
    ),
    ("f(x, x) = x", 6, "“x”", "each parameter once"),
    ("f(pi) = pi", 3, "“pi”", "no function or number"),
    ("x & y", 3, "“&”", "one of + - * /"),
    ("[x]", 1, "“[”", "round brackets"),
    ("√x", 1, "“√”", "sqrt( )"),
    ("x $ y", 3, "“$”", "a number, a name"),
    ("x\u{7}", 2, "a control character", "a number, a name"),
    ("x + 1.2.3", 5, "“1.2”", "a number such as"),
    ("x + .", 5, "“.”", "a number such as"),
    ("1e999 x", 1, "“1e999”", "below 1.8e308"),
    ("w_ + 1", 3, "“ ”", "digits after “_”"),
    ("w_a", 3, "“a”", "digits after “_”"),
    ("w_", 3, "the end", "digits after “_”"),
    ("x⁻", 2, "“⁻”", "raised digits"),
    ("²x", 1, "“²”", "a number, a name"),
    ("1 + 2", 1, "no parameter", "at least one name"),
    ("2pi e", 1, "no parameter", "at least one name"),
    ("θ + 日 + )", 9, "“)”", "a number, a name"),
];

#[test]
fn every_error_names_column_what_was_found_and_what_is_allowed() {
    for (text, column, found, allowed) in TABLE {
        let error = Formula::parse(text).expect_err(text);
        assert_eq!(error.column, *column, "{text}: {error}");
        assert_eq!(error.found, *found, "{text}: {error}");
        assert!(error.allowed.contains(allowed), "{text}: {error}");
    }
}

#[test]
fn an_error_reads_as_one_sentence() {
    let error = Formula::parse("x + * y").unwrap_err();
    assert_eq!(
        error.to_string(),
        "At column 5: found “*”, expected a number, a name or “(”."
    );
}

#[test]
fn length_depth_parameters_and_size_are_bounded() {
    let long = format!("x{}", "+x".repeat(MAX_LENGTH / 2));
    assert_eq!(Formula::parse(&long).unwrap_err().column, MAX_LENGTH + 1);
    assert!(Formula::parse(&long[..MAX_LENGTH - 1]).is_ok());

    let nested = |depth: usize| format!("{}x{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Formula::parse(&nested(MAX_DEPTH)).is_ok());
    let error = Formula::parse(&nested(MAX_DEPTH + 1)).unwrap_err();
    assert_eq!(error.column, MAX_DEPTH + 2);

    let names = |count: usize| {
        let names: Vec<String> = (0..count).map(|index| format!("x{index}")).collect();
        names.join("+")
    };
    assert!(Formula::parse(&names(MAX_PARAMETERS)).is_ok());
    let error = Formula::parse(&names(MAX_PARAMETERS + 1)).unwrap_err();
    assert!(error.allowed.contains("64 parameters"), "{error}");

    let product = |count: usize| format!("x{}", "*x".repeat(count - 1));
    assert!(Formula::parse(&product(200)).is_ok());
    let error = Formula::parse(&product(MAX_LENGTH / 2)).unwrap_err();
    assert!(error.found.contains("too large"), "{error}");
}
