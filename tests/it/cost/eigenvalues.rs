use super::helper::Draws;
use downhill::cost::{symmetric_eigenvalues, symmetric_eigenvectors};

fn close(found: &[f64], expected: &[f64], allowed: f64) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= allowed, "{found:?} is not {expected:?}");
    }
}

#[test]
fn one_and_two_rows() {
    close(&symmetric_eigenvalues(&[-3.0], 1), &[-3.0], 0.0);
    close(
        &symmetric_eigenvalues(&[2.0, 1.8, 1.8, 2.0], 2),
        &[0.2, 3.8],
        1e-15,
    );
    close(
        &symmetric_eigenvalues(&[5.0, 0.0, 0.0, -7.0], 2),
        &[-7.0, 5.0],
        0.0,
    );
    assert!(symmetric_eigenvalues(&[], 0).is_empty());
}

/// Values from mpmath.eigsy with 40 digits.
#[test]
fn four_rows_against_forty_digits() {
    let matrix = [
        4.0, 1.0, -2.0, 2.0, 1.0, 2.0, 0.0, 1.0, -2.0, 0.0, 3.0, -2.0, 2.0, 1.0, -2.0, -1.0,
    ];
    let expected = [
        -2.197516977439425,
        1.084364463773217,
        2.268531406431242,
        6.844621107234965,
    ];
    close(&symmetric_eigenvalues(&matrix, 4), &expected, 4e-15);
}

/// The second difference with fixed ends has the eigenvalues 2 − 2 cos(kπ/(n+1)).
#[test]
fn a_row_of_springs() {
    let n = 12;
    let mut matrix = vec![0.0; n * n];
    for i in 0..n {
        matrix[i * n + i] = 2.0;
        if i > 0 {
            matrix[i * n + i - 1] = -1.0;
            matrix[(i - 1) * n + i] = -1.0;
        }
    }
    let expected: Vec<f64> = (1..=n)
        .map(|k| 2.0 - 2.0 * libm::cos(k as f64 * std::f64::consts::PI / (n + 1) as f64))
        .collect();
    close(&symmetric_eigenvalues(&matrix, n), &expected, 1e-14);
}

#[test]
fn trace_and_squares_survive_on_random_matrices() {
    let mut draws = Draws(7);
    for size in 1..=9 {
        for _ in 0..20 {
            let mut matrix = vec![0.0; size * size];
            for i in 0..size {
                for j in 0..=i {
                    let entry = draws.between(-1.0, 1.0);
                    matrix[i * size + j] = entry;
                    matrix[j * size + i] = entry;
                }
            }
            let eigenvalues = symmetric_eigenvalues(&matrix, size);
            let trace: f64 = (0..size).map(|i| matrix[i * size + i]).sum();
            let squares: f64 = matrix.iter().map(|v| v * v).sum();
            assert!((eigenvalues.iter().sum::<f64>() - trace).abs() < 1e-13);
            assert!((eigenvalues.iter().map(|v| v * v).sum::<f64>() - squares).abs() < 1e-12);
            assert!(eigenvalues.windows(2).all(|pair| pair[0] <= pair[1]));
        }
    }
}

#[test]
fn extreme_entries_do_no_harm() {
    close(&symmetric_eigenvalues(&[0.0; 9], 3), &[0.0; 3], 0.0);
    close(
        &symmetric_eigenvalues(&[1e300, 1e300, 1e300, 1e300], 2),
        &[0.0, 2e300],
        1e285,
    );
    close(
        &symmetric_eigenvalues(&[1e-300, 1e-300, 1e-300, 1e-300], 2),
        &[0.0, 2e-300],
        1e-315,
    );
    assert!(
        symmetric_eigenvalues(&[1.0, f64::NAN, f64::NAN, 1.0], 2)
            .iter()
            .all(|v| v.is_nan())
    );
    let infinite = [f64::INFINITY, 0.0, 0.0, 1.0];
    assert!(
        symmetric_eigenvalues(&infinite, 2)
            .iter()
            .all(|v| v.is_nan())
    );
}

#[test]
fn eigenvectors_are_only_stretched_and_stand_square_to_each_other() {
    let mut draws = Draws(23);
    for size in 1..=17 {
        let mut matrix = vec![0.0; size * size];
        for row in 0..size {
            for column in 0..=row {
                let entry = draws.between(-1.0, 1.0);
                matrix[row * size + column] = entry;
                matrix[column * size + row] = entry;
            }
        }
        let pairs = symmetric_eigenvectors(&matrix, size);
        let mut values: Vec<f64> = pairs.iter().map(|(value, _)| *value).collect();
        values.sort_unstable_by(f64::total_cmp);
        assert_eq!(values, symmetric_eigenvalues(&matrix, size));
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        for (index, (value, vector)) in pairs.iter().enumerate() {
            for (row, part) in matrix.chunks_exact(size).zip(vector) {
                assert!((dot(row, vector) - value * part).abs() < 1e-13);
            }
            for (other, (_, beside)) in pairs.iter().enumerate() {
                let expected = if other == index { 1.0 } else { 0.0 };
                assert!((dot(vector, beside) - expected).abs() < 1e-13);
            }
        }
    }
    assert!(symmetric_eigenvectors(&[f64::NAN], 1)[0].0.is_nan());
    assert!(symmetric_eigenvectors(&[], 0).is_empty());
}
