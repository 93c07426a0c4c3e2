use super::by_lot::ByLot;
use crate::cost::Fit;
use crate::descent::Order;
use crate::formula::{Name, Python};
use crate::lab::Session;

/// More rows than this are read from a file in place of standing in the program.
const MOST_WRITTEN: usize = 1000;
/// Where the rows stand then: what the program asks for.
const ROWS_FILE: &str = "data.csv";

impl Session {
    /// A program in Python with NumPy that walks from the selected run's start as this
    /// figure does, or `None` where the derivatives are too long for anyone to read.
    pub fn snippet(&self) -> Option<String> {
        let names = python_names(self.subject().parameters());
        let unpacked = match &names[..] {
            [name] => format!("{name}, = point"),
            names => format!("{} = point", names.join(", ")),
        };
        let plan = self.plan();
        let by_lot = plan.batch.map(ByLot::new).unwrap_or_default();
        let (setting, cost) = match (&self.subject().fit, &self.subject().formula) {
            (Some(fit), _) => (data(fit, self), means(fit, &names, by_lot.chosen)?),
            (None, formula) => (String::new(), formula.as_ref()?.python(&names)?),
        };
        let partials: String = (cost.partials.iter())
            .map(|partial| format!("        {partial},\n"))
            .collect();
        Some(format!(
            "import numpy as np\n\n{}{setting}start = np.array({:?})\nalpha = {:?}\nsteps = {}\n\
             tolerance = {:?}\nreach = {:?}\n{}\n\ndef J(point):\n    {unpacked}\n    return {}\n\n\n\
             {}def gradient(point{}):\n    {unpacked}\n    return np.array([\n{partials}    ])\n\n\n\
             {}\n\n{}",
            helpers(&cost),
            self.runs()[self.selected()].start(),
            plan.alpha,
            plan.limits.steps,
            plan.limits.tolerance,
            plan.limits.reach,
            by_lot.setting,
            cost.value,
            by_lot.function,
            by_lot.of_gradient,
            update(plan.rule.order, by_lot.of_update),
            walk(by_lot.given),
        ))
    }
}

fn update(order: Order, rows: &str) -> String {
    match order {
        Order::Together => format!(
            "def update(point{rows}):
    return point - alpha * gradient(point{rows})
"
        ),
        Order::OneByOne => format!(
            "def update(point{rows}):
    point = point.copy()
    for i in range(len(point)):
        point[i] -= alpha * gradient(point{rows})[i]
    return point
"
        ),
    }
}

fn walk(rows: &str) -> String {
    let [before, after] = WALK;
    format!("{before}update(path[-1]{rows}){after}")
}

const WALK: [&str; 2] = [
    "path = [start]
while len(path) <= steps:
    if np.linalg.norm(gradient(path[-1])) <= tolerance:
        break  # converged
    point = ",
    "
    if not np.isfinite(point).all():
        break  # diverged
    path.append(point)
    too_far = np.linalg.norm(point - start) > reach
    if too_far or not np.isfinite([J(point), *gradient(point)]).all():
        break  # diverged

print(f\"{len(path) - 1} steps, to {path[-1]}, where J = {J(path[-1])}\")
",
];

const SIGMOID: &str = "def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


";

const SOFTPLUS: &str = "def softplus(z):
    return np.logaddexp(0, z)


";

/// In the order of the rows, as the figure adds them: at a kink the last digit of a sum may
/// decide where a walk goes on.
const MEAN: &str = "def mean(rows):
    return sum(rows) * (1 / len(rows))


";

/// The functions that NumPy has not, if they are called.
fn helpers(cost: &Python) -> String {
    let calls = |name: &str| {
        let mut texts = cost.partials.iter().chain([&cost.value]);
        texts.any(|text| text.contains(name))
    };
    let needed = [
        ("sigmoid(", SIGMOID),
        ("softplus(", SOFTPLUS),
        ("mean(", MEAN),
    ];
    (needed.iter())
        .filter(|(name, _)| calls(name))
        .map(|(_, function)| *function)
        .collect()
}

/// The rows, by columns.
fn data(fit: &Fit, session: &Session) -> String {
    let table = session.rows_as_given();
    let table = table.as_deref().unwrap_or(fit.table());
    let rows = match table.row_count() <= MOST_WRITTEN {
        true => {
            let rows = table.rows().map(|row| format!("    {row:?},\n"));
            format!("np.array([\n{}])", rows.collect::<String>())
        }
        false => format!("np.loadtxt(\"{ROWS_FILE}\", delimiter=\",\")"),
    };
    let features = table.columns().len() - 1;
    let scaled = match session.is_standardised() {
        true => "x = (x - x.mean(axis=0)) / x.std(axis=0)\n",
        false => "",
    };
    let columns = match features {
        1 => "x = x[:, 0]\n".to_owned(),
        _ => format!("{} = x.T\n", feature_names(features).join(", ")),
    };
    let remark = match table.row_count() <= MOST_WRITTEN {
        true => "",
        false => "# Too many rows to stand here: save them in this file, without a heading.\n",
    };
    format!("{remark}data = {rows}\nx, y = data[:, :-1], data[:, -1]\n{scaled}{columns}\n")
}

/// J and its partial derivatives as means over the rows.
fn means(fit: &Fit, names: &[String], chosen: &str) -> Option<Python> {
    let features = fit.table().columns().len() - 1;
    let columns = feature_names(features);
    let all = [names, &columns, &["y".to_owned()]].concat();
    let row = fit.row().python(&all)?;
    let partial = |text: String| match chosen {
        "" => format!("mean({text})"),
        chosen => format!("mean(({text}){chosen})"),
    };
    Some(Python {
        value: format!("mean({})", row.value),
        partials: row.partials.into_iter().map(partial).collect(),
    })
}

fn feature_names(features: usize) -> Vec<String> {
    match features {
        1 => vec!["x".into()],
        _ => (1..=features).map(|index| format!("x{index}")).collect(),
    }
}

/// What a parameter cannot be called: words of Python, and what the program calls its own.
const TAKEN: &[&str] = &[
    "False",
    "J",
    "None",
    "True",
    "alpha",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "data",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "gradient",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "mean",
    "nonlocal",
    "not",
    "np",
    "or",
    "pass",
    "path",
    "point",
    "raise",
    "reach",
    "return",
    "sigmoid",
    "softplus",
    "start",
    "steps",
    "tolerance",
    "try",
    "update",
    "while",
    "with",
    "yield",
    "len",
    "print",
    "range",
];

fn python_names(parameters: &[Name]) -> Vec<String> {
    let taken = |name: &str| TAKEN.contains(&name);
    parameters
        .iter()
        .map(|name| match taken(name.plain()) {
            true => format!("{}_", name.plain()),
            false => name.plain().to_owned(),
        })
        .collect()
}
