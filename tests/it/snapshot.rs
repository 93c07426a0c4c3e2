//! Pictures as they were last looked at. `UPDATE_SNAPSHOTS=1` writes them anew.

use std::path::PathBuf;
use std::{env, fs};

/// Whether to write what was found instead of comparing it.
pub(crate) fn update() -> bool {
    env::var_os("UPDATE_SNAPSHOTS").is_some()
}

/// Compares pictures, by name, with their snapshots.
pub(crate) fn check(pictures: impl IntoIterator<Item = (String, String)>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/snapshots");
    let mut different = Vec::new();
    for (name, drawn) in pictures {
        let path = folder.join(format!("{name}.svg"));
        if update() {
            fs::write(&path, &drawn).expect("the snapshot folder can be written");
        } else if fs::read_to_string(&path).ok().as_ref() != Some(&drawn) {
            different.push(path);
        }
    }
    assert!(
        different.is_empty(),
        "these pictures changed; look at them, then run with UPDATE_SNAPSHOTS=1: {different:#?}"
    );
}
