/** What was understood of a table: sentences, and its first rows as they are written. */

import { make, scrollable } from "../dom.js";

/** @typedef {import("../types.d.ts").ReadTable} ReadTable */

/** @param {import("../types.d.ts").Words} words */
export function preview(words) {
  const sentences = make("ul", { class: "data-understood" });
  const head = make("thead");
  const body = make("tbody");
  const box = make("div", { class: "data-table", role: "group", "aria-label": words("data-first-rows") },
    make("table", {}, make("caption", { class: "unseen" }, words("data-first-rows")), head, body));
  return {
    said: make("div", {}, make("h3", {}, words("data-understood")), make("div", { role: "status" }, sentences)),
    table: box,
    /** @param {ReadTable} report */
    show({ understood, columns, rows }) {
      sentences.replaceChildren(...understood.map((sentence) => make("li", {}, sentence)));
      head.replaceChildren(make("tr", {},
        make("th", { scope: "col" }, words("data-line")),
        ...columns.map(({ name, unit, holds }) => make("th", { scope: "col" }, unit ? `${name} (${unit})` : name, make("small", {}, holds)))));
      body.replaceChildren(...rows.map(({ line, cells }) =>
        make("tr", {}, make("th", { scope: "row" }, String(line)), ...cells.map((cell) => make("td", {}, cell)))));
      scrollable(box);
    },
  };
}
