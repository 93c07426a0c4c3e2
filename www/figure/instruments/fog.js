/** Fog: turn, step, and say when you are at the bottom; then it lifts. */

import { make } from "../dom.js";
import { editShow } from "../show.js";
import { instrument as compassInstrument } from "./compass.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** Frames to wait for the compass to open. */
const PATIENCE = 30;

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const compass = compassInstrument(session, player);
  const claim = make("button", { type: "button", class: "fog-claim" }, words("fog-claim"));
  const root = make("div", { class: "fog-part" },
    make("p", { class: "fog-task" }, words("fog-task")), compass.root,
    make("div", { class: "row" }, claim), make("p", { class: "note" }, words("fog-caption")));

  claim.addEventListener("click", () => {
    player.pause();
    session.command(() => {
      lab.settle();
      const problems = editShow(lab, (open) => open.delete("fog") && open.add("compass"));
      lab.settle();
      return problems;
    });
    player.step(Infinity);
    readComparison(/** @type {ShadowRoot} */ (root.getRootNode()), PATIENCE);
  });

  return {
    root,
    show(figure) {
      // With the compass open beside it, one dial is enough.
      compass.root.hidden = lab.asks("compass");
      if (!compass.root.hidden) compass.show(figure);
    },
  };
}

/**
 * The button is gone with the fog: whoever pressed it goes on at what it led to.
 * @param {ShadowRoot} figure
 * @param {number} frames
 */
function readComparison(figure, frames) {
  const text = /** @type {HTMLElement | null} */ (figure.querySelector(".instrument.compass .compass-against:not([hidden])"));
  if (text) text.focus();
  else if (frames > 0) requestAnimationFrame(() => readComparison(figure, frames - 1));
}
