/** Simultaneous against sequential updates, side by side. */

import { formula, make, scrollable, write } from "../dom.js";
import { placeOn } from "../surface.js";
import { stack } from "./layers.js";
import { sliced } from "./work.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").TwoRules} TwoRules */
/** @typedef {import("../types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const rules = [rule(session, "rule-1"), rule(session, "rule-2")];
  const step = stack(session, ["half-step"]);
  const second = make("p", { class: "second" });
  const verdict = make("p", { class: "rules-verdict" });
  const starts = startsMap(session, player);
  const nothing = make("p", { class: "nothing" });
  const body = make("div", { class: "two-rules-body" },
    ...rules.map(({ root }) => root),
    make("div", { class: "side-by-side" }, make("h3", {}, words("two-rules-step")), step.root,
      make("p", { class: "note" }, words("two-rules-step-note")), second, verdict),
    starts.root);

  const show = () => {
    const report = lab.twoRules();
    body.hidden = report.nothing !== "";
    nothing.hidden = !body.hidden;
    write(nothing, report.nothing);
    if (body.hidden) return;
    rules.forEach((part, index) => part.show(report.rules[index]));
    step.draw();
    write(second, report.second);
    write(verdict, report.verdict || words("two-rules-wait"));
    starts.show(report);
  };
  return {
    root: make("div", {}, make("p", { class: "note" }, words("two-rules-note")), nothing, body),
    show: sliced(session, (steps) => lab.workTwoRules(steps), show, () => lab.shows("two-rules")),
  };
}

/**
 * A rule: its walk, where it is, and its next step in numbers.
 * @param {Session} session
 * @param {import("../types.d.ts").Picture} picture
 */
function rule(session, picture) {
  const name = make("h3", {});
  const map = stack(session, ["small-ground", picture]);
  const place = make("p", { class: "note" });
  const lines = make("div", { class: "update-lines" });
  /** @type {{ rule: ReturnType<typeof formula>, numbers: ReturnType<typeof formula> }[]} */
  let rows = [];
  return {
    root: make("div", { class: "side-by-side" }, name, map.root, place, lines),
    /** @param {TwoRules["rules"][0]} report */
    show(report) {
      write(name, report.name);
      write(place, `${report.place} ${report.step}`);
      if (rows.length !== report.lines.length) {
        rows = report.lines.map(() => ({ rule: formula("update-line"), numbers: formula("update-line") }));
        lines.replaceChildren(...rows.map((row) => make("div", { class: "update-row" }, row.rule.root, row.numbers.root)));
      }
      report.lines.forEach((line, index) => {
        rows[index].rule.show(line.rule, line.spoken);
        rows[index].numbers.show(line.numbers, "");
      });
      scrollable(lines);
      map.draw();
    },
  };
}

/**
 * The map of starts with its legend. A click starts there; the button is its keyboard's way.
 * @param {Session} session
 * @param {Player} player
 */
function startsMap(session, player) {
  const { lab, words } = session;
  const map = stack(session, ["starts"], "starts-map");
  const sentence = make("p", { class: "starts-sentence" });
  const legend = make("ul", { class: "legend" });
  const start = (/** @type {Float64Array | undefined} */ at) => {
    if (!at) return;
    player.pause();
    session.command(() => lab.moveStart(session.figure.selected, at));
    lab.settle();
  };
  const next = make("button", { type: "button", onclick: () => start(lab.nextDifferent()) }, words("two-rules-next"));
  map.root.addEventListener("click", (event) => {
    start(lab.pickStart(...placeOn(map.root, event)));
  });
  /** @type {HTMLElement[]} */
  let counts = [];
  return {
    root: make("div", { class: "side-by-side" }, make("h3", {}, words("two-rules-starts")), map.root,
      sentence, legend, make("p", { class: "note" }, words("two-rules-starts-note")), next),
    /** @param {TwoRules} report */
    show(report) {
      write(sentence, report.starts);
      if (counts.length !== report.outcomes.length) {
        counts = report.outcomes.map(() => make("b", {}));
        legend.replaceChildren(...report.outcomes.map(({ name }, index) =>
          make("li", {}, make("span", { class: `swatch outcome-${index}`, "aria-hidden": "true" }), counts[index], ` ${name}`)));
      }
      report.outcomes.forEach(({ count }, index) => write(counts[index], String(count)));
      next.setAttribute("aria-disabled", String(!report.hasDifferent));
      map.draw();
    },
  };
}
