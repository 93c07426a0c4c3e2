//! A figure as SVG text: for printed pages, handouts and documents.

use super::{Field, Figure, Format, Picture};
use crate::lab::Session;
use crate::view::{Mode, Size, Theme};

/// A picture for SVG: what is drawn into it, and how finely.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Its layers, lowest first.
    pub layers: &'static [Picture],
    /// plotters places everything at whole pixels; drawn this many times larger and
    /// shrunk by the picture's own size, lines come out smooth.
    detail: u32,
    /// Pixels of the picture to a pixel of its colours, along a side.
    coarseness: usize,
}

/// The sheets by the names a page calls them.
const SHEETS: [(&str, Sheet); 5] = [
    ("map", sheet(&[Picture::Ground, Picture::Walk], 4, 12)),
    ("poster", sheet(&[Picture::Ground, Picture::Walk], 4, 24)),
    ("hill", sheet(&[Picture::Hill, Picture::HillWalk], 2, 2)),
    ("costs", sheet(&[Picture::Costs], 4, 12)),
    ("data", sheet(&[Picture::Data], 4, 12)),
];

const fn sheet(layers: &'static [Picture], detail: u32, coarseness: usize) -> Sheet {
    Sheet {
        layers,
        detail,
        coarseness,
    }
}

/// Sheets larger than this, in CSS pixels, are no larger on paper.
const LARGEST: f64 = 2000.0;

impl Sheet {
    /// The sheet of this name.
    pub fn named(name: &str) -> Option<Sheet> {
        let row = SHEETS.iter().find(|(listed, _)| *listed == name)?;
        Some(row.1)
    }

    /// The format to draw the layers in for a sheet of so many CSS pixels.
    pub fn format(&self, css_size: [f64; 2], mode: Mode) -> Format {
        let detail = f64::from(self.detail);
        // A cast saturates, and turns NaN into 0.
        let size = css_size.map(|side| side.min(LARGEST).round() as u32 * self.detail);
        Format {
            size,
            theme: Theme::new(mode, Size::Normal, detail).for_svg(),
        }
    }

    /// The colours under the layers' lines.
    pub fn colours(
        &self,
        figure: &mut Figure,
        session: &Session,
        format: &Format,
    ) -> Option<Field> {
        if self.layers.contains(&Picture::Ground)
            && let Some(basins) = figure.whole_basins(session, format, self.coarseness as u32)
        {
            return Some(basins);
        }
        let mut layers = self.layers.iter();
        layers.find_map(|&layer| figure.colours(layer, session, format))
    }

    /// The finished SVG: the drawn layers, which begin with a rectangle of paper, at
    /// their size on the page, with the colours between the paper and the lines.
    pub fn finish(&self, drawn: &str, format: &Format, colours: Option<&Field>) -> String {
        let [width, height] = format.size;
        let drawn_size = format!("width=\"{width}\" height=\"{height}\"");
        let [width, height] = format.size.map(|side| side / self.detail);
        let shown_size = format!("width=\"{width}\" height=\"{height}\" stroke-linejoin=\"round\"");
        let svg = drawn.replacen(&drawn_size, &shown_size, 1);
        match colours {
            Some(field) => self.underlay(&svg, field),
            None => svg,
        }
    }

    fn underlay(&self, svg: &str, field: &Field) -> String {
        let paper = svg.find("<rect").unwrap_or(0);
        let end = svg[paper..].find('\n').map_or(0, |end| paper + end);
        let (before, after) = svg.split_at(end);
        format!("{before}\n{}{after}", self.image(field))
    }

    /// The field as an `<image>` element of fewer pixels, stretched over its place.
    fn image(&self, field: &Field) -> String {
        let [x, y, w, h] = field.rectangle;
        let sides = [w, h].map(|side| side as usize);
        let [columns, rows] = sides.map(|side| (side / self.coarseness).max(1));
        let mut pixels = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            let line = middle(row, rows, sides[1]) * sides[0];
            for column in 0..columns {
                let at = 4 * (line + middle(column, columns, sides[0]));
                let part = |index: usize| field.rgba.get(at + index).copied().unwrap_or(0);
                pixels.push([part(0), part(1), part(2), part(3)]);
            }
        }
        let data = base64(&png(&pixels, columns));
        format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" preserveAspectRatio=\"none\" \
             href=\"data:image/png;base64,{data}\"/>"
        )
    }
}

/// The middle pixel of one of `parts` equal parts of a side.
fn middle(part: usize, parts: usize, side: usize) -> usize {
    (2 * part + 1) * side / (2 * parts)
}

/// How PNG writes pixels.
enum Colours {
    /// A byte each, which names one of at most 256 opaque colours.
    Palette(Vec<[u8; 4]>),
    /// Red, green, blue and opacity.
    Each,
}

impl Colours {
    fn of(pixels: &[[u8; 4]]) -> Colours {
        let mut palette: Vec<[u8; 4]> = Vec::new();
        for pixel in pixels {
            if let Err(place) = palette.binary_search(pixel) {
                palette.insert(place, *pixel);
            }
            if palette.len() > 256 || pixel[3] < 255 {
                return Colours::Each;
            }
        }
        Colours::Palette(palette)
    }
}

/// PNG, third edition (W3C 2025): chunks IHDR, PLTE, IDAT, IEND; colour type 3 with a
/// palette where one suffices, else 6.
fn png(pixels: &[[u8; 4]], width: usize) -> Vec<u8> {
    let colours = Colours::of(pixels);
    let mut rows = Vec::new();
    for row in pixels.chunks(width) {
        rows.push(0);
        match &colours {
            Colours::Palette(palette) => rows.extend(
                row.iter()
                    .map(|pixel| palette.binary_search(pixel).unwrap_or(0) as u8),
            ),
            Colours::Each => rows.extend(row.as_flattened()),
        }
    }
    let side = |length: usize| (length as u32).to_be_bytes();
    let (kind, palette) = match &colours {
        Colours::Palette(palette) => {
            let listed: Vec<u8> = palette
                .iter()
                .flat_map(|colour| &colour[..3])
                .copied()
                .collect();
            (3, chunk(b"PLTE", &listed))
        }
        Colours::Each => (6, Vec::new()),
    };
    let header = [
        side(width).as_slice(),
        &side(pixels.len() / width),
        &[8, kind, 0, 0, 0],
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        palette,
        chunk(b"IDAT", &stored(&rows)),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    [
        (data.len() as u32).to_be_bytes().as_slice(),
        &body,
        &crc32(&body).to_be_bytes(),
    ]
    .concat()
}

/// A zlib stream of stored blocks (RFC 1950, RFC 1951 §3.2.4): a page is printed
/// once, so a packer is not worth its size.
fn stored(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = data.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = block.len() as u16;
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    let (mut a, mut b) = (1u32, 0u32);
    for &byte in data {
        a = (a + u32::from(byte)) % 65521;
        b = (b + a) % 65521;
    }
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

fn crc32(data: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    };
    !data.iter().fold(u32::MAX, step)
}

fn base64(data: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in data.chunks(3) {
        let bits = (0..3).fold(0, |bits, index| {
            bits << 8 | u32::from(group.get(index).copied().unwrap_or(0))
        });
        for digit in 0..4 {
            match digit <= group.len() {
                true => text.push(DIGITS[(bits >> (18 - 6 * digit)) as usize & 63] as char),
                false => text.push('='),
            }
        }
    }
    text
}
