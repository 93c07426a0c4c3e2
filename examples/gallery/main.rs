//! Writes every picture of the tables as SVG, into `docs/pictures` and `www/pictures` or all into
//! the folder given: `cargo run --example gallery [folder]`.

mod picture;
mod table;
mod thin;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use picture::Picture;

fn main() -> io::Result<()> {
    let given = env::args_os().nth(1).map(PathBuf::from);
    let folder = |usual: &str| given.clone().unwrap_or_else(|| PathBuf::from(usual));
    write(&folder("docs/pictures"), table::ROWS)?;
    write(&folder("www/pictures"), table::POSTERS)
}

fn write(folder: &Path, rows: &'static [table::Row]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for row in rows {
        let svg = Picture::open(row).svg(true);
        fs::write(folder.join(format!("{}.svg", row.name)), svg)?;
    }
    Ok(())
}
