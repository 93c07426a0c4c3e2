//! Colour maps: from low to high.

use super::palette::{Colour, Mode};

/// A colour map for the field. All three are ordered by lightness, so they can
/// be read without telling hues apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Ramp {
    /// Like a map of hills: low is deep blue-green, high is pale sand.
    #[default]
    Relief,
    /// Stéfan van der Walt and Nathaniel Smith's default of matplotlib (2015).
    Viridis,
    /// Nuñez, Anderton and Renslow, "Optimizing colormaps with consideration
    /// for color vision deficiency", PLoS ONE 13(7), 2018.
    Cividis,
}

const RELIEF_LIGHT: &[u32] = &[0x265470, 0x467c8a, 0x7ca39a, 0xb7c7ac, 0xe2dec4, 0xf6f0e6];
const RELIEF_DARK: &[u32] = &[0x122b42, 0x1f4d5d, 0x2f6863, 0x587d60, 0x8b8b5f, 0xb3a37a];
const VIRIDIS: &[u32] = &[
    0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725,
];
const CIVIDIS: &[u32] = &[
    0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55,
    0xfee838,
];

impl Ramp {
    fn points(self, mode: Mode) -> &'static [u32] {
        match (self, mode) {
            (Ramp::Relief, Mode::Light) => RELIEF_LIGHT,
            (Ramp::Relief, Mode::Dark) => RELIEF_DARK,
            (Ramp::Viridis, _) => VIRIDIS,
            (Ramp::Cividis, _) => CIVIDIS,
        }
    }

    /// The colour at a place from 0 (low) to 1 (high); beyond, the end's.
    pub fn colour(self, mode: Mode, place: f64) -> Colour {
        let points = self.points(mode);
        let along = place.clamp(0.0, 1.0) * (points.len() - 1) as f64;
        // `as` gives 0 for NaN, so a NaN is the lowest colour.
        let below = (along as usize).min(points.len() - 2);
        let part = along - below as f64;
        Colour::hex(points[below]).towards(Colour::hex(points[below + 1]), part)
    }

    /// The 256 colours of the map, low to high.
    pub fn table(self, mode: Mode) -> [Colour; 256] {
        std::array::from_fn(|index| self.colour(mode, index as f64 / 255.0))
    }
}
