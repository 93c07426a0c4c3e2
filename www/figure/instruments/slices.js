/** Slices: the cost along each parameter, the others frozen at the selected walker. */

import { make, write } from "../dom.js";
import { painter, placeOn } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */
/** @typedef {import("../types.d.ts").SliceWords} SliceWords */

/** More slices than this stand on further pages. */
const PAGE = 6;
/** How far an arrow key moves the walker, in CSS pixels; with Shift, and with the page keys. */
const NUDGES = { near: 4, far: 24 };

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const caption = make("p", { class: "note" });
  const offer = make("button", { type: "button", onclick: () => {
    player.pause();
    session.command(() => lab.tryBetweenAxes());
  } });
  const grid = make("div", { class: "slices" });
  const range = make("span");
  const turn = (/** @type {number} */ by) => {
    first += by;
    session.redraw();
  };
  const back = make("button", { type: "button", onclick: () => turn(-PAGE) }, words("slices-back"));
  const on = make("button", { type: "button", onclick: () => turn(PAGE) }, words("slices-on"));
  const pages = make("div", { class: "row", role: "group", "aria-label": words("slices-pages") }, back, range, on);
  let first = 0;
  /** @type {ReturnType<typeof slice>[]} */
  let shown = [];

  return {
    root: make("div", { class: "wide-card" }, pages, grid, make("div", { class: "row" }, caption, offer)),
    show() {
      const report = lab.slices();
      const count = report.slices.length;
      if (first >= count) first = 0;
      const page = report.slices.slice(first, first + PAGE);
      while (shown.length < page.length) {
        const added = slice(session, player);
        shown.push(added);
        grid.append(added.root);
      }
      for (const extra of shown.splice(page.length)) extra.root.remove();
      page.forEach((words, place) => shown[place].show(words, first + place));
      pages.hidden = count <= PAGE;
      write(range, words("slices-page", { first: first + 1, last: first + page.length, count }));
      back.disabled = first === 0;
      on.disabled = first + PAGE >= count;
      write(caption, report.caption);
      write(offer, report.offer);
      offer.hidden = report.offer === "";
    },
  };
}

/**
 * @param {Session} session
 * @param {Player} player
 */
function slice(session, player) {
  const { lab, words } = session;
  const title = make("span");
  const slope = make("span", { class: "slice-slope" });
  const canvas = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", { class: "chart slice-stage", tabindex: "0", role: "slider" }, canvas);
  const sentence = make("p", { class: "note" });
  const paint = painter(session, stage, canvas);
  let index = 0;
  const slide = (/** @type {number} */ x) => {
    player.pause();
    session.command(() => lab.slideTo(index, x));
  };
  drag(session, stage, () => index, slide);
  stage.addEventListener("keydown", (event) => {
    const far = event.shiftKey ? NUDGES.far : NUDGES.near;
    const by = { ArrowLeft: -far, ArrowDown: -far, ArrowRight: far, ArrowUp: far, PageDown: -NUDGES.far, PageUp: NUDGES.far }[event.key];
    const at = lab.slicePlace(index);
    if (!by || !at) return;
    event.preventDefault();
    slide(at[0] + by);
  });
  stage.addEventListener("blur", () => lab.settle());

  return {
    root: make("div", { class: "slice" }, make("p", { class: "slice-head" }, title, slope), stage, sentence),
    /** @param {SliceWords} of @param {number} parameter */
    show(of, parameter) {
      index = parameter;
      write(title, words("slices-along", { name: of.display }));
      write(slope, `∂J/∂${of.display} = ${of.slope}`);
      slope.className = `slice-slope parameter-${index % 6}`;
      write(sentence, of.sentence);
      stage.setAttribute("aria-label", words("slices-walker", { name: of.spoken }));
      stage.setAttribute("aria-valuemin", String(of.low));
      stage.setAttribute("aria-valuemax", String(of.high));
      stage.setAttribute("aria-valuenow", String(of.value));
      stage.setAttribute("aria-valuetext", of.sentence);
      paint(`slice-${index}`);
    },
  };
}

/**
 * The walker is taken hold of where it stands; a finger elsewhere scrolls the page.
 * @param {Session} session
 * @param {HTMLElement} stage
 * @param {() => number} indexOf
 * @param {(x: number) => void} slide
 */
function drag({ lab }, stage, indexOf, slide) {
  let held = false;
  /** @param {MouseEvent | Touch} event @returns {[number, number]} */
  const place = (event) => placeOn(stage, event);
  stage.addEventListener("touchstart", (event) => {
    if (event.touches.length === 1 && lab.sliceHolds(indexOf(), ...place(event.touches[0]))) event.preventDefault();
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    held = event.button === 0 && event.isPrimary && lab.sliceHolds(indexOf(), ...place(event));
    if (held) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    const at = place(event);
    if (held) slide(at[0]);
    else if (event.pointerType === "mouse") stage.classList.toggle("grab", lab.sliceHolds(indexOf(), ...at));
  });
  for (const ending of ["pointerup", "pointercancel"]) {
    stage.addEventListener(ending, () => {
      held = false;
      lab.settle();
    });
  }
}
