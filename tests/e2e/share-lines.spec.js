// The lines to paste, read back by those who will read them: the browser's HTML, a compiler of JSX, Markdown's rules.
import { transform } from "esbuild";
import { LINES, homeOf } from "../../www/share/lines.js";
import { expect, test } from "./figure.js";

const HOME = "https://example.org/courses/(1)_a/downhill/";
/** What ends something, begins something, or is changed on the way, in one of the languages. */
const SIGNS = ["a<b", "&", '"c"', "{d}", "](x)", "[y]", "\\", "`", "*", "_", "~", "|", "$", "^", "!", "#", "+", "'", "%", "é", "∇", "😀", "&amp;", "&lt;", "&copy",
  "</a>", "</iframe>", "<!--", "-->", "${z}", "{{q}}", "]]>", "![i](j)", "**b**", "~~s~~", "x^2", "</script>", "http://e.org", "onload=alert(1)", "\u2028", "*/", "//"];

/** Repeatable nonsense: the sequence of Park and Miller (1988). */
function* nonsense(count) {
  let seed = 11;
  const below = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
  yield `a<b & "c" {d} ](x)`;
  for (let made = 1; made < count; made += 1) {
    yield Array.from({ length: 1 + below(6) }, () => SIGNS[below(SIGNS.length)]).join(below(2) ? " " : "");
  }
}

const SAMPLES = [...nonsense(400)].map((text, index) => {
  const query = `formula=${encodeURIComponent(text)}&start=0,0;(1),[2]&at=3`;
  return { home: HOME, query, visit: query, settings: { formula: text, start: "0,0;1,2", alpha: text }, title: `Gradient descent: ${text}`, fallback: `It needs <JavaScript> & ${text}.`, width: 720, height: 900, fluid: index % 2 === 0 };
});
/** As the browser writes such an address. */
const addressed = (name, query) => new URL(`${name}?${query}`, HOME).href;

/** What the browser makes of HTML: the elements, and of the first of a kind its attributes and its text. */
function parsed(page, lines, tag) {
  return page.evaluate(([all, name]) => all.map((line) => {
    const { body, head } = new DOMParser().parseFromString(line, "text/html");
    const found = body.querySelector(name);
    return {
      elements: [...head.children, ...body.querySelectorAll("*")].map(({ localName }) => localName),
      attributes: Object.fromEntries([...(found?.attributes ?? [])].map((attribute) => [attribute.name, attribute.value])),
      href: body.querySelector("a")?.href,
      text: body.textContent.replace(/^ /, ""),
    };
  }), [lines, tag]);
}

test("an iframe line holds its address, title and shape, whatever they hold", async ({ page }) => {
  const read = await parsed(page, SAMPLES.map(LINES.frame), "iframe");
  for (const [index, { elements, attributes }] of read.entries()) {
    const { query, title, fluid } = SAMPLES[index];
    expect(elements).toEqual(["iframe"]);
    const style = fluid ? "width:100%;height:auto;aspect-ratio:720/900;border:0" : "max-width:100%;border:0";
    expect(attributes).toEqual({ src: addressed("embed.html", query), title, loading: "lazy", width: "720", height: "900", style, allow: "fullscreen" });
  }
});

test("an element line holds every setting, a sentence and the link", async ({ page }) => {
  const read = await parsed(page, SAMPLES.map(LINES.element), "gradient-descent");
  for (const [index, { elements, attributes, href, text }] of read.entries()) {
    const { settings, fallback, title, visit, fluid } = SAMPLES[index];
    expect(elements).toEqual(["script", "gradient-descent", "a"]);
    expect(attributes).toEqual(fluid ? settings : { ...settings, style: "max-width:720px" });
    expect(href).toBe(addressed("index.html", visit));
    expect(text).toBe(`${fallback} ${title}`);
  }
});

test("a JSX line compiles to the same iframe", async () => {
  const lines = SAMPLES.map((sample) => `(${LINES.jsx(sample)})`);
  const { code } = await transform(`[${lines.join(",\n")}]`, { loader: "jsx", jsxFactory: "made" });
  const made = new Function("made", `return ${code}`)((tag, props) => ({ tag, ...props }));
  expect(made).toHaveLength(SAMPLES.length);
  for (const [index, props] of made.entries()) {
    const { query, title, fluid } = SAMPLES[index];
    const style = fluid ? { width: "100%", height: "auto", aspectRatio: "720 / 900", border: 0 } : { maxWidth: "100%", border: 0 };
    expect(props).toEqual({ tag: "iframe", src: addressed("embed.html", query), title, loading: "lazy", width: "720", height: "900", style, allowFullScreen: true });
  }
});

/**
 * CommonMark 0.31, 6.3: between brackets text without bare brackets; in parentheses an address without
 * spaces, angle brackets or bare parentheses. Nothing else that any Markdown marks up may stand there, and
 * entities stand for themselves (2.5).
 */
const MARKDOWN_LINK = /^\[([^[\]\\`*_{}<>!~|$^]*)\]\(([^\s()<>[\]\\*_~`|$!']*)\)$/;

test("a Markdown line is one link, with this text and to this figure", async ({ page }) => {
  const lines = SAMPLES.map((sample) => MARKDOWN_LINK.exec(LINES.markdown(sample)) ?? expect(LINES.markdown(sample)).toMatch(MARKDOWN_LINK));
  const read = await parsed(page, lines.map(([, text, address]) => `<a href="${address}">${text}</a>`), "a");
  for (const [index, { elements, href, text }] of read.entries()) {
    const { title, visit } = SAMPLES[index];
    expect(elements).toEqual(["a"]);
    expect(text).toBe(title);
    const { origin, pathname, searchParams } = new URL(href);
    expect(origin + decodeURIComponent(pathname)).toBe(`${HOME}index.html`);
    expect([...searchParams]).toEqual([...new URLSearchParams(visit)]);
  }
});

test("the address of Downhill is a folder of the web, however it is typed", () => {
  const read = {
    "https://a.org": "https://a.org/",
    " HTTPS://A.org/x ": "https://a.org/x/",
    "https://a.org/x/index.html?cost=bowl#top": "https://a.org/x/",
    "http://name:word@a.org:8080/d//": "http://a.org:8080/d/",
    "https://ä.org/ü b/": "https://xn--4ca.org/%C3%BC%20b/",
  };
  for (const [typed, home] of Object.entries(read)) expect(homeOf(typed), typed).toBe(home);
  for (const typed of ["", "a.org/x", "//a.org", "https://", "https:a.org", "https://a b/", "ftp://a.org", "file:///x/index.html", "javascript:alert(1)//https://a.org", "data:text/html,x"]) {
    expect(homeOf(typed), typed).toBeUndefined();
  }
});
