// Tells browsers early what will be asked for, so that a slow network is waited for once or twice and not
// once for each module that imports another.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import { FETCHED, firstPictureFiles, importedBy } from "./sizes.js";

const ELEMENT = "gradient-descent.js";
const PAGE = "index.html";
const PROGRAM = "downhill_bg.wasm";

/** The start page names all that its first picture needs, what takes longest first. */
function namePreloads(folder) {
  const path = join(folder, PAGE);
  const html = readFileSync(path, "utf8");
  const unnamed = (/** @type {string} */ file) => !html.includes(`"${file}"`);
  const links = [
    // Also what the page wears itself: a fetch does not get what a style sheet's element has loaded.
    ...FETCHED.map((file) => `<link rel="preload" href="${file}" as="fetch" crossorigin>`),
    ...firstPictureFiles(folder).filter((file) => file.endsWith(".js") && unnamed(file)).map((file) => `<link rel="modulepreload" href="${file}">`),
  ];
  const program = `<link rel="preload" href="${PROGRAM}" as="fetch" crossorigin>\n`;
  if (!html.includes(program)) throw new Error(`${PAGE} does not preload ${PROGRAM}.`);
  writeFileSync(path, html.replace(program, () => `${program}${links.join("\n")}\n`));
}

/** The element's module imports at once what its modules import one after the other. */
function importFlat(folder) {
  const path = join(folder, ELEMENT);
  const imports = importedBy(folder, ELEMENT).map((file) => `import"./${relative(dirname(ELEMENT), file)}";`);
  writeFileSync(path, imports.join("") + readFileSync(path, "utf8"));
}

importFlat(process.env.TRUNK_STAGING_DIR);
namePreloads(process.env.TRUNK_STAGING_DIR);
