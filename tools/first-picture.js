// Opens the start page's figure in Node, on canvases that draw nothing, as www/figure/ does it in a
// page: the engine cannot tell the difference. Gives a fingerprint of all it said and drew.
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { FIRST_PICTURE } from "../www/figure/engine.js";

/** Boxes in CSS pixels, from a small phone to a wall: ticks and contours differ from one to another. */
const MAPS = [[280, 260], [358, 330], [480, 420], [640, 480], [760, 600], [900, 700], [1200, 900]];
const CHARTS = [[260, 160], [358, 200], [480, 240], [700, 280]];
const RATIOS = [2, 3];

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
 * @param {Record<string, Record<string, Function>>} [imports] what the program wants beside what its glue gives
 */
export async function openFirstPicture(glue, program, imports = {}) {
  Object.assign(globalThis, { CanvasRenderingContext2D: Context, HTMLCanvasElement: Canvas, ImageData: Pixels });
  hash = createHash("sha256");
  loads += 1;
  const { default: load, Lab } = await import(`${pathToFileURL(glue)}?${loads}`);
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (bytes, given) => instantiate(bytes, { ...given, ...imports });
  await load({ module_or_path: program });
  WebAssembly.instantiate = instantiate;
  for (const theme of ["light", "dark"]) {
    for (const ratio of RATIOS) {
      const lab = new Lab();
      open(lab);
      for (const box of MAPS) draw(lab, ["ground", "walk"], box, ratio, theme);
      for (const box of CHARTS) draw(lab, ["costs"], box, ratio, theme);
      lab.free();
    }
  }
  return hash.digest("hex");
}

function open(lab) {
  note(lab.load(FIRST_PICTURE));
  const { keys, instruments } = lab.tables();
  note(lab.tables(), lab.link(), lab.settings(), lab.readout());
  for (const key of keys) note(lab.setting(key));
  for (const { id } of instruments) note(lab.shows(id), lab.asks(id));
}

function draw(lab, pictures, [width, height], ratio, theme) {
  // Twice: the window grows to the picture's shape, and the figure is asked for again.
  for (let times = 0; times < 2; times += 1) {
    note(lab.figure(), lab.groundVersion());
    for (const picture of pictures) lab.draw(picture, new Canvas(), width, height, ratio, theme);
    note(lab.startPlace(0), lab.guessPlace());
  }
}
