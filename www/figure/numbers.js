/** "Now, run 1": where the selected run stands, and how flat the ground is there. */

import { make, write } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Figure} Figure */
/** @typedef {import("./types.d.ts").Part} Part */

/** More parameters than this stand in a list of their own. */
export const FEW = 4;

/**
 * @param {Session} session
 * @returns {Part}
 */
export function numbers(session) {
  const { words } = session;
  const title = make("h2");
  const list = make("dl", { class: "numbers" });
  const partials = make("p", { class: "partials" });
  const cost = entry(words("cost-j"), "cost-value");
  const slope = entry(words("slope"), "slope-value");
  const bar = make("div", { class: "bar" });
  const target = make("p", { class: "target" });
  const verdict = make("p", { class: "verdict", hidden: true });
  /** @type {ReturnType<typeof parameterEntry>[]} */
  let entries = [];
  let names = "";

  /** @param {Figure} figure */
  const rebuild = (figure) => {
    const wanted = figure.parameters.map(({ name }) => name).join();
    if (wanted === names) return;
    names = wanted;
    // Many have a list of their own.
    entries = figure.parameters.length > FEW ? [] : figure.parameters.map((_, index) => parameterEntry(index));
    partials.replaceChildren(...entries.map(({ partial }) => partial));
    list.replaceChildren(...entries.map(({ root }) => root), cost.root, slope.root);
    list.classList.toggle("many", entries.length > 2);
  };

  return {
    root: make("div", { class: "card now", role: "group", "aria-label": words("now-group"), "data-panel": "values" }, make("div", { class: "row" }, title, target), list, partials, bar, verdict),
    show(figure) {
      rebuild(figure);
      write(title, words(figure.runs.length > 1 ? "now-run" : "now", { run: figure.runs[figure.selected]?.number ?? 1 }));
      entries.forEach((entry, index) => entry.show(figure.parameters[index]));
      write(cost.value, figure.costText);
      write(slope.value, figure.gradientNormText);
      bar.style.setProperty("--part", String(figure.flatness));
      write(target, words("stops-when", { tolerance: figure.toleranceText }));
      write(verdict, figure.verdict);
      verdict.hidden = figure.verdict === "";
    },
  };
}

/** @param {string} name @param {string} className */
function entry(name, className) {
  const value = make("dd", { class: className });
  return { root: make("div", {}, make("dt", {}, name), value), value };
}

/** A parameter, its value, and the slope in its direction. @param {number} index */
function parameterEntry(index) {
  const name = make("dt");
  const value = make("dd", { class: `parameter-${index}` });
  const partial = make("span");
  return {
    root: make("div", {}, name, value),
    partial,
    /** @param {import("./types.d.ts").ParameterWords} parameter */
    show(parameter) {
      write(name, parameter.unit ? `${parameter.display} (${parameter.unit})` : parameter.display);
      write(value, parameter.text);
      write(partial, `∂J/∂${parameter.display} = ${parameter.partialText}`);
    },
  };
}
