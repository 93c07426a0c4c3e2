//! What signs of LaTeX and Markdown mean inside a cell.

use std::borrow::Cow;

use super::scan::{Field, Separator};

/// Written instead of these.
const SIGNS: &[(&str, &str)] = &[
    ("\\%", "%"),
    ("\\$", "\u{1}"),
    ("\\&", "&"),
    ("\\_", "_"),
    ("\\#", "#"),
    ("{,}", ","),
    ("\\,", "\u{2009}"),
    ("\\;", " "),
    ("\\ ", " "),
    ("~", " "),
    ("\\times", "×"),
    ("\\cdot", "·"),
    ("\\pm", "±"),
    ("\\euro", "€"),
    ("\\degree", "°"),
    ("^{2}", "²"),
    ("^2", "²"),
    ("^{3}", "³"),
    ("^3", "³"),
    ("\\mathrm", ""),
    ("\\textbf", ""),
    ("\\textit", ""),
    ("\\emph", ""),
    ("\\text", ""),
    ("\\num", ""),
    ("\\bfseries", ""),
    ("\\mathbf", ""),
    ("\\tablenum", ""),
    ("$", ""),
    ("\u{1}", "$"),
];

/// A cell's plain text.
pub(super) fn plain(field: &mut Field, separator: Separator) {
    match separator {
        Separator::Ampersand => latex(field),
        Separator::Pipe => markdown(field),
        _ => {}
    }
}

fn latex(field: &mut Field) {
    if !field.text.contains(['\\', '$', '{', '~', '^']) {
        return;
    }
    // A power of ten keeps its exponent.
    let mut text = field
        .text
        .replace("10^{", "10\u{2}{")
        .replace("10^", "10\u{2}");
    for (sign, meaning) in SIGNS {
        text = text.replace(sign, meaning);
    }
    text.retain(|letter| !matches!(letter, '{' | '}'));
    field.text = Cow::Owned(text.replace('\u{2}', "^").trim().to_owned());
}

fn markdown(field: &mut Field) {
    let text = &field.text;
    let strong = text.strip_prefix("**").and_then(|it| it.strip_suffix("**"));
    let code = text.strip_prefix('`').and_then(|it| it.strip_suffix('`'));
    if let Some(inner) = strong.or(code) {
        field.text = Cow::Owned(inner.trim().to_owned());
    } else if text.contains("\\|") {
        field.text = Cow::Owned(text.replace("\\|", "|"));
    }
}
