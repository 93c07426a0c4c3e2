/** The bowl of a model on its data as measured and standardised, beside each other. */

import { make, write } from "../dom.js";
import { painter } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Part} Part */

const COLUMNS = /** @type {const} */ (["condition", "stretch", "rate", "steps"]);

/**
 * @param {Session} session
 * @returns {Part}
 */
export function bowls(session) {
  const { lab, words } = session;
  const nothing = make("p", { class: "note" });
  const pictures = /** @type {const} */ (["bowl-measured", "bowl-standardised"]).map((picture) => bowl(session, picture));
  const caption = make("p", { class: "note" });
  const rows = pictures.map(() => make("tr", {}, make("th", { scope: "row" }), ...COLUMNS.map(() => make("td"))));
  const head = make("tr", {}, make("th", { scope: "col" }, words("standardising-features")), ...COLUMNS.map((key) =>
    make("th", { scope: "col", ...(key === "steps" ? { title: words("standardising-steps-explains") } : {}) }, words(`standardising-${key}`))));
  const table = make("table", {}, make("caption", { class: "unseen" }, words("standardising-table")), make("thead", {}, head), make("tbody", {}, ...rows));
  const meaning = make("p", {});
  const holds = make("p", { class: "note" });
  const change = make("button", { type: "button", onclick: () => session.command(() => {
    const problems = lab.edit("standardise", lab.bowls().isStandardised ? "off" : "on");
    lab.settle();
    return problems;
  }) });
  const both = make("div", {}, make("div", { class: "bowls" }, ...pictures.map(({ root }) => root)), caption,
    make("div", { class: "bowls-table" }, table), meaning, holds);
  return {
    root: make("div", {}, nothing, both, change),
    show() {
      const report = lab.bowls();
      write(nothing, report.nothing);
      nothing.hidden = report.nothing === "";
      both.hidden = !nothing.hidden;
      write(change, words(report.isStandardised ? "standardising-off" : "standardising-on"));
      report.both.forEach(({ name, condition, stretch, largestRate, steps }, index) => {
        const isShown = report.isStandardised === (index === 1);
        pictures[index].show(isShown ? words("standardising-shown", { name }) : name, isShown);
        [name, condition, stretch, largestRate, steps].forEach((text, cell) => write(rows[index].children[cell], text));
      });
      write(caption, report.caption);
      write(meaning, report.meaning);
      write(holds, report.holds);
    },
  };
}

/**
 * @param {Session} session
 * @param {import("../types.d.ts").Picture} picture
 */
function bowl(session, picture) {
  const title = make("figcaption", {});
  const canvas = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", { class: "chart bowl" }, canvas);
  const paint = painter(session, stage, canvas);
  return {
    root: make("figure", {}, title, stage),
    /** @param {string} name @param {boolean} isShown */
    show(name, isShown) {
      write(title, name);
      title.classList.toggle("shown", isShown);
      paint(picture);
    },
  };
}
