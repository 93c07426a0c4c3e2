/** The plane through start, now and minimum, for costs of more than two parameters. */

import { make, write } from "../dom.js";
import { chart } from "./chart.js";
import { sliced } from "./work.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @returns {Part}
 */
export function instrument(session) {
  const { lab, words } = session;
  const nothing = make("p", { class: "note", role: "status" });
  const picture = chart(session, "plane");
  const body = make("tbody");
  const heads = ["point", "cost", "along", "across"].map((key) => make("th", { scope: "col" }, words(`plane-${key}`)));
  const table = make("table", { class: "plane-points" }, make("caption", { class: "unseen" }, words("plane-table")), make("thead", {}, make("tr", {}, ...heads)), body);
  const third = make("p", { class: "note" });
  const side = make("p", { class: "note" });
  const shown = make("div", { class: "plane-parts" }, picture.root, make("div", {}, table, third, side));

  const show = () => {
    const report = lab.plane();
    write(nothing, report.nothing);
    nothing.hidden = report.nothing === "";
    shown.hidden = !nothing.hidden;
    if (shown.hidden) return;
    while (body.children.length < report.points.length) body.append(row());
    report.points.forEach(({ name, cost, along, across }, index) =>
      [name, cost, along, across].forEach((text, cell) => write(body.children[index].children[cell], text)));
    write(third, report.third);
    write(side, report.side);
    picture.show(report.caption);
  };
  return {
    root: make("div", { class: "wide-card" }, nothing, shown),
    show: sliced(session, (steps) => lab.workPlane(steps), show, () => lab.shows("plane")),
  };
}

function row() {
  return make("tr", {}, make("th", { scope: "row" }), make("td"), make("td"), make("td"));
}
