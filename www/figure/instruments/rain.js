/** Rain: three hundred walkers on the map at once, and how many each valley collects. */

import { make, write } from "../dom.js";
import { markedTable } from "./table.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */

/** The shapes of valleys on the map, in the engine's order, for the table. */
const SHAPES = ["●", "■", "◆", "⬢", "▲"];
const COLOURS = 4;

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
  const table = markedTable(words("rain-table"), ["valley", "place", "cost", "count", "share"].map((head) => words(`rain-${head}`)));
  const others = make("ul", { class: "rain-others" });
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
      status, table.root, others, caption),
    show() {
      const report = lab.rain();
      if (!field.matches(":focus")) field.value = lab.setting("seed");
      write(status, report?.status ?? "");
      table.show((report?.valleys ?? []).map(({ number, place, cost, count, share }) =>
        ({ mark: SHAPES[number % SHAPES.length], look: `valley valley-${number % COLOURS}`, cells: [place, cost, String(count), share] })));
      showList(others, report?.others ?? []);
      write(caption, report?.caption ?? "");
      if (!report?.behind || player.playing) return;
      lab.catchRain();
      session.refresh();
    },
  };
}

/** @param {HTMLElement} list @param {string[]} texts */
function showList(list, texts) {
  while (list.children.length > texts.length) list.lastElementChild?.remove();
  texts.forEach((text, index) => write(list.children[index] ?? list.appendChild(make("li")), text));
  list.hidden = texts.length === 0;
}
