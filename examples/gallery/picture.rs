//! A figure as SVG text.

use downhill::figure::{Field, Figure, Format};
use downhill::lab::Session;
use downhill::view::{self, Mode, Size, Theme};
use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, IntoDrawingArea, SVGBackend};

use super::table::{Part, Row};

/// Where a picture is drawn.
pub(crate) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// plotters places everything at whole pixels; drawn this many times larger and
/// shrunk by the picture's own size, lines come out smooth.
pub(crate) const DETAIL: u32 = 4;

/// A row of the table at work.
pub(crate) struct Picture {
    session: Session,
    figure: Figure,
    row: &'static Row,
}

impl Picture {
    /// The row's figure.
    pub(crate) fn open(row: &'static Row) -> Picture {
        let mut session = Session::new();
        let problems = session.load(row.link);
        assert!(problems.is_empty(), "{}: {problems:?}", row.link);
        Picture {
            session,
            figure: Figure::default(),
            row,
        }
    }

    /// The SVG without its colour field.
    pub(crate) fn lines(&mut self) -> String {
        let Picture {
            session,
            figure,
            row,
        } = self;
        smooth(row.size, row.mode, |area, format| {
            draw(session, figure, row.part, area, format)
        })
    }

    /// The colour field under a map.
    pub(crate) fn field(&mut self) -> Option<Field> {
        let format = format(self.row.size, self.row.mode);
        let map = self.row.part == Part::Map;
        map.then(|| self.figure.field(&self.session, &format))?
    }
}

/// Draws one part of a figure, its colour field left out.
pub(crate) fn draw<'a>(
    session: &Session,
    figure: &mut Figure,
    part: Part,
    area: &Area<'a>,
    format: &Format,
) -> DrawResult<(), SVGBackend<'a>> {
    match part {
        Part::Map => {
            figure.draw_ground(session, area, format)?;
            figure.draw_walk(session, area, format)
        }
        Part::Costs => Figure::draw_costs(session, area, format),
        Part::Data => Figure::draw_data(session, area, format),
    }
}

/// A drawing on paper, in detail.
pub(crate) fn smooth(
    size: [u32; 2],
    mode: Mode,
    draw: impl for<'a> FnOnce(&Area<'a>, &Format) -> DrawResult<(), SVGBackend<'a>>,
) -> String {
    let format = format(size, mode);
    let [width, height] = format.size;
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
        view::draw_paper(&area, &format.theme)
            .and_then(|()| draw(&area, &format))
            .and_then(|()| area.present())
            .expect("a string can be written");
    }
    let drawn_size = format!("width=\"{width}\" height=\"{height}\"");
    let [width, height] = size;
    let shown_size = format!("width=\"{width}\" height=\"{height}\" stroke-linejoin=\"round\"");
    text.replacen(&drawn_size, &shown_size, 1)
}

fn format(size: [u32; 2], mode: Mode) -> Format {
    Format {
        size: size.map(|side| side * DETAIL),
        theme: Theme::new(mode, Size::Normal, f64::from(DETAIL)).for_svg(),
    }
}
