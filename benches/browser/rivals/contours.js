/** Joined contour lines in JavaScript tuned with care: marching squares on typed arrays, all levels in one pass. */

// Sides of a cell: 0 bottom, 1 right, 2 top, 3 left. Each case joins sides, higher ground on the left;
// bit 0 is the lower left corner, then counterclockwise. The last two: opposite corners held together.
const CASES = [[], [0, 3], [1, 0], [1, 3], [2, 1], [0, 3, 2, 1], [2, 0], [2, 3], [3, 2], [0, 2], [1, 0, 3, 2], [1, 2], [3, 1], [0, 1], [3, 0], [], [0, 1, 2, 3], [3, 0, 1, 2]];

/** A line of numbers that grows. */
class Numbers {
  /** @param {Int32ArrayConstructor | Float64ArrayConstructor} Kind */
  constructor(Kind) {
    this.Kind = Kind;
    this.all = new Kind(1 << 16);
    this.length = 0;
  }

  /** @param {number} more */
  reserve(more) {
    if (this.length + more <= this.all.length) return;
    const all = new this.Kind(2 * this.all.length);
    all.set(/** @type {any} */ (this.all));
    this.all = all;
  }
}

/** What is kept between drawings of the same size. @param {number} side */
export function workshop(side) {
  const room = {
    /** How many levels lie at or below each sample. */
    below: new Uint8Array(side * side),
    /** Where the piece that begins on an edge ends; −1 for none. */
    next: new Int32Array(2 * side * side).fill(-1),
    /** Whether a piece ends on an edge. */
    reached: new Uint8Array(2 * side * side),
    pieces: new Numbers(Int32Array),
    points: new Numbers(Float64Array),
    /** Where each line ends among the points, negative for a closed one. */
    ends: new Numbers(Int32Array),
  };
  const offsets = [0, 3, 2 * side, 1];
  const table = CASES.map((sides) => Int32Array.from(sides, (one) => offsets[one]));

  /** @param {Float64Array} values @param {Float64Array} levels rising @param {Float64Array} xs @param {Float64Array} ys */
  return (values, levels, xs, ys) => {
    rank(values, levels, room.below);
    const starts = march(values, levels, side, room, table);
    room.points.length = room.ends.length = 0;
    levels.forEach((level, index) => join(values, level, side, room, starts[index], starts[index + 1], xs, ys));
    return room;
  };
}

/** @param {Float64Array} values @param {Float64Array} levels @param {Uint8Array} below */
function rank(values, levels, below) {
  const count = levels.length;
  let rank = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    while (rank < count && levels[rank] <= value) rank++;
    while (rank > 0 && value < levels[rank - 1]) rank--;
    below[at] = rank;
  }
}

/**
 * Finds the pieces of all levels, sorted by level; gives where each level's begin.
 * @param {Float64Array} values @param {Float64Array} levels @param {number} side
 * @param {any} room @param {Int32Array[]} table
 */
function march(values, levels, side, room, table) {
  const { below, pieces } = room;
  const counts = new Int32Array(levels.length + 1);
  pieces.length = 0;
  let found = pieces.all;
  for (let row = 0; row + 1 < side; row++) {
    for (let at = row * side, last = at + side - 1; at < last; at++) {
      const a = below[at], b = below[at + 1], c = below[at + side + 1], d = below[at + side];
      if (a === b && a === c && a === d) continue;
      const low = Math.min(a, b, c, d);
      const high = Math.max(a, b, c, d);
      pieces.reserve(6 * (high - low));
      found = pieces.all;
      for (let level = low; level < high; level++) {
        let which = (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
        if (which === 5 || which === 10) {
          const mean = (values[at] + values[at + 1] + values[at + side + 1] + values[at + side]) / 4;
          if (mean >= levels[level]) which = which === 5 ? 16 : 17;
        }
        const sides = table[which];
        for (let end = 0; end < sides.length; end += 2) {
          found[pieces.length] = level;
          found[pieces.length + 1] = 2 * at + sides[end];
          found[pieces.length + 2] = 2 * at + sides[end + 1];
          pieces.length += 3;
          counts[level + 1]++;
        }
      }
    }
  }
  for (let level = 0; level < levels.length; level++) counts[level + 1] += counts[level];
  const sorted = new Int32Array(2 * counts[levels.length]);
  const place = counts.slice();
  for (let at = 0; at < pieces.length; at += 3) {
    const to = 2 * place[found[at]]++;
    sorted[to] = found[at + 1];
    sorted[to + 1] = found[at + 2];
  }
  room.sorted = sorted;
  return counts;
}

/** Joins one level's pieces, the open lines first. */
function join(values, level, side, room, from, to, xs, ys) {
  const { next, reached, sorted } = room;
  for (let at = 2 * from; at < 2 * to; at += 2) {
    next[sorted[at]] = sorted[at + 1];
    reached[sorted[at + 1]] = 1;
  }
  for (let at = 2 * from; at < 2 * to; at += 2) if (!reached[sorted[at]]) follow(sorted[at], false, values, level, side, room, xs, ys);
  for (let at = 2 * from; at < 2 * to; at += 2) if (next[sorted[at]] >= 0) follow(sorted[at], true, values, level, side, room, xs, ys);
  for (let at = 2 * from + 1; at < 2 * to; at += 2) reached[sorted[at]] = 0;
}

function follow(start, closed, values, level, side, room, xs, ys) {
  const { next, points, ends } = room;
  let edge = start;
  do {
    points.reserve(2);
    const sample = edge >> 1;
    const row = (sample / side) | 0;
    const column = sample - row * side;
    const low = values[sample];
    if (edge & 1) {
      points.all[points.length++] = xs[column];
      points.all[points.length++] = ys[row] + (ys[row + 1] - ys[row]) * ((level - low) / (values[sample + side] - low));
    } else {
      points.all[points.length++] = xs[column] + (xs[column + 1] - xs[column]) * ((level - low) / (values[sample + 1] - low));
      points.all[points.length++] = ys[row];
    }
    const following = next[edge];
    next[edge] = -1;
    edge = following;
  } while (edge >= 0 && edge !== start);
  ends.reserve(1);
  ends.all[ends.length++] = closed ? -points.length : points.length;
}

/** How long all lines are together. @param {any} room */
export function totalLength({ points, ends }) {
  let total = 0;
  let from = 0;
  for (const end of ends.all.subarray(0, ends.length)) {
    const to = Math.abs(end);
    for (let at = from + 2; at < to; at += 2) total += Math.hypot(points.all[at] - points.all[at - 2], points.all[at + 1] - points.all[at - 1]);
    if (end < 0) total += Math.hypot(points.all[to - 2] - points.all[from], points.all[to - 1] - points.all[from + 1]);
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
