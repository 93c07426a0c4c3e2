// Trunk, told to inject no scripts, leaves its own `<link data-trunk …>` elements in the page.
// They mean nothing to a browser, so this hook takes them out of the page it has just built.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const page = join(process.env.TRUNK_STAGING_DIR, "index.html");
const html = readFileSync(page, "utf8");
writeFileSync(page, html.replace(/^[ \t]*<link\s[^>]*\bdata-trunk\b[^>]*>[ \t]*\r?\n?/gm, ""));
