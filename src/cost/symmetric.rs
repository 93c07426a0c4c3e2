/// Sweeps after which the iteration stops whatever is left. Convergence is quadratic;
/// even large matrices need about ten.
const SWEEPS: usize = 64;

/// The eigenvalues of a symmetric matrix, row-major `size` × `size`, from the smallest
/// to the largest. Only the lower triangle is read.
///
/// Cyclic Jacobi iteration (Golub & Van Loan 2013, "Matrix Computations", §8.5).
/// Total: a matrix with an entry that is not finite gives NaN for every eigenvalue.
pub fn symmetric_eigenvalues(matrix: &[f64], size: usize) -> Vec<f64> {
    let mut eigenvalues = diagonal(matrix, size, &mut |_, _, _| {});
    eigenvalues.sort_unstable_by(f64::total_cmp);
    eigenvalues
}

/// The same eigenvalues, each with its eigenvector of length 1, in no order. What is not
/// finite gives NaN with the directions of the axes.
pub fn symmetric_eigenvectors(matrix: &[f64], size: usize) -> Vec<(f64, Vec<f64>)> {
    let mut vectors = vec![vec![0.0; size]; size];
    for (index, vector) in vectors.iter_mut().enumerate() {
        vector[index] = 1.0;
    }
    let eigenvalues = diagonal(matrix, size, &mut |p, q, [cosine, sine]| {
        let (before, from_q) = vectors.split_at_mut(q);
        for (at_p, at_q) in before[p].iter_mut().zip(&mut from_q[0]) {
            let (old_p, old_q) = (*at_p, *at_q);
            *at_p = cosine * old_p - sine * old_q;
            *at_q = sine * old_p + cosine * old_q;
        }
    });
    eigenvalues.into_iter().zip(vectors).collect()
}

/// The diagonal once everything beside it is turned away; `turned` is told each turn: the
/// pair of rows, cosine and sine.
fn diagonal(
    matrix: &[f64],
    size: usize,
    turned: &mut impl FnMut(usize, usize, [f64; 2]),
) -> Vec<f64> {
    let mut work = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=row {
            work[row * size + column] = matrix[row * size + column];
            work[column * size + row] = matrix[row * size + column];
        }
    }
    let largest = work
        .iter()
        .fold(0.0, |most, v| if v.abs() > most { v.abs() } else { most });
    if !work.iter().all(|entry| entry.is_finite()) {
        return vec![f64::NAN; size];
    }
    if largest == 0.0 {
        return vec![0.0; size];
    }
    // Scaled to 1, so that no square on the way overflows or vanishes.
    work.iter_mut().for_each(|entry| *entry /= largest);
    for _ in 0..SWEEPS {
        if !sweep(&mut work, size, turned) {
            break;
        }
    }
    (0..size).map(|i| work[i * size + i] * largest).collect()
}

/// Turns every pair of rows once. Says whether anything was left to turn.
fn sweep(work: &mut [f64], size: usize, turned: &mut impl FnMut(usize, usize, [f64; 2])) -> bool {
    let mut any = false;
    for p in 0..size {
        for q in p + 1..size {
            if work[p * size + q].abs() < TINY {
                continue;
            }
            turned(p, q, turn(work, size, p, q));
            any = true;
        }
    }
    any
}

/// An off-diagonal entry below this share of the largest entry counts as zero: far
/// below the rounding error that the eigenvalues have anyway.
const TINY: f64 = 1e-20;

/// The Jacobi rotation that makes the entry (p, q) zero: its cosine and sine.
fn turn(work: &mut [f64], size: usize, p: usize, q: usize) -> [f64; 2] {
    let off = work[p * size + q];
    let ratio = (work[q * size + q] - work[p * size + p]) / (2.0 * off);
    let tangent = ratio.signum() / (ratio.abs() + (1.0 + ratio * ratio).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    let sine = tangent * cosine;
    for k in (0..size).filter(|&k| k != p && k != q) {
        let (at_p, at_q) = (work[k * size + p], work[k * size + q]);
        let (new_p, new_q) = (cosine * at_p - sine * at_q, sine * at_p + cosine * at_q);
        work[k * size + p] = new_p;
        work[p * size + k] = new_p;
        work[k * size + q] = new_q;
        work[q * size + k] = new_q;
    }
    work[p * size + p] -= tangent * off;
    work[q * size + q] += tangent * off;
    work[p * size + q] = 0.0;
    work[q * size + p] = 0.0;
    [cosine, sine]
}
