//! Texts that read well, but perhaps not as they were meant.

use super::words::Words;
use super::{Advice, Correction, MOST_CORRECTIONS, Reason, corrected, meant};
use crate::formula::function::{self, Rule};
use crate::formula::name::Name;
use crate::formula::parse::{Parsed, parse};
use crate::formula::token::Token;

/// What else a formula may have been meant as. Names that could be read otherwise are,
/// one after the other.
pub(super) fn hint(text: &str, parsed: &Parsed) -> Option<Advice> {
    let (reason, mut now) = read_otherwise(text, parsed)?;
    for _ in 0..MOST_CORRECTIONS {
        match parse(&now) {
            Ok(parsed) => match read_otherwise(&now, &parsed) {
                Some((_, next)) => now = next,
                None => return Some(Advice { reason, text: now }),
            },
            Err(_) => now = corrected(&now)?.text,
        }
    }
    None
}

fn read_otherwise(text: &str, parsed: &Parsed) -> Correction {
    let tokens = Words::read(text).filter(|_| !parsed.is_declared)?;
    (0..tokens.count()).find_map(|index| {
        let Token::Word(word) = tokens.token(index) else {
            return None;
        };
        let name = Name::new(word).filter(|name| parsed.names.contains(name))?;
        let (reason, instead) = other_reading(word, &name, &tokens, index, &parsed.names)?;
        Some((reason, tokens.with_word(word, &instead)))
    })
}

/// Another reading of a name: the reason, and what to write in its place.
fn other_reading(
    word: &str,
    name: &Name,
    tokens: &Words,
    index: usize,
    names: &[Name],
) -> Option<(Reason, String)> {
    if name.display() != word && name.is_greek() {
        return None;
    }
    let has_argument = matches!(
        tokens.token(index + 1),
        Token::Word(_) | Token::Number(_) | Token::Open
    );
    if let Some(function) = meant::alias(word).filter(|_| has_argument) {
        return Some((
            Reason::OtherFunction(word.to_string(), function.to_string()),
            function.to_string(),
        ));
    }
    if let Some((letters, digit)) = power_written_as_index(word, names) {
        return Some((
            Reason::PerhapsPower(word.to_string()),
            format!("{letters}^{digit}"),
        ));
    }
    let apart = function_run_together(word, names).or_else(|| product_run_together(word, names))?;
    Some((Reason::PerhapsApart(word.to_string()), apart))
}

/// `x2` where no other index of x occurs.
fn power_written_as_index<'a>(word: &'a str, names: &[Name]) -> Option<(&'a str, char)> {
    let digit = word
        .chars()
        .last()
        .filter(|digit| matches!(digit, '2' | '3'))?;
    let letters = &word[..word.len() - 1];
    let is_one_letter = letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic);
    let has_other = names.iter().any(|name| {
        let rest = name.plain().strip_prefix(letters);
        rest.is_some_and(|rest| {
            !rest.is_empty()
                && name.plain() != word
                && rest.chars().all(|letter| letter.is_ascii_digit())
        })
    });
    (is_one_letter && !has_other).then_some((letters, digit))
}

/// `sinx` and `sin2x`.
fn function_run_together(word: &str, names: &[Name]) -> Option<String> {
    let is_name = |rest: &str| {
        matches!(rest, "x" | "y" | "w") || names.iter().any(|name| name.plain() == rest)
    };
    let one_argument = function::FUNCTIONS
        .iter()
        .filter(|function| matches!(function.rule, Rule::One { .. }));
    one_argument
        .flat_map(|function| std::iter::once(function.name).chain(function.aliases.iter().copied()))
        .find_map(|function| {
            let rest = word
                .strip_prefix(function)
                .filter(|rest| !rest.is_empty())?;
            let is_number = rest.chars().all(|letter| letter.is_ascii_digit());
            match (is_number, is_name(rest)) {
                (true, _) => Some(format!("{function} {rest}")),
                (_, true) => Some(format!("{function}({rest})")),
                _ => None,
            }
        })
}

/// `xy` where x and y are parameters too.
fn product_run_together(word: &str, names: &[Name]) -> Option<String> {
    let letters: Vec<String> = word.chars().map(String::from).collect();
    let all_known = letters
        .iter()
        .all(|letter| names.iter().any(|name| name.plain() == letter));
    ((2..=4).contains(&letters.len()) && all_known).then(|| letters.join("*"))
}
