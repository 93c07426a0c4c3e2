/** What a reader takes away: the path as a table, the map as a picture, the run as a program. */

import { make, write } from "../dom.js";

/** @typedef {import("../session.js").Session} Session */

/** Rows of a path that are written at a time. */
const PIECE = 10_000;
/** The map on paper and in a document, in CSS pixels. */
const SIZE = [960, 640];

/** @param {Session} session */
export function takeAway(session) {
  const { lab, words } = session;
  const said = make("p", { class: "note", role: "status" });
  const width = make("input", { type: "number", class: "number", min: "100", max: "8000", step: "10", value: SIZE[0], "aria-label": words("take-width") });
  const height = make("input", { type: "number", class: "number", min: "100", max: "8000", step: "10", value: SIZE[1], "aria-label": words("take-height") });
  const sides = () => [width, height].map((field, axis) => {
    const side = Math.round(Number(field.value));
    const good = Number.isFinite(side) && side > 0 ? Math.min(8000, Math.max(100, side)) : SIZE[axis];
    field.value = String(good);
    return good;
  });
  const svg = () => {
    const [across, up] = sides();
    return lab.svg("map", across, up);
  };
  /** @type {[string, () => void | Promise<void>][]} */
  const offers = [
    ["csv", () => save("path.csv", "text/csv", path(session))],
    ["python", () => {
      const program = lab.snippet();
      if (program === undefined) return write(said, words("take-too-long"));
      save("descent.py", "text/x-python", [`# ${location.origin}${location.pathname}?${lab.link()}\n`, program]);
    }],
    ["svg", () => save("map.svg", "image/svg+xml", [svg()])],
    ["png", async () => {
      const picture = await painted(svg(), sides());
      if (picture) save("map.png", "image/png", [picture]);
      else write(said, words("take-no-png"));
    }],
  ];
  const buttons = offers.map(([name, act]) => make("button", {
    type: "button",
    title: words(`take-${name}-explains`),
    onclick: async () => {
      write(said, "");
      await act();
    },
  }, words(`take-${name}`)));
  return make("div", { class: "take" },
    make("div", { class: "row" }, ...buttons),
    make("p", { class: "take-size" }, words("take-size"), " ", width, " × ", height),
    said);
}

/** The selected run's path, a piece at a time. @param {Session} session */
function path({ lab, figure }) {
  const pieces = [lab.pathHead()];
  for (let from = 0; from <= figure.iteration; from += PIECE) pieces.push(lab.pathRows(from, from + PIECE - 1));
  return pieces;
}

/**
 * The SVG as pixels; nothing where the page's policy forbids pictures from text.
 * @param {string} text
 * @param {number[]} size
 * @returns {Promise<Blob | null>}
 */
async function painted(text, [width, height]) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = make("canvas", { width, height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/**
 * @param {string} name
 * @param {string} type
 * @param {BlobPart[]} parts
 */
function save(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  make("a", { href: address, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
