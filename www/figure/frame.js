/** Puts the parts into their places, and shows of them what the settings ask for. */

import { alpha } from "./alpha.js";
import { charts } from "./charts.js";
import { make, write } from "./dom.js";
import { description, formulas, taking } from "./folds.js";
import { fullScreen } from "./full-screen.js";
import { instrumentButtons, instruments } from "./instruments.js";
import { later } from "./later.js";
import { keepKeys } from "./keys.js";
import { liveMessage } from "./live.js";
import { map } from "./map.js";
import { costMenu, simpleMenu } from "./menus.js";
import { notices } from "./notices.js";
import { FEW, numbers } from "./numbers.js";
import { runs } from "./runs.js";
import { appearanceOf } from "./surface.js";
import { speed, timeline, transport } from "./transport.js";
import { update } from "./update.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").Part} Part */

/** What `controls=basic` shows at once; the rest stands behind "More". */
export const BASIC = ["transport", "timeline", "alpha", "zoom"];
/** On a projector these and nothing more, of the transport only Run and Step (`figure.css`). */
const PROJECTOR = ["transport", "alpha"];

/**
 * @param {Session} session
 * @param {Player} player
 */
export function frame(session, player) {
  const { words } = session;
  const cost = costMenu(session);
  const parts = {
    heading: cost.heading,
    cost: cost.menu,
    field: cost.field,
    data: simpleMenu(session, "data"),
    model: later(session, { "data-control": "model" }, ({ modelSettings }) => modelSettings.length > 0, () => import("./models/model.js")),
    rule: simpleMenu(session, "rule"),
    // Shown in this order: what is drawn comes before most of what is written.
    map: map(session, player),
    charts: charts(session, player),
    caption: caption(session),
    transport: transport(session, player),
    timeline: timeline(session, player),
    speed: speed(session),
    alpha: alpha(session),
    numbers: numbers(session),
    parameters: later(session, { "data-panel": "values" }, ({ parameters }) => parameters.length > FEW, () => import("./models/parameters.js")),
    update: update(session),
    runs: runs(session, player),
    formulas: formulas(session),
    description: description(session),
    taking: taking(session),
    instrumentButtons: instrumentButtons(session),
    instruments: instruments(session, player),
  };
  const more = make("details", { class: "card more" }, make("summary", {}, words("more")));
  const root = make("div", { class: "figure" },
    notices(session),
    make("div", { class: "card hero" },
      make("div", { class: "head" }, parts.cost.root, parts.data.root, parts.heading.root),
      parts.model.root, parts.field.root, parts.map.root, parts.caption.root,
      make("div", { class: "playback" }, parts.transport.root, parts.timeline.root, parts.speed.root, fullScreen(session)),
      make("div", { class: "tuning" }, parts.alpha.root, parts.rule.root)),
    make("div", { class: "side" }, parts.numbers.root, parts.parameters.root, parts.update.root, parts.charts.root, parts.runs.root, more),
    parts.instrumentButtons.root, parts.instruments.root,
    make("div", { class: "folds" }, parts.formulas.root, parts.description.root, parts.taking.root),
    liveMessage(session));

  keepKeys(root);
  const dress = dresser(session, root, more);
  session.onShow((figure) => {
    dress();
    root.classList.toggle("crowded", figure.parameters.length > FEW);
    root.classList.toggle("square", figure.square);
    // Looked at before anything is written: the browser then works out styles once in a frame.
    session.appearance = appearanceOf(parts.map.root);
    for (const part of Object.values(parts)) part.show(figure);
  });
  return root;
}

/**
 * Applies theme, size, controls and show, when they change.
 * @param {Session} session
 * @param {HTMLElement} root
 * @param {HTMLElement} more
 */
function dresser({ lab }, root, more) {
  const controls = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-control]"))];
  const homes = controls.map((control) => ({ control, home: document.createComment("") }));
  for (const { control, home } of homes) control.before(home);
  let worn = "";

  return () => {
    const [theme, size, wanted, show] = ["theme", "size", "controls", "show"].map((key) => lab.setting(key));
    if ([theme, size, wanted, show].join("|") === worn) return;
    worn = [theme, size, wanted, show].join("|");
    root.dataset.theme = theme;
    root.dataset.size = size;
    const projector = size === "projector";
    const visible = projector && wanted !== "none" ? PROJECTOR : listed(wanted);
    const folded = wanted === "basic" && !projector;
    for (const { control, home } of homes) {
      const name = control.dataset.control ?? "";
      const asked = visible.includes("all") || visible.includes(name) || (visible.includes("basic") && BASIC.includes(name));
      control.hidden = !asked && !folded;
      if (folded && !asked) more.append(control);
      else home.after(control);
    }
    more.hidden = !folded;
    const offered = visible.includes("all") || visible.includes("cost");
    root.classList.toggle("named", !offered);
    root.classList.toggle("fixed", !offered && !folded);
    dressPanels(root, lab);
  };
}

/** @param {string} text */
function listed(text) {
  return text.split(",").map((name) => name.trim()).filter(Boolean);
}

/**
 * @param {HTMLElement} root
 * @param {Session["lab"]} lab
 */
function dressPanels(root, lab) {
  for (const panel of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-panel]"))) {
    panel.hidden = !lab.shows(panel.dataset.panel ?? "");
  }
  const pages = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-page]"));
  for (const page of pages) page.dataset.off = String(!lab.shows(page.dataset.page ?? ""));
  const charts = root.querySelector(".charts");
  charts?.classList.toggle("absent", [...pages].every((page) => page.dataset.off === "true"));
}

/**
 * What to look at in the map, and before the first step what to do there.
 * @param {Session} session
 * @returns {Part}
 */
function caption({ lab, words }) {
  const root = make("p", { class: "caption" });
  return {
    root,
    show(figure) {
      const hint = figure.iteration === 0 && !figure.finished ? words(`hint-${lab.setting("click")}`) : "";
      write(root, `${figure.caption} ${hint}`.trim());
    },
  };
}
