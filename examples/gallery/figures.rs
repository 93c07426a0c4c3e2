//! The figures: one table for the gallery and for the snapshot tests.

use downhill::cost::Cost;
use downhill::landscape::{Grid, Plane, Polyline, Relief, Window, contours};
use downhill::number::significant;
use downhill::view::{
    self, Axes, Axis, Bucket, CostChart, CostLine, CurveGround, DataPicture, FittedLine, Ground,
    Plot, Ramp, Role, Tangent, Theme, Walk, Walker,
};
use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, SVGBackend};

use super::hill::{descend, hill};
use super::image;

/// Where a figure is drawn.
pub(crate) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// What lies under a figure, if anything.
pub(crate) type Drawn<'a> = DrawResult<Option<ColourField>, SVGBackend<'a>>;

/// A figure of the gallery.
pub(crate) struct Figure {
    /// The file's name without its mode and ending.
    pub(crate) name: &'static str,
    /// Width and height in CSS pixels.
    pub(crate) size: [u32; 2],
    /// Draws it into an area of this many pixels.
    pub(crate) draw: for<'a> fn(&Area<'a>, [u32; 2], &Theme) -> Drawn<'a>,
}

/// Every kind of picture that `view` draws.
pub(crate) const FIGURES: &[Figure] = &[
    Figure {
        name: "map",
        size: [760, 520],
        draw: map,
    },
    Figure {
        name: "map-phone",
        size: [390, 360],
        draw: map,
    },
    Figure {
        name: "map-diverging",
        size: [760, 520],
        draw: diverging,
    },
    Figure {
        name: "curve",
        size: [760, 420],
        draw: curve,
    },
    Figure {
        name: "cost-chart",
        size: [440, 240],
        draw: cost_chart,
    },
    Figure {
        name: "data",
        size: [440, 320],
        draw: data,
    },
    Figure {
        name: "predictions",
        size: [440, 320],
        draw: predictions,
    },
];

/// The ground under a map.
#[derive(Clone)]
pub(crate) struct ColourField {
    grid: Grid,
    rectangle: [u32; 4],
}

impl ColourField {
    /// The field as an SVG image, `coarseness` times fewer pixels per side.
    pub(crate) fn image(&self, theme: &Theme, coarseness: u32) -> String {
        let [_, _, width, height] = self.rectangle;
        let size = [width, height].map(|side| (side / coarseness).max(2) as usize);
        let relief = Relief::new(&self.grid);
        let bytes = view::field(&self.grid, &relief, Ramp::Relief, theme, size);
        let pixels: Vec<[u8; 3]> = bytes
            .chunks_exact(4)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        image::element(&pixels, size[0], self.rectangle)
    }
}

fn axes<'a>(x: &'a str, y: &'a str) -> Axes<'a> {
    Axes {
        x: Axis {
            name: x,
            role: Role::Parameter(0),
        },
        y: Axis {
            name: y,
            role: Role::Parameter(1),
        },
    }
}

fn plain_axes<'a>(x: &'a str, y: &'a str) -> Axes<'a> {
    Axes {
        x: Axis {
            name: x,
            role: Role::Muted,
        },
        y: Axis {
            name: y,
            role: Role::Muted,
        },
    }
}

/// A plot of the hill with equal scales on both axes.
fn hill_plot(size: [u32; 2], half_height: f64, theme: &Theme) -> Plot {
    let axes = axes("w", "b");
    let plot = |half_width: f64| {
        let window = Window::new([-half_width, half_width], [-half_height, half_height])
            .expect("a window of fixed numbers");
        Plot::new(size, window, &axes, theme).expect("a picture with room")
    };
    let [width, height] = plot(4.0).area();
    plot(half_height * width / height)
}

fn draw_hill<'a>(area: &Area<'a>, plot: &Plot, theme: &Theme) -> Drawn<'a> {
    let plane = Plane {
        axes: [0, 1],
        through: vec![0.0; 2],
    };
    let grid = Grid::sample(&hill(), &plane, plot.window(), 161, 121);
    let contours: Vec<Polyline> = Relief::new(&grid)
        .levels(22)
        .into_iter()
        .flat_map(|level| contours(&grid, level))
        .collect();
    let minima = [[1.5288, -0.5096], [-1.4147, 0.8084]];
    let ground = Ground {
        contours: &contours,
        minima: &minima,
        axes: axes("w", "b"),
    };
    view::draw_ground(area, plot, &ground, theme)?;
    Ok(Some(ColourField {
        grid,
        rectangle: plot.rectangle(),
    }))
}

fn values([w, b]: [f64; 2]) -> Vec<String> {
    let cost = hill().value(&[w, b]);
    vec![
        format!("w {}\u{2003}b {}", significant(w, 4), significant(b, 4)),
        format!("J {}", significant(cost, 4)),
    ]
}

/// Walks from several starts; the first is selected and shows its next step.
fn draw_walks<'a>(
    area: &Area<'a>,
    plot: &Plot,
    paths: &[Vec<[f64; 2]>],
    trails: &[Vec<[f64; 2]>],
    theme: &Theme,
) -> DrawResult<(), SVGBackend<'a>> {
    let texts: Vec<Vec<String>> = paths
        .iter()
        .map(|path| values(path[path.len() - 2]))
        .collect();
    let walked: Vec<[Vec<[f64; 2]>; 1]> = paths
        .iter()
        .map(|path| [path[..path.len() - 1].to_vec()])
        .collect();
    let walkers: Vec<Walker> = paths
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(run, (path, text))| Walker {
            run,
            selected: run == 0,
            path: &walked[run],
            steps: &path[..path.len() - 1],
            at: path[path.len() - 2],
            next: path.last().copied(),
            values: text,
        })
        .collect();
    view::draw_walk(
        area,
        plot,
        &Walk {
            walkers: &walkers,
            trails,
        },
        theme,
    )
}

fn map<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> Drawn<'a> {
    let plot = hill_plot(size, 3.2, theme);
    let field = draw_hill(area, &plot, theme)?;
    let paths = [[0.06, -0.02], [-0.04, 0.05]].map(|start| descend(&hill(), start, 0.08, 13));
    let trail = descend(&hill(), [-3.2, -2.4], 0.2, 60);
    draw_walks(area, &plot, &paths, &[trail], theme)?;
    Ok(field)
}

fn diverging<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> Drawn<'a> {
    let plot = hill_plot(size, 3.2, theme);
    let field = draw_hill(area, &plot, theme)?;
    let starts = [
        ([0.4, 1.2], 8.2),
        ([-2.5, -2.0], 0.4),
        ([3.0, 2.0], 0.3),
        ([2.9, -2.4], 0.5),
        ([-3.4, 2.0], 0.5),
    ];
    let paths = starts.map(|(start, alpha)| descend(&hill(), start, alpha, 5));
    draw_walks(area, &plot, &paths, &[], theme)?;
    Ok(field)
}

fn curve<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> Drawn<'a> {
    let cost = |w: f64| w * w * w * w - 3.0 * w * w + w;
    let slope = |w: f64| 4.0 * w * w * w - 6.0 * w + 1.0;
    let points: Vec<[f64; 2]> = (0..=400)
        .map(|index| -2.2 + 4.4 * f64::from(index) / 400.0)
        .map(|w| [w, cost(w)])
        .collect();
    let window = Window::new([-2.2, 2.2], [-4.5, 5.0]).expect("a window of fixed numbers");
    let axes = Axes {
        x: Axis {
            name: "w",
            role: Role::Parameter(0),
        },
        y: Axis {
            name: "J",
            role: Role::Ink,
        },
    };
    let plot = Plot::new(size, window, &axes, theme).expect("a picture with room");
    let minima = [-1.300839, 1.130901].map(|w| [w, cost(w)]);
    view::draw_curve(
        area,
        &plot,
        &CurveGround {
            curve: &points,
            minima: &minima,
            axes,
        },
        theme,
    )?;
    let paths = [-2.0, 0.3].map(|start| {
        let mut path: Vec<[f64; 2]> = vec![[start, cost(start)]];
        for _ in 0..6 {
            let w = path[path.len() - 1][0];
            let next = w - 0.03 * slope(w);
            path.push([next, cost(next)]);
        }
        path
    });
    let texts = paths.clone().map(|path| {
        let [w, cost] = path[path.len() - 2];
        vec![
            format!("w {}", significant(w, 4)),
            format!("J {}", significant(cost, 4)),
        ]
    });
    let walked = paths.clone().map(|path| [path[..path.len() - 1].to_vec()]);
    let walkers: [Walker; 2] = std::array::from_fn(|run| {
        let path = &paths[run];
        let now = path.len() - 2;
        Walker {
            run,
            selected: run == 1,
            path: &walked[run],
            steps: &path[..=now],
            at: path[now],
            next: path.last().copied(),
            values: &texts[run],
        }
    });
    let tangents = walkers.map(|walker| Tangent {
        run: walker.run,
        at: walker.at,
        slope: slope(walker.at[0]),
    });
    let walk = Walk {
        walkers: &walkers,
        trails: &[],
    };
    view::draw_curve_walk(area, &plot, &walk, &tangents, theme)?;
    Ok(None)
}

fn cost_chart<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> Drawn<'a> {
    let buckets = [[0.06, -0.02], [-0.04, 0.05]].map(|start| {
        let costs = descend(&hill(), start, 0.08, 60);
        let costs = costs.iter().map(|at| hill().value(at));
        (0..)
            .zip(costs)
            .map(|(iteration, cost)| Bucket {
                iteration,
                least: cost,
                greatest: cost,
            })
            .collect::<Vec<_>>()
    });
    let lines: [CostLine; 2] = std::array::from_fn(|run| CostLine {
        run,
        buckets: &buckets[run],
    });
    let axes = plain_axes("step", "J");
    let window = view::cost_window(&lines).expect("finite costs");
    let plot = Plot::new(size, window, &axes, theme).expect("a picture with room");
    let chart = CostChart {
        lines: &lines,
        cursor: 12,
        axes,
    };
    view::draw_cost_chart(area, &plot, &chart, theme)?;
    Ok(None)
}

/// The six houses: size in 1000 square feet, price in 1000 dollars.
const HOUSES: [[f64; 2]; 6] = [
    [1.0, 250.0],
    [1.7, 300.0],
    [2.0, 480.0],
    [2.5, 430.0],
    [3.0, 630.0],
    [3.2, 730.0],
];

fn data<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> Drawn<'a> {
    let axes = plain_axes("size (1000 sq ft)", "price ($1000)");
    let window = view::window_around(HOUSES, 0.15).expect("finite data");
    let plot = Plot::new(size, window, &axes, theme).expect("a picture with room");
    let lines = [
        FittedLine {
            run: Some(0),
            slope: 209.3629,
            intercept: 2.4228,
        },
        FittedLine {
            run: Some(1),
            slope: 120.0,
            intercept: 160.0,
        },
    ];
    let picture = DataPicture {
        points: &HOUSES,
        lines: &lines,
        selected: 0,
        residuals: true,
        handles: true,
        axes,
    };
    view::draw_data(area, &plot, &picture, theme)?;
    Ok(None)
}

fn predictions<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> Drawn<'a> {
    let axes = plain_axes("measured price ($1000)", "predicted price ($1000)");
    let points = HOUSES.map(|[x, y]| [y, 209.3629 * x + 2.4228]);
    let diagonal = points.iter().flat_map(|&[x, y]| [[x, x], [y, y]]);
    let window = view::window_around(diagonal, 0.1).expect("finite data");
    let plot = Plot::new(size, window, &axes, theme).expect("a picture with room");
    let lines = [FittedLine {
        run: None,
        slope: 1.0,
        intercept: 0.0,
    }];
    let picture = DataPicture {
        points: &points,
        lines: &lines,
        selected: 0,
        residuals: true,
        handles: false,
        axes,
    };
    view::draw_data(area, &plot, &picture, theme)?;
    Ok(None)
}
