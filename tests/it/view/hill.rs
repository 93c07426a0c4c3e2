//! A cost to draw, and a walk on it.

use downhill::cost::Cost;
use downhill::formula::Name;

/// The pictured hill of the article: a crest between a deeper and a shallower
/// valley, with its gradient written out by hand.
pub(crate) struct Hill {
    parameters: [Name; 2],
}

/// Height, steepness and centre of the hill's three bumps.
const BUMPS: [(f64, f64, [f64; 2]); 3] = [
    (2.1, 1.1, [0.0, 0.0]),
    (-1.55, 0.9, [1.5, -0.5]),
    (-1.0, 0.9, [-1.4, 0.8]),
];

impl Cost for Hill {
    fn parameters(&self) -> &[Name] {
        &self.parameters
    }

    fn value(&self, at: &[f64]) -> f64 {
        let bowl = 0.13 * (at[0] * at[0] + at[1] * at[1]);
        BUMPS.iter().fold(bowl, |sum, bump| sum + bump_at(bump, at))
    }

    fn gradient(&self, at: &[f64], into: &mut [f64]) {
        for (axis, slope) in into.iter_mut().enumerate() {
            *slope = self.partial(axis, at);
        }
    }

    fn partial(&self, index: usize, at: &[f64]) -> f64 {
        BUMPS.iter().fold(0.26 * at[index], |sum, bump| {
            sum - 2.0 * bump.1 * (at[index] - bump.2[index]) * bump_at(bump, at)
        })
    }
}

fn bump_at((height, steepness, centre): &(f64, f64, [f64; 2]), at: &[f64]) -> f64 {
    let (x, y) = (at[0] - centre[0], at[1] - centre[1]);
    height * libm::exp(-steepness * (x * x + y * y))
}

/// The hill.
pub(crate) fn hill() -> Hill {
    Hill {
        parameters: ["w", "b"].map(|name| Name::new(name).expect("a letter is a name")),
    }
}

/// Gradient descent on a cost: the start and `steps` further points.
pub(crate) fn descend(cost: &dyn Cost, start: [f64; 2], alpha: f64, steps: usize) -> Vec<[f64; 2]> {
    let mut gradient = [0.0; 2];
    let mut path = vec![start];
    for _ in 0..steps {
        let [x, y] = path[path.len() - 1];
        cost.gradient(&[x, y], &mut gradient);
        path.push([x - alpha * gradient[0], y - alpha * gradient[1]]);
    }
    path
}
