/** "The next step": the update rule with this moment's numbers in it. */

import { formula, make, scrollable, write } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @returns {Part}
 */
export function update(session) {
  const { words } = session;
  const lines = make("div", { class: "update-lines" });
  const note = make("p", { class: "note" });
  /** @type {ReturnType<typeof updateRow>[]} */
  let rows = [];
  return {
    root: make("div", { class: "card update", role: "group", "aria-label": words("next-step"), "data-panel": "update" },
      make("h2", {}, words("next-step")), lines, note),
    show(figure) {
      if (rows.length !== figure.update.length) {
        rows = figure.update.map(updateRow);
        lines.replaceChildren(...rows.map(({ root }) => root));
      }
      figure.update.forEach((line, index) => rows[index].show(line));
      write(note, figure.updateNote);
      scrollable(lines);
    },
  };
}

/** The rule and its numbers stand side by side where there is room, else below each other. */
export function updateRow() {
  const rule = formula("update-line");
  const numbers = formula("update-line");
  return {
    root: make("div", { class: "update-row" }, rule.root, numbers.root),
    /** @param {import("./types.d.ts").UpdateWords} line */
    show(line) {
      rule.show(line.rule, line.spoken);
      numbers.show(line.numbers, "");
    },
  };
}
