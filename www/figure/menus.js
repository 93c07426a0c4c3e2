/** What is minimised, with which data, by which rule: menus filled from the engine's tables. */

import { fill, formula, make, write } from "./dom.js";
import { loadPart } from "./engine.js";

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
 * The room of the editor, which is loaded when a formula of one's own is shown, wanted, or cannot be read.
 * @param {Session} session
 * @returns {Part & { open(): void, close(): void, isOpen(): boolean }}
 */
function formulaField(session) {
  // Says what is wrong until the editor does.
  const error = make("span", { class: "field-error", role: "status" });
  const root = make("div", { class: "formula-field", hidden: true }, error);
  /** @type {import("./editors/formula.js").FormulaEditor | undefined} */
  let editor;
  /** @type {Promise<void> | undefined} */
  let loading;
  /** Opened by the reader or by an error; `since` is the cost that was shown then. */
  let opened = false;
  let since = "";
  let own = false;
  /** @type {((editor: import("./editors/formula.js").FormulaEditor) => void) | undefined} */
  let waiting;

  const load = async () => {
    const [{ formulaEditor }] = await Promise.all([import("./editors/formula.js"), loadPart(root, "formula")]);
    if (session.closed) return;
    editor = formulaEditor(session, root);
    waiting?.(editor);
    session.redraw();
  };
  /** @param {(editor: import("./editors/formula.js").FormulaEditor) => void} [then] */
  const need = (then) => {
    root.hidden = false;
    if (editor) return then?.(editor);
    waiting = then ?? waiting;
    loading ??= load().catch(() => {
      // Asked again when something changes: a connection may come back.
      loading = undefined;
    });
  };
  const open = () => {
    opened = true;
    since = "";
  };
  session.onProblems((problems) => {
    const problem = problems.find(({ key }) => key === "formula");
    if (!problem) return;
    open();
    write(error, problem.message);
    need((shown) => shown.complain(problem));
  });

  return {
    root,
    open() {
      open();
      need((shown) => shown.focus());
    },
    close() {
      opened = false;
      root.hidden = true;
      write(error, "");
      editor?.clear();
    },
    isOpen: () => opened,
    show(figure) {
      const left = own && figure.cost !== OWN;
      own = figure.cost === OWN;
      since ||= figure.mathSpoken;
      // Another cost has come, by a link or by undo: what was typed does not belong to it.
      if (opened && !own && (left || figure.mathSpoken !== since)) this.close();
      root.hidden = !opened && !own;
      if (own) need();
      editor?.show(figure);
    },
  };
}
