/** The engine did not load, or broke: a picture and what to do in place of the figure, with a way on. */

import { make } from "./dom.js";
import { address } from "./files.js";

/** @typedef {"load" | "crash" | "browser" | "refused"} Kind */

/** These words cannot come from the words file: it may be what failed to load. */
const TEXTS = {
  load: "The live figure could not be loaded. Check the connection, then try again.",
  browser: "The live figure needs WebAssembly, which this browser does not have, or has switched off. Open this page in another browser.",
  refused: "This page does not let the live figure run: its content security policy must allow 'wasm-unsafe-eval'. Tell whoever keeps the page.",
  crash: "The engine behind this figure has stopped. Reload it to go on from the last settings that worked.",
  retry: "Reload the figure",
  picture: "A map of a hilly cost with two valleys. From two starts a hair apart on the hilltop, one walk goes down into one valley and one into the other.",
};
const SIZE = { width: 640, height: 400 };

/**
 * @param {Kind} kind
 * @param {unknown} failure
 * @param {() => void} retry
 */
export function trouble(kind, failure, retry) {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return make("div", { class: "trouble", role: "alert" },
    picture(),
    make("p", {}, TEXTS[kind]),
    make("p", { class: "note" }, reason.slice(0, 200)),
    make("button", { type: "button", onclick: retry }, TEXTS.retry));
}

/** The default figure, drawn when Downhill was built; in a single file, what stands in its place there. */
function picture() {
  const [light, dark] = ["valleys", "valleys-dark"].map((name) => address(`pictures/${name}.svg`));
  if (!light) return make("slot");
  return make("picture", {},
    make("source", { media: "(prefers-color-scheme: dark)", srcset: dark }),
    make("img", { src: light, alt: TEXTS.picture, ...SIZE }));
}

/** Why the engine did not load. @param {unknown} failure @returns {Kind} */
export function loadTrouble(failure) {
  if (typeof WebAssembly !== "object") return "browser";
  return failure instanceof WebAssembly.CompileError && failure.message.includes("Content Security Policy") ? "refused" : "load";
}
