//! Where a point of the hill stands in the picture, and back.

use crate::landscape::{Heights, Window};

use super::super::pen::Pixel;
use super::super::theme::Theme;

/// From where the hill is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Degrees that the hill is turned, seen from above against the clock: 0 has the
    /// first axis to the right and the second away from the viewer.
    pub turn: f64,
    /// Degrees above the floor, 90 from straight above.
    pub tilt: f64,
}

/// A hill placed in a picture: an orthographic projection, so that lengths along one
/// direction are to one scale everywhere.
///
/// A scene has x and y on the floor, its longer side 1 long, and z upwards, 0 at the
/// lowest ground.
#[derive(Clone, Debug, PartialEq)]
pub struct HillPlot {
    size: [u32; 2],
    window: Window,
    /// Width and depth of the floor in the scene.
    sides: [f64; 2],
    /// Sine and cosine.
    turn: [f64; 2],
    tilt: [f64; 2],
    /// Pixels to a length of 1.
    scale: f64,
    /// The pixel of the scene's middle.
    middle: Pixel,
}

/// A point as the viewer has it: its pixel, and how far away, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) pixel: Pixel,
    pub(super) depth: f64,
}

/// How high the highest ground stands, in the scene.
pub(super) const HEIGHT: f64 = 0.5;
/// How far the floor lies below the lowest ground.
pub(super) const GAP: f64 = 0.34;
/// Room for labels, in CSS pixels: beside and below.
const MARGIN: [f64; 2] = [34.0, 26.0];
/// Below this many pixels a picture shows nothing.
const LEAST: f64 = 40.0;

impl HillPlot {
    /// Places a window's hill in a picture of this many pixels. With equal scales the
    /// floor has the window's shape, else it is a square. `None` if the picture is too
    /// small to show anything.
    pub fn new(
        size: [u32; 2],
        window: Window,
        equal_scales: bool,
        camera: Camera,
        theme: &Theme,
    ) -> Option<HillPlot> {
        let [across, up] = window.size();
        let longer = across.max(up);
        let sides = match equal_scales {
            true => [across / longer, up / longer],
            false => [1.0, 1.0],
        };
        let [width, height] = size.map(f64::from);
        let margin = MARGIN.map(|length| theme.pixels(length).min(0.2 * width.min(height)));
        // The same scale from wherever it is seen, so that turning does not zoom.
        let diagonal = libm::hypot(sides[0], sides[1]);
        let tallest = libm::hypot(diagonal, HEIGHT + GAP);
        let scale =
            ((width - 2.0 * margin[0]) / diagonal).min((height - 2.0 * margin[1]) / tallest);
        let radians = |degrees: f64| (degrees % 360.0).to_radians();
        let circle = |angle: f64| [libm::sin(angle), libm::cos(angle)];
        let plot = HillPlot {
            size,
            window,
            sides,
            turn: circle(radians(camera.turn)),
            tilt: circle(radians(camera.tilt)),
            scale,
            middle: [width / 2.0, height / 2.0],
        };
        (width.min(height) >= LEAST && scale > 1.0).then_some(plot)
    }

    /// The size of the whole picture.
    pub fn size(&self) -> [u32; 2] {
        self.size
    }

    /// The window whose ground is shown.
    pub fn window(&self) -> Window {
        self.window
    }

    /// How many times as high as a unit of the parameters is wide a unit of J is
    /// drawn. `None` where heights are compressed or all the ground is level, so that
    /// there is no such number; it means something only with equal scales.
    pub fn exaggeration(&self, heights: &Heights) -> Option<f64> {
        let [low, high] = heights.range();
        let per_unit = self.sides[0] / self.window.size()[0];
        let times = HEIGHT / (high - low) / per_unit;
        (!heights.are_compressed() && times.is_finite()).then_some(times)
    }

    /// A point of the plane at a height (0 the lowest ground, 1 the highest), in
    /// pixels: across, down, and how far away along the line of sight.
    pub fn place(&self, at: [f64; 2], height: f64) -> [f64; 3] {
        let seen = self.seen(self.scene(at, height * HEIGHT));
        [seen.pixel[0], seen.pixel[1], seen.depth]
    }

    /// The point of the plane, and its height, at a place in pixels: the inverse of
    /// [`place`](HillPlot::place).
    pub fn back(&self, [across, down, depth]: [f64; 3]) -> ([f64; 2], f64) {
        let [turn, tilt] = [self.turn, self.tilt];
        let right = (across - self.middle[0]) / self.scale;
        let up = (self.middle[1] - down) / self.scale;
        let away = depth / self.scale;
        let (z, far) = (up * tilt[1] - away * tilt[0], up * tilt[0] + away * tilt[1]);
        let x = right * turn[1] + far * turn[0];
        let y = far * turn[1] - right * turn[0];
        let plane = [x, y];
        let at = [0, 1].map(|axis| {
            let [low, high] = [self.window.x(), self.window.y()][axis];
            low + (plane[axis] / self.sides[axis] + 0.5) * (high - low)
        });
        (at, (z + MIDDLE) / HEIGHT)
    }

    /// A direction of the plane, as it is drawn on the floor: to the right, downwards,
    /// and away from the viewer, in parts of its length. `None` for none.
    pub fn direction(&self, direction: [f64; 2]) -> Option<[f64; 3]> {
        let size = self.window.size();
        let [x, y] = [0, 1].map(|axis| direction[axis] / size[axis] * self.sides[axis]);
        let length = libm::hypot(x, y);
        let [right, far] = self.turned([x / length, y / length]);
        let drawn = [right, -far * self.tilt[0], far];
        drawn.iter().all(|part| part.is_finite()).then_some(drawn)
    }

    /// A point of the plane in the scene, z given there.
    pub(super) fn scene(&self, at: [f64; 2], z: f64) -> [f64; 3] {
        let ranges = [self.window.x(), self.window.y()];
        let [x, y] = [0, 1].map(|axis| {
            let [low, high] = ranges[axis];
            ((at[axis] - low) / (high - low) - 0.5) * self.sides[axis]
        });
        [x, y, z]
    }

    pub(super) fn floor(&self, at: [f64; 2]) -> [f64; 3] {
        self.scene(at, -GAP)
    }

    pub(super) fn seen(&self, [x, y, z]: [f64; 3]) -> Seen {
        let [right, far] = self.turned([x, y]);
        let [sine, cosine] = self.tilt;
        let z = z - MIDDLE;
        Seen {
            pixel: [
                self.middle[0] + right * self.scale,
                self.middle[1] - (z * cosine + far * sine) * self.scale,
            ],
            depth: (far * cosine - z * sine) * self.scale,
        }
    }

    fn turned(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [sine, cosine] = self.turn;
        [x * cosine - y * sine, x * sine + y * cosine]
    }

    pub(super) fn sides(&self) -> [f64; 2] {
        self.sides
    }

    /// Pixels to a length of 1 in the scene.
    pub(super) fn scale(&self) -> f64 {
        self.scale
    }

    /// A direction of the scene as the viewer has it: right, up, towards.
    pub(super) fn facing(&self, [x, y, z]: [f64; 3]) -> [f64; 3] {
        let [right, far] = self.turned([x, y]);
        let [sine, cosine] = self.tilt;
        [right, z * cosine + far * sine, z * sine - far * cosine]
    }
}

/// The height of the scene's middle.
const MIDDLE: f64 = (HEIGHT - GAP) / 2.0;
