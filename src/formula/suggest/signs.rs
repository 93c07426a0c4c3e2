//! Corrections that need nothing but the sign where the trouble is.

use super::{Correction, Reason, parse};

/// Signs that stand for others wherever they come from.
const SIGNS: &[(char, &str)] = &[
    ('{', "("),
    ('}', ")"),
    ('[', "("),
    (']', ")"),
    ('∗', "*"),
    ('⁎', "*"),
    ('•', "*"),
    ('✕', "*"),
    ('⨯', "*"),
    ('‐', "-"),
    ('‑', "-"),
    ('‒', "-"),
    ('—', "-"),
    ('∧', "^"),
    ('ˆ', "^"),
    ('↑', "^"),
    ('∣', "|"),
    ('‖', "|"),
    ('⁄', "/"),
    ('：', "/"),
    (':', "/"),
    ('√', "sqrt "),
    ('½', "(1/2)"),
    ('¼', "(1/4)"),
    ('¾', "(3/4)"),
    ('⅓', "(1/3)"),
    ('⅔', "(2/3)"),
    ('"', ""),
    ('“', ""),
    ('”', ""),
    ('„', ""),
    ('\'', ""),
    ('`', ""),
    ('，', ","),
    ('⋅', "*"),
];
/// Libraries whose functions have the names they have here.
const LIBRARIES: &[&str] = &[
    "np", "numpy", "jnp", "math", "Math", "cmath", "torch", "tf", "sp", "sympy",
];
/// Another sign, or one too many.
pub(super) fn by_sign(letters: &[char], at: usize) -> Correction {
    let letter = *letters.get(at)?;
    let before = at.checked_sub(1).map(|before| letters[before]);
    let after = letters.get(at + 1).copied();
    let text = |kept: &dyn Fn(usize) -> bool| -> String {
        (0..letters.len())
            .filter(|index| kept(*index))
            .map(|index| letters[index])
            .collect()
    };
    match (before, letter, after) {
        (Some('_'), '{' | 'a'..='z' | 'A'..='Z', _) => return subscript(letters, at),
        (_, '.', Some('*' | '/' | '^')) => {
            let meant = if after == Some('^') {
                "^"
            } else if after == Some('*') {
                "*"
            } else {
                "/"
            };
            return Some((
                Reason::OtherSign(format!(".{meant}"), meant),
                text(&|index| index != at),
            ));
        }
        (_, '.', _) => return library(letters, at),
        (_, ':', Some('=')) | (Some('='), '=', _) => {
            return Some((
                Reason::OtherSign(format!("{letter}="), "="),
                text(&|index| index != at),
            ));
        }
        (_, ';' | '\n', _) => return first_of_several(letters, at),
        (_, '^' | '*' | '/', _) => {
            let previous = letters[..at].iter().rposition(|letter| *letter != ' ')?;
            let is_same = letters[previous] == letter;
            return is_same.then(|| (Reason::Doubled(letter), text(&|index| index != at)));
        }
        _ => {}
    }
    let narrow = full_width(letter);
    let meant = SIGNS
        .iter()
        .find(|(sign, _)| *sign == letter)
        .map(|(_, meant)| *meant);
    let meant = meant.or(narrow)?;
    let replaced = letters.iter().map(|each| match *each == letter {
        true => meant.to_string(),
        false => each.to_string(),
    });
    // Both brackets of a pair at once.
    let replaced = replaced.collect::<String>();
    let partner = match letter {
        '{' => replaced.replace('}', ")"),
        '[' => replaced.replace(']', ")"),
        _ => replaced,
    };
    Some((Reason::OtherSign(letter.to_string(), meant), partner))
}

/// The usual sign for one as wide as a Chinese character.
fn full_width(letter: char) -> Option<&'static str> {
    const NARROW: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@";
    let place = (letter as u32).checked_sub(0xff01)? as usize;
    if ('［'..='］').contains(&letter) || letter == '｛' || letter == '｝' {
        return Some(if matches!(letter, '［' | '｛') {
            "("
        } else {
            ")"
        });
    }
    match letter {
        '＾' => Some("^"),
        '｜' => Some("|"),
        _ => NARROW.get(place..place + 1),
    }
}

fn library(letters: &[char], at: usize) -> Correction {
    let word = letters[..at]
        .iter()
        .rev()
        .take_while(|letter| letter.is_alphabetic())
        .count();
    let name: String = letters[at - word..at].iter().collect();
    if !LIBRARIES.contains(&name.as_str()) {
        return None;
    }
    let prefix = format!("{name}.");
    let text = letters.iter().collect::<String>().replace(&prefix, "");
    Some((Reason::Library(prefix), text))
}

/// `x_{12}` is x_12, and `x_max` one name.
fn subscript(letters: &[char], at: usize) -> Correction {
    let is_braced = letters[at] == '{';
    let inside: String = letters[at + usize::from(is_braced)..]
        .iter()
        .take_while(|letter| letter.is_alphanumeric())
        .collect();
    let end = at + inside.chars().count() + 2 * usize::from(is_braced);
    let is_number = !inside.is_empty() && inside.chars().all(|letter| letter.is_ascii_digit());
    let before: String = letters[..at - usize::from(!is_number)].iter().collect();
    let after: String = letters.get(end..)?.iter().collect();
    let written = format!("_{}", letters[at..end].iter().collect::<String>());
    Some((
        Reason::Subscript(written),
        format!("{before}{inside}{after}"),
    ))
}

/// A comma between digits, from a place on or, where there is none, before it.
pub(super) fn decimal_comma(letters: &[char], at: usize) -> Correction {
    let is_digit = |index: usize| letters.get(index).is_some_and(char::is_ascii_digit);
    let is_decimal = |&index: &usize| {
        letters[index] == ',' && index > 0 && is_digit(index - 1) && is_digit(index + 1)
    };
    let is_at_fault = |letter: &char| matches!(letter, ',' | '(');
    if !letters.get(at).is_some_and(is_at_fault) {
        return None;
    }
    match (at..letters.len()).find(is_decimal) {
        Some(comma) => {
            let text = letters
                .iter()
                .enumerate()
                .map(|(index, letter)| if index == comma { '.' } else { *letter });
            Some((Reason::DecimalComma, text.collect()))
        }
        None if letters[at] == ',' => first_of_several(letters, at),
        None => None,
    }
}

fn first_of_several(letters: &[char], at: usize) -> Correction {
    let text: String = letters[..at].iter().collect();
    parse(&text).ok()?;
    Some((Reason::Several, text.trim().to_string()))
}

/// The squared difference of both sides, which is least where they are equal.
pub(super) fn equation(text: &str) -> Correction {
    let mut sides = text.split('=');
    let (left, right) = (sides.next()?.trim(), sides.next()?.trim());
    if sides.next().is_some() || left.is_empty() || right.is_empty() {
        return None;
    }
    let is_simple = right
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '.');
    let right = if is_simple {
        right.to_string()
    } else {
        format!("({right})")
    };
    Some((Reason::Equation, format!("({left} - {right})^2")))
}
