//! What is timed of the engine, the same natively and in the browser.

use std::cell::OnceCell;
use std::rc::Rc;

use downhill::cost::{Column, Cost, Regression, Table};
use downhill::descent::{Limits, Plan, RULES, Run, Scout, distance};
use downhill::formula::Formula;
use downhill::landscape::{
    Basins, Fate, Grid, GridKernel, Plane, Polyline, Rest, Valleys, WalkKernel, Walks, Window,
    contours,
};

/// As large as a home window of 10 lets a walk go.
const REACH: f64 = 1e7;
/// A tolerance that is compared at every step and that no walk here comes below.
const NEVER_FLAT: f64 = 1e-100;

/// A cost and what was last computed of it.
pub(crate) struct Work {
    cost: Rc<dyn Cost>,
    grid_kernel: Option<Rc<dyn GridKernel>>,
    walk_kernel: OnceCell<Option<Rc<dyn WalkKernel>>>,
    grid: Option<Grid>,
    lines: Vec<Polyline>,
    basins: Option<Basins>,
}

/// Steps and valley in one number: each minimum of Himmelblau's function has a quadrant for itself.
pub(crate) fn end(steps: u32, x: f64, y: f64) -> f64 {
    f64::from(4 * steps + 2 * u32::from(y < 0.0) + u32::from(x < 0.0))
}

impl Work {
    /// A cost from text, as a reader types it.
    pub(crate) fn typed(formula: &str) -> Work {
        Work::on(Rc::new(Formula::parse(formula).expect("a formula")))
    }

    /// Squared-error regression on rows of x and y, one after the other.
    pub(crate) fn fitted(rows: &[f64]) -> Work {
        let column = |name: &str| Column {
            name: name.into(),
            unit: String::new(),
        };
        let columns = vec![column("x"), column("y")];
        let table = Table::new(columns, rows.to_vec()).expect("rows of x and y");
        Work::on(Rc::new(Regression::new(table)))
    }

    fn on(cost: Rc<dyn Cost>) -> Work {
        Work {
            grid_kernel: grid_kernel(&*cost),
            walk_kernel: OnceCell::new(),
            cost,
            grid: None,
            lines: Vec::new(),
            basins: None,
        }
    }

    /// The cost on `side` × `side` points of the square from −`half` to `half`.
    pub(crate) fn sample(&mut self, side: usize, half: f64) {
        let room = self.grid.take().map_or_else(Vec::new, |grid| grid.values);
        self.grid = Some(Grid::sample_into(
            room,
            &*self.cost,
            self.grid_kernel.as_deref(),
            &plane(),
            square(half),
            side,
            side,
        ));
    }

    /// J where the first parameter is one of these and all others are the last of them.
    pub(crate) fn values_at(&self, first: &[f64]) -> Vec<f64> {
        let others = &first[first.len() - 1..];
        let point = vec![others[0]; self.cost.parameters().len()];
        let mut values = vec![0.0; first.len()];
        match &self.grid_kernel {
            Some(kernel) => kernel.grid(&point, first, (1, others), &mut values),
            None => {
                let lanes: Vec<Vec<f64>> = point
                    .iter()
                    .map(|&other| vec![other; first.len()])
                    .collect();
                let mut at: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
                at[0] = first;
                self.cost.values(&at, &mut values);
            }
        }
        values
    }

    /// The values last sampled, the lowest row first.
    pub(crate) fn values(&self) -> &[f64] {
        self.grid.as_ref().map_or(&[], |grid| &grid.values)
    }

    /// The lines of these levels on the grid last sampled.
    pub(crate) fn draw_lines(&mut self, levels: &[f64]) {
        let grid = self.grid.as_ref().expect("a grid that was sampled");
        self.lines = contours(grid, levels);
    }

    /// How long the lines last drawn are, one after the other.
    pub(crate) fn lengths(&self) -> Vec<f64> {
        self.lines.iter().map(length).collect()
    }

    fn walk_kernel(&self) -> Option<Rc<dyn WalkKernel>> {
        let made = || walk_kernel(&*self.cost);
        self.walk_kernel.get_or_init(made).clone()
    }

    /// One walk, kept as the app keeps it. Where it ends.
    pub(crate) fn walk(&self, start: &[f64], alpha: f64, steps: u32) -> Vec<f64> {
        let mut run = Run::new(Rc::clone(&self.cost), plan(alpha, steps, 0.0), start);
        match self.walk_kernel() {
            Some(kernel) => run.follow_to(u32::MAX, &*kernel),
            None => run.advance_to(u32::MAX),
        };
        run.point(run.computed())
    }

    /// One walk of which only the end is kept, as where many learning rates are tried.
    pub(crate) fn descend(&self, start: &[f64], alpha: f64, steps: u32) -> Vec<f64> {
        let plan = plan(alpha, steps, NEVER_FLAT);
        let walks = || Walks::new(&plan.limits, start.len(), 1);
        let Some((kernel, mut walks)) = self.walk_kernel().zip(walks()) else {
            let mut scout = Scout::new(&*self.cost, plan, start);
            scout.walk(&*self.cost, u32::MAX);
            return scout.point().to_vec();
        };
        walks.set_out(0, start, alpha);
        let mut end = Vec::new();
        walks.advance(&*kernel, u32::MAX, |_, point| end = point.to_vec());
        end
    }

    /// The walks from the cells of the square from −`half` to `half`, to their ends.
    pub(crate) fn find_basins(&mut self, side: usize, half: f64, alpha: f64) {
        let mut basins = Basins::new(
            Rc::clone(&self.cost),
            self.walk_kernel(),
            plan(alpha, 500, 1e-6),
            plane(),
            square(half),
            [side, side],
            Valleys::default(),
        );
        while basins.work(u32::MAX) {}
        self.basins = Some(basins);
    }

    /// For every walk that came to a valley four times its steps and the valley's quadrant, −1 for
    /// the others, the lowest row first.
    pub(crate) fn ends(&self) -> Vec<f64> {
        let basins = self.basins.as_ref().expect("basins that were found");
        let [columns, rows] = basins.sides();
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        let ends = places.map(|(column, row)| {
            let cell = basins.cell_near(column, row)?;
            let Fate::Rest(Rest::Valley(number)) = cell.fate else {
                return None;
            };
            let at = &basins.valleys()[number].at;
            Some(end(cell.steps, at[0], at[1]))
        });
        ends.map(|end| end.unwrap_or(-1.0)).collect()
    }
}

/// The cost compiled, as a page does with what is typed.
#[cfg(target_arch = "wasm32")]
fn grid_kernel(cost: &dyn Cost) -> Option<Rc<dyn GridKernel>> {
    let module = downhill::compile::grid_module(&*cost.program()?, 0)?;
    downhill::web::grid_kernel(&module, 0).ok()
}

#[cfg(target_arch = "wasm32")]
fn walk_kernel(cost: &dyn Cost) -> Option<Rc<dyn WalkKernel>> {
    let module = downhill::compile::walk_module(&*cost.program()?, RULES[0].order, REACH)?;
    downhill::web::walk_kernel(&module).ok()
}

/// Natively nothing runs what a cost is compiled to.
#[cfg(not(target_arch = "wasm32"))]
fn grid_kernel(_: &dyn Cost) -> Option<Rc<dyn GridKernel>> {
    None
}

#[cfg(not(target_arch = "wasm32"))]
fn walk_kernel(_: &dyn Cost) -> Option<Rc<dyn WalkKernel>> {
    None
}

fn length(line: &Polyline) -> f64 {
    let back = line.closed.then(|| line.points[0]);
    let ends = line.points[1..].iter().copied().chain(back);
    let pieces = line.points.iter().zip(ends);
    pieces.map(|(a, b)| distance(a, &b)).sum()
}

fn plane() -> Plane {
    Plane {
        axes: [0, 1],
        through: vec![0.0, 0.0],
    }
}

fn square(half: f64) -> Window {
    Window::new([-half, half], [-half, half]).expect("a window")
}

fn plan(alpha: f64, steps: u32, tolerance: f64) -> Plan {
    Plan {
        rule: &RULES[0],
        alpha,
        batch: None,
        limits: Limits {
            steps,
            tolerance,
            reach: REACH,
        },
    }
}
