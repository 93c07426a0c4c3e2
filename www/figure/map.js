/** The map: ground below, walks above, and the pointer that moves the starts. */

import { make } from "./dom.js";
import { loadPart } from "./engine.js";
import { startHandles } from "./handles.js";
import { mapKeys } from "./keys.js";
import { placeOn, watchLoss, watchSize } from "./surface.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").Part} Part */

/** A press that moves less than this many CSS pixels is a click, not a drag. */
const CLICK_REACH = 4;

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function map(session, player) {
  const { words } = session;
  const ground = make("canvas", { "aria-hidden": "true" });
  const walk = make("canvas", { "aria-hidden": "true" });
  const handles = startHandles(session);
  const corner = make("div", { class: "zoom", "data-control": "zoom" });
  const root = make("div", {
    class: "stage",
    tabindex: "0",
    role: "application",
    "aria-label": words("map"),
    "aria-describedby": "description",
  }, ground, walk, handles.root, corner);
  const again = () => session.redraw();
  const sizeOf = watchSize(root, again);
  root.addEventListener("transitionend", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again, { signal: session.signal });
  let drawn = "";
  for (const canvas of [ground, walk]) {
    watchLoss(canvas, () => {
      drawn = "";
      again();
    }, () => session.report([{ key: "", value: "", message: words("canvas-lost") }]));
  }
  mapKeys(root, session, player, handles);
  mapPointer(root, session, player);
  const loadZoom = zoomLoader(root, corner, session);
  return {
    root,
    show(figure) {
      // Drawn before anything is written: letters on a canvas have all styles worked out anew.
      const size = sizeOf();
      if (size) draw(size);
      handles.show(figure);
      if (!size) return;
      handles.place(figure);
      loadZoom.soon();
    },
  };

  /** @param {import("./surface.js").Size} size */
  function draw({ width, height, ratio: sharp }) {
    const { theme, text } = session.appearance;
    const hurried = root.classList.contains("hurried");
    const ratio = hurried ? 1 : sharp;
    const wanted = () => [session.lab.groundVersion(), width, height, ratio, theme, text].join();
    if (wanted() !== drawn) {
      session.lab.draw("ground", ground, width, height, ratio, theme, text);
      // The window has grown to the picture's shape: what is said of it follows.
      if (!hurried) session.refresh();
      // Drawing may have computed a part of the ground.
      drawn = wanted();
    }
    session.lab.draw("walk", walk, width, height, ratio, theme, text);
  }
}

/**
 * Zooming comes once the picture stands, or at once to who touches the map. Without it nothing is lost
 * but zooming, and the next touch asks again.
 * @param {HTMLElement} stage
 * @param {HTMLElement} corner
 * @param {Session} session
 */
function zoomLoader(stage, corner, session) {
  let [waits, asked] = [0, false];
  const load = async () => {
    if (asked || session.closed || stage.closest("[inert]")) return;
    asked = true;
    try {
      const [{ zoom }] = await Promise.all([import("./zoom.js"), loadPart(stage, "zoom")]);
      if (!session.closed) zoom(stage, corner, session, (event) => placeOn(stage, event));
    } catch {
      asked = false;
    }
  };
  for (const kind of ["pointerover", "focusin"]) stage.addEventListener(kind, load);
  session.signal.addEventListener("abort", () => clearTimeout(waits));
  return {
    soon() {
      waits ||= window.setTimeout(load, 500);
    },
  };
}

/**
 * A click moves the selected start, with Shift it adds one; a press on a start drags that one. The
 * setting `click` can make it plant the flag of a guess instead, or do nothing.
 * A finger drags only what it starts on, everything else scrolls the page.
 * @param {HTMLElement} stage
 * @param {Session} session
 * @param {Player} player
 */
function mapPointer(stage, session, player) {
  const { lab } = session;
  /** @type {{ run: number | undefined, from: [number, number], moved: boolean, before: string, at: number } | undefined} */
  let press;

  /** @param {MouseEvent | Touch} event @returns {[number, number]} */
  const place = (event) => placeOn(stage, event);

  const movesStarts = () => lab.setting("click") === "start";

  stage.addEventListener("touchstart", (event) => {
    const near = event.touches.length === 1 && movesStarts() && lab.startNear(...place(event.touches[0]));
    if (typeof near === "number") event.preventDefault();
  }, { passive: false });

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const from = place(event);
    const run = event.shiftKey || !movesStarts() ? undefined : lab.startNear(...from);
    press = { run, from, moved: false, before: lab.setting("start"), at: session.figure.iteration };
    if (run === undefined) return;
    stage.setPointerCapture(event.pointerId);
    lab.select(run);
    session.refresh();
  });

  stage.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    if (!press) {
      if (event.pointerType === "mouse") stage.classList.toggle("grab", movesStarts() && lab.startNear(x, y) !== undefined);
      return;
    }
    if (Math.hypot(x - press.from[0], y - press.from[1]) > CLICK_REACH) press.moved = true;
    const { run, moved } = press;
    const at = run !== undefined && moved ? lab.pick(x, y) : undefined;
    if (run === undefined || !at) return;
    player.pause();
    session.command(() => lab.moveStart(run, at));
  });

  stage.addEventListener("pointerup", (event) => {
    const { run, moved } = press ?? { run: undefined, moved: true };
    press = undefined;
    if (moved || run !== undefined) return lab.settle();
    const at = lab.pick(...place(event));
    if (!at || lab.setting("click") === "nothing") return;
    lab.settle();
    if (!movesStarts()) return session.command(() => lab.plantGuess(at));
    player.pause();
    if (event.shiftKey) session.addStart(at);
    else session.command(() => lab.moveStart(session.figure.selected, at));
    lab.settle();
  });

  const cancel = () => {
    const cancelled = press;
    press = undefined;
    if (!cancelled?.moved || cancelled.run === undefined) return;
    session.command(() => lab.edit("start", cancelled.before));
    lab.settle();
    player.step(cancelled.at);
  };
  stage.addEventListener("pointercancel", cancel);
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && press) cancel();
  });
}
