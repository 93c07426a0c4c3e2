//! Why a text is not read as a table.

/// Why a text is not read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteError {
    /// The line at fault, counted from 1.
    pub line: usize,
    /// What stands there.
    pub fault: PasteFault,
}

/// What is wrong with a text that is not read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteFault {
    /// Nothing, or nothing but blank lines and remarks.
    Empty,
    /// A page or a table in HTML or XML.
    Html,
    /// JSON, or a list of a programming language.
    Json,
    /// No sign parts the lines into the same number of fields, with numbers in them; the
    /// beginning of the first line.
    NoTable(String),
    /// A table, but no column holds numbers.
    NoNumbers,
    /// pandas prints wide tables in several blocks, one below the other.
    Wrapped,
    /// So many fields in a row, more than can be read.
    TooManyColumns(usize),
    /// More rows than can be read.
    TooManyRows,
}

/// Why columns cannot be made into data for a fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceFault {
    /// A fit needs x and y: two different columns of numbers.
    TooFew,
    /// More features than there may be.
    TooManyFeatures(usize),
    /// A column, by its place, that holds no numbers or does not exist.
    NotNumbers(usize),
    /// No row has a number in each of the columns.
    NoRows,
    /// More numbers in all rows than there may be.
    TooManyNumbers(usize),
}

/// What is no table at all, by how it begins.
pub(super) fn refuse(text: &str) -> Option<PasteError> {
    let begin = text.trim_start();
    let before = &text[..text.len() - begin.len()];
    let line = 1 + before.matches('\n').count();
    let fault = if begin.is_empty() {
        PasteFault::Empty
    } else if is_markup(begin) {
        PasteFault::Html
    } else if is_json(begin) {
        PasteFault::Json
    } else {
        return None;
    };
    let line = if fault == PasteFault::Empty { 1 } else { line };
    Some(PasteError { line, fault })
}

/// `<table>`, `<!doctype html>`, `<?xml …?>`, but not `<5` or `<-`.
fn is_markup(begin: &str) -> bool {
    let Some(rest) = begin.strip_prefix('<') else {
        return false;
    };
    rest.starts_with(|letter: char| {
        letter.is_ascii_alphabetic() || matches!(letter, '!' | '?' | '/')
    }) && rest.contains('>')
        && !rest.starts_with("dbl>")
        && !rest.starts_with("int>")
}

/// `{"x": 1}` or `[[1, 2], [3, 4]]`, but not `[1] 2.5` as R prints it, nor `[m]`.
fn is_json(begin: &str) -> bool {
    if let Some(rest) = begin.strip_prefix('{') {
        return rest.trim_start().starts_with(['"', '\'', '}', '[']);
    }
    let Some(rest) = begin.strip_prefix('[') else {
        return false;
    };
    let rest = rest.trim_start();
    let nested = rest.starts_with(['[', '{', '"', '\'', '(', ']']);
    let number = rest.trim_start_matches(['-', '+']);
    let digits = number
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
        .count();
    let behind = number[digits..].trim_start();
    // R's matrices begin with `[1,]` or `[,1]`.
    let list = digits > 0 && behind.starts_with(',') && !behind[1..].starts_with(']');
    nested || list && begin.contains(']')
}
