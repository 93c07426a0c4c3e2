/** "Share this figure": its link, the lines that put it into other pages, and what they will show. */

import { icon, make } from "../figure/dom.js";
import { loadEngine, loadWords } from "../figure/engine.js";
import { choices, give } from "./choices.js";
import { codeCard } from "./code-card.js";
import { copyLine, voice } from "./copy.js";
import { LINES, homeOf } from "./lines.js";
import { homeField, isLocal, widthFields } from "./place.js";
import { COMMON_SHAPE, preview } from "./preview.js";

/** @typedef {import("../figure/types.d.ts").Lab} Lab */
/** @typedef {import("../figure/types.d.ts").Words} Words */
/** @typedef {import("./lines.js").LineName} LineName */

/** The folder of this page, which holds the others. */
const HERE = new URL("./", document.baseURI).href;
/** Lines that hold the figure's height. */
const MEASURED = ["frame", "jsx"];
/** They wait for it this long, and then take a common shape. */
const PATIENCE_MILLISECONDS = 4000;
const SAID_MILLISECONDS = 6000;
/** A formula is a name too, if it is short. */
const LONGEST_NAME = 60;

/** Kept while the page is open: the next figure goes to the same place. @type {import("./place.js").Place} */
const place = { home: homeOf(HERE), width: 720, fluid: true };

/** Opens the dialog for a figure as it stands. @param {import("../gradient-descent.js").GradientDescent} figure */
export async function openShare(figure) {
  await figure.ready;
  figure.pause();
  const [{ newLab }, words] = await Promise.all([loadEngine(), loadWords("en-share"), loadStyle()]);
  // Pressed twice, it opens once.
  if (document.querySelector("dialog.share")) return;
  const lab = newLab();
  lab.load(figure.link);
  // A page of text has room for the basic controls, and the others stand behind "More".
  if (lab.setting("controls") === "all") give(lab, "controls", "basic");
  const { root, end } = dialog(lab, words);
  root.addEventListener("close", () => {
    end();
    lab.free();
    root.remove();
  });
  document.body.append(root);
  root.showModal();
}

/** @param {Lab} lab @param {Words} words */
function dialog(lab, words) {
  const said = voice(SAID_MILLISECONDS);
  const rows = lineNames().map((name) => ({ name, ...copyLine(name, words, said.say) }));
  const code = codeCard(words);
  const title = titleOf(lab, words);
  let height = 0;
  const show = () => {
    const query = lab.link();
    view.show(query, place.width);
    const shared = { ...place, home: place.home ?? "", query, visit: visitOf(query), settings: lab.settings(), title, fallback: words("share-fallback"), height };
    const isKnown = (/** @type {LineName} */ name) => place.home && (height > 0 || !MEASURED.includes(name));
    const lack = words(place.home ? "share-measuring" : "share-home-lacks");
    for (const row of rows) row.show(isKnown(row.name) ? LINES[row.name](shared) : "", lack);
    code.show(place.home ? LINES.link(shared) : "", isLocal(place));
  };
  const measured = (/** @type {number} */ pixels) => {
    height = pixels;
    show();
  };
  const view = preview(HERE, words, measured);
  const patience = setTimeout(() => height > 0 || measured(place.width * COMMON_SHAPE), PATIENCE_MILLISECONDS);

  const close = make("button", { type: "button", class: "close", "aria-label": words("share-close") }, icon("close"));
  rows[0].button.autofocus = true;
  const lines = part("lines", words, ...rows.map((row) => row.root), code.root);
  if (lab.setting("data").startsWith("left-out:")) lines.prepend(make("p", { class: "hint" }, words("share-left-out")));
  const chosen = part("choices", words, ...choices({ lab, words, changed: show }), widthFields(place, words, show));
  // Where there is no address, nothing can be shared before one is typed.
  const home = homeField(place, words, show);
  if (place.home) chosen.append(home);
  else lines.prepend(home);
  const root = make("dialog", { class: "share", "aria-labelledby": "share-title" },
    make("div", { class: "head" }, make("h2", { id: "share-title" }, words("share-title")), close),
    make("div", { class: "body" }, make("div", { class: "column" }, lines, chosen), view.root),
    said.root);
  close.addEventListener("click", () => root.close());
  show();
  return { root, end: () => (clearTimeout(patience), view.end()) };
}

function lineNames() {
  return /** @type {LineName[]} */ (Object.keys(LINES));
}

/** @param {string} name @param {Words} words @param {...Node} content */
function part(name, words, ...content) {
  return make("section", { class: `${name} card`, "aria-label": words(`share-${name}`) }, make("h3", {}, words(`share-${name}`)), ...content);
}

/** @param {Lab} lab @param {Words} words */
function titleOf(lab, words) {
  const formula = lab.settings().formula ?? "";
  const isShort = formula !== "" && formula.length <= LONGEST_NAME;
  return words("share-figure-title", { name: isShort ? formula : lab.figure().name });
}

/** The playground has all controls of its own; a link says so only where there shall be fewer. @param {string} query */
function visitOf(query) {
  return query.split("&").filter((setting) => setting !== "controls=all").join("&");
}

/** @type {Promise<void> | undefined} */
let style;

/** Once for the page; without it the dialog is plain, but works. */
function loadStyle() {
  style ??= new Promise((settle) => {
    const link = make("link", { rel: "stylesheet", href: new URL("share.css", HERE).href, onload: () => settle(), onerror: () => settle() });
    document.head.append(link);
  });
  return style;
}
