use super::choice::{ACTIVATIONS, CLICKS, CONTROLS, LANGUAGES, LOSSES, SHOWS, SIZES, THEMES};
use super::value::Kind;
use crate::formula::MAX_PARAMETERS;

/// The settings' keys, in the order links write them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described by its row of SETTINGS")]
pub enum Key {
    Cost,
    Formula,
    Data,
    Loss,
    Delta,
    Degree,
    Hidden,
    Activation,
    Standardise,
    Start,
    Alpha,
    Rule,
    Batch,
    Axes,
    Window,
    Steps,
    Tolerance,
    Show,
    Controls,
    Size,
    At,
    Run,
    Speed,
    Seed,
    Direction,
    Hand,
    Camera,
    Guess,
    Click,
    Lang,
    Theme,
}

/// What changing a setting does to the runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Another landscape: iteration 0, and starts, axes and window that no
    /// longer fit are dropped.
    Subject,
    /// Other starts: iteration 0.
    Start,
    /// The runs are computed anew from their starts and shown at the same
    /// iteration.
    Walk,
    /// Moves the clock.
    Clock,
    /// Belongs to this ground: leaves the runs alone, and goes when the reader
    /// chooses another cost.
    Place,
    /// Leaves the runs alone.
    Look,
}

/// One setting: what drives links, attributes, controls, documents and checks.
#[derive(Debug)]
pub struct Setting {
    /// Its place in the table.
    pub key: Key,
    /// Its name in links and attributes. A published name stays.
    pub name: &'static str,
    /// How its text is read.
    pub kind: Kind,
    /// The default in words, or the text that stands for it.
    pub default: &'static str,
    /// One sentence on what it does.
    pub help: &'static str,
    /// What changing it does.
    pub effect: Effect,
}

/// More steps by hand than anyone takes; keeps links and memory bounded.
pub const MOST_HAND_STEPS: usize = 200;

/// Every setting of version 1 of the contract.
pub const SETTINGS: &[Setting] = &[
    row(
        Key::Cost,
        "cost",
        Kind::Cost,
        "valleys",
        "What is minimised.",
        Effect::Subject,
    ),
    row(
        Key::Formula,
        "formula",
        Kind::Formula,
        "none",
        "A formula to minimise; when it can be read it takes the place of cost.",
        Effect::Subject,
    ),
    row(
        Key::Data,
        "data",
        Kind::Data,
        "houses",
        "The data of a model: a built-in set, or rows; the last number of a row is y.",
        Effect::Subject,
    ),
    row(
        Key::Loss,
        "loss",
        Kind::One(LOSSES),
        "from the model",
        "What the error of a row costs, for costs made from data.",
        Effect::Subject,
    ),
    row(
        Key::Delta,
        "delta",
        Kind::Positive,
        "1",
        "Where the Huber loss turns straight, in the unit of y.",
        Effect::Subject,
    ),
    row(
        Key::Degree,
        "degree",
        Kind::Whole(1, 9),
        "from the data sheet, else 2",
        "The highest power of a polynomial.",
        Effect::Subject,
    ),
    row(
        Key::Hidden,
        "hidden",
        Kind::Whole(1, 8),
        "from the data sheet, else 2",
        "How many hidden units a network has.",
        Effect::Subject,
    ),
    row(
        Key::Activation,
        "activation",
        Kind::One(ACTIVATIONS),
        "from the data sheet, else tanh",
        "What a hidden unit makes of its sum.",
        Effect::Subject,
    ),
    row(
        Key::Standardise,
        "standardise",
        Kind::Switch,
        "off",
        "Whether features are measured from their means, in standard deviations.",
        Effect::Subject,
    ),
    row(
        Key::Start,
        "start",
        Kind::Points,
        "from the data sheet",
        "Where runs start, a point for each run, coordinates in the order of the parameters.",
        Effect::Start,
    ),
    row(
        Key::Alpha,
        "alpha",
        Kind::Positive,
        "from the data sheet",
        "The learning rate α.",
        Effect::Walk,
    ),
    row(
        Key::Rule,
        "rule",
        Kind::Rule,
        "simultaneous",
        "The update rule.",
        Effect::Walk,
    ),
    row(
        Key::Batch,
        "batch",
        Kind::Whole(1, 1_000_000),
        "all",
        "How many rows of the data each step looks at, drawn by lot.",
        Effect::Walk,
    ),
    row(
        Key::Axes,
        "axes",
        Kind::Axes,
        "the first two",
        "The two parameters the map shows; the others are frozen at the selected walker.",
        Effect::Place,
    ),
    row(
        Key::Window,
        "window",
        Kind::Window,
        "from the data sheet",
        "The part of the plane shown. It grows where the picture needs equal scales.",
        Effect::Place,
    ),
    row(
        Key::Steps,
        "steps",
        Kind::Whole(1, 1_000_000),
        "from the data sheet, else 1000",
        "A run stops after this many steps.",
        Effect::Walk,
    ),
    row(
        Key::Tolerance,
        "tolerance",
        Kind::Positive,
        "from the data sheet, else 0.000001",
        "A run has converged when the length of the gradient is at most this.",
        Effect::Walk,
    ),
    row(
        Key::Show,
        "show",
        Kind::Some(SHOWS, &["basic", "all", "none"]),
        "basic",
        "The layers of the map, the panels beside it and the instruments below; all is all but fog.",
        Effect::Look,
    ),
    row(
        Key::Controls,
        "controls",
        Kind::Some(CONTROLS, &["basic", "all", "none"]),
        "basic",
        "The controls; basic is transport, timeline, alpha and zoom, the rest behind More.",
        Effect::Look,
    ),
    row(
        Key::Size,
        "size",
        Kind::One(SIZES),
        "normal",
        "How large things are.",
        Effect::Look,
    ),
    row(
        Key::At,
        "at",
        Kind::Whole(0, 1_000_000),
        "0",
        "The iteration shown when the figure opens.",
        Effect::Clock,
    ),
    row(
        Key::Run,
        "run",
        Kind::Switch,
        "off",
        "Whether the figure runs when it opens.",
        Effect::Look,
    ),
    row(
        Key::Speed,
        "speed",
        Kind::Positive,
        "automatic",
        "Steps a second while running. Automatic shows ten steps singly, then speeds up.",
        Effect::Look,
    ),
    row(
        Key::Seed,
        "seed",
        Kind::Whole(0, u32::MAX),
        "1",
        "The seed of every random thing: the same seed draws the same starts.",
        Effect::Walk,
    ),
    row(
        Key::Direction,
        "direction",
        Kind::Numbers(1, 1),
        "0",
        "Where the compass points, in degrees from the first axis towards the second.",
        Effect::Look,
    ),
    row(
        Key::Hand,
        "hand",
        Kind::Numbers(1, MOST_HAND_STEPS + 1),
        "none",
        "Steps by hand: the iteration at which they leave the selected run, then the direction of each in degrees.",
        Effect::Place,
    ),
    row(
        Key::Camera,
        "camera",
        Kind::Numbers(2, 2),
        "-35,40",
        "From where the hill is seen: degrees turned, and degrees above the floor.",
        Effect::Look,
    ),
    row(
        Key::Guess,
        "guess",
        Kind::Numbers(1, MAX_PARAMETERS),
        "none",
        "A flag the reader plants: one number per parameter.",
        Effect::Place,
    ),
    row(
        Key::Click,
        "click",
        Kind::One(CLICKS),
        "start",
        "What a click or tap on the map does; in fog nothing, unless this is given.",
        Effect::Look,
    ),
    row(
        Key::Lang,
        "lang",
        Kind::One(LANGUAGES),
        "auto",
        "The language.",
        Effect::Look,
    ),
    row(
        Key::Theme,
        "theme",
        Kind::One(THEMES),
        "auto",
        "Light or dark.",
        Effect::Look,
    ),
];

const fn row(
    key: Key,
    name: &'static str,
    kind: Kind,
    default: &'static str,
    help: &'static str,
    effect: Effect,
) -> Setting {
    Setting {
        key,
        name,
        kind,
        default,
        help,
        effect,
    }
}

impl Setting {
    /// The row with this name.
    pub fn find(name: &str) -> Option<&'static Setting> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }
}

impl Key {
    /// The key's row.
    pub fn setting(self) -> &'static Setting {
        &SETTINGS[self as usize]
    }

    /// The key's name in links.
    pub fn name(self) -> &'static str {
        self.setting().name
    }
}

#[cfg(test)]
mod tests {
    use super::SETTINGS;

    #[test]
    fn every_key_stands_at_its_row() {
        for (index, setting) in SETTINGS.iter().enumerate() {
            assert_eq!(setting.key as usize, index, "{}", setting.name);
        }
    }
}
