//! What a single line is, and what of it belongs to no field.

use super::cell::is_missing;

pub(super) fn line_end(text: &str, from: usize) -> usize {
    let found = text.as_bytes()[from..]
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'));
    found.map_or(text.len(), |length| from + length)
}

/// Line ends: LF, CR, or both as one.
pub(super) fn line_ends(text: &str) -> usize {
    let count = |sign: &str| text.matches(sign).count();
    count("\n") + count("\r") - count("\r\n")
}

/// `#`, `%` and `//` begin remarks; `#N/A` is a missing cell and `#1` a number.
pub(super) fn is_comment(line: &str) -> bool {
    if !matches!(line.as_bytes().first(), Some(b'#' | b'%' | b'/')) {
        return false;
    }
    let hash = line.strip_prefix('#');
    let is_cell = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()) && {
            let cell = line
                .split([',', ';', '\t', '|', ' '])
                .next()
                .unwrap_or_default();
            is_missing(cell) || cell[1..].bytes().all(|byte| byte.is_ascii_digit())
        }
    };
    hash.is_some_and(|rest| !is_cell(rest)) || line.starts_with('%') || line.starts_with("//")
}

/// Lines that only draw: `|---|---:|`, `+----+`, `=====  ====`, `├───┤`.
pub(super) fn is_ruler(line: &str) -> bool {
    if line
        .as_bytes()
        .first()
        .is_none_or(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    let draws = |letter: char| {
        matches!(
            letter,
            '|' | '-' | ':' | '+' | '=' | ' ' | '\t' | '_' | '─'..='╿'
        )
    };
    let long = || {
        ["--", "==", "__"].iter().any(|run| line.contains(run))
            || line.contains(['─', '═', '━', '╌', '┄'])
    };
    line.chars().all(draws)
        && (long() || line.starts_with('|') && line.contains('-') || line.starts_with("+-"))
}

/// LaTeX that draws or frames a table and is no cell.
const COMMANDS: &[&str] = &[
    "hline",
    "toprule",
    "midrule",
    "bottomrule",
    "cline",
    "cmidrule",
    "begin",
    "end",
    "centering",
    "caption",
    "label",
    "small",
    "footnotesize",
    "scriptsize",
    "addlinespace",
    "noalign",
    "setlength",
    "renewcommand",
    "hhline",
];

/// A row without the commands around it.
pub(super) fn without_commands(raw: &str) -> &str {
    let mut rest = raw.trim();
    while let Some(behind) = rest.strip_prefix('\\') {
        let length = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
        if !COMMANDS.contains(&&behind[..length]) {
            break;
        }
        rest = behind[length..].trim_start();
        while let Some(length) = argument(rest) {
            rest = rest[length..].trim_start();
        }
    }
    for command in COMMANDS {
        let tail = rest
            .strip_suffix(command)
            .and_then(|it| it.strip_suffix('\\'));
        rest = tail.map_or(rest, str::trim_end);
    }
    rest
}

/// The length of an argument in brackets.
fn argument(text: &str) -> Option<usize> {
    if !text.starts_with(['{', '[', '(']) {
        return None;
    }
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// A line of R's without the number of its first element, `[13]`.
pub(super) fn without_index(raw: &str) -> &str {
    let line = raw.trim_start();
    index(line).map_or(raw, |length| &line[length..])
}

/// The length of `[13]`.
pub(super) fn index(line: &str) -> Option<usize> {
    let rest = line.strip_prefix('[')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[digits..].starts_with(']')).then_some(digits + 2)
}
