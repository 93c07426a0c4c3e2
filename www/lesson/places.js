/** How points lie to each other, as far as the text and what the page notices need it. */

/** @typedef {import("../figure/types.d.ts").RunReadout} RunReadout */

/** Ends nearer to each other than this are one place. */
export const SAME_PLACE = 0.01;

/** Parameter by parameter. @param {RunReadout} from @param {RunReadout} to */
export function way(from, to) {
  return Object.keys(from.point).map((name) => to.point[name] - from.point[name]);
}

/** @param {RunReadout} one @param {RunReadout} other */
export function apart(one, other) {
  return Math.hypot(...way(one, other));
}
