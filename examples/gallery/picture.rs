//! A figure as SVG text.

use downhill::figure::{Field, Figure, Format, Sheet};
use downhill::lab::Session;
use downhill::view::{self, Mode};
use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, IntoDrawingArea, SVGBackend};

use super::table::{Part, Row};
use super::thin::thinned;

/// Where a picture is drawn.
pub(crate) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

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

    /// The SVG, with the colours under its lines or without.
    pub(crate) fn svg(&mut self, coloured: bool) -> String {
        let Picture {
            session,
            figure,
            row,
        } = self;
        let sheet = row.part.sheet();
        let format = sheet.format(row.size.map(f64::from), row.mode);
        let colours = match coloured {
            true => sheet.colours(figure, session, &format),
            false => None,
        };
        let svg = smooth(
            sheet,
            row.size,
            row.mode,
            colours.as_ref(),
            |area, format| draw(session, figure, row.part, area, format),
        );
        match row.part {
            Part::Poster => thinned(&svg),
            _ => svg,
        }
    }
}

/// Draws one part of a figure, its colours left out.
pub(crate) fn draw<'a>(
    session: &Session,
    figure: &mut Figure,
    part: Part,
    area: &Area<'a>,
    format: &Format,
) -> DrawResult<(), SVGBackend<'a>> {
    let mut layers = part.sheet().layers.iter();
    layers.try_for_each(|&layer| figure.draw(layer, session, area, format))
}

/// A drawing on paper, in detail.
pub(crate) fn smooth(
    sheet: Sheet,
    size: [u32; 2],
    mode: Mode,
    colours: Option<&Field>,
    draw: impl for<'a> FnOnce(&Area<'a>, &Format) -> DrawResult<(), SVGBackend<'a>>,
) -> String {
    let format = sheet.format(size.map(f64::from), mode);
    let [width, height] = format.size;
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
        view::draw_paper(&area, &format.theme)
            .and_then(|()| draw(&area, &format))
            .and_then(|()| area.present())
            .expect("a string can be written");
    }
    sheet.finish(&text, &format, colours)
}
