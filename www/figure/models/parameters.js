/** Many parameters: value and slope of each as bars, and which two of them the map shows. */

import { make, write } from "../dom.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Figure} Figure */
/** @typedef {import("../types.d.ts").Part} Part */
/** @typedef {import("../types.d.ts").ParameterWords} ParameterWords */

/**
 * @param {Session} session
 * @returns {Part}
 */
export function part(session) {
  const { lab, words } = session;
  const body = make("tbody");
  const heads = ["parameter", "value", "partial", "axes"].map((key) => make("th", { scope: "col" }, words(`parameters-${key}`)));
  const table = make("table", {}, make("caption", { class: "unseen" }, words("parameters")), make("thead", {}, make("tr", {}, ...heads)), body);
  const note = make("p", { class: "note" });
  const swap = make("button", { type: "button", title: words("parameters-swap-explains"), onclick: () => session.command(() => (lab.swapUnits() ? [] : [{ key: "start", value: "", message: words("no-room") }])) }, words("parameters-swap"));
  const root = make("section", { class: "card parameters", "aria-label": words("parameters") }, make("h2", {}, words("parameters")), table, note, swap);
  /** @type {ReturnType<typeof row>[]} */
  let rows = [];
  let names = "";
  return {
    root,
    show(figure) {
      swap.hidden = !(figure.modelSettings.includes("hidden") && figure.parameters.some(({ name }) => name === "v2"));
      const wanted = figure.parameters.map(({ name }) => name).join();
      if (wanted !== names) {
        names = wanted;
        rows = figure.parameters.map((_, index) => row(session, index));
        body.replaceChildren(...rows.map((each) => each.root));
      }
      const largest = (/** @type {"value" | "partial"} */ key) =>
        Math.max(Number.MIN_VALUE, ...figure.parameters.map((parameter) => Math.abs(parameter[key])).filter(Number.isFinite));
      const scale = { value: largest("value"), partial: largest("partial") };
      figure.parameters.forEach((parameter, index) => rows[index].show(parameter, scale, figure.axes));
      const shown = figure.axes.map((name) => figure.parameters.find((parameter) => parameter.name === name)?.display ?? name);
      write(note, words("parameters-slice", { x: shown[0], y: shown[1] }));
    },
  };
}

/**
 * @param {Session} session
 * @param {number} index
 */
function row(session, index) {
  const { words } = session;
  const name = make("th", { scope: "row", class: `parameter-${index}` });
  const value = bar();
  const partial = bar();
  const buttons = ["x", "y"].map((axis, place) => make("button", { type: "button", onclick: () => choose(place) }, axis));
  /** @type {ParameterWords | undefined} */
  let shown;

  /** The parameter goes to one axis; where it stands on the other, they change places. @param {number} place */
  const choose = (place) => session.command(() => {
    if (!shown) return [];
    const axes = [...session.figure.axes];
    if (axes[1 - place] === shown.name) axes[1 - place] = axes[place];
    axes[place] = shown.name;
    const problems = session.lab.edit("axes", axes.join());
    session.lab.settle();
    return problems;
  });

  return {
    root: make("tr", {}, name, value.root, partial.root, make("td", { class: "axes" }, ...buttons)),
    /**
     * @param {ParameterWords} parameter
     * @param {{ value: number, partial: number }} scale
     * @param {string[]} axes
     */
    show(parameter, scale, axes) {
      shown = parameter;
      write(name, parameter.unit ? `${parameter.display} (${parameter.unit})` : parameter.display);
      value.show(parameter.text, parameter.value / scale.value);
      partial.show(parameter.partialText, parameter.partial / scale.partial);
      buttons.forEach((button, place) => {
        button.setAttribute("aria-pressed", String(axes[place] === parameter.name));
        button.setAttribute("aria-label", words(place === 0 ? "parameters-across" : "parameters-up", { name: parameter.spoken }));
      });
    },
  };
}

/** A number with a bar from the middle, to the left for what is below 0. */
function bar() {
  const text = make("span", { class: "number-text" });
  const root = make("td", { class: "barred" }, text);
  return {
    root,
    /** @param {string} words @param {number} part from −1 to 1 */
    show(words, part) {
      write(text, words);
      const size = Number.isFinite(part) ? Math.max(-1, Math.min(1, part)) : 0;
      root.style.setProperty("--from", String(50 + Math.min(0, size) * 50));
      root.style.setProperty("--size", String(Math.abs(size) * 50));
    },
  };
}
