// A page around frames, as a course page is: it keeps what they say, and sends them commands.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/** @param {{ query?: string, width?: number, height?: number, attributes?: string }[]} frames */
export function framingPage(frames, base = "") {
  const shown = frames.map(({ query = "", width = 800, height = 600, attributes = "" }) =>
    `<iframe title="Figure" src="${base}embed.html${query}" width="${width}" height="${height}" ${attributes}></iframe>`);
  return `<!doctype html><html lang="en"><head><title>Course</title><link rel="icon" href="data:,"><style>body{margin:0}iframe{border:0;display:block}</style>
    <script>
      var heard = [];
      addEventListener("message", ({ data, source }) => heard.push({ frame: Array.from(frames).indexOf(source), ...data }));
      function send(data, frame = 0) { frames[frame].postMessage(data, "*"); }
      function order(command, args, frame = 0) { send({ type: "gradient-descent:command", command, args }, frame); }
    </script></head><body>${shown.join("\n")}</body></html>`;
}

/** Such a page beside the app, with a single frame unless more are given. */
export async function framed(page, ...frames) {
  await page.route("**/course.html", (route) => route.fulfill({ contentType: "text/html", body: framingPage(frames) }));
  await page.goto("course.html");
  await standing(page, frames.length);
}

/** Waits for the figures and for the first height each has told. */
export async function standing(page, count = 1) {
  for (const type of ["ready", "resize"]) {
    await page.waitForFunction(([type, count]) => heard.filter((message) => message.type === `gradient-descent:${type}`).length >= count, [type, count]);
  }
}

/** What was heard of these types since the last time this was asked, without the word all types begin with. */
export function takeHeard(page, ...types) {
  return page.evaluate((types) => {
    const named = heard.splice(0).map((message) => ({ ...message, type: message.type.replace("gradient-descent:", "") }));
    return types.length > 0 ? named.filter(({ type }) => types.includes(type)) : named;
  }, types);
}

/** Sends a command and gives the readout after it. */
export async function command(page, name, args, frame = 0) {
  return page.evaluate(([name, args, frame]) => new Promise((done) => {
    const listen = ({ data, source }) => {
      if (source !== frames[frame] || data.type !== "gradient-descent:readout") return;
      removeEventListener("message", listen);
      done(data);
    };
    addEventListener("message", listen);
    order(name, args, frame);
    order("readout", undefined, frame);
  }), [name, args, frame]);
}

/** The document in a frame. */
export const inside = (page, frame = 0) => page.frames()[0].childFrames()[frame];

/** Nothing moves any more: the same heights for some time. */
export async function settled(page) {
  const heights = () => page.evaluate(() => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight).join());
  for (let last = "", same = 0; same < 5; ) {
    const now = await heights();
    same = now === last ? same + 1 : 0;
    last = now;
    await page.waitForTimeout(60);
  }
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** Serves the built app, and these pages, from an origin of its own. */
export async function serve(pages = {}, headers = {}) {
  const server = createServer(async ({ url }, answer) => {
    const path = new URL(url, "http://host").pathname;
    const body = pages[path] ?? await readFile(new URL(`../../dist${path}`, import.meta.url)).catch(() => undefined);
    answer.writeHead(body === undefined ? 404 : 200, { "content-type": TYPES[extname(path)] ?? "text/plain", ...headers });
    answer.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((done) => server.close(done)) };
}
