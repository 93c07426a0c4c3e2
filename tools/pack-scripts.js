// Takes comments, white space and long names out of the scripts and styles of a release, file by file:
// the modules stay what they are in www/, under the same names, so that a page loads only what it uses.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { splitEngine } from "./split-engine.js";

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
      minify: true,
    });
    writeFileSync(path, code);
  }
}

// While developing, nothing is split or packed, and neither Binaryen nor esbuild need be there.
if (process.env.TRUNK_PROFILE === "release") {
  // Trunk's hooks run side by side, and both write the glue: so this is one hook.
  await splitEngine(process.env.TRUNK_STAGING_DIR);
  await pack(process.env.TRUNK_STAGING_DIR);
}
