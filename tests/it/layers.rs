//! The rules of the house that no compiler checks: arrows between layers point one way only, and
//! files and functions stay short enough to read.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and the layers it may name.
const LAYERS: [(&str, &str); 12] = [
    ("formula", ""),
    ("random", ""),
    ("cost", "formula random"),
    ("descent", "formula cost"),
    ("landscape", "formula cost descent"),
    ("compile", "formula descent landscape"),
    ("number", ""),
    ("view", "formula cost descent landscape number"),
    (
        "lab",
        "formula random cost descent landscape compile number",
    ),
    ("figure", "formula cost descent landscape number view lab"),
    (
        "web",
        "formula cost descent landscape compile number view lab figure",
    ),
    ("main", ""),
];

/// Each library that is not for everyone and the layers that may name it.
const LIBRARIES: [(&str, &str); 8] = [
    ("wasm_encoder", "compile"),
    ("plotters", "view figure web"),
    ("plotters_backend", "web"),
    ("plotters_canvas", "web"),
    ("wasm_bindgen", "web"),
    ("web_sys", "web"),
    ("js_sys", "web"),
    ("console_error_panic_hook", "web"),
];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;

/// Every Rust file under `folder` with its text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The folder (or file) directly under `src` that a file belongs to.
fn layer_of(path: &Path) -> String {
    let inside = path.strip_prefix(source_folder()).unwrap();
    let first = inside.components().next().unwrap().as_os_str();
    first.to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The words that stand directly behind `prefix`, which must begin a word itself.
fn names_after<'a>(text: &'a str, prefix: &str) -> impl Iterator<Item = &'a str> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(prefix)
        .filter(move |(at, _)| !text[..*at].ends_with(is_word))
        .map(move |(at, _)| {
            let rest = &text[at + prefix.len()..];
            &rest[..rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())]
        })
}

/// What a file of `layer` names although it must not.
fn trespasses<'a>(layer: &str, text: &'a str) -> Vec<&'a str> {
    let row = |name: &str| LAYERS.iter().find(|(layer, _)| *layer == name);
    let (_, allowed) = row(layer).unwrap_or_else(|| panic!("give {layer} a row in LAYERS"));
    let lists = |names: &str, name: &str| names.split(' ').any(|listed| listed == name);
    let layers = ["crate::", "super::", "downhill::"]
        .into_iter()
        .flat_map(|prefix| names_after(text, prefix))
        .filter(|name| row(name).is_some() && *name != layer && !lists(allowed, name));
    let libraries = LIBRARIES
        .into_iter()
        .filter(|(_, users)| !lists(users, layer))
        .map(|(library, _)| library)
        .filter(|library| names_after(text, &format!("{library}::")).next().is_some());
    // `crate::{…}` would hide the layers it names.
    let hidden = text.contains("crate::{").then_some("crate::{");
    layers.chain(libraries).chain(hidden).collect()
}

/// The longest function outside tests, in lines, with the line it starts on. Reads what rustfmt
/// wrote: a function ends at the first line of its own indentation that ends in `}` or `;`.
fn longest_function(text: &str) -> (usize, usize) {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    let lines: Vec<&str> = text[..end].lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let starts = |line: &str| {
        let words = line.trim_start().split(' ');
        let mut rest = words.skip_while(|word| {
            ["const", "unsafe", "async"].contains(word) || word.starts_with("pub")
        });
        rest.next() == Some("fn")
    };
    let ends = |line: &&str| line.ends_with('}') || line.ends_with(';');
    (0..lines.len())
        .filter(|&at| starts(lines[at]))
        .map(|at| {
            let own = lines[at..].iter();
            let body = own.take_while(|line| indent(line) != indent(lines[at]) || !ends(line));
            (body.count() + 1, at + 1)
        })
        .max()
        .unwrap_or((0, 0))
}

#[test]
fn arrows_between_layers_point_one_way() {
    for (path, text) in sources(&source_folder()) {
        let layer = layer_of(&path);
        if layer != "lib" {
            let found = trespasses(&layer, &text);
            assert!(found.is_empty(), "{} names {found:?}", path.display());
        }
    }
}

#[test]
fn files_and_functions_are_short() {
    for (path, text) in sources(&source_folder()) {
        let path = path.display();
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{path} has {lines} lines");
        let (lines, at) = longest_function(&text);
        assert!(
            lines <= LONGEST_FUNCTION,
            "{path}:{at} is a function of {lines} lines"
        );
    }
}

#[test]
fn a_trespass_is_seen() {
    assert!(trespasses("cost", "use crate::formula::Name;").is_empty());
    assert_eq!(trespasses("cost", "use crate::descent::Run;"), ["descent"]);
    assert_eq!(trespasses("view", "fn f(x: &super::lab::Lab) {}"), ["lab"]);
    assert_eq!(trespasses("lab", "use plotters::prelude::*;"), ["plotters"]);
    assert_eq!(
        trespasses("view", "plotters_canvas::CanvasBackend::new"),
        ["plotters_canvas"]
    );
    assert_eq!(
        trespasses("web", "use crate::{lab::Lab, view::Map};"),
        ["crate::{"]
    );
}

#[test]
fn a_function_is_measured_from_its_name_to_its_brace() {
    let text = "\
trait T {
    fn declared(
        &self,
    ) -> u8;
    pub(crate) const fn long() {
        if true {
            return;
        }
    }
}
fn short() {}
#[cfg(test)]
mod tests {
    fn longer() {




    }
}
";
    assert_eq!(longest_function(text), (5, 5));
}
