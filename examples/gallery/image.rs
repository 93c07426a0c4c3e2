//! A small image inside of an SVG: PNG with a palette, in base64.

use std::collections::BTreeMap;

use downhill::figure::Field;

use super::picture::DETAIL;

/// Field pixels per side are this many times fewer than picture pixels.
const COARSENESS: usize = 3 * DETAIL as usize;

/// Puts a colour field between the paper, which is the SVG's first rectangle,
/// and everything else.
pub(crate) fn underlay(svg: &str, field: &Field) -> String {
    let paper = svg.find("<rect").unwrap_or(0);
    let end = svg[paper..].find('\n').map_or(0, |end| paper + end);
    let (before, after) = svg.split_at(end);
    format!("{before}\n{}{after}", element(field))
}

/// The field as an `<image>` element of fewer pixels, stretched over its place.
fn element(field: &Field) -> String {
    let [x, y, w, h] = field.rectangle;
    let sides = [w, h].map(|side| side as usize);
    let [columns, rows] = sides.map(|side| (side / COARSENESS).max(1));
    let mut pixels = Vec::with_capacity(columns * rows);
    for row in 0..rows {
        let line = middle(row, rows, sides[1]) * sides[0];
        for column in 0..columns {
            let at = 4 * (line + middle(column, columns, sides[0]));
            pixels.push([field.rgba[at], field.rgba[at + 1], field.rgba[at + 2]]);
        }
    }
    let data = base64(&png(&pixels, columns));
    format!(
        "<image x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" preserveAspectRatio=\"none\" \
         href=\"data:image/png;base64,{data}\"/>"
    )
}

/// The middle pixel of one of `parts` equal parts of a side.
fn middle(part: usize, parts: usize, side: usize) -> usize {
    (2 * part + 1) * side / (2 * parts)
}

/// PNG, third edition (W3C 2025): chunks IHDR, PLTE, IDAT, IEND, colour type 3.
fn png(pixels: &[[u8; 3]], width: usize) -> Vec<u8> {
    let mut palette: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    for &pixel in pixels {
        let next = u8::try_from(palette.len()).unwrap_or(u8::MAX);
        palette.entry(pixel).or_insert(next);
    }
    let mut colours = vec![[0; 3]; palette.len()];
    for (&colour, &index) in &palette {
        colours[usize::from(index)] = colour;
    }
    let mut rows = Vec::new();
    for row in pixels.chunks(width) {
        rows.push(0);
        rows.extend(row.iter().map(|pixel| palette[pixel]));
    }
    let side = |length: usize| (length as u32).to_be_bytes();
    let header = [
        side(width).as_slice(),
        &side(pixels.len() / width),
        &[8, 3, 0, 0, 0],
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"PLTE", colours.as_flattened()),
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

/// A zlib stream of stored blocks (RFC 1950, RFC 1951 §3.2.4): the field is
/// small enough to stay uncompressed.
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
