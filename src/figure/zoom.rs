//! The map's window, moved by what holds on to a place of it.

use super::ground::{axes, axis_names, map_plot, scaled_plot};
use super::hit::place_of;
use super::{Figure, Format};
use crate::lab::Session;
use crate::landscape::{Window, WindowLimit};

/// A place of the map that was taken hold of, and the window it had then.
#[derive(Clone, Copy, Debug)]
pub struct Grip {
    place: [f64; 2],
    window: Window,
}

/// Another magnification may need other labels with another margin: after so many
/// rounds the place is where it should be.
const ROUNDS: usize = 3;

impl Figure {
    /// Takes hold of the map at a place of the picture, in CSS pixels.
    pub fn grip(session: &Session, format: &Format, css: [f64; 2]) -> Option<Grip> {
        let plot = map_plot(session, format)?;
        let place = plot.under(css.map(|side| side * format.theme.pixel_ratio()));
        Some(Grip {
            place,
            window: session.window(),
        })
    }

    /// The window that shows the place held at another place of the picture, and all
    /// so many times as large as when it was taken hold of.
    pub fn pulled(
        session: &Session,
        format: &Format,
        grip: &Grip,
        css: [f64; 2],
        factor: f64,
    ) -> Result<Window, WindowLimit> {
        let pixel = css.map(|side| side * format.theme.pixel_ratio());
        let [x, y] = axis_names(session);
        let axes = axes(&x, &y, session);
        let mut window = grip.window.zoom(factor, grip.place)?;
        for _ in 0..ROUNDS {
            let Some(plot) = scaled_plot(session, window, &axes, format) else {
                break;
            };
            let under = plot.under(pixel);
            window = window.pan([0, 1].map(|axis| grip.place[axis] - under[axis]))?;
        }
        Ok(window)
    }

    /// Where the map is looked into closer when no place is pointed at, in CSS pixels:
    /// the selected walker if it is in sight, else the middle of the map, for one
    /// parameter the curve there.
    pub fn focus(session: &Session, format: &Format) -> Option<[f64; 2]> {
        let plot = map_plot(session, format)?;
        let walker = place_of(session, &session.plane().through);
        let [left, top, width, height] = plot.rectangle().map(f64::from);
        let middle = [left + width / 2.0, top + height / 2.0];
        let curve = || match session.subject().dimension() {
            1 => plot.to_pixel(place_of(session, &[plot.under(middle)[0]])),
            _ => None,
        };
        let pixel = plot.to_pixel(walker).or_else(curve).unwrap_or(middle);
        Some(pixel.map(|side| side / format.theme.pixel_ratio()))
    }
}
