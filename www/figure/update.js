/** "The next step": the update rule with this moment's numbers in it. */

import { formula, make, write } from "./dom.js";

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
  const partials = partialFormulas(session);
  return {
    root: make("div", { class: "card update", role: "group", "aria-label": words("next-step"), "data-panel": "update" },
      make("h3", {}, words("next-step")), lines, note, partials.root),
    show(figure) {
      if (rows.length !== figure.update.length) {
        rows = figure.update.map(() => formula("update-line"));
        lines.replaceChildren(...rows.map(({ root }) => root));
      }
      figure.update.forEach((line, index) => rows[index].show(line.math, line.spoken));
      write(note, figure.updateNote);
      partials.show(figure);
    },
  };
}

/** ∂J/∂w = …, typeset, for costs that are a formula. @param {Session} session @returns {Part} */
function partialFormulas({ words }) {
  const list = make("div", { class: "update-lines" });
  const root = make("details", { class: "partials", "data-panel": "formula" }, make("summary", {}, words("partials")), list);
  /** @type {ReturnType<typeof formula>[]} */
  let rows = [];
  return {
    root,
    show(figure) {
      root.classList.toggle("absent", figure.parameters.every(({ partialMath }) => partialMath === ""));
      if (rows.length !== figure.parameters.length) {
        rows = figure.parameters.map(() => formula("partial-line"));
        list.replaceChildren(...rows.map(({ root: row }) => row));
      }
      figure.parameters.forEach((parameter, index) => {
        const left = `<mfrac><mrow><mo>∂</mo><mi>J</mi></mrow><mrow><mo>∂</mo>${parameter.math}</mrow></mfrac><mo>=</mo>`;
        rows[index].show(`<mrow>${left}${parameter.partialMath}</mrow>`, words("partial-spoken", { name: parameter.spoken }));
      });
    },
  };
}
