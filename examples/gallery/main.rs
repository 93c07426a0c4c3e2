//! Writes every picture of the table as SVG into `docs/pictures` or into the
//! folder given: `cargo run --example gallery [folder]`.

mod image;
mod picture;
mod table;

use std::path::PathBuf;
use std::{env, fs, io};

use picture::Picture;

fn main() -> io::Result<()> {
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("docs/pictures"), PathBuf::from);
    fs::create_dir_all(&folder)?;
    for row in table::ROWS {
        let mut picture = Picture::open(row);
        let mut svg = picture.lines();
        if let Some(field) = picture.field() {
            svg = image::underlay(&svg, &field);
        }
        fs::write(folder.join(format!("{}.svg", row.name)), svg)?;
    }
    Ok(())
}
