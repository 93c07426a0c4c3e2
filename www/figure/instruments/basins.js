/** Basins: the map in the colours of the valleys that walks come to, with each valley's share. */

import { make, write } from "../dom.js";
import { watchSize } from "../surface.js";
import { valleyTable } from "./valleys.js";
import { sliced } from "./work.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** How often the table follows what goes on, at least. */
const TOLD_MILLISECONDS = 250;
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
  const root = make("div", {}, table.root, caption);
  const paint = mapColours(session, root);
  let [told, since] = ["", 0];
  const show = () => {
    paint();
    // Words that change in every slice would have the page laid out in every slice.
    const version = lab.basinsVersion();
    if (version === told && performance.now() - since < TOLD_MILLISECONDS) return;
    [told, since] = [version, performance.now()];
    const report = lab.basins();
    write(caption, report.nothing || report.caption);
    table.show(report.valleys, report.others);
  };
  const work = sliced(session, (steps) => lab.workBasins(steps), show, () => lab.shows("basins"));
  return {
    root,
    show() {
      // What is on the map decides what there is to work at.
      paint();
      work();
    },
  };
}

/**
 * Colours the map from below its lines, with a canvas of its own: whatever the basins do, the rest
 * of the map need not be drawn anew.
 * @param {Session} session
 * @param {HTMLElement} inside anything in the figure
 */
function mapColours(session, inside) {
  const { lab } = session;
  const canvas = make("canvas", { class: "basins", "aria-hidden": "true" });
  /** @type {(() => import("../surface.js").Size | undefined) | undefined} */
  let sizeOf;
  let drawn = "";
  // An instrument that is closed is not shown again, but the map is.
  session.onShow(() => {
    canvas.hidden ||= !lab.shows("basins");
  });
  return () => {
    const stage = /** @type {HTMLElement | null} */ (inside.closest(".figure")?.querySelector(".stage"));
    if (!stage) return;
    if (canvas.parentElement !== stage) stage.append(canvas);
    sizeOf ??= watchSize(stage, () => {});
    const size = sizeOf();
    canvas.hidden = !lab.shows("basins") || !size;
    if (canvas.hidden || !size) return;
    const { width, height } = size;
    const { theme, text } = session.appearance;
    const ratio = devicePixelRatio || 1;
    const wanted = () => [lab.basinsVersion(), width, height, ratio, theme, text].join();
    // A map that has changed knows it once it is asked to work.
    lab.workBasins(0);
    if (wanted() === drawn) return;
    const place = lab.drawBasins(canvas, width, height, ratio, theme, text);
    drawn = wanted();
    canvas.hidden = !place;
    if (place) ["left", "top", "width", "height"].forEach((side, index) => canvas.style.setProperty(side, `${place[index]}px`));
  };
}
