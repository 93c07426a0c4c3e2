//! Writes every picture of the table as SVG into `docs/pictures` or into the
//! folder given: `cargo run --example gallery [folder]`.

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
        let svg = Picture::open(row).svg(true);
        fs::write(folder.join(format!("{}.svg", row.name)), svg)?;
    }
    Ok(())
}
