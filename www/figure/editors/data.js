/**
 * Data of the reader's own: a table is pasted or dropped, what was understood of it is said, and the
 * chosen columns become the figure's data. Loaded when it is first opened; nothing leaves the device.
 */

import { icon, make, write } from "../dom.js";
import { loadPart } from "../engine.js";
import { choice } from "./columns.js";
import { takeDrops, textOf } from "./file.js";
import { preview } from "./preview.js";

/** @typedef {import("../session.js").Session} Session */

/** Somebody who types is not disturbed at every letter. */
const REST_MILLISECONDS = 250;

/** @type {WeakMap<Session, ReturnType<typeof editor>>} */
const editors = new WeakMap();

/**
 * Opens the editor of a figure, below the menu of data.
 * @param {Session} session
 * @param {HTMLElement} menu
 */
export async function openDataEditor(session, menu) {
  await loadPart(menu, "data-editor");
  if (session.closed) return;
  const known = editors.get(session) ?? editor(session, menu);
  editors.set(session, known);
  known.open();
}

/**
 * @param {Session} session
 * @param {HTMLElement} menu
 */
function editor(session, menu) {
  const { lab, words } = session;
  const text = make("textarea", { id: "data-text", rows: 6, wrap: "off", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "data-hint data-error" });
  const file = make("input", { type: "file", class: "unseen", accept: ".csv,.tsv,.txt,.tab,.dat,.md,.tex,text/*" });
  const error = make("p", { class: "field-error", id: "data-error", role: "status" });
  const shown = preview(words);
  const chosen = choice(session, () => use.click());
  const use = make("button", { type: "button", class: "use" }, words("data-use"));
  const close = make("button", { type: "button", class: "close", "aria-label": words("close"), title: words("close") }, icon("close"));
  const result = make("div", { class: "data-result", hidden: true }, shown.said, chosen.root, shown.table, use);
  const root = make("section", { class: "data-editor", "aria-labelledby": "data-title", hidden: true },
    make("div", { class: "data-head" }, make("h2", { id: "data-title" }, words("data-title")), close),
    make("label", { for: "data-text" }, words("data-paste")), text,
    make("div", { class: "data-file" }, make("label", { class: "button" }, file, words("data-file")), make("span", { class: "hint", id: "data-hint" }, words("data-hint"))),
    error, result);
  menu.closest(".figure")?.querySelector(".formula-field")?.after(root);

  const read = () => {
    const report = lab.readTable();
    const failed = "error" in report;
    write(error, failed ? report.error : "");
    text.setAttribute("aria-invalid", String(failed));
    result.hidden = failed;
    if (failed) return;
    shown.show(report);
    chosen.show(report);
  };
  const readText = () => {
    clearTimeout(timer);
    if (text.value.trim() === "") return empty();
    lab.pasteTable(text.value);
    read();
  };
  const empty = () => {
    write(error, "");
    text.setAttribute("aria-invalid", "false");
    result.hidden = true;
  };
  let timer = 0;
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(readText, REST_MILLISECONDS);
  });
  session.signal.addEventListener("abort", () => clearTimeout(timer));

  /** @param {File} given */
  const readFile = async (given) => {
    clearTimeout(timer);
    text.value = "";
    empty();
    try {
      await textOf(given, (piece) => lab.pasteTable(piece), (part) => write(error, words("data-reading", { name: given.name, percent: Math.round(part * 100) })));
      if (session.closed) return;
      text.placeholder = given.name;
      read();
    } catch {
      lab.readTable();
      write(error, words("data-unread", { name: given.name }));
    }
  };
  file.addEventListener("change", () => {
    const [given] = file.files ?? [];
    // The same file chosen again is read again.
    if (given) readFile(given).finally(() => (file.value = ""));
  });
  takeDrops(root, readFile, (dropped) => {
    text.value = dropped;
    readText();
  });

  const leave = () => {
    root.hidden = true;
    const select = menu.querySelector("select");
    const seen = select && select.offsetParent !== null;
    /** @type {HTMLElement | null | undefined} */
    const next = seen ? select : root.closest(".figure")?.querySelector(".run");
    next?.focus();
    session.redraw();
  };
  use.addEventListener("click", () => {
    const { x, y } = chosen.columns();
    /** @type {import("../types.d.ts").UsedTable | undefined} */
    let used;
    session.command(() => {
      used = lab.useTable(x, y);
      return "error" in used ? [] : used.problems;
    });
    if (used && "error" in used) return chosen.complain(used.error);
    leave();
  });
  close.addEventListener("click", leave);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });

  return {
    open() {
      root.hidden = false;
      session.redraw();
      text.focus();
    },
  };
}
