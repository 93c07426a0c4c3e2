/** Text of the lesson as elements: *terms*, and the letters w, b, α and J in the colours of the figure. */

import { make } from "../figure/dom.js";

/** @typedef {import("./types.d.ts").Paragraph} Paragraph */
/** @typedef {Record<string, string>} Gaps */

const LETTERS = /(\*[^*]+\*|(?<![\p{L}\p{N}’])(?:w[₁₂]|[wbJα])(?![\p{L}\p{N}’]))/gu;
/** @type {Record<string, string>} */
const CLASSES = { w: "letter w", "w₁": "letter w", "w₂": "letter second-w", b: "letter b", J: "letter", α: "letter alpha" };

/** @param {string} text @param {Gaps} [gaps] */
export function fillGaps(text, gaps = {}) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
}

/**
 * @param {string} text
 * @param {Gaps} [gaps]
 * @returns {(Node | string)[]}
 */
export function inline(text, gaps) {
  return fillGaps(text, gaps).split(LETTERS).map((part) => {
    if (part.startsWith("*") && part.length > 2) return make("dfn", {}, part.slice(1, -1));
    return part in CLASSES ? make("i", { class: CLASSES[part] }, part) : part;
  });
}

/**
 * @param {Paragraph[]} list
 * @param {Gaps} [gaps]
 */
export function paragraphs(list, gaps) {
  return list.map((paragraph) => (typeof paragraph === "string" ? make("p", {}, ...inline(paragraph, gaps)) : display(paragraph)));
}

/** A formula on a line of its own: set for the eye, in words for the ear. @param {{ math: string, spoken: string }} formula */
function display({ math, spoken }) {
  const set = document.createElementNS("http://www.w3.org/1998/Math/MathML", "math");
  set.setAttribute("display", "block");
  set.setAttribute("aria-hidden", "true");
  set.innerHTML = math;
  return make("div", { class: "display" }, /** @type {Node} */ (set), make("span", { class: "unseen" }, spoken));
}

/**
 * A number for people: a true minus, commas in thousands, a fixed number of decimals.
 * @param {number} value
 * @param {number} [decimals]
 */
export function number(value, decimals = 0) {
  if (!Number.isFinite(value)) return String(value);
  const text = Math.abs(value).toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const zero = !/[1-9]/.test(text);
  return value < 0 && !zero ? `−${text}` : text;
}
