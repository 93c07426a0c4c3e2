/** Times the rows of one case at a time: whoever drives the page decides which row is next. */

import { CASES } from "./cases.js";

/** @typedef {import("./cases.js").Row} Row */

/** Short work is repeated until a clock can see it. */
const LEAST_MILLISECONDS = 20;
/** Until then a browser may still be compiling. */
const WARM_MILLISECONDS = 250;

/** @type {Row[]} */
let rows = [];

/** Milliseconds for so many times. @param {Row} row @param {number} times */
async function timed(row, times) {
  const begun = performance.now();
  for (let time = 0; time < times; time++) {
    const done = row.run(time);
    // Waiting takes a turn of the page's loop, so only for what is really late.
    if (done instanceof Promise) await done;
  }
  return performance.now() - begun;
}

/** @param {ArrayLike<number>} answer @param {ArrayLike<number>} right @param {Row} row */
function differences(answer, right, { tolerance = 1e-9 }) {
  if (answer.length !== right.length) return answer.length + right.length;
  let count = 0;
  for (let at = 0; at < right.length; at++) {
    // Not at most is true of NaN as well.
    if (!(Math.abs(answer[at] - right[at]) <= tolerance * (1 + Math.abs(right[at])))) count++;
  }
  return count;
}

Object.assign(globalThis, {
  /** Makes a case ready; gives its rows with how far their answers are from the first one's, and that one's sum. @param {string} id */
  async open(id) {
    rows = await CASES[id]();
    const right = await rows[0].answer();
    const found = [];
    for (const row of rows) {
      const wrong = differences(await row.answer(), right, row);
      found.push({ rival: row.rival, variant: row.variant ?? "", wrong, allowed: row.stray ?? 0, right: right.length, units: row.units ?? 1 });
    }
    return { found, sum: Array.from(right).reduce((total, number) => total + number, 0) };
  },

  /** Runs a row until it is compiled; gives how often it has to run for one measurement. @param {number} index */
  async warm(index) {
    let fastest = await timed(rows[index], 1);
    for (let spent = fastest; spent < WARM_MILLISECONDS;) {
      const once = await timed(rows[index], 1);
      fastest = Math.min(fastest, once);
      spent += once;
    }
    return Math.ceil(LEAST_MILLISECONDS / Math.max(fastest, 0.001));
  },

  /** Milliseconds by the clock for so many times. @param {number} index @param {number} times */
  measure: (index, times) => timed(rows[index], times),
});
document.documentElement.dataset.ready = "";
