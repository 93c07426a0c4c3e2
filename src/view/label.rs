//! Boxes of text beside the walkers.

use plotters::prelude::{DrawResult, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Pixel, Stroke, text_width};
use super::theme::Theme;

/// Left, top, right and bottom in pixels.
pub(super) type Rectangle = [f64; 4];

const PADDING: [f64; 2] = [8.0, 6.0];
const LINE_HEIGHT: f64 = 1.4;
const CORNER: f64 = 5.0;
const OPACITY: f64 = 0.88;

/// Width and height of the box these lines need.
pub(super) fn box_size(lines: &[String], theme: &Theme) -> [f64; 2] {
    let widest = lines
        .iter()
        .map(|line| text_width(line, theme.text()))
        .fold(0.0, f64::max);
    let [across, down] = PADDING.map(|length| 2.0 * theme.pixels(length));
    let rows = lines.len() as f64;
    [widest + across, rows * LINE_HEIGHT * theme.text() + down]
}

/// The eight sides of a point, the most usual first.
const SIDES: [[f64; 2]; 8] = [
    [1.0, 1.0],
    [-1.0, 1.0],
    [1.0, -1.0],
    [-1.0, -1.0],
    [1.0, 0.0],
    [-1.0, 0.0],
    [0.0, 1.0],
    [0.0, -1.0],
];
/// A point hidden by a box is as bad as this many squares of the gap covered.
const HIDDEN: f64 = 1.5;

/// The best place around a point, near it or one box away: inside the edges,
/// and covering as little as possible of the obstacles and of the points worth
/// seeing. `None` if the edges leave no room worth covering.
pub(super) fn best_place(
    around: Pixel,
    size: [f64; 2],
    gap: f64,
    edges: Rectangle,
    obstacles: &[Rectangle],
    points: &[Pixel],
) -> Option<Rectangle> {
    let [width, height] = [edges[2] - edges[0], edges[3] - edges[1]];
    if size[0] > 0.6 * width || size[1] > 0.45 * height {
        return None;
    }
    let cost = |rank: usize, place: Rectangle| {
        let covered: f64 = obstacles.iter().map(|other| overlap(place, *other)).sum();
        let hidden = points.iter().filter(|&&point| holds(place, point)).count();
        covered + gap * (HIDDEN * gap * hidden as f64 + rank as f64)
    };
    [gap, gap + size[1]]
        .iter()
        .flat_map(|gap| SIDES.map(|side| inside(beside(around, side, size, *gap), edges)))
        .enumerate()
        .map(|(rank, place)| (cost(rank, place), place))
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, place)| place)
}

fn beside(around: Pixel, side: [f64; 2], size: [f64; 2], gap: f64) -> Rectangle {
    // Diagonal places need less distance to clear a round marker.
    let gap = if side[0] != 0.0 && side[1] != 0.0 {
        gap * 0.8
    } else {
        gap
    };
    let start =
        |axis: usize| around[axis] + side[axis] * (gap + size[axis] / 2.0) - size[axis] / 2.0;
    [start(0), start(1), start(0) + size[0], start(1) + size[1]]
}

fn inside(place: Rectangle, edges: Rectangle) -> Rectangle {
    let shift = |axis: usize| {
        let (low, high) = (edges[axis] - place[axis], edges[axis + 2] - place[axis + 2]);
        0f64.clamp(low.min(high), high.max(low))
    };
    let [across, down] = [shift(0), shift(1)];
    [
        place[0] + across,
        place[1] + down,
        place[2] + across,
        place[3] + down,
    ]
}

fn overlap(one: Rectangle, other: Rectangle) -> f64 {
    let side =
        |axis: usize| (one[axis + 2].min(other[axis + 2]) - one[axis].max(other[axis])).max(0.0);
    side(0) * side(1)
}

fn holds([left, top, right, bottom]: Rectangle, [x, y]: Pixel) -> bool {
    left <= x && x <= right && top <= y && y <= bottom
}

/// A rounded, slightly transparent box with lines of text.
pub(super) fn draw_box<DB: DrawingBackend>(
    pen: &Pen<DB>,
    place: Rectangle,
    lines: &[String],
) -> DrawResult<(), DB> {
    let outline = rounded(place, pen.theme.pixels(CORNER));
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    let line = Stroke::new(pen.colour(Role::Line), 1.0);
    pen.polygon(&outline, paper.faint(OPACITY))?;
    pen.path(
        &[outline.as_slice(), &outline[..1]].concat(),
        line.faint(OPACITY),
    )?;
    let look = Lettering {
        colour: pen.colour(Role::Ink),
        height: pen.theme.text(),
        anchor: (HPos::Left, VPos::Center),
        kind: Kind::Plain,
    };
    let [across, down] = PADDING.map(|length| pen.theme.pixels(length));
    for (row, line) in lines.iter().enumerate() {
        let middle = (row as f64 + 0.5) * LINE_HEIGHT * pen.theme.text();
        pen.text(line, [place[0] + across, place[1] + down + middle], look)?;
    }
    Ok(())
}

/// The outline of a rectangle with round corners.
fn rounded([left, top, right, bottom]: Rectangle, radius: f64) -> Vec<Pixel> {
    const PARTS: u32 = 5;
    let centres = [
        [right - radius, top + radius],
        [right - radius, bottom - radius],
        [left + radius, bottom - radius],
        [left + radius, top + radius],
    ];
    let quarter = std::f64::consts::FRAC_PI_2;
    (0u32..)
        .zip(centres)
        .flat_map(|(corner, [x, y])| {
            (0..=PARTS).map(move |part| {
                let turn = f64::from(corner) + f64::from(part) / f64::from(PARTS);
                let (sin, cos) = libm::sincos(turn * quarter);
                [x + radius * sin, y - radius * cos]
            })
        })
        .collect()
}
