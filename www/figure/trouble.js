/** The engine did not load, or broke: say so in place of the figure, with a way on. */

import { make } from "./dom.js";

/** These words cannot come from the words file: it may be what failed to load. */
const TEXTS = {
  load: "The figure could not be loaded. Check the connection, then try again.",
  crash: "The engine behind this figure has stopped. Reload it to go on from the last settings that worked.",
  retry: "Reload the figure",
};

/**
 * @param {"load" | "crash"} kind
 * @param {unknown} failure
 * @param {() => void} retry
 */
export function trouble(kind, failure, retry) {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return make("div", { class: "trouble", role: "alert" },
    make("p", {}, TEXTS[kind]),
    make("p", { class: "note" }, reason.slice(0, 200)),
    make("button", { type: "button", onclick: retry }, TEXTS.retry));
}
