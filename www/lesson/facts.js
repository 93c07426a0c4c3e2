/** The numbers in the text: read from the program, so that the two cannot disagree. */

import { loadEngine } from "../figure/engine.js";
import { READINGS, TO_THE_END } from "./readings.js";
import { number } from "./text.js";

/** @typedef {import("./types.d.ts").Fact} Fact */
/** @typedef {import("../figure/types.d.ts").Lab} Lab */

/**
 * Numbers as computed and as shown.
 * @param {Record<string, Fact>} facts
 * @returns {Promise<{ values: Record<string, number>, gaps: Record<string, string> }>}
 */
export async function gather(facts) {
  const { newLab } = await loadEngine();
  /** @type {Record<string, number>} */
  const values = {};
  /** @type {Record<string, string>} */
  const gaps = {};
  for (const [name, fact] of Object.entries(facts)) {
    values[name] = withLab(newLab, (lab) => read(lab, fact));
    gaps[name] = number(values[name], fact.decimals);
  }
  return { values, gaps };
}

/**
 * @param {Lab} lab
 * @param {Fact} fact
 */
export function read(lab, { link, at, read: name }) {
  lab.load(link);
  if (name in READINGS) return READINGS[name](lab);
  lab.advance(at ?? TO_THE_END);
  return Number(name.split(".").reduce((/** @type {any} */ whole, part) => whole?.[part], lab.readout()));
}

/**
 * @template Result
 * @param {() => Lab} newLab
 * @param {(lab: Lab) => Result} work
 */
export function withLab(newLab, work) {
  const lab = newLab();
  try {
    return work(lab);
  } finally {
    lab.free();
  }
}
