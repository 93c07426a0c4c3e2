/** What can be chosen for a shared figure, from the engine's table of settings. */

import { fill, make } from "../figure/dom.js";
import { BASIC } from "../figure/frame.js";
import { editShow } from "../figure/show.js";

/** @typedef {import("../figure/types.d.ts").Lab} Lab */
/** @typedef {import("../figure/types.d.ts").Words} Words */
/** @typedef {import("../figure/types.d.ts").Setting} Setting */
/** @typedef {{ lab: Lab, words: Words, changed: () => void }} Shop a figure that is only being set up, and who hears of it */

/** The words that stand for many ids in `show` and `controls`; the fourth button opens the list of them. */
const PRESETS = ["basic", "all", "none"];
const LIST = "list";

/** @param {Shop} shop */
export function choices(shop) {
  const { lab, words } = shop;
  return [
    listed(shop, "controls", controlListed(lab), (ids) => give(lab, "controls", ids.join() || "none")),
    listed(shop, "show", (id) => lab.asks(id), (ids) => {
      editShow(lab, (open) => {
        open.clear();
        for (const id of ids) open.add(id);
      });
      give(lab, "show", lab.setting("show"));
    }),
    group("look", words, ...["size", "theme", "lang"].map((key) => menu(shop, key))),
    group("opening", words, ...openings(shop)),
  ];
}

/** @param {string} name @param {Words} words @param {...Node} content */
export function group(name, words, ...content) {
  return make("fieldset", { class: name }, make("legend", {}, words(`share-${name}`)), ...content);
}

/**
 * One of several, as buttons in a row.
 * @param {string} name
 * @param {string[]} values
 * @param {string} chosen
 * @param {Words} words
 * @param {(value: string) => void} choose
 */
export function oneOf(name, values, chosen, words, choose) {
  return make("div", { class: "one-of" }, ...values.map((value) => make("label", {},
    make("input", { type: "radio", name: `share-${name}`, value, checked: value === chosen, onchange: () => choose(value) }),
    make("span", {}, words(`share-${value}`)))));
}

/** @param {string} text @param {boolean} checked @param {(checked: boolean) => void} change @param {string} [title] */
function tick(text, checked, change, title) {
  const input = make("input", { type: "checkbox", checked });
  input.addEventListener("change", () => change(input.checked));
  return { input, root: make("label", { class: "tick", title }, input, make("span", {}, text)) };
}

/** @param {Lab} lab @param {string} key @returns {Setting} */
function row(lab, key) {
  const setting = lab.reference().find((row) => row.key === key);
  if (!setting) throw new Error(`no setting ${key}`);
  return setting;
}

/** What is the default is not written. @param {Lab} lab @param {string} key @param {string} value */
export function give(lab, key, value) {
  lab.set(key, value === row(lab, key).default ? null : value);
}

/** @param {Lab} lab @returns {(id: string) => boolean} */
function controlListed(lab) {
  return (id) => {
    const wanted = lab.setting("controls").split(",");
    return wanted.includes(id) || wanted.includes("all") || (wanted.includes("basic") && BASIC.includes(id));
  };
}

/**
 * A setting that is a list: basic, all, none, or ticks of one's own.
 * @param {Shop} shop
 * @param {"show" | "controls"} key
 * @param {(id: string) => boolean} isListed
 * @param {(ids: string[]) => void} put
 */
function listed({ lab, words, changed }, key, isListed, put) {
  const ticks = row(lab, key).choices.map(({ id, name, explains }) => ({
    id,
    ...tick(name, isListed(id), () => {
      put(ticks.filter(({ input }) => input.checked).map((one) => one.id));
      changed();
    }, explains),
  }));
  const present = lab.setting(key);
  const chosen = PRESETS.includes(present) ? present : LIST;
  const list = make("div", { class: "ticks", hidden: chosen !== LIST }, ...ticks.map(({ root }) => root));
  const presets = oneOf(key, [...PRESETS, LIST], chosen, words, (value) => {
    list.hidden = value !== LIST;
    if (value === LIST) return;
    give(lab, key, value);
    for (const { id, input } of ticks) input.checked = isListed(id);
    changed();
  });
  return group(key, words, presets, list);
}

/** @param {Shop} shop @param {string} key */
function menu({ lab, words, changed }, key) {
  const select = make("select", { id: `share-${key}` });
  fill(select, row(lab, key).choices);
  select.value = lab.setting(key);
  select.addEventListener("change", () => {
    give(lab, key, select.value);
    changed();
  });
  return make("div", { class: "menu" }, make("label", { for: select.id }, words(`share-${key}`)), select);
}

/** @param {Shop} shop */
function openings({ lab, words, changed }) {
  const step = lab.settings().at;
  const at = tick(words("share-at", { step }), true, (checked) => {
    lab.set("at", checked ? step : null);
    changed();
  });
  const run = tick(words("share-run"), lab.setting("run") !== "off", (checked) => {
    give(lab, "run", checked ? "on" : "off");
    changed();
  });
  return [...(step ? [at.root] : []), run.root];
}
