// What a reader downloads: each file of a folder, as it is and with brotli, in bytes; then what the
// start page needs for its first picture.
import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

/** What www/figure/engine.js fetches, which no page and no import names. */
export const FETCHED = ["palette.css", "figure.css", "locales/en.json"];

/** The files that the start page, its modules and its engine ask for until its figure is drawn. */
export function firstPictureFiles(folder) {
  const named = readFileSync(join(folder, "index.html"), "utf8").matchAll(/<(?:link|script)\b[^>]*\s(?:href|src)="([^"]+)"/g);
  const files = ["index.html", ...FETCHED, ...[...named].map(([, file]) => file)];
  return [...new Set(files.flatMap((file) => [file, ...importedBy(folder, file)]))];
}

/** The modules that a module imports, and those that they import. */
export function importedBy(folder, module) {
  const found = new Set();
  const follow = (/** @type {string} */ file) => {
    if (!file.endsWith(".js")) return;
    for (const [, from] of readFileSync(join(folder, file), "utf8").matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
      found.add(posix.join(posix.dirname(file), from));
    }
  };
  follow(module);
  // A set that grows while it is walked through is walked through to its end.
  for (const file of found) follow(file);
  return [...found];
}

const sizes = (file) => {
  const bytes = readFileSync(file);
  return { plain: bytes.length, packed: brotliCompressSync(bytes).length };
};

const line = ({ plain, packed }, name) => `${String(plain).padStart(9)} ${String(packed).padStart(9)}  ${name}`;
const sum = (list) => list.reduce((total, { plain, packed }) => ({ plain: total.plain + plain, packed: total.packed + packed }), { plain: 0, packed: 0 });

function print(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const listed = files.map((file) => ({ file, ...sizes(file) }));
  for (const one of listed) console.log(line(one, one.file));
  console.log(line(sum(listed), "in all, as it is and with brotli"));
  console.log(line(sum(firstPictureFiles(folder).map((file) => sizes(join(folder, file)))), "of it for the first picture"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) print(process.argv[2]);
