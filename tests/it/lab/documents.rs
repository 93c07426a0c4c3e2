//! Every figure in the documents, the pages and the lesson opens without a notice.

use std::fs;
use std::path::{Path, PathBuf};

use downhill::lab::Setting;
use serde_json::Value;

fn folder(path: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|own| own == extension)
}

/// What stands behind `index.html?` and `embed.html?`, up to where an address ends.
fn addresses(text: &str) -> Vec<String> {
    ["index.html?", "embed.html?"]
        .into_iter()
        .flat_map(|page| text.split(page).skip(1))
        .map(|rest| {
            let end = rest.find([' ', '"', '\'', '`', ')', '<', '>', '\n', '\\', '$']);
            rest[..end.unwrap_or(rest.len())].to_owned()
        })
        .filter(|query| query.contains('=') && !query.contains(['…', '{']))
        .collect()
}

/// The settings among the attributes of each element, as a link.
fn elements(text: &str) -> Vec<String> {
    let tags = text.split("<gradient-descent ").skip(1);
    tags.map(|rest| {
        let tag = &rest[..rest.find('>').expect("a tag's end")];
        let parts: Vec<&str> = tag.split('"').collect();
        let pairs = parts.chunks_exact(2).filter_map(|pair| {
            let key = pair[0].trim().trim_end_matches('=');
            Setting::find(key).map(|_| format!("{key}={}", pair[1].replace('&', "%26")))
        });
        pairs.collect::<Vec<_>>().join("&")
    })
    .collect()
}

/// The texts under `link` and `figure`, wherever they stand.
fn links(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value.as_str() {
                    Some(text) if key == "link" || key == "figure" => found.push(text.into()),
                    _ => links(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| links(value, found)),
        _ => {}
    }
}

fn open_all(path: &Path, queries: &[String]) {
    for query in queries {
        let mut session = downhill::lab::Session::new();
        assert_eq!(session.load(query), [], "{}: {query}", path.display());
    }
}

#[test]
fn every_link_and_element_in_documents_and_pages_opens_without_a_notice() {
    let pages = folder("www")
        .into_iter()
        .filter(|path| has_extension(path, "html"));
    let documents = folder("docs")
        .into_iter()
        .filter(|path| has_extension(path, "md"));
    let readme = folder("")
        .into_iter()
        .filter(|path| path.ends_with("README.md"));
    let (mut links, mut tags) = (0, 0);
    for path in pages.chain(documents).chain(readme) {
        let text = read(&path);
        let (addresses, elements) = (addresses(&text), elements(&text));
        open_all(&path, &addresses);
        open_all(&path, &elements);
        (links, tags) = (links + addresses.len(), tags + elements.len());
    }
    assert!(links >= 2 && tags >= 3, "{links} links, {tags} elements");
}

#[test]
fn every_figure_of_the_lesson_opens_without_a_notice() {
    let mut count = 0;
    for path in [folder("www/locales"), folder("www/locales/lesson")].concat() {
        if has_extension(&path, "json") {
            let mut found = Vec::new();
            links(
                &serde_json::from_str(&read(&path)).expect("JSON"),
                &mut found,
            );
            open_all(&path, &found);
            count += found.len();
        }
    }
    assert!(count >= 60, "{count}");
}

#[test]
fn the_source_of_every_data_set_stands_in_the_document_of_the_model_and_on_the_page() {
    let document = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md"));
    for sheet in downhill::cost::DATA_SETS {
        let line = format!("- **{}** (`{}`): {}\n", sheet.name, sheet.id, sheet.source);
        assert!(document.contains(&line), "docs/model.md lacks:\n{line}");
        let mut session = downhill::lab::Session::new();
        session.load(&format!("data={}", sheet.id));
        assert_eq!(session.report().source, sheet.source);
    }
}
