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
  /** @type {ReturnType<typeof formula>[]} */
  let rows = [];
  return {
    root: make("div", { class: "card update", role: "group", "aria-label": words("next-step"), "data-panel": "update" },
      make("h2", {}, words("next-step")), lines, note),
    show(figure) {
      if (rows.length !== figure.update.length) {
        rows = figure.update.map(() => formula("update-line"));
        lines.replaceChildren(...rows.map(({ root }) => root));
      }
      figure.update.forEach((line, index) => rows[index].show(line.math, line.spoken));
      write(note, figure.updateNote);
      scrollable(lines);
    },
  };
}
