//! Maps of a hill whose formula, gradient and walks are written by hand.

use downhill::cost::Cost;
use downhill::figure::Sheet;
use downhill::landscape::{Grid, Plane, Relief, Window, contours};
use downhill::number::significant;
use downhill::view::{self, Axes, Axis, Ground, Mode, Plot, Role, Theme, Walk, Walker};
use plotters::prelude::{DrawResult, SVGBackend};

use super::hill::{descend, hill};
use crate::figure::picture::{Area, smooth};
use crate::snapshot;

#[test]
fn maps_by_hand_look_as_before() {
    let modes = [(Mode::Light, "light"), (Mode::Dark, "dark")];
    snapshot::check(modes.iter().flat_map(|(mode, suffix)| {
        let sheet = Sheet::named("map").expect("a sheet");
        let map = smooth(sheet, [760, 520], *mode, None, |area, format| {
            map(area, format.size, &format.theme)
        });
        let diverging = smooth(sheet, [760, 520], *mode, None, |area, format| {
            diverging(area, format.size, &format.theme)
        });
        [
            (format!("map-{suffix}"), map),
            (format!("map-diverging-{suffix}"), diverging),
        ]
    }));
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

fn draw_hill<'a>(area: &Area<'a>, plot: &Plot, theme: &Theme) -> DrawResult<(), SVGBackend<'a>> {
    let plane = Plane {
        axes: [0, 1],
        through: vec![0.0; 2],
    };
    let grid = Grid::sample(&hill(), None, &plane, plot.window(), 161, 121);
    let contours = contours(&grid, &Relief::new(&grid).levels(22));
    let minima = [[1.5288, -0.5096], [-1.4147, 0.8084]];
    let ground = Ground {
        contours: &contours,
        minima: &minima,
        axes: axes("w", "b"),
    };
    view::draw_ground(area, plot, &ground, theme)
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
            covered: None,
        },
        theme,
    )
}

fn map<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> DrawResult<(), SVGBackend<'a>> {
    let plot = hill_plot(size, 3.2, theme);
    draw_hill(area, &plot, theme)?;
    let paths = [[0.06, -0.02], [-0.04, 0.05]].map(|start| descend(&hill(), start, 0.08, 13));
    let trail = descend(&hill(), [-3.2, -2.4], 0.2, 60);
    draw_walks(area, &plot, &paths, &[trail], theme)
}

fn diverging<'a>(area: &Area<'a>, size: [u32; 2], theme: &Theme) -> DrawResult<(), SVGBackend<'a>> {
    let plot = hill_plot(size, 3.2, theme);
    draw_hill(area, &plot, theme)?;
    let starts = [
        ([0.4, 1.2], 8.2),
        ([-2.5, -2.0], 0.4),
        ([3.0, 2.0], 0.3),
        ([2.9, -2.4], 0.5),
        ([-3.4, 2.0], 0.5),
    ];
    let paths = starts.map(|(start, alpha)| descend(&hill(), start, alpha, 5));
    draw_walks(area, &plot, &paths, &[], theme)
}
