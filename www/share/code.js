/** A link as a QR code, drawn by lean-qr where a build has it. */

import { make } from "../figure/dom.js";
import { script } from "../figure/files.js";

/** Light and dark as phones expect them, whatever the page wears. */
const COLOURS = { on: [0, 0, 0, 255], off: [255, 255, 255, 255] };

/**
 * One pixel of canvas for each square, and a quiet zone around them.
 * @param {string} text
 * @returns {Promise<HTMLCanvasElement | undefined>} nothing if it is too long, or the build has no library
 */
export async function codeOf(text) {
  try {
    const library = await script("qr-code.js");
    const canvas = make("canvas");
    library.generate(text).toCanvas(canvas, COLOURS);
    return canvas;
  } catch {
    return undefined;
  }
}
