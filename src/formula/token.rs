use super::error::FormulaError;
use super::name::{greek_name, subscript_digit};

/// The longest formula read, in characters: pages of mathematics, far more than
/// anyone types, and short enough that every later pass is quick.
pub const MAX_LENGTH: usize = 4000;

/// One sign, number or word of a formula's text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    /// Letters, then perhaps digits: a function, a constant or a name.
    Word(String),
    Plus,
    Minus,
    Times,
    Divide,
    Power,
    Open,
    Close,
    Bar,
    Comma,
    Equals,
    End,
}

/// A token, where it starts (1-based, in characters) and how it was written.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) column: usize,
    pub(super) written: String,
}

/// Cuts a text into tokens. The last one is always [`Token::End`].
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, FormulaError> {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() > MAX_LENGTH {
        return Err(FormulaError::new(
            MAX_LENGTH + 1,
            format!("{} characters", letters.len()),
            format!("at most {MAX_LENGTH}"),
        ));
    }
    let mut reader = Reader {
        letters,
        at: 0,
        tokens: Vec::new(),
    };
    while reader.at < reader.letters.len() {
        reader.next()?;
    }
    reader.push(Token::End, reader.at);
    Ok(reader.tokens)
}

struct Reader {
    letters: Vec<char>,
    at: usize,
    tokens: Vec<Placed>,
}

impl Reader {
    fn next(&mut self) -> Result<(), FormulaError> {
        let start = self.at;
        let letter = self.letters[start];
        if letter.is_whitespace() || is_invisible(letter) {
            self.at += 1;
        } else if letter.is_ascii_digit() || letter == '.' {
            self.number()?;
        } else if letter.is_alphabetic() {
            self.word()?;
        } else if superscript(letter).is_some() {
            self.superscripts()?;
        } else {
            let sign = sign(letter).ok_or_else(|| self.unknown(letter))?;
            self.at += 1;
            let doubled = sign == Token::Times && letter == '*' && self.peek() == Some('*');
            self.at += usize::from(doubled);
            self.push(if doubled { Token::Power } else { sign }, start);
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), FormulaError> {
        let start = self.at;
        let mut digits = self.skip_digits();
        if self.peek() == Some('.') {
            self.at += 1;
            digits += self.skip_digits();
        }
        self.skip_exponent();
        let written: String = self.letters[start..self.at].iter().collect();
        let error = |found: String, allowed| FormulaError::new(start + 1, found, allowed);
        let quoted = format!("“{written}”");
        if digits == 0 || self.peek() == Some('.') {
            return Err(error(quoted, "a number such as 2, 0.5 or 1e3"));
        }
        match written.parse::<f64>() {
            Ok(value) if value.is_finite() => {
                self.push(Token::Number(value), start);
                Ok(())
            }
            _ => Err(error(quoted, "a number below 1.8e308")),
        }
    }

    fn skip_digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|letter| letter.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    /// Takes `e3` or `e-3` after a number, and leaves an `e` that no digit
    /// follows: `2e` is two times Euler's number.
    fn skip_exponent(&mut self) {
        let start = self.at;
        if matches!(self.peek(), Some('e' | 'E')) {
            self.at += 1;
            if matches!(self.peek(), Some('+' | '-' | '−')) {
                self.at += 1;
            }
            if self.skip_digits() == 0 {
                self.at = start;
            } else if self.letters[start + 1] == '−' {
                self.letters[start + 1] = '-';
            }
        }
    }

    /// A Greek letter is a word by itself, so that `2πx` is a product.
    fn word(&mut self) -> Result<(), FormulaError> {
        let start = self.at;
        let is_greek = |letter: char| greek_name(letter).is_some();
        self.at += 1;
        if !is_greek(self.letters[start]) {
            while self
                .peek()
                .is_some_and(|letter| letter.is_alphabetic() && !is_greek(letter))
            {
                self.at += 1;
            }
        }
        if self.peek() == Some('_') {
            self.at += 1;
            if !self.peek().is_some_and(is_index) {
                let found = self.peek().map_or("the end".to_string(), quote);
                return Err(FormulaError::new(
                    self.at + 1,
                    found,
                    "digits after “_”, as in w_1",
                ));
            }
        }
        while self.peek().is_some_and(is_index) {
            self.at += 1;
        }
        let word = self.letters[start..self.at].iter().collect();
        self.push(Token::Word(word), start);
        Ok(())
    }

    /// `x²` is read as `x^2`, `x⁻¹` as `x^-1`.
    fn superscripts(&mut self) -> Result<(), FormulaError> {
        let start = self.at;
        let mut digits = String::new();
        while let Some(digit) = self.peek().and_then(superscript) {
            digits.push(digit);
            self.at += 1;
        }
        self.push(Token::Power, start);
        if let Some(rest) = digits.strip_prefix('-') {
            digits = rest.to_string();
            self.push(Token::Minus, start);
        }
        match digits.parse::<f64>() {
            Ok(value) if value.is_finite() => {
                self.push(Token::Number(value), start);
                Ok(())
            }
            _ => Err(FormulaError::new(
                start + 1,
                format!(
                    "“{}”",
                    self.letters[start..self.at].iter().collect::<String>()
                ),
                "raised digits, as in x² or x⁻¹",
            )),
        }
    }

    fn unknown(&self, letter: char) -> FormulaError {
        let allowed = match letter {
            '[' | ']' | '{' | '}' => "round brackets ( )",
            '√' => "sqrt( )",
            '!' | '%' | '&' | '<' | '>' | '≤' | '≥' => "one of + - * / ^ ( ) |",
            _ => "a number, a name or one of + - * / ^ ( ) |",
        };
        FormulaError::new(self.at + 1, quote(letter), allowed)
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn push(&mut self, token: Token, start: usize) {
        self.tokens.push(Placed {
            token,
            column: start + 1,
            written: self.letters[start..self.at].iter().collect(),
        });
    }
}

fn quote(letter: char) -> String {
    if letter.is_control() {
        "a control character".to_string()
    } else {
        format!("“{letter}”")
    }
}

fn is_index(letter: char) -> bool {
    letter.is_ascii_digit() || subscript_digit(letter).is_some()
}

/// Characters that text pasted from a page or a word processor carries unseen.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2063}' | '\u{feff}'
    )
}

fn superscript(letter: char) -> Option<char> {
    const RAISED: &[(char, char)] = &[
        ('⁰', '0'),
        ('¹', '1'),
        ('²', '2'),
        ('³', '3'),
        ('⁴', '4'),
        ('⁵', '5'),
        ('⁶', '6'),
        ('⁷', '7'),
        ('⁸', '8'),
        ('⁹', '9'),
        ('⁻', '-'),
    ];
    RAISED
        .iter()
        .find(|(raised, _)| *raised == letter)
        .map(|(_, plain)| *plain)
}

fn sign(letter: char) -> Option<Token> {
    Some(match letter {
        '+' => Token::Plus,
        '-' | '−' | '–' => Token::Minus,
        '*' | '·' | '×' | '⋅' | '∙' => Token::Times,
        '/' | '÷' | '∕' => Token::Divide,
        '^' => Token::Power,
        '(' => Token::Open,
        ')' => Token::Close,
        '|' => Token::Bar,
        ',' => Token::Comma,
        '=' => Token::Equals,
        _ => return None,
    })
}
