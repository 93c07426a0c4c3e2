//! Every colour of Downhill, in one table.
//!
//! `www/style.css` repeats the table as custom properties, because the page is
//! there before the wasm is; a test compares the two. A colour means one thing
//! everywhere: map, chart, formula and table.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
}

impl Colour {
    /// From `0xRRGGBB`.
    pub const fn hex(code: u32) -> Colour {
        let [_, red, green, blue] = code.to_be_bytes();
        Colour {
            rgb: [red, green, blue],
        }
    }

    /// As CSS writes it: `#c8431b`.
    pub fn css(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Red, green, blue and 255, as canvases store a pixel.
    pub(super) fn rgba(self) -> [u8; 4] {
        let [red, green, blue] = self.rgb;
        [red, green, blue, 255]
    }

    /// The colour a part of the way towards another, channel by channel.
    /// `part` 0 is this colour, 1 the other.
    pub fn towards(self, other: Colour, part: f64) -> Colour {
        let mut rgb = self.rgb;
        for (channel, target) in rgb.iter_mut().zip(other.rgb) {
            let (from, to) = (f64::from(*channel), f64::from(target));
            *channel = (from + (to - from) * part.clamp(0.0, 1.0)).round() as u8;
        }
        Colour { rgb }
    }
}

/// Whether the page is bright or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// Ink on paper.
    #[default]
    Light,
    /// Pale ink on dark paper.
    Dark,
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The ground everything stands on, and the halo around lines.
    Paper,
    /// Text, contours.
    Ink,
    /// Secondary text, tick labels.
    Muted,
    /// Grid lines and frames.
    Line,
    /// The walker's next step and the primary action.
    Action,
    /// The learning rate α.
    Alpha,
    /// The parameter with this index, from 0; after the sixth they repeat.
    Parameter(usize),
    /// The run with this index, from 0; after the sixth they repeat.
    Run(usize),
    /// The valley with this index, from 0; after the fourth they repeat. A fill
    /// with an edge of ink, never text.
    Valley(usize),
}

/// A row of the table: CSS name, colour on light paper, colour on dark paper.
type Row = (&'static str, u32, u32);

/// How many parameter colours there are before they repeat.
pub const PARAMETERS: usize = 6;
/// How many run colours there are before they repeat.
pub const RUNS: usize = 6;
/// How many valley colours there are before they repeat.
pub const VALLEYS: usize = 4;

const FIRST_PARAMETER: usize = 6;
const FIRST_RUN: usize = FIRST_PARAMETER + PARAMETERS;
const FIRST_VALLEY: usize = FIRST_RUN + RUNS;

/// The order is that of [`Role`]. Run colours are none of the others' and stay
/// apart for colour-blind eyes, which a test computes; so do those of valleys.
const TABLE: [Row; FIRST_VALLEY + VALLEYS] = [
    ("paper", 0xfbfaf7, 0x14171b),
    ("ink", 0x1b1f24, 0xeceae4),
    ("muted", 0x646b73, 0x9aa2ab),
    ("line", 0xe4e1da, 0x2d333b),
    ("action", 0xc8431b, 0xff8a5c),
    ("alpha", 0x9a6100, 0xe6b04d),
    ("w", 0x0068a8, 0x64b5f0),
    ("b", 0x8a3c8f, 0xd79adb),
    ("parameter-3", 0x23733d, 0x7fcb86),
    ("parameter-4", 0x8f3a3a, 0xf08c8c),
    ("parameter-5", 0x5a61c4, 0x9d9fe0),
    ("parameter-6", 0x5f5a2e, 0xc2b280),
    ("run-1", 0xb3125f, 0xff6cb4),
    ("run-2", 0x12386b, 0xa8e0ff),
    ("run-3", 0x00766c, 0x0f9d77),
    ("run-4", 0x57270f, 0xe8d0b8),
    ("run-5", 0x58700a, 0xd6e84e),
    ("run-6", 0x3d2bb0, 0xa58cff),
    ("valley-1", 0x8a76fd, 0xad5806),
    ("valley-2", 0xc1e415, 0x1273ba),
    ("valley-3", 0xbfddf5, 0x4a1e28),
    ("valley-4", 0x689c51, 0x4e0af2),
];

/// What is not strong enough for the last row of a lecture room, where text and lines
/// need a contrast of 7 to 1: the same hues, darker on light paper, lighter on dark.
const PROJECTOR: [Row; 13] = [
    ("muted", 0x4f555b, 0xa3aab3),
    ("action", 0x963214, 0xff8a5c),
    ("alpha", 0x774b00, 0xe6b04d),
    ("w", 0x00588f, 0x64b5f0),
    ("b", 0x7f3784, 0xd79adb),
    ("parameter-3", 0x1d6133, 0x7fcb86),
    ("parameter-4", 0x8e3939, 0xf08d8d),
    ("parameter-5", 0x474d9b, 0xa2a4e2),
    ("parameter-6", 0x5b562c, 0xc2b280),
    ("run-1", 0xa31056, 0xff7ebd),
    ("run-3", 0x006057, 0x2fbe99),
    ("run-5", 0x485c08, 0xd6e84e),
    ("run-6", 0x3d2bb0, 0xb09aff),
];

impl Role {
    fn row(self) -> &'static Row {
        &TABLE[match self {
            Role::Paper => 0,
            Role::Ink => 1,
            Role::Muted => 2,
            Role::Line => 3,
            Role::Action => 4,
            Role::Alpha => 5,
            Role::Parameter(index) => FIRST_PARAMETER + index % PARAMETERS,
            Role::Run(index) => FIRST_RUN + index % RUNS,
            Role::Valley(index) => FIRST_VALLEY + index % VALLEYS,
        }]
    }

    /// The name of the custom property in CSS, without its two dashes.
    pub fn css_name(self) -> &'static str {
        self.row().0
    }

    /// The colour that stands for this.
    pub fn colour(self, mode: Mode) -> Colour {
        of(self.row(), mode)
    }

    /// The colour that stands for this on a projector.
    pub fn projector_colour(self, mode: Mode) -> Colour {
        let name = self.css_name();
        let stronger = PROJECTOR.iter().find(|(listed, ..)| *listed == name);
        of(stronger.unwrap_or(self.row()), mode)
    }
}

fn of(&(_, light, dark): &Row, mode: Mode) -> Colour {
    Colour::hex(match mode {
        Mode::Light => light,
        Mode::Dark => dark,
    })
}

/// A row as CSS needs it: name, light and dark colour (`#c8431b`).
pub type CustomProperty = (&'static str, String, String);

/// The whole table as CSS needs it.
pub fn custom_properties() -> impl Iterator<Item = CustomProperty> {
    TABLE.iter().map(property)
}

/// What is different on a projector.
pub fn projector_properties() -> impl Iterator<Item = CustomProperty> {
    PROJECTOR.iter().map(property)
}

fn property(&(name, light, dark): &Row) -> CustomProperty {
    (name, Colour::hex(light).css(), Colour::hex(dark).css())
}
