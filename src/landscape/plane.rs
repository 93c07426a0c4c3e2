/// The plane a map shows: two parameters vary, the others are frozen.
///
/// A cost of two parameters is the case where nothing is frozen.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// Which parameter runs along x and which along y.
    pub axes: [usize; 2],
    /// A point of the plane, one number per parameter; the two shown ones do
    /// not matter.
    pub through: Vec<f64>,
}

impl Plane {
    /// The same plane with the two shown numbers at 0: equal for all points of it.
    pub fn without_shown(mut self) -> Plane {
        for axis in self.axes {
            self.through[axis] = 0.0;
        }
        self
    }

    /// The full point of parameters at (x, y) on the plane.
    pub fn point(&self, [x, y]: [f64; 2]) -> Vec<f64> {
        let mut point = self.through.clone();
        point[self.axes[0]] = x;
        point[self.axes[1]] = y;
        point
    }

    /// The (x, y) of a point of parameters: its shadow on the plane.
    pub fn project(&self, point: &[f64]) -> [f64; 2] {
        [point[self.axes[0]], point[self.axes[1]]]
    }
}
