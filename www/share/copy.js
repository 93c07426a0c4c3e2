/** A line to copy: its name, what it is for, the text, and a button. */

import { make, write } from "../figure/dom.js";

/** @typedef {import("../figure/types.d.ts").Words} Words */

/**
 * @param {string} name the key of its words
 * @param {Words} words
 * @param {(text: string) => void} say tells what has happened
 */
export function copyLine(name, words, say) {
  const line = words(`share-${name}`);
  const hint = make("span", { class: "hint", id: `share-${name}-hint` }, words(`share-${name}-hint`));
  const field = make("input", { type: "text", id: `share-${name}`, readonly: true, spellcheck: "false", "aria-describedby": hint.id });
  const button = make("button", { type: "button", "aria-label": words("share-copy-name", { line }) }, words("share-copy"));

  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    if (field.value === "") return say(field.placeholder);
    try {
      await navigator.clipboard.writeText(field.value);
      say(words("share-copied", { line }));
    } catch {
      field.focus();
      say(words("share-press", { line }));
    }
  });
  return {
    root: make("div", { class: "line", "data-line": name }, make("label", { for: field.id }, line), hint, field, button),
    button,
    /** @param {string} text empty while it is not known yet @param {string} lack what it waits for */
    show(text, lack) {
      if (field.value !== text) field.value = text;
      field.placeholder = lack;
      button.setAttribute("aria-disabled", String(text === ""));
    },
  };
}

/**
 * The polite voice of a dialog: what is said anew is heard anew, and goes after a while.
 * @param {number} milliseconds
 */
export function voice(milliseconds) {
  const root = make("p", { class: "said", role: "status" });
  let timer = 0;
  return {
    root,
    /** @param {string} text */
    say(text) {
      write(root, "");
      requestAnimationFrame(() => write(root, text));
      clearTimeout(timer);
      timer = window.setTimeout(() => write(root, ""), milliseconds);
    },
  };
}
