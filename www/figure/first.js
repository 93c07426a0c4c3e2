/** The start page's picture, to be looked at while the rest of the engine is on its way. */

import { abandonEngine, FIRST_PICTURE, loadFirst } from "./engine.js";
import { frame } from "./frame.js";
import { Player } from "./player.js";
import { Session } from "./session.js";

/** A page in the background gets no frames, and need not wait for them. */
const PATIENCE_MILLISECONDS = 500;

/**
 * Shows the figure as soon as the first program can draw it. It is inert, because nothing but its
 * picture is there, sends no events, and is taken away for the figure itself; what it has become by
 * then nobody needs to know. Should the program lack something, a fresh one comes with the rest.
 * @param {ShadowRoot} shadow
 * @param {() => boolean} wanted whether the element still is to show the first picture
 * @returns {Promise<() => void>} ends it
 */
export async function showFirst(shadow, wanted) {
  const engine = wanted() ? await loadFirst() : undefined;
  if (!engine || engine.isWhole || !wanted()) return () => {};
  const life = new AbortController();
  try {
    const session = new Session(engine.newLab(), engine.words, { emit() {}, fail: abandonEngine });
    life.signal.addEventListener("abort", () => session.close());
    const root = frame(session, new Player(session));
    root.inert = true;
    session.look(true, true);
    session.open(FIRST_PICTURE);
    shadow.adoptedStyleSheets = engine.sheets;
    shadow.replaceChildren(root);
    await painted();
  } catch {
    abandonEngine();
  }
  return () => life.abort();
}

/** @returns {Promise<void>} */
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PATIENCE_MILLISECONDS);
  });
}
