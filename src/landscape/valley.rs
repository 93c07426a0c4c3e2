use super::curvature::{Ground, ground, hessian};
use crate::cost::{Cost, symmetric_eigenvalues};
use crate::descent::{distance, norm};

/// A minimum as walkers found it, or as it was known before.
#[derive(Clone, Debug, PartialEq)]
pub struct Valley {
    /// Where the lowest of them ended.
    pub at: Vec<f64>,
    /// J there.
    pub value: f64,
    /// How far from there the minimum itself may lie.
    reach: f64,
    /// How much farther a slope may be from it, as a part of the slope.
    doubt: f64,
}

/// What kind of place a walker ended on that found the ground flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// In a valley, by its number.
    Valley(usize),
    /// On flat ground that is no minimum: a crest or a saddle.
    Pass,
    /// Where the ground is too nearly flat to tell.
    NearlyFlat,
}

/// Valleys in the order in which they became known.
#[derive(Clone, Debug, Default)]
pub struct Valleys {
    found: Vec<Valley>,
}

/// A quadratic whose curvature may be off by half, as [`ground`] allows, is level
/// within this many times ‖∇J‖/λmin.
const DOUBT: f64 = 2.0;
/// Two ends as near as this part of their own size differ by rounding only.
const ROUNDING: f64 = 1e-9;

impl Valleys {
    /// Valleys that are known before any walker sets out, numbered in this order: those of
    /// the places whose ground curves up all round.
    pub fn known<'a>(cost: &dyn Cost, minima: impl IntoIterator<Item = &'a [f64]>) -> Valleys {
        let mut valleys = Valleys::default();
        for at in minima {
            valleys.take(cost, at);
        }
        valleys
    }

    /// Takes the place where a walker found the ground flat, and says what it is.
    ///
    /// Ends belong to one valley when each may lie as far from its minimum as a
    /// slope of ‖∇J‖ on ground of curvature λmin can be, and these ranges meet: within
    /// them the curvature is steady, so no second minimum fits.
    pub fn take(&mut self, cost: &dyn Cost, at: &[f64]) -> Rest {
        match ground(cost, at) {
            Ground::Minimum => Rest::Valley(self.settle(Valley::at(cost, at))),
            Ground::Crest | Ground::Saddle => Rest::Pass,
            Ground::NearlyFlat => Rest::NearlyFlat,
        }
    }

    /// The valley of a place with ‖∇J‖ ≤ `slope`, if it is so near to the lowest known place
    /// of one that the steady curvature there explains its slope.
    pub fn recognise(&self, at: &[f64], slope: f64) -> Option<usize> {
        let near = |valley: &Valley| {
            let range = valley.reach + valley.doubt * slope;
            // Where squares vanish or overflow the place counts as unknown.
            squared_distance(&valley.at, at) < range * range
        };
        self.found.iter().position(near)
    }

    /// The valleys found so far.
    pub fn found(&self) -> &[Valley] {
        &self.found
    }

    fn settle(&mut self, new: Valley) -> usize {
        let known = self.found.iter().position(|known| known.meets(&new));
        match known {
            Some(index) => {
                if new.value < self.found[index].value {
                    self.found[index] = new;
                }
                index
            }
            None => {
                self.found.push(new);
                self.found.len() - 1
            }
        }
    }
}

impl Valley {
    /// A place that was judged to be a minimum.
    fn at(cost: &dyn Cost, at: &[f64]) -> Valley {
        let mut gradient = vec![0.0; at.len()];
        cost.gradient(at, &mut gradient);
        let doubt = DOUBT / symmetric_eigenvalues(&hessian(cost, at), at.len())[0];
        Valley {
            at: at.to_vec(),
            value: cost.value(at),
            reach: doubt * norm(&gradient),
            doubt,
        }
    }

    fn meets(&self, other: &Valley) -> bool {
        distance(&self.at, &other.at)
            <= self.reach + other.reach + ROUNDING * (norm(&self.at) + norm(&other.at))
    }
}

fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    let mut sum = 0.0;
    for (index, a) in a.iter().enumerate() {
        let difference = a - b[index];
        sum += difference * difference;
    }
    sum
}
