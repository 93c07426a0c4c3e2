/** The hill: the map's ground in three dimensions, turned by dragging, by sliders or by buttons. */

import { make, write } from "../dom.js";
import { placeOn, watchLoss, watchSize } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** A press that moves less than this many CSS pixels is a click, not a drag. */
const CLICK_REACH = 4;
/** Degrees to a CSS pixel of dragging, and to a press of a button. */
const DEGREES_A_PIXEL = 0.5;
const DEGREES_A_PRESS = 15;
/** The hill has come to rest when nothing turned it for so long. */
const REST_MILLISECONDS = 150;
/** Degrees above the floor that the slider offers; from straight above the hill is the map. */
const TILTS = [10, 90];

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const ground = make("canvas", { "aria-hidden": "true" });
  const walk = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", { class: "hill-stage" }, ground, walk);
  const caption = make("p", { class: "note" });
  const description = make("p", { class: "unseen" });
  const absent = make("p", { class: "note" });
  const camera = cameraControls(session);
  const seen = make("div", {}, stage, camera.root, caption, description);
  const again = () => session.redraw();
  const sizeOf = watchSize(stage, again);
  let drawn = "";
  for (const canvas of [ground, walk]) {
    watchLoss(canvas, () => {
      drawn = "";
      again();
    }, () => session.report([{ key: "", value: "", message: words("canvas-lost") }]));
  }
  hillPointer(stage, session, player, camera);

  return {
    root: make("div", {}, seen, absent),
    show() {
      let hill = lab.hill();
      write(absent, hill.absent);
      seen.hidden = hill.absent !== "";
      const size = seen.hidden ? undefined : sizeOf();
      if (!size) return;
      const { width, height } = size;
      const { theme, text } = session.appearance;
      const ratio = camera.turning() ? 1 : size.ratio;
      const wanted = [hill.version, width, height, ratio, theme, text, lab.setting("size")].join();
      if (wanted !== drawn) {
        lab.draw("hill", ground, width, height, ratio, theme, text);
        hill = lab.hill();
      }
      drawn = wanted;
      lab.draw("hill-walk", walk, width, height, ratio, theme, text);
      write(caption, hill.caption);
      write(description, hill.description);
      camera.show(hill);
    },
  };
}

/** @typedef {ReturnType<typeof cameraControls>} Camera */

/**
 * From where the hill is seen: two sliders and the usual views as buttons.
 * @param {Session} session
 */
function cameraControls(session) {
  const { lab, words } = session;
  let [turn, tilt] = [0, 0];
  let rest = 0;
  /** @param {number} turned @param {number} tilted */
  const look = (turned, tilted) => {
    // While it turns fewer pixels are drawn, so that it follows the hand; at rest all of them.
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      rest = 0;
      session.redraw();
    }, REST_MILLISECONDS);
    const around = ((((turned + 180) % 360) + 360) % 360) - 180;
    const above = Math.max(TILTS[0], Math.min(TILTS[1], tilted));
    session.command(() => lab.edit("camera", `${Math.round(around)},${Math.round(above)}`));
  };
  /** @param {string} name @param {number} least @param {number} most */
  const slider = (name, least, most) => {
    const input = make("input", { type: "range", min: least, max: most, step: "1", "aria-label": words(`hill-${name}`) });
    input.addEventListener("input", () => look(Number(turning.value), Number(tilting.value)));
    input.addEventListener("change", () => lab.settle());
    return input;
  };
  const turning = slider("turn", -180, 180);
  const tilting = slider("tilt", TILTS[0], TILTS[1]);
  /** @param {string} name @param {() => void} act */
  const button = (name, act) => make("button", { type: "button", onclick: () => {
    act();
    lab.settle();
  } }, words(`hill-${name}`));
  const labelled = (/** @type {HTMLElement} */ input, /** @type {string} */ name) =>
    make("label", { class: "hill-slider" }, make("span", { "aria-hidden": "true" }, words(`hill-${name}-name`)), input);
  return {
    root: make("div", { class: "hill-camera", role: "group", "aria-label": words("hill-camera") },
      labelled(turning, "turn"), labelled(tilting, "tilt"),
      make("div", { class: "row" },
        button("left", () => look(turn + DEGREES_A_PRESS, tilt)),
        button("right", () => look(turn - DEGREES_A_PRESS, tilt)),
        button("above", () => look(0, TILTS[1])),
        button("reset", () => session.command(() => lab.set("camera", null))))),
    look,
    seen: () => [turn, tilt],
    turning: () => rest !== 0,
    /** @param {import("../types.d.ts").HillWords} hill */
    show(hill) {
      [turn, tilt] = [hill.turn, hill.tilt];
      for (const [input, value, [least, most], name] of /** @type {const} */ ([[turning, turn, [-180, 180], "turn"], [tilting, tilt, TILTS, "tilt"]])) {
        input.value = String(Math.round(value));
        input.style.setProperty("--part", String((value - least) / (most - least)));
        input.setAttribute("aria-valuetext", words(`hill-${name}-value`, { degrees: String(Math.round(value)).replace("-", "−") }));
      }
    },
  };
}

/**
 * Dragging turns and tilts, a click moves the selected start there. A finger turns by moving
 * sideways; up and down scrolls the page.
 * @param {HTMLElement} stage
 * @param {Session} session
 * @param {Player} player
 * @param {Camera} camera
 */
function hillPointer(stage, session, player, camera) {
  const { lab } = session;
  /** @type {{ from: [number, number], camera: number[], moved: boolean } | undefined} */
  let press;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    press = { from: [event.clientX, event.clientY], camera: camera.seen(), moved: false };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!press) return;
    const [right, down] = [event.clientX - press.from[0], event.clientY - press.from[1]];
    if (Math.hypot(right, down) > CLICK_REACH) press.moved = true;
    if (!press.moved) return;
    const [turn, tilt] = press.camera;
    const tilted = event.pointerType === "touch" ? 0 : down * DEGREES_A_PIXEL;
    camera.look(turn + right * DEGREES_A_PIXEL, tilt + tilted);
  });
  stage.addEventListener("pointerup", (event) => {
    const moved = press?.moved ?? true;
    press = undefined;
    lab.settle();
    const at = moved ? undefined : lab.pickHill(...placeOn(stage, event));
    if (!at) return;
    player.pause();
    session.command(() => lab.moveStart(session.figure.selected, at));
    lab.settle();
  });
  stage.addEventListener("pointercancel", () => {
    press = undefined;
    lab.settle();
  });
}
