use std::fmt;

/// The rectangle of the plane that a picture shows, in parameter units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    x: [f64; 2],
    y: [f64; 2],
}

/// Why four numbers are no window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowError {
    /// A number is infinite or not a number.
    NotFinite,
    /// A lower end is not below its upper end.
    Empty,
    /// A side is longer than 10¹⁵⁰, or too short for its place: fewer than
    /// about 10,000 different numbers lie between its ends.
    Span,
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WindowError::NotFinite => "all four ends must be finite numbers",
            WindowError::Empty => "each lower end must be below its upper end",
            WindowError::Span => "a side is too long or too short to draw",
        })
    }
}

impl std::error::Error for WindowError {}

/// Beyond this a product of two sides would overflow.
const LONGEST: f64 = 1e150;
/// A side shorter than this part of its distance from zero has fewer than
/// about 10,000 different f64 in it.
const SHORTEST: f64 = 1e-12;

impl Window {
    /// Checks four ends: finite, lower below upper, and a span that can be drawn.
    pub fn new(x: [f64; 2], y: [f64; 2]) -> Result<Window, WindowError> {
        for [low, high] in [x, y] {
            if !(low.is_finite() && high.is_finite()) {
                return Err(WindowError::NotFinite);
            }
            if low >= high {
                return Err(WindowError::Empty);
            }
            let span = high - low;
            let scale = if low.abs() > high.abs() {
                low.abs()
            } else {
                high.abs()
            };
            if span > LONGEST || span < scale * SHORTEST || span < f64::MIN_POSITIVE / SHORTEST {
                return Err(WindowError::Span);
            }
        }
        Ok(Window { x, y })
    }

    /// Left and right end.
    pub fn x(&self) -> [f64; 2] {
        self.x
    }

    /// Lower and upper end.
    pub fn y(&self) -> [f64; 2] {
        self.y
    }

    /// Width and height.
    pub fn size(&self) -> [f64; 2] {
        [self.x[1] - self.x[0], self.y[1] - self.y[0]]
    }

    /// The smallest window around this one, with the same centre, in which a unit
    /// is equally long on both axes of a picture with this width and height.
    /// The window itself where there is none that can be drawn.
    pub fn grown_to(&self, [width, height]: [f64; 2]) -> Window {
        let [across, up] = [self.size()[0] / width, self.size()[1] / height];
        let per_pixel = if across > up { across } else { up };
        let around = |[low, high]: [f64; 2], pixels: f64, grows: bool| {
            let (middle, half) = (low / 2.0 + high / 2.0, per_pixel * pixels / 2.0);
            if grows {
                [middle - half, middle + half]
            } else {
                [low, high]
            }
        };
        let x = around(self.x, width, across < per_pixel);
        let y = around(self.y, height, up < per_pixel);
        Window::new(x, y).unwrap_or(*self)
    }

    /// Whether a point lies inside or on the edge. Never for NaN.
    pub fn contains(&self, [x, y]: [f64; 2]) -> bool {
        self.x[0] <= x && x <= self.x[1] && self.y[0] <= y && y <= self.y[1]
    }
}
