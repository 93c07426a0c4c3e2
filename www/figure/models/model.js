/** What is settled about a model on data: its loss, its degree, its hidden units. */

import { fill, make } from "../dom.js";
import { standardising } from "./standardising.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Part} Part */
/** @typedef {import("../types.d.ts").Setting} Setting */

/**
 * @param {Session} session
 * @returns {Part}
 */
export function part(session) {
  const { lab, words } = session;
  const settings = lab.reference();
  const root = make("div", { class: "model-settings", role: "group", "aria-label": words("model") });
  /** @type {ReturnType<typeof control>[]} */
  let controls = [];
  let shown = "";
  const fold = standardising(session);
  return {
    root: make("div", { class: "model-parts" }, root, fold.root),
    show(figure) {
      const wanted = figure.modelSettings.join();
      if (wanted !== shown) {
        shown = wanted;
        const rows = figure.modelSettings.map((key) => settings.find((setting) => setting.key === key));
        controls = rows.filter((row) => row !== undefined).map((row) => control(session, row));
        root.replaceChildren(...controls.map((each) => each.root));
      }
      for (const each of controls) each.show();
      fold.show(figure);
    },
  };
}

/**
 * A menu for named choices, a switch for on and off, a field for numbers: as the engine's table has it.
 * @param {Session} session
 * @param {Setting} setting
 */
function control(session, { key, choices, allowed, help }) {
  const { lab, words } = session;
  const edit = (/** @type {string} */ text) => session.command(() => {
    const problems = lab.edit(key, text);
    lab.settle();
    return problems;
  });
  if (allowed === "on, off") {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => edit(box.checked ? "on" : "off"));
    return {
      root: make("label", { class: "model-switch", title: help }, box, words(`model-${key}`)),
      show: () => { box.checked = lab.setting(key) === "on"; },
    };
  }
  const label = make("span", {}, words(`model-${key}`));
  if (choices.length > 0) {
    const menu = make("select", { class: "menu" });
    fill(menu, choices);
    menu.addEventListener("change", () => edit(menu.value));
    return { root: make("label", { title: help }, label, menu), show: () => { menu.value = lab.setting(key); } };
  }
  const field = make("input", { type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false", title: allowed });
  const show = () => {
    if (!field.matches(":focus")) field.value = lab.setting(key);
  };
  field.addEventListener("change", () => {
    edit(field.value.trim().replace(",", "."));
    field.value = lab.setting(key);
  });
  return { root: make("label", { title: help }, label, field), show };
}
