/** The 360° compass: a dial to turn, the slope that way, and steps by hand. */

import { make, write } from "../dom.js";
import { editShow } from "../show.js";
import { painter, placeOn } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Compass} Compass */
/** @typedef {import("../types.d.ts").Part} Part */

/** Degrees that a key turns by, and with Shift or the page keys. */
const TURN = 1;
const COARSE_TURN = 15;

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const dial = turningDial(session, player);
  const reading = make("p", { class: "compass-reading" });
  const steps = handSteps(session, player);
  const steepest = steepestWay(session);
  const place = make("p", { class: "compass-place", "aria-live": "polite" });
  const step = make("p", { class: "note" });
  const against = make("p", { class: "compass-against", tabindex: "-1" });
  const caption = make("p", { class: "note" });
  const field = directionField(session, player);
  const root = make("div", { class: "compass-part" },
    make("div", { class: "compass-face" }, dial.root,
      make("div", { class: "compass-side" }, reading, field.root, steps.root, steepest.root, place, step)),
    against, caption);
  return {
    root,
    show({ oneParameter }) {
      const compass = lab.compass();
      const arrow = compass.marked && compass.steepest !== undefined ? words(oneParameter ? "compass-arrow-line" : "compass-arrow") : "";
      dial.show(compass);
      field.show(compass);
      steps.show(compass);
      steepest.show(compass);
      write(reading, compass.reading);
      write(place, compass.place);
      write(step, compass.step);
      write(against, compass.against);
      against.hidden = compass.against === "";
      write(caption, `${compass.caption} ${arrow}`.trim());
    },
  };
}

/**
 * The dial. Its knob is the handle: a slider by keyboard, and what a finger takes hold of; a mouse may
 * press anywhere.
 * @param {Session} session
 * @param {Player} player
 */
function turningDial(session, player) {
  const { lab, words } = session;
  const canvas = make("canvas", { "aria-hidden": "true" });
  const knob = make("div", {
    class: "compass-knob", role: "slider", tabindex: "0", "aria-label": words("compass-direction"),
    "aria-valuemin": "0", "aria-valuemax": "360",
  });
  const root = make("div", { class: "compass-dial chart" }, canvas, knob);
  const paint = painter(session, root, canvas);
  let held = false;
  /** A click that ends a drag has turned it already. */
  let dragged = false;

  /** Whether a turn is going on, which is undone as one. */
  let turning = false;
  /** @param {() => void} turn */
  const turn = (turn) => {
    player.pause();
    if (turning) session.touch(turn);
    else session.command(turn);
    turning = true;
  };
  const settle = () => {
    turning = false;
    lab.settle();
  };
  const towards = (/** @type {MouseEvent} */ event) => {
    turn(() => lab.turnTowards(...placeOn(root, event)));
  };

  root.addEventListener("pointerdown", (event) => {
    held = event.button === 0 && event.isPrimary && (event.pointerType === "mouse" || event.target === knob);
    dragged = held;
    if (!held) return;
    event.preventDefault();
    knob.focus();
    root.setPointerCapture(event.pointerId);
    if (event.target !== knob) towards(event);
  });
  root.addEventListener("pointermove", (event) => held && towards(event));
  for (const ending of ["pointerup", "pointercancel"]) {
    root.addEventListener(ending, () => {
      held = false;
      settle();
    });
  }
  // A finger that taps elsewhere on the dial, and does not scroll, turns it there.
  root.addEventListener("click", (event) => {
    if (dragged || event.target === knob) return;
    towards(event);
    settle();
  });
  knob.addEventListener("keydown", (event) => {
    const by = turnOf(event);
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turn(() => lab.turnBy(by));
  });
  knob.addEventListener("focusout", settle);

  return {
    root,
    /** @param {Compass} compass */
    show(compass) {
      paint("compass");
      const at = lab.knobPlace();
      if (at) knob.style.translate = `${at[0]}px ${at[1]}px`;
      knob.setAttribute("aria-valuenow", String(Math.round(compass.direction)));
      knob.setAttribute("aria-valuetext", compass.reading);
    },
  };
}

/** @param {KeyboardEvent} event @returns {number | undefined} degrees, positive anticlockwise */
function turnOf({ key, shiftKey }) {
  const by = shiftKey ? COARSE_TURN : TURN;
  /** @type {Record<string, number>} */
  const keys = { ArrowRight: by, ArrowUp: by, ArrowLeft: -by, ArrowDown: -by, PageUp: COARSE_TURN, PageDown: -COARSE_TURN };
  return keys[key];
}

/**
 * The direction as a number.
 * @param {Session} session
 * @param {Player} player
 */
function directionField(session, player) {
  const { lab, words } = session;
  const field = make("input", { type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false" });
  const shown = () => String(Number(lab.compass().direction.toFixed(2)));
  field.addEventListener("change", () => {
    player.pause();
    session.command(() => lab.edit("direction", field.value.trim().replace("°", "").replace(",", ".")));
    lab.settle();
    field.value = shown();
  });
  return {
    root: make("div", { class: "compass-field" },
      make("label", {}, words("compass-degrees"), " ", field), make("span", { "aria-hidden": "true" }, "°")),
    /** @param {Compass} compass */
    show({ direction }) {
      if (!field.matches(":focus")) field.value = String(Number(direction.toFixed(2)));
    },
  };
}

/**
 * Steps where the compass points, and the way back.
 * @param {Session} session
 * @param {Player} player
 */
function handSteps(session, player) {
  const { lab, words } = session;
  /** @param {string} key @param {string} className @param {() => void} work */
  const button = (key, className, work) => make("button", {
    type: "button", class: className, onclick: (/** @type {MouseEvent} */ event) => {
      if (/** @type {HTMLElement} */ (event.currentTarget).getAttribute("aria-disabled") === "true") return;
      player.pause();
      session.command(() => void work());
    },
  }, words(key));
  const step = button("compass-step", "primary", () => lab.stepByHand());
  const back = button("compass-back", "", () => lab.takeHandBack());
  const clear = button("compass-clear", "", () => lab.clearHand());
  return {
    root: make("div", { class: "row" }, step, back, clear),
    /** @param {Compass} compass */
    show({ canStep, steps }) {
      step.setAttribute("aria-disabled", String(!canStep));
      for (const other of [back, clear]) other.setAttribute("aria-disabled", String(steps === 0));
    },
  };
}

/**
 * The steepest way: shown, or hidden and to be found. Asked, the compass tells how far off it is; found,
 * it shows it.
 * @param {Session} session
 */
function steepestWay(session) {
  const { lab, words } = session;
  const marks = ["arrow", "ghost"];
  const mark = (/** @type {boolean} */ shown) => session.command(() => {
    const problems = editShow(lab, (open) => marks.forEach((id) => (shown ? open.add(id) : open.delete(id))));
    lab.settle();
    return problems;
  });
  const answer = make("p", { class: "compass-answer", role: "status" });
  /** What the answer was about: turned or moved on, it is taken away. */
  let about = "";
  const aim = (/** @type {Compass} */ { direction, place }) => `${direction} ${place}`;

  const toggle = make("button", { type: "button", onclick: () => mark(!lab.compass().marked) }, words("compass-mark"));
  const ask = make("button", { type: "button" }, words("compass-ask"));
  ask.addEventListener("click", () => {
    const compass = lab.compass();
    about = aim(compass);
    write(answer, compass.answer);
    if (compass.found && !lab.asks("fog")) mark(true);
  });
  return {
    root: make("div", { class: "compass-steepest" }, make("div", { class: "row" }, ask, toggle), answer),
    /** @param {Compass} compass */
    show(compass) {
      toggle.setAttribute("aria-pressed", String(compass.marked));
      toggle.hidden = lab.asks("fog");
      ask.hidden = compass.marked && ask.getRootNode() instanceof ShadowRoot
        && /** @type {ShadowRoot} */ (ask.getRootNode()).activeElement !== ask;
      if (aim(compass) !== about) write(answer, "");
    },
  };
}
