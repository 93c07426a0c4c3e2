use super::error::FormulaError;
use super::expression::Constant;
use super::function;
use super::name::Name;
use super::parse::MAX_PARAMETERS;
use super::token::{Placed, Token};

/// What stands before `=`: a name for the cost, and perhaps its parameters in order.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub(super) label: Option<Name>,
    pub(super) names: Vec<Name>,
    /// How many tokens it takes, `=` included.
    pub(super) tokens: usize,
}

impl Heading {
    /// The heading of a text, or `None` if it does not begin with one.
    pub(super) fn read(tokens: &[Placed]) -> Result<Option<Heading>, FormulaError> {
        let is = |at: usize, token: &Token| tokens.get(at).is_some_and(|one| one.token == *token);
        let [Some(label), Some(_)] = [tokens.first(), tokens.get(1)] else {
            return Ok(None);
        };
        let Token::Word(label) = &label.token else {
            return Ok(None);
        };
        let mut listed = Vec::new();
        let mut at = 1;
        if is(1, &Token::Open) {
            at = 2;
            while let Some(Placed {
                token: Token::Word(_),
                ..
            }) = tokens.get(at)
            {
                listed.push(&tokens[at]);
                at += 1;
                match tokens[at].token {
                    Token::Comma => at += 1,
                    _ => break,
                }
            }
            if listed.is_empty() || !is(at, &Token::Close) {
                return Ok(None);
            }
            at += 1;
        }
        if !is(at, &Token::Equals) || function::find(label).is_some() {
            return Ok(None);
        }
        let mut names = Vec::new();
        for placed in listed {
            names.push(declared(placed, &names)?);
        }
        Ok(Some(Heading {
            label: Name::new(label),
            names,
            tokens: at + 1,
        }))
    }
}

fn declared(placed: &Placed, before: &[Name]) -> Result<Name, FormulaError> {
    let word = &placed.written;
    let refused = |allowed: &str| {
        Err(FormulaError::new(
            placed.column,
            format!("“{word}”"),
            allowed,
        ))
    };
    if function::find(word).is_some() || Constant::find(word).is_some() {
        return refused("a name that is no function or number");
    }
    if before.len() == MAX_PARAMETERS {
        return refused("fewer parameters");
    }
    match Name::new(word) {
        Some(name) if !before.contains(&name) => Ok(name),
        Some(_) => refused("each parameter once"),
        None => refused("a name such as w or x"),
    }
}
