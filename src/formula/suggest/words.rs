//! Corrections that need to know the words around.

use super::{Correction, Reason, meant};
use crate::formula::error::FormulaError;
use crate::formula::function::{self, Function};
use crate::formula::token::{Placed, Token, tokens};

/// A text whose signs are all known, cut into numbers, words and signs.
pub(super) struct Words {
    letters: Vec<char>,
    all: Vec<Placed>,
}

impl Words {
    pub(super) fn read(text: &str) -> Option<Words> {
        let all = tokens(text).ok()?;
        Some(Words {
            letters: text.chars().collect(),
            all,
        })
    }

    pub(super) fn correction(&self, error: &FormulaError) -> Correction {
        let index = self
            .all
            .iter()
            .position(|placed| placed.column == error.column)?;
        self.inverse()
            .or_else(|| self.without_brackets(index))
            .or_else(|| self.unknown_function(index))
            .or_else(|| self.bracket(index))
            .or_else(|| self.missing_sign(index))
    }

    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    pub(super) fn token(&self, index: usize) -> &Token {
        &self.all[index].token
    }

    fn start(&self, index: usize) -> usize {
        self.all[index].column - 1
    }

    fn end(&self, index: usize) -> usize {
        self.start(index) + self.all[index].written.chars().count()
    }

    fn piece(&self, from: usize, to: usize) -> String {
        self.letters[from..to].iter().collect()
    }

    /// The text with the letters from one place to another replaced.
    fn with(&self, from: usize, to: usize, text: &str) -> String {
        self.piece(0, from) + text + &self.piece(to, self.letters.len())
    }

    fn function_at(&self, index: usize) -> Option<&'static Function> {
        match self.token(index) {
            Token::Word(word) => function::find(word),
            _ => None,
        }
    }

    /// `sin^-1(x)` and `sin⁻¹(x)`.
    fn inverse(&self) -> Correction {
        let places = 0..self.all.len().saturating_sub(3);
        for index in places {
            let is_power = *self.token(index + 1) == Token::Power
                && *self.token(index + 2) == Token::Minus
                && *self.token(index + 3) == Token::Number(1.0);
            let Some(function) = self.function_at(index).filter(|_| is_power) else {
                continue;
            };
            let inverse = function::find(&format!("a{}", function.name))?.name;
            let text = self.with(self.start(index), self.end(index + 3), inverse);
            return Some((Reason::Inverse(inverse), text));
        }
        None
    }

    /// The function before a place, perhaps with a power between.
    fn function_before(&self, index: usize) -> Option<&'static Function> {
        let before = index.checked_sub(1)?;
        self.function_at(before).or_else(|| {
            let is_power = matches!(self.token(before), Token::Number(_))
                && before >= 2
                && *self.token(before - 1) == Token::Power;
            self.function_at(before.checked_sub(2)?)
                .filter(|_| is_power)
        })
    }

    /// `sin 2x + 1`: the argument reaches as far as there is no sign between.
    fn without_brackets(&self, index: usize) -> Correction {
        let function = self.function_before(index)?;
        if *self.token(index) == Token::Open || !function.takes(1) {
            return None;
        }
        let past = self.argument_end(index)?;
        let argument = self.piece(self.start(index), self.end(past));
        let text = self.with(
            self.end(index - 1),
            self.end(past),
            &format!("({argument})"),
        );
        Some((Reason::ArgumentWithoutBrackets(function.name), text))
    }

    /// The last token of an argument without brackets that begins here.
    fn argument_end(&self, first: usize) -> Option<usize> {
        let mut at = first;
        while *self.token(at) == Token::Minus {
            at += 1;
        }
        let mut last = None;
        loop {
            let is_another = last.is_some() && self.function_at(at).is_some();
            let end = match self.token(at) {
                _ if is_another => break,
                Token::Number(_) | Token::Word(_) => at,
                Token::Open => self.partner(at)?,
                Token::Power if last.is_some() => {
                    at += 1;
                    while matches!(self.token(at), Token::Minus | Token::Plus) {
                        at += 1;
                    }
                    match self.token(at) {
                        Token::Number(_) | Token::Word(_) => at,
                        Token::Open => self.partner(at)?,
                        _ => return None,
                    }
                }
                _ => break,
            };
            last = Some(end);
            at = end + 1;
        }
        last
    }

    /// The bracket that closes the one here.
    fn partner(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        (open..self.all.len()).find(|index| {
            match self.token(*index) {
                Token::Open => depth += 1,
                Token::Close => depth -= 1,
                _ => return false,
            }
            depth == 0
        })
    }

    fn unknown_function(&self, index: usize) -> Correction {
        let Token::Word(word) = self.token(index) else {
            return None;
        };
        if function::find(word).is_some()
            || self.all.get(index + 1)?.token != Token::Open
            || meant::is_lacking(word)
        {
            return None;
        }
        if let Some(close) = self.partner(index + 1)
            && let Some(text) = meant::written_out(word, &self.arguments(index + 1, close))
        {
            let whole = self.with(self.start(index), self.end(close), &text);
            return Some((Reason::OtherFunction(word.clone(), text), whole));
        }
        match meant::function(word) {
            Some(name) => {
                let whole = self.with(self.start(index), self.end(index), name);
                Some((Reason::OtherFunction(word.clone(), name.to_string()), whole))
            }
            None => {
                let whole = self.with(self.end(index), self.end(index), "*");
                Some((Reason::NameBeforeBracket(word.clone()), whole))
            }
        }
    }

    /// The texts between the commas of a pair of brackets.
    fn arguments(&self, open: usize, close: usize) -> Vec<String> {
        let mut depth = 0;
        let mut from = self.end(open);
        let mut arguments = Vec::new();
        for index in open + 1..=close {
            match self.token(index) {
                Token::Open => depth += 1,
                Token::Close if index < close => depth -= 1,
                Token::Comma | Token::Close if depth == 0 => {
                    arguments.push(self.piece(from, self.start(index)).trim().to_string());
                    from = self.end(index);
                }
                _ => {}
            }
        }
        arguments
    }

    fn bracket(&self, index: usize) -> Correction {
        let count = |token: Token, to: usize| {
            self.all[..to]
                .iter()
                .filter(|placed| placed.token == token)
                .count()
        };
        let (opened, closed) = (count(Token::Open, index), count(Token::Close, index));
        let whole = self.piece(0, self.letters.len());
        match self.token(index) {
            Token::Close if closed >= opened => Some((
                Reason::NotOpened,
                self.with(self.start(index), self.end(index), ""),
            )),
            Token::End if opened > closed => {
                Some((Reason::NotClosed, whole.trim_end().to_string() + ")"))
            }
            Token::End | Token::Close if count(Token::Bar, index) % 2 == 1 => {
                let text = self.with(self.start(index), self.start(index), "|");
                Some((Reason::NotClosed, text.trim_end().to_string()))
            }
            _ => None,
        }
    }

    /// `x 2` and `2 3`.
    fn missing_sign(&self, index: usize) -> Correction {
        let before = index.checked_sub(1)?;
        let is_after = matches!(self.token(before), Token::Number(_) | Token::Word(_));
        if !matches!(self.token(index), Token::Number(_)) || !is_after {
            return None;
        }
        let text = self.with(self.end(before), self.start(index), "*");
        Some((Reason::NoSign(self.all[index].written.clone()), text))
    }

    /// The text with a word replaced wherever it stands.
    pub(super) fn with_word(&self, word: &str, instead: &str) -> String {
        let mut text = String::new();
        let mut from = 0;
        for (index, placed) in self.all.iter().enumerate() {
            if placed.token == Token::Word(word.to_string()) {
                let binds = |at: Option<usize>| {
                    at.and_then(|at| self.all.get(at))
                        .is_some_and(|by| matches!(by.token, Token::Power | Token::Divide))
                };
                let raised = self
                    .all
                    .get(index + 1)
                    .is_some_and(|next| next.token == Token::Power);
                let single = match instead {
                    one if one.contains('*') => !raised && !binds(index.checked_sub(1)),
                    one => one.ends_with(')') || !raised,
                };
                text += &self.piece(from, self.start(index));
                text += &if single {
                    instead.to_string()
                } else {
                    format!("({instead})")
                };
                from = self.end(index);
            }
        }
        text + &self.piece(from, self.letters.len())
    }
}
