//! The engine natively, timed one order at a time: a line in, a line out, so that whoever asks can
//! take turns with a browser. A line in is what to do and its numbers, such as `basins 512 5 0.01`;
//! a line out is the nanoseconds it took and what came out.

#![cfg(not(target_arch = "wasm32"))]

mod by_hand;
mod work;

use std::hint::black_box;
use std::io::{self, BufRead as _, Write as _};
use std::time::Instant;
use std::{fs, thread};

use work::Work;

fn main() -> io::Result<()> {
    let clock = Clock(Instant::now());
    let mut work = Work::typed("x");
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (order, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let begun = clock.now();
        let said = if order == "typed" {
            work = Work::typed(rest);
            Vec::new()
        } else {
            let words = rest.split(' ').filter_map(|word| word.parse().ok());
            let numbers: Vec<f64> = words.collect();
            done(order, &numbers, &mut work)
        };
        let taken = clock.now() - begun;
        let said: Vec<String> = said.iter().map(f64::to_string).collect();
        println!("{taken} {}", said.join(" "));
        io::stdout().flush()?;
    }
    Ok(())
}

/// Where the system tells, this thread's time on a processor, so that others do not count.
struct Clock(Instant);

impl Clock {
    /// Nanoseconds.
    fn now(&self) -> u128 {
        // Giving way makes Linux bring its account up to date.
        thread::yield_now();
        let account = fs::read_to_string("/proc/thread-self/schedstat").ok();
        let spent = account.and_then(|text| text.split(' ').next()?.parse().ok());
        spent.unwrap_or_else(|| self.0.elapsed().as_nanos())
    }
}

/// Does what was ordered; gives what came out, where that is no longer than a point.
fn done(order: &str, numbers: &[f64], work: &mut Work) -> Vec<f64> {
    match (order, black_box(numbers)) {
        ("rows", rows) => *work = Work::fitted(rows),
        ("sample", &[side, half]) => work.sample(side as usize, half),
        ("lines", levels) => work.draw_lines(levels),
        ("walk", &[steps, alpha, x, y]) => return work.walk(&[x, y], alpha, steps as u32),
        ("descend", &[steps, alpha, x, y]) => return work.descend(&[x, y], alpha, steps as u32),
        ("walk-by-hand", &[steps, alpha, x, y]) => {
            return by_hand::walk([x, y], alpha, steps as u32).to_vec();
        }
        ("basins", &[side, half, alpha]) => work.find_basins(side as usize, half, alpha),
        ("basins-by-hand", &[side, half, alpha]) => {
            black_box(by_hand::ends(side as usize, half, alpha));
        }
        ("values-at", lane) => drop(black_box(work.values_at(lane))),
        // What the order before has found, in one number that tells a wrong answer.
        ("sum-of-values", _) => return vec![work.values().iter().sum()],
        ("sum-of-lengths", _) => return vec![work.lengths().iter().sum()],
        ("sum-of-ends", _) => return vec![work.ends().iter().sum()],
        ("sum-of-ends-by-hand", &[side, half, alpha]) => {
            let ends = by_hand::ends(side as usize, half, alpha);
            return vec![ends.iter().sum()];
        }
        _ => return vec![f64::NAN],
    }
    Vec::new()
}
