/**
 * The files that a figure and the pages around it ask for while they run, by their names beside
 * gradient-descent.js. In the single file another module stands in this place
 * (tools/single-file/files.js), which has them already.
 */

const base = new URL("../", import.meta.url);

/** @param {string} name */
async function fetched(name) {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

/** @param {string} name */
export async function text(name) {
  return (await fetched(name)).text();
}

/** @param {string} name */
export async function bytes(name) {
  return (await fetched(name)).arrayBuffer();
}

/** Where an image can be had; undefined where the files have no addresses. @param {string} name @returns {string | undefined} */
export function address(name) {
  return new URL(name, base).href;
}

/**
 * What the glue's `module_or_path` takes: here an answer, so that wasm is compiled while it arrives.
 * @param {string} name
 * @returns {Promise<Response | Uint8Array>}
 */
export function wasm(name) {
  return fetch(new URL(name, base));
}

/**
 * A module; another generation of it is a new one with a new state, though the file comes from the cache.
 * @param {string} name
 * @param {number} [generation]
 * @returns {Promise<any>}
 */
export function script(name, generation = 0) {
  return import(new URL(generation === 0 ? name : `${name}?${generation}`, base).href);
}
