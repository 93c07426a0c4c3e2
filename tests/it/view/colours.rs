use downhill::view::{
    Colour, Mode, PARAMETERS, RUNS, Ramp, Role, Size, Theme, VALLEYS, custom_properties,
    projector_properties,
};

const MODES: [Mode; 2] = [Mode::Light, Mode::Dark];

fn roles() -> Vec<Role> {
    let named = [
        Role::Paper,
        Role::Ink,
        Role::Muted,
        Role::Line,
        Role::Action,
        Role::Alpha,
    ];
    named
        .into_iter()
        .chain((0..PARAMETERS).map(Role::Parameter))
        .chain((0..RUNS).map(Role::Run))
        .chain((0..VALLEYS).map(Role::Valley))
        .collect()
}

/// Linear red, green and blue, 0 to 1 (IEC 61966-2-1).
fn linear(colour: Colour) -> [f64; 3] {
    colour.rgb.map(|channel| {
        let part = f64::from(channel) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    })
}

/// Contrast ratio of WCAG 2.2, "relative luminance" and "contrast ratio".
fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// CIE L*a*b* under D65.
fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
    let [x, y, z] = [x, y, z].map(|t: f64| match t > 0.008856 {
        true => t.cbrt(),
        false => 7.787 * t + 16.0 / 116.0,
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// What an eye sees: all of it, or without red or green cones. Matrices for
/// severity 1.0 from Machado, Oliveira and Fernandes, "A physiologically-based
/// model for simulation of color vision deficiency", IEEE TVCG 15(6), 2009.
const EYES: [[[f64; 3]; 3]; 3] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
];

fn seen(eye: [[f64; 3]; 3], colour: Colour) -> [f64; 3] {
    let light = linear(colour);
    lab(eye.map(|row| {
        let sum: f64 = row
            .iter()
            .zip(light)
            .map(|(part, channel)| part * channel)
            .sum();
        sum.clamp(0.0, 1.0)
    }))
}

fn difference(one: [f64; 3], other: [f64; 3]) -> f64 {
    let square: f64 = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum();
    square.sqrt()
}

#[test]
fn text_is_readable_on_paper() {
    for mode in MODES {
        let paper = Role::Paper.colour(mode);
        for role in roles() {
            if !matches!(role, Role::Paper | Role::Line | Role::Valley(_)) {
                let ratio = contrast(role.colour(mode), paper);
                assert!(ratio >= 4.5, "{role:?} in {mode:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn colours_differ_from_each_other() {
    for mode in MODES {
        // Paper and line are grounds, not meanings.
        let mut roles = roles();
        roles.retain(|role| !matches!(role, Role::Paper | Role::Line));
        for (index, one) in roles.iter().enumerate() {
            for other in &roles[index + 1..] {
                let apart = difference(
                    seen(EYES[0], one.colour(mode)),
                    seen(EYES[0], other.colour(mode)),
                );
                assert!(
                    apart >= 11.0,
                    "{one:?} and {other:?} in {mode:?}: {apart:.1}"
                );
            }
        }
    }
}

#[test]
fn runs_differ_for_colour_blind_eyes_too() {
    for (mode, eye) in MODES
        .iter()
        .flat_map(|mode| EYES.iter().map(move |eye| (*mode, *eye)))
    {
        for one in 0..RUNS {
            for other in one + 1..RUNS {
                let [a, b] = [one, other].map(|run| seen(eye, Role::Run(run).colour(mode)));
                let apart = difference(a, b);
                assert!(
                    apart >= 9.0,
                    "runs {one} and {other} in {mode:?} {eye:?}: {apart:.1}"
                );
            }
        }
    }
}

#[test]
fn valleys_differ_from_each_other_for_every_eye_and_have_an_edge() {
    for mode in MODES {
        for one in 0..VALLEYS {
            let fill = Role::Valley(one).colour(mode);
            let edge = contrast(fill, Role::Ink.colour(mode));
            assert!(edge >= 3.0, "valley {one} in {mode:?}: {edge:.2}");
            for (other, eye) in (one + 1..VALLEYS).flat_map(|other| EYES.map(|eye| (other, eye))) {
                let other = Role::Valley(other).colour(mode);
                let apart = difference(seen(eye, fill), seen(eye, other));
                assert!(apart >= 40.0, "{one} and {other:?} in {mode:?}: {apart:.1}");
            }
        }
    }
}

#[test]
fn runs_and_parameters_repeat_after_the_last() {
    assert_eq!(Role::Run(RUNS).css_name(), "run-1");
    assert_eq!(Role::Parameter(PARAMETERS + 1).css_name(), "b");
}

#[test]
fn every_role_is_one_custom_property() {
    let listed: Vec<(&str, String, String)> = custom_properties().collect();
    let expected: Vec<(&str, String, String)> = roles()
        .iter()
        .map(|role| {
            (
                role.css_name(),
                role.colour(Mode::Light).css(),
                role.colour(Mode::Dark).css(),
            )
        })
        .collect();
    assert_eq!(listed, expected);
    let designed = ("action", "#c8431b".to_string(), "#ff8a5c".to_string());
    assert!(listed.contains(&designed));
}

/// The page has its colours before the wasm is there.
#[test]
fn the_style_sheet_repeats_the_table() {
    let sheet = include_str!("../../../www/palette.css");
    let written: Vec<&str> = sheet
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--"))
        .collect();
    let expected: Vec<String> = custom_properties()
        .chain(projector_properties())
        .map(|(name, light, dark)| format!("{name}: light-dark({light}, {dark});"))
        .collect();
    assert_eq!(written, expected);
}

#[test]
fn ramps_get_lighter_all_the_way() {
    for ramp in [Ramp::Relief, Ramp::Viridis, Ramp::Cividis] {
        for mode in MODES {
            let lightness = ramp.table(mode).map(|colour| lab(linear(colour))[0]);
            for pair in lightness.windows(2) {
                assert!(pair[0] - 0.5 < pair[1], "{ramp:?} in {mode:?}");
            }
        }
    }
}

/// The ground of cards and boxes, from `www/figure.css`.
fn surfaces() -> [Colour; 2] {
    let sheet = include_str!("../../../www/figure.css");
    let line = sheet
        .lines()
        .find(|line| line.contains("--surface: light-dark("));
    let written = line.expect("a surface").split('#').skip(1);
    let codes: Vec<Colour> = written
        .map(|code| Colour::hex(u32::from_str_radix(&code[..6], 16).expect("a colour")))
        .collect();
    [codes[0], codes[1]]
}

#[test]
fn on_a_projector_text_and_lines_have_a_contrast_of_7() {
    for (mode, surface) in MODES.into_iter().zip(surfaces()) {
        let theme = Theme::new(mode, Size::Projector, 1.0);
        for role in roles() {
            // Grounds, and fills that carry no text.
            if matches!(role, Role::Paper | Role::Line | Role::Valley(_)) {
                continue;
            }
            for ground in [theme.colour(Role::Paper), surface] {
                let ratio = contrast(theme.colour(role), ground);
                assert!(ratio >= 7.0, "{role:?} in {mode:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn on_a_projector_colours_differ_as_well() {
    for mode in MODES {
        let mut roles = roles();
        roles.retain(|role| !matches!(role, Role::Paper | Role::Line | Role::Valley(_)));
        for (index, &one) in roles.iter().enumerate() {
            for &other in &roles[index + 1..] {
                let runs = matches!((one, other), (Role::Run(_), Role::Run(_)));
                for (eye, least) in EYES.into_iter().zip([11.0, 9.0, 9.0]) {
                    let apart = difference(
                        seen(eye, one.projector_colour(mode)),
                        seen(eye, other.projector_colour(mode)),
                    );
                    assert!(
                        apart >= least || (eye != EYES[0] && !runs),
                        "{one:?} and {other:?} in {mode:?}: {apart:.1}"
                    );
                }
            }
        }
    }
}
