/** Himmelblau's function, (x² + y − 11)² + (x + y² − 7)², by JavaScript tuned with care and by what reads text. */

import { each, joined } from "./unrolled.js";

export const TEXT = "(x^2+y-11)^2 + (x+y^2-7)^2";

/** Evenly spaced places from −half to half, both ends included. @param {number} side @param {number} half */
export function places(side, half) {
  return Float64Array.from({ length: side }, (_, index) => {
    const part = index / (side - 1);
    return -half * (1 - part) + half * part;
  });
}

/**
 * The grid with so many pixels in flight; `shared` keeps what depends on the column alone.
 * @param {number} lanes @param {boolean} shared
 * @returns {(xs: Float64Array, ys: Float64Array, values: Float64Array) => void}
 */
export function gridLoop(lanes, shared) {
  const pixel = shared
    ? "const p# = squares[column + #] + y, q# = xs[column + #] + rest; values[at + #] = p# * p# + q# * q#;"
    : "const x# = xs[column + #], p# = x# * x# + y - 11, q# = x# + square - 7; values[at + #] = p# * p# + q# * q#;";
  return /** @type {any} */ (new Function("xs", "ys", "values", `
    const side = xs.length;
    ${shared ? "const squares = xs.map((x) => x * x - 11);" : ""}
    for (let row = 0, at = 0; row < side; row++) {
      const y = ys[row], square = y * y, rest = square - 7;
      for (let column = 0; column < side; column += ${lanes}, at += ${lanes}) {
        ${each(lanes, pixel)}
      }
    }`));
}

/** The same text as a JavaScript function, called for every pixel. */
export function gridByFunction() {
  const f = new Function("x", "y", `return ${TEXT.replaceAll("^", "**")};`);
  return (/** @type {Float64Array} */ xs, /** @type {Float64Array} */ ys, /** @type {Float64Array} */ values) => {
    let at = 0;
    for (const y of ys) for (const x of xs) values[at++] = f(x, y);
  };
}

/** The same text inside a loop that is compiled with it. */
export function gridByFunctionWithLoop() {
  return /** @type {ReturnType<typeof gridLoop>} */ (new Function("xs", "ys", "values", `
    for (let row = 0, at = 0; row < ys.length; row++) {
      const y = ys[row];
      for (let column = 0; column < xs.length; column++, at++) {
        const x = xs[column];
        values[at] = ${TEXT.replaceAll("^", "**")};
      }
    }`));
}

/** @param {any} math the library */
export function gridByMath(math) {
  const compiled = math.compile(TEXT);
  const scope = { x: 0, y: 0 };
  return (/** @type {Float64Array} */ xs, /** @type {Float64Array} */ ys, /** @type {Float64Array} */ values) => {
    let at = 0;
    for (const y of ys) {
      scope.y = y;
      for (const x of xs) {
        scope.x = x;
        values[at++] = compiled.evaluate(scope);
      }
    }
  };
}

/** One walk that keeps nothing. @param {number} x @param {number} y @param {number} alpha @param {number} steps */
export function walk(x, y, alpha, steps) {
  for (let step = 0; step < steps; step++) {
    const p = x * x + y - 11;
    const q = x + y * y - 7;
    const dx = 4 * x * p + 2 * q;
    const dy = 2 * p + 4 * y * q;
    x -= alpha * dx;
    y -= alpha * dy;
  }
  return [x, y];
}

/** The same for a library that asks for cost and gradient. @param {number[]} at @param {number[]} gradient */
export function costAndGradient([x, y], gradient) {
  const p = x * x + y - 11;
  const q = x + y * y - 7;
  gradient[0] = 4 * x * p + 2 * q;
  gradient[1] = 2 * p + 4 * y * q;
  return p * p + q * q;
}

/**
 * The basins of a square with so many walks in flight, a finished one replaced at once. Writes for
 * every start four times the steps plus the valley's quadrant, or −1 where a walk comes to no rest.
 * @param {number} lanes
 * @returns {(side: number, half: number, alpha: number, limit: number, ends: Int16Array) => void}
 */
export function basinsLoop(lanes) {
  const look = `const p = x# * x# + y# - 11, q = x# + y# * y# - 7;
    dx# = 4 * x# * p + 2 * q; dy# = 2 * p + 4 * y# * q; square# = dx# * dx# + dy# * dy#;`;
  const setOut = `if (next < all) {
      place# = next++; begun# = clock; x# = middles[place# % side]; y# = middles[place# / side | 0];
      ${look}
    } else { place# = -1; walking--; square# = 1; }`;
  return /** @type {any} */ (new Function("side", "half", "alpha", "limit", "ends", `
    const all = side * side;
    const middles = new Float64Array(side);
    for (let index = 0; index < side; index++) {
      const part = (index + 0.5) / side;
      middles[index] = -half * (1 - part) + half * part;
    }
    let next = 0, clock = 0, walking = ${lanes}, due = 0;
    ${each(lanes, "let x# = 0, y# = 0, dx# = 0, dy# = 0, square# = 1, begun# = 0, place# = -1;")}
    ${each(lanes, `{ ${setOut} }`)}
    while (walking > 0) {
      // Not above is true of NaN as well.
      if (clock >= due || ${joined(lanes, "!(square# > 1e-12)", " || ")}) {
        due = 1e9;
        ${each(lanes, `while (place# >= 0 && (!(square# > 1e-12) || clock - begun# >= limit)) {
          ends[place#] = square# <= 1e-12 ? 4 * (clock - begun#) + (y# < 0 ? 2 : 0) + (x# < 0 ? 1 : 0) : -1;
          ${setOut}
        }
        if (place# < 0) { dx# = 0; dy# = 0; } else if (begun# + limit < due) due = begun# + limit;`)}
      }
      clock++;
      ${each(lanes, `x# -= alpha * dx#; y# -= alpha * dy#; { ${look} }`)}
    }`));
}
