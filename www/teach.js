/** The teachers' page: plans, demonstrations, what is behind each question, and a worksheet. */

import { make } from "./figure/dom.js";
import { loadWords } from "./figure/engine.js";
import * as files from "./figure/files.js";
import { gather } from "./lesson/facts.js";
import { inline } from "./lesson/text.js";
import { themeSwitch } from "./theme.js";

/** @typedef {import("./lesson/types.d.ts").Entry} Entry */
/** @typedef {import("./lesson/types.d.ts").Chapter} Chapter */
/** @typedef {import("./lesson/types.d.ts").Fact} Fact */
/** @typedef {import("./lesson/text.js").Gaps} Gaps */

/**
 * @typedef {object} Guide what `locales/teach.json` holds
 * @property {string[]} opening
 * @property {{ title: string, before: string, steps: { minutes: number, text: string, chapter?: string }[] }[]} plans
 * @property {Record<string, Fact>} facts
 * @property {{ title: string, link: string, steps: string[] }[]} demonstrations
 * @property {Record<string, { belief: string, discuss: string }>} chapters by their ids
 * @property {{ title: string, opening: string, items: { chapter: string, ask: string, blanks: string[], key: string }[] }} worksheet
 */

/** @typedef {Entry & { number: number, chapter: Chapter, gaps: Gaps }} Read a chapter with its numbers filled in */
/** @typedef {import("./figure/types.d.ts").Words} Words */

const mount = /** @type {HTMLElement} */ (document.querySelector("#teach"));

/** @param {string} path */
async function load(path) {
  return JSON.parse(await files.text(`locales/${path}.json`));
}

/** @param {Entry} entry @param {number} index @returns {Promise<Read>} */
async function readChapter(entry, index) {
  /** @type {Chapter} */
  const chapter = await load(`lesson/${entry.id}`);
  const { gaps } = await gather(chapter.facts ?? {});
  return { ...entry, number: index + 1, chapter, gaps };
}

/** @param {string} id @param {string} title @param {...(Node | string)} content */
function section(id, title, ...content) {
  return make("section", { id, "aria-labelledby": `${id}-title` }, make("h2", { id: `${id}-title` }, title), ...content);
}

/** @param {Read | undefined} read @param {Words} words */
function chapterLink(read, words) {
  if (!read) return "";
  return make("a", { href: `learn.html#chapter-${read.number}` }, words("teach-chapter", { number: read.number, title: read.title }));
}

/** @param {Guide["plans"]} plans @param {Read[]} chapters @param {Words} words */
function plansView(plans, chapters, words) {
  const find = (/** @type {string | undefined} */ id) => chapters.find((chapter) => chapter.id === id);
  return plans.map(({ title, before, steps }) => make("div", { class: "part" },
    make("h3", {}, title),
    make("p", {}, before),
    make("table", {},
      make("thead", {}, make("tr", {}, ...["teach-minutes", "teach-what"].map((key) => make("th", { scope: "col" }, words(key))))),
      make("tbody", {}, ...steps.map((step) => make("tr", {},
        make("td", { class: "figure" }, String(step.minutes)),
        make("td", {}, chapterLink(find(step.chapter), words), step.chapter ? " " : "", step.text)))))));
}

/** @param {Guide["demonstrations"]} demonstrations @param {Gaps} gaps @param {Words} words */
function demonstrationsView(demonstrations, gaps, words) {
  return demonstrations.map(({ title, link, steps }) => make("div", { class: "part" },
    make("h3", {}, title),
    make("ol", {}, ...steps.map((step) => make("li", {}, ...inline(step, gaps)))),
    make("p", {}, make("a", { class: "open", href: `index.html?${link}` }, words("teach-open")))));
}

/** @param {Guide["chapters"]} notes @param {Read[]} chapters @param {Words} words */
function questionsView(notes, chapters, words) {
  return chapters.filter(({ id }) => id in notes).map((read) => {
    const { ask, choices } = read.chapter.question;
    const list = (/** @type {typeof choices} */ some) => make("ul", {}, ...some.map(({ text, feedback }) =>
      make("li", {}, make("strong", {}, ...inline(text, read.gaps)), " ", ...inline(feedback, read.gaps))));
    return make("div", { class: "part" },
      make("h3", {}, chapterLink(read, words)),
      make("p", {}, make("strong", {}, words("teach-belief")), " ", ...inline(notes[read.id].belief, read.gaps)),
      make("p", {}, make("strong", {}, words("teach-discuss")), " ", ...inline(notes[read.id].discuss, read.gaps)),
      make("details", {}, make("summary", {}, words("teach-question")),
        make("p", {}, ...inline(ask, read.gaps)),
        make("h4", {}, words("teach-right")), list(choices.filter(({ right }) => right)),
        make("h4", {}, words("teach-wrong")), list(choices.filter(({ right }) => !right))));
  });
}

/** @param {Guide["worksheet"]} worksheet @param {Gaps} gaps @param {Words} words */
function worksheetView({ title, opening, items }, gaps, words) {
  const button = make("button", { type: "button", onclick: () => print() }, words("teach-print"));
  const sheet = make("div", { class: "sheet" },
    make("h3", {}, title),
    make("p", { class: "name" }, words("teach-name")),
    make("p", {}, opening),
    make("ol", {}, ...items.map(({ ask, blanks }) => make("li", {},
      make("p", {}, ...inline(ask, gaps)),
      ...blanks.map((blank) => make("p", { class: "blank" }, make("span", {}, ...inline(blank, gaps)), make("span", { class: "line" })))))));
  const key = make("div", { class: "sheet" },
    make("h3", {}, words("teach-key")),
    make("ol", {}, ...items.map((item) => make("li", {}, make("p", {}, ...inline(item.key, gaps))))));
  return [button, sheet, key];
}

async function begin() {
  const [words, entries, guide] = await Promise.all([
    loadWords().then(() => loadWords("en-teach")), load("lesson/contents"), /** @type {Promise<Guide>} */ (load("teach")),
  ]);
  const chapters = await Promise.all(/** @type {Entry[]} */ (entries).map(readChapter));
  const { gaps } = await gather(guide.facts);
  mount.replaceChildren(
    ...guide.opening.map((text) => make("p", { class: "lead" }, text)),
    section("plans", words("teach-plans"), ...plansView(guide.plans, chapters, words)),
    section("demonstrations", words("teach-demonstrations"), ...demonstrationsView(guide.demonstrations, gaps, words)),
    section("questions", words("teach-questions"), ...questionsView(guide.chapters, chapters, words)),
    section("worksheet", words("teach-worksheet"), ...worksheetView(guide.worksheet, gaps, words)));
}

themeSwitch(/** @type {HTMLElement} */ (document.querySelector("#theme")));
begin().catch(async (failure) => {
  const words = await loadWords().catch(() => undefined);
  mount.replaceChildren(make("p", { class: "notice", role: "alert" }, `${words?.("teach-failed") ?? ""} ${failure}`));
});
