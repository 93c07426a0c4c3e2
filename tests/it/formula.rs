//! The formula language from outside: text in, numbers and derivatives out.

use downhill::formula::Formula;

#[test]
fn himmelblau_is_flat_and_zero_at_a_known_minimum() {
    let formula = Formula::parse("(x^2+y-11)^2 + (x+y^2-7)^2").unwrap();
    let mut gradient = [f64::NAN; 2];
    formula.gradient(&[3.0, 2.0], &mut gradient);
    assert_eq!(formula.value(&[3.0, 2.0]), 0.0);
    assert_eq!(gradient, [0.0, 0.0]);
    assert_eq!(formula.value(&[1.0, 2.0]), 64.0 + 4.0);
    formula.gradient(&[1.0, 2.0], &mut gradient);
    assert_eq!(
        gradient,
        [
            4.0 * (1.0 - 9.0) + 2.0 * -2.0,
            2.0 * (1.0 - 9.0) + 8.0 * -2.0
        ]
    );
    assert_eq!(formula.partial(0, &[1.0, 2.0]), gradient[0]);
    assert_eq!(formula.partial(1, &[1.0, 2.0]), gradient[1]);
    let mut values = [0.0; 3];
    formula.values(&[&[3.0, 1.0, 0.0], &[2.0, 2.0, 0.0]], &mut values);
    assert_eq!(values, [0.0, 68.0, 170.0]);
}
