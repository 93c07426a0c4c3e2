//! The pictures of the documents. A test compares them with what is drawn.

use downhill::figure::Sheet;
use downhill::view::Mode;

/// One picture of one figure.
pub(crate) struct Row {
    /// The file's name without its ending.
    pub(crate) name: &'static str,
    /// The figure, as in its link.
    pub(crate) link: &'static str,
    /// Which of its pictures.
    pub(crate) part: Part,
    /// Width and height in CSS pixels.
    pub(crate) size: [u32; 2],
    /// Light or dark.
    pub(crate) mode: Mode,
}

/// The pictures that a figure has.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Map,
    /// The map in fewer bytes.
    Poster,
    Costs,
    Data,
}

impl Part {
    pub(crate) fn sheet(self) -> Sheet {
        let name = match self {
            Part::Map => "map",
            Part::Poster => "poster",
            Part::Costs => "costs",
            Part::Data => "data",
        };
        Sheet::named(name).expect("every part is a sheet")
    }
}

const HERO: [u32; 2] = [760, 520];
const MAP: [u32; 2] = [500, 360];
const PHONE: [u32; 2] = [390, 360];
const CHART: [u32; 2] = [440, 280];

/// Every picture. `at=1000` is beyond the end of the runs that have it.
pub(crate) const ROWS: &[Row] = &[
    light("valleys-walk", "cost=valleys&at=1000", Part::Map, HERO),
    dark("valleys-walk-dark", "cost=valleys&at=1000", Part::Map, HERO),
    light("valleys-phone", "cost=valleys&at=24", Part::Map, PHONE),
    light("houses-map", "data=houses&at=40", Part::Map, MAP),
    light("houses-data", "data=houses&at=40", Part::Data, CHART),
    light("houses-costs", "data=houses&at=40", Part::Costs, CHART),
    dark("houses-data-dark", "data=houses&at=40", Part::Data, CHART),
    dark("houses-costs-dark", "data=houses&at=40", Part::Costs, CHART),
    light(
        "houses-simultaneous",
        "data=houses&rule=simultaneous&alpha=0.27&at=12&window=-20,420,-80,180",
        Part::Map,
        MAP,
    ),
    light(
        "houses-sequential",
        "data=houses&rule=sequential&alpha=0.27&at=12&window=-20,420,-80,180",
        Part::Map,
        MAP,
    ),
    light("penguins-data", "data=penguins&at=1000", Part::Data, CHART),
    light("stopping-data", "data=stopping&at=100", Part::Data, CHART),
    light("orings-map", "data=orings&at=40", Part::Map, MAP),
    light("orings-data", "data=orings&at=40", Part::Data, CHART),
    light("xor-data", "data=xor&at=400", Part::Data, CHART),
    light("circles-data", "data=circles&at=400", Part::Data, CHART),
    dark(
        "circles-data-dark",
        "data=circles&at=400",
        Part::Data,
        CHART,
    ),
    light("himmelblau", "cost=himmelblau&at=1000", Part::Map, MAP),
    light("curve", "cost=curve&at=7", Part::Map, MAP),
    dark("curve-dark", "cost=curve&at=7", Part::Map, MAP),
    light(
        "rastrigin",
        "cost=rastrigin&at=1000&show=field,contours,minima,path,labels",
        Part::Map,
        PHONE,
    ),
    light("saddle", "cost=saddle&at=24", Part::Map, MAP),
    light(
        "diverging",
        "cost=ravine&alpha=1.15&start=0.9,-0.3&at=12",
        Part::Map,
        MAP,
    ),
    light("three", "cost=three&at=20", Part::Map, MAP),
];

const POSTER: [u32; 2] = [640, 400];

/// What stands in the place of a figure that cannot run, beside the page's scripts.
pub(crate) const POSTERS: &[Row] = &[
    light("valleys", "cost=valleys&at=1000", Part::Poster, POSTER),
    dark("valleys-dark", "cost=valleys&at=1000", Part::Poster, POSTER),
];

const fn light(name: &'static str, link: &'static str, part: Part, size: [u32; 2]) -> Row {
    Row {
        name,
        link,
        part,
        size,
        mode: Mode::Light,
    }
}

const fn dark(name: &'static str, link: &'static str, part: Part, size: [u32; 2]) -> Row {
    Row {
        mode: Mode::Dark,
        ..light(name, link, part, size)
    }
}
