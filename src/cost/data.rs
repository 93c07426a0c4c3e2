use super::Ending;

/// A data set that comes with Downhill, and the figure it opens with: squared-error
/// linear regression on its rows.
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
        window: [-0.1, 0.9, -0.2, 0.6],
        starts: &[&[0.0, 0.0]],
        alpha: 0.3,
        steps: 1000,
        tolerance: 1e-6,
        endings: &[Ending::Minimum(0)],
        source: "235 working-class households in Belgium: E. Engel (1857), as used by R. Koenker and G. Bassett (1982), Econometrica 50, 43–61, and distributed with statsmodels as public domain.",
        teaches: "With 235 rows instead of six, J is the same kind of valley; at its lowest point w says that a household with one more franc spends 0.49 francs more on food.",
    },
];

/// The data set with this id.
pub fn find_data(id: &str) -> Option<&'static DataSheet> {
    DATA_SETS.iter().find(|sheet| sheet.id == id)
}
