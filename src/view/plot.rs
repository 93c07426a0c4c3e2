//! The rectangle of a picture that shows a window, and the map between both.

use std::borrow::Cow;

use crate::landscape::Window;

use super::clip::Bounds;
use super::labelling::Labelling;
use super::palette::Role;
use super::pen::{Pixel, text_width};
use super::theme::Theme;
use super::ticks::{Tick, decades};

/// The name under an axis or beside it, and what its colour stands for.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// A parameter's name (`w₁`) or words with a unit (`price in $1000`).
    pub name: &'a str,
    /// The colour of the name.
    pub role: Role,
}

/// The two axes of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Axes<'a> {
    /// To the right.
    pub x: Axis<'a>,
    /// Upwards.
    pub y: Axis<'a>,
}

/// A window placed in a picture: maps plane to pixels and back.
///
/// Both canvases of a map and the colour field share one plot, so they fit to
/// the pixel. The corners of the rectangle are whole pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    size: [u32; 2],
    /// Left, top, right and bottom.
    rectangle: [f64; 4],
    window: Window,
    labels: Labels,
    heights: Heights,
    /// Of x and y.
    labelling: [Labelling; 2],
}

/// What the numbers along y are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heights {
    Plain,
    /// Decimal logarithms of what is shown.
    Logarithms,
}

/// How much text there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Labels {
    None,
    Shown,
}

/// Margins in CSS pixels.
const TICK_GAP: f64 = 8.0;
const EDGE: f64 = 12.0;
/// Below this many CSS pixels a side is too short for labels.
const LABELLED: f64 = 80.0;
/// Below this many pixels a side shows nothing.
const LEAST: f64 = 12.0;
/// Longer names stand in a row of their own.
const SHORT_NAME: usize = 4;
/// The height of a short name, which is set like a formula, in that of text.
pub(super) const NAME: f64 = 1.25;
/// CSS pixels between ticks.
const TICK_EVERY: [f64; 2] = [60.0, 44.0];

/// Whether a name stands in the row or column of the labels.
pub(super) fn is_short(name: &str) -> bool {
    name.chars().count() <= SHORT_NAME
}

impl Plot {
    /// Places a window in a picture of this many pixels, with margins for the
    /// labels. `None` if the picture is too small to show anything.
    pub fn new(size: [u32; 2], window: Window, axes: &Axes, theme: &Theme) -> Option<Plot> {
        Plot::placed(size, window, Heights::Plain, axes, theme)
    }

    /// The same where y holds decimal logarithms: its ticks are powers of ten.
    pub fn logarithmic(size: [u32; 2], window: Window, axes: &Axes, theme: &Theme) -> Option<Plot> {
        Plot::placed(size, window, Heights::Logarithms, axes, theme)
    }

    fn placed(
        size: [u32; 2],
        window: Window,
        heights: Heights,
        axes: &Axes,
        theme: &Theme,
    ) -> Option<Plot> {
        let [width, height] = size.map(f64::from);
        let least = theme.pixels(LABELLED);
        let labels = match width < least || height < least {
            true => Labels::None,
            false => Labels::Shown,
        };
        let mut plot = Plot {
            size,
            rectangle: [0.0, 0.0, width, height],
            window,
            labels,
            heights,
            labelling: [window.x(), window.y()].map(Labelling::new),
        };
        let [left, top, right, bottom] = plot.margins(axes, theme);
        plot.rectangle = [left, top, width - right, height - bottom].map(f64::round);
        let [across, down] = plot.area();
        (across >= LEAST && down >= LEAST).then_some(plot)
    }

    fn margins(&self, axes: &Axes, theme: &Theme) -> [f64; 4] {
        if self.labels == Labels::None {
            return [theme.pixels(1.0); 4];
        }
        let (text, gap, edge) = (theme.text(), theme.pixels(TICK_GAP), theme.pixels(EDGE));
        let row = text + gap;
        let widest = self
            .y_ticks(theme)
            .iter()
            .map(|tick| text_width(&tick.label, text))
            .fold(text * 1.5, f64::max);
        let [x_name, y_name] = self.names(axes);
        let name = match is_short(&y_name) {
            true => text_width(&y_name, NAME * text),
            false => 0.0,
        };
        let left = widest + gap + theme.pixels(4.0) + name;
        let left = left.min(0.4 * f64::from(self.size[0]));
        let top = edge + if is_short(&y_name) { 0.0 } else { row * 0.8 };
        let bottom = row + theme.pixels(4.0) + if is_short(&x_name) { 0.0 } else { row };
        [left, top, edge, bottom]
    }

    /// The names of x and y, with what their labels leave out: "w − 3.0000001".
    pub(super) fn names<'a>(&self, axes: &Axes<'a>) -> [Cow<'a, str>; 2] {
        let [x, y] = &self.labelling;
        match self.heights {
            Heights::Plain => [x.name(axes.x.name), y.name(axes.y.name)],
            Heights::Logarithms => [x.name(axes.x.name), axes.y.name.into()],
        }
    }

    /// The size of the whole picture.
    pub fn size(&self) -> [u32; 2] {
        self.size
    }

    /// The window shown.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Left, top, width and height of the plot rectangle in whole pixels: where
    /// the colour field belongs.
    pub fn rectangle(&self) -> [u32; 4] {
        let [left, top, ..] = self.rectangle;
        let [width, height] = self.area();
        [left, top, width, height].map(|length| length as u32)
    }

    /// Width and height of the plot rectangle in pixels.
    pub fn area(&self) -> [f64; 2] {
        let [left, top, right, bottom] = self.rectangle;
        [right - left, bottom - top]
    }

    /// Where a point of the window is in the picture. `None` outside of the
    /// window and for what is not a number.
    pub fn to_pixel(&self, point: [f64; 2]) -> Option<[f64; 2]> {
        self.window.contains(point).then(|| self.project(point))
    }

    /// The point of the window under a pixel, the inverse of
    /// [`to_pixel`](Plot::to_pixel). `None` outside of the plot rectangle.
    pub fn from_pixel(&self, pixel: [f64; 2]) -> Option<[f64; 2]> {
        let [left, top, right, bottom] = self.rectangle;
        let inside = left <= pixel[0] && pixel[0] <= right && top <= pixel[1] && pixel[1] <= bottom;
        inside.then(|| self.nearest(pixel))
    }

    /// The point of the window nearest to a pixel anywhere, for dragging.
    pub fn nearest(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [left, top, right, bottom] = self.rectangle;
        [
            mix(self.window.x(), part(x, [left, right])),
            mix(self.window.y(), part(y, [bottom, top])),
        ]
    }

    /// The place of the plane under a pixel, which may lie outside of the plot rectangle.
    pub fn under(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [left, top, right, bottom] = self.rectangle;
        [
            mix(self.window.x(), (x - left) / (right - left)),
            mix(self.window.y(), (bottom - y) / (bottom - top)),
        ]
    }

    /// The pixel of a point that lies in the window.
    pub(super) fn project(&self, [x, y]: [f64; 2]) -> Pixel {
        let [left, top, right, bottom] = self.rectangle;
        [
            mix([left, right], part(x, self.window.x())),
            mix([bottom, top], part(y, self.window.y())),
        ]
    }

    pub(super) fn bounds(&self) -> Bounds {
        [self.window.x(), self.window.y()]
    }

    /// Left, top, right and bottom of the plot rectangle.
    pub(super) fn edges(&self) -> [f64; 4] {
        self.rectangle
    }

    pub(super) fn has_labels(&self) -> bool {
        self.labels == Labels::Shown
    }

    pub(super) fn x_ticks(&self, theme: &Theme) -> Vec<Tick> {
        let [mut every, _] = TICK_EVERY.map(|length| theme.pixels(length));
        let widest = |ticks: &[Tick]| {
            ticks
                .iter()
                .map(|tick| text_width(&tick.label, theme.text()))
                .fold(0.0, f64::max)
        };
        // Long labels ask for fewer ticks; one round settles it nearly always.
        let found = self.labelling[0].ticks(self.about(0, every));
        every = every.max(widest(&found) * 1.35);
        self.labelling[0].several_ticks(self.about(0, every))
    }

    pub(super) fn y_ticks(&self, theme: &Theme) -> Vec<Tick> {
        let about = self.about(1, theme.pixels(TICK_EVERY[1]));
        match self.heights {
            Heights::Plain => self.labelling[1].several_ticks(about),
            Heights::Logarithms => decades(self.window.y(), about),
        }
    }

    fn about(&self, axis: usize, every: f64) -> usize {
        ((self.area()[axis] / every) as usize).max(2)
    }
}

/// Where a value lies in a range, from 0 at its first end to 1 at its second,
/// and not beyond. What is not a number lies at 0.
fn part(value: f64, [first, second]: [f64; 2]) -> f64 {
    let part = (value - first) / (second - first);
    if part.is_nan() {
        return 0.0;
    }
    part.clamp(0.0, 1.0)
}

fn mix([first, second]: [f64; 2], part: f64) -> f64 {
    first * (1.0 - part) + second * part
}

/// A window around finite points, a little larger than they need; what is not
/// finite is left out. `None` without any finite point or if no window can
/// hold them.
pub fn window_around(points: impl IntoIterator<Item = [f64; 2]>, margin: f64) -> Option<Window> {
    let mut low = [f64::INFINITY; 2];
    let mut high = [f64::NEG_INFINITY; 2];
    for point in points {
        if point.iter().all(|part| part.is_finite()) {
            low = [low[0].min(point[0]), low[1].min(point[1])];
            high = [high[0].max(point[0]), high[1].max(point[1])];
        }
    }
    let range = |axis: usize| {
        let span = high[axis] - low[axis];
        // A flat range becomes one of the value's own size, or of 2 around 0.
        let pad = match span > 0.0 {
            true => span * margin,
            false => (high[axis].abs() * 0.5).max(1.0),
        };
        [low[axis] - pad, high[axis] + pad]
    };
    Window::new(range(0), range(1)).ok()
}
