/** Basins: the map in the colours of the valleys that walks come to, with each valley's share. */

import { make, write } from "../dom.js";
import { valleyTable } from "./valleys.js";
import { sliced } from "./work.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** On the map a valley is a patch of colour. */
const SHAPES = ["■"];

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const table = valleyTable(words("basins-table"), ["valley", "place", "cost"].map((head) => words(`rain-${head}`))
    .concat(words("basins-count"), words("rain-share")), SHAPES);
  const caption = make("p", { class: "note" });
  let drawn = lab.groundVersion();
  const show = () => {
    const report = lab.basins();
    write(caption, report.nothing || report.caption);
    table.show(report.valleys, report.others);
    // The map is drawn anew for each finer picture.
    if (lab.groundVersion() !== drawn) session.redraw();
    drawn = lab.groundVersion();
  };
  return {
    root: make("div", {}, table.root, caption),
    show: sliced(session, (steps) => lab.workBasins(steps), show, () => lab.shows("basins")),
  };
}
