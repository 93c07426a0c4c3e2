use super::window;

#[test]
fn a_window_grows_to_equal_scales_and_never_shrinks() {
    let square = window([-1.0, 3.0], [0.0, 4.0]);
    assert_eq!(
        square.fit_aspect(800.0, 400.0),
        window([-3.0, 5.0], [0.0, 4.0])
    );
    assert_eq!(
        square.fit_aspect(400.0, 800.0),
        window([-1.0, 3.0], [-2.0, 6.0])
    );
    assert_eq!(square.fit_aspect(10.0, 10.0), square);
}

#[test]
fn a_picture_without_pixels_leaves_the_window_alone() {
    let square = window([0.0, 1.0], [0.0, 1.0]);
    for [width, height] in [[0.0, 9.0], [9.0, 0.0], [0.0, 0.0], [f64::NAN, 1.0]] {
        assert_eq!(square.fit_aspect(width, height), square);
    }
}
