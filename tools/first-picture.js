// Opens the start page's figure in Node, on canvases that draw nothing, as www/figure/ does it in a
// page: the engine cannot tell the difference. Gives a fingerprint of all it said and drew.
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { FIRST_PICTURE } from "../www/figure/engine.js";

/** Where the figure may stand. A lab of its own draws at each; `text` is how large letters are. */
const PLACES = [
  { theme: "light", ratio: 2, text: 16 / 15 },
  { theme: "dark", ratio: 2, text: 16 / 15 },
  { theme: "light", ratio: 3, text: 1 },
  { theme: "dark", ratio: 2.625, text: 1.2 },
];

/**
 * Boxes in CSS pixels, from a small phone to a wall, of many shapes: ticks, labels and contours differ
 * from one to another.
 * @param {number} count
 * @param {number} from the least width
 * @param {number[]} shapes heights for a width of 1
 */
function boxes(count, from, shapes) {
  return Array.from({ length: count }, (_, index) => {
    const width = Math.round(from * 5 ** (index / count));
    return [width, Math.round(width * shapes[index % shapes.length])];
  });
}

/** @typedef {{ maps: number[][], charts: number[][] }} Sizes */

/** What a program is watched in. @type {Sizes} */
export const WATCHED = { maps: boxes(32, 240, [0.72, 0.56, 0.85, 1.1, 0.64]), charts: boxes(20, 200, [0.6, 0.45, 0.75]) };
/** What shows whether that was enough. @type {Sizes} */
export const OTHERS = { maps: boxes(12, 252, [0.6, 0.94, 0.77]), charts: boxes(8, 210, [0.66, 0.5]) };

/** Beside the instruments, what `show` names and the page asks for. */
const PANELS = ["values", "update", "formula", "cost-curve", "data"];

let hash = createHash("sha256");
const note = (...said) => hash.update(JSON.stringify(said));

class Context {
  constructor() {
    return new Proxy(this, {
      get: (_, name) => (...given) => note(name, given),
      set: (_, name, value) => note(name, value) !== undefined,
    });
  }
}

class Canvas {
  width = 0;
  height = 0;
  #context = new Context();
  getContext() {
    return this.#context;
  }
}

class Pixels {
  constructor(bytes, ...size) {
    hash.update(bytes);
    note(size);
  }
}

let loads = 0;

/**
 * @param {string} glue the script that wasm-bindgen wrote for the program
 * @param {Uint8Array} program
 * @param {object} [more]
 * @param {Record<string, Record<string, Function>>} [more.imports] what the program wants beside what its glue gives
 * @param {Sizes} [more.sizes]
 */
export async function openFirstPicture(glue, program, { imports = {}, sizes = WATCHED } = {}) {
  Object.assign(globalThis, { CanvasRenderingContext2D: Context, HTMLCanvasElement: Canvas, ImageData: Pixels });
  hash = createHash("sha256");
  loads += 1;
  const { default: load, Lab } = await import(`${pathToFileURL(glue)}?${loads}`);
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (bytes, given) => instantiate(bytes, { ...given, ...imports });
  await load({ module_or_path: program });
  WebAssembly.instantiate = instantiate;
  PLACES.forEach((look, place) => {
    const here = (/** @type {number[][]} */ list) => list.filter((_, index) => index % PLACES.length === place);
    const lab = new Lab();
    open(lab);
    for (const box of here(sizes.maps)) draw(lab, ["ground", "walk"], box, look);
    for (const box of here(sizes.charts)) draw(lab, ["costs"], box, look);
    lab.free();
  });
  return hash.digest("hex");
}

function open(lab) {
  note(lab.load(FIRST_PICTURE));
  const { keys, instruments } = lab.tables();
  note(lab.tables(), lab.link(), lab.settings(), lab.readout());
  for (const key of keys) note(lab.setting(key));
  for (const id of [...PANELS, ...instruments.map(({ id }) => id)]) note(lab.shows(id), lab.asks(id));
}

function draw(lab, pictures, [width, height], { theme, ratio, text }) {
  // Twice: the window grows to the picture's shape, and the figure is asked for again.
  for (let times = 0; times < 2; times += 1) {
    note(lab.figure(), lab.groundVersion());
    for (const picture of pictures) lab.draw(picture, new Canvas(), width, height, ratio, theme, text);
    note(lab.startPlace(0), lab.guessPlace());
  }
}
