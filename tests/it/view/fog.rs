//! Fog: nothing but one colour outside of the clearing.

use downhill::view::{Clearing, Mode, Size, Theme, fog};

fn theme() -> Theme {
    Theme::new(Mode::Dark, Size::Normal, 1.0)
}

#[test]
fn outside_of_the_clearing_every_pixel_is_fog() {
    let rgba: Vec<u8> = (0..20 * 20)
        .flat_map(|index| [(index % 251) as u8, 7, 9, 255])
        .collect();
    let clearing = Clearing {
        middle: [30.0, 25.0],
        radius: 10.0,
        rectangle: [20, 15, 20, 20],
        rgba: &rgba,
    };
    let bytes = fog(&theme(), [80, 60], Some(clearing));
    let pixels = bytes.as_chunks::<4>().0;
    assert_eq!(pixels.len(), 80 * 60);
    let mut clear = 0;
    for (index, pixel) in pixels.iter().enumerate() {
        let (column, row) = (index % 80, index / 80);
        let away = libm::hypot(column as f64 + 0.5 - 30.0, row as f64 + 0.5 - 25.0);
        if away >= 10.0 {
            assert_eq!(*pixel, pixels[0], "{column}, {row}");
        } else if away <= 9.0 {
            let inside = (row - 15) * 20 + column - 20;
            assert_eq!(pixel[..], rgba[4 * inside..4 * inside + 4]);
            clear += 1;
        }
    }
    assert!(clear > 240);
}

#[test]
fn a_clearing_may_be_anywhere_and_have_no_colours() {
    let all = fog(&theme(), [30, 20], None);
    assert!(
        all.as_chunks::<4>()
            .0
            .windows(2)
            .all(|pair| pair[0] == pair[1])
    );
    for (middle, radius) in [
        ([-5.0, 4.0], 10.0),
        ([f64::NAN, 4.0], 10.0),
        ([15.0, 10.0], f64::INFINITY),
        ([1e308, -1e308], 1e300),
    ] {
        let clearing = Clearing {
            middle,
            radius,
            rectangle: [25, 15, 40, 40],
            rgba: &[],
        };
        assert_eq!(fog(&theme(), [30, 20], Some(clearing)).len(), all.len());
    }
}
