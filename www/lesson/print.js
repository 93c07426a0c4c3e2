/** A chapter on paper: black on white, room to write, the figure as it stands, and the way back to it. */

import { make } from "../figure/dom.js";
import { loadEngine } from "../figure/engine.js";
import { codeOf } from "../share/code.js";
import { withLab } from "./facts.js";
import { inline, paragraphs } from "./text.js";

/** @typedef {import("./types.d.ts").Chapter} Chapter */
/** @typedef {import("./types.d.ts").Answers} Answers */
/** @typedef {import("./live.js").LiveFigure} LiveFigure */
/** @typedef {import("../figure/types.d.ts").Words} Words */
/** @typedef {import("../figure/types.d.ts").Lab} Lab */
/** @typedef {import("./text.js").Gaps} Gaps */

/** The pictures' sizes on paper, in CSS pixels. */
const MAP = [640, 400];
const DATA = [640, 220];
/** The light ground of every picture; paper is white already. */
const GROUND = /#fbfaf7/gi;
/** Lines to write an answer on. */
const LINES = 2;

/**
 * @typedef {object} Printed what a sheet is made from
 * @property {string} title
 * @property {string} address
 * @property {Chapter} chapter
 * @property {Gaps} gaps
 * @property {() => Answers} answers
 * @property {LiveFigure} live
 */

/**
 * Makes the sheet when the browser is about to print, and takes it away after.
 * @param {Printed} printed
 * @param {Words} words
 * @param {AbortSignal} signal ends with the chapter
 */
export async function printable(printed, words, signal) {
  const [{ newLab }, code] = await Promise.all([loadEngine(), printed.address.startsWith("http") ? codeOf(printed.address) : undefined]);
  /** @type {HTMLElement | undefined} */
  let sheet;
  const gone = () => {
    sheet?.remove();
    sheet = undefined;
  };
  addEventListener("beforeprint", () => {
    gone();
    sheet = sheetOf(printed, withLab(newLab, (lab) => picture(lab, printed.live, words)), code, words);
    document.body.append(sheet);
  }, { signal });
  addEventListener("afterprint", gone, { signal });
  signal.addEventListener("abort", gone);
}

/**
 * @param {Printed} printed
 * @param {Node[]} figure
 * @param {HTMLCanvasElement | undefined} code
 * @param {Words} words
 */
function sheetOf({ title, address, chapter, gaps, answers }, figure, code, words) {
  const { prediction, why, tried, question } = answers();
  const { ask, choices = [], unit = "" } = chapter.prediction;
  const part = (/** @type {string} */ name, /** @type {(Node | string)[]} */ ...content) =>
    make("section", {}, make("h3", {}, words(`lesson-part-${name}`)), ...content);
  const picture = make("figure", {}, ...figure);
  const asked = make("p", {}, ...inline(ask, gaps));
  // What came out, and the figure that shows it, stand after what was predicted.
  const predict = prediction
    ? [part("predict", asked, labelled("lesson-predicted", prediction.predicted, words)), picture, make("section", {}, labelled("lesson-outcome", prediction.outcome, words), make("p", {}, ...inline(prediction.result)))]
    : [picture, part("predict", asked, ...(choices.length > 0 ? boxes(choices, undefined, gaps) : ruled(1, unit)), labelled("lesson-outcome", "", words), ...ruled(1))];
  return make("article", { class: "sheet" }, make("h2", {}, title), ...paragraphs(chapter.idea, gaps), ...predict,
    part("why", make("p", {}, ...inline(chapter.why.ask, gaps)), ...boxes(chapter.why.choices, why, gaps)),
    part("try", make("p", {}, ...inline(chapter.try.ask, gaps)), ...(tried ? [make("p", {}, words("lesson-done"))] : ruled(LINES))),
    part("question", make("p", {}, ...inline(chapter.question.ask, gaps)), ...boxes(chapter.question.choices, question, gaps)),
    make("footer", {}, ...(code ? [make("img", { class: "qr", src: code.toDataURL(), alt: "" })] : []), make("p", {}, address)));
}

/** @param {string} key @param {string} text @param {Words} words */
function labelled(key, text, words) {
  return make("p", {}, `${words(key)}: `, ...inline(text));
}

/**
 * Choices with a box to tick; the reader's own is ticked.
 * @param {{ text: string }[]} choices
 * @param {number | undefined} chosen
 * @param {Gaps} gaps
 */
function boxes(choices, chosen, gaps) {
  return [make("ul", {}, ...choices.map(({ text }, index) => make("li", {}, index === chosen ? "☒ " : "☐ ", ...inline(text, gaps))))];
}

/** Empty lines to write on. @param {number} count @param {string} [after] */
function ruled(count, after = "") {
  return Array.from({ length: count }, () => make("div", { class: "ruled" }, after));
}

/**
 * The map as it stands, without its colours; for costs made from data also the data, where they are shown.
 * @param {Lab} lab
 * @param {LiveFigure} live
 * @param {Words} words
 */
function picture(lab, { element }, words) {
  const iteration = element.readout?.iteration ?? 0;
  lab.load(element.link);
  const shown = lab.setting("show").split(",").filter((layer) => !["field", "fog", "contours"].includes(layer));
  lab.set("show", [...shown, "contours"].join());
  lab.set("size", "normal");
  lab.advance(iteration);
  const { name, caption, hasData } = lab.figure();
  const sheets = [lab.svg("map", MAP[0], MAP[1]), ...(hasData && lab.shows("data") ? [lab.svg("data", DATA[0], DATA[1])] : [])];
  return [
    ...sheets.map((svg) => make("img", { src: `data:image/svg+xml,${encodeURIComponent(svg.replace(GROUND, "#ffffff"))}`, alt: "" })),
    make("figcaption", {}, `${name}, ${words("step-count", { step: iteration })}. ${caption}`),
  ];
}
