//! A text taken apart into lines and fields.

use std::borrow::Cow;

use super::line::{is_comment, is_ruler, line_end, line_ends, without_commands, without_index};

/// What stands between the fields of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// As copied from a spreadsheet.
    Tab,
    /// `;`
    Semicolon,
    /// `|`, as in Markdown or a terminal.
    Pipe,
    /// `&`, rows ended by `\\`, as in LaTeX.
    Ampersand,
    /// `,`
    Comma,
    /// Two or more spaces; single ones belong to a field.
    Gaps,
    /// One or more spaces.
    Spaces,
    /// Nothing: one field a line.
    Line,
    /// Numbers one after the other, as R prints a vector behind `[1]`.
    Vector,
}

impl Separator {
    /// The sign that stands between fields whatever stands around it.
    fn lone_sign(self) -> Option<u8> {
        match self {
            Separator::Tab => Some(b'\t'),
            Separator::Semicolon => Some(b';'),
            Separator::Comma => Some(b','),
            _ => None,
        }
    }
}

/// What a line is, before anything is known of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineClass {
    Blank,
    Comment,
    Ruler,
    Fields,
}

/// A field of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) quoted: bool,
}

/// Some lines and what they hold.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// The first line, counted from 1.
    pub(super) line: usize,
    /// How many lines it takes up: more than one where quotes hold line ends.
    pub(super) lines: usize,
    /// Whether it begins where a line begins.
    pub(super) begins_line: bool,
    pub(super) class: LineClass,
    pub(super) raw: &'a str,
    pub(super) fields: Vec<Field<'a>>,
}

/// Quotes that hold more than this were not meant as quotes.
const LONGEST_QUOTED: usize = 10_000;
/// More fields than this in a row are not looked at one by one.
const MOST_FIELDS: usize = 1000;

/// Goes through a text record by record, in time proportional to its length.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    separator: Separator,
    /// Quotes may hold line ends, until one of them is never closed.
    across: bool,
    begins_line: bool,
    /// Where this line ends; looked for once.
    end: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, separator: Separator) -> Scanner<'a> {
        Scanner {
            text,
            at: 0,
            line: 1,
            separator,
            across: true,
            begins_line: true,
            end: line_end(text, 0),
        }
    }

    /// The fields of a single row that is already known to be one.
    pub(super) fn fields(raw: &'a str, separator: Separator) -> Vec<Field<'a>> {
        let mut scanner = Scanner::new(raw, separator);
        scanner.across = false;
        scanner.read_fields(raw.len()).0
    }

    /// Goes on behind a record's last line.
    fn next_line(&mut self, end: usize) {
        let bytes = self.text.as_bytes();
        self.at = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => end + 2,
            _ => end + 1,
        };
        self.line += 1;
        self.begins_line = true;
        if self.at < self.text.len() {
            self.end = line_end(self.text, self.at);
        }
    }

    /// The fields from here to `end` or, where quotes hold line ends, farther on; where
    /// they end, and how many line ends they hold.
    fn read_fields(&mut self, mut end: usize) -> (Vec<Field<'a>>, usize, usize) {
        let mut fields = Vec::new();
        let mut at = self.skip_edge(self.at, end);
        let (mut crossed, mut quotes) = (0, true);
        loop {
            let start = self.skip_blanks(at, end);
            let opens = self.text.as_bytes()[start..end].first() == Some(&b'"');
            let quoted = (quotes && opens).then(|| self.quoted(start, end)).flatten();
            quotes &= quoted.is_some() || !opens;
            let next = match quoted {
                Some((text, close)) => {
                    if close > end {
                        crossed += line_ends(&self.text[end..close]);
                        end = line_end(self.text, close);
                    }
                    fields.push(Field { text, quoted: true });
                    self.field_end(close, end)
                }
                None => {
                    let next = self.field_end(start, end);
                    let text = Cow::Borrowed(trimmed(&self.text[start..next.0]));
                    fields.push(Field {
                        text,
                        quoted: false,
                    });
                    next
                }
            };
            match next {
                (_, Some(behind)) if fields.len() < MOST_FIELDS => at = behind,
                (_, Some(_)) | (_, None) => break,
            }
        }
        if self.separator == Separator::Pipe && fields.len() > 1 {
            // `| a | b |` has nothing behind its last sign.
            let closed = fields
                .last()
                .is_some_and(|field| field.text.is_empty() && !field.quoted);
            if closed && self.text[..end].trim_end().ends_with('|') {
                fields.pop();
            }
        }
        (fields, end, crossed)
    }

    /// In front of the first field.
    fn skip_edge(&self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        match self.separator {
            Separator::Pipe => {
                let trimmed = rest.trim_start();
                let bar = trimmed.strip_prefix('|').unwrap_or(trimmed);
                end - bar.len()
            }
            Separator::Gaps | Separator::Spaces => end - rest.trim_start().len(),
            _ => at,
        }
    }

    fn skip_blanks(&self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        if rest.as_bytes().first().is_none_or(u8::is_ascii_graphic) {
            return at;
        }
        let blank = |letter: char| letter != '\t' && letter.is_whitespace();
        end - rest.trim_start_matches(blank).len()
    }

    /// Where a field that begins or goes on here ends, and where the next begins.
    fn field_end(&self, from: usize, end: usize) -> (usize, Option<usize>) {
        if let Some(sign) = self.separator.lone_sign() {
            let found = self.text.as_bytes()[from..end]
                .iter()
                .position(|byte| *byte == sign);
            return found.map_or((end, None), |length| {
                (from + length, Some(from + length + 1))
            });
        }
        let bytes = self.text.as_bytes();
        let blank = |at: usize| at < end && matches!(bytes[at], b' ' | b'\t');
        let mut at = from;
        while at < end {
            let byte = bytes[at];
            let escaped = at > from && bytes[at - 1] == b'\\';
            let found = match self.separator {
                Separator::Pipe => byte == b'|' && !escaped,
                Separator::Ampersand => byte == b'&' && !escaped,
                Separator::Gaps => byte == b'\t' || byte == b' ' && blank(at + 1),
                Separator::Spaces => blank(at),
                _ => false,
            };
            if found {
                let is_run = matches!(self.separator, Separator::Gaps | Separator::Spaces);
                let mut behind = at + 1;
                while is_run && blank(behind) {
                    behind += 1;
                }
                // Spaces at the end of a line separate nothing.
                let ends = is_run && self.text[behind..end].trim().is_empty();
                return (at, (!ends).then_some(behind));
            }
            at += 1;
        }
        (end, None)
    }

    /// What stands between quotes that open at `start` and close before a separator or the
    /// end of a line, and where that is.
    fn quoted(&mut self, start: usize, end: usize) -> Option<(Cow<'a, str>, usize)> {
        let bytes = self.text.as_bytes();
        let longest = start + LONGEST_QUOTED;
        let limit = match self.across {
            true if longest < bytes.len() => longest,
            true => bytes.len(),
            false => end,
        };
        let (mut at, mut doubled) = (start + 1, false);
        while at < limit {
            if bytes[at] != b'"' {
                at += 1;
            } else if bytes.get(at + 1) == Some(&b'"') && at + 1 < limit {
                doubled = true;
                at += 2;
            } else {
                let inside = &self.text[start + 1..at];
                return self.closes(at + 1).then(|| {
                    let text = inside.trim();
                    let text = match doubled {
                        true => Cow::Owned(text.replace("\"\"", "\"")),
                        false => Cow::Borrowed(text),
                    };
                    (text, at + 1)
                });
            }
        }
        self.across = false;
        None
    }

    /// Whether a field may end here, behind a quote.
    fn closes(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        if matches!(self.separator, Separator::Spaces) && rest.starts_with([' ', '\t']) {
            return true;
        }
        let rest = rest.trim_start_matches(' ');
        let sign = match self.separator {
            Separator::Tab | Separator::Gaps | Separator::Spaces => '\t',
            Separator::Semicolon => ';',
            Separator::Pipe => '|',
            Separator::Ampersand => '&',
            Separator::Comma => ',',
            Separator::Line | Separator::Vector => '\n',
        };
        let gap = self.separator == Separator::Gaps && self.text[at..].starts_with("  ");
        rest.is_empty() || gap || rest.starts_with([sign, '\n', '\r'])
    }

    /// The end of a record inside its line: LaTeX's rows and R's vectors share lines.
    fn record_end(&self, end: usize) -> Option<(usize, usize)> {
        let rest = &self.text[self.at..end];
        match self.separator {
            Separator::Ampersand => rest.find("\\\\").map(|found| {
                let behind = self.at + found + 2;
                let tail = &self.text[behind..end];
                // `\\[2pt]` asks for room below a row.
                let room = tail.starts_with('[').then(|| tail.find(']')).flatten();
                (self.at + found, behind + room.map_or(0, |room| room + 1))
            }),
            Separator::Vector => {
                let begin = rest.len() - rest.trim_start().len();
                let length = rest[begin..].find(char::is_whitespace)?;
                let end = self.at + begin + length;
                Some((end, end))
            }
            _ => None,
        }
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            let (start, begins_line) = (self.at, self.begins_line);
            let end = self.end;
            let inner = self.record_end(end);
            let raw = &self.text[start..inner.map_or(end, |(stop, _)| stop)];
            let stripped = match self.separator {
                Separator::Ampersand => without_commands(raw),
                Separator::Vector if begins_line => without_index(raw),
                // A remark behind a row of a program's.
                Separator::Gaps | Separator::Spaces => raw.split(" # ").next().unwrap_or(raw),
                Separator::Comma => raw.trim_end().strip_suffix(';').unwrap_or(raw),
                _ => raw,
            };
            let class = self.class(stripped, raw);
            let mut record = Record {
                line: self.line,
                lines: 1,
                begins_line,
                class,
                raw: stripped,
                fields: Vec::new(),
            };
            if class == LineClass::Fields {
                self.at = start + (stripped.as_ptr() as usize - raw.as_ptr() as usize);
                let stop = self.at + stripped.len();
                let (fields, crossed_to, crossed) = self.read_fields(stop);
                record.fields = fields;
                if crossed > 0 {
                    record.lines += crossed;
                    record.raw = &self.text[start..crossed_to];
                    self.line += crossed;
                    self.next_line(crossed_to);
                    return Some(record);
                }
            }
            match inner {
                Some((_, behind)) => {
                    self.at = behind;
                    self.begins_line = false;
                }
                None => self.next_line(end),
            }
            // What is left of a line behind its last record is no line of its own.
            if class == LineClass::Fields || begins_line {
                return Some(record);
            }
        }
    }
}

impl Scanner<'_> {
    fn class(&self, stripped: &str, raw: &str) -> LineClass {
        let line = stripped.trim();
        if line.is_empty() {
            return match raw.trim().is_empty() {
                true => LineClass::Blank,
                false => LineClass::Ruler,
            };
        }
        if is_comment(line) {
            LineClass::Comment
        } else if is_ruler(line) {
            LineClass::Ruler
        } else {
            LineClass::Fields
        }
    }
}

/// Most fields have no blanks around them.
fn trimmed(text: &str) -> &str {
    let ends = [text.as_bytes().first(), text.as_bytes().last()];
    match ends.iter().all(|end| end.is_some_and(u8::is_ascii_graphic)) {
        true => text,
        false => text.trim(),
    }
}
