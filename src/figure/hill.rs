//! The session's ground as a hill.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::{Basis, GroundCache, axes, axis_names, compute, map_plot};
use super::{Field, Figure, Format};
use crate::lab::words::hill as words;
use crate::lab::{Session, tidy};
use crate::landscape::{Surface, Window};
use crate::view::{self, Camera, HillGround, HillPlot, HillWalk, Plot, Ramp, Shades, Solid};

/// The ground as a surface, and how it was last seen.
pub(super) struct HillCache {
    ground: GroundCache,
    surface: Option<Surface>,
    seen: Option<(HillPlot, Solid)>,
}

/// Points of the surface along its longer side.
const POINTS: f64 = 100.0;
/// About how many contours the hill shows: half as many as the map, which is larger.
const CONTOURS: usize = 12;

/// What is said of the hill.
#[derive(Clone, Debug, PartialEq)]
pub struct HillReport {
    /// Why no hill is drawn, if none is.
    pub absent: Option<&'static str>,
    /// What to look at.
    pub caption: String,
    /// The picture in words.
    pub description: String,
    /// From where it is seen: degrees turned, and above the floor.
    pub camera: [f64; 2],
    /// The window whose ground is shown: the map's.
    pub window: Window,
}

impl Figure {
    /// The hill's colours; clear where there is no ground.
    pub(super) fn hill_colours(&mut self, session: &Session, format: &Format) -> Option<Field> {
        let (plot, _) = self.hill_plot(session, format)?;
        let cache = self.hill(session, plot.window());
        let rgba = cache.see(session, &plot, format)?;
        let [width, height] = plot.size();
        Some(Field {
            rectangle: [0, 0, width, height],
            rgba,
        })
    }

    /// Draws the still part of the hill but for its colours.
    pub(super) fn draw_hill<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some((plot, _)) = self.hill_plot(session, format) else {
            return Ok(());
        };
        let [x, y] = axis_names(session);
        let cache = self.hill(session, plot.window());
        cache.look(session, &plot, format);
        let Some((surface, solid)) = cache.seen() else {
            return Ok(());
        };
        let contours = match session.shows("contours") {
            true => cache.ground.contours.as_slice(),
            false => &[],
        };
        let ground = HillGround {
            surface,
            solid,
            contours,
            axes: axes(&x, &y, session),
        };
        view::draw_hill_ground(area, &plot, &ground, &format.theme)
    }

    /// Draws the walks on the hill.
    pub(super) fn draw_hill_walk<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let Some((plot, map)) = self.hill_plot(session, format) else {
            return Ok(());
        };
        self.hill(session, plot.window())
            .look(session, &plot, format);
        let Some(cache) = self.hill.take() else {
            return Ok(());
        };
        let drawn = self.with_walk(session, &map, |walk| match cache.seen() {
            None => Ok(()),
            Some((surface, solid)) => {
                let hill = HillWalk {
                    surface,
                    solid,
                    walk: *walk,
                    forwards: downhill(session),
                };
                view::draw_hill_walk(area, &plot, &hill, &format.theme)
            }
        });
        self.hill = Some(cache);
        drawn
    }

    /// The point of parameters on the hill under a place of its picture, in CSS
    /// pixels; none beside the hill.
    pub fn pick_hill(
        &mut self,
        session: &Session,
        format: &Format,
        css: [f64; 2],
    ) -> Option<Vec<f64>> {
        let (plot, _) = self.hill_plot(session, format)?;
        let cache = self.hill(session, plot.window());
        cache.look(session, &plot, format);
        let (_, solid) = cache.seen()?;
        let [x, y] = css.map(|side| side * format.theme.pixel_ratio());
        let depth = solid.depth([x, y]);
        let (at, _) = depth.is_finite().then(|| plot.back([x, y, depth]))?;
        let size = plot.window().size();
        let shorter = f64::from(plot.size()[0].min(plot.size()[1]));
        let tidied = [0, 1].map(|axis| tidy(at[axis], size[axis] / shorter));
        Some(session.plane().point(tidied))
    }

    /// What is said of the hill as a picture of this format shows it.
    pub fn hill_report(&mut self, session: &Session, format: &Format) -> HillReport {
        let mut report = HillReport {
            absent: absence(session),
            caption: String::new(),
            description: String::new(),
            camera: session.camera(),
            window: session.window(),
        };
        let Some((plot, _)) = self.hill_plot(session, format) else {
            return report;
        };
        report.window = plot.window();
        let cache = self.hill(session, plot.window());
        cache.look(session, &plot, format);
        let Some((surface, solid)) = cache.seen() else {
            report.absent = Some(words::NO_GROUND);
            return report;
        };
        let [x, y] = axis_names(session);
        let names = session.subject().parameters();
        let frozen: Vec<(String, f64)> = session
            .frozen()
            .into_iter()
            .map(|(index, value)| (names[index].display(), value))
            .collect();
        report.caption = words::caption(scale(session, &plot, surface), [&x, &y], &frozen);
        report.description = description(session, &plot, surface, solid);
        report
    }

    /// Where the hill stands in a picture, and the map whose window it shares. `None`
    /// where no hill is drawn.
    fn hill_plot(&self, session: &Session, format: &Format) -> Option<(HillPlot, Plot)> {
        if absence(session).is_some() {
            return None;
        }
        let map = map_plot(session, &self.map.unwrap_or(*format))?;
        let [turn, tilt] = session.camera();
        let plot = HillPlot::new(
            format.size,
            map.window(),
            has_equal_scales(session),
            Camera { turn, tilt },
            &format.theme,
        )?;
        Some((plot, map))
    }

    fn hill(&mut self, session: &Session, window: Window) -> &mut HillCache {
        let size = window.size();
        let longer = size[0].max(size[1]);
        let samples = match has_equal_scales(session) {
            true => size.map(|side| (POINTS * side / longer) as usize),
            false => [POINTS as usize; 2],
        };
        let basis = Basis::new(session, window, samples.map(|count| count.max(16)));
        let kept = self.hill.take().filter(|kept| kept.ground.basis == basis);
        self.hill
            .insert(kept.unwrap_or_else(|| HillCache::new(session, basis)))
    }
}

impl HillCache {
    fn new(session: &Session, basis: Basis) -> HillCache {
        let ground = compute(session, basis, CONTOURS, Vec::new());
        HillCache {
            surface: Surface::new(ground.grid.clone()),
            ground,
            seen: None,
        }
    }

    /// Draws the surface's pixels and remembers how deep they are.
    fn see(&mut self, session: &Session, plot: &HillPlot, format: &Format) -> Option<Vec<u8>> {
        let surface = self.surface.as_ref()?;
        let coloured = session.shows("field");
        let shades = Shades {
            relief: coloured.then_some(&self.ground.relief),
            ramp: Ramp::default(),
        };
        let (pixels, solid) = view::surface_pixels(plot, surface, shades, &format.theme);
        self.seen = Some((plot.clone(), solid));
        Some(pixels)
    }

    /// Makes sure that the surface is known as seen now.
    fn look(&mut self, session: &Session, plot: &HillPlot, format: &Format) {
        if self.seen.as_ref().is_none_or(|seen| seen.0 != *plot) {
            self.see(session, plot, format);
        }
    }

    /// The surface, and how deep it is as last seen.
    fn seen(&self) -> Option<(&Surface, &Solid)> {
        let (_, solid) = self.seen.as_ref()?;
        Some((self.surface.as_ref()?, solid))
    }
}

fn absence(session: &Session) -> Option<&'static str> {
    match session.subject().dimension() {
        1 => Some(words::ONE_PARAMETER),
        _ => session.in_fog().then_some(words::FOG),
    }
}

fn has_equal_scales(session: &Session) -> bool {
    session.subject().fit.is_none()
}

/// −∇J at the selected walker in the shown plane; none where it vanishes.
fn downhill(session: &Session) -> Option<[f64; 2]> {
    let readout = session.run_readout(session.selected());
    let downhill = session.axes().map(|axis| -readout.gradient[axis]);
    let flat = downhill.iter().all(|part| *part == 0.0);
    (!flat && downhill.iter().all(|part| part.is_finite())).then_some(downhill)
}

fn scale(session: &Session, plot: &HillPlot, surface: &Surface) -> words::Scale {
    let [low, high] = surface.scale.range();
    match plot.exaggeration(&surface.scale) {
        _ if low >= high => words::Scale::Level,
        _ if surface.scale.are_compressed() => words::Scale::Compressed,
        Some(times) if has_equal_scales(session) => words::Scale::Times(times),
        _ => words::Scale::OwnUnits,
    }
}

fn description(session: &Session, plot: &HillPlot, surface: &Surface, solid: &Solid) -> String {
    let [x, y] = axis_names(session);
    let run = session.selected();
    let at = session.plane().project(&session.run_readout(run).point);
    let drawn = |direction: [f64; 2]| {
        let [right, _, away] = plot.direction(direction)?;
        Some([right, away])
    };
    let walker = match surface.height_at(at).is_nan() {
        true => words::Walker::Outside,
        false => words::Walker::On {
            hidden: view::hides(plot, surface, solid, at),
            downhill: downhill(session).and_then(drawn),
        },
    };
    let grows = |direction| drawn(direction).unwrap_or_default();
    words::description(&words::Scene {
        tilt: session.camera()[1],
        axes: [(&x, grows([1.0, 0.0])), (&y, grows([0.0, 1.0]))],
        range: surface.scale.range(),
        run: (
            run + 1,
            &session.value_texts(run).join(", "),
            &session.cost_text(run),
        ),
        walker,
    })
}
