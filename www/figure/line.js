/** The fitted line on the data plot as something to take hold of: by its ends, or by its middle. */

import { make } from "./dom.js";
import { placeOn } from "./surface.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").LineHandle} LineHandle */

/** @type {LineHandle[]} */
const HANDLES = ["left", "middle", "right"];
/** How far an arrow key moves a handle, in CSS pixels. */
const NUDGE = 4;

/**
 * @param {Session} session
 * @param {Player} player
 * @param {HTMLElement} stage
 */
export function linePlot(session, player, stage) {
  const { lab } = session;
  /** @type {LineHandle | undefined} */
  let held;

  /** @param {MouseEvent | Touch} event @returns {[number, number]} */
  const place = (event) => placeOn(stage, event);
  /** @param {number} y */
  const drag = (y) => {
    player.pause();
    session.command(() => lab.dragLine(y));
  };

  stage.addEventListener("touchstart", (event) => {
    if (event.touches.length === 1 && lab.lineHandleNear(...place(event.touches[0]))) event.preventDefault();
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    const at = place(event);
    held = event.button === 0 && event.isPrimary ? lab.lineHandleNear(...at) : undefined;
    if (!held) return;
    lab.holdLine(held, at[1]);
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    if (held) drag(y);
    else if (event.pointerType === "mouse") stage.classList.toggle("grab", lab.lineHandleNear(x, y) !== undefined);
  });
  for (const ending of ["pointerup", "pointercancel"]) {
    stage.addEventListener(ending, () => {
      held = undefined;
      lab.settle();
    });
  }
  lineKeys(session, stage, drag);
}

/**
 * Each handle is a tab stop; up and down move it.
 * @param {Session} session
 * @param {HTMLElement} stage
 * @param {(y: number) => void} drag
 */
function lineKeys(session, stage, drag) {
  const { lab, words } = session;
  for (const handle of HANDLES) {
    const button = make("button", { type: "button", class: "handle" });
    stage.append(button);
    button.addEventListener("keydown", (event) => {
      const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const at = lab.linePlace(handle);
      if (!down || !at) return;
      event.preventDefault();
      lab.holdLine(handle, at[1]);
      drag(at[1] + down * NUDGE);
    });
    session.onShow((figure) => {
      const at = figure.hasData ? lab.linePlace(handle) : undefined;
      button.hidden = !at;
      if (!at) return;
      button.style.translate = `${at[0]}px ${at[1]}px`;
      const values = figure.parameters.map(({ display, text }) => `${display} ${text}`).join(", ");
      button.setAttribute("aria-label", words(`line-${handle}`, { values }));
    });
  }
}
