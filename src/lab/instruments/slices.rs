//! Slices: along each parameter with the others frozen.

use crate::lab::session::Session;
use crate::lab::setting::Key;
use crate::lab::words::DIGITS;
use crate::lab::words::slices::{self as words, Flat, Move, Place};
use crate::landscape::{Ground, ground, rises_along_every_axis};
use crate::number::significant;

/// One slice in numbers and words.
#[derive(Clone, Debug, PartialEq)]
pub struct SliceReport {
    /// The parameter's name in prose.
    pub display: String,
    /// The parameter's name, spoken.
    pub spoken: String,
    /// Where the walker is along it.
    pub value: f64,
    /// The partial derivative: the slope of the tangent.
    pub slope: f64,
    /// The same for reading.
    pub slope_text: String,
    /// Where the walker is on the slice and what comes next, in a sentence.
    pub sentence: String,
}

/// Every slice through the selected walker.
#[derive(Clone, Debug, PartialEq)]
pub struct SlicesReport {
    /// What to look at.
    pub caption: String,
    /// One slice per parameter; none for a cost of one parameter, whose map is the slice.
    pub slices: Vec<SliceReport>,
    /// The offer to open [`Session::try_between_axes`]; empty where it is open already.
    pub offer: &'static str,
}

/// Both slices through (0, 0) have their bottom there, yet along w = −b the ground
/// falls from it. The second run starts on that line.
const BETWEEN_AXES: [(Key, &str); 3] = [
    (Key::Formula, "w^2 + b^2 + 3w b"),
    (Key::Start, "0,0;0.1,-0.1"),
    (Key::Alpha, "0.1"),
];

impl Session {
    /// Every slice through the selected walker. `shared` says whether the pictures
    /// have one scale of J.
    pub fn slices_report(&self, shared: bool) -> SlicesReport {
        let open = self.given().text(Key::Formula) == Some(BETWEEN_AXES[0].1);
        let offer = if open { "" } else { words::OFFER };
        if self.subject().dimension() == 1 {
            return SlicesReport {
                caption: words::ONE_PARAMETER.into(),
                slices: Vec::new(),
                offer,
            };
        }
        SlicesReport {
            caption: words::caption(self.flat_place(), shared),
            slices: self.slice_reports(),
            offer,
        }
    }

    /// Opens the cost whose slices all have their bottom at a place that is no minimum.
    pub fn try_between_axes(&mut self) {
        self.try_out(&BETWEEN_AXES);
    }

    fn slice_reports(&self) -> Vec<SliceReport> {
        let run = self.selected();
        let readout = self.run_readout(run);
        let measured = self.measured();
        let names = self.subject().parameters();
        let report = |index: usize| {
            let slope = readout.gradient[index];
            let next = match readout.stopped {
                Some(_) => Move::Stopped,
                None if !measured[index].ends[1].is_finite() => Move::Undefined,
                None if measured[index].elsewhere => Move::Measured(measured[index].slope),
                None if self.batch().is_some() => Move::OfBatch(measured[index].slope),
                None => Move::Step,
            };
            let others = (0..names.len()).filter(|other| *other != index);
            SliceReport {
                display: names[index].display(),
                spoken: names[index].spoken(),
                value: readout.point[index],
                slope,
                slope_text: significant(slope, DIGITS),
                sentence: words::sentence(&Place {
                    name: &names[index].display(),
                    frozen: others
                        .map(|other| (names[other].display(), readout.point[other]))
                        .collect(),
                    first: index == 1,
                    cost: readout.cost,
                    slope,
                    next,
                }),
            }
        };
        (0..names.len()).map(report).collect()
    }

    /// What the place is, if the selected run has found it flat.
    fn flat_place(&self) -> Flat {
        let readout = self.run_readout(self.selected());
        let cost = self.subject().cost.as_ref();
        if readout.gradient_norm <= self.tolerance() {
            return match ground(cost, &readout.point) {
                Ground::Minimum => Flat::Minimum,
                Ground::Saddle if rises_along_every_axis(cost, &readout.point) => {
                    Flat::FallsBetween
                }
                _ => Flat::Other,
            };
        }
        Flat::No
    }
}
