/** A polite voice for screen readers: rarely while the walker walks, always when it stops. */

import { make, write } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Figure} Figure */

const QUIET_MILLISECONDS = 2000;

/** @param {Session} session */
export function liveMessage(session) {
  const root = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
  let last = 0;
  let timer = 0;
  let first = true;

  /** @param {Figure} figure */
  const say = (figure) => {
    last = performance.now();
    write(root, figure.live);
  };

  session.onShow((figure) => {
    clearTimeout(timer);
    // What stands there on opening is read anyway.
    if (first) last = performance.now();
    first = false;
    const wait = figure.finished ? 0 : QUIET_MILLISECONDS - (performance.now() - last);
    if (wait <= 0) say(figure);
    else timer = window.setTimeout(() => say(session.figure), wait);
  });
  // What waits holds the whole figure in memory.
  session.signal.addEventListener("abort", () => clearTimeout(timer));
  return root;
}
