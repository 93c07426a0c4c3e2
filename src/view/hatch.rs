use super::palette::{Colour, Role};
use super::theme::Theme;

/// Stripes for places that have no colour of their own.
pub(super) struct Hatch {
    stripe: [u8; 4],
    ground: [u8; 4],
    period: usize,
}

impl Hatch {
    /// Faint stripes, for ground without a height.
    pub(super) fn no_ground(theme: &Theme) -> Hatch {
        let line = theme.colour(Role::Line);
        Hatch::new(
            theme,
            line.towards(theme.colour(Role::Muted), 0.25),
            line.towards(theme.colour(Role::Paper), 0.5),
        )
    }

    /// Strong stripes, for starts from which walks diverge.
    pub(super) fn diverged(theme: &Theme) -> Hatch {
        let (ink, paper) = (theme.colour(Role::Ink), theme.colour(Role::Paper));
        Hatch::new(theme, ink.towards(paper, 0.15), ink.towards(paper, 0.45))
    }

    fn new(theme: &Theme, stripe: Colour, ground: Colour) -> Hatch {
        Hatch {
            stripe: stripe.rgba(),
            ground: ground.rgba(),
            period: (theme.pixels(8.0) as usize).max(4),
        }
    }

    /// Red, green, blue and 255 at a pixel.
    pub(super) fn pixel(&self, column: usize, row: usize) -> [u8; 4] {
        match (column + row) % self.period < self.period / 4 {
            true => self.stripe,
            false => self.ground,
        }
    }
}
