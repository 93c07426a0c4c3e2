use super::helper::{Draws, check_gradient, gradient, inline, line_sheets, norm};
use downhill::cost::{Column, Cost, Regression, Table, find_data};

fn built_in(id: &str) -> Regression {
    Regression::new(Table::built_in(find_data(id).expect("a built-in data set")))
}

fn from_rows(text: &str) -> Regression {
    Regression::new(inline(text))
}

fn two_columns(values: Vec<f64>) -> Table {
    let column = |name: &str| Column {
        name: name.into(),
        unit: String::new(),
    };
    Table::new(vec![column("x"), column("y")], values).expect("finite rows")
}

fn close(found: f64, expected: f64, relative: f64) {
    let error = (found - expected).abs();
    assert!(
        error <= relative * expected.abs(),
        "{found} is not {expected}"
    );
}

fn per_row(cost: &Regression, at: &[f64]) -> f64 {
    let table = cost.table();
    let features = table.columns().len() - 1;
    let squares = table.rows().map(|row| {
        let residual = cost.predict(&row[..features], at) - row[features];
        residual * residual
    });
    squares.sum::<f64>() / (2.0 * table.row_count() as f64)
}

#[test]
fn names_follow_the_number_of_features() {
    let names = |cost: &Regression| -> Vec<String> {
        cost.parameters()
            .iter()
            .map(|name| name.plain().to_string())
            .collect()
    };
    assert_eq!(names(&from_rows("1,2;3,4")), ["w", "b"]);
    assert_eq!(names(&from_rows("1,2,3;3,4,9;5,5,5")), ["w1", "w2", "b"]);
}

#[test]
fn six_houses() {
    let cost = built_in("houses");
    // By hand: the mean price is 470, and Σ x·y / 6 = 7021/6.
    let first = gradient(&cost, &[0.0, 0.0]);
    close(first[0], -7021.0 / 6.0, 1e-15);
    close(first[1], -470.0, 1e-15);
    close(cost.value(&[0.0, 0.0]), 124_800.0, 1e-15);
    assert_eq!(format!("{:.4}", 2.0 / cost.largest_curvature()), "0.3089");
    assert_eq!(
        format!("{:.4} {:.4}", cost.minimum()[0], cost.minimum()[1]),
        "209.3629 2.4228"
    );
    close(cost.predict(&[2.0], &[200.0, 30.0]), 430.0, 1e-15);
    assert!(cost.has_one_minimum());
}

/// numpy 2 `linalg.lstsq` on the columns and a column of ones; curvatures from
/// `linalg.eigvalsh` of XᵀX/m.
#[test]
fn built_in_data_against_numpy() {
    let cases: [(&str, usize, &[f64], f64, f64); 3] = [
        (
            "houses",
            6,
            &[209.36293436293442, 2.422779922779688],
            1735.8832046332057,
            6.474436710931608,
        ),
        (
            "penguins",
            342,
            &[0.48144859118211103, 0.0604748752885248, 4.158164114073159],
            0.07696363294701762,
            2.1246806982239654,
        ),
        (
            "engel",
            235,
            &[0.4851821353911276, 0.14747348649322103],
            0.0064551125992912935,
            2.1062534428323154,
        ),
    ];
    assert_eq!(cases.len(), line_sheets().count());
    for (id, rows, minimum, least, curvature) in cases {
        let cost = built_in(id);
        assert_eq!(cost.table().row_count(), rows);
        for (found, expected) in cost.minimum().iter().zip(minimum) {
            close(*found, *expected, 1e-12);
        }
        close(cost.least_cost(), least, 1e-12);
        close(cost.largest_curvature(), curvature, 1e-14);
    }
}

/// NIST StRD, linear least squares, "Norris" (36 rows, lower difficulty): certified
/// estimates and residual sum of squares.
#[test]
fn norris_certified() {
    let cost = from_rows(NORRIS);
    close(cost.minimum()[0], 1.00211681802045, 1e-14);
    close(cost.minimum()[1], -0.262323073774029, 1e-12);
    close(cost.least_cost(), 26.6173985294224 / 72.0, 1e-12);
}

/// NIST StRD, "Longley" (16 rows, higher difficulty): six features that nearly depend on
/// each other. Certified estimates and residual sum of squares.
#[test]
fn longley_certified() {
    let cost = from_rows(LONGLEY);
    let certified = [
        15.0618722713733,
        -0.0358191792925910,
        -2.02022980381683,
        -1.03322686717359,
        -0.0511041056535807,
        1829.15146461355,
        -3482258.63459582,
    ];
    for (found, expected) in cost.minimum().iter().zip(certified) {
        close(*found, expected, 1e-10);
    }
    close(cost.least_cost(), 836424.055505915 / 32.0, 1e-12);
    assert!(cost.has_one_minimum());
}

#[test]
fn gradients_agree_with_differences() {
    let mut draws = Draws(4);
    for sheet in line_sheets() {
        let cost = built_in(sheet.id);
        let spread = 1.0 + norm(cost.minimum());
        for _ in 0..100 {
            let at: Vec<f64> = cost
                .minimum()
                .iter()
                .map(|m| m + draws.between(-spread, spread))
                .collect();
            check_gradient(&cost, &at, sheet.id);
        }
    }
}

#[test]
fn the_sum_over_rows_gives_the_same_cost() {
    let mut draws = Draws(5);
    for sheet in line_sheets() {
        let cost = built_in(sheet.id);
        for _ in 0..100 {
            let at: Vec<f64> = cost
                .minimum()
                .iter()
                .map(|m| m + draws.between(-3.0, 3.0))
                .collect();
            close(cost.value(&at), per_row(&cost, &at), 1e-12);
        }
    }
}

#[test]
fn hessian_is_the_gradient_s_slope() {
    for sheet in line_sheets() {
        let cost = built_in(sheet.id);
        let n = cost.parameters().len();
        let hessian = cost.hessian();
        let origin = gradient(&cost, &vec![0.0; n]);
        for j in 0..n {
            let mut at = vec![0.0; n];
            at[j] = 1.0;
            for (i, slope) in gradient(&cost, &at).iter().enumerate() {
                // The gradient is linear: one unit step is exact but for rounding.
                let error = (slope - origin[i] - hessian[i * n + j]).abs();
                assert!(
                    error <= 1e-15 * (1.0 + origin[i].abs()) * 8.0,
                    "{} {error}",
                    sheet.id
                );
            }
        }
    }
}

#[test]
fn a_million_rows() {
    let mut draws = Draws(6);
    let mut values = Vec::with_capacity(2_000_000);
    for _ in 0..1_000_000 {
        let x = draws.between(0.0, 5.0);
        values.extend([x, 3.0 * x - 2.0 + draws.between(-1.0, 1.0)]);
    }
    let cost = Regression::new(two_columns(values));
    // The noise has standard deviation 1/√3; so has each estimate about 1e-3 of it.
    assert!((cost.minimum()[0] - 3.0).abs() < 0.01 && (cost.minimum()[1] + 2.0).abs() < 0.01);
    for at in [[0.0, 0.0], [3.0, -2.0], [-40.0, 7.5]] {
        close(cost.value(&at), per_row(&cost, &at), 1e-10);
        check_gradient(&cost, &at, "a million rows");
    }
}

/// x = far + i and y = 2i + 1 + e for i from 0 to n − 1, where e is +1, −1, −1, +1 over and
/// over: four such rows cancel in Σe and in Σe·i. So w* = 2, b* = 1 − 2·far, J_min = ½ and
/// S = (n² − 1)/12, exactly.
#[test]
fn a_million_rows_against_exact_sums() {
    const ROWS: i64 = 1_000_000;
    for far in [0, 1_000_000_000_i64] {
        let mut values = Vec::with_capacity(2_000_000);
        for i in 0..ROWS {
            let e = if matches!(i % 4, 0 | 3) { 1 } else { -1 };
            values.extend([(far + i) as f64, (2 * i + 1 + e) as f64]);
        }
        let cost = Regression::new(two_columns(values));
        close(cost.minimum()[0], 2.0, 1e-15);
        close(cost.minimum()[1], (1 - 2 * far) as f64, 1e-15);
        close(cost.least_cost(), 0.5, 1e-15);
        let (n, middle) = (ROWS as f64, far as f64 + (ROWS - 1) as f64 / 2.0);
        let spread = (n * n - 1.0) / 12.0;
        // The larger root of λ² − (S + x̄² + 1)·λ + S.
        let half = (spread + middle * middle + 1.0) / 2.0;
        close(
            cost.largest_curvature(),
            half + (half * half - spread).sqrt(),
            1e-15,
        );
        // Off the minimum by (p, q − p·x̄): J = ½ + ½·p²·S + ½·q².
        for (p, q) in [(0.5, 0.0), (0.0, 3.0), (-0.25, 1024.0), (8.0, -1.5)] {
            let at = [2.0 + p, (1 - 2 * far) as f64 - p * middle + q];
            let slack = 4.0 * f64::EPSILON * middle * (2.0 + p.abs());
            let exact = 0.5 + (p * p * spread + q * q) / 2.0;
            assert!((cost.value(&at) - exact).abs() <= 1e-14 * exact + slack * (q.abs() + slack));
            let slopes = gradient(&cost, &at);
            assert!((slopes[1] - q).abs() <= slack);
            let slope = p * spread + q * middle;
            assert!((slopes[0] - slope).abs() <= 1e-14 * p.abs() * spread + slack * middle);
        }
    }
}

/// x = 10⁹ + k with whole k, y and parameters: everything can be had exactly from whole
/// numbers, where squares of x in floating point would lose all digits of the spread.
#[test]
fn features_far_from_zero_against_exact_arithmetic() {
    const FAR: i128 = 1_000_000_000;
    let rows: [(i128, i128); 8] = [
        (0, 3),
        (1, 4),
        (2, 8),
        (3, 7),
        (4, 12),
        (6, 13),
        (9, 21),
        (10, 20),
    ];
    let text: Vec<String> = rows
        .iter()
        .map(|(k, y)| format!("{},{y}", FAR + k))
        .collect();
    let cost = from_rows(&text.join(";"));

    let m = rows.len() as i128;
    let sum = |term: fn(i128, i128) -> i128| rows.iter().map(|(k, y)| term(*k, *y)).sum::<i128>();
    let (k, y) = (sum(|k, _| k), sum(|_, y| y));
    let (kk, ky, yy) = (sum(|k, _| k * k), sum(|k, y| k * y), sum(|_, y| y * y));
    let (spread, cross, square) = (m * kk - k * k, m * ky - k * y, m * yy - y * y);
    close(cost.minimum()[0], cross as f64 / spread as f64, 1e-14);
    let intercept = (y * spread - cross * k - m * FAR * cross) as f64 / (m * spread) as f64;
    close(cost.minimum()[1], intercept, 1e-14);
    let least = (square * spread - cross * cross) as f64 / (2 * m * m * spread) as f64;
    close(cost.least_cost(), least, 1e-13);

    for (w, b) in [
        (0, 0),
        (2, -2 * FAR),
        (2, -2 * FAR + 3),
        (-5, 5 * FAR + 1),
        (3, 7),
    ] {
        let squares: i128 = rows
            .iter()
            .map(|(k, y)| (w * (FAR + k) + b - y).pow(2))
            .sum();
        let exact = squares as f64 / (2 * m) as f64;
        let found = cost.value(&[w as f64, b as f64]);
        // Rounding w·x̄ and b moves the mean residual by a few ε of their size.
        let slack = 4.0 * f64::EPSILON * (w.abs() as f64 * FAR as f64 + b.abs() as f64 + 20.0);
        let allowed = slack * ((2.0 * exact).sqrt() + slack) + 1e-14 * exact;
        assert!(
            (found - exact).abs() <= allowed,
            "J({w}, {b}) = {found}, exactly {exact}"
        );
        assert!(found >= 0.0);
    }
}

#[test]
fn data_that_leave_weights_open() {
    let cases = [
        ("one row", "2,3"),
        ("one row far away", "1e9,-7"),
        ("a constant feature", "0.1,1;0.1,2;0.1,5"),
        (
            "a constant feature far away",
            "1000000000.1,1;1000000000.1,2;1000000000.1,5",
        ),
        ("twice the same feature", "1,1,2;2,2,3;4,4,9"),
        (
            "collinear features",
            "0.1,0.3,1;0.2,0.6,3;0.7,2.1,4;1.1,3.3,4",
        ),
        ("fewer rows than parameters", "1,2,3,4;5,7,6,1"),
        ("one constant among good ones", "1,5,2;2,5,3;4,5,9;6,5,8"),
    ];
    let mut draws = Draws(8);
    for (what, rows) in cases {
        let cost = from_rows(rows);
        assert!(!cost.has_one_minimum(), "{what}");
        let scale = 1.0 + per_row(&cost, cost.minimum());
        assert!(
            norm(&gradient(&cost, cost.minimum())) <= 1e-6 * scale,
            "{what}"
        );
        assert!(
            cost.least_cost() >= 0.0 && cost.largest_curvature() > 0.0,
            "{what}"
        );
        for _ in 0..50 {
            let at: Vec<f64> = cost
                .minimum()
                .iter()
                .map(|m| m + draws.between(-3.0, 3.0))
                .collect();
            let value = cost.value(&at);
            assert!(
                value >= 0.0 && value >= cost.least_cost(),
                "{what}: J = {value}"
            );
            close(value, per_row(&cost, &at), 1e-9);
            check_gradient(&cost, &at, what);
        }
    }
}

/// Two features that agree to one part in a million: S has a condition number of 10¹²,
/// yet every row lies on the plane y = 2x₁ + 3x₂ − 5 exactly.
#[test]
fn nearly_collinear_features_keep_their_weights() {
    let row = |(i, k): (i64, i64)| {
        let (first, second) = (1_000_000 * i, 1_000_000 * i + k);
        format!("{first},{second},{}", 2 * first + 3 * second - 5)
    };
    let rows = [(1, 3), (2, -1), (3, 4), (4, 1), (5, -5), (6, 9), (7, 2)].map(row);
    let cost = from_rows(&rows.join(";"));
    assert!(cost.has_one_minimum());
    close(cost.minimum()[0], 2.0, 1e-9);
    close(cost.minimum()[1], 3.0, 1e-9);
    assert!(cost.least_cost() < 1e-15, "{}", cost.least_cost());
}

#[test]
fn combinations_of_features_are_recognised() {
    let mut draws = Draws(10);
    for _ in 0..200 {
        let (p, q) = (draws.between(-2.0, 2.0), draws.between(-2.0, 2.0));
        let mut row = || {
            let (first, second) = (draws.between(0.0, 9.0), draws.between(0.0, 9.0));
            let (third, y) = (p * first + q * second, draws.next());
            format!("{first},{second},{third},{y}")
        };
        let rows: Vec<String> = (0..9).map(|_| row()).collect();
        assert!(!from_rows(&rows.join(";")).has_one_minimum(), "{p} and {q}");
    }
}

/// 10¹⁰⁰ + 1 − 10¹⁰⁰ is 1, though no number between holds it.
#[test]
fn sums_keep_what_rounding_drops() {
    close(
        from_rows("0,1e100;0,1;0,-1e100").minimum()[1],
        1.0 / 3.0,
        1e-15,
    );
}

#[test]
fn constant_features_have_no_spread_at_all() {
    for x in ["0.1", "1000000000.1", "-3e99", "7e-300"] {
        let cost = from_rows(&[x; 7].map(|x| format!("{x},1")).join(";"));
        let hessian = cost.hessian();
        assert_eq!(hessian[0], hessian[1] * hessian[1], "x = {x}");
    }
}

#[test]
fn extreme_numbers_stay_total() {
    let rows = [
        "1e100,-1e100;-1e100,1e100",
        "1e-300,1;2e-300,2",
        "0,0",
        "1e100,1e-300;1e100,0",
    ];
    let points = [
        0.0,
        1.0,
        -1e300,
        1e308,
        f64::MIN_POSITIVE,
        f64::INFINITY,
        f64::NAN,
    ];
    for text in rows {
        let cost = from_rows(text);
        assert!(
            cost.least_cost() >= 0.0 && cost.minimum().iter().all(|v| v.is_finite()),
            "{text}"
        );
        for w in points {
            for b in points {
                let value = cost.value(&[w, b]);
                assert!(
                    value.is_nan() || value >= 0.0,
                    "{text} at {w}, {b}: {value}"
                );
                gradient(&cost, &[w, b]);
            }
        }
    }
}

const NORRIS: &str = "0.2,0.1;337.4,338.8;118.2,118.1;884.6,888.0;10.1,9.2;226.5,228.1;666.3,668.5;996.3,998.5;448.6,449.1;777.0,778.9;558.2,559.2;0.4,0.3;0.6,0.1;775.5,778.1;666.9,668.8;338.0,339.3;447.5,448.9;11.6,10.8;556.0,557.7;228.1,228.3;995.8,998.0;887.6,888.8;120.2,119.6;0.3,0.3;0.3,0.6;556.8,557.6;339.1,339.3;887.2,888.0;999.0,998.5;779.0,778.9;11.1,10.2;118.3,117.6;229.2,228.9;669.1,668.4;448.9,449.2;0.5,0.2";

const LONGLEY: &str = "83,234289,2356,1590,107608,1947,60323;88.5,259426,2325,1456,108632,1948,61122;88.2,258054,3682,1616,109773,1949,60171;89.5,284599,3351,1650,110929,1950,61187;96.2,328975,2099,3099,112075,1951,63221;98.1,346999,1932,3594,113270,1952,63639;99,365385,1870,3547,115094,1953,64989;100,363112,3578,3350,116219,1954,63761;101.2,397469,2904,3048,117388,1955,66019;104.6,419180,2822,2857,118734,1956,67857;108.4,442769,2936,2798,120445,1957,68169;110.8,444546,4681,2637,121950,1958,66513;112.6,482704,3813,2552,123366,1959,68655;114.2,502601,3931,2514,125368,1960,69564;115.7,518173,4806,2572,127852,1961,69331;116.9,554894,4007,2827,130081,1962,70551";
