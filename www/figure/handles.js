/** The starts as tab stops over the map, each with a spoken name and value. */

import { make } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Figure} Figure */

/** @typedef {ReturnType<typeof startHandles>} Handles */

/** Digits of a coordinate that are worth hearing. */
const SPOKEN_DIGITS = 4;

/** @param {Session} session */
export function startHandles(session) {
  const { lab, words } = session;
  const root = make("div", { class: "handles" });

  /** @param {number} run */
  const add = (run) => {
    const handle = make("button", { type: "button", class: "handle", "data-run": run });
    handle.addEventListener("focus", () => {
      if (session.figure.selected === run) return;
      lab.select(run);
      session.refresh();
    });
    root.append(handle);
  };

  return {
    root,
    /** The run whose handle has the focus. @returns {number | undefined} */
    focused() {
      const inside = /** @type {ShadowRoot} */ (root.getRootNode()).activeElement;
      const run = inside instanceof HTMLElement && root.contains(inside) ? inside.dataset.run : undefined;
      return run === undefined ? undefined : Number(run);
    },
    /** @param {Figure} figure */
    show(figure) {
      while (root.childElementCount < figure.runs.length) add(root.childElementCount);
      while (root.childElementCount > figure.runs.length) root.lastElementChild?.remove();
      const starts = lab.setting("start").split(";");
      figure.runs.forEach((run, index) => {
        const handle = /** @type {HTMLElement} */ (root.children[index]);
        const start = starts[index]?.split(",").map(short).join(", ") ?? "";
        const name = words("start-handle", { number: run.number, start, values: run.values });
        if (handle.getAttribute("aria-label") !== name) handle.setAttribute("aria-label", name);
      });
    },
    /** Lays each handle on its start, so that focus is seen where it acts. @param {Figure} figure */
    place(figure) {
      figure.runs.forEach((_, index) => {
        const handle = /** @type {HTMLElement} */ (root.children[index]);
        const at = lab.startPlace(index);
        // A start out of sight keeps its tab stop, in the corner.
        handle.style.translate = at ? `${at[0]}px ${at[1]}px` : `${20 + 28 * index}px 20px`;
      });
    },
  };
}

/** @param {string} coordinate */
function short(coordinate) {
  return String(Number(Number(coordinate).toPrecision(SPOKEN_DIGITS))).replaceAll("-", "−");
}
