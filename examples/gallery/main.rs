//! Writes every figure as SVG, in light and dark, into `docs/pictures` or into
//! the folder given: `cargo run --example gallery [folder]`.

mod figures;
mod hill;
mod image;
mod picture;

use std::path::PathBuf;
use std::{env, fs, io};

use downhill::view::Mode;

fn main() -> io::Result<()> {
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("docs/pictures"), PathBuf::from);
    fs::create_dir_all(&folder)?;
    for figure in figures::FIGURES {
        for (mode, suffix) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
            let path = folder.join(format!("{}-{suffix}.svg", figure.name));
            fs::write(path, picture::Picture::draw(figure, mode).complete())?;
        }
    }
    Ok(())
}
