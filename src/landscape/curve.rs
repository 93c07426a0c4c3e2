use super::Polyline;
use crate::cost::Cost;

/// J along one parameter, the others frozen: the figure of a one-parameter cost.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Which parameter varies.
    pub parameter: usize,
    /// (parameter, J) from left to right; J is NaN or infinite where it has no value.
    pub points: Vec<[f64; 2]>,
}

/// How often the spread of the middle half of the values is still shown above and
/// below it.
const SPREADS: [f64; 2] = [3.0, 30.0];
/// Room above and below the curve, as a part of its range.
const MARGIN: f64 = 0.08;

impl Curve {
    /// Evaluates the cost at evenly spaced places, both ends included; fewer than 2
    /// samples count as 2. `through` is a point that freezes the other parameters.
    pub fn sample(
        cost: &dyn Cost,
        parameter: usize,
        through: &[f64],
        range: [f64; 2],
        samples: usize,
    ) -> Curve {
        let samples = samples.max(2);
        let places: Vec<f64> = (0..samples)
            .map(|index| {
                let part = index as f64 / (samples - 1) as f64;
                range[0] * (1.0 - part) + range[1] * part
            })
            .collect();
        let frozen: Vec<Vec<f64>> = through.iter().map(|&at| vec![at; samples]).collect();
        let mut lanes: Vec<&[f64]> = frozen.iter().map(Vec::as_slice).collect();
        lanes[parameter] = &places;
        let mut values = vec![0.0; samples];
        cost.values(&lanes, &mut values);
        Curve {
            parameter,
            points: places.iter().zip(values).map(|(&x, j)| [x, j]).collect(),
        }
    }

    /// The stretches where J is finite, as lines of at least two points.
    pub fn pieces(&self) -> Vec<Polyline> {
        self.points
            .split(|point| !point[1].is_finite())
            .filter(|piece| piece.len() > 1)
            .map(|piece| Polyline {
                points: piece.to_vec(),
                closed: false,
            })
            .collect()
    }

    /// The range of J worth showing, with a margin; `None` if J is nowhere finite.
    ///
    /// All of it, unless it shoots up so far that the valleys would be lost, as a
    /// polynomial or a pole does: then high ground is cut off, and only the very
    /// deepest of a pole's.
    pub fn worth_showing(&self) -> Option<[f64; 2]> {
        let finite = self.points.iter().map(|point| point[1]);
        let mut values: Vec<f64> = finite.filter(|value| value.abs() < 1e150).collect();
        values.sort_unstable_by(f64::total_cmp);
        let (&lowest, &highest) = (values.first()?, values.last()?);
        let quartile = |quarter: usize| values[(values.len() - 1) * quarter / 4];
        let spread = quartile(3) - quartile(1);
        let mut range = [lowest, highest];
        if spread > 0.0 {
            let top = quartile(2) + spread * SPREADS[0];
            let bottom = quartile(2) - spread * SPREADS[1];
            range = [
                if lowest > bottom { lowest } else { bottom },
                if highest < top { highest } else { top },
            ];
        }
        let height = range[1] - range[0];
        let margin = if height > 0.0 {
            height * MARGIN
        } else {
            // A level line stands in the middle of something.
            0.5 + range[0].abs() * 0.5
        };
        Some([range[0] - margin, range[1] + margin])
    }
}
