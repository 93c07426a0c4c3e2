use super::{Activation, Ending, Loss, Model};

/// A data set that comes with Downhill, and the figure it opens with.
#[derive(Debug)]
pub struct DataSheet {
    /// The name in links.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// What was measured in which unit; the last column is y.
    pub columns: &'static [ColumnSheet],
    /// The rows as text, one a line, numbers separated by commas; `#` starts a remark.
    pub rows: &'static str,
    /// The model it opens with.
    pub model: Model,
    /// What an error costs.
    pub loss: Loss,
    /// The first two parameters' ranges: x min, x max, y min, y max.
    pub window: [f64; 4],
    /// The points that runs start from, in parameter order.
    pub starts: &'static [&'static [f64]],
    /// The learning rate.
    pub alpha: f64,
    /// The step limit.
    pub steps: u32,
    /// A run has converged when ‖∇J‖ is no larger.
    pub tolerance: f64,
    /// How the run from each start ends. `Minimum(0)` is the least-squares solution.
    pub endings: &'static [Ending],
    /// Where the data come from and who may use them.
    pub source: &'static str,
    /// What it shows, in a sentence.
    pub teaches: &'static str,
}

/// A column of a [`DataSheet`].
#[derive(Debug)]
pub struct ColumnSheet {
    /// What was measured.
    pub name: &'static str,
    /// In which unit.
    pub unit: &'static str,
}

/// Two features and y, pure numbers.
const PLANE: &[ColumnSheet] = &[plain("x1"), plain("x2"), plain("y")];

const fn plain(name: &'static str) -> ColumnSheet {
    ColumnSheet { name, unit: "" }
}

/// The data sets that come with Downhill; the first is the default.
pub const DATA_SETS: &[DataSheet] = &[
    DataSheet {
        id: "houses",
        name: "House prices",
        columns: &[
            ColumnSheet {
                name: "size",
                unit: "1000 sq ft",
            },
            ColumnSheet {
                name: "price",
                unit: "$1000",
            },
        ],
        rows: include_str!("../../data/houses.csv"),
        model: Model::Line,
        loss: Loss::Squared,
        window: [-20.0, 300.0, -60.0, 100.0],
        starts: &[&[0.0, 0.0]],
        alpha: 0.1,
        steps: 5000,
        tolerance: 1e-6,
        endings: &[Ending::Minimum(0)],
        source: "Six house sizes and prices, an exercise of introductory machine-learning courses.",
        teaches: "Fitting a line is walking downhill: a few long steps into the valley, then many short ones along it.",
    },
    DataSheet {
        id: "penguins",
        name: "Penguins",
        columns: &[
            ColumnSheet {
                name: "flipper length beyond 20 cm",
                unit: "cm",
            },
            ColumnSheet {
                name: "bill length beyond 4.4 cm",
                unit: "cm",
            },
            ColumnSheet {
                name: "body mass",
                unit: "kg",
            },
        ],
        rows: include_str!("../../data/penguins.csv"),
        model: Model::Line,
        loss: Loss::Squared,
        window: [-0.4, 1.2, -0.3, 1.3],
        starts: &[&[0.0, 1.0, 3.0]],
        alpha: 0.3,
        steps: 1000,
        tolerance: 1e-6,
        endings: &[Ending::Minimum(0)],
        source: "342 penguins measured near Palmer Station, Antarctica, 2007–2009: K. B. Gorman, T. D. Williams and W. R. Fraser (2014), PLoS ONE 9(3), e90081. Public domain (CC0).",
        teaches: "Two features need three parameters: you see two weights while b moves as well.",
    },
    DataSheet {
        id: "engel",
        name: "Food and income, 1857",
        columns: &[
            ColumnSheet {
                name: "yearly income",
                unit: "1000 francs",
            },
            ColumnSheet {
                name: "yearly spending on food",
                unit: "1000 francs",
            },
        ],
        rows: include_str!("../../data/engel.csv"),
        model: Model::Line,
        loss: Loss::Squared,
        window: [-0.1, 0.9, -0.2, 0.6],
        starts: &[&[0.0, 0.0]],
        alpha: 0.3,
        steps: 1000,
        tolerance: 1e-6,
        endings: &[Ending::Minimum(0)],
        source: "235 working-class households in Belgium: E. Engel (1857), as used by R. Koenker and G. Bassett (1982), Econometrica 50, 43–61, and distributed with statsmodels as public domain.",
        teaches: "With 235 rows instead of six, J is the same kind of valley; at its lowest point w says that a household with one more franc spends 0.49 francs more on food.",
    },
    DataSheet {
        id: "stopping",
        name: "Stopping distances",
        columns: &[
            ColumnSheet {
                name: "speed above 15 mph",
                unit: "10 mph",
            },
            ColumnSheet {
                name: "stopping distance",
                unit: "ft",
            },
        ],
        rows: include_str!("../../data/stopping.csv"),
        model: Model::Polynomial { degree: 2 },
        loss: Loss::Squared,
        window: [-20.0, 80.0, -40.0, 60.0],
        starts: &[&[0.0, 0.0, 0.0]],
        alpha: 0.5,
        steps: 1000,
        tolerance: 1e-6,
        endings: &[Ending::Settled],
        source: "50 cars of the 1920s: M. Ezekiel (1930), Methods of Correlation Analysis, Wiley, as distributed with R.",
        teaches: "A curve is fitted as a line is: x² is one more feature, and its weight one more parameter.",
    },
    DataSheet {
        id: "orings",
        name: "O-rings of the Space Shuttle",
        columns: &[
            ColumnSheet {
                name: "launch temperature above 70 °F",
                unit: "10 °F",
            },
            ColumnSheet {
                name: "damage",
                unit: "",
            },
        ],
        rows: include_str!("../../data/orings.csv"),
        model: Model::Line,
        loss: Loss::CrossEntropy,
        window: [-5.0, 2.0, -4.0, 2.0],
        starts: &[&[0.0, 0.0]],
        alpha: 4.0,
        steps: 1000,
        tolerance: 1e-6,
        endings: &[Ending::Settled],
        source: "23 flights before January 1986: S. R. Dalal, E. B. Fowlkes and B. Hoadley (1989), Journal of the American Statistical Association 84, 945–957, from the report of the Presidential Commission, a work of the United States’ government in the public domain.",
        teaches: "The answer is yes or no, so the model gives a probability: the colder the launch, the likelier the damage.",
    },
    DataSheet {
        id: "xor",
        name: "Exclusive or",
        columns: PLANE,
        rows: include_str!("../../data/xor.csv"),
        model: Model::Network {
            hidden: 2,
            activation: Activation::Tanh,
        },
        loss: Loss::Squared,
        window: [-3.0, 3.0, -3.0, 3.0],
        starts: &[&[0.7, -0.4, 0.2, 0.6, 0.4, 0.8, 0.7, 0.8, -0.9]],
        alpha: 0.3,
        steps: 2000,
        tolerance: 1e-6,
        endings: &[Ending::Settled],
        source: "The four rows of a truth table; as a test for networks: D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986), Learning internal representations by error propagation, section “The XOR problem”.",
        teaches: "No line tells these four points apart. A network with two hidden units does, and all its nine parameters move at once.",
    },
    DataSheet {
        id: "circles",
        name: "Two circles",
        columns: PLANE,
        rows: include_str!("../../data/circles.csv"),
        model: Model::Network {
            hidden: 3,
            activation: Activation::Tanh,
        },
        loss: Loss::CrossEntropy,
        window: [-6.0, 6.0, -6.0, 6.0],
        starts: &[&[
            -0.5, -0.4, 0.6, -0.8, 0.2, 0.5, -0.6, -0.9, -0.5, 0.3, 0.1, -0.7, -0.1,
        ]],
        alpha: 0.5,
        steps: 2000,
        tolerance: 1e-6,
        endings: &[Ending::StepLimit],
        source: "Made for Downhill: 20 points near the middle, 20 in a ring around them.",
        teaches: "Three hidden units draw three lines, and together they fence the middle in.",
    },
];

/// The data set with this id.
pub fn find_data(id: &str) -> Option<&'static DataSheet> {
    DATA_SETS.iter().find(|sheet| sheet.id == id)
}
