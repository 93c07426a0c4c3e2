/** What standardising does to the ground: a fold beside the settings of a model. */

import { make } from "../dom.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @returns {Part}
 */
export function standardising(session) {
  const root = make("details", { class: "standardising" }, make("summary", {}, session.words("standardising")));
  /** @type {Part | undefined} */
  let part;
  let asked = false;
  const load = async () => {
    asked = true;
    try {
      const { bowls } = await import("./bowls.js");
      if (session.closed) return;
      part = bowls(session);
      root.append(part.root);
      session.redraw();
    } catch {
      // Asked again when something changes: a connection may come back.
      asked = false;
    }
  };
  root.addEventListener("toggle", () => session.redraw());
  return {
    root,
    show(figure) {
      if (!root.open) return;
      if (!asked) load();
      part?.show(figure);
    },
  };
}
