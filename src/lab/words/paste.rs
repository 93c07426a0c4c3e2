//! What was understood of a pasted table, in sentences.

use super::grouped;
use crate::cost::paste::{
    ChoiceFault, Decided, Holds, LeftOut, LineKind, Notation, Paste, PasteError, PasteFault,
    PastedColumn, Reason, Separator, Sign,
};

/// So many lines are named one by one.
const NAMED_LINES: usize = 5;

/// Everything that was understood, a sentence each.
pub(in crate::lab) fn understood(paste: &Paste) -> Vec<String> {
    let mut said = vec![shape(paste)];
    said.extend(heading(paste));
    said.extend(signs(paste));
    said.extend(
        paste
            .columns()
            .iter()
            .enumerate()
            .filter_map(|(at, column)| either(paste, at, column)),
    );
    said.extend(unused(paste));
    said.extend(others(paste));
    said
}

fn shape(paste: &Paste) -> String {
    let rows = plural(paste.row_count(), "row");
    let columns = plural(paste.columns().len(), "column");
    let parted = match paste.separator() {
        Separator::Tab => "separated by tabs",
        Separator::Semicolon => "separated by semicolons",
        Separator::Comma => "separated by commas",
        Separator::Pipe => "separated by upright strokes",
        Separator::Ampersand => "a LaTeX table",
        Separator::Gaps => "separated by two or more spaces",
        Separator::Spaces => "separated by spaces",
        Separator::Line => "a number a line",
        Separator::Vector => "a vector as R prints it",
    };
    format!("{rows} and {columns}, {parted}.")
}

fn heading(paste: &Paste) -> Vec<String> {
    let names = lines(paste, LineKind::Heading);
    let units = lines(paste, LineKind::Units);
    let mut said = vec![match names.is_empty() {
        true => "There is no heading.".to_owned(),
        false => format!("The heading is in {}.", line_list(&names)),
    }];
    if !units.is_empty() {
        said.push(format!("Units are in {}.", line_list(&units)));
    }
    if paste.has_row_names() {
        said.push("Each row begins with a name or number of its own, which has no heading.".into());
    }
    said
}

fn signs(paste: &Paste) -> Vec<String> {
    let notations = || paste.columns().iter().filter_map(notation);
    let fractions = |sign| notations().any(|it| it.has_fractions && it.decimal == sign);
    let decimal = match [Sign::Point, Sign::Comma].map(fractions) {
        [true, true] => "Some columns have a decimal point, others a decimal comma.",
        [true, false] => "The decimal sign is a point.",
        [false, true] => "The decimal sign is a comma.",
        [false, false] => "All numbers are whole.",
    };
    let thousands = notations().find_map(|it| it.thousands);
    let thousands = thousands.map(|sign| format!("Thousands are set apart by {}.", spelled(sign)));
    let brackets = notations().any(|it| it.brackets);
    let brackets = brackets.then(|| "Numbers in parentheses are negative.".to_owned());
    [Some(decimal.to_owned()), thousands, brackets]
        .into_iter()
        .flatten()
        .collect()
}

/// How numbers that have two meanings are read, and why.
fn either(paste: &Paste, at: usize, column: &PastedColumn) -> Option<String> {
    let notation = notation(column)?;
    let (line, text) = notation.example.as_ref()?;
    let sign = if text.contains(',') {
        Sign::Comma
    } else {
        Sign::Point
    };
    let is_decimal = sign == notation.decimal;
    let whole: String = text.chars().filter(char::is_ascii_digit).collect();
    let meaning = if is_decimal {
        text.replace(',', ".")
    } else {
        whole
    };
    let because = match notation.decided {
        Decided::Clear => return None,
        Decided::ByColumn => "as the other numbers of the column show",
        Decided::ByTable => "as the other columns show",
        Decided::ByHabit => "which is usual; nothing in the table decides it",
    };
    let name = name(paste, at);
    Some(format!(
        "{text} in {name} (line {line}) is read as {meaning}, {because}."
    ))
}

/// Columns that cannot be used, or are not at first.
fn unused(paste: &Paste) -> Vec<String> {
    let mut said = Vec::new();
    for (at, column) in paste.columns().iter().enumerate() {
        let name = name(paste, at);
        let sentence = match &column.holds {
            Holds::Dates => format!("{name} holds dates or times, which are not used as numbers."),
            Holds::Text => format!("{name} holds words."),
            Holds::Nothing => format!("{name} is empty."),
            Holds::Numbers(_) if column.is_id => {
                format!("{name} only numbers the rows, so it is not chosen.")
            }
            Holds::Numbers(_) => continue,
        };
        said.push(capital(&sentence));
    }
    said
}

/// Lines that are neither rows nor heading, and rows that are separated in another way.
fn others(paste: &Paste) -> Vec<String> {
    let mut said = Vec::new();
    let remarks = lines(paste, LineKind::Comment);
    if !remarks.is_empty() {
        said.push(format!("Remarks are in {}.", line_list(&remarks)));
    }
    if !paste.separated_otherwise().is_empty() {
        let lines = line_list(paste.separated_otherwise());
        said.push(format!(
            "Separated in another way, and read as well: {lines}."
        ));
    }
    said
}

/// A column's name for a heading.
pub(in crate::lab) fn plain_name(paste: &Paste, at: usize) -> String {
    name(paste, at).trim_matches(['“', '”']).to_owned()
}

/// No table was read.
pub(in crate::lab) fn no_table() -> String {
    "No table was read yet.".into()
}

/// A column's name in a sentence, or which one it is.
fn name(paste: &Paste, at: usize) -> String {
    match paste
        .columns()
        .get(at)
        .map(|column| column.named.name.as_str())
    {
        Some("") | None => format!("column {}", at + 1),
        Some(name) => format!("“{name}”"),
    }
}

/// What of a column is of use, for its heading in the preview.
pub(in crate::lab) fn holds(column: &PastedColumn) -> String {
    let what = match column.holds {
        Holds::Numbers(_) => "numbers",
        Holds::Dates => "dates",
        Holds::Text => "words",
        Holds::Nothing => "empty",
    };
    match column.missing {
        0 => what.into(),
        missing => format!("{what}, {} missing", grouped(missing)),
    }
}

/// Why a line is left out.
pub(in crate::lab) fn left_out(paste: &Paste, left: &LeftOut) -> String {
    let why = match &left.reason {
        Reason::Fields { found, expected } => {
            format!("{}, where rows have {expected}", plural(*found, "field"))
        }
        Reason::AboveHeading => "a title above the heading".into(),
        Reason::RepeatedHeading => "the heading once more".into(),
        Reason::Elision => "stands for rows that were not printed".into(),
        Reason::Footer => "tells about the table and is no row".into(),
        Reason::Total => "a sum or a mean of the rows above".into(),
        Reason::Missing { column } => format!("{} is missing", name(paste, *column)),
        Reason::NotANumber { column, found } if found.is_empty() => {
            format!("no number in {}", name(paste, *column))
        }
        Reason::NotANumber { column, found } => {
            format!("“{found}” in {} is no number", name(paste, *column))
        }
        Reason::TooLarge { column } => {
            format!(
                "the number in {} is not between −1e100 and 1e100",
                name(paste, *column)
            )
        }
    };
    format!("Line {}: {why}.", grouped(left.line))
}

/// How many rows a choice gives, and how many it leaves out.
pub(in crate::lab) fn used(rows: usize, left_out: usize) -> String {
    let rows = plural(rows, "row");
    match left_out {
        0 => format!("{rows} will be used, none is left out."),
        1 => format!("{rows} will be used, 1 line is left out:"),
        many => format!("{rows} will be used, {} lines are left out:", grouped(many)),
    }
}

/// Lines beyond those that are listed.
pub(in crate::lab) fn more(count: usize) -> String {
    format!("And {} more.", grouped(count))
}

/// Why a text is not read as a table.
pub(in crate::lab) fn refused(error: &PasteError) -> String {
    let line = grouped(error.line);
    match &error.fault {
        PasteFault::Empty => "There is nothing here but blank lines or remarks. Allowed: a table with two columns of numbers or more.".into(),
        PasteFault::Html => format!("Line {line} begins a page or a table in HTML. Copy the table as the browser shows it, and paste that."),
        PasteFault::Json => format!("Line {line} begins JSON. Allowed: a table with a row a line, such as CSV."),
        PasteFault::NoTable(begin) => format!(
            "Line {line}, “{begin}”: no table is found. Allowed: a row a line, with the same number of fields in each, separated by commas, semicolons, tabs, spaces, | or &."
        ),
        PasteFault::NoNumbers => format!("From line {line} on there is a table, but no column of numbers. Allowed: two columns of numbers or more."),
        PasteFault::Wrapped => format!("Line {line} ends in \\: a wide table, printed in several blocks. Print it as CSV, for example by to_csv()."),
        PasteFault::TooManyColumns(found) => format!("Line {line} has {found} columns. Allowed: up to 20."),
        PasteFault::TooManyRows => format!("Line {line} is one row too many. Allowed: up to 1,000,000 rows."),
    }
}

/// A text that is too long to be read.
pub(in crate::lab) fn too_long(most: usize) -> String {
    format!(
        "The text is longer than {} characters, the most that is read.",
        grouped(most)
    )
}

/// Why columns cannot be used together.
pub(in crate::lab) fn unfit(paste: &Paste, fault: &ChoiceFault) -> String {
    match fault {
        ChoiceFault::TooFew => {
            "A fit needs two columns of numbers: choose y, and another column as x.".into()
        }
        ChoiceFault::TooManyFeatures(found) => {
            format!("{found} columns are chosen as x. Allowed: up to 16.")
        }
        ChoiceFault::NotNumbers(at) => format!("{} holds no numbers.", capital(&name(paste, *at))),
        ChoiceFault::NoRows => "No row has a number in each of these columns.".into(),
        ChoiceFault::TooManyNumbers(count) => {
            format!(
                "These columns hold {} numbers. Allowed: up to 3,000,000. Choose fewer columns.",
                grouped(*count)
            )
        }
    }
}

fn notation(column: &PastedColumn) -> Option<&Notation> {
    match &column.holds {
        Holds::Numbers(notation) => Some(notation),
        _ => None,
    }
}

fn spelled(sign: char) -> &'static str {
    match sign {
        '.' => "points",
        ',' => "commas",
        '\'' | '’' => "apostrophes",
        '_' => "underscores",
        _ => "spaces",
    }
}

fn plural(count: usize, word: &str) -> String {
    match count {
        1 => format!("1 {word}"),
        count => format!("{} {word}s", grouped(count)),
    }
}

/// The lines that are of this kind.
fn lines(paste: &Paste, wanted: LineKind) -> Vec<usize> {
    let kinds = (1..).zip(paste.lines());
    kinds
        .filter(|(_, kind)| **kind == wanted)
        .map(|(line, _)| line)
        .collect()
}

/// "line 3", "lines 3, 5 and 9", "lines 3, 5, 7, 9, 11 and 20 more".
fn line_list(lines: &[usize]) -> String {
    let word = if lines.len() == 1 { "line" } else { "lines" };
    let named: Vec<String> = lines
        .iter()
        .take(NAMED_LINES)
        .map(|line| grouped(*line))
        .collect();
    match (lines.len().saturating_sub(NAMED_LINES), &named[..]) {
        (0, [first @ .., last]) if !first.is_empty() => {
            format!("{word} {} and {last}", first.join(", "))
        }
        (0, _) => format!("{word} {}", named.join(", ")),
        (more, _) => format!("{word} {} and {} more", named.join(", "), grouped(more)),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().to_string());
    first + letters.as_str()
}
