// What a reader downloads: each file of a folder, as it is and with brotli, in bytes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".d.ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

let total = 0;
for (const file of files) {
  const bytes = readFileSync(file);
  const packed = brotliCompressSync(bytes).length;
  total += packed;
  console.log(`${String(bytes.length).padStart(9)} ${String(packed).padStart(9)}  ${file}`);
}
console.log(`${" ".repeat(9)} ${String(total).padStart(9)}  with brotli`);
