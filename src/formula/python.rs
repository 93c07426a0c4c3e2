use super::expression::{Expression, Joint, Sign, Strength};
use super::function::Function;

/// Writes an expression in Python with NumPy (as `np`): the same operations in the same
/// order. `names` are the parameters' in Python; `sigmoid` and `softplus` are functions of
/// one argument that whoever uses the text defines.
pub(super) fn python(expression: &Expression, names: &[String]) -> String {
    match expression {
        Expression::Number(value) => number(*value),
        Expression::Constant(constant) => format!("np.{}", constant.text()),
        Expression::Parameter(index) => names[*index].clone(),
        Expression::Negative(inner) => {
            let weak = inner.strength() == Strength::Sum || inner.starts_with_minus();
            format!("-{}", bracketed_if(weak, inner, names))
        }
        Expression::Sum(terms) => sum(terms, names),
        Expression::Product(factors) => product(factors, names),
        Expression::Power(pair) => {
            let base = bracketed_if(pair.0.strength() < Strength::Operand, &pair.0, names);
            let exponent = bracketed_if(pair.1.strength() < Strength::Operand, &pair.1, names);
            format!("{base}**{exponent}")
        }
        Expression::Call(function, arguments) => {
            let arguments: Vec<String> = arguments.iter().map(|each| python(each, names)).collect();
            call(function, &arguments)
        }
    }
}

fn sum(terms: &[(Sign, Expression)], names: &[String]) -> String {
    let mut text = String::new();
    for (index, (sign, term)) in terms.iter().enumerate() {
        text += match (index, sign) {
            (0, _) => "",
            (_, Sign::Plus) => " + ",
            (_, Sign::Minus) => " - ",
        };
        let bracketed = term.strength() == Strength::Sum || (index > 0 && term.starts_with_minus());
        text += &bracketed_if(bracketed, term, names);
    }
    text
}

fn product(factors: &[(Joint, Expression)], names: &[String]) -> String {
    let mut text = String::new();
    for (index, (joint, factor)) in factors.iter().enumerate() {
        text += match (index, joint) {
            (0, _) => "",
            (_, Joint::Times) => " * ",
            (_, Joint::Divide) => " / ",
        };
        let bracketed = match index {
            0 => factor.strength() < Strength::Negative,
            _ => factor.strength() < Strength::Power,
        };
        text += &bracketed_if(bracketed, factor, names);
    }
    text
}

fn bracketed_if(bracketed: bool, expression: &Expression, names: &[String]) -> String {
    let text = python(expression, names);
    match bracketed {
        true => format!("({text})"),
        false => text,
    }
}

fn call(function: &Function, arguments: &[String]) -> String {
    let all = arguments.join(", ");
    match function.name {
        "asin" => format!("np.arcsin({all})"),
        "acos" => format!("np.arccos({all})"),
        "atan" => format!("np.arctan({all})"),
        "ln" => format!("np.log({all})"),
        "sigmoid" | "softplus" => format!("{}({all})", function.name),
        "min" => folded("np.minimum", arguments),
        "max" => folded("np.maximum", arguments),
        "choose" => {
            let [a, b, u, v] = arguments else {
                return format!("choose({all})");
            };
            format!("np.where({a} <= {b}, {u}, {v})")
        }
        name => format!("np.{name}({all})"),
    }
}

/// Two arguments at a time, from the left.
fn folded(name: &str, arguments: &[String]) -> String {
    let mut rest = arguments.iter();
    let first = rest.next().cloned().unwrap_or_default();
    rest.fold(first, |so_far, next| format!("{name}({so_far}, {next})"))
}

/// With a point, so that no whole number stands where NumPy treats it in another way.
fn number(value: f64) -> String {
    format!("{value:?}")
}
