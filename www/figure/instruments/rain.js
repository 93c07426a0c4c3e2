/** Rain: three hundred walkers on the map at once, and how many each valley collects. */

import { make, write } from "../dom.js";
import { valleyTable } from "./valleys.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** The shapes of valleys on the map, in the engine's order, for the table. */
const SHAPES = ["●", "■", "◆", "⬢", "▲"];

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function instrument(session, player) {
  const { lab, words } = session;
  const fall = () => {
    player.reset();
    player.run();
  };
  const field = make("input", { type: "text", inputmode: "numeric", class: "number", autocomplete: "off", spellcheck: "false" });
  const sow = (/** @type {string} */ seed) => {
    player.pause();
    session.command(() => lab.edit("seed", seed));
    lab.settle();
    field.value = lab.setting("seed");
  };
  field.addEventListener("change", () => sow(field.value.trim()));
  const status = make("p", { class: "rain-status" });
  const table = valleyTable(words("rain-table"), ["valley", "place", "cost", "count", "share"].map((head) => words(`rain-${head}`)), SHAPES);
  const caption = make("p", { class: "note" });

  return {
    root: make("div", {},
      make("div", { class: "row" },
        make("button", { type: "button", class: "primary", onclick: fall }, words("rain-fall")),
        make("button", { type: "button", onclick: () => {
          sow(String((Number(lab.setting("seed")) + 1) % 1e9));
          fall();
        } }, words("rain-another")),
        make("label", { class: "rain-seed" }, words("rain-seed"), field)),
      status, table.root, caption),
    show() {
      const report = lab.rain();
      if (!field.matches(":focus")) field.value = lab.setting("seed");
      write(status, report?.status ?? "");
      table.show(report?.valleys ?? [], report?.others ?? []);
      write(caption, report?.caption ?? "");
      if (!report?.behind || player.playing) return;
      lab.catchRain();
      session.refresh();
    },
  };
}
