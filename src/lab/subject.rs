use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::asked::{Asked, AskedData};
use super::defaults::{
    FORMULA_ALPHA, FORMULA_START, RANGE, STEPS, TOLERANCE, holding, home, owned, square,
};
use super::given::Given;
use super::opening::Opening;
use super::setting::Key;
use crate::cost::{
    CATALOGUE, Cost, DataSheet, Fit, Loss, Misfit, Model, ModelSheet, Regression, Sheet, find_cost,
};
use crate::formula::{Formula, Name};
use crate::landscape::{Curve, Valleys, Window};

/// Where the cost comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// A row of the catalogue of formulas.
    Catalogue(&'static Sheet),
    /// A formula the reader or the link wrote.
    OwnFormula,
    /// A built-in data set with the model of its sheet.
    DataSet(&'static DataSheet),
    /// Another model on a built-in data set.
    Refitted(&'static DataSheet),
    /// A model on the link's own rows.
    OwnData,
}

/// What is minimised, with everything its data sheet says or, where there is
/// none, what stands in for a sheet.
pub struct Subject {
    /// No two subjects have the same: what was computed for one is stale with another, and
    /// rows need not be compared to tell.
    pub number: u64,
    /// Where it comes from.
    pub origin: Origin,
    /// The cost itself.
    pub cost: Rc<dyn Cost>,
    /// The formula, for costs that are one.
    pub formula: Option<Formula>,
    /// The model and its data, for costs made from data.
    pub fit: Option<Fit>,
    /// The id and name of the model, for costs made from data.
    pub model: Option<&'static ModelSheet>,
    /// The regression, for a line by squared error.
    pub regression: Option<Regression>,
    /// The default starts.
    pub starts: Vec<Vec<f64>>,
    /// The default learning rate.
    pub alpha: f64,
    /// The default window of the first two parameters; of one parameter and J
    /// when there is only one.
    pub home: Window,
    /// The default step limit.
    pub steps: u32,
    /// The default tolerance on ‖∇J‖.
    pub tolerance: f64,
}

impl Subject {
    /// What the settings about the cost ask for; none where data do not fit their model.
    pub(super) fn chosen(given: &Given) -> Result<Subject, Misfit> {
        let own = given
            .text(Key::Formula)
            .and_then(|text| Formula::parse(text).ok());
        if let Some(formula) = own {
            return Ok(Subject::own_formula(formula));
        }
        match Asked::read(given) {
            Some(asked) => asked.fit().map(|fit| Subject::fitted(&asked, fit)),
            None => {
                let sheet = given.text(Key::Cost).and_then(find_cost);
                Ok(Subject::catalogue(sheet.unwrap_or(&CATALOGUE[0])))
            }
        }
    }

    /// The first cost of the catalogue.
    pub(super) fn first() -> Subject {
        Subject::catalogue(&CATALOGUE[0])
    }

    fn catalogue(sheet: &'static Sheet) -> Subject {
        let formula = sheet.cost();
        Subject {
            number: next_number(),
            origin: Origin::Catalogue(sheet),
            cost: Rc::new(formula.clone()),
            formula: Some(formula),
            fit: None,
            model: None,
            regression: None,
            starts: owned(sheet.starts),
            alpha: sheet.alpha,
            home: home(sheet.window),
            steps: sheet.steps,
            tolerance: sheet.tolerance,
        }
    }

    fn own_formula(formula: Formula) -> Subject {
        let count = formula.parameters().len();
        let starts = vec![vec![FORMULA_START; count]];
        let home = match count {
            1 => curve_window(&formula),
            _ => square(),
        };
        Subject {
            number: next_number(),
            origin: Origin::OwnFormula,
            cost: Rc::new(formula.clone()),
            formula: Some(formula),
            fit: None,
            model: None,
            regression: None,
            starts,
            alpha: FORMULA_ALPHA,
            home,
            steps: STEPS,
            tolerance: TOLERANCE,
        }
    }

    fn fitted(asked: &Asked, fit: Fit) -> Subject {
        let regression = (asked.model == Model::Line && asked.loss == Loss::Squared)
            .then(|| Regression::new(Rc::clone(fit.table())));
        let cost: Rc<dyn Cost> = match &regression {
            Some(regression) => regression.cost(),
            None => Rc::new(fit.clone()),
        };
        let standing = match asked.promised() {
            Some(sheet) => Opening::promised(sheet),
            None => Opening::found(&*cost, &fit, regression.as_ref()),
        };
        Subject {
            number: next_number(),
            origin: match (asked.promised(), &asked.data) {
                (Some(sheet), _) => Origin::DataSet(sheet),
                (None, AskedData::BuiltIn(sheet)) => Origin::Refitted(sheet),
                (None, AskedData::Own(_)) => Origin::OwnData,
            },
            formula: None,
            model: Some(asked.sheet),
            starts: standing.starts,
            alpha: standing.alpha,
            home: standing.home,
            steps: standing.steps,
            tolerance: standing.tolerance,
            cost,
            fit: Some(fit),
            regression,
        }
    }

    /// The parameters' names.
    pub fn parameters(&self) -> &[Name] {
        self.cost.parameters()
    }

    /// How many parameters there are.
    pub fn dimension(&self) -> usize {
        self.parameters().len()
    }

    /// The place of a parameter in the order.
    pub fn index_of(&self, name: &Name) -> Option<usize> {
        self.parameters()
            .iter()
            .position(|parameter| parameter == name)
    }

    /// The default window for two shown parameters: the home window for the
    /// first two, else one that holds the starts and the known minima.
    pub fn window(&self, axes: [usize; 2]) -> Window {
        if axes == [0, 1] || self.dimension() < 2 {
            return self.home;
        }
        let known: Vec<&[f64]> = match (self.origin, &self.regression) {
            (_, Some(regression)) => vec![regression.minimum()],
            (Origin::Catalogue(sheet), _) => {
                sheet.minima.iter().map(|minimum| minimum.at).collect()
            }
            _ => return square(),
        };
        let points = self.starts.iter().map(Vec::as_slice).chain(known);
        let points: Vec<&[f64]> = points.collect();
        holding(axes.map(|axis| points.iter().map(|point| point[axis]).collect()))
    }

    /// The minima that are known without a walk: those of the data sheet, or that of a
    /// regression which has only one.
    pub fn known_minima(&self) -> Vec<&[f64]> {
        match (self.origin, &self.regression) {
            (Origin::Catalogue(sheet), _) => {
                sheet.minima.iter().map(|minimum| minimum.at).collect()
            }
            (_, Some(regression)) if regression.has_one_minimum() => vec![regression.minimum()],
            _ => Vec::new(),
        }
    }

    /// The valleys of these minima, so that their numbers and colours are the same
    /// wherever walkers are sent out.
    pub(super) fn known_valleys(&self) -> Valleys {
        Valleys::known(&*self.cost, self.known_minima())
    }

    /// The longest side of the home window in parameter units; J's own axis,
    /// in the picture of a one-parameter cost, does not count.
    pub fn extent(&self) -> f64 {
        let [width, height] = self.home.size();
        if self.dimension() > 1 && height > width {
            height
        } else {
            width
        }
    }

    /// Whether links must carry start, α and window, because no data sheet
    /// promises them.
    pub fn is_own(&self) -> bool {
        matches!(
            self.origin,
            Origin::OwnFormula | Origin::OwnData | Origin::Refitted(_)
        )
    }
}

fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The curve over [`RANGE`], as high as is worth showing.
fn curve_window(formula: &Formula) -> Window {
    let curve = Curve::sample(formula, 0, &[FORMULA_START], RANGE, 401);
    let heights = curve.worth_showing().unwrap_or(RANGE);
    Window::new(RANGE, heights).unwrap_or_else(|_| square())
}
