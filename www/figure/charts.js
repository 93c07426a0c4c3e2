/** Pictures beside the map: cost by step, and the data with the fitted line. */

import { make, write } from "./dom.js";
import { later } from "./later.js";
import { linePlot } from "./line.js";
import { watchSize } from "./surface.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").Figure} Figure */
/** @typedef {import("./types.d.ts").Part} Part */

/**
 * One chart at a time, chosen by tabs; data costs open on their data.
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function charts(session, player) {
  const { words } = session;
  const cost = chart(session, "cost-curve", "costs", (figure) => figure.chartCaption);
  const data = chart(session, "data", "data", (figure) => figure.dataCaption);
  linePlot(session, player, data.stage);
  const points = later(session, {}, ({ hasData }) => hasData && chosen === data, async () => {
    const { pointsOn } = await import("./models/points.js");
    return { part: () => pointsOn(session, player, data.stage) };
  });
  const pages = [data, cost];
  const bar = make("div", { class: "tabs", role: "tablist", "aria-label": words("charts") }, data.tab, cost.tab);
  let chosen = data;
  const choose = (/** @type {typeof data} */ page) => {
    chosen = page;
    session.redraw();
  };
  for (const page of pages) page.tab.addEventListener("click", () => choose(page));
  bar.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const offered = pages.filter(({ tab }) => !tab.hidden);
    choose(offered[(offered.indexOf(chosen) + 1) % offered.length]);
    chosen.tab.focus();
  });

  return {
    root: make("div", { class: "card charts" }, bar, points.root, ...pages.map(({ page }) => page)),
    show(figure) {
      data.tab.hidden = !figure.hasData || data.page.dataset.off === "true";
      cost.tab.hidden = cost.page.dataset.off === "true";
      const shown = chosen.tab.hidden ? pages.find(({ tab }) => !tab.hidden) : chosen;
      for (const page of pages) page.turn(page === shown);
      shown?.draw(figure);
      points.show(figure);
    },
  };
}

/**
 * @param {Session} session
 * @param {string} panel its name in the setting `show`
 * @param {import("./types.d.ts").Picture} picture
 * @param {(figure: Figure) => string} caption
 */
function chart(session, panel, picture, caption) {
  const canvas = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", { class: "chart" }, canvas);
  const note = make("p", { class: "note" });
  const tab = make("button", { type: "button", role: "tab", id: `tab-${panel}`, "aria-controls": `page-${panel}` }, session.words(`tab-${panel}`));
  const page = make("div", { role: "tabpanel", id: `page-${panel}`, "aria-labelledby": `tab-${panel}`, "data-page": panel }, stage, note);
  const sizeOf = watchSize(stage, () => session.redraw());
  /** @type {Figure | undefined} */
  let shown;
  let look = "";
  return {
    tab,
    page,
    stage,
    /** @param {boolean} up */
    turn(up) {
      page.hidden = !up;
      tab.setAttribute("aria-selected", String(up));
      tab.tabIndex = up ? 0 : -1;
    },
    /** @param {Figure} figure */
    draw(figure) {
      write(note, caption(figure));
      const size = sizeOf();
      if (!size) return;
      const { theme, text } = session.appearance;
      const wanted = [size.width, size.height, size.ratio, theme, text].join();
      if (figure === shown && wanted === look) return;
      [shown, look] = [figure, wanted];
      session.lab.draw(picture, canvas, size.width, size.height, size.ratio, theme, text);
    },
  };
}
