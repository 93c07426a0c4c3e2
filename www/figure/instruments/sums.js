/** The sums behind a step: row, prediction, error, share of each slope; then the step itself. */

import { formula, make, scrollable, write } from "../dom.js";
import { updateRow } from "../update.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Part} Part */
/** @typedef {import("../types.d.ts").SumsColumn} SumsColumn */
/** @typedef {import("../types.d.ts").SumsRow} SumsRow */
/** @typedef {import("../types.d.ts").SumsWords} SumsWords */

/**
 * @param {Session} session
 * @returns {Part}
 */
export function instrument({ lab, words }) {
  const caption = make("p", { class: "note" });
  const table = rowsTable(words);
  const slopes = lines(partialRow);
  const steps = lines(updateRow);
  const slopesTitle = make("h3", {}, words("sums-slopes"));
  const note = make("p", { class: "note" });
  const next = make("p", { class: "sums-next" });
  return {
    root: make("div", {}, caption, table.root, slopesTitle, slopes.root,
      make("h3", {}, words("sums-step")), steps.root, next, note),
    show(figure) {
      const report = lab.sums();
      write(caption, report.caption);
      table.show(report);
      slopesTitle.hidden = slopes.root.hidden = report.partials.length === 0;
      slopes.show(report.partials);
      steps.show(figure.update);
      write(next, report.next);
      write(note, report.note);
    },
  };
}

/** The formula of a slope, the same with numbers, and the slope: side by side where there is room. */
function partialRow() {
  const [rule, numbers, result] = ["", "", ""].map(() => formula("update-line"));
  return {
    root: make("div", { class: "update-row" }, rule.root, numbers.root, result.root),
    /** @param {import("../types.d.ts").PartialWords} line */
    show(line) {
      rule.show(line.rule, line.spoken);
      numbers.show(line.numbers, "");
      result.show(line.result, "");
    },
  };
}

/**
 * Lines of mathematics below each other, as many as there are parameters.
 * @template Line
 * @param {() => { root: HTMLElement, show: (line: Line) => void }} makeRow
 */
function lines(makeRow) {
  const root = make("div", { class: "update-lines" });
  /** @type {ReturnType<typeof makeRow>[]} */
  let rows = [];
  return {
    root,
    /** @param {Line[]} shown */
    show(shown) {
      if (rows.length !== shown.length) {
        rows = shown.map(makeRow);
        root.replaceChildren(...rows.map((row) => row.root));
      }
      shown.forEach((line, index) => rows[index].show(line));
      scrollable(root);
    },
  };
}

/** @param {Session["words"]} words */
function rowsTable(words) {
  const head = make("thead");
  const body = make("tbody");
  const foot = make("tfoot");
  const root = make("div", { class: "sums-table", tabindex: "0", role: "region", "aria-label": words("sums-table") },
    make("table", {}, make("caption", { class: "unseen" }, words("sums-caption")), head, body, foot));
  let shape = "";
  return {
    root,
    /** @param {SumsWords} report */
    show({ columns, rows, sum }) {
      root.hidden = !sum;
      if (!sum) return;
      const wanted = JSON.stringify([columns, rows.length]);
      if (wanted !== shape) {
        shape = wanted;
        head.replaceChildren(make("tr", {}, make("th", { scope: "col" }, words("sums-row")), ...columns.map(columnHead)));
        body.replaceChildren(...rows.map(() => tableRow(columns)));
        foot.replaceChildren(tableRow(columns));
      }
      rows.forEach((row, index) => fillRow(body.children[index], row));
      fillRow(foot.children[0], sum);
    },
  };
}

/** @param {SumsColumn} column */
function columnHead({ head, how, unit, parameter }) {
  const small = [how, unit && `(${unit})`].filter(Boolean).map((text) => make("small", {}, text));
  return make("th", { scope: "col", class: colour(parameter) }, head, ...small);
}

/** @param {SumsColumn[]} columns */
function tableRow(columns) {
  return make("tr", {}, make("th", { scope: "row" }), ...columns.map(({ parameter }) => make("td", { class: colour(parameter) })));
}

/** @param {Element} line @param {SumsRow} row */
function fillRow(line, { head, cells }) {
  [head, ...cells].forEach((text, index) => write(line.children[index], text));
}

/** @param {number} [parameter] */
function colour(parameter) {
  return parameter === undefined ? undefined : `parameter-${parameter % 6}`;
}
