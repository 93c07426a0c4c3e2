/** Joined contour lines in JavaScript tuned with care: marching squares on typed arrays, all levels in one pass. */

// Sides of a cell: 0 bottom, 1 right, 2 top, 3 left. Each case joins sides, higher ground on the left;
// bit 0 is the lower left corner, then counterclockwise. The last two: opposite corners held together.
const CASES = [[], [0, 3], [1, 0], [1, 3], [2, 1], [0, 3, 2, 1], [2, 0], [2, 3], [3, 2], [0, 2], [1, 0, 3, 2], [1, 2], [3, 1], [0, 1], [3, 0], [], [0, 1, 2, 3], [3, 0, 1, 2]];

/**
 * Draws lines on grids of one size; what it needs for that is kept from one drawing to the next.
 * @param {number} side
 */
export function workshop(side) {
  /** How many levels lie at or below each sample. */
  const below = new Uint8Array(side * side);
  /** Where the piece that begins on an edge ends; −1 for none. */
  const next = new Int32Array(2 * side * side).fill(-1);
  /** Whether a piece ends on an edge. */
  const reached = new Uint8Array(2 * side * side);
  // Of an edge, twice the sample at its left or lower end, and one more where it is vertical.
  const offsets = [0, 3, 2 * side, 1];
  /** Each case as pairs of edges, counted from the lower left corner's, four numbers long. */
  const table = new Int32Array(4 * CASES.length);
  CASES.forEach((sides, which) => sides.forEach((one, at) => (table[4 * which + at] = offsets[one])));
  const lengths = Uint8Array.from(CASES, (sides) => sides.length);
  /** Level and both edges of every piece as they are found, then both edges sorted by level. */
  let found = new Int32Array(1 << 16);
  let sorted = new Int32Array(1 << 16);
  /** Corners of lines, x and y; where each line ends among them, negative for a closed one. */
  let points = new Float64Array(1 << 16);
  let ends = new Int32Array(1 << 10);
  let [pointsLength, endsLength] = [0, 0];

  /** @param {Float64Array} values @param {Float64Array} levels */
  function rank(values, levels) {
    const count = levels.length;
    let rank = 0;
    // The levels around the last sample, which mostly are those around the next.
    let [low, high] = [-Infinity, levels[0]];
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (!(low <= value && value < high)) {
        while (rank < count && levels[rank] <= value) rank++;
        while (rank > 0 && value < levels[rank - 1]) rank--;
        low = rank > 0 ? levels[rank - 1] : -Infinity;
        high = rank < count ? levels[rank] : Infinity;
      }
      below[at] = rank;
    }
  }

  /** Finds the pieces of all levels; gives where each level's begin. @param {Float64Array} values @param {Float64Array} levels */
  function march(values, levels) {
    const starts = new Int32Array(levels.length + 1);
    let length = 0;
    for (let row = 0; row + 1 < side; row++) {
      const most = length + 6 * side * levels.length;
      if (most > found.length) {
        const longer = new Int32Array(2 * most);
        longer.set(found);
        found = longer;
      }
      let b = below[row * side], c = below[row * side + side];
      for (let at = row * side, last = at + side - 1; at < last; at++) {
        const a = b, d = c;
        b = below[at + 1];
        c = below[at + side + 1];
        if (((a ^ b) | (a ^ c) | (a ^ d)) === 0) continue;
        const high = Math.max(Math.max(a, b), Math.max(c, d));
        for (let level = Math.min(Math.min(a, b), Math.min(c, d)); level < high; level++) {
          let which = (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
          if (which === 5 || which === 10) {
            const mean = (values[at] + values[at + 1] + values[at + side + 1] + values[at + side]) / 4;
            if (mean >= levels[level]) which = which === 5 ? 16 : 17;
          }
          for (let end = 4 * which, last = end + lengths[which]; end < last; end += 2, length += 3) {
            found[length] = level;
            found[length + 1] = 2 * at + table[end];
            found[length + 2] = 2 * at + table[end + 1];
            starts[level + 1]++;
          }
        }
      }
    }
    for (let level = 0; level < levels.length; level++) starts[level + 1] += starts[level];
    sort(length, starts.slice());
    return starts;
  }

  /** @param {number} length @param {Int32Array} place where each level's next piece goes */
  function sort(length, place) {
    if (length > sorted.length) sorted = new Int32Array(2 * length);
    for (let at = 0; at < length; at += 3) {
      const to = 2 * place[found[at]]++;
      sorted[to] = found[at + 1];
      sorted[to + 1] = found[at + 2];
    }
  }

  /** Follows the pieces from an edge on. */
  function follow(start, values, level, xs, ys) {
    let edge = start;
    do {
      const sample = edge >> 1;
      const row = (sample / side) | 0;
      const column = sample - row * side;
      const low = values[sample];
      if (edge & 1) {
        points[pointsLength] = xs[column];
        points[pointsLength + 1] = ys[row] + (ys[row + 1] - ys[row]) * ((level - low) / (values[sample + side] - low));
      } else {
        points[pointsLength] = xs[column] + (xs[column + 1] - xs[column]) * ((level - low) / (values[sample + 1] - low));
        points[pointsLength + 1] = ys[row];
      }
      pointsLength += 2;
      const following = next[edge];
      next[edge] = -1;
      edge = following;
    } while (edge >= 0 && edge !== start);
    ends[endsLength++] = edge === start ? -pointsLength : pointsLength;
  }

  /** Joins one level's pieces, the open lines first. */
  function join(from, to, values, level, xs, ys) {
    for (let at = from; at < to; at += 2) {
      next[sorted[at]] = sorted[at + 1];
      reached[sorted[at + 1]] = 1;
    }
    for (let at = from; at < to; at += 2) if (!reached[sorted[at]]) follow(sorted[at], values, level, xs, ys);
    for (let at = from; at < to; at += 2) if (next[sorted[at]] >= 0) follow(sorted[at], values, level, xs, ys);
    for (let at = from; at < to; at += 2) reached[sorted[at + 1]] = 0;
  }

  /** @param {Float64Array} values @param {Float64Array} levels rising @param {Float64Array} xs @param {Float64Array} ys */
  return (values, levels, xs, ys) => {
    rank(values, levels);
    const starts = march(values, levels);
    const pieces = starts[levels.length];
    // An open line has a corner more than pieces; no line has less than one piece.
    if (4 * pieces > points.length) points = new Float64Array(8 * pieces);
    if (pieces > ends.length) ends = new Int32Array(2 * pieces);
    pointsLength = endsLength = 0;
    for (let index = 0; index < levels.length; index++) join(2 * starts[index], 2 * starts[index + 1], values, levels[index], xs, ys);
    return { points: points.subarray(0, pointsLength), ends: ends.subarray(0, endsLength) };
  };
}

/** How long all lines are together. @param {{ points: Float64Array, ends: Int32Array }} lines */
export function totalLength({ points, ends }) {
  let total = 0;
  let from = 0;
  for (const end of ends) {
    const to = Math.abs(end);
    for (let at = from + 2; at < to; at += 2) total += Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1]);
    if (end < 0) total += Math.hypot(points[to - 2] - points[from], points[to - 1] - points[from + 1]);
    from = to;
  }
  return total;
}

/**
 * The same of d3-contour's areas.
 * @param {{ coordinates: number[][][][] }[]} areas @param {number} side @param {number} step between samples
 */
export function lengthOfAreas(areas, side, step) {
  // It closes outlines along 0 and `side`, half a sample outside the grid.
  const isOutside = (/** @type {number[]} */ point) => point.some((place) => place === 0 || place === side);
  let total = 0;
  for (const { coordinates } of areas) {
    for (const ring of coordinates.flat()) {
      for (let at = 1; at < ring.length; at++) {
        const [one, other] = [ring[at - 1], ring[at]];
        if (!isOutside(one) && !isOutside(other)) total += step * Math.hypot(one[0] - other[0], one[1] - other[1]);
      }
    }
  }
  return total;
}
