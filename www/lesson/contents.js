/** The chapters of this visit: which there are, which is open, which are done. */

import { make } from "../figure/dom.js";

/** @typedef {import("./types.d.ts").Entry} Entry */
/** @typedef {import("./answers.js").AnswerStore} AnswerStore */
/** @typedef {import("../figure/types.d.ts").Words} Words */
/** @typedef {Entry & { number: number }} Numbered */

/**
 * The chapters a query such as `chapters=3,4,6` asks for; all of them if it names none that exists.
 * @param {Entry[]} entries
 * @param {string} query
 * @returns {Numbered[]}
 */
export function chosenChapters(entries, query) {
  const all = entries.map((entry, index) => ({ ...entry, number: index + 1 }));
  const wanted = (new URLSearchParams(query).get("chapters") ?? "").split(",").map(Number);
  const chosen = all.filter(({ number }) => wanted.includes(number));
  return chosen.length > 0 ? chosen : all;
}

/**
 * Which chapter the address opens.
 * @param {Numbered[]} chapters
 * @param {Location | URL} address
 */
export function openChapter(chapters, { hash, search }) {
  const asked = /^#chapter-(\d+)$/.exec(hash)?.[1] ?? new URLSearchParams(search).get("chapter");
  return chapters.find(({ number }) => number === Number(asked)) ?? chapters[0];
}

/**
 * @param {Numbered[]} chapters
 * @param {AnswerStore} store
 * @param {Words} words
 */
export function contents(chapters, store, words) {
  const summary = make("summary");
  const links = chapters.map(({ number, title }) => make("a", { href: `#chapter-${number}` }, make("span", { class: "place" }, String(number)), " ", title));
  const notes = chapters.map(() => make("span", { class: "note" }));
  const list = make("ol", {}, ...chapters.map((_, index) => make("li", {}, links[index], notes[index])));
  const answers = make("a", { href: "#answers", class: "answers" }, words("lesson-answers"));
  const whole = chapters.reduce((sum, { minutes }) => sum + minutes, 0);
  const core = chapters.filter((chapter) => chapter.core).reduce((sum, { minutes }) => sum + minutes, 0);
  const legend = make("p", { class: "note" }, words("lesson-legend", { whole, core }));
  const fold = make("details", {}, summary, list, legend);
  fold.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) fold.open = false;
  });
  const marks = make("div", { class: "marks", "aria-hidden": "true" }, ...chapters.map(() => make("span")));
  const root = make("nav", { class: "contents", "aria-label": words("lesson-contents") }, make("div", { class: "bar" }, fold, answers), marks);
  return {
    root,
    /** @param {Numbered | undefined} open */
    show(open) {
      summary.textContent = open ? words("lesson-contents-open", { number: open.number, title: open.title }) : words("lesson-contents");
      chapters.forEach((chapter, index) => {
        const done = store.finished(chapter.id);
        const current = chapter.number === open?.number;
        if (current) links[index].setAttribute("aria-current", "page");
        else links[index].removeAttribute("aria-current");
        notes[index].textContent = [words("lesson-minutes", { minutes: chapter.minutes }), chapter.core && words("lesson-core"), done && words("lesson-finished")].filter(Boolean).join(" · ");
        marks.children[index].className = [done && "done", current && "current"].filter(Boolean).join(" ");
      });
    },
  };
}

/**
 * Before and after: links to the neighbours.
 * @param {Numbered[]} chapters
 * @param {Numbered} open
 * @param {Words} words
 */
export function neighbours(chapters, open, words) {
  const at = chapters.indexOf(open);
  const link = (/** @type {Numbered | undefined} */ chapter, /** @type {string} */ key) =>
    chapter ? [make("a", { class: key, href: `#chapter-${chapter.number}` }, make("span", { class: "note" }, words(`lesson-${key}`)), make("span", {}, `${chapter.number} ${chapter.title}`))] : [];
  const last = chapters[at + 1] ? [] : [make("a", { class: "next", href: "#answers" }, make("span", { class: "note" }, words("lesson-next")), make("span", {}, words("lesson-answers")))];
  return make("nav", { class: "neighbours", "aria-label": words("lesson-neighbours") }, ...link(chapters[at - 1], "previous"), ...link(chapters[at + 1], "next"), ...last);
}
