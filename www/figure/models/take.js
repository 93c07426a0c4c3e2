/** What a reader takes away: the path as a table, the map as a picture, the run as a program, all of it as a file. */

import { make, write } from "../dom.js";
import { takeDrops, textOf } from "../editors/file.js";

/** @typedef {import("../session.js").Session} Session */

/** Rows of a path that are written at a time. */
const PIECE = 10_000;
/** The map on paper and in a document, in CSS pixels. */
const SIZE = [960, 640];

/** @param {Session} session */
export function takeAway(session) {
  const { lab, words } = session;
  const said = make("p", { class: "note", role: "status" });
  const width = make("input", { type: "text", inputmode: "numeric", class: "number", autocomplete: "off", value: SIZE[0], "aria-label": words("take-width") });
  const height = make("input", { type: "text", inputmode: "numeric", class: "number", autocomplete: "off", value: SIZE[1], "aria-label": words("take-height") });
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
    ["data", () => save("data.csv", "text/csv", [lab.dataCsv()])],
    ["file", () => save("figure.txt", "text/plain", [lab.stateFile()])],
  ];
  const buttons = offers.map(([name, act]) => make("button", {
    type: "button",
    title: words(`take-${name}-explains`),
    onclick: async () => {
      write(said, "");
      await act();
    },
  }, words(`take-${name}`)));
  // A cost without data has none to take away.
  const ofData = buttons[offers.findIndex(([name]) => name === "data")];
  session.onShow(({ hasData }) => { ofData.hidden = !hasData; });
  ofData.hidden = !session.figure.hasData;
  const opening = opener(session, said);
  const root = make("div", { class: "take" },
    make("div", { class: "row" }, ...buttons, opening.button),
    make("p", { class: "take-size" }, words("take-size"), " ", width, " × ", height),
    said);
  opening.listen(root);
  return root;
}

/**
 * Opens a saved figure: chosen, or dropped on what it stands in.
 * @param {Session} session
 * @param {HTMLElement} said
 */
function opener(session, said) {
  const { lab, words } = session;
  /** @param {string} text @param {string} name */
  const open = (text, name) => {
    /** @type {import("../types.d.ts").UsedTable | undefined} */
    let opened;
    session.command(() => {
      opened = lab.openFile(text);
      return "error" in opened ? [] : opened.problems;
    });
    write(said, opened && "error" in opened ? opened.error : words("take-opened", { name }));
  };
  /** @param {File} file */
  const openFile = async (file) => {
    write(said, "");
    /** @type {string[]} */
    const pieces = [];
    try {
      await textOf(file, (piece) => pieces.push(piece) > 0, () => {});
    } catch {
      return write(said, words("take-unread", { name: file.name }));
    }
    if (!session.closed) open(pieces.join(""), file.name);
  };
  const field = make("input", { type: "file", class: "unseen", accept: ".txt,text/plain" });
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    // The same file chosen again is opened again.
    if (file) openFile(file).finally(() => (field.value = ""));
  });
  return {
    button: make("label", { class: "button", title: words("take-open-explains") }, field, words("take-open")),
    /** @param {HTMLElement} box */
    listen: (box) => takeDrops(box, openFile, (text) => open(text, words("take-dropped"))),
  };
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
