/**
 * What the page notices: each condition looks at one moment of the figure, and may write into `seen`
 * what it has to remember until a later one.
 */

import { apart, SAME_PLACE } from "./places.js";

/** @typedef {import("./types.d.ts").Moment} Moment */
/** @typedef {Record<string, any>} Seen */
/** @typedef {import("../figure/types.d.ts").RunReadout} RunReadout */

/** @param {RunReadout[]} runs */
function allConverged(runs) {
  return runs.every(({ stopped }) => stopped === "converged");
}

/** @type {Record<string, (moment: Moment, seen: Seen, ...given: any[]) => boolean>} */
export const CONDITIONS = {
  /** By hand, before any step, J is below a bound. */
  costBelow: ({ readout }, _, bound) => readout.iteration === 0 && readout.cost < bound,

  /** Before any step, a start where the slope is large, and one where it is small. */
  steepThenFlat({ readout }, seen, steep, flat) {
    if (readout.iteration !== 0) return false;
    seen.steep ||= readout.gradientNorm >= steep;
    seen.flat ||= readout.gradientNorm <= flat && readout.gradientNorm > 0;
    return seen.steep && seen.flat;
  },

  /** The walk began where the slope was negative, and settled at a larger value. */
  grewFromNegativeSlope({ readout }, seen) {
    const [name] = Object.keys(readout.point);
    if (readout.iteration === 0) seen.start = { at: readout.point[name], slope: readout.gradient[name] };
    return seen.start?.slope < 0 && readout.stopped === "converged" && readout.point[name] > seen.start.at;
  },

  /** So many steps by hand, and J is lower than where they began. */
  handSteps: ({ readout: { hand, cost } }, _, count) => hand !== null && hand.steps >= count && hand.cost < cost,

  /** One partial derivative is nearly 0, another is not. */
  onePartialZero({ readout }, _, small, large) {
    const slopes = Object.values(readout.gradient).map(Math.abs);
    return slopes.some((slope) => slope <= small) && slopes.some((slope) => slope >= large);
  },

  /** The first step is at most so long in the first parameter, from the same start. */
  shortFirstStep({ readout }, _, most) {
    const [name] = Object.keys(readout.point);
    return readout.iteration === 1 && readout.point[name] > 0 && readout.point[name] <= most;
  },

  /** At a learning rate beyond the edge one rule settled and the other did not. */
  rulesPart({ readout }, seen, edge) {
    if (readout.alpha <= edge) return false;
    if (readout.rule === "sequential" && readout.stopped === "converged") seen.settled = readout.alpha;
    if (readout.rule === "simultaneous" && readout.stopped === "diverged") seen.broken = readout.alpha;
    return seen.settled !== undefined && seen.broken !== undefined;
  },

  /** One run settled, another never will: it used all its steps. */
  oneSettles: ({ readout: { runs } }) =>
    runs.some(({ stopped }) => stopped === "converged") && runs.some(({ stopped }) => stopped === "step limit"),

  /** Two starts close together, whose walks ended far apart. */
  neighboursPart({ readout: { runs, iteration } }, seen, near) {
    if (iteration === 0 && runs.length > 1) seen.near = apart(runs[0], runs[1]) <= near;
    return seen.near && runs.length > 1 && allConverged(runs) && apart(runs[0], runs[1]) > SAME_PLACE;
  },

  /** A run stopped as converged near a place, after at least one step. */
  stoppedAt: ({ readout }, _, ...place) =>
    readout.stopped === "converged" && readout.iteration > 0
    && Math.hypot(...Object.values(readout.point).map((value, index) => value - place[index])) < SAME_PLACE,

  /** The walk began with so many parameters all at zero, and converged. */
  zeroToEnd({ readout }, seen, parameters) {
    const values = Object.values(readout.point);
    if (readout.iteration === 0) seen.zero = values.length === parameters && values.every((value) => value === 0);
    return seen.zero && readout.stopped === "converged";
  },

  /** One step from the same start, and J is lower than it was. */
  firstStepLowers({ readout }, seen) {
    if (readout.iteration === 0) seen.cost = readout.cost;
    return readout.iteration === 1 && readout.cost < seen.cost;
  },
};
