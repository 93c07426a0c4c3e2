//! Writes the Python programs of many figures into a folder, each beside the path that the
//! figure takes: `cargo run --example snippets -- folder`. `tests/python/run` compares them.

use std::path::Path;
use std::{env, fs, io};

use downhill::cost::{CATALOGUE, DATA_SETS, MODELS};
use downhill::descent::RULES;
use downhill::lab::Session;

/// What the catalogue has not: every function, names that Python keeps for itself, endings.
const FORMULAS: &[&str] = &[
    "sin(x)^2+cos(y)+tan(x/4)+0.1(x^2+y^2)",
    "asin(x/9)+acos(y/9)+atan(x)+(x-0.5)^2+y^2",
    "sinh(x/5)+cosh(y/3)+tanh(x)+x^2",
    "exp(x)-ln(y)-log10(y)-log2(y)+y^2+x^2",
    "sqrt(x^2+1)+|y|^3+sign(y)",
    "min(x,y,3)+max(x,y,-2)^2+x^2+y^2",
    "sigmoid(x)+softplus(y-x)+x^2/4",
    "x^y+y^2+(x-3)^2+2^-x",
    "lambda^2+(alpha-1)^2+(J-lambda)^2",
    "-x^2+y^2",
    "ln(x)+y^2",
    "(a-1)^4-3a",
];

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or("target/snippets".into());
    fs::create_dir_all(&folder)?;
    let rules = RULES.iter().map(|rule| rule.id);
    for rule in rules {
        for (index, query) in figures().iter().enumerate() {
            let query = format!("{query}&rule={rule}&steps=100");
            let name = format!("{index:03}-{rule}");
            write(Path::new(&folder), &name, &query)?;
        }
    }
    Ok(())
}

/// Every cost, and every model and loss on every data set that fits.
fn figures() -> Vec<String> {
    let catalogue = CATALOGUE.iter().map(|sheet| format!("cost={}", sheet.id));
    let formulas = FORMULAS
        .iter()
        .map(|text| format!("formula={}", text.replace('+', "%2B")));
    let mut figures: Vec<String> = catalogue.chain(formulas).collect();
    for data in DATA_SETS {
        figures.push(format!("data={}", data.id));
        for model in MODELS {
            for loss in ["squared", "absolute", "huber", "cross-entropy"] {
                figures.push(format!("cost={}&data={}&loss={loss}", model.id, data.id));
            }
            let scaled = format!("cost={}&data={}&standardise=on", model.id, data.id);
            figures.extend(by_lot(&scaled));
            figures.push(scaled);
        }
    }
    let fits = |query: &String| Session::new().load(query).is_empty();
    figures.into_iter().filter(fits).collect()
}

/// Steps that look at one row, and at three. At the α of all rows single rows throw some walks
/// about, and then the last digits of two programs' tanh lead to different places.
fn by_lot(figure: &str) -> [String; 2] {
    let mut session = Session::new();
    session.load(figure);
    let alpha = session.alpha() / 10.0;
    ["batch=1", "batch=3&seed=2"].map(|batch| format!("{figure}&{batch}&alpha={alpha}"))
}

fn write(folder: &Path, name: &str, query: &str) -> io::Result<()> {
    let mut session = Session::new();
    session.load(query);
    session.advance(u32::MAX);
    let program = session.snippet().expect("a program that can be read");
    fs::write(
        folder.join(format!("{name}.py")),
        format!("# {query}\n{program}"),
    )?;
    let path = session.path_head() + &session.path_rows(0, 0, u32::MAX);
    fs::write(folder.join(format!("{name}.csv")), path)
}
