//! The points of the data plot under a pointer, keys and fields.

use downhill::figure::{Figure, Format, Picture, PointEditor};
use downhill::lab::Session;
use downhill::view::Mode;

use crate::lab::open;
use crate::svg;

const SIZE: [u32; 2] = [800, 480];

/// A figure whose points are edited, drawn once; two picture pixels to a CSS pixel.
struct Plot {
    session: Session,
    figure: Figure,
    format: Format,
}

impl Plot {
    fn open(link: &str) -> Plot {
        let session = open(link);
        let mut figure = Figure::default();
        figure.points = Some(PointEditor::open(&session).expect("points can be edited"));
        let css = SIZE.map(|side| f64::from(side) / 2.0);
        let format = Format::new(&session, css, 2.0, Mode::Light);
        let mut plot = Plot {
            session,
            figure,
            format,
        };
        plot.draw();
        plot
    }

    fn draw(&mut self) -> String {
        svg::svg(SIZE, |area| {
            self.figure
                .draw(Picture::Data, &self.session, area, &self.format)
                .expect("writing to a string");
        })
    }

    fn place(&mut self, row: usize) -> [f64; 2] {
        self.draw();
        let points = self.figure.points.as_ref().unwrap();
        points
            .place(&self.session, &self.format, row)
            .expect("every point is in sight")
    }

    fn press(&mut self, at: [f64; 2]) -> bool {
        let points = self.figure.points.as_mut().unwrap();
        points.press(&self.session, &self.format, at)
    }

    fn drag(&mut self, to: [f64; 2]) -> Result<(), String> {
        let points = self.figure.points.as_mut().unwrap();
        points.drag(&mut self.session, &self.format, to)
    }

    fn release(&mut self) -> String {
        let points = self.figure.points.as_mut().unwrap();
        points.release(&mut self.session)
    }

    fn add(&mut self, at: Option<[f64; 2]>) -> Result<String, String> {
        let points = self.figure.points.as_mut().unwrap();
        points.add(&mut self.session, &self.format, at)
    }

    fn nudge(&mut self, by: [f64; 2]) -> Result<String, String> {
        let points = self.figure.points.as_mut().unwrap();
        points.nudge(&mut self.session, &self.format, by)
    }

    fn write(&mut self, column: usize, text: &str) -> Result<String, String> {
        let points = self.figure.points.as_mut().unwrap();
        points.write(&mut self.session, column, text)
    }

    fn row(&self, row: usize) -> Vec<f64> {
        self.session.point(row).expect("a row").to_vec()
    }
}

#[test]
fn a_dragged_point_is_drawn_where_the_pointer_is() {
    for link in [
        "data=houses",
        "data=orings",
        "data=circles",
        "data=stopping",
    ] {
        let mut plot = Plot::open(link);
        let [x, y] = plot.place(0);
        assert!(plot.press([x + 1.0, y - 2.0]), "{link}");
        let points = plot.figure.points.as_ref().unwrap();
        assert_eq!(points.chosen(&plot.session), Some(0), "{link}");
        assert_eq!(plot.drag([x + 41.0, y - 2.0]), Ok(()), "{link}");
        let moved = plot.place(0);
        assert!((moved[0] - x - 40.0).abs() <= 1.0, "{link}: {moved:?}, {x}");
        assert!((moved[1] - y).abs() <= 1.0, "{link}: {moved:?}, {y}");
        plot.release();
        assert!(plot.session.undo() && !plot.session.can_undo(), "{link}");
    }
}

#[test]
fn a_click_chooses_and_moves_nothing() {
    let mut plot = Plot::open("data=houses");
    let link = plot.session.link();
    let [x, y] = plot.place(2);
    assert!(plot.press([x + 6.0, y]));
    assert_eq!(plot.drag([x + 7.0, y + 1.0]), Ok(()));
    assert_eq!(plot.release(), "Point 3 of 6: size 2, price 480.");
    assert_eq!(plot.session.link(), link);
    assert!(!plot.session.can_undo());
    assert!(!plot.press([x + 20.0, y]), "out of reach");
}

#[test]
fn numbers_have_no_more_digits_than_the_picture_shows() {
    let mut plot = Plot::open("data=houses");
    let [x, y] = plot.place(1);
    plot.press([x, y]);
    plot.drag([x + 33.3, y + 17.7]).unwrap();
    // 400 CSS pixels show some 3 thousand square feet, 240 some 1000 thousand dollars.
    let text = plot.session.link();
    let row = plot.row(1);
    assert!(text.contains(&format!(";{},{};", row[0], row[1])), "{text}");
    assert_eq!(row[0], (row[0] * 1000.0).round() / 1000.0);
    assert_eq!(row[1], row[1].round());
}

#[test]
fn the_window_stands_still_under_a_drag_and_makes_room_after_it() {
    let mut plot = Plot::open("data=houses");
    let other = plot.place(3);
    let at = plot.place(0);
    plot.press(at);
    plot.drag([5000.0, -5000.0]).unwrap();
    let held = plot.place(0);
    assert!(held[0] < 400.0 && held[1] > 0.0, "it stays in sight");
    assert_eq!(plot.place(3), other, "nothing else has moved");
    plot.release();
    let settled = plot.place(0);
    assert!(
        settled[0] < held[0] && settled[1] > held[1],
        "there is room again"
    );
    assert!(plot.session.undo());
    plot.place(0);
}

#[test]
fn a_new_point_lies_under_the_click_and_not_in_the_margins() {
    let mut plot = Plot::open("data=houses");
    let [x, y] = plot.place(0);
    let said = plot.add(Some([x + 60.0, y - 60.0])).unwrap();
    assert!(said.starts_with("Point 7 of 7 added at size 1."), "{said}");
    let at = plot.place(6);
    assert!((at[0] - x - 60.0).abs() <= 1.0 && (at[1] - y + 60.0).abs() <= 1.0);
    assert_eq!(plot.add(Some([1.0, 238.0])), Ok(String::new()));
    assert_eq!(plot.session.point_count(), 7);
    assert!(plot.add(None).unwrap().starts_with("Point 8 of 8 added"));
}

#[test]
fn classes_stay_classes() {
    let mut plot = Plot::open("data=orings");
    let [x, y] = plot.place(0);
    assert_eq!(plot.row(0), [-0.4, 0.0]);
    plot.press([x, y]);
    plot.drag([x, y - 30.0]).unwrap();
    assert_eq!(plot.row(0)[1], 0.0, "nearer to 0");
    plot.drag([x, 0.0]).unwrap();
    assert_eq!(plot.row(0)[1], 1.0);
    plot.release();
    plot.nudge([0.0, 4.0]).unwrap();
    assert_eq!(plot.row(0), [-0.4, 0.0]);
    plot.nudge([0.0, -4.0]).unwrap();
    assert_eq!(plot.row(0), [-0.4, 1.0]);
    assert!(plot.write(1, "1.01").is_err());
    // A probability between is a row's own affair, and then y moves freely from 0 to 1.
    plot.write(1, "0,25").unwrap();
    plot.nudge([0.0, -4.0]).unwrap();
    assert!((0.25..0.5).contains(&plot.row(0)[1]));

    let mut plot = Plot::open("data=xor");
    let at = plot.place(1);
    plot.press(at);
    plot.release();
    plot.add(Some([at[0] + 40.0, at[1] + 20.0])).unwrap();
    assert_eq!(plot.row(4)[2], 1.0, "that of the chosen point");
}

#[test]
fn a_field_takes_what_is_a_number() {
    let mut plot = Plot::open("data=houses");
    let at = plot.place(4);
    plot.press(at);
    plot.release();
    assert_eq!(
        plot.write(0, " \u{2212}2,5 ").unwrap(),
        "Point 5 of 6 moved to size −2.5, price 630."
    );
    for text in ["", "x", "1;2", "1e999", "NaN", "1.2.3"] {
        assert!(plot.write(0, text).is_err(), "{text}");
        assert_eq!(plot.row(4), [-2.5, 630.0]);
    }
    plot.place(4);
    assert_eq!(plot.write(9, "1"), plot.write(9, "2"), "no such column");
    assert_eq!(plot.row(4), [-2.5, 630.0]);
}

#[test]
fn points_in_one_place_of_x_are_told_to_have_many_best_lines() {
    let mut plot = Plot::open("data=1,1;2,3;2,5");
    let report = |plot: &Plot| {
        let points = plot.figure.points.as_ref().unwrap();
        points.report(&plot.session).expect("points").help
    };
    assert!(!report(&plot).contains("trough"));
    let points = plot.figure.points.as_mut().unwrap();
    points.choose_next(&plot.session, 1);
    points.delete(&mut plot.session).unwrap();
    assert!(report(&plot).contains("trough"));
    let svg = plot.draw();
    svg::check_inside(&svg);
}

#[test]
fn other_data_give_another_window_and_no_wrong_point() {
    let mut plot = Plot::open("data=engel");
    let points = plot.figure.points.as_mut().unwrap();
    points.choose_next(&plot.session, -1);
    assert_eq!(points.chosen(&plot.session), Some(234));
    plot.session.choose("data", "houses");
    plot.place(5);
    let points = plot.figure.points.as_mut().unwrap();
    assert_eq!(points.chosen(&plot.session), None);
    assert_eq!(points.delete(&mut plot.session), Ok(String::new()));
    plot.session.choose("data", "penguins");
    let points = plot.figure.points.as_ref().unwrap();
    assert_eq!(points.report(&plot.session), None);
    assert!(!plot.press([100.0, 100.0]));
    assert_eq!(plot.add(None), Ok(String::new()));
    plot.draw();
}
