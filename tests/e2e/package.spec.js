// The release as an npm package: what its manifest and types say is what the element has, and its
// tarball serves a bundler, a page without one, a server and TypeScript.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { element, expect, host, test } from "./figure.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");
const NAME = "gradient-descent-element";
const json = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const declared = json(DIST, "custom-elements.json").modules[0].declarations[0];
const names = (rows) => rows.map(({ name }) => name).sort();

/** Checks a TypeScript project strictly; gives what the compiler complains of. */
function typeCheck(folder, options) {
  const compilerOptions = { strict: true, noEmit: true, target: "es2023", lib: ["es2023", "dom", "dom.iterable"], types: [], skipLibCheck: false, ...options };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  try {
    execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "--project", folder], { encoding: "utf8" });
    return "";
  } catch (failure) {
    return failure.stdout;
  }
}

/** A project that has installed the packed release, as anyone would. */
function installed(folder) {
  const npm = (...words) => execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, encoding: "utf8" });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "course", private: true, type: "module" }));
  npm("pack", DIST);
  npm("install", "--omit-lockfile-registry-resolved", `./${readdirSync(folder).find((file) => file.endsWith(".tgz"))}`);
  return join(folder, "node_modules", NAME);
}

test("the manifest lists the element's attributes, members and events, each with words", async ({ page }) => {
  await host(page, "<gradient-descent></gradient-descent>");
  const real = await element(page).evaluate(async (figure) => {
    await figure.ready;
    const { GradientDescent } = await import("./gradient-descent.js");
    const { loadEngine } = await import("./figure/engine.js");
    const lab = (await loadEngine()).newLab();
    const own = [...Object.getOwnPropertyNames(GradientDescent.prototype), ...Object.getOwnPropertyNames(figure)];
    return { settings: lab.reference(), own: own.filter((name) => name !== "constructor" && !name.endsWith("Callback")) };
  });
  expect(names(declared.members)).toEqual(real.own.sort());
  expect(names(declared.attributes)).toEqual(real.settings.map(({ key }) => key).sort());
  for (const { key, help, default: standing } of real.settings) {
    const attribute = declared.attributes.find(({ name }) => name === key);
    expect(attribute.description).toContain(help);
    expect(attribute.default).toBe(standing);
  }
  expect(declared.attributes.find(({ name }) => name === "theme").type.text).toBe('"auto" | "light" | "dark"');
  expect(names(declared.events)).toEqual(["change", "problem", "ready", "step", "stop"]);
  for (const row of [...declared.attributes, ...declared.members, ...declared.events, ...declared.cssProperties]) {
    expect(row.description, row.name).toMatch(/\w/);
  }
  const css = readFileSync(join(DIST, "figure.css"), "utf8");
  for (const { name } of declared.cssProperties) expect(css).toContain(`var(${name},`);
});

test("the manifest has the published form, which would refuse another", ({}, info) => {
  const folder = info.outputPath("manifest");
  mkdirSync(folder);
  const form = relative(folder, join(ROOT, "node_modules/custom-elements-manifest/schema.js"));
  const text = readFileSync(join(DIST, "custom-elements.json"), "utf8").trim();
  const check = (manifest) => {
    writeFileSync(join(folder, "manifest.ts"), `import type { Package } from "${form}";\nexport const manifest = ${manifest} satisfies Package;\n`);
    return typeCheck(folder, { module: "es2022", moduleResolution: "bundler" });
  };
  expect(check(text)).toBe("");
  expect(check(text.replace('"tagName"', '"tag"'))).toContain("tag");
});

test("package.json names files that are there, and the crate's version", () => {
  const { version, exports, types, customElements, license } = json(DIST, "package.json");
  expect(readFileSync(join(ROOT, "Cargo.toml"), "utf8")).toContain(`\nversion = "${version}"\n`);
  expect(license).toBe("MIT OR Apache-2.0");
  const files = [types, customElements, ...Object.values(exports).flatMap((way) => (typeof way === "string" ? [] : Object.values(way)))];
  for (const file of [...files, "LICENSE-MIT", "LICENSE-APACHE", "README.md"]) expect(readFileSync(join(DIST, file), "utf8").length, file).toBeGreaterThan(0);
});

test("installed from its tarball, it serves a bundler, a page without one, a server and TypeScript", async ({ page, baseURL }, info) => {
  test.setTimeout(120_000);
  const folder = info.outputPath("course");
  mkdirSync(folder);
  const there = installed(folder);
  expect(readdirSync(there)).not.toContain("gradient-descent.html");

  copyFileSync(join(ROOT, "tests/types/consumer.ts"), join(folder, "consumer.ts"));
  for (const [module, moduleResolution] of [["es2022", "bundler"], ["node16", "node16"]]) {
    expect(typeCheck(folder, { module, moduleResolution }), moduleResolution).toBe("");
  }

  writeFileSync(join(folder, "course.js"), `import "${NAME}";`);
  for (const way of [NAME, `${NAME}/gradient-descent.js`]) {
    execFileSync(process.execPath, ["--input-type=module", "--eval", `import "${way}";`], { cwd: folder });
  }
  await build({ entryPoints: [join(folder, "course.js")], bundle: true, format: "esm", outfile: join(folder, "bundle.js"), logLevel: "silent" });
  const pages = {
    "bundled.html": '<script type="module" src="bundle.js"></script>',
    "plain.html": `<script type="module" src="node_modules/${NAME}/gradient-descent.js"></script>`,
    "mapped.html": `<script type="importmap">{ "imports": { "${NAME}": "./node_modules/${NAME}/gradient-descent.bundle.js" } }</script><script type="module" src="course.js"></script>`,
  };
  for (const [file, script] of Object.entries(pages)) {
    writeFileSync(join(folder, file), `<!doctype html><link rel="icon" href="data:,">${script}<gradient-descent cost="himmelblau" start="0,0" alpha="0.01" show="all"></gradient-descent>`);
    await page.goto(new URL(`/${relative(ROOT, join(folder, file))}`, baseURL).href);
    const end = await element(page).evaluate(async (figure) => {
      await customElements.whenDefined("gradient-descent");
      await figure.ready;
      return figure.step(Infinity);
    });
    expect([end.stopped, end.point.x.toFixed(4), end.point.y.toFixed(4)], file).toEqual(["converged", "3.0000", "2.0000"]);
    await expect(page.locator("section.instrument canvas").first(), file).toBeVisible();
  }
});
