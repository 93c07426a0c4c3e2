// What program and glue call each other by: wasm-bindgen gives each function a name and 16 random digits,
// which no packing makes smaller.
import { readFileSync, writeFileSync } from "node:fs";
import { all } from "./wat.js";

/**
 * Gives imports and exports short names, in a program's items and in the files that speak of them.
 * @param {unknown[]} items
 * @param {string[]} files
 */
export function shortenNames(items, files) {
  const named = [...all("import", items).map((item) => ({ item, at: 2 })), ...all("export", items).map((item) => ({ item, at: 1 }))];
  const long = named.map(({ item, at }) => item[at].slice(1, -1)).filter((name) => name.includes("_"));
  const short = new Map([...new Set(long)].map((name, index) => [name, `n${index.toString(36)}`]));
  for (const { item, at } of named) item[at] = `"${short.get(item[at].slice(1, -1)) ?? item[at].slice(1, -1)}"`;
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/\b\w+\b/g, (word) => short.get(word) ?? word));
  }
}
