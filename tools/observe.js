// Sees what a program does while it opens the start page's figure: by which places its code came, and
// which of its data it read.
import { openFirstPicture } from "./first-picture.js";
import { assemble, rewrite } from "./wat.js";

const LOAD = /^[if](?:32|64)\.load/;

const i32 = (number) => ["i32.const", String(number)];
const bytesOf = (load) => (load.includes("load8") ? 1 : load.includes("load16") ? 2 : load.includes("load32") || load.includes("32.load") ? 4 : 8);

/**
 * @param {unknown[]} items
 * @param {string} glue
 * @param {{ start: number, image: Uint8Array }} data
 * @param {import("./first-picture.js").Sizes} sizes
 * @returns {Promise<{ entered: Set<number>, read: Uint8Array }>} numbers of places, as `rewrite` counts them; a 1 for each byte of data that was read
 */
export async function observe(items, glue, { start, image }, sizes) {
  const entered = new Set();
  const read = new Uint8Array(image.length);
  const note = (/** @type {number} */ at, /** @type {number} */ length) => {
    // A place before the data would be counted from its end.
    if (at >= start) read.fill(1, at - start, at - start + length);
  };
  let place = -1;
  const probe = () => ({ put: [["call", "$entered", i32((place += 1))]], stay: true });
  const probed = items.map((item) => (item[0] === "func" ? rewrite(watched(item), probe) : item));
  const program = assemble([
    ["import", '"split"', '"entered"', ["func", "$entered", ["param", "i32"]]],
    ["import", '"split"', '"read"', ["func", "$read", ["param", "i32"], ["param", "i32"]]],
    ...probed,
    ...watchers(start, image.length),
  ]);
  await readByScripts(note, () => openFirstPicture(glue, program, { imports: { split: { entered: (/** @type {number} */ number) => void entered.add(number), read: note } }, sizes }));
  return { entered, read };
}

/** Code that tells of each load, and of each copy. */
function watched(node) {
  if (typeof node === "string") return node;
  const copy = node.map(watched);
  const operands = copy.findIndex((part) => typeof part !== "string");
  if (node[0] === "memory.copy") return ["call", "$copied", ...copy.slice(operands)];
  if (typeof node[0] === "string" && LOAD.test(node[0])) {
    const offset = copy.find((part) => typeof part === "string" && part.startsWith("offset="))?.slice(7) ?? 0;
    copy[operands] = ["call", "$loaded", copy[operands], i32(offset), i32(bytesOf(node[0]))];
  }
  return copy;
}

/** Most loads are not of data, and a call out of the program is dear. */
function watchers(start, size) {
  const get = (name) => ["local.get", name];
  const ints = (...names) => names.map((name) => ["param", name, "i32"]);
  const address = ["i32.add", get("$from"), get("$offset")];
  return [
    ["func", "$loaded", ...ints("$from", "$offset", "$length"), ["result", "i32"],
      ["if", ["i32.lt_u", ["i32.sub", address, i32(start)], i32(size)], ["then", ["call", "$read", address, get("$length")]]],
      get("$from")],
    ["func", "$copied", ...ints("$to", "$from", "$length"),
      ["drop", ["call", "$loaded", get("$from"), i32(0), get("$length")]],
      ["memory.copy", get("$to"), get("$from"), get("$length")]],
  ];
}

/** A text that goes out of the program is read by its glue. */
async function readByScripts(note, work) {
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = function (bytes, ...options) {
    if (ArrayBuffer.isView(bytes)) note(bytes.byteOffset, bytes.byteLength);
    return decode.call(this, bytes, ...options);
  };
  await work();
  TextDecoder.prototype.decode = decode;
}
