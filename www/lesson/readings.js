/** Numbers of the text that stand in no readout, but follow from a few. */

import { apart, SAME_PLACE, way } from "./places.js";

/** @typedef {import("../figure/types.d.ts").Lab} Lab */
/** @typedef {import("../figure/types.d.ts").RunReadout} RunReadout */

/** More steps than any run of the lesson takes. */
export const TO_THE_END = 1_000_000;

/** A walk of the first run: where it is now, and where it is so many steps later. @param {Lab} lab @param {number} steps */
function walk(lab, steps) {
  const [from] = lab.readout().runs;
  lab.advance(steps);
  const [to] = lab.readout().runs;
  return { from, to };
}

/** @param {number[]} one @param {number[]} other in degrees */
function angle(one, other) {
  const inner = one.reduce((sum, part, index) => sum + part * other[index], 0);
  return (Math.acos(inner / Math.hypot(...one) / Math.hypot(...other)) * 180) / Math.PI;
}

/** @type {Record<string, (lab: Lab) => number>} */
export const READINGS = {
  /** Degrees between downhill at the start and the line to where the walk ends. */
  angleToEnd(lab) {
    const { from, to } = walk(lab, TO_THE_END);
    return angle(Object.values(from.gradient).map((slope) => -slope), way(from, to));
  },

  /** The length of the first step. */
  firstStep(lab) {
    const { from, to } = walk(lab, 1);
    return apart(from, to);
  },

  /** The length of the tenth step. */
  tenthStep(lab) {
    lab.advance(9);
    const { from, to } = walk(lab, 1);
    return apart(from, to);
  },

  /** How far apart the starts of the first two runs are. */
  startsApart(lab) {
    const [one, other] = lab.readout().runs;
    return apart(one, other);
  },

  /** Steps until every run has ended. */
  stepsToEnd(lab) {
    lab.advance(TO_THE_END);
    return lab.readout().iteration;
  },

  /** The learning rate from which on no walk settles, of a quadratic cost of two parameters: 2 / λmax. */
  edge(lab) {
    const slopes = (/** @type {number[]} */ at) => {
      lab.startAt(Float64Array.from(at));
      return Object.values(lab.readout().gradient);
    };
    const [zero, right, up] = [[0, 0], [1, 0], [0, 1]].map(slopes);
    const [a, b, c] = [right[0] - zero[0], up[0] - zero[0], up[1] - zero[1]];
    return 2 / ((a + c) / 2 + Math.hypot((a - c) / 2, b));
  },

  /** How many different places the runs end at. */
  endings(lab) {
    lab.advance(TO_THE_END);
    /** @type {RunReadout[]} */
    const places = [];
    for (const run of lab.readout().runs) {
      if (!places.some((place) => apart(place, run) < SAME_PLACE)) places.push(run);
    }
    return places.length;
  },
};
