// One offline file for each page of PAGES: the page's template in tools/single-file/ with script,
// styles, words, pictures and wasm inside; and the element as one module for bundlers, which would
// not find its files.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

const TOOLS = join(dirname(fileURLToPath(import.meta.url)), "single-file");
const PICTURE = "www/pictures/valleys.svg";
const FIGURE_PARTS = ["instruments", "models", "data-editor", "formula", "zoom"];
const FIGURE_FILES = ["palette.css", "figure.css", "locales/en.json", ...FIGURE_PARTS.flatMap((part) => [`figure/${part}.css`, `locales/en-${part}.json`])];

/** What goes into which file; `files` and `scripts` are those its modules ask for by name while they run. */
const PAGES = [
  {
    page: "gradient-descent.html",
    modules: ["gradient-descent.js", "page.js"],
    styles: ["palette.css", "style.css"],
    files: () => FIGURE_FILES,
    scripts: ["downhill.js"],
  },
  {
    page: "gradient-descent-lesson.html",
    modules: ["learn.js"],
    styles: ["palette.css", "style.css", "lesson.css"],
    files: (folder) => [...FIGURE_FILES, "locales/en-lesson.json", ...within(folder, "locales/lesson")],
    scripts: ["downhill.js", "qr-code.js"],
  },
];

/** The element alone. */
const MODULE = { modules: ["gradient-descent.js"], files: () => FIGURE_FILES, scripts: ["downhill.js"] };

/** What is offered beside other files only, and by a button that the single file's page does not have. */
const ELSEWHERE = /\/share\/dialog\.js$/;

const within = (folder, name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`);
const engineFiles = (folder) => readdirSync(folder).filter((file) => file.endsWith(".wasm"));

/** One text with all files in it, and where each begins and ends once it is unpacked. */
async function pack(esbuild, folder, names) {
  let end = 0;
  const places = {};
  const parts = await Promise.all(names.map((name) => (name.endsWith(".css") ? styles(esbuild, folder, [name]).then(Buffer.from) : readFileSync(join(folder, name)))));
  names.forEach((name, index) => {
    places[name] = [end, end += parts[index].length];
  });
  return { packed: deflateRawSync(Buffer.concat(parts), { level: 9 }).toString("base64"), places };
}

/** A module as the text of a function that runs it and gives what it exports. */
async function asFunction(esbuild, path) {
  const { code } = await esbuild.transform(readFileSync(path, "utf8"), {
    format: "iife",
    globalName: "opened",
    minify: true,
    legalComments: "inline",
    // The glue's guess where its wasm lies, which it is always told.
    define: { "import.meta.url": '""' },
  });
  return `() => {${code}\nreturn opened;}`;
}

async function packedFiles(esbuild, folder, { files, scripts }) {
  const { packed, places } = await pack(esbuild, folder, [...engineFiles(folder), ...files(folder)]);
  const opened = await Promise.all(scripts.map(async (name) => `${JSON.stringify(name)}: ${await asFunction(esbuild, join(folder, name))}`));
  return `export const packed = "${packed}", places = ${JSON.stringify(places)}, scripts = {${opened.join(",\n")}};`;
}

/** Puts `tools/single-file/files.js` in the place of `figure/files.js`, with the files in it. */
function inlined(contents) {
  return {
    name: "inlined",
    setup(build) {
      build.onResolve({ filter: /(^|\/)files\.js$/ }, () => ({ path: join(TOOLS, "files.js") }));
      build.onResolve({ filter: ELSEWHERE }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /^packed-files$/ }, ({ path }) => ({ path, namespace: "packed" }));
      build.onLoad({ filter: /.*/, namespace: "packed" }, () => ({ contents }));
    },
  };
}

/**
 * Plain letters only: whatever an editor saves the file as, the script stays what its hash says. What
 * esbuild leaves stands in patterns, which read such escapes as strings do.
 */
function plain(script) {
  return script.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function bundle(esbuild, folder, format, row) {
  const result = await esbuild.build({
    stdin: { contents: row.modules.map((module) => `export * from "./${module}";`).join("\n"), resolveDir: folder },
    bundle: true,
    write: false,
    format,
    target: "es2022",
    minify: true,
    legalComments: "inline",
    plugins: [inlined(await packedFiles(esbuild, folder, row))],
  });
  // Such as a module that asks where it lies, which is nowhere in here.
  if (result.warnings.length > 0) throw new Error(`${row.modules}: ${result.warnings.map(({ text }) => text).join("; ")}`);
  return plain(result.outputFiles[0].text);
}

async function styles(esbuild, folder, names) {
  const css = names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return (await esbuild.transform(css, { loader: "css", minify: true, charset: "ascii" })).code;
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const picture = (path) => `data:image/svg+xml;base64,${readFileSync(path).toString("base64")}`;

async function write(esbuild, folder, row) {
  const [script, style] = await Promise.all([bundle(esbuild, folder, "iife", row), styles(esbuild, folder, row.styles)]);
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
  const filled = {
    version,
    script,
    style,
    picture: picture(PICTURE),
    icon: picture(join(folder, "favicon.svg")),
    policy: `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
  };
  const html = readFileSync(join(TOOLS, row.page), "utf8").replace(/\{\{(\w+)\}\}/g, (gap, name) => filled[name]);
  writeFileSync(join(folder, row.page), html);
}

// While developing, esbuild need not be there, and the pages are served anyway.
if (process.env.TRUNK_PROFILE === "release") {
  const esbuild = await import("esbuild");
  const folder = process.env.TRUNK_STAGING_DIR;
  for (const row of PAGES) await write(esbuild, folder, row);
  writeFileSync(join(folder, "gradient-descent.bundle.js"), await bundle(esbuild, folder, "esm", MODULE));
}
