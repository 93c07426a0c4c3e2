/** When to stop: the slope against the tolerance, and whether a run that looks done is done. */

import { make, write } from "../dom.js";
import { chart } from "./chart.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const bar = slopeBar(words);
  const tolerance = toleranceField(session, player);
  const slopes = chart(session, "slopes");
  const excess = chart(session, "excess");
  const answer = make("p", { class: "stopping-answer", role: "status" });
  const verdict = make("p", { class: "verdict" });
  /** The moment asked about: an answer holds for that one only. */
  let asked = "";
  const moment = () => [lab.link(), session.figure.selected, session.figure.iteration, session.figure.furthest, session.figure.verdict].join();
  const ask = make("button", { type: "button", onclick: () => {
    player.pause();
    asked = moment();
    session.redraw();
  } }, words("stopping-ask"));

  return {
    root: make("div", { class: "stopping-parts" },
      make("div", {}, bar.root, tolerance.root, make("div", { class: "row" }, ask, answer), verdict),
      slopes.root, excess.root),
    show({ finished }) {
      const report = lab.stopping();
      bar.show(report);
      tolerance.show();
      if (asked !== "" && asked !== moment()) asked = "";
      write(answer, asked === "" ? "" : report.answer);
      write(verdict, asked === "" ? report.verdict : "");
      // Before the first step the box is kept, so that nothing jumps at it.
      slopes.show(report.slopeCaption, finished && report.noSlope);
      excess.show(report.excessCaption, finished && report.noExcess);
    },
  };
}

/**
 * How far the slope has come from its first value to the tolerance, on a logarithmic scale.
 * @param {import("../types.d.ts").Words} words
 */
function slopeBar(words) {
  const bar = make("div", { class: "bar", role: "progressbar", "aria-label": words("stopping-bar"), "aria-valuemin": "0", "aria-valuemax": "100" });
  const now = make("p", { class: "stopping-now" });
  const [first, last] = [make("span"), make("span")];
  return {
    root: make("div", { class: "stopping-bar" }, now, bar, make("p", { class: "stopping-ends" }, first, last)),
    /** @param {import("../types.d.ts").StoppingWords} report */
    show(report) {
      bar.style.setProperty("--part", String(report.part));
      bar.setAttribute("aria-valuenow", String(Math.round(report.part * 100)));
      bar.setAttribute("aria-valuetext", words("stopping-now", { now: report.now, gap: report.gap }));
      write(now, words("stopping-now", { now: report.now, gap: report.gap }));
      write(first, words("stopping-first", { first: report.first }));
      write(last, words("stopping-last", { tolerance: report.tolerance }));
    },
  };
}

/**
 * The tolerance as a number, and ten times coarser or finer.
 * @param {Session} session
 * @param {Player} player
 */
function toleranceField(session, player) {
  const { lab, words } = session;
  const field = make("input", { type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false" });
  const choose = (/** @type {string} */ text) => {
    player.pause();
    session.command(() => lab.edit("tolerance", text));
    lab.settle();
    field.value = lab.setting("tolerance");
  };
  field.addEventListener("change", () => choose(field.value.trim().replace(",", ".")));
  const times = (/** @type {number} */ factor) => () => choose(String(Number((Number(lab.setting("tolerance")) * factor).toPrecision(12))));
  return {
    root: make("div", { class: "row", role: "group", "aria-label": words("stopping-tolerance") },
      make("label", { class: "stopping-tolerance" }, words("stopping-tolerance"), field),
      make("button", { type: "button", "aria-label": words("stopping-finer"), title: words("stopping-finer"), onclick: times(0.1) }, "÷ 10"),
      make("button", { type: "button", "aria-label": words("stopping-coarser"), title: words("stopping-coarser"), onclick: times(10) }, "× 10")),
    show() {
      if (!field.matches(":focus")) field.value = lab.setting("tolerance");
    },
  };
}
