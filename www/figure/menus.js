/** What is minimised, with which data, by which rule: menus filled from the engine's tables. */

import { fill, formula, make, write } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Choice} Choice */
/** @typedef {import("./types.d.ts").Figure} Figure */
/** @typedef {import("./types.d.ts").Part} Part */

/** The engine's name for a cost the reader has typed. */
const OWN = "formula";
/** The entry that opens the editor of the reader's own data. */
const OWN_DATA = "own-data";

/**
 * @param {Session} session
 * @param {"cost" | "data" | "rule"} key
 * @param {Choice[]} choices
 */
function menu(session, key, choices) {
  const select = make("select", { class: `menu ${key}`, "aria-label": session.words(key) });
  fill(select, choices);
  return {
    select,
    /** @param {Figure} figure */
    show(figure) {
      // Data of the reader's own has no row in the table.
      const listed = choices.some((choice) => choice.id === figure[key]);
      const own = select.querySelector("option[data-own]");
      if (listed) {
        own?.remove();
      } else if (!own) {
        select.append(make("option", { value: "", "data-own": true, disabled: true }, session.words(`own-${key}`)));
      }
      select.value = listed ? figure[key] : "";
      select.title = choices.find((choice) => choice.id === figure[key])?.explains ?? "";
    },
  };
}

/**
 * @param {Session} session
 * @param {"data" | "rule"} key
 * @returns {Part}
 */
export function simpleMenu(session, key) {
  const { lab } = session;
  const tables = lab.tables();
  const ownData = { id: OWN_DATA, name: session.words("own-data-entry"), explains: "" };
  const { select, show } = menu(session, key, key === "data" ? [...tables.data, ownData] : tables.rules);
  select.addEventListener("change", () => {
    if (select.value === OWN_DATA) return editData(session, root);
    session.command(() => (key === "data" ? lab.choose(key, select.value) : lab.edit(key, select.value)));
  });
  const root = make("span", { class: `menu-box ${key}`, "data-control": key }, select);
  return {
    root,
    show(figure) {
      show(figure);
      if (key === "data") root.classList.toggle("absent", !figure.hasData);
    },
  };
}

/** @param {Session} session @param {HTMLElement} root */
async function editData(session, root) {
  // The menu goes on to show what the figure has.
  session.redraw();
  try {
    const { openDataEditor } = await import("./editors/data.js");
    await openDataEditor(session, root);
  } catch {
    session.report([{ key: "data", value: "", message: session.words("data-editor-missing") }]);
  }
}

/**
 * The cost menu, the formula it stands for, and a field for a formula of one's own.
 * @param {Session} session
 * @returns {{ menu: Part, field: Part, heading: Part }}
 */
export function costMenu(session) {
  const { lab, words } = session;
  const costs = lab.tables().costs.filter((choice) => choice.id !== OWN);
  const own = { id: OWN, name: words("own-formula"), explains: words("own-formula-explains") };
  const { select, show } = menu(session, "cost", [...costs, own]);
  const field = formulaField(session);
  select.addEventListener("change", () => {
    if (select.value === OWN) return field.open();
    field.close();
    session.command(() => lab.choose("cost", select.value));
  });
  return {
    menu: {
      root: make("span", { class: "menu-box cost", "data-control": "cost" }, select),
      show(figure) {
        if (!field.isOpen() || figure.cost === OWN) show(figure);
        else select.value = OWN;
      },
    },
    field,
    heading: heading(),
  };
}

/** The figure's name where there is no menu, and its formula. @returns {Part} */
function heading() {
  const name = make("strong", { class: "figure-name" });
  const cost = formula("cost-formula");
  cost.root.dataset.panel = "formula";
  return {
    root: make("span", { class: "heading" }, name, cost.root),
    show(figure) {
      write(name, figure.name);
      cost.show(figure.math, figure.mathSpoken);
    },
  };
}

/**
 * @param {Session} session
 * @returns {Part & { open(): void, close(): void, isOpen(): boolean }}
 */
function formulaField(session) {
  const { lab, words } = session;
  const input = make("input", { type: "text", id: "formula", class: "own-formula", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "formula-hint formula-error" });
  const hint = make("span", { class: "hint", id: "formula-hint" }, words("formula-hint"));
  const error = make("span", { class: "field-error", id: "formula-error", role: "status" });
  const root = make("div", { class: "formula-field" }, make("label", { for: "formula" }, words("formula-label")), input, hint, error);
  let opened = false;

  /** @param {string} text @param {number} [column] */
  const complain = (text, column) => {
    write(error, text);
    input.setAttribute("aria-invalid", String(text !== ""));
    if (column === undefined) return;
    // Columns count characters, a selection counts UTF-16 units.
    const before = [...input.value].slice(0, column - 1).join("").length;
    input.setSelectionRange(before, Math.min(before + 1, input.value.length));
  };
  input.addEventListener("change", () => {
    complain("");
    session.command(() => lab.choose("formula", input.value));
  });
  session.onProblems((problems) => {
    const problem = problems.find(({ key }) => key === "formula");
    if (!problem) return;
    opened = true;
    root.hidden = false;
    input.value = problem.value;
    complain(problem.message, problem.column);
  });

  return {
    root,
    open() {
      opened = true;
      root.hidden = false;
      input.value ||= lab.setting("formula");
      input.focus();
    },
    close() {
      opened = false;
      root.hidden = true;
      complain("");
    },
    isOpen: () => opened,
    show(figure) {
      root.hidden = !opened && figure.cost !== OWN;
      const invalid = input.getAttribute("aria-invalid") === "true";
      if (figure.cost === OWN && !invalid && !input.matches(":focus")) input.value = lab.setting("formula");
    },
  };
}
