/**
 * Looking closer at the map: Ctrl and the wheel, two fingers, a drag of the ground, keys, and buttons in
 * its corner. Loaded when the first picture stands. No walk depends on what is shown.
 */

import { drawing, make, write } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */

/** A press that moves less than this many CSS pixels is a click, not a drag. */
const CLICK_REACH = 4;
/** A press of a button or key. */
const PRESS = 1.6;
/** One notch of a wheel counts as so many pixels at most; a touchpad's pinch tells small ones. */
const NOTCH = 25;
/** So many pixels of the wheel are a factor of e. */
const WHEEL_PIXELS = 100;
/** What a wheel counts in, in pixels: itself, lines, pages. */
const WHEEL_UNITS = [1, 16, 400];
/** A wheel that rests so long has ended its turn. */
const REST_MILLISECONDS = 400;
/** A gesture has come to rest when nothing moved for so long: then the map is drawn with all its pixels. */
const STILL_MILLISECONDS = 150;
/** A key moves the map by this part of its side. */
const KEY_PART = 1 / 8;

/** To which side of the plane a key looks. Letters by their place on the keyboard. @type {Record<string, [number, number]>} */
const WAYS = { KeyW: [0, -1], KeyA: [-1, 0], KeyS: [0, 1], KeyD: [1, 0] };
/** @type {Record<string, number>} */
const FACTORS = { "+": PRESS, "=": PRESS, "-": 1 / PRESS, "−": 1 / PRESS };

const PATHS = { in: "M12 5v14M5 12h14", out: "M5 12h14", whole: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" };

/**
 * @param {HTMLElement} stage
 * @param {HTMLElement} corner for the buttons
 * @param {Session} session
 * @param {(event: MouseEvent | Touch) => [number, number]} place where on the map something happened
 */
export function zoom(stage, corner, session, place) {
  const view = viewOf(session, stage, corner);
  byWheel(stage, view, place);
  byDrag(stage, session, view, place);
  byFingers(stage, session, view, place);
  byKeys(stage, session, view);
}

/** @typedef {ReturnType<typeof viewOf>} View */

/**
 * The part of the plane that is shown, and what is said of it.
 * @param {Session} session
 * @param {HTMLElement} stage
 * @param {HTMLElement} corner
 */
function viewOf(session, stage, corner) {
  const { lab, words } = session;
  const limit = make("p", { class: "zoom-limit", role: "status", hidden: true });
  const shown = make("p", { class: "unseen", role: "status" });
  stage.append(limit, shown);

  /** @param {string} text why the window stays, or nothing */
  const say = (text) => {
    limit.hidden = text === "";
    write(limit, text);
  };
  /** @param {() => string | void} work */
  const change = (work) => session.command(() => say(work() ?? ""));

  let still = 0;
  /** While it moves fewer pixels are drawn, so that the map follows the hand. */
  const hurry = () => {
    stage.classList.add("hurried");
    clearTimeout(still);
    still = window.setTimeout(() => {
      stage.classList.remove("hurried");
      session.redraw();
    }, STILL_MILLISECONDS);
  };
  /** @param {[number, number]} to @param {number} factor */
  const put = (to, factor) => change(() => lab.pullMap(...to, factor));

  const view = {
    /** @param {[number, number]} at */
    grip: (at) => lab.gripMap(...at),
    /** @param {[number, number]} to @param {number} [factor] since the grip */
    pull(to, factor = 1) {
      hurry();
      put(to, factor);
    },
    /** Around the walker. @param {number} factor */
    zoom(factor) {
      const at = /** @type {[number, number] | undefined} */ (lab.mapFocus());
      if (!at) return;
      view.grip(at);
      put(at, factor);
      view.tell();
    },
    /** @param {[number, number]} way in parts of the map's sides */
    look([right, down]) {
      view.grip([0, 0]);
      put([-right * stage.clientWidth, -down * stage.clientHeight], 1);
      view.tell();
    },
    whole() {
      change(() => lab.wholeMap());
      view.tell();
    },
    settle: () => lab.settle(),
    undo: () => change(() => void lab.undo()),
    /** For the ear, what the eye sees. */
    tell: () => write(shown, lab.windowText()),
    forget: () => say(""),
  };

  /** @param {keyof typeof PATHS} name @param {() => void} act */
  const button = (name, act) => make("button", {
    type: "button", "aria-label": words(`zoom-${name}`), title: words(`zoom-${name}`), onclick: () => {
      act();
      view.settle();
    },
  }, drawing(PATHS[name]));
  const whole = button("whole", () => view.whole());
  corner.setAttribute("role", "group");
  corner.setAttribute("aria-label", words("zoom"));
  corner.append(button("in", () => view.zoom(PRESS)), button("out", () => view.zoom(1 / PRESS)), whole);
  // What happens on the buttons is not meant for the map below.
  for (const kind of ["pointerdown", "pointerup", "touchstart"]) corner.addEventListener(kind, (event) => event.stopPropagation());
  for (const kind of /** @type {const} */ (["keydown", "keyup"])) {
    corner.addEventListener(kind, (event) => [" ", "Enter"].includes(event.key) && event.stopPropagation());
  }
  const covering = new ResizeObserver(() => {
    lab.coverMap(corner.offsetLeft, corner.offsetTop, corner.offsetWidth, corner.offsetHeight);
    session.redraw();
  });
  covering.observe(stage);
  session.signal.addEventListener("abort", () => covering.disconnect());
  session.onShow(() => whole.setAttribute("aria-disabled", String(lab.isWholeMap())));
  session.redraw();
  return view;
}

/**
 * The page scrolls by the plain wheel. A touchpad's pinch comes as a wheel with Ctrl.
 * @param {HTMLElement} stage
 * @param {View} view
 * @param {(event: MouseEvent) => [number, number]} place
 */
function byWheel(stage, view, place) {
  let rest = 0;
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (WHEEL_UNITS[event.deltaMode] ?? 1);
    const at = place(event);
    view.grip(at);
    view.pull(at, Math.exp(-Math.max(-NOTCH, Math.min(NOTCH, pixels)) / WHEEL_PIXELS));
    clearTimeout(rest);
    rest = window.setTimeout(view.settle, REST_MILLISECONDS);
  }, { passive: false });
  // The next edit is another, however soon it comes.
  stage.addEventListener("pointerdown", () => {
    clearTimeout(rest);
    view.forget();
    view.settle();
  }, { capture: true });
}

/**
 * A mouse or a pen takes the ground along; a finger scrolls the page.
 * @param {HTMLElement} stage
 * @param {Session} session
 * @param {View} view
 * @param {(event: MouseEvent) => [number, number]} place
 */
function byDrag(stage, { lab }, view, place) {
  /** @type {{ from: [number, number], window: string, moved: boolean } | undefined} */
  let press;
  const end = () => {
    if (press?.moved) view.settle();
    press = undefined;
    stage.classList.remove("panning");
  };
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary || event.pointerType === "touch") return;
    const from = place(event);
    const onStart = !event.shiftKey && lab.setting("click") === "start" && lab.startNear(...from) !== undefined;
    if (!onStart) press = { from, window: lab.setting("window"), moved: false };
  });
  stage.addEventListener("pointermove", (event) => {
    if (!press) return;
    const at = place(event);
    if (!press.moved && Math.hypot(at[0] - press.from[0], at[1] - press.from[1]) > CLICK_REACH) {
      press.moved = true;
      stage.setPointerCapture(event.pointerId);
      stage.classList.add("panning");
      view.grip(press.from);
    }
    if (press.moved) view.pull(at);
  });
  stage.addEventListener("pointerup", end);
  const cancel = () => {
    if (press?.moved && press.window !== lab.setting("window")) view.undo();
    end();
  };
  stage.addEventListener("pointercancel", cancel);
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
  });
}

/**
 * Two fingers take hold of two places of the ground; one finger keeps what it has on this page.
 * @param {HTMLElement} stage
 * @param {Session} session
 * @param {View} view
 * @param {(event: Touch) => [number, number]} place
 */
function byFingers(stage, { lab }, view, place) {
  /** How far the two fingers were apart. */
  let apart = 0;
  const inside = (/** @type {TouchEvent} */ { touches }) => [...touches].filter(({ target }) => stage.contains(/** @type {Node} */ (target)));
  /** @param {Touch[]} touches @returns {{ middle: [number, number], distance: number }} */
  const pair = (touches) => {
    const [[x, y], [right, down]] = touches.map(place);
    return { middle: [(x + right) / 2, (y + down) / 2], distance: Math.max(1, Math.hypot(right - x, down - y)) };
  };
  stage.addEventListener("touchstart", (event) => {
    const touches = inside(event);
    const onStart = () => lab.setting("click") === "start" && lab.startNear(...place(touches[0])) !== undefined;
    if (touches.length !== 2 || onStart()) return;
    event.preventDefault();
    // The first finger's press is no tap any more.
    stage.dispatchEvent(new PointerEvent("pointercancel"));
    const { middle, distance } = pair(touches);
    apart = distance;
    view.grip(middle);
  }, { passive: false });
  stage.addEventListener("touchmove", (event) => {
    const touches = inside(event);
    if (apart === 0 || touches.length !== 2) return;
    event.preventDefault();
    const { middle, distance } = pair(touches);
    view.pull(middle, distance / apart);
  }, { passive: false });
  for (const kind of ["touchend", "touchcancel"]) {
    stage.addEventListener(kind, () => {
      if (apart !== 0) view.settle();
      apart = 0;
    });
  }
}

/**
 * Keys while the map has the focus, and their lines in the list of keys.
 * @param {HTMLElement} stage
 * @param {Session} session
 * @param {View} view
 */
function byKeys(stage, { words }, view) {
  const help = stage.querySelector("dialog");
  help?.querySelector("dl")?.append(...["zoom", "zoom-whole", "look"].flatMap((key) => [
    make("dt", {}, make("kbd", {}, words(`key-${key}`))),
    make("dd", {}, words(`key-${key}-does`)),
  ]));
  stage.addEventListener("keydown", (event) => {
    const { key, code } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || help?.contains(/** @type {Node} */ (event.target))) return;
    const way = WAYS[code];
    if (FACTORS[key]) view.zoom(FACTORS[key]);
    else if (key === "0") view.whole();
    else if (way) view.look([way[0] * KEY_PART, way[1] * KEY_PART]);
    else return;
    event.preventDefault();
  });
  // While a key is held it is one edit.
  stage.addEventListener("keyup", ({ key, code }) => (FACTORS[key] || WAYS[code]) && view.settle());
}
