// What a reader downloads: each file of a folder, as it is and with brotli, in bytes; then what the
// start page needs for its first picture.
import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

/** What www/figure/engine.js fetches, which no page and no import names. */
const FETCHED = ["palette.css", "figure.css", "locales/en.json"];

/** The files that the start page, its modules and its engine ask for until its figure is drawn. */
export function firstPictureFiles(folder) {
  const found = new Set(["index.html", ...FETCHED]);
  const text = (file) => readFileSync(join(folder, file), "utf8");
  for (const [, file] of text("index.html").matchAll(/<(?:link|script)\b[^>]*\s(?:href|src)="([^"]+)"/g)) found.add(file);
  // A set that grows while it is walked through is walked through to its end.
  for (const file of found) {
    if (!file.endsWith(".js")) continue;
    for (const [, from] of text(file).matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
      found.add(posix.join(posix.dirname(file), from));
    }
  }
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
