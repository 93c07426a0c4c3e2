/** The instruments: panels below the figure, each for one idea, loaded when first opened. */

import { make } from "./dom.js";
import { loadPart } from "./engine.js";
import { editShow } from "./show.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").Part} Part */
/** @typedef {{ instrument: (session: Session, player: Player) => Part }} Module */

/**
 * The instruments with a panel, by their names in the setting `show`.
 * @type {Record<string, () => Promise<Module>>}
 */
const MODULES = {
  slices: () => import("./instruments/slices.js"),
  plane: () => import("./instruments/plane.js"),
  "step-length": () => import("./instruments/step-length.js"),
  sums: () => import("./instruments/sums.js"),
  hill: () => import("./instruments/hill.js"),
  "two-rules": () => import("./instruments/two-rules.js"),
  rates: () => import("./instruments/rates.js"),
  twins: () => import("./instruments/twins.js"),
  rain: () => import("./instruments/rain.js"),
  basins: () => import("./instruments/basins.js"),
  stopping: () => import("./instruments/stopping.js"),
  compass: () => import("./instruments/compass.js"),
  fog: () => import("./instruments/fog.js"),
};

/**
 * A button for each instrument, pressed while it is open.
 * @param {Session} session
 * @returns {Part}
 */
export function instrumentButtons(session) {
  const { lab, words } = session;
  const list = lab.tables().instruments;
  const toggle = (/** @type {string} */ id) => session.command(() =>
    editShow(lab, (open) => (open.has(id) ? open.delete(id) : open.add(id))));
  const buttons = list.map(({ id, name, explains }) =>
    make("button", { type: "button", title: explains, onclick: () => toggle(id) }, name));
  return {
    root: make("div", { class: "card instrument-buttons", role: "group", "aria-label": words("instruments"), "data-control": "instruments" },
      make("h2", {}, words("instruments")), ...buttons),
    show() {
      buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(lab.asks(list[index].id))));
    },
  };
}

/**
 * The panels of the open instruments, in the order of the engine's table.
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instruments(session, player) {
  const { lab, words } = session;
  const panels = lab.tables().instruments.filter(({ id }) => id in MODULES).map(({ id, name }) => {
    const card = make("section", { class: `card instrument ${id}`, "aria-label": name, hidden: true }, make("h2", {}, name));
    const covered = make("p", { class: "note", hidden: true }, words("fog-covers"));
    card.append(covered);
    /** @type {Part | undefined} */
    let part;
    let asked = false;
    const load = async () => {
      asked = true;
      try {
        const [{ instrument }] = await Promise.all([MODULES[id](), loadPart(card, "instruments")]);
        if (session.closed) return;
        part = instrument(session, player);
        card.append(part.root);
        session.redraw();
      } catch {
        // Asked again when something changes: a connection may come back.
        asked = false;
        session.report([{ key: "show", value: id, message: words("instrument-missing", { name }) }]);
      }
    };
    return {
      card,
      /** @param {import("./types.d.ts").Figure} figure */
      show(figure) {
        card.hidden = !lab.asks(id);
        covered.hidden = lab.shows(id);
        if (part) part.root.hidden = !covered.hidden;
        if (card.hidden || !covered.hidden) return;
        if (!asked) load();
        part?.show(figure);
      },
    };
  });
  const root = make("div", { class: "instruments" }, ...panels.map(({ card }) => card));
  return {
    root,
    show(figure) {
      for (const panel of panels) panel.show(figure);
      root.classList.toggle("absent", panels.every(({ card }) => card.hidden));
    },
  };
}
