//! One backend for canvas and SVG: every drawing routine is compiled once.

use std::fmt;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend, SVGBackend};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;

/// A place to draw.
pub(super) type Area<'a> = DrawingArea<Backend<'a>, Shift>;

/// Where a picture goes.
pub(super) enum Backend<'a> {
    /// A canvas of the page.
    Canvas(CanvasBackend),
    /// The text of an SVG.
    Svg(SVGBackend<'a>),
}

/// Why drawing failed, in the backend's words.
#[derive(Debug)]
pub(super) struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

type Drawn = Result<(), DrawingErrorKind<Failure>>;

fn told<E: std::error::Error + Send + Sync>(done: Result<(), DrawingErrorKind<E>>) -> Drawn {
    done.map_err(|error| DrawingErrorKind::DrawingError(Failure(error.to_string())))
}

/// Calls the same method of whichever backend it is.
macro_rules! either {
    ($self:ident, $method:ident($($given:expr),*)) => {
        match $self {
            Backend::Canvas(canvas) => told(canvas.$method($($given),*)),
            Backend::Svg(svg) => told(svg.$method($($given),*)),
        }
    };
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = Failure;

    fn get_size(&self) -> (u32, u32) {
        match self {
            Backend::Canvas(canvas) => canvas.get_size(),
            Backend::Svg(svg) => svg.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Drawn {
        either!(self, ensure_prepared())
    }

    fn present(&mut self) -> Drawn {
        either!(self, present())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        either!(self, draw_pixel(point, color))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        either!(self, draw_line(from, to, style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        either!(self, draw_rect(upper_left, bottom_right, style, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        either!(self, draw_path(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        either!(self, draw_circle(center, radius, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        either!(self, fill_polygon(corners, style))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        either!(self, draw_text(text, style, at))
    }
}
