/** Step length: α, the slope and the length of the step, as numbers and by iteration. */

import { make, write } from "../dom.js";
import { painter, placeOn } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** How far keys move the step shown. */
const KEYS = /** @type {Record<string, number>} */ ({
  ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity,
});

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const [alpha, slope, length] = ["alpha", "slope", "length"].map((name) => entry(name, words(`step-length-${name}`)));
  const canvas = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", {
    class: "chart step-length-stage", tabindex: "0", role: "slider", "aria-label": words("step-length-shown"), "aria-valuemin": "0",
  }, canvas);
  const note = make("p", { class: "note" });
  const caption = make("p", { class: "note" });
  const paint = painter(session, stage, canvas);
  let shown = lab.stepLength();

  stage.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    player.seek(Math.min(Math.max(0, shown.iteration + by), shown.computed));
  });
  const seek = (/** @type {PointerEvent} */ event) => {
    const iteration = lab.stepLengthPick(placeOn(stage, event)[0]);
    if (iteration !== undefined) player.seek(Math.min(iteration, shown.computed));
  };
  let held = false;
  stage.addEventListener("pointerdown", (event) => {
    held = event.button === 0 && event.isPrimary && event.pointerType === "mouse";
    if (!held) return;
    stage.setPointerCapture(event.pointerId);
    seek(event);
  });
  stage.addEventListener("pointermove", (event) => {
    if (held) seek(event);
  });
  for (const ending of ["pointerup", "pointercancel"]) {
    stage.addEventListener(ending, () => {
      held = false;
    });
  }

  return {
    root: make("div", {},
      make("dl", { class: "numbers step-length-numbers" }, alpha.root, slope.root, length.root), note, stage, caption),
    show() {
      shown = lab.stepLength();
      write(alpha.value, shown.alpha);
      write(slope.value, shown.slope);
      write(length.value, shown.length);
      write(note, shown.note);
      write(caption, shown.caption);
      stage.hidden = shown.isEmpty;
      stage.setAttribute("aria-valuemax", String(shown.computed));
      stage.setAttribute("aria-valuenow", String(shown.iteration));
      stage.setAttribute("aria-valuetext", shown.sentence);
      paint("step-length");
    },
  };
}

/** A number with a piece of its line. @param {string} kind @param {string} name */
function entry(kind, name) {
  const value = make("dd");
  return { root: make("div", { class: `of-${kind}` }, make("dt", {}, make("span", { class: "line-sample", "aria-hidden": "true" }), name), value), value };
}
