/** What stands folded below the figure: its formulas in full, and the picture in words. */

import { formula, make, scrollable, write } from "./dom.js";
import { loadPart } from "./engine.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").ParameterWords} ParameterWords */
/** @typedef {import("./types.d.ts").Part} Part */

/**
 * J and, for costs that are a formula, ∂J/∂w and the others, typeset.
 * @param {Session} session
 * @returns {Part}
 */
export function formulas({ words }) {
  const list = make("div", { class: "update-lines" });
  const root = make("details", { class: "card", "data-panel": "formula" }, make("summary", {}, words("formulas")), list);
  const cost = formula("partial-line");
  /** @type {ReturnType<typeof formula>[]} */
  let rows = [];
  let measured = "";
  root.addEventListener("toggle", () => scrollable(list));
  return {
    root,
    show(figure) {
      const partials = figure.parameters.filter(({ partialMath }) => partialMath !== "");
      if (rows.length !== partials.length || !list.hasChildNodes()) {
        rows = partials.map(() => formula("partial-line"));
        list.replaceChildren(cost.root, ...rows.map((row) => row.root));
      }
      cost.show(figure.math, figure.mathSpoken);
      partials.forEach((parameter, index) =>
        rows[index].show(partialMath(parameter), words("partial-spoken", { name: parameter.spoken })));
      if (root.open || measured !== figure.math) scrollable(list);
      measured = figure.math;
    },
  };
}

/** @param {ParameterWords} parameter */
function partialMath({ math, partialMath: right }) {
  return `<mrow><mfrac><mrow><mo>∂</mo><mi>J</mi></mrow><mrow><mo>∂</mo>${math}</mrow></mfrac><mo>=</mo>${right}</mrow>`;
}

/** The path, the picture and the run to take away, loaded when it is opened. @param {Session} session @returns {Part} */
export function taking(session) {
  const root = make("details", { class: "card taking" }, make("summary", {}, session.words("take")));
  let asked = false;
  root.addEventListener("toggle", async () => {
    if (!root.open || asked) return;
    asked = true;
    try {
      const [{ takeAway }] = await Promise.all([import("./models/take.js"), loadPart(root, "models")]);
      root.append(takeAway(session));
    } catch {
      asked = false;
      root.open = false;
    }
  });
  return { root, show() {} };
}

/** The picture in words, for whoever does not see it. @param {Session} session @returns {Part} */
export function description({ words }) {
  const text = make("p", { id: "description" });
  const teaches = make("p", { class: "note" });
  const root = make("details", { class: "card description" }, make("summary", {}, words("description")), text, teaches);
  return {
    root,
    show(figure) {
      write(text, figure.description);
      write(teaches, [figure.teaches, figure.source].filter(Boolean).join(" "));
    },
  };
}
