/** A button that gives the figure the whole screen, shown on a projector. */

import { make, write } from "./dom.js";

/** @param {import("./session.js").Session} session */
export function fullScreen({ words, signal }) {
  const root = make("button", { type: "button", class: "full-screen", hidden: !document.fullscreenEnabled });
  const host = () => /** @type {ShadowRoot} */ (root.getRootNode()).host;
  const show = () => write(root, words(document.fullscreenElement ? "leave-full-screen" : "full-screen"));
  root.addEventListener("click", () => {
    // A browser may refuse; then the figure stays as it is.
    const asked = document.fullscreenElement ? document.exitFullscreen() : host().requestFullscreen();
    asked.catch(() => {});
  });
  document.addEventListener("fullscreenchange", show, { signal });
  show();
  return root;
}
