/** Stands in the place of www/figure/files.js in a single file: everything is here already. */

// Made by tools/single-file.js: all files in one text, where each begins and ends in it, and the
// modules that are opened by name.
import { packed, places, scripts } from "packed-files";

let contents;

async function unpack() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function wasm(name) {
  if (!(name in places)) throw new Error(`${name} is not in this file`);
  contents ??= unpack();
  return (await contents).subarray(...places[name]);
}

export async function text(name) {
  return new TextDecoder().decode(await wasm(name));
}

/** Each call runs the module anew, so that every generation has a state of its own. */
export async function script(name) {
  if (!(name in scripts)) throw new Error(`${name} is not in this file`);
  return scripts[name]();
}

export function address() {
  return undefined;
}

export { wasm as bytes };
