/** Squared-error regression in JavaScript tuned with care, which looks at every row each time. */

import { each, joined } from "./unrolled.js";

/** Rows of x and y, always the same. @param {number} count */
export function rows(count) {
  let state = 1;
  // Lehmer's generator with Park and Miller's numbers: the same everywhere.
  const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const [xs, ys] = [new Float64Array(count), new Float64Array(count)];
  for (let row = 0; row < count; row++) {
    xs[row] = draw();
    ys[row] = 1.5 * xs[row] + 2 + 0.2 * (draw() - 0.5);
  }
  const both = new Float64Array(2 * count);
  for (let row = 0; row < count; row++) both.set([xs[row], ys[row]], 2 * row);
  return { xs, ys, both };
}

/**
 * Plain gradient descent from (0, 0) with so many sums of each kind.
 * @param {number} lanes divides the number of rows
 * @returns {(xs: Float64Array, ys: Float64Array, alpha: number, steps: number) => number[]}
 */
export function walkLoop(lanes) {
  return /** @type {any} */ (new Function("xs", "ys", "alpha", "steps", `
    const rows = xs.length, rate = alpha / rows;
    let w = 0, b = 0;
    for (let step = 0; step < steps; step++) {
      ${each(lanes, "let dw# = 0, db# = 0;")}
      for (let row = 0; row < rows; row += ${lanes}) {
        ${each(lanes, "const x# = xs[row + #], r# = w * x# + b - ys[row + #]; dw# += r# * x#; db# += r#;")}
      }
      w -= rate * (${joined(lanes, "dw#", " + ")});
      b -= rate * (${joined(lanes, "db#", " + ")});
    }
    return [w, b];`));
}

/** For a library that asks for cost and gradient. @param {Float64Array} xs @param {Float64Array} ys */
export function costAndGradient(xs, ys) {
  return (/** @type {number[]} */ [w, b], /** @type {number[]} */ gradient) => {
    let [dw, db, squares] = [0, 0, 0];
    for (let row = 0; row < xs.length; row++) {
      const r = w * xs[row] + b - ys[row];
      dw += r * xs[row];
      db += r;
      squares += r * r;
    }
    gradient[0] = dw / xs.length;
    gradient[1] = db / xs.length;
    return squares / (2 * xs.length);
  };
}

/**
 * The grid with so many pixels in flight, each row's part that does not depend on w worked out once.
 * @param {number} lanes
 * @returns {(xs: Float64Array, ys: Float64Array, ws: Float64Array, bs: Float64Array, values: Float64Array) => void}
 */
export function gridLoop(lanes) {
  return /** @type {any} */ (new Function("xs", "ys", "ws", "bs", "values", `
    const rows = xs.length, part = 1 / (2 * rows);
    const offsets = new Float64Array(rows);
    for (let line = 0, at = 0; line < bs.length; line++) {
      for (let row = 0; row < rows; row++) offsets[row] = bs[line] - ys[row];
      for (let column = 0; column < ws.length; column += ${lanes}, at += ${lanes}) {
        ${each(lanes, "const w# = ws[column + #]; let sum# = 0;")}
        for (let row = 0; row < rows; row++) {
          const x = xs[row], offset = offsets[row];
          ${each(lanes, "const r# = w# * x + offset; sum# += r# * r#;")}
        }
        ${each(lanes, "values[at + #] = sum# * part;")}
      }
    }`));
}
