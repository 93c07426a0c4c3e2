/** A picture of the engine in a card, with its caption under it. */

import { make, write } from "../dom.js";
import { painter } from "../surface.js";

/**
 * @param {import("../session.js").Session} session
 * @param {import("../types.d.ts").Picture} picture
 */
export function chart(session, picture) {
  const canvas = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", { class: "chart" }, canvas);
  const note = make("p", { class: "note" });
  const paint = painter(session, stage, canvas);
  return {
    root: make("div", {}, stage, note),
    /** @param {string} caption @param {boolean} [empty] nothing to draw, so no box for it */
    show(caption, empty = false) {
      stage.hidden = empty;
      write(note, caption);
      paint(picture);
    },
  };
}
