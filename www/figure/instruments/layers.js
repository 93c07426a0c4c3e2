/** A small map: a ground that is drawn when it changes, and a walk above it for every frame. */

import { make } from "../dom.js";
import { watchSize } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Picture} Picture */

/**
 * @param {Session} session
 * @param {Picture[]} pictures the lowest first; `small-ground` is drawn only when it is stale
 * @param {string} className
 */
export function stack(session, pictures, className = "") {
  const canvases = pictures.map(() => make("canvas", { "aria-hidden": "true" }));
  const root = make("div", { class: `chart small-map ${className}` }, ...canvases);
  const sizeOf = watchSize(root, () => session.redraw());
  let drawn = "";
  return {
    root,
    draw() {
      const size = sizeOf();
      if (!size) return;
      const { theme, text } = session.appearance;
      const ground = [session.lab.groundVersion(), size.width, size.height, size.ratio, theme, text, session.lab.setting("size")].join("|");
      pictures.forEach((picture, index) => {
        if (picture === "small-ground" && ground === drawn) return;
        session.lab.draw(picture, canvases[index], size.width, size.height, size.ratio, theme, text);
      });
      drawn = ground;
    },
  };
}
