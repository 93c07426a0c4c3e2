use super::error::FormulaError;
use super::expression::{Constant, Expression, Joint, Sign};
use super::function::{self, Function};
use super::heading::Heading;
use super::name::Name;
use super::token::{Placed, Token, tokens};

/// How deep brackets, signs and powers may nest. Every pass over an expression
/// calls itself once a level, so this bounds the stack.
pub const MAX_DEPTH: usize = 64;

/// The most parameters a formula may have. The page shows a handful; the bound
/// keeps the gradient, one expression per parameter, small.
pub const MAX_PARAMETERS: usize = 64;

const OPERAND: &str = "a number, a name or “(”";

/// What a text says: the expression and its parameters.
pub(super) struct Parsed {
    pub(super) expression: Expression,
    /// Those of the heading in its order, then the others in order of first appearance.
    pub(super) names: Vec<Name>,
    /// Whether a heading such as `f(x, y) =` lists parameters.
    pub(super) is_declared: bool,
}

/// Reads a formula, perhaps with a heading: `J =` says nothing, `f(x, y) =` gives the
/// order of the parameters, and a name that it does not list comes after them.
///
/// From weakest to strongest: `+` and `-`; `*`, `/` and multiplication without a
/// sign, all three of one rank from left to right (`1/2x` is half of x); a minus
/// sign in front; `^`, from right to left.
pub(super) fn parse(text: &str) -> Result<Parsed, FormulaError> {
    parse_with(text, Vec::new())
}

/// The same where some names are known already: they come first, in their order, whether
/// or not they appear.
pub(super) fn parse_with(text: &str, known: Vec<Name>) -> Result<Parsed, FormulaError> {
    let tokens = tokens(text)?;
    let has_equals = tokens.iter().any(|placed| placed.token == Token::Equals);
    let heading = match has_equals && known.is_empty() {
        true => Heading::read(&tokens)?.unwrap_or_default(),
        false => Heading::default(),
    };
    let is_declared = !heading.names.is_empty();
    let mut parser = Parser {
        tokens,
        at: heading.tokens,
        depth: 0,
        open_bars: 0,
        names: if is_declared { heading.names } else { known },
    };
    let expression = parser.sum()?;
    if parser.peek() == &Token::Equals {
        return Err(parser.unexpected("only the expression itself, without “=”"));
    }
    if parser.peek() != &Token::End {
        return Err(parser.unexpected("an operator or the end"));
    }
    if parser.names.is_empty() {
        return Err(FormulaError::new(
            1,
            "no parameter",
            "at least one name to minimise over, such as w or x",
        ));
    }
    let label = heading.label.filter(|_| !is_declared);
    if let Some(label) = label.filter(|label| parser.names.contains(label)) {
        return Err(FormulaError::new(
            1,
            format!("“{}” on both sides of “=”", label.display()),
            "an expression that does not name itself",
        ));
    }
    Ok(Parsed {
        expression,
        names: parser.names,
        is_declared,
    })
}

struct Parser {
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
    /// Absolute-value bars open since the innermost round bracket.
    open_bars: usize,
    names: Vec<Name>,
}

impl Parser {
    fn sum(&mut self) -> Result<Expression, FormulaError> {
        let mut terms = vec![(Sign::Plus, self.product()?)];
        loop {
            let sign = match self.peek() {
                Token::Plus => Sign::Plus,
                Token::Minus => Sign::Minus,
                _ => break,
            };
            self.at += 1;
            terms.push((sign, self.product()?));
        }
        Ok(match terms.len() {
            1 => terms.remove(0).1,
            _ => Expression::Sum(terms),
        })
    }

    fn product(&mut self) -> Result<Expression, FormulaError> {
        let mut factors = vec![(Joint::Times, self.signed()?)];
        loop {
            let factor = match self.peek() {
                Token::Times => {
                    self.at += 1;
                    (Joint::Times, self.signed()?)
                }
                Token::Divide => {
                    self.at += 1;
                    (Joint::Divide, self.signed()?)
                }
                _ if self.factor_follows()? => (Joint::Times, self.power()?),
                _ => break,
            };
            factors.push(factor);
        }
        Ok(match factors.len() {
            1 => factors.remove(0).1,
            _ => Expression::Product(factors),
        })
    }

    /// Whether the next token multiplies what stands before it without a sign.
    fn factor_follows(&self) -> Result<bool, FormulaError> {
        match self.peek() {
            Token::Word(_) | Token::Open => Ok(true),
            Token::Bar => Ok(self.open_bars == 0),
            // `x 2` may be meant as x₂ or as a product, `2 3` as 23: ask.
            Token::Number(_) => match self.tokens[self.at - 1].token {
                Token::Close | Token::Bar => Ok(true),
                _ => Err(self.unexpected("an operator such as * before a number")),
            },
            _ => Ok(false),
        }
    }

    fn signed(&mut self) -> Result<Expression, FormulaError> {
        match self.peek() {
            Token::Minus => {
                self.at += 1;
                let inner = self.nested(Parser::signed)?;
                Ok(Expression::Negative(Box::new(inner)))
            }
            Token::Plus => {
                self.at += 1;
                self.nested(Parser::signed)
            }
            _ => self.power(),
        }
    }

    fn power(&mut self) -> Result<Expression, FormulaError> {
        let base = self.operand()?;
        if self.peek() != &Token::Power {
            return Ok(base);
        }
        self.at += 1;
        let exponent = self.nested(Parser::signed)?;
        Ok(Expression::Power(Box::new((base, exponent))))
    }

    fn operand(&mut self) -> Result<Expression, FormulaError> {
        let start = self.at;
        let token = self.peek().clone();
        match token {
            Token::Number(value) => {
                self.at += 1;
                Ok(Expression::Number(value))
            }
            Token::Word(word) => {
                self.at += 1;
                self.word(&word)
            }
            Token::Open => {
                let mut inside = self.bracketed()?;
                if inside.len() > 1 {
                    self.at = start;
                    return Err(self.unexpected("a function's name before a list with commas"));
                }
                Ok(inside.remove(0))
            }
            Token::Bar => self.absolute(),
            _ => Err(self.unexpected(OPERAND)),
        }
    }

    fn word(&mut self, word: &str) -> Result<Expression, FormulaError> {
        if let Some(function) = function::find(word) {
            return self.call(function);
        }
        if let Some(constant) = Constant::find(word) {
            return Ok(Expression::Constant(constant));
        }
        let placed = &self.tokens[self.at - 1];
        let found = format!("“{word}”");
        let Some(name) = Name::new(word) else {
            return Err(FormulaError::new(placed.column, found, OPERAND));
        };
        let bracket_touches = self.peek() == &Token::Open
            && self.tokens[self.at].column == placed.column + word.chars().count();
        if bracket_touches
            && word.is_ascii()
            && word.chars().nth(1).is_some_and(char::is_alphabetic)
            && name.display() == word
        {
            return Err(FormulaError::new(
                placed.column,
                format!("“{word}(”"),
                format!("a function ({}) or “{word}*(”", function::list()),
            ));
        }
        self.parameter(name)
    }

    fn parameter(&mut self, name: Name) -> Result<Expression, FormulaError> {
        let known = self.names.iter().position(|known| *known == name);
        if known.is_none() {
            if self.names.len() == MAX_PARAMETERS {
                let placed = &self.tokens[self.at - 1];
                return Err(FormulaError::new(
                    placed.column,
                    format!("one more parameter, “{}”", placed.written),
                    format!("at most {MAX_PARAMETERS} parameters"),
                ));
            }
            self.names.push(name);
        }
        Ok(Expression::Parameter(known.unwrap_or(self.names.len() - 1)))
    }

    /// A function's arguments; `sin^2(x)` is the square of `sin(x)`.
    fn call(&mut self, function: &'static Function) -> Result<Expression, FormulaError> {
        let exponent = match self.peek() {
            Token::Power => {
                self.at += 1;
                let Token::Number(exponent) = *self.peek() else {
                    return Err(
                        self.unexpected("a positive number; write the power after the brackets")
                    );
                };
                self.at += 1;
                Some(exponent)
            }
            _ => None,
        };
        let name = function.name;
        if self.peek() != &Token::Open {
            let like = function.example();
            return Err(self.unexpected(&format!("“(” after {name}, as in {like}")));
        }
        let column = self.tokens[self.at].column;
        let arguments = self.bracketed()?;
        if !function.takes(arguments.len()) {
            let count = arguments.len();
            let plural = if count == 1 { "" } else { "s" };
            return Err(FormulaError::new(
                column,
                format!("{count} argument{plural}"),
                format!(
                    "{} for {name}, as in {}",
                    function.arity_words(),
                    function.example()
                ),
            ));
        }
        let call = Expression::Call(function, arguments);
        Ok(match exponent {
            Some(exponent) => Expression::Power(Box::new((call, Expression::Number(exponent)))),
            None => call,
        })
    }

    /// One or more expressions in round brackets, separated by commas.
    fn bracketed(&mut self) -> Result<Vec<Expression>, FormulaError> {
        let opened = self.tokens[self.at].column;
        self.at += 1;
        let bars = std::mem::take(&mut self.open_bars);
        let mut inside = vec![self.nested(Parser::sum)?];
        while self.peek() == &Token::Comma {
            self.at += 1;
            inside.push(self.nested(Parser::sum)?);
        }
        if self.peek() != &Token::Close {
            let allowed = format!("“)” for the bracket at column {opened}, or an operator");
            return Err(self.unexpected(&allowed));
        }
        self.at += 1;
        self.open_bars = bars;
        Ok(inside)
    }

    /// `|…|`. A bar where an operand is due opens; one after an operand closes
    /// the innermost open bar, and opens a new factor if none is open.
    fn absolute(&mut self) -> Result<Expression, FormulaError> {
        let opened = self.tokens[self.at].column;
        self.at += 1;
        self.open_bars += 1;
        let inside = self.nested(Parser::sum)?;
        if self.peek() != &Token::Bar {
            let allowed = format!("“|” for the bar at column {opened}; abs(…) is never ambiguous");
            return Err(self.unexpected(&allowed));
        }
        self.at += 1;
        self.open_bars -= 1;
        Ok(Expression::Call(&function::ABS, vec![inside]))
    }

    fn nested(
        &mut self,
        inner: fn(&mut Parser) -> Result<Expression, FormulaError>,
    ) -> Result<Expression, FormulaError> {
        if self.depth == MAX_DEPTH {
            return Err(FormulaError::new(
                self.tokens[self.at].column,
                "one more level of nesting",
                format!("at most {MAX_DEPTH} levels of brackets, signs and powers"),
            ));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn peek(&self) -> &Token {
        &self.tokens[self.at].token
    }

    fn unexpected(&self, allowed: &str) -> FormulaError {
        let placed = &self.tokens[self.at];
        let found = match placed.token {
            Token::End => "the end".to_string(),
            _ => format!("“{}”", placed.written),
        };
        FormulaError::new(placed.column, found, allowed)
    }
}
