/** The valleys that walkers come to, as a table and, for those in none, a list. */

import { make, write } from "../dom.js";
import { markedTable } from "./table.js";

/** @typedef {import("../types.d.ts").ValleyWords} ValleyWords */

/** How many colours valleys have before they repeat. */
const COLOURS = 4;

/**
 * @param {string} caption
 * @param {string[]} heads
 * @param {string[]} shapes the marks of valleys on the map, in the engine's order
 */
export function valleyTable(caption, heads, shapes) {
  const table = markedTable(caption, heads);
  const others = make("ul", { class: "others" });
  return {
    root: make("div", {}, table.root, others),
    /** @param {ValleyWords[]} valleys @param {string[]} elsewhere */
    show(valleys, elsewhere) {
      table.show(valleys.map(({ number, place, cost, count, share }) =>
        ({ mark: shapes[number % shapes.length], look: `valley valley-${number % COLOURS}`, cells: [place, cost, String(count), share] })));
      showList(others, elsewhere);
    },
  };
}

/** @param {HTMLElement} list @param {string[]} texts */
function showList(list, texts) {
  while (list.children.length > texts.length) list.lastElementChild?.remove();
  texts.forEach((text, index) => write(list.children[index] ?? list.appendChild(make("li")), text));
  list.hidden = texts.length === 0;
}
