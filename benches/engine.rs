//! How fast the engine is, as ratios: every group names a baseline first, and each
//! other row is so many times as slow. Times differ between machines, ratios less.
//!
//! `make bench-engine`

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use downhill::cost::find_cost;
use downhill::descent::{Limits, Plan, RULES, Run, Scout};
use downhill::formula::Formula;
use downhill::landscape::{Grid, Plane, Relief, Trail, Window, contours};

/// Each row is timed for this long, in rounds that take turns with the other rows, so
/// that a busy moment of the machine meets all of them.
const BUDGET: Duration = Duration::from_millis(600);

/// A name and what to time.
type Row<'a> = (&'static str, Box<dyn FnMut() + 'a>);

fn row<'a, T>(name: &'static str, mut work: impl FnMut() -> T + 'a) -> Row<'a> {
    let timed = move || {
        black_box(work());
    };
    (name, Box::new(timed))
}

/// Times the rows and prints the fastest of each beside its ratio to the first.
fn group(title: &str, mut rows: Vec<Row>) {
    let mut fastest = vec![Duration::MAX; rows.len()];
    let mut spent = Duration::ZERO;
    while spent < BUDGET * rows.len() as u32 {
        for ((_, work), fastest) in rows.iter_mut().zip(&mut fastest) {
            let start = Instant::now();
            work();
            let taken = start.elapsed();
            *fastest = taken.min(*fastest);
            spent += taken;
        }
    }
    println!("\n{title}");
    for ((name, _), time) in rows.iter().zip(&fastest) {
        let ratio = time.as_secs_f64() / fastest[0].as_secs_f64();
        println!(
            "  {name:<32} {ratio:>9.2} × {:>12.1} µs",
            time.as_secs_f64() * 1e6
        );
    }
}

fn himmelblau() -> Formula {
    find_cost("himmelblau")
        .expect("a cost of the catalogue")
        .cost()
}

fn plane() -> Plane {
    Plane {
        axes: [0, 1],
        through: vec![0.0, 0.0],
    }
}

fn grid(columns: usize, rows: usize) -> Grid {
    let window = Window::new([-5.0, 5.0], [-5.0, 5.0]).expect("a window");
    Grid::sample(&himmelblau(), None, &plane(), window, columns, rows)
}

/// A walk that never settles, so that it takes every step.
fn restless(steps: u32) -> Plan {
    Plan {
        rule: &RULES[0],
        alpha: 0.036,
        batch: None,
        limits: Limits {
            steps,
            tolerance: 0.0,
            reach: 1e7,
        },
    }
}

fn finished(steps: u32) -> Run {
    let mut run = Run::new(Rc::new(himmelblau()), restless(steps), &[0.25, -0.5]);
    run.advance_to(u32::MAX);
    assert_eq!(run.computed(), steps);
    run
}

/// The walk in plain Rust, keeping nothing and testing nothing.
fn by_hand(steps: u32) -> [f64; 2] {
    let (alpha, mut x, mut y) = black_box((0.036, 0.25, -0.5));
    for _ in 0..steps {
        let (p, q) = (x * x + y - 11.0, x + y * y - 7.0);
        let (dx, dy) = (4.0 * x * p + 2.0 * q, 2.0 * p + 4.0 * y * q);
        x -= alpha * dx;
        y -= alpha * dy;
    }
    [x, y]
}

fn steps() {
    const STEPS: u32 = 10_000;
    let cost = himmelblau();
    group(
        "Ten thousand steps on Himmelblau",
        vec![
            row("plain Rust, keeping nothing", || by_hand(STEPS)),
            row("the formula's gradient alone", || {
                let mut gradient = [0.0; 2];
                for _ in 0..STEPS {
                    cost.gradient(black_box(&[0.25, -0.5]), &mut gradient);
                }
                gradient
            }),
            row("a run", || finished(STEPS)),
            row("a run and its trail", || {
                let mut trail = Trail::new(plane(), [0.02, 0.02]);
                trail.extend(&finished(STEPS));
                trail
            }),
            row("a scout", || {
                let mut scout = Scout::new(&cost, restless(STEPS), &[0.25, -0.5]);
                scout.walk(&cost, u32::MAX)
            }),
        ],
    );
}

fn ground() {
    let cost = himmelblau();
    let point_by_point = || {
        let place = |index: i32| f64::from(index) / 25.5 - 5.0;
        let points = (0..192).flat_map(|y| (0..256).map(move |x| [place(x), place(y)]));
        points.map(|point| cost.value(&point)).sum::<f64>()
    };
    let sampled = grid(256, 192);
    let levels = Relief::new(&sampled).levels(20);
    group(
        "The ground of a map, 256 × 192",
        vec![
            row("the grid in lanes", || grid(256, 192)),
            row("the grid point by point", point_by_point),
            row("its relief", || Relief::new(&sampled)),
            row("twenty contours", || contours(&sampled, &levels)),
        ],
    );
}

fn heights() {
    let grid = grid(800, 600);
    let relief = Relief::new(&grid);
    group(
        "Heights of 800 × 600 costs",
        vec![
            row("a logarithm each", || {
                grid.values.iter().map(|&j| libm::log10(j)).sum::<f64>()
            }),
            row("one by one", || {
                grid.values.iter().map(|&j| relief.height(j)).sum::<f64>()
            }),
            row("along rows", || relief.heights(&grid.values).sum::<f64>()),
        ],
    );
}

fn going_back() {
    let run = finished(1_000_000);
    group(
        "A point of a run of a million steps",
        vec![
            row("the last", || run.point(black_box(1_000_000))),
            row("just before a checkpoint", || run.point(black_box(512_511))),
            row("what J has been doing", || run.habit()),
        ],
    );
}

fn main() {
    steps();
    ground();
    heights();
    going_back();
}
