/** What every figure on a page shares: the wasm engine, the style sheets and the words. */

import * as files from "./files.js";

/** @typedef {import("./types.d.ts").Lab} Lab */
/** @typedef {import("./types.d.ts").Words} Words */

/** @typedef {{ newLab: () => Lab, sheets: CSSStyleSheet[], words: Words }} Engine */

/** @type {Promise<Engine> | undefined} */
let shared;
let generation = 0;

/**
 * Loads once, however many figures ask. A failed load is forgotten, so asking again tries again.
 * @returns {Promise<Engine>}
 */
export function loadEngine() {
  shared ??= assemble().catch((failure) => {
    abandonEngine();
    throw failure;
  });
  return shared;
}

/** After a panic the wasm instance is poisoned: the next figure gets a fresh one. */
export function abandonEngine() {
  shared = undefined;
  generation += 1;
}

/** @returns {Promise<Engine>} */
async function assemble() {
  const [newLab, sheets, words] = await Promise.all([
    loadLab(),
    Promise.all(["palette.css", "figure.css"].map(loadSheet)),
    loadWords(),
  ]);
  return { newLab, sheets, words };
}

async function loadLab() {
  const glue = await files.script("downhill.js", generation);
  await glue.default({ module_or_path: files.wasm("downhill_bg.wasm") });
  return () => /** @type {Lab} */ (new glue.Lab());
}

/** @param {string} name */
async function loadSheet(name) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await files.text(name));
  return sheet;
}

/** @type {Record<string, string>} */
const texts = {};

/** @type {Map<string, Promise<void>>} */
const wordFiles = new Map();

/** The pages around the figure speak from the same file, or from one of their own. */
export function loadWords(name = "en") {
  return addWords(name).then(() => words);
}

/** @type {Words} */
function words(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));
}

/** @param {string} name */
function addWords(name) {
  const known = wordFiles.get(name);
  if (known) return known;
  const adding = files.text(`locales/${name}.json`).then((text) => void Object.assign(texts, JSON.parse(text)));
  adding.catch(() => wordFiles.delete(name));
  wordFiles.set(name, adding);
  return adding;
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let instrumentSheet;

/**
 * Style and words of the instruments, for the figure that an element stands in.
 * @param {HTMLElement} inside
 */
export async function loadInstruments(inside) {
  instrumentSheet ??= loadSheet("figure/instruments.css");
  instrumentSheet.catch(() => {
    instrumentSheet = undefined;
  });
  const [sheet] = await Promise.all([instrumentSheet, addWords("en-instruments")]);
  const root = inside.getRootNode();
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
