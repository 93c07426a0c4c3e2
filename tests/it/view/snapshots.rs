//! Every figure as it was last looked at. `UPDATE_SNAPSHOTS=1` writes them anew.
//! The colour field is left out: its pixels have their own tests.

use std::path::PathBuf;
use std::{env, fs};

use downhill::view::Mode;

use super::figures::FIGURES;
use super::picture::Picture;

fn snapshot(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/snapshots");
    folder.join(format!("{name}.svg"))
}

#[test]
fn figures_look_as_before() {
    let update = env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut different = Vec::new();
    for figure in FIGURES {
        for (mode, suffix) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
            let path = snapshot(&format!("{}-{suffix}", figure.name));
            let drawn = Picture::draw(figure, mode).lines;
            if update {
                fs::write(&path, &drawn).expect("the snapshot folder can be written");
            } else if fs::read_to_string(&path).ok().as_ref() != Some(&drawn) {
                different.push(path);
            }
        }
    }
    assert!(
        different.is_empty(),
        "these pictures changed; look at them, then run with UPDATE_SNAPSHOTS=1: {different:#?}"
    );
}

#[test]
fn figures_keep_inside_and_small() {
    for figure in FIGURES {
        let drawn = Picture::draw(figure, Mode::Dark).complete();
        super::svg::check_inside(&drawn);
        assert!(
            drawn.len() < 150_000,
            "{} has {} bytes",
            figure.name,
            drawn.len()
        );
    }
}
