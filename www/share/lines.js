/**
 * The lines to paste into other pages. Text in, text out: whatever a figure is called and whatever its
 * formula holds, each line reads back as exactly that in the language it is written in.
 */

/**
 * @typedef {object} Shared what is put into other pages
 * @property {string} home where Downhill is served, ending with `/`
 * @property {string} query the figure's link
 * @property {string} visit the link that opens it in the playground
 * @property {Record<string, string>} settings the same as the link's, one by one
 * @property {string} title
 * @property {string} fallback a sentence for readers who have no JavaScript; the link follows it
 * @property {number} width in CSS pixels
 * @property {number} height
 * @property {boolean} fluid as wide as its place, in this shape
 */

/** @typedef {"link" | "frame" | "element" | "markdown" | "jsx"} LineName */

/** @type {Record<LineName, (shared: Shared) => string>} */
export const LINES = { link, frame, element, markdown, jsx };

/**
 * Where Downhill is served, from what someone typed or pasted: the folder, or a page in it.
 * @param {string} text
 * @returns {string | undefined} nothing if it is no address of the web
 */
export function homeOf(text) {
  const typed = text.trim();
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return undefined;
  const { origin, pathname } = new URL(typed);
  const isPage = /\/[^/]*\.html?$/.test(pathname);
  return origin + (isPage ? pathname.replace(/[^/]*$/, "") : pathname.replace(/\/*$/, "/"));
}

/** The address of a page of Downhill's with this figure. @param {string} home @param {string} page @param {string} query */
export function address(home, page, query) {
  return new URL(query ? `${page}?${query}` : page, home).href;
}

/** @param {Shared} shared */
function link({ home, visit }) {
  return address(home, "index.html", visit);
}

/** @param {Shared} shared */
function frame({ home, query, title, width, height, fluid }) {
  // The attributes serve where a platform takes the style away; where it does not, the style wins.
  const style = fluid ? `width:100%;height:auto;aspect-ratio:${width}/${height};border:0` : "max-width:100%;border:0";
  return tag("iframe", { src: address(home, "embed.html", query), title, loading: "lazy", width, height, style, allow: "fullscreen" });
}

/** @param {Shared} shared */
function jsx({ home, query, title, width, height, fluid }) {
  const style = fluid
    ? `{ width: "100%", height: "auto", aspectRatio: "${width} / ${height}", border: 0 }`
    : `{ maxWidth: "100%", border: 0 }`;
  return `<iframe src={${literal(address(home, "embed.html", query))}} title={${literal(title)}} loading="lazy" `
    + `width="${width}" height="${height}" style={${style}} allowFullScreen />`;
}

/** @param {Shared} shared */
function element(shared) {
  const { home, settings, title, fallback, width, fluid } = shared;
  const script = tag("script", { type: "module", src: new URL("gradient-descent.js", home).href });
  const attributes = fluid ? settings : { ...settings, style: `max-width:${width}px` };
  const way = tag("a", { href: link(shared) }, escaped(title));
  return `${script} ${tag("gradient-descent", attributes, `${escaped(fallback)} ${way}`)}`;
}

/** @param {Shared} shared */
function markdown(shared) {
  // What means something in any Markdown is written as an entity: not each understands every backslash.
  const text = shared.title.replace(/[\\`*_{}[\]&<>!~|$^]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `[${text}](${link(shared).replace(/[()[\]*_~|$!'`\\]/g, percent)})`;
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [content] as HTML */
function tag(name, attributes, content = "") {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join("")}>${content}</${name}>`;
}

/** For HTML, in text and between double quotes. @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** As a string of JavaScript. @param {string} text */
function literal(text) {
  return JSON.stringify(text);
}

/** @param {string} sign */
function percent(sign) {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
