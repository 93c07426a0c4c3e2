//! One parameter in all its spellings.

use downhill::formula::{Formula, Name};

#[test]
fn spellings_of_one_name_are_equal() {
    for (a, b) in [
        ("w_1", "w1"),
        ("w₁", "w1"),
        ("w_₁₂", "w12"),
        ("θ", "theta"),
        ("ϑ", "theta"),
        ("θ₀", "theta_0"),
        ("Ω", "Omega"),
    ] {
        assert_eq!(Name::new(a), Name::new(b), "{a} and {b}");
        assert!(Name::new(a).is_some(), "{a}");
    }
    assert_ne!(Name::new("w1"), Name::new("w2"));
    assert_ne!(Name::new("Delta"), Name::new("delta"));
}

#[test]
fn what_is_no_name_is_refused() {
    for text in [
        "", "1", "1w", "w_", "_1", "w 1", "w-1", "w1a", "w__1", "w_1_2", " w",
    ] {
        assert_eq!(Name::new(text), None, "{text:?}");
    }
}

#[test]
fn a_name_is_written_for_links_pictures_pages_and_ears() {
    let table = [
        ("w", "w", "w", "<mi>w</mi>", "w"),
        (
            "w_12",
            "w12",
            "w₁₂",
            "<msub><mi>w</mi><mn>12</mn></msub>",
            "w 12",
        ),
        ("theta", "theta", "θ", "<mi>θ</mi>", "theta"),
        (
            "α1",
            "alpha1",
            "α₁",
            "<msub><mi>α</mi><mn>1</mn></msub>",
            "alpha 1",
        ),
        ("speed", "speed", "speed", "<mi>speed</mi>", "speed"),
    ];
    for (text, plain, display, mathml, spoken) in table {
        let name = Name::new(text).unwrap();
        assert_eq!(name.plain(), plain);
        assert_eq!(name.display(), display);
        assert_eq!(name.mathml(), mathml);
        assert_eq!(name.spoken(), spoken);
    }
}

#[test]
fn parameters_stand_in_order_of_first_appearance() {
    let formula = Formula::parse("b + 2w_1 - θ w₁ + b*a").unwrap();
    let names: Vec<&str> = formula.parameters().iter().map(Name::plain).collect();
    assert_eq!(names, ["b", "w1", "theta", "a"]);
}
