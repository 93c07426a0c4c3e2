// Takes comments and white space out of the scripts and styles of a release, file by file: the
// modules stay what they are in www/, under the same names. Names in them stay readable too; that
// costs 2 kB in all. Only the glue, which nobody wrote by hand, gets short names inside.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { splitEngine } from "./split-engine.js";

const GLUE = "downhill.js";
/** Where a script comes from that is not in www/. */
const SOURCES = { [GLUE]: "src/web/", "qr-code.js": "lean-qr" };

async function pack(folder) {
  const { transform } = await import("esbuild");
  const files = readdirSync(folder, { recursive: true }).filter((file) => [".js", ".css"].includes(extname(file)));
  for (const file of files) {
    const path = join(folder, file);
    const { code } = await transform(readFileSync(path, "utf8"), {
      loader: extname(file).slice(1),
      target: extname(file) === ".js" ? "es2022" : undefined,
      charset: "utf8",
      // Only a library's licence is written as one, and has to stay.
      legalComments: "inline",
      minifyWhitespace: true,
      minifySyntax: true,
      minifyIdentifiers: file === GLUE,
    });
    writeFileSync(path, `/* Source: ${SOURCES[file] ?? `www/${file}`} */\n${code}`);
  }
}

// While developing, nothing is split or packed, and neither Binaryen nor esbuild need be there.
if (process.env.TRUNK_PROFILE === "release") {
  // Trunk's hooks run side by side, and both write the glue: so this is one hook.
  await splitEngine(process.env.TRUNK_STAGING_DIR);
  await pack(process.env.TRUNK_STAGING_DIR);
}
