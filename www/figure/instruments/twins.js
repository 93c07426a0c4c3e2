/** Starts side by side: two runs a hair apart, their distance, and where each ends. */

import { make, write } from "../dom.js";
import { chart } from "./chart.js";
import { markedTable } from "./table.js";

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
  /** @param {string} key @param {() => void} work */
  const button = (key, work) => make("button", { type: "button", onclick: () => {
    player.pause();
    session.command(() => work());
  } }, words(key));
  const twin = button("twins-starts", () => lab.twinStarts());
  const beside = button("twins-beside", () => lab.twinBeside());
  const apart = chart(session, "apart");
  const distances = make("p", { class: "twins-distances" });
  const table = markedTable(words("twins-table"), ["run", "start", "place", "cost", "end"].map((head) => words(`twins-${head}`)));
  const verdict = make("p", { class: "verdict", role: "status" });

  return {
    root: make("div", {},
      make("div", { class: "row" }, twin, beside, button("random-start", () => lab.randomStart()), button("zero-start", () => lab.zeroStart())),
      distances, apart.root, table.root, verdict),
    show(figure) {
      const report = lab.twins();
      beside.hidden = !report.ownPair;
      write(beside, words("twins-beside", { run: figure.selected + 1 }));
      write(distances, report.distances);
      distances.hidden = report.distances === "";
      apart.show(report.caption, report.runs.length === 1);
      table.show(report.runs.map(({ number, start, place, cost, end }) =>
        ({ mark: String(number), look: `chip run-${(number - 1) % 6}`, cells: [start, place, cost, end] })));
      write(verdict, report.verdict);
    },
  };
}
