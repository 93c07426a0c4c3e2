//! The article's person on the hill, who looks downhill.

use plotters::prelude::{DrawResult, DrawingBackend};

use super::super::marker::HALO;
use super::super::palette::Role;
use super::super::pen::{Pen, Pixel, Stroke};
use super::scene::HillPlot;

/// How tall the person is, in CSS pixels.
const TALL: f64 = 44.0;

/// A part of the body: a round stroke between two points, which have parts of the
/// height: forwards, to the left, upwards.
struct Limb {
    ends: [[f64; 3]; 2],
    width: f64,
    part: Part,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Clothes,
    Skin,
    Pack,
}

const fn limb(ends: [[f64; 3]; 2], width: f64, part: Part) -> Limb {
    Limb { ends, width, part }
}

/// Legs in stride, a rucksack behind, an arm that points the way, a head with a
/// peaked cap: from any side it shows which way is forwards.
const BODY: [Limb; 8] = [
    limb([[0.17, 0.08, 0.0], [0.0, 0.06, 0.42]], 0.1, Part::Clothes),
    limb(
        [[-0.17, -0.08, 0.0], [0.0, -0.06, 0.42]],
        0.1,
        Part::Clothes,
    ),
    limb([[0.0, 0.0, 0.46], [0.02, 0.0, 0.66]], 0.25, Part::Clothes),
    limb([[-0.2, 0.0, 0.48], [-0.18, 0.0, 0.64]], 0.17, Part::Pack),
    limb([[0.04, 0.14, 0.66], [0.46, 0.12, 0.58]], 0.08, Part::Skin),
    limb([[0.0, -0.15, 0.66], [-0.04, -0.17, 0.42]], 0.08, Part::Skin),
    limb([[0.02, 0.0, 0.9], [0.02, 0.0, 0.91]], 0.24, Part::Skin),
    limb([[-0.05, 0.0, 1.0], [0.21, 0.0, 0.97]], 0.09, Part::Clothes),
];

/// Draws the person with the feet at a pixel. `forwards` is a direction of the
/// floor as drawn ([`HillPlot::direction`]); without one the person looks at us.
pub(super) fn draw_person<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &HillPlot,
    feet: Pixel,
    forwards: Option<[f64; 3]>,
    run: usize,
) -> DrawResult<(), DB> {
    let tall = pen.theme.pixels(TALL);
    let upright = plot.facing([0.0, 0.0, 1.0]);
    let towards_us = [0.0, upright[2], -1.0];
    let ahead = forwards.unwrap_or(towards_us);
    // A quarter turn against the clock; the floor is drawn flatter than it is.
    let [sine, _] = [upright[2], upright[1]];
    let left = [-ahead[2], -ahead[0] * sine, ahead[0]];
    let place = |[forth, aside, up]: [f64; 3]| {
        let part = |axis: usize| forth * ahead[axis] + aside * left[axis];
        [
            feet[0] + tall * part(0),
            feet[1] + tall * (part(1) - up * upright[1]),
        ]
    };
    let mut limbs = BODY.each_ref();
    // So few that a sort from the library is not worth its size: farthest first.
    for first in 0..limbs.len() {
        for other in first + 1..limbs.len() {
            let [one, two] =
                [limbs[first], limbs[other]].map(|limb| away(limb, [ahead[2], left[2]], upright));
            if two > one {
                limbs.swap(first, other);
            }
        }
    }
    for limb in limbs {
        let halo = limb.width * tall + 2.0 * pen.theme.pixels(HALO * 0.8);
        draw_limb(pen, limb.ends.map(place), halo, pen.colour(Role::Paper))?;
    }
    for limb in limbs {
        let colour = match limb.part {
            Part::Clothes => pen.colour(Role::Run(run)),
            Part::Skin => pen
                .colour(Role::Run(run))
                .towards(pen.colour(Role::Paper), 0.55),
            Part::Pack => pen
                .colour(Role::Run(run))
                .towards(pen.colour(Role::Ink), 0.5),
        };
        draw_limb(pen, limb.ends.map(place), limb.width * tall, colour)?;
    }
    Ok(())
}

/// How far away a limb's middle is.
fn away(limb: &Limb, [forth, aside]: [f64; 2], upright: [f64; 3]) -> f64 {
    let middle = [0, 1, 2].map(|axis| 0.5 * (limb.ends[0][axis] + limb.ends[1][axis]));
    middle[0] * forth * upright[1] + middle[1] * aside * upright[1] - middle[2] * upright[2]
}

fn draw_limb<DB: DrawingBackend>(
    pen: &Pen<DB>,
    ends: [Pixel; 2],
    width: f64,
    colour: super::super::palette::Colour,
) -> DrawResult<(), DB> {
    let css = width / pen.theme.pixels(1.0);
    let stroke = Stroke::new(colour, css);
    pen.path(&ends, stroke)?;
    for end in ends {
        pen.disc(end, width / 2.0, stroke)?;
    }
    Ok(())
}
