// Makes the folder of a release an npm package too: package.json, README, licences, the types of the
// public contract, and the manifest that editors read. What the engine's table of settings or the
// contract says is taken from there.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const NAME = "gradient-descent-element";
const TAG = "gradient-descent";
const CONTRACT = "contract.d.ts";
const TYPES = "./gradient-descent.d.ts";
/** What a server gets that prepares pages: it has no elements, and importing this one must do no harm there. */
const ON_SERVER = "./on-server.js";

/** A text of the crate's own description. */
function cargo(key) {
  return new RegExp(`^${key} = "(.*)"$`, "m").exec(readFileSync("Cargo.toml", "utf8"))[1];
}

const entry = (file) => ({ types: TYPES, browser: file, node: ON_SERVER, default: file });

function packageJson() {
  return {
    name: NAME,
    version: cargo("version"),
    description: cargo("description"),
    keywords: ["gradient-descent", "teaching", "education", "web-components", "custom-elements", "wasm"],
    license: cargo("license"),
    type: "module",
    exports: {
      ".": entry("./gradient-descent.bundle.js"),
      "./gradient-descent.js": entry("./gradient-descent.js"),
      "./*": "./*",
    },
    types: TYPES,
    customElements: "custom-elements.json",
    engines: JSON.parse(readFileSync("package.json", "utf8")).engines,
    // The single files are what this package is to people without npm.
    files: ["*", "!gradient-descent.html", "!gradient-descent-lesson.html", "!figure/types.d.ts", "!lesson/types.d.ts"],
    sideEffects: true,
  };
}

/** The settings of the engine in this folder. */
async function settings(folder) {
  const { default: start, Lab } = await import(pathToFileURL(join(resolve(folder), "downhill.js")).href);
  await start({ module_or_path: readFileSync(join(folder, "downhill_bg.wasm")) });
  const lab = new Lab();
  try {
    return lab.reference();
  } finally {
    lab.free();
  }
}

/** What an attribute takes: just these words, or a text that the engine reads. */
function typeOf({ allowed, choices }) {
  const names = choices.map(({ id }) => id);
  const only = names.length > 0 && allowed === names.join(", ");
  return only ? names.map((name) => JSON.stringify(name)).join(" | ") : "string";
}

const described = ({ help, allowed }) => `${help} Allowed: ${allowed}.`;

function declarations(table) {
  const rows = table.map((setting) => `  /** ${described(setting)} Default: ${setting.default}. */\n  ${setting.key}?: ${typeOf(setting)};\n`);
  return `${readFileSync(join("www", CONTRACT), "utf8")}
/** The settings: attributes of the element, and keys of a link. */
export interface Settings {
${rows.join("")}}

declare global {
  interface HTMLElementTagNameMap { "${TAG}": GradientDescent }
}
`;
}

/** The members of a declaration in the contract, each with its comment. */
function members(start) {
  const contract = readFileSync(join("www", CONTRACT), "utf8");
  const from = contract.indexOf(start);
  const body = contract.slice(from, contract.indexOf("\n}", from));
  return [...body.matchAll(/\/\*\* (.*) \*\/\n  (get )?(\w+)(\((.*)\))?: (.+);/g)]
    .map(([, description, readonly, name, call, parameters, type]) => ({ description, readonly, name, call, parameters, type }));
}

function parameter(text) {
  const [, name, optional, type] = /^(\w+)(\?)?: (.+)$/.exec(text);
  return { name, ...(optional && { optional: true }), type: { text: type } };
}

function member({ description, readonly, name, call, parameters, type }) {
  if (!call) return { kind: "field", name, description, type: { text: type }, ...(readonly && { readonly: true }) };
  const given = parameters ? [parameter(parameters)] : [];
  return { kind: "method", name, description, parameters: given, return: { type: { text: type } } };
}

function manifest(table) {
  const element = {
    kind: "class",
    customElement: true,
    name: "GradientDescent",
    tagName: TAG,
    description: "A live figure of gradient descent. Its attributes are the settings, input only and live.",
    superclass: { name: "HTMLElement" },
    attributes: table.map((setting) => ({
      name: setting.key,
      type: { text: typeOf(setting) },
      default: setting.default,
      description: described(setting),
    })),
    members: members("export declare class GradientDescent").map(member),
    events: members("export interface GradientDescentEventMap").map(({ name, description, type }) => ({ name, description, type: { text: type } })),
    slots: [{ name: "", description: "What readers see until the figure stands, and where it cannot." }],
    cssProperties: [{ name: "--map-height", description: "The height of the map." }],
  };
  const name = element.name;
  const module = {
    kind: "javascript-module",
    path: "gradient-descent.js",
    declarations: [element],
    exports: [
      { kind: "js", name, declaration: { name } },
      { kind: "custom-element-definition", name: TAG, declaration: { name } },
    ],
  };
  return { schemaVersion: "2.1.0", readme: "README.md", modules: [module] };
}

// While developing there is nothing to pack.
if (process.env.TRUNK_PROFILE === "release") {
  const folder = process.env.TRUNK_STAGING_DIR;
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const table = await settings(folder);
  writeFileSync(join(folder, "package.json"), json(packageJson()));
  writeFileSync(join(folder, "custom-elements.json"), json(manifest(table)));
  writeFileSync(join(folder, "gradient-descent.d.ts"), declarations(table));
  writeFileSync(join(folder, ON_SERVER), "export class GradientDescent {}\n");
  copyFileSync("tools/package/README.md", join(folder, "README.md"));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(licence, join(folder, licence));
}
