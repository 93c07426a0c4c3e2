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
    /// A side is longer than 10¹⁵⁰.
    TooLong,
    /// A side is too short for its place: it may have fewer than 4503 different
    /// numbers between its ends.
    TooShort,
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WindowError::NotFinite => "all four ends must be finite numbers",
            WindowError::Empty => "each lower end must be below its upper end",
            WindowError::TooLong => "a side is too long to draw",
            WindowError::TooShort => "a side is too short to draw",
        })
    }
}

impl std::error::Error for WindowError {}

/// Why a window stays where it is when it is asked to zoom or move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowLimit {
    /// A side would hold too few different numbers for its samples, ticks and clicks.
    Closest,
    /// A side would be too long, or an end infinite.
    Widest,
}

/// Beyond this a product of two sides would overflow.
const LONGEST: f64 = 1e150;
/// A side shorter than this part of its distance from zero may have fewer than 4503
/// different f64 in it: one for each pixel of a large picture, with some to spare.
/// Neighbours are at most 2⁻⁵² of their own size apart, and 10⁻¹² is 4503 of these.
const SHORTEST: f64 = 1e-12;

impl From<WindowError> for WindowLimit {
    fn from(error: WindowError) -> WindowLimit {
        match error {
            WindowError::NotFinite | WindowError::TooLong => WindowLimit::Widest,
            WindowError::Empty | WindowError::TooShort => WindowLimit::Closest,
        }
    }
}

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
            if span > LONGEST {
                return Err(WindowError::TooLong);
            }
            if span < scale * SHORTEST || span < f64::MIN_POSITIVE / SHORTEST {
                return Err(WindowError::TooShort);
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

    /// The window grown about its middle along one axis, so that a picture of this many
    /// pixels has equal scales on both. Unchanged where no such window can be drawn.
    pub fn fit_aspect(&self, width: f64, height: f64) -> Window {
        let [across, up] = self.size();
        let grown = |[low, high]: [f64; 2], by: f64| {
            let extra = (high - low) * (by - 1.0) * 0.5;
            [low - extra, high + extra]
        };
        let wanted = (up * width) / (across * height);
        let fitted = if wanted > 1.0 {
            Window::new(grown(self.x, wanted), self.y)
        } else {
            Window::new(self.x, grown(self.y, 1.0 / wanted))
        };
        fitted.unwrap_or(*self)
    }

    /// The window seen so many times as large, with one place of the plane where it
    /// was in the picture. Anything that is no magnification (above 0, finite) of a
    /// finite place leaves it as it is.
    pub fn zoom(&self, factor: f64, [x, y]: [f64; 2]) -> Result<Window, WindowLimit> {
        let zooms = factor > 0.0 && factor.is_finite() && x.is_finite() && y.is_finite();
        if !zooms || factor == 1.0 {
            return Ok(*self);
        }
        let side = |ends: [f64; 2], about: f64| ends.map(|end| about + (end - about) / factor);
        Window::new(side(self.x, x), side(self.y, y)).map_err(WindowLimit::from)
    }

    /// The window moved over the plane. It stays if that is no finite way.
    pub fn pan(&self, [right, up]: [f64; 2]) -> Result<Window, WindowLimit> {
        if !(right.is_finite() && up.is_finite()) {
            return Ok(*self);
        }
        let side = |ends: [f64; 2], by: f64| ends.map(|end| end + by);
        Window::new(side(self.x, right), side(self.y, up)).map_err(WindowLimit::from)
    }

    /// About how many different f64 lie along a side, 0 for x and 1 for y: its length in
    /// gaps between neighbours at the end that is farther from zero, where they are widest.
    pub fn numbers(&self, axis: usize) -> f64 {
        let [low, high] = [self.x, self.y][axis];
        let far = if -low > high { -low } else { high };
        (high - low) / (far.next_up() - far)
    }

    /// Whether a point lies inside or on the edge. Never for NaN.
    pub fn contains(&self, [x, y]: [f64; 2]) -> bool {
        self.x[0] <= x && x <= self.x[1] && self.y[0] <= y && y <= self.y[1]
    }
}
