//! Small costs written by hand, independent of the formula layer.

use downhill::cost::Cost;
use downhill::formula::Name;

/// Defines a cost of named parameters by its value and its gradient.
pub(crate) struct Handmade<const N: usize> {
    names: Vec<Name>,
    value: fn([f64; N]) -> f64,
    gradient: fn([f64; N]) -> [f64; N],
}

pub(crate) fn handmade<const N: usize>(
    value: fn([f64; N]) -> f64,
    gradient: fn([f64; N]) -> [f64; N],
) -> Handmade<N> {
    let names = ["x", "y", "z"][..N]
        .iter()
        .filter_map(|name| Name::new(name));
    Handmade {
        names: names.collect(),
        value,
        gradient,
    }
}

fn array<const N: usize>(at: &[f64]) -> [f64; N] {
    at.try_into().expect("one number per parameter")
}

impl<const N: usize> Cost for Handmade<N> {
    fn parameters(&self) -> &[Name] {
        &self.names
    }

    fn value(&self, at: &[f64]) -> f64 {
        (self.value)(array(at))
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        into.copy_from_slice(&(self.gradient)(array(at)));
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        (self.gradient)(array(at))[index]
    }
}

/// ½(λ₁x² + λ₂y²).
pub(crate) struct Bowl {
    pub(crate) curvatures: [f64; 2],
    names: [Name; 2],
}

pub(crate) fn bowl(curvatures: [f64; 2]) -> Bowl {
    let names = ["x", "y"].map(|name| Name::new(name).expect("a letter is a name"));
    Bowl { curvatures, names }
}

impl Cost for Bowl {
    fn parameters(&self) -> &[Name] {
        &self.names
    }

    fn value(&self, at: &[f64]) -> f64 {
        0.5 * (self.curvatures[0] * at[0] * at[0] + self.curvatures[1] * at[1] * at[1])
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        for index in 0..2 {
            into[index] = self.partial(index, at);
        }
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        self.curvatures[index] * at[index]
    }
}

/// Himmelblau's function, J = (x² + y − 11)² + (x + y² − 7)².
pub(crate) fn himmelblau() -> Handmade<2> {
    handmade(
        |[x, y]| {
            let (p, q) = (x * x + y - 11.0, x + y * y - 7.0);
            p * p + q * q
        },
        |[x, y]| {
            let (p, q) = (x * x + y - 11.0, x + y * y - 7.0);
            [4.0 * x * p + 2.0 * q, 2.0 * p + 4.0 * y * q]
        },
    )
}

/// The six course houses, row by row: half the mean squared error of w·x + b.
pub(crate) fn houses() -> Handmade<2> {
    handmade(
        |[w, b]| {
            HOUSES
                .iter()
                .map(|(x, y)| (w * x + b - y).powi(2))
                .sum::<f64>()
                / 12.0
        },
        |[w, b]| {
            let error = |&(x, y): &(f64, f64)| w * x + b - y;
            let by_w: f64 = HOUSES.iter().map(|row| error(row) * row.0).sum();
            let by_b: f64 = HOUSES.iter().map(error).sum();
            [by_w / 6.0, by_b / 6.0]
        },
    )
}

/// Size in 1000 square feet, price in 1000 dollars.
const HOUSES: [(f64, f64); 6] = [
    (1.0, 250.0),
    (1.7, 300.0),
    (2.0, 480.0),
    (2.5, 430.0),
    (3.0, 630.0),
    (3.2, 730.0),
];
