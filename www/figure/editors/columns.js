/** Which columns are x and which is y, and what that leaves out. */

import { make, scrollable, write } from "../dom.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").ReadTable} ReadTable */

/**
 * @param {Session} session
 * @param {() => void} use
 */
export function choice({ lab, words }, use) {
  const ticks = make("div", { class: "data-ticks" });
  const target = make("select", { id: "data-y" });
  const summary = make("p", { class: "data-summary", role: "status" });
  const left = make("ul", { class: "data-left-out" });
  const error = make("p", { class: "field-error", role: "alert" });
  /** @type {HTMLInputElement[]} */
  let boxes = [];

  const columns = () => {
    const y = Number(target.value);
    const x = boxes.filter((box) => box.checked && !box.disabled).map((box) => Number(box.value));
    return { x: Uint32Array.from(x), y };
  };
  const look = () => {
    // What is predicted is not predicted from itself.
    for (const box of boxes) box.disabled = box.value === target.value;
    const { x, y } = columns();
    const given = lab.tableChoice(x, y);
    const failed = "error" in given;
    write(error, failed ? given.error : "");
    write(summary, failed ? "" : given.summary);
    left.replaceChildren(...(failed ? [] : given.leftOut.map((line) => make("li", {}, line))));
    left.hidden = left.childElementCount === 0;
    scrollable(left);
  };
  target.addEventListener("change", look);
  target.addEventListener("keydown", ({ key }) => key === "Enter" && use());

  return {
    root: make("div", { class: "data-choice" },
      make("fieldset", {}, make("legend", {}, words("data-x")), ticks),
      make("div", { class: "data-target" }, make("label", { for: "data-y" }, words("data-y")), target),
      summary, left, error),
    columns,
    /** @param {string} sentence */
    complain: (sentence) => write(error, sentence),
    /** @param {ReadTable} report */
    show({ columns: all, x, y }) {
      const numeric = all.map((column, index) => ({ ...column, index })).filter(({ isNumeric }) => isNumeric);
      boxes = numeric.map(({ index }) => make("input", { type: "checkbox", value: index, checked: x.includes(index) }));
      ticks.replaceChildren(...numeric.map(({ name }, at) => make("label", { class: "tick" }, boxes[at], name)));
      target.replaceChildren(...numeric.map(({ name, index }) => make("option", { value: index }, name)));
      target.value = String(y ?? numeric[0]?.index ?? "");
      for (const box of boxes) box.addEventListener("change", look);
      look();
    },
  };
}
