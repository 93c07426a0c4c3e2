// Which constant data the first picture can do without. The rest brings it.
//
// The linker's map tells where one constant ends and the next begins, but not in what it calls merged:
// there a text is taken to reach from one number that may be its address to the next such number.
// Whatever was read while the figure was opened stays, as a whole. Of what was not read,
// - places of panics go: they are read when a panic tells where it was;
// - a text goes, unless code that ran may mean it, or it is a single word that data which stays means:
//   rows of tables are found by comparing such words;
// - anything else, a table of numbers above all, stays if any code or data that stays may mean it. So
//   the first program never takes a wrong number, and at worst has a text blank that nobody has seen
//   it read. tools/split-engine.js looks for that in sizes that were not watched.
import { all, inside } from "./wat.js";

/** In bytes. */
const LONGEST_PATH = 300;
/** Compilers fold a small number into an address, which then lies as many bytes before its table. */
const FOLDED = 16;
/** The part of a text's bytes that is letters. */
const LETTERS = 0.8;
/** What a table calls its rows. */
const WORD = /^[\w-]{1,24}$/;
/** A segment more costs as many bytes as this. */
const GAP = 8;

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

/** The data of a program as it lies in memory, from its first address on. */
export function memoryImage(items) {
  const places = all("data", items).map((data) => ({ at: place(data), bytes: decode(data.at(-1)) }));
  const start = Math.min(...places.map(({ at }) => at));
  const end = Math.max(...places.map(({ at, bytes }) => at + bytes.length));
  const image = Buffer.alloc(end - start);
  for (const { at, bytes } of places) image.set(bytes, at - start);
  return { start, image };
}

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
const isText = (bytes) => bytes.filter((byte) => byte >= 32 && byte !== 127).length > LETTERS * bytes.length;

/**
 * @param {ReturnType<typeof memoryImage>} memory
 * @param {{ at: number, size: number, isMerged: boolean }[]} objects by address, from tools/linker-map.js
 * @param {Uint8Array} read which bytes were read
 * @param {{ all: unknown[], kept: unknown[], ran: unknown[] }} code all of the program's, what of it stays, and what of that ran
 * @returns {{ kept: unknown[], moved: unknown[] }} data for the first program, and for the rest
 */
export function splitData({ start, image }, objects, read, code) {
  const bytesOf = ({ at, size }) => image.subarray(at - start, at - start + size);
  const word = (at) => (at + 4 <= start + image.length ? image.readUInt32LE(at - start) : 0);
  const isPlace = (at) => at >= start && at < start + image.length;
  /** The words of an object that may be addresses of data. */
  const pointers = ({ at, size }) => {
    const words = [];
    for (let each = Math.ceil(at / 4) * 4; each + 4 <= at + size; each += 4) if (isPlace(word(each))) words.push(word(each));
    return words;
  };
  const isPanicPlace = ({ at, size }) => {
    const [text, length] = [word(at), word(at + 4)];
    return size === 16 && isPlace(text) && length < LONGEST_PATH && bytesOf({ at: text, size: length }).toString().endsWith(".rs");
  };

  const pieces = objects.flatMap((object) => (object.isMerged ? cutUp(object, [...constants(code.all), ...objects.flatMap(pointers)]) : [object]));
  const [kept, ran] = [code.kept, code.ran].map((some) => sorted(constants(some).filter((at) => isPlace(at + FOLDED))));
  const stays = new Set(pieces.filter((piece) => {
    const { at, size } = piece;
    if (read.subarray(at - start, at - start + size).includes(1)) return true;
    if (isText(bytesOf(piece))) return meets(ran, at, at + size);
    return !isPanicPlace(piece) && meets(kept, at - FOLDED, at + size);
  }));
  // A set that grows while it is walked through is walked through to its end.
  for (const piece of stays) {
    for (const pointer of piece.isMerged ? [] : pointers(piece)) {
      const meant = pieces.findLast(({ at }) => at <= pointer);
      if (WORD.test(bytesOf(meant).toString()) || (!isText(bytesOf(meant)) && !isPanicPlace(meant))) stays.add(meant);
    }
  }
  const left = Buffer.from(image);
  const gone = pieces.filter((piece) => !stays.has(piece)).map(({ at, size }) => ({ at, end: at + size }));
  for (const { at, end } of gone) left.fill(0, at - start, end - start);
  const moved = joined(gone).map(({ at, end }) => segment(at, image.subarray(at - start, end - start)));
  return { kept: [segment(start, left)], moved };
}

const segment = (at, bytes) => ["data", ["i32.const", String(at)], encode(bytes)];

/** Stretches with hardly anything between them as one: what lies between is the same in both programs. */
function joined(stretches) {
  return stretches.reduce((list, { at, end }) => {
    const last = list.at(-1);
    if (last && at - last.end < GAP) last.end = end;
    else list.push({ at, end });
    return list;
  }, []);
}

const sorted = (numbers) => Float64Array.from(new Set(numbers)).sort();

/** Whether a sorted list has a number from one to before another. */
const meets = (numbers, from, end) => numbers.some((number) => number >= from && number < end);

/** The merged texts one by one, as far as addresses tell. */
function cutUp({ at, size, isMerged }, addresses) {
  const cuts = sorted([at, at + size, ...addresses.filter((address) => address > at && address < at + size)]);
  return [...cuts.subarray(1)].map((end, index) => ({ at: cuts[index], size: end - cuts[index], isMerged }));
}
