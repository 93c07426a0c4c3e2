/** A part of the figure that is loaded when it is first wanted. */

import { make } from "./dom.js";
import { loadPart } from "./engine.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Figure} Figure */
/** @typedef {import("./types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @param {Record<string, string>} place the control, or the panel of the setting `show`, that it is
 * @param {(figure: Figure) => boolean} wanted
 * @param {() => Promise<{ part: (session: Session) => Part }>} load
 * @returns {Part}
 */
export function later(session, place, wanted, load) {
  const root = make("div", { class: "later", ...place });
  /** @type {Part | undefined} */
  let part;
  let asked = false;
  const fetchIt = async () => {
    asked = true;
    try {
      const [module] = await Promise.all([load(), loadPart(root, "models")]);
      if (session.closed) return;
      part = module.part(session);
      root.append(part.root);
      session.redraw();
    } catch {
      // Asked again when something changes: a connection may come back.
      asked = false;
    }
  };
  return {
    root,
    show(figure) {
      root.classList.toggle("absent", !wanted(figure));
      if (!wanted(figure)) return;
      if (!asked) fetchIt();
      part?.show(figure);
    },
  };
}
