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

/// Layers and panels that `show` can name.
pub const SHOWS: &[Choice] = &[
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

/// Controls that `controls` can name beside `basic`, `all` and `none`.
pub const CONTROLS: &[Choice] = &[
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
    choice("rule", "Update rule", "The menu of update rules."),
    choice(
        "start",
        "Starts",
        "Numbers for each start, and buttons to add and remove.",
    ),
    choice("speed", "Speed", "How many steps a second a run takes."),
];

/// What `size` can be.
pub const SIZES: &[Choice] = &[
    choice("normal", "Normal", "For one reader at a screen."),
    choice(
        "projector",
        "Projector",
        "Larger text and thicker lines, for a room.",
    ),
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
