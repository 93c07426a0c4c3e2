// WebAssembly's text form as nested lists: `(i32.const 1)` is ["i32.const", "1"]. Binaryen writes it
// with one name for each function, table and global, and reads it again, so that whoever moves
// functions about never counts an index.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the compiler of the engine uses; the tools allow no more than they are told of. */
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"]
  .map((feature) => `--enable-${feature}`);
const TOKEN = /[()]|"(?:[^"\\]|\\.)*"|\(;.*?;\)|;;.*|[^\s()";]+/g;

/** Runs a tool of Binaryen that reads one file and writes another. */
function convert(tool, input, options = []) {
  const folder = mkdtempSync(join(tmpdir(), "downhill-"));
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  try {
    writeFileSync(from, input);
    execFileSync(join("node_modules", ".bin", tool), [from, "-o", to, ...FEATURES, ...options]);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The items of a module. */
export function disassemble(bytes) {
  const open = [[]];
  for (const [token] of convert("wasm-dis", bytes).toString("utf8").matchAll(TOKEN)) {
    if (token === "(") open.push([]);
    else if (token === ")") {
      const list = open.pop();
      open.at(-1).push(list);
    } else if (!token.startsWith("(;") && !token.startsWith(";;")) open.at(-1).push(token);
  }
  return open[0][0].slice(1);
}

/** The bytes of a module, optimised if there are options of `wasm-opt`. */
export function assemble(items, ...options) {
  const text = (node) => (typeof node === "string" ? node : `(${node.map(text).join(" ")})`);
  return convert(options.length > 0 ? "wasm-opt" : "wasm-as", text(["module", ...items]), options);
}

/** The lists of a kind among items, or the parts of a kind among a list's. */
export const all = (kind, items) => items.filter(([head]) => head === kind);

/** Every list inside a list, itself too. */
export function inside(node, found = []) {
  found.push(node);
  for (const part of node) if (typeof part !== "string") inside(part, found);
  return found;
}

const SEQUENCES = ["func", "block", "loop", "then", "else"];
const HEADERS = ["type", "param", "result", "local"];
const JUMPS = new Set(["br", "br_if", "br_table", "return", "unreachable", "if", "block", "loop"]);

const jumps = (node) => typeof node !== "string" && (JUMPS.has(node[0]) || node.some(jumps));

/**
 * A copy of code, with a say at every place from where on it may run or not: where a function or a
 * branch begins, and after whatever may jump. `enter` is called at each, always in the same order,
 * and gives what to put there and whether the rest of the sequence stays.
 */
export function rewrite(node, enter) {
  if (typeof node === "string") return node;
  if (!SEQUENCES.includes(node[0])) return node.map((part) => rewrite(part, enter));
  const copy = [];
  let entered = ["func", "then", "else"].includes(node[0]);
  let stays = true;
  node.forEach((part, index) => {
    const heads = typeof part === "string" || HEADERS.includes(part[0]);
    if (!heads && entered) {
      const { put, stay } = enter();
      if (stays) copy.push(...put);
      stays &&= stay;
    }
    // What is cut is walked through all the same, so that places keep their order.
    const rewritten = rewrite(part, enter);
    if (stays || heads) copy.push(rewritten);
    if (!heads) entered = jumps(part);
  });
  return copy;
}
