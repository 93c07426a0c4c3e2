//! Which function was probably meant by a word that is none.

use crate::formula::function::{self, FUNCTIONS, Rule};

/// Names of other programs and languages.
const ALIASES: &[(&str, &str)] = &[
    ("tg", "tan"),
    ("sen", "sin"),
    ("arcsen", "asin"),
    ("arctg", "atan"),
    ("arctag", "atan"),
    ("tgh", "tanh"),
    ("sh", "sinh"),
    ("ch", "cosh"),
    ("th", "tanh"),
    ("lg", "log10"),
    ("ld", "log2"),
    ("lb", "log2"),
    ("lnn", "ln"),
    ("sqr", "sqrt"),
    ("sqroot", "sqrt"),
    ("squareroot", "sqrt"),
    ("root", "sqrt"),
    ("fabs", "abs"),
    ("absolute", "abs"),
    ("mod", "abs"),
    ("cosine", "cos"),
    ("tangent", "tan"),
    ("exponential", "exp"),
    ("logarithm", "ln"),
    ("maximum", "max"),
    ("minimum", "min"),
    ("logistic", "sigmoid"),
    ("expit", "sigmoid"),
];

/// Functions that are written with others: the arguments stand for A and B.
const WRITTEN_OUT: &[(&str, usize, &str)] = &[
    ("pow", 2, "(A)^(B)"),
    ("power", 2, "(A)^(B)"),
    ("square", 1, "(A)^2"),
    ("sq", 1, "(A)^2"),
    ("cbrt", 1, "(A)^(1/3)"),
    ("relu", 1, "max(0, A)"),
    ("cot", 1, "(1/tan(A))"),
    ("cotan", 1, "(1/tan(A))"),
    ("ctg", 1, "(1/tan(A))"),
    ("sec", 1, "(1/cos(A))"),
    ("csc", 1, "(1/sin(A))"),
    ("cosec", 1, "(1/sin(A))"),
    ("hypot", 2, "sqrt((A)^2 + (B)^2)"),
];

/// Functions that gradient descent has no use for: nothing is offered instead.
const NONE: &[&str] = &[
    "floor", "ceil", "round", "fact", "gamma", "sum", "prod", "int", "diff", "if",
];

/// Whether it is a well-known function that this language lacks.
pub(super) fn is_lacking(word: &str) -> bool {
    NONE.contains(&word.to_lowercase().as_str())
}

/// The function another program has under this name.
pub(super) fn alias(word: &str) -> Option<&'static str> {
    let find = |(other, meant): &(&str, &'static str)| (*other == word).then_some(*meant);
    ALIASES.iter().find_map(find)
}

/// The function that was probably meant, by its name here.
pub(super) fn function(word: &str) -> Option<&'static str> {
    let small = word.to_lowercase();
    let known = function::find(&small).map(|function| function.name);
    known.or_else(|| alias(&small)).or_else(|| nearest(&small))
}

/// A call of a function that is written with others.
pub(super) fn written_out(word: &str, arguments: &[String]) -> Option<String> {
    let small = word.to_lowercase();
    let is_it =
        |(name, count, _): &&(&str, usize, &str)| *name == small && *count == arguments.len();
    let (_, _, pattern) = WRITTEN_OUT.iter().find(is_it)?;
    let filled = |letter: char| match letter {
        'A' => arguments[0].clone(),
        'B' => arguments[1].clone(),
        other => other.to_string(),
    };
    Some(pattern.chars().map(filled).collect())
}

/// A name that is few slips of the keyboard away: one, or two in a long word.
fn nearest(word: &str) -> Option<&'static str> {
    let length = word.chars().count();
    if length < 3 || word.ends_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let most = if length > 5 { 2 } else { 1 };
    let people_type = FUNCTIONS
        .iter()
        .filter(|function| !matches!(function.rule, Rule::Choose));
    people_type
        .flat_map(|function| {
            let names = std::iter::once(function.name).chain(function.aliases.iter().copied());
            names.map(|name| (slips(word, name), function.name))
        })
        .filter(|(slips, name)| *slips <= most && name.len() > 2)
        .min_by_key(|(slips, name)| (*slips, letters(word) != letters(name)))
        .map(|(_, name)| name)
}

/// A word's letters in alphabetical order: a slip that only swaps two leaves them.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// How many letters are left out, too many, wrong, or two in each other's place: optimal
/// string alignment (Damerau 1964).
fn slips(one: &str, other: &str) -> usize {
    let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<_>>());
    let width = other.len() + 1;
    let mut table = vec![0; (one.len() + 1) * width];
    for i in 0..=one.len() {
        for j in 0..width {
            let entry = |i: usize, j: usize| table[i * width + j];
            let least = match (i, j) {
                (0, j) => j,
                (i, 0) => i,
                _ => {
                    let wrong = usize::from(one[i - 1] != other[j - 1]);
                    let swapped =
                        i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                    let mut ways = vec![
                        entry(i - 1, j) + 1,
                        entry(i, j - 1) + 1,
                        entry(i - 1, j - 1) + wrong,
                    ];
                    if swapped {
                        ways.push(entry(i - 2, j - 2) + 1);
                    }
                    ways.into_iter().fold(
                        usize::MAX,
                        |least, way| if way < least { way } else { least },
                    )
                }
            };
            table[i * width + j] = least;
        }
    }
    table[table.len() - 1]
}
