/** Learning rates: four side by side, and the steps that every learning rate needs. */

import { make, write } from "../dom.js";
import { placeOn } from "../surface.js";
import { stack } from "./layers.js";
import { sliced } from "./work.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Rates} Rates */
/** @typedef {import("../types.d.ts").Part} Part */

/** How many places of the curve a key moves the handle. */
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, End: 1000, Home: -1000 };

/**
 * @param {Session} session
 * @returns {Part}
 */
export function instrument(session) {
  const { lab, words } = session;
  const choose = (/** @type {number | undefined} */ alpha) => {
    if (alpha !== undefined) session.command(() => lab.edit("alpha", String(alpha)));
  };
  const four = /** @type {const} */ (["rate-1", "rate-2", "rate-3", "rate-4"]).map((picture) => rate(session, picture, choose));
  const curve = rateCurve(session, choose);
  const progress = make("p", { class: "note" });
  const edges = make("ul", { class: "edges" });
  const note = make("p", { class: "note" });

  const show = () => {
    const report = lab.rates();
    four.forEach((part, index) => part.show(report.four[index]));
    curve.show(report);
    write(progress, report.progress || words("rates-curve-note"));
    if (edges.children.length !== report.edges.length) edges.replaceChildren(...report.edges.map(() => make("li", {})));
    report.edges.forEach((text, index) => write(edges.children[index], text));
    write(note, report.note);
  };
  return {
    root: make("div", {}, make("p", { class: "note" }, words("rates-note")),
      make("div", { class: "four-rates" }, ...four.map(({ root }) => root)),
      make("h3", {}, words("rates-curve")), curve.root, progress, edges, note),
    show: sliced(session, (steps) => lab.workRates(steps), show, () => lab.shows("rates")),
  };
}

/**
 * One of the four: its walk, what it does, and a button that chooses it.
 * @param {Session} session
 * @param {import("../types.d.ts").Picture} picture
 * @param {(alpha: number) => void} choose
 */
function rate(session, picture, choose) {
  const { words, lab } = session;
  const name = make("h3", {});
  const map = stack(session, ["small-ground", picture]);
  const does = make("p", { class: "does" });
  const place = make("p", { class: "note" });
  let alpha = NaN;
  const use = make("button", { type: "button", onclick: () => {
    choose(alpha);
    lab.settle();
  } });
  return {
    root: make("div", { class: "side-by-side" }, name, map.root, does, place, use),
    /** @param {Rates["four"][0]} report */
    show(report) {
      alpha = report.alpha;
      write(name, report.text ? `${report.name}: α = ${report.text}` : report.name);
      write(does, report.does);
      write(place, report.place);
      use.hidden = report.text === "";
      write(use, words("rates-use", { alpha: report.text }));
      map.draw();
    },
  };
}

/**
 * The curve with the handle of the present learning rate.
 * @param {Session} session
 * @param {(alpha: number | undefined) => void} choose
 */
function rateCurve(session, choose) {
  const { lab, words } = session;
  const picture = stack(session, ["rate-curve"], "rate-curve");
  const handle = make("div", { class: "handle rate-handle", role: "slider", tabindex: "0", "aria-label": words("rates-handle") });
  picture.root.append(handle);
  let held = false;
  const pull = (/** @type {PointerEvent} */ event) =>
    choose(lab.pickRate(placeOn(picture.root, event)[0]));
  picture.root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    held = true;
    picture.root.setPointerCapture(event.pointerId);
    pull(event);
  });
  picture.root.addEventListener("pointermove", (event) => {
    if (held) pull(event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    picture.root.addEventListener(end, () => {
      held = false;
      lab.settle();
    });
  }
  handle.addEventListener("keydown", (event) => {
    const places = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
    if (!places) return;
    event.preventDefault();
    choose(lab.neighbourRate(places));
  });
  handle.addEventListener("blur", () => lab.settle());
  return {
    root: picture.root,
    /** @param {Rates} report */
    show(report) {
      picture.draw();
      const at = lab.ratePlace();
      if (at) handle.style.translate = `${at[0]}px ${at[1]}px`;
      const { alpha, alphaRange } = session.figure;
      handle.setAttribute("aria-valuenow", String(alpha));
      handle.setAttribute("aria-valuemin", String(Math.min(lab.neighbourRate(-1000) ?? alphaRange[0], alpha)));
      handle.setAttribute("aria-valuemax", String(Math.max(lab.neighbourRate(1000) ?? alphaRange[1], alpha)));
      handle.setAttribute("aria-valuetext", report.present);
    },
  };
}
