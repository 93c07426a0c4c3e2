/// Code made for one cost and one update rule, which tells where a walk will go: the same
/// bits as taking the steps.
pub trait Guide {
    /// Foresees steps with this α from a point with this ∇J: writes one [`Foreseen`] row
    /// after the other, as many as there is room for.
    fn foresee(&self, alpha: f64, point: &[f64], gradient: &[f64], rows: &mut [f64]);
}

/// One step that a [`Guide`] has foreseen.
#[derive(Clone, Copy, Debug)]
pub struct Foreseen<'a> {
    /// The displacement.
    pub step: &'a [f64],
    /// The point it leads to.
    pub point: &'a [f64],
    /// ∇J there.
    pub gradient: &'a [f64],
    /// J there.
    pub value: f64,
}

impl<'a> Foreseen<'a> {
    /// How many numbers a row has: step, point and gradient, one number per parameter each,
    /// and last the value.
    pub const fn row(parameters: usize) -> usize {
        3 * parameters + 1
    }

    /// Reads a row.
    pub(super) fn read(row: &'a [f64]) -> Foreseen<'a> {
        let parameters = row.len() / 3;
        Foreseen {
            step: &row[..parameters],
            point: &row[parameters..2 * parameters],
            gradient: &row[2 * parameters..3 * parameters],
            value: row[3 * parameters],
        }
    }
}
