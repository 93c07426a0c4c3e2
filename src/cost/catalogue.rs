use crate::formula::Formula;

/// A cost of the catalogue, and the figure it opens with.
#[derive(Debug)]
pub struct Sheet {
    /// The name in links.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// J, as text. It gives the value, the gradient and what is typeset.
    pub formula: &'static str,
    /// The first two parameters' ranges: x min, x max, y min, y max. For a cost of one
    /// parameter, y is J.
    pub window: [f64; 4],
    /// The points that runs start from, in parameter order.
    pub starts: &'static [&'static [f64]],
    /// The learning rate.
    pub alpha: f64,
    /// The step limit.
    pub steps: u32,
    /// A run has converged when ‖∇J‖ is no larger.
    pub tolerance: f64,
    /// All minima in the window, the lowest first.
    pub minima: &'static [Minimum],
    /// How the run from each start ends with the rule `simultaneous`.
    pub endings: &'static [Ending],
    /// Who made it, and where.
    pub source: &'static str,
    /// What it shows, in a sentence.
    pub teaches: &'static str,
}

impl Sheet {
    /// The cost itself.
    pub fn cost(&self) -> Formula {
        Formula::parse(self.formula)
            .unwrap_or_else(|_| unreachable!("the tests parse every formula of the catalogue"))
    }
}

/// A place where the cost is lower than anywhere around.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minimum {
    /// In parameter order.
    pub at: &'static [f64],
    /// J there.
    pub value: f64,
}

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Converged at this one of the sheet's minima.
    Minimum(usize),
    /// Converged where the ground is flat but is no minimum.
    Flat,
    /// Converged; where is not said.
    Settled,
    /// Still walking at the step limit.
    StepLimit,
    /// Went off without end.
    Diverged,
}

const fn minimum(at: &'static [f64], value: f64) -> Minimum {
    Minimum { at, value }
}

/// The catalogue of costs; the first is the default.
pub const CATALOGUE: &[Sheet] = &[
    Sheet {
        id: "valleys",
        name: "Two valleys",
        formula: "0.13(w^2+b^2) + 2.1exp(-1.1(w^2+b^2)) - 1.55exp(-0.9((w-1.5)^2+(b+0.5)^2)) - exp(-0.9((w+1.4)^2+(b-0.8)^2))",
        window: [-3.0, 3.0, -2.25, 2.25],
        starts: &[&[0.06, -0.02], &[-0.04, 0.05]],
        alpha: 0.08,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[
            minimum(
                &[1.512030337420473, -0.5039873624546404],
                -1.091213922858962,
            ),
            minimum(
                &[-1.4016547074334857, 0.801007385084399],
                -0.5419166154800672,
            ),
        ],
        endings: &[Ending::Minimum(0), Ending::Minimum(1)],
        source: "Made for Downhill.",
        teaches: "Two starts a hair apart on a hilltop can end in different valleys, and only one of them is the deepest.",
    },
    Sheet {
        id: "bowl",
        name: "Bowl",
        formula: "w^2 + b^2",
        window: [-3.0, 3.0, -2.25, 2.25],
        starts: &[&[-2.2, 1.4]],
        alpha: 0.1,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[minimum(&[0.0, 0.0], 0.0)],
        endings: &[Ending::Minimum(0)],
        source: "The sphere function: K. A. De Jong (1975), doctoral thesis, University of Michigan, function F1.",
        teaches: "In a round bowl every step points straight at the minimum, and steps shrink because the ground flattens.",
    },
    Sheet {
        id: "ravine",
        name: "Ravine",
        formula: "w^2 + 1.8w b + b^2",
        window: [-3.2, 3.2, -2.8, 2.0],
        starts: &[&[2.6, -1.6]],
        alpha: 0.48,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[minimum(&[0.0, 0.0], 0.0)],
        endings: &[Ending::Minimum(0)],
        source: "Made for Downhill.",
        teaches: "When one direction is much steeper than another, the steps bounce from wall to wall; a smaller α calms them.",
    },
    Sheet {
        id: "himmelblau",
        name: "Himmelblau’s function",
        formula: "(x^2+y-11)^2+(x+y^2-7)^2",
        window: [-6.0, 6.0, -4.5, 4.5],
        starts: &[
            &[0.0, 0.0],
            &[-0.45, -0.62],
            &[-0.62, -0.92],
            &[0.08, -0.92],
        ],
        alpha: 0.01,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[
            minimum(&[3.0, 2.0], 0.0),
            minimum(&[-2.805118086952745, 3.131312518250573], 0.0),
            minimum(&[-3.779310253377747, -3.2831859912861696], 0.0),
            minimum(&[3.5844283403304917, -1.8481265269644034], 0.0),
        ],
        endings: &[
            Ending::Minimum(0),
            Ending::Minimum(1),
            Ending::Minimum(2),
            Ending::Minimum(3),
        ],
        source: "D. M. Himmelblau (1972), Applied Nonlinear Programming, McGraw-Hill.",
        teaches: "There are four equally deep minima, and the start decides which one you reach.",
    },
    Sheet {
        id: "rosenbrock",
        name: "Rosenbrock’s valley",
        formula: "(1-x)^2 + 100(y-x^2)^2",
        window: [-2.0, 2.0, -0.75, 2.25],
        starts: &[&[-1.2, 1.0]],
        alpha: 0.001,
        steps: 50_000,
        tolerance: 1e-6,
        minima: &[minimum(&[1.0, 1.0], 0.0)],
        endings: &[Ending::Minimum(0)],
        source: "H. H. Rosenbrock (1960), The Computer Journal 3(3), 175–184.",
        teaches: "Finding the curved valley takes a few steps; following its flat floor to the minimum takes tens of thousands.",
    },
    Sheet {
        id: "saddle",
        name: "Saddle",
        formula: "w^2 - b^2",
        window: [-3.0, 3.0, -2.25, 2.25],
        starts: &[&[2.0, 0.0], &[2.0, 0.01]],
        alpha: 0.1,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[],
        endings: &[Ending::Flat, Ending::Diverged],
        source: "The hyperbolic paraboloid of geometry.",
        teaches: "Exactly on the ridge the walk stops on the saddle, which is flat but no minimum; a hair beside it, it slides off and keeps falling.",
    },
    Sheet {
        id: "camel",
        name: "Six-hump camel",
        formula: "(4 - 2.1x^2 + x^4/3)x^2 + x y + (4y^2 - 4)y^2",
        window: [-2.2, 2.2, -1.3, 1.3],
        starts: &[&[1.2, 0.1], &[-0.05, 0.05], &[-1.9, 0.4]],
        alpha: 0.04,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[
            minimum(
                &[0.08984201310031806, -0.7126564030207396],
                -1.0316284534898774,
            ),
            minimum(
                &[-0.08984201310031806, 0.7126564030207396],
                -1.0316284534898774,
            ),
            minimum(
                &[1.703606714969981, -0.7960835686726251],
                -0.21546382438371765,
            ),
            minimum(
                &[-1.703606714969981, 0.7960835686726251],
                -0.21546382438371765,
            ),
            minimum(&[1.6071047529201971, 0.5686514548841314], 2.104250310311258),
            minimum(
                &[-1.6071047529201971, -0.5686514548841314],
                2.104250310311258,
            ),
        ],
        endings: &[Ending::Minimum(0), Ending::Minimum(1), Ending::Minimum(3)],
        source: "L. C. W. Dixon and G. P. Szegő (1978), Towards Global Optimisation 2, North-Holland.",
        teaches: "Six minima at three depths: a walk settles in whichever it meets and cannot know that another is deeper.",
    },
    Sheet {
        id: "rastrigin",
        name: "Rastrigin’s function",
        formula: "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)",
        window: [-2.4, 2.4, -1.8, 1.8],
        starts: &[&[0.4, 0.3], &[1.4, -0.6], &[-1.6, 1.3]],
        alpha: 0.001,
        steps: 1000,
        tolerance: 1e-6,
        minima: RASTRIGIN_MINIMA,
        endings: &[Ending::Minimum(0), Ending::Minimum(6), Ending::Minimum(13)],
        source: "L. A. Rastrigin (1974), Systems of Extremal Control, Nauka, Moscow (in Russian).",
        teaches: "Every dent is a minimum: descent takes you to the bottom of the dent you start in, however shallow it is.",
    },
    Sheet {
        id: "beale",
        name: "Beale’s function",
        formula: "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
        window: [-0.8, 4.8, -2.1, 2.1],
        starts: &[&[1.0, 1.0], &[0.5, -1.0]],
        alpha: 0.01,
        steps: 10_000,
        tolerance: 1e-6,
        minima: &[minimum(&[3.0, 0.5], 0.0)],
        endings: &[Ending::Minimum(0), Ending::Minimum(0)],
        source: "E. M. L. Beale (1958), On an Iterative Method for Finding a Local Minimum of a Function of More Than One Variable, Princeton University.",
        teaches: "The corners are very steep and the floor is nearly flat: an α small enough for the one is slow on the other.",
    },
    Sheet {
        id: "plateau",
        name: "Plateau",
        formula: "1 - exp(-(w^2+b^2))",
        window: [-4.0, 4.0, -3.0, 3.0],
        starts: &[&[2.4, 1.6], &[-3.6, 2.4]],
        alpha: 0.4,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[minimum(&[0.0, 0.0], 0.0)],
        endings: &[Ending::Minimum(0), Ending::Flat],
        source: "Made for Downhill.",
        teaches: "On nearly flat ground steps are tiny: one walk crawls for hundreds of steps before it drops, the other stops where it stands.",
    },
    Sheet {
        id: "three",
        name: "Three parameters",
        formula: "0.8exp(-(w1-1)^2 - w2^2 - b^2) + (w1-b)^2 + 0.5(w2+b)^2 + 0.2(b-1.5)^2",
        window: [-3.2, 3.2, -2.8, 2.0],
        starts: &[&[-2.5, 0.5, -1.5]],
        alpha: 0.2,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[minimum(
            &[1.575360559332901, -1.5855247196048792, 1.573107570931798],
            0.005066897399229067,
        )],
        endings: &[Ending::Minimum(0)],
        source: "Made for Downhill.",
        teaches: "A picture shows two parameters and freezes the rest: when b moves, the lines under the walker change.",
    },
    Sheet {
        id: "curve",
        name: "Two troughs",
        formula: "w^4 - 3w^2 + w",
        window: [-2.3, 2.3, -4.5, 4.5],
        starts: &[&[0.1], &[0.25]],
        alpha: 0.05,
        steps: 1000,
        tolerance: 1e-6,
        minima: &[
            minimum(&[-1.3008395659415772], -3.513905038934789),
            minimum(&[1.1309011226299858], -1.070230181776154),
        ],
        endings: &[Ending::Minimum(0), Ending::Minimum(1)],
        source: "Made for Downhill.",
        teaches: "With one parameter the cost is a curve: the slope gives the direction of each step, and α times the slope its length.",
    },
];

/// Along one axis, where 2x + 20π sin(2πx) = 0 and the curve bends upwards.
const RASTRIGIN_MINIMA: &[Minimum] = &[
    minimum(&[0.0, 0.0], 0.0),
    minimum(&[FIRST, 0.0], 0.9949590570932914),
    minimum(&[-FIRST, 0.0], 0.9949590570932914),
    minimum(&[0.0, FIRST], 0.9949590570932914),
    minimum(&[0.0, -FIRST], 0.9949590570932914),
    minimum(&[FIRST, FIRST], 1.9899181141865828),
    minimum(&[FIRST, -FIRST], 1.9899181141865828),
    minimum(&[-FIRST, FIRST], 1.9899181141865828),
    minimum(&[-FIRST, -FIRST], 1.9899181141865828),
    minimum(&[SECOND, 0.0], 3.9798311905540875),
    minimum(&[-SECOND, 0.0], 3.9798311905540875),
    minimum(&[SECOND, FIRST], 4.974790247647379),
    minimum(&[SECOND, -FIRST], 4.974790247647379),
    minimum(&[-SECOND, FIRST], 4.974790247647379),
    minimum(&[-SECOND, -FIRST], 4.974790247647379),
];
const FIRST: f64 = 0.9949586376523348;
const SECOND: f64 = 1.9899122337085496;

/// The catalogue's cost with this id.
pub fn find_cost(id: &str) -> Option<&'static Sheet> {
    CATALOGUE.iter().find(|sheet| sheet.id == id)
}
