//! What only a browser can show: pictures on real canvases, from the engine compiled to wasm.
#![cfg(target_arch = "wasm32")]

use downhill::figure::{Figure, Format};
use downhill::lab::Session;
use downhill::view::Mode;
use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

/// One of each kind: a map, data, three parameters, a curve, a walk that leaves the map, and
/// ground with no finite height in places.
const LINKS: [&str; 6] = [
    "cost=valleys",
    "data=houses&start=0,0",
    "cost=three",
    "cost=curve",
    "cost=bowl&start=1,1&alpha=1.4&size=projector",
    "formula=ln(x)%2B1/y&start=1,1&window=-1,1,-1,1",
];

/// Width, height and pixel ratio; the first ones have no room for a picture.
const SHAPES: [(f64, f64, f64); 9] = [
    (0.0, 0.0, 1.0),
    (0.0, 300.0, 1.0),
    (1.0, 1.0, 3.0),
    (10.0, 10.0, 1.0),
    (40.0, 30.0, 2.0),
    (3.0, 900.0, 1.0),
    (320.0, 240.0, 1.0),
    (333.3, 251.7, 1.25),
    (640.0, 480.0, 2.0),
];

fn open(link: &str) -> Session {
    let mut session = Session::new();
    assert_eq!(session.load(link), [], "{link}");
    session
}

fn script(text: &str) -> JsValue {
    js_sys::eval(text).expect("the script runs")
}

fn canvas(format: &Format) -> HtmlCanvasElement {
    let canvas: HtmlCanvasElement = script("document.createElement('canvas')").unchecked_into();
    canvas.set_width(format.size[0]);
    canvas.set_height(format.size[1]);
    canvas
}

/// How many pixels of a canvas something was painted on.
fn painted(canvas: &HtmlCanvasElement) -> usize {
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    if width == 0.0 || height == 0.0 {
        return 0;
    }
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")
        .expect("2d is a known kind")
        .expect("a context")
        .unchecked_into();
    let image = context
        .get_image_data(0.0, 0.0, width, height)
        .expect("an own canvas can be read");
    let rgba = image.data();
    rgba.chunks_exact(4).filter(|pixel| pixel[3] != 0).count()
}

/// Draws the pictures of a session, each on a canvas of its own, as `web` does.
fn pictures(session: &Session, format: &Format) -> [HtmlCanvasElement; 4] {
    let mut figure = Figure::default();
    let canvases = [(); 4].map(|()| canvas(format));
    if format.size.contains(&0) {
        return canvases;
    }
    let [ground, walk, costs, data] = [0, 1, 2, 3].map(|index: usize| {
        CanvasBackend::with_canvas_object(canvases[index].clone())
            .expect("a canvas")
            .into_drawing_area()
    });
    figure
        .draw_ground(session, &ground, format)
        .expect("the ground is drawn");
    figure
        .draw_walk(session, &walk, format)
        .expect("the walk is drawn");
    Figure::draw_costs(session, &costs, format).expect("the costs are drawn");
    figure
        .draw_data(session, &data, format)
        .expect("the data are drawn");
    canvases
}

#[wasm_bindgen_test]
fn every_picture_is_drawn_at_every_size_and_sharpness() {
    for link in LINKS {
        let mut session = open(link);
        session.advance(12);
        for (width, height, ratio) in SHAPES {
            for mode in [Mode::Light, Mode::Dark] {
                let format = Format::new(&session, [width, height], ratio, mode);
                let seen = pictures(&session, &format).map(|canvas| painted(&canvas));
                if width >= 200.0 && height >= 200.0 {
                    let expected = if link.contains("data=") { 4 } else { 3 };
                    let drawn = seen.iter().filter(|pixels| **pixels > 100).count();
                    assert_eq!(drawn, expected, "{link} at {width} × {height}: {seen:?}");
                }
            }
        }
    }
}

#[wasm_bindgen_test]
fn sizes_that_are_no_sizes_draw_nothing() {
    let session = open("cost=bowl");
    for (size, ratio) in [
        ([f64::NAN, 100.0], 1.0),
        ([-5.0, 100.0], 1.0),
        ([100.0, 100.0], 0.0),
        ([100.0, 100.0], f64::NAN),
    ] {
        let format = Format::new(&session, size, ratio, Mode::Light);
        let seen = pictures(&session, &format).map(|canvas| painted(&canvas));
        assert_eq!(seen, [0; 4], "{size:?} at {ratio}");
    }
}

#[wasm_bindgen_test]
fn a_place_on_the_map_is_the_point_drawn_there() {
    for link in LINKS {
        let mut session = open(link);
        for ratio in [1.0, 2.5] {
            let format = Format::new(&session, [600.0, 400.0], ratio, Mode::Light);
            for place in [[90.0, 60.0], [300.0, 200.0], [555.0, 333.0]] {
                let at = Figure::pick(&session, &format, place).expect("inside the map");
                session.move_start(0, &at);
                let Some(drawn) = Figure::place(&session, &format, &session.starts()[0]) else {
                    // On a curve the start stands at its own height, which the window need not show.
                    assert_eq!(session.subject().dimension(), 1, "{link}");
                    continue;
                };
                assert!((drawn[0] - place[0]).abs() <= 1.0, "{link}: {drawn:?}");
                if session.subject().dimension() > 1 {
                    assert!((drawn[1] - place[1]).abs() <= 1.0, "{link}: {drawn:?}");
                }
            }
        }
    }
}

#[wasm_bindgen_test]
fn drawing_leaves_the_page_around_the_canvas_alone() {
    let children = || script("document.querySelectorAll('*').length").as_f64();
    let session = open("data=houses");
    let before = children();
    let format = Format::new(&session, [640.0, 480.0], 1.0, Mode::Light);
    pictures(&session, &format);
    assert_eq!(children(), before);
}
