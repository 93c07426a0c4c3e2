/** What every figure on a page shares: the wasm engine, the style sheets and the words. */

import * as files from "./files.js";

/** @typedef {import("./types.d.ts").Lab} Lab */
/** @typedef {import("./types.d.ts").Words} Words */

/** @typedef {{ newLab: () => Lab, isWhole: boolean, sheets: CSSStyleSheet[], words: Words }} Engine `isWhole`: nothing is left to load */

/**
 * The figure that the first program of a release can draw: that of the start page, as the page sets
 * it. Every other needs the whole engine (`tools/split-engine.js`).
 */
export const FIRST_PICTURE = "controls=all";

/** @type {Promise<Engine> | undefined} */
let first;
/** @type {Promise<Engine> | undefined} */
let shared;
/** @type {ReturnType<typeof begin> | undefined} */
let parts;
let generation = 0;

/**
 * What the first picture needs. Its lab can open and draw that figure, and may break at anything else.
 * @returns {Promise<Engine>}
 */
export function loadFirst() {
  first ??= assemble().catch((failure) => {
    abandonEngine();
    throw failure;
  });
  return first;
}

/**
 * Loads once, however many figures ask. A failed load is forgotten, so asking again tries again.
 * @returns {Promise<Engine>}
 */
export function loadEngine() {
  shared ??= complete().catch((failure) => {
    abandonEngine();
    throw failure;
  });
  return shared;
}

/** After a panic the wasm instance is poisoned: the next figure gets a fresh one. */
export function abandonEngine() {
  first = undefined;
  shared = undefined;
  parts = undefined;
  generation += 1;
}

/** @returns {Promise<Engine>} */
async function complete() {
  const begun = generation;
  const [engine] = await Promise.all([loadFirst(), loadRest()]);
  // What broke while the rest was on its way is not whole with it.
  return begun === generation ? engine : loadEngine();
}

/** @returns {Promise<Engine>} */
async function assemble() {
  const [lab, sheets, words] = await Promise.all([
    loadLab(),
    Promise.all(["palette.css", "figure.css"].map(loadSheet)),
    loadWords(),
  ]);
  return { ...lab, sheets, words };
}

/**
 * Each generation is a new module with a new instance; the files come from the cache. Both are asked for
 * at once, though the one is needed to read the other.
 */
function begin() {
  const program = files.wasm("downhill_bg.wasm");
  const glue = files.script("downhill.js", generation);
  const first = glue.then(({ default: load }) => load({ module_or_path: program }));
  // Failures are told to who waits for the glue or the first program.
  for (const part of [program, first]) part.catch(() => {});
  return { glue, first };
}

function started() {
  parts ??= begin();
  return parts;
}

async function loadLab() {
  const { glue, first } = started();
  await first;
  const { Lab: Engine, rest } = await glue;
  return { newLab: () => /** @type {Lab} */ (new Engine()), isWhole: !rest };
}

/** Puts the rest of the engine into the instance of its first program; a build that was not split has none. */
async function loadRest() {
  const { glue, first } = started();
  const { rest, lent } = await glue;
  if (!rest) return;
  const bytes = files.bytes(rest);
  const [exports] = await Promise.all([first, bytes]);
  await WebAssembly.instantiate(await bytes, lent(exports));
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

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const partSheets = new Map();

/**
 * Style and words of a part that comes later, for the figure that an element stands in.
 * @param {HTMLElement} inside
 * @param {"instruments" | "models" | "data-editor" | "formula" | "zoom"} part
 */
export async function loadPart(inside, part) {
  const loading = partSheets.get(part) ?? loadSheet(`figure/${part}.css`);
  partSheets.set(part, loading);
  loading.catch(() => partSheets.delete(part));
  const [sheet] = await Promise.all([loading, addWords(`en-${part}`)]);
  const root = inside.getRootNode();
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
