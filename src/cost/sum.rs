/// A running sum that keeps what rounding drops.
///
/// The result is off by about one rounding, plus ε² for each unit that the terms
/// cancel: A. Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen", ZAMM 54, 39–51.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    pub(super) fn add(&mut self, term: f64) {
        let total = self.high + term;
        self.low += if self.high.abs() >= term.abs() {
            (self.high - total) + term
        } else {
            (term - total) + self.high
        };
        self.high = total;
    }

    pub(super) fn value(self) -> f64 {
        self.high + self.low
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Sum {
        let mut sum = Sum::default();
        for term in terms {
            sum.add(term);
        }
        sum
    }
}
