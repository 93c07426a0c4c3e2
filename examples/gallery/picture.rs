//! A figure as SVG text.

use downhill::view::{self, Mode, Size, Theme};
use plotters::prelude::{IntoDrawingArea, SVGBackend};

use super::figures::Figure;

/// plotters places everything at whole pixels; drawn this many times larger and
/// shrunk by the picture's own size, lines come out smooth.
const DETAIL: u32 = 4;

/// Field pixels per side are this many times fewer than picture pixels.
const FIELD_COARSENESS: u32 = 3 * DETAIL;

/// A drawn figure.
pub(crate) struct Picture {
    /// The SVG without its colour field.
    pub(crate) lines: String,
    /// The colour field as an SVG element.
    field: Option<String>,
}

impl Picture {
    /// Draws a figure on paper.
    pub(crate) fn draw(figure: &Figure, mode: Mode) -> Picture {
        let theme = Theme::new(mode, Size::Normal, f64::from(DETAIL)).for_svg();
        let [width, height] = figure.size.map(|side| side * DETAIL);
        let mut text = String::new();
        let field = {
            let area = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
            view::draw_paper(&area, &theme).expect("a string can be written");
            let field = (figure.draw)(&area, [width, height], &theme);
            area.present().expect("a string can be written");
            field.expect("a string can be written")
        };
        let drawn_size = format!("width=\"{width}\" height=\"{height}\"");
        let [width, height] = figure.size;
        let shown_size = format!("width=\"{width}\" height=\"{height}\" stroke-linejoin=\"round\"");
        Picture {
            lines: text.replacen(&drawn_size, &shown_size, 1),
            field: field.map(|field| field.image(&theme, FIELD_COARSENESS)),
        }
    }

    /// The SVG with the colour field between the paper, which is the first
    /// rectangle, and everything else.
    pub(crate) fn complete(&self) -> String {
        let paper = self.lines.find("<rect").unwrap_or(0);
        let end = self.lines[paper..].find('\n').map_or(0, |end| paper + end);
        let (before, after) = self.lines.split_at(end);
        let field = self.field.as_deref().unwrap_or_default();
        format!("{before}\n{field}{after}")
    }
}
