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
    flag.before(handle);
  };

  const flag = make("button", { type: "button", class: "handle", hidden: true });
  root.append(flag);
  const starts = () => /** @type {HTMLElement[]} */ ([...root.children].filter((child) => child !== flag));

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
      while (starts().length < figure.runs.length) add(starts().length);
      while (starts().length > figure.runs.length) starts().at(-1)?.remove();
      const points = lab.setting("start").split(";");
      const click = lab.setting("click");
      const handles = starts();
      figure.runs.forEach((run, index) => {
        const handle = handles[index];
        handle.hidden = click !== "start";
        const start = points[index]?.split(",").map(short).join(", ") ?? "";
        const name = words("start-handle", { number: run.number, start, values: run.values });
        if (handle.getAttribute("aria-label") !== name) handle.setAttribute("aria-label", name);
      });
      flag.hidden = click !== "guess";
      const planted = lab.setting("guess");
      flag.setAttribute("aria-label", words(planted === "none" ? "no-guess-handle" : "guess-handle", { guess: planted.split(",").map(short).join(", ") }));
    },
    /** Lays each handle on its start, so that focus is seen where it acts. @param {Figure} figure */
    place(figure) {
      starts().forEach((handle, index) => {
        const at = lab.startPlace(index);
        // A start out of sight keeps its tab stop, in the corner.
        handle.style.translate = at ? `${at[0]}px ${at[1]}px` : `${20 + 28 * index}px 20px`;
      });
      const planted = lab.guessPlace() ?? lab.startPlace(figure.selected);
      flag.style.translate = planted ? `${planted[0]}px ${planted[1]}px` : "20px 20px";
    },
  };
}

/** @param {string} coordinate */
function short(coordinate) {
  return String(Number(Number(coordinate).toPrecision(SPOKEN_DIGITS))).replaceAll("-", "−");
}
