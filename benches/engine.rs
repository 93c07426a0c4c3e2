//! How fast the engine is, each time beside a baseline of the same run: compare the
//! rows of a group with each other, not with another machine.
//!
//! `cargo bench --bench engine`

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    divan::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
use downhill::{
    cost::find_cost,
    descent::{Limits, Plan, RULES, Run},
    formula::Formula,
    landscape::{Grid, Plane, Relief, Trail, Window, contours},
};

#[cfg(not(target_arch = "wasm32"))]
mod fixtures {
    use super::*;

    pub(super) fn himmelblau() -> Formula {
        let sheet = find_cost("himmelblau").expect("a cost of the catalogue");
        Formula::parse(sheet.formula).expect("a formula of the catalogue")
    }

    pub(super) fn plane() -> Plane {
        Plane {
            axes: [0, 1],
            through: vec![0.0, 0.0],
        }
    }

    pub(super) fn window() -> Window {
        Window::new([-5.0, 5.0], [-5.0, 5.0]).expect("a window")
    }

    pub(super) fn grid(columns: usize, rows: usize) -> Grid {
        Grid::sample(&himmelblau(), &plane(), window(), columns, rows)
    }

    /// A run that never settles, so that it takes every step.
    pub(super) fn restless(steps: u32) -> Run {
        let plan = Plan {
            rule: &RULES[0],
            alpha: 0.036,
            limits: Limits {
                steps,
                tolerance: 0.0,
                reach: 1e7,
            },
        };
        Run::new(std::rc::Rc::new(himmelblau()), plan, &[0.25, -0.5])
    }

    pub(super) fn finished(steps: u32) -> Run {
        let mut run = restless(steps);
        run.advance_to(u32::MAX);
        assert_eq!(run.computed(), steps);
        run
    }
}

/// Ten thousand steps.
#[cfg(not(target_arch = "wasm32"))]
#[divan::bench_group]
mod steps {
    use super::fixtures::{finished, himmelblau};
    use super::*;
    use divan::black_box;

    const STEPS: u32 = 10_000;

    /// The same walk in plain Rust, keeping nothing and testing nothing.
    #[divan::bench]
    fn baseline_by_hand() -> [f64; 2] {
        let (alpha, mut x, mut y) = black_box((0.036, 0.25, -0.5));
        for _ in 0..STEPS {
            let (p, q) = (x * x + y - 11.0, x + y * y - 7.0);
            x -= alpha * (4.0 * x * p + 2.0 * q);
            y -= alpha * (2.0 * p + 4.0 * y * q);
        }
        [x, y]
    }

    #[divan::bench]
    fn gradient_of_the_formula() -> [f64; 2] {
        let cost = himmelblau();
        let mut gradient = [0.0; 2];
        for _ in 0..STEPS {
            cost.gradient(black_box(&[0.25, -0.5]), &mut gradient);
        }
        gradient
    }

    #[divan::bench]
    fn run() -> u32 {
        finished(STEPS).computed()
    }

    #[divan::bench]
    fn run_and_trail() -> usize {
        let mut trail = Trail::new(fixtures::plane(), [0.02, 0.02]);
        trail.extend(&finished(STEPS));
        trail.points().len()
    }
}

/// J at 512 × 512 points.
#[cfg(not(target_arch = "wasm32"))]
#[divan::bench_group]
mod grid {
    use super::fixtures::{himmelblau, plane, window};
    use super::*;

    #[divan::bench]
    fn baseline_point_by_point() -> f64 {
        let cost = himmelblau();
        let mut sum = 0.0;
        for row in 0..512 {
            for column in 0..512 {
                let place = |index: i32| f64::from(index) / 51.1 - 5.0;
                sum += cost.value(&[place(column), place(row)]);
            }
        }
        sum
    }

    #[divan::bench]
    fn in_lanes() -> Grid {
        Grid::sample(&himmelblau(), &plane(), window(), 512, 512)
    }
}

/// A map's lower layer from a grid of 256 × 192.
#[cfg(not(target_arch = "wasm32"))]
#[divan::bench_group]
mod map {
    use super::*;
    use divan::{Bencher, black_box};

    #[divan::bench]
    fn baseline_grid() -> Grid {
        fixtures::grid(256, 192)
    }

    #[divan::bench]
    fn relief(bencher: Bencher) {
        let grid = fixtures::grid(256, 192);
        bencher.bench(|| Relief::new(black_box(&grid)));
    }

    #[divan::bench]
    fn twenty_contours(bencher: Bencher) {
        let grid = fixtures::grid(256, 192);
        let levels = Relief::new(&grid).levels(20);
        bencher.bench(|| {
            let lines = levels.iter().map(|&level| contours(&grid, level));
            lines.map(|lines| lines.len()).sum::<usize>()
        });
    }
}

/// 800 × 600 costs to heights.
#[cfg(not(target_arch = "wasm32"))]
#[divan::bench_group]
mod heights {
    use super::*;
    use divan::Bencher;

    #[divan::bench]
    fn baseline_logarithm(bencher: Bencher) {
        let grid = fixtures::grid(800, 600);
        let values = &grid.values;
        bencher.bench(|| values.iter().map(|&value| libm::log10(value)).sum::<f64>());
    }

    #[divan::bench]
    fn one_by_one(bencher: Bencher) {
        let grid = fixtures::grid(800, 600);
        let relief = Relief::new(&grid);
        bencher.bench(|| {
            let heights = grid.values.iter().map(|&value| relief.height(value));
            heights.sum::<f64>()
        });
    }

    #[divan::bench]
    fn along_rows(bencher: Bencher) {
        let grid = fixtures::grid(800, 600);
        let relief = Relief::new(&grid);
        bencher.bench(|| relief.heights(&grid.values).sum::<f64>());
    }
}

/// Going back in a run of a million steps.
#[cfg(not(target_arch = "wasm32"))]
#[divan::bench_group(sample_count = 20)]
mod back {
    use super::fixtures::finished;
    use divan::{Bencher, black_box};

    #[divan::bench]
    fn baseline_the_last_point(bencher: Bencher) {
        let run = finished(1_000_000);
        bencher.bench_local(|| run.point(black_box(1_000_000)));
    }

    #[divan::bench]
    fn just_before_a_checkpoint(bencher: Bencher) {
        let run = finished(1_000_000);
        bencher.bench_local(|| run.point(black_box(512_511)));
    }

    #[divan::bench]
    fn habit(bencher: Bencher) {
        let run = finished(1_000_000);
        bencher.bench_local(|| run.habit());
    }
}
