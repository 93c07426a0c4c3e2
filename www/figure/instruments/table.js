/** A small table whose rows change with the clock: a coloured mark, and texts. */

import { make, scrollable, write } from "../dom.js";

/** @typedef {{ mark: string, look: string, cells: string[] }} Row a mark's text and class, and the cells after it */

/**
 * @param {string} caption spoken and shown
 * @param {string[]} heads
 */
export function markedTable(caption, heads) {
  const body = make("tbody");
  const box = make("div", { class: "marked-table", role: "group", "aria-label": caption },
    make("table", {},
      make("caption", { class: "unseen" }, caption),
      make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
      body));
  return {
    root: box,
    /** @param {Row[]} rows */
    show(rows) {
      while (body.rows.length > rows.length) body.deleteRow(-1);
      rows.forEach((row, index) => fillRow(body.rows[index] ?? addRow(body, heads.length), row));
      box.hidden = rows.length === 0;
      scrollable(box);
    },
  };
}

/** @param {HTMLTableSectionElement} body @param {number} columns */
function addRow(body, columns) {
  const cells = Array.from({ length: columns - 1 }, () => make("td"));
  const row = make("tr", {}, make("th", { scope: "row" }, make("span")), ...cells);
  body.append(row);
  return row;
}

/** @param {HTMLTableRowElement} row @param {Row} content */
function fillRow(row, { mark, look, cells }) {
  const sign = /** @type {HTMLElement} */ (row.cells[0].firstElementChild);
  write(sign, mark);
  sign.className = look;
  cells.forEach((text, index) => write(row.cells[index + 1], text));
}
