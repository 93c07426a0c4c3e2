// Which constant data the first picture can do without: texts that only the rest speaks of.
//
// Nothing in a finished program tells where one text ends and the next begins. A piece is taken to
// reach from one number that may be its address to the next such number, and goes to the rest only
// if it looks like text and nothing that stays may mean it. That is a guess, if a careful one: so
// tools/split-engine.js compares what is shown without these texts with what the engine shows.
import { all, inside } from "./wat.js";

/** More bytes than any text has. */
const LONGEST = 4000;
/** A shorter text is not worth a piece of its own. */
const SHORTEST = 8;

const ESCAPES = { t: 9, n: 10, r: 13, '"': 34, "'": 39, "\\": 92 };

/** The bytes of a string in WebAssembly's text form. */
function decode(text) {
  const bytes = [];
  for (const [part, escape] of text.slice(1, -1).matchAll(/\\([0-9a-f]{2}|.)|./gs)) {
    if (escape) bytes.push(ESCAPES[escape] ?? parseInt(escape, 16));
    else bytes.push(part.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

const encode = (bytes) => `"${[...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}"`;

const place = (data) => Number(data.find(([head]) => head === "i32.const")[1]);

/** Every number in code that may be an address, and many that are none. */
function constants(code) {
  return inside(code).flatMap((node) => {
    if (node[0] === "i32.const") return [Number(node[1])];
    // An address and a length, stored as one number.
    if (node[0] === "i64.const") return [Number(BigInt.asUintN(32, BigInt(node[1]))), Number(BigInt.asUintN(64, BigInt(node[1])) >> 32n)];
    return node.filter((part) => typeof part === "string" && part.startsWith("offset=")).map((part) => Number(part.slice(7)));
  });
}

/** Text, perhaps with gaps for what is filled in; no table of numbers. */
function isText(bytes) {
  if (bytes.length < SHORTEST) return false;
  const letters = bytes.filter((byte) => byte >= 32 && byte !== 127).length;
  return letters > 0.8 * bytes.length;
}

/** The data as it lies in memory, from its first address on. */
function memoryImage(segments) {
  const places = segments.map((data) => ({ at: place(data), bytes: decode(data.at(-1)) }));
  const start = Math.min(...places.map(({ at }) => at));
  const end = Math.max(...places.map(({ at, bytes }) => at + bytes.length));
  const image = Buffer.alloc(end - start);
  for (const { at, bytes } of places) image.set(bytes, at - start);
  return { start, image };
}

/**
 * @param {unknown[]} items the whole program
 * @param {unknown[]} code the functions that stay
 * @returns {{ kept: unknown[], moved: unknown[] }} data for the first program, and for the rest
 */
export function splitData(items, code) {
  const { start, image } = memoryImage(all("data", items));
  const inData = (address) => address >= start && address < start + image.length;
  const wanted = new Set(constants(code).filter(inData));
  const stays = new Uint8Array(image.length);
  for (let at = 0; at + 8 <= image.length; at += 4) {
    const [address, length] = [image.readUInt32LE(at), image.readUInt32LE(at + 4)];
    if (!inData(address)) continue;
    wanted.add(address);
    // An address that a length follows is that of a text or a list: all of it stays.
    if (length <= LONGEST) stays.fill(1, address - start, address - start + length);
  }
  const cuts = new Set([...wanted, ...constants(all("func", items)).filter(inData), start + image.length]);
  const moved = [];
  [...cuts].sort((one, other) => one - other).forEach((at, index, addresses) => {
    const [from, to] = [at - start, (addresses[index + 1] ?? at) - start];
    const piece = image.subarray(from, to);
    if (wanted.has(at) || !isText(piece) || stays.subarray(from, to).includes(1)) return;
    moved.push(["data", ["i32.const", String(at)], encode(piece)]);
    piece.fill(0);
  });
  return { kept: [["data", ["i32.const", String(start)], encode(image)]], moved };
}
