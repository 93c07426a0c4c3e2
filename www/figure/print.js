/** On paper: the pictures as SVG at their iteration, dark on white, in the place of the canvases. */

import { make } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Sheet} Sheet */

/**
 * What stands for which box on paper, and its size there in CSS pixels.
 * @type {[selector: string, sheet: Sheet, width: number, height: number][]}
 */
const PICTURES = [
  [".stage", "map", 680, 430],
  [".hill-stage", "hill", 560, 440],
  ["#page-cost-curve .chart", "costs", 480, 260],
  ["#page-data .chart", "data", 480, 260],
];

/**
 * The figure as an SVG element that stands alone.
 * @param {import("./types.d.ts").Lab} lab
 * @param {Sheet} sheet
 * @param {number} width
 * @param {number} height
 */
export function figureSvg(lab, sheet, width, height) {
  const read = new DOMParser().parseFromString(lab.svg(sheet, width, height), "image/svg+xml");
  // Paper is white already.
  read.querySelector("rect")?.remove();
  return document.adoptNode(read.documentElement);
}

/**
 * Before the browser prints, each picture in sight gets its SVG, and canvases that have none are drawn
 * for white paper; afterwards all is as before.
 * @param {Session} session
 * @param {HTMLElement} root
 */
export function printing(session, root) {
  const { lab, signal } = session;
  const clear = () => root.querySelectorAll(".printed").forEach((printed) => printed.remove());
  window.addEventListener("beforeprint", () => {
    clear();
    root.classList.add("printing");
    session.showNow();
    for (const [selector, sheet, width, height] of PICTURES) {
      const box = /** @type {HTMLElement | null} */ (root.querySelector(selector));
      if (!box?.checkVisibility()) continue;
      const svg = figureSvg(lab, sheet, width, height);
      box.before(make("div", { class: "printed", role: "img", "aria-label": session.figure.description }, /** @type {Node} */ (svg)));
    }
  }, { signal });
  window.addEventListener("afterprint", () => {
    clear();
    root.classList.remove("printing");
    session.redraw();
  }, { signal });
}
