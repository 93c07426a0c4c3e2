use super::{Table, sum::Sum};

/// What a table's rows come down to in squared-error linear regression: the means
/// of all columns and the second moments of the features about their means.
///
/// The moments are taken about the mean, never as differences of raw squares, so
/// that features far from zero (a year, a distance in metres) lose no digits.
pub(super) struct Moments {
    /// Mean of each column, y last.
    pub(super) means: Vec<f64>,
    /// What rounding took from each mean.
    remainders: Vec<f64>,
    /// S, row-major n×n: the mean of (xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ).
    pub(super) spread: Vec<f64>,
}

impl Moments {
    /// Looks at every row once for the means, once for what they lost, then for S.
    pub(super) fn of(table: &Table) -> Moments {
        let rows = table.row_count() as f64;
        let columns = table.columns().len();
        let mean_of = |column: usize, from: f64| {
            // As two terms, so that a row much larger than the mean swallows nothing.
            let terms = table.column(column).flat_map(|value| [value, -from]);
            terms.collect::<Sum>().value() / rows
        };
        let means: Vec<f64> = (0..columns).map(|column| mean_of(column, 0.0)).collect();
        let remainders = (0..columns)
            .map(|column| mean_of(column, means[column]))
            .collect();
        let mut moments = Moments {
            means,
            remainders,
            spread: Vec::new(),
        };
        moments.spread = moments.spread_of(table);
        moments
    }

    /// A row's column measured from the column's mean.
    pub(super) fn centred(&self, row: &[f64], column: usize) -> f64 {
        (row[column] - self.means[column]) - self.remainders[column]
    }

    fn spread_of(&self, table: &Table) -> Vec<f64> {
        let features = self.means.len() - 1;
        let mut spread = vec![0.0; features * features];
        for i in 0..features {
            for j in 0..=i {
                let sum: Sum = table
                    .rows()
                    .map(|row| self.centred(row, i) * self.centred(row, j))
                    .collect();
                let mean = sum.value() / table.row_count() as f64;
                spread[i * features + j] = mean;
                spread[j * features + i] = mean;
            }
        }
        spread
    }

    /// y minus the plane's height above the mean point, for one row: the residual
    /// of the best b for these weights.
    pub(super) fn residual(&self, row: &[f64], weights: &[f64]) -> f64 {
        let fitted = weights
            .iter()
            .enumerate()
            .fold(0.0, |fitted, (column, weight)| {
                fitted + weight * self.centred(row, column)
            });
        self.centred(row, weights.len()) - fitted
    }

    /// The mean of (xᵢ − x̄ᵢ) · residual for every feature: zero at the best weights.
    pub(super) fn cross(&self, table: &Table, weights: &[f64]) -> Vec<f64> {
        let mut sums = vec![Sum::default(); weights.len()];
        for row in table.rows() {
            let residual = self.residual(row, weights);
            for (column, sum) in sums.iter_mut().enumerate() {
                sum.add(self.centred(row, column) * residual);
            }
        }
        sums.iter()
            .map(|sum| sum.value() / table.row_count() as f64)
            .collect()
    }

    /// Half the mean squared residual, with the best b for these weights.
    pub(super) fn half_square(&self, table: &Table, weights: &[f64]) -> f64 {
        let squares: Sum = table
            .rows()
            .map(|row| self.residual(row, weights))
            .map(|residual| residual * residual)
            .collect();
        squares.value() / (2.0 * table.row_count() as f64)
    }

    /// The best b for these weights: ȳ − w·x̄.
    pub(super) fn intercept(&self, weights: &[f64]) -> f64 {
        let mut sum = Sum::default();
        sum.add(self.means[weights.len()]);
        sum.add(self.remainders[weights.len()]);
        for (column, weight) in weights.iter().enumerate() {
            sum.add(-weight * self.means[column]);
            sum.add(-weight * self.remainders[column]);
        }
        sum.value()
    }
}
