use crate::cost::{self, LossSheet};

/// One of several named choices, as a menu and the documents list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The text in links. A published id stays.
    pub id: &'static str,
    /// The name people read.
    pub name: &'static str,
    /// One sentence that says what it is.
    pub explains: &'static str,
}

const fn choice(id: &'static str, name: &'static str, explains: &'static str) -> Choice {
    Choice { id, name, explains }
}

/// Whether one of the choices has this id.
pub(super) fn holds(choices: &[Choice], id: &str) -> bool {
    choices.iter().any(|choice| choice.id == id)
}

/// Everything `show` can name, by what it is.
pub const SHOWS: &[&[Choice]] = &[LAYERS, INSTRUMENTS, VEILS];

/// Layers of the map and panels beside it: what `show=basic` shows.
pub const LAYERS: &[Choice] = &[
    choice(
        "field",
        "Relief colours",
        "Colours the ground by its cost, low to high.",
    ),
    choice(
        "contours",
        "Contours",
        "Lines that join points of equal cost.",
    ),
    choice(
        "minima",
        "Known minima",
        "Crosses where the cost's data sheet lists a minimum.",
    ),
    choice("path", "Path", "The walk so far, a dot at each step."),
    choice(
        "arrow",
        "Next step",
        "An arrow from the walker along its next step.",
    ),
    choice(
        "ghost",
        "Next place",
        "A ring where the next step will end.",
    ),
    choice(
        "labels",
        "Values on the map",
        "The parameters and the cost beside each walker.",
    ),
    choice("formula", "Formula", "The cost as a formula."),
    choice(
        "values",
        "Numbers",
        "The parameters, cost and slope of the selected run.",
    ),
    choice(
        "update",
        "The next step in numbers",
        "The update rule with the numbers in it.",
    ),
    choice(
        "cost-curve",
        "Cost by step",
        "A chart of the cost at each iteration.",
    ),
    choice(
        "data",
        "Data",
        "The data with the fitted line, for costs made from data.",
    ),
];

/// Instruments: panels below the figure, and layers of the map, that look at one idea each.
pub const INSTRUMENTS: &[Choice] = &[
    choice(
        "compass",
        "360° compass",
        "The slope in every direction around the walker, and steps by hand.",
    ),
    choice(
        "slices",
        "Slices",
        "The cost along each parameter with the others frozen.",
    ),
    choice(
        "plane",
        "Plane of the path",
        "For more than two parameters: the cost in the plane through start, now and minimum.",
    ),
    choice(
        "hill",
        "Hill in 3-D",
        "The cost as a hill, with the paths on it.",
    ),
    choice(
        "sums",
        "Sums",
        "Each row of the data with its share of every partial derivative.",
    ),
    choice(
        "step-length",
        "Step length",
        "The learning rate, the slope and the length of the step, by iteration.",
    ),
    choice(
        "two-rules",
        "Two rules",
        "Simultaneous and sequential updates from the same start.",
    ),
    choice(
        "rates",
        "Rates",
        "Four learning rates side by side, and the steps each needs.",
    ),
    choice(
        "twins",
        "Twins",
        "How far apart the runs are, and where each ends.",
    ),
    choice(
        "rain",
        "Rain",
        "Three hundred walkers at once, and how many each valley collects.",
    ),
    choice(
        "basins",
        "Basins",
        "Which valley every start of the map comes to, in colour.",
    ),
    choice(
        "stopping",
        "Stopping",
        "The slope against the tolerance, and what a flat place is.",
    ),
];

/// What hides something: shown only when named.
pub const VEILS: &[Choice] = &[choice(
    "fog",
    "Fog",
    "Hides the ground except around the feet, until you say that you are at the bottom.",
)];

/// What would tell of the ground beyond the feet, and so is hidden while the fog stands.
pub(super) const FOGGED: &[&str] = &[
    "minima",
    "path",
    "arrow",
    "ghost",
    "values",
    "update",
    "cost-curve",
    "data",
    "slices",
    "plane",
    "hill",
    "sums",
    "step-length",
    "two-rules",
    "rates",
    "twins",
    "rain",
    "basins",
    "stopping",
];

/// What a click or tap on the map does.
pub const CLICKS: &[Choice] = &[
    choice("start", "Move the start", "Moves the selected start."),
    choice("guess", "Place a guess", "Plants the flag of a guess."),
    choice("nothing", "Nothing", "Leaves the figure as it is."),
];

/// Controls that `controls` can name beside `basic`, `all` and `none`.
pub const CONTROLS: &[&[Choice]] = &[&[
    choice(
        "transport",
        "Transport",
        "Back, run or pause, step, to the end, reset.",
    ),
    choice(
        "timeline",
        "Timeline",
        "A slider over the iterations computed so far.",
    ),
    choice("alpha", "Learning rate", "A slider and a number for α."),
    choice("cost", "Cost", "The menu of costs."),
    choice(
        "data",
        "Data set",
        "The menu of data sets, for costs made from data.",
    ),
    choice(
        "model",
        "Model",
        "What is settled about a model: its loss, its degree, its hidden units.",
    ),
    choice("rule", "Update rule", "The menu of update rules."),
    choice(
        "start",
        "Starts",
        "Numbers for each start, and buttons to add and remove.",
    ),
    choice(
        "zoom",
        "Zoom",
        "Buttons on the map to look closer, farther, and at all of it.",
    ),
    choice("speed", "Speed", "How many steps a second a run takes."),
    choice(
        "instruments",
        "Instruments",
        "Buttons that open the instruments below the figure.",
    ),
]];

/// What `size` can be.
pub const SIZES: &[Choice] = &[
    choice("normal", "Normal", "For one reader at a screen."),
    choice(
        "projector",
        "Projector",
        "Larger text and thicker lines, for a room.",
    ),
];

/// What `loss` can be.
pub(super) const LOSSES: &[Choice] = &of_losses();

const fn of_losses() -> [Choice; cost::LOSSES.len()] {
    let mut choices = [choice("", "", ""); cost::LOSSES.len()];
    let mut place = 0;
    while place < choices.len() {
        let LossSheet {
            id, name, explains, ..
        } = cost::LOSSES[place];
        choices[place] = choice(id, name, explains);
        place += 1;
    }
    choices
}

/// What `activation` can be.
pub(super) const ACTIVATIONS: &[Choice] = &[
    choice("tanh", "tanh", "From −1 to 1."),
    choice("sigmoid", "σ", "From 0 to 1."),
];

/// What `theme` can be.
pub const THEMES: &[Choice] = &[
    choice(
        "auto",
        "Automatic",
        "Light or dark as the reader's device asks.",
    ),
    choice("light", "Light", "Dark ink on light paper."),
    choice("dark", "Dark", "Light ink on dark paper."),
];

/// What `lang` can be.
pub const LANGUAGES: &[Choice] = &[
    choice(
        "auto",
        "Automatic",
        "The page's language where there is a translation, else English.",
    ),
    choice("en", "English", "English."),
];
