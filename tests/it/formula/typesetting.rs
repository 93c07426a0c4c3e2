//! How formulas and their derivatives are written: as text, MathML and words.

use downhill::formula::Formula;

fn formula(text: &str) -> Formula {
    Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Partial derivatives as a person would write them, one per parameter.
#[test]
fn derivatives_are_written_the_way_people_write_them() {
    let table: &[(&str, &[&str])] = &[
        ("w^2+b^2", &["2*w", "2*b"]),
        ("w^2-b^2", &["2*w", "-2*b"]),
        (
            "(x^2+y-11)^2+(x+y^2-7)^2",
            &[
                "4*x*(x^2 + y - 11) + 2*(x + y^2 - 7)",
                "2*(x^2 + y - 11) + 4*y*(x + y^2 - 7)",
            ],
        ),
        (
            "(1-x)^2+100(y-x^2)^2",
            &["-2*(1 - x) - 400*x*(y - x^2)", "200*(y - x^2)"],
        ),
        ("20+x^2-10cos(2pi x)", &["2*x + 20*pi*sin(2*pi*x)"]),
        ("x^4-3x^2+x", &["4*x^3 - 6*x + 1"]),
        (
            "1/2(w x-y)^2",
            &["x*(w*x - y)", "w*(w*x - y)", "-(w*x - y)"],
        ),
        ("x^2/3", &["2*x/3"]),
        ("(1/3)x^3", &["x^2"]),
        ("x y z", &["y*z", "x*z", "x*y"]),
        ("x*x - 3x", &["2*x - 3"]),
        ("x/y", &["1/y", "-x/y^2"]),
        ("1/x^2", &["-2/x^3"]),
        ("x^0.5", &["0.5*x^-0.5"]),
        ("x^(1/2)", &["x^(-1/2)/2"]),
        ("exp(-x^2)", &["-2*x*exp(-x^2)"]),
        ("2^x", &["2^x*ln(2)"]),
        ("e^(3x)", &["3*e^(3*x)"]),
        ("ln(x^2+1)", &["2*x/(x^2 + 1)"]),
        ("sqrt(x^2+y^2)", &["x/sqrt(x^2 + y^2)", "y/sqrt(x^2 + y^2)"]),
        ("|x|", &["sign(x)"]),
        ("max(0, x)", &["choose(x, 0, 0, 1)"]),
        ("x + 2y", &["1", "2"]),
        ("(x-1)(y+2)", &["y + 2", "x - 1"]),
        ("x^y", &["y*x^(y - 1)", "x^y*ln(x)"]),
    ];
    for (text, partials) in table {
        let formula = formula(text);
        let found: Vec<String> = (0..formula.parameters().len())
            .map(|index| formula.partial_text(index))
            .collect();
        assert_eq!(found, *partials, "{text}");
    }
}

#[test]
fn text_has_brackets_only_where_they_matter() {
    for (text, canonical) in [
        ("((x))+(y)", "x + y"),
        ("(x+y)+1", "x + y + 1"),
        ("x-(y-1)", "x - (y - 1)"),
        ("(x*y)*z", "x*y*z"),
        ("x/(y*z)", "x/(y*z)"),
        ("(-x)^2", "(-x)^2"),
        ("-(x^2)", "-x^2"),
        ("(x^y)^z", "(x^y)^z"),
        ("x^(y^z)", "x^y^z"),
        ("x^(-y)", "x^-y"),
        ("-(-x)", "x"),
        ("x*(-y)", "x*(-y)"),
        ("2(-3)x", "-6*x"),
        ("x + 1e-9 + 1e300", "x + 1e-9 + 1e300"),
        ("|x|", "abs(x)"),
        ("min(min(x,y),z)", "min(x, y, z)"),
        ("min(x,min(y,z))", "min(x, min(y, z))"),
    ] {
        assert_eq!(formula(text).canonical(), canonical, "{text}");
    }
}

/// MathML without tags, for reading: fractions as (a)/(b), powers as ^(n).
fn bare(mathml: &str) -> String {
    let mut text = mathml.to_string();
    for (tag, sign) in [("<mfrac>", "frac"), ("<msup>", "sup"), ("<msqrt>", "root")] {
        text = text.replace(tag, sign);
    }
    let mut out = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    out
}

#[test]
fn mathml_uses_fractions_powers_roots_bars_and_true_signs() {
    assert_eq!(
        formula("x/2").mathml(),
        "<mrow><mfrac><mi class=\"parameter-0\">x</mi><mn>2</mn></mfrac></mrow>"
    );
    assert_eq!(
        formula("w_1^2").mathml(),
        "<msup><msub class=\"parameter-0\"><mi>w</mi><mn>1</mn></msub><mn>2</mn></msup>"
    );
    assert_eq!(
        formula("-2x").mathml(),
        "<mrow><mrow><mo>−</mo><mn>2</mn></mrow><mo>\u{2062}</mo><mi class=\"parameter-0\">x</mi></mrow>"
    );
    assert_eq!(
        formula("sqrt(x)").mathml(),
        "<msqrt><mi class=\"parameter-0\">x</mi></msqrt>"
    );
    assert!(
        formula("|x|")
            .mathml()
            .contains("<mo form=\"prefix\" stretchy=\"true\">|</mo>")
    );
    assert!(
        formula("sin(x)")
            .mathml()
            .contains("<mi>sin</mi><mo>\u{2061}</mo>")
    );
    assert!(
        formula("sigmoid(x)")
            .mathml()
            .contains("<mi mathvariant=\"normal\">σ</mi>")
    );
    assert!(
        formula("log10(x)")
            .mathml()
            .contains("<msub><mi>log</mi><mn>10</mn></msub>")
    );
}

#[test]
fn mathml_follows_the_structure_as_written() {
    for (text, expected) in [
        ("(x+1)(x-1)", "(x+1)\u{2062}(x−1)"),
        ("2*3x", "2·3\u{2062}x"),
        ("x*2", "x·2"),
        ("speed*time", "speed·time"),
        ("1/2x", "frac12\u{2062}x"),
        ("x/(y z)", "fracxy\u{2062}z"),
        ("(x+1)/(y-1)", "fracx+1y−1"),
        ("x-(y-1)", "x−(y−1)"),
        ("x+(y-1)", "x+y−1"),
        ("x-(-y)", "x−(−y)"),
        ("(x+1)^2", "sup(x+1)2"),
        ("(-x)^2", "sup(−x)2"),
        ("(x/y)^2", "sup(fracxy)2"),
        ("(x^2)^3", "sup(supx2)3"),
        ("x^(-2)", "supx−2"),
        ("x^(1/2)", "supx1/2"),
        ("2^x", "sup2x"),
        ("2 exp(-x)", "2\u{2062}exp\u{2061}(−x)"),
        ("1e12x", "sup1012\u{2062}x"),
        ("2.5e-9x", "2.5·sup10−9\u{2062}x"),
        ("x^4/3", "fracsupx43"),
        ("-x/2", "−fracx2"),
        ("min(x,y)", "min\u{2061}(x,y)"),
    ] {
        assert_eq!(bare(&formula(text).mathml()), expected, "{text}");
    }
}

#[test]
fn typeset_derivatives_show_no_dust_of_arithmetic() {
    let text = "2.1exp(-1.1(w^2+b^2))";
    let derivative = bare(&formula(text).partial_mathml(0));
    assert_eq!(
        derivative,
        "−4.62\u{2062}w\u{2062}exp\u{2061}(−1.1\u{2062}(supw2+supb2))"
    );
}

#[test]
fn tags_are_balanced() {
    for text in [
        "x^y/|z|",
        "min(x,y)",
        "log2(x)^-2",
        "sqrt(1-x^2)/3e20",
        "-(x+1)/2",
    ] {
        let formula = formula(text);
        let mut all = vec![formula.mathml()];
        all.extend((0..formula.parameters().len()).map(|index| formula.partial_mathml(index)));
        for markup in all {
            assert_balanced(&markup);
        }
    }
}

fn assert_balanced(markup: &str) {
    let mut open = Vec::new();
    for tag in markup.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{markup}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{markup}");
}

#[test]
fn formulas_are_put_into_words() {
    for (text, words) in [
        (
            "(x^2+y-11)^2",
            "open bracket x squared plus y minus 11 close bracket squared",
        ),
        ("4x^3 - 2θ", "4 x cubed minus 2 theta"),
        ("x/2", "x over 2"),
        ("(x+1)/y", "fraction x plus 1 over y end fraction"),
        ("x^-2", "x to the power minus 2"),
        ("e^(2x)", "e to the power 2 x end power"),
        ("|w_1|", "absolute value of w 1"),
        ("sin(2x)", "sine of open bracket 2 x close bracket"),
        ("2(x-1)", "2 times open bracket x minus 1 close bracket"),
        (
            "min(x, 3)",
            "minimum of open bracket x comma 3 close bracket",
        ),
    ] {
        assert_eq!(formula(text).spoken(), words, "{text}");
    }
    assert_eq!(formula("x^2 y").partial_spoken(0), "2 x times y");
}

#[test]
fn brackets_grow_only_round_what_is_higher_than_a_line() {
    for text in ["2*(w^2 + b^2)", "exp(-(w - 1)^2)", "sin(w_12)", "log2(w)"] {
        let math = formula(text).mathml();
        assert!(!math.contains("<mo>(</mo>"), "{text}: {math}");
        assert!(
            math.contains("<mo stretchy=\"false\">(</mo>"),
            "{text}: {math}"
        );
    }
    for text in ["w*(w/b + 1)", "exp(sqrt(w))"] {
        let math = formula(text).mathml();
        assert!(!math.contains("stretchy=\"false\""), "{text}: {math}");
        assert!(math.contains("<mo>(</mo>"), "{text}: {math}");
    }
}
