/** "My answers": everything the reader has said, to copy, to print, or to begin anew. */

import { make, write } from "../figure/dom.js";
import { fillGaps } from "./text.js";

/** @typedef {import("./types.d.ts").Chapter} Chapter */
/** @typedef {import("./contents.js").Numbered} Numbered */
/** @typedef {import("./answers.js").AnswerStore} AnswerStore */
/** @typedef {import("../figure/types.d.ts").Words} Words */

/**
 * What was answered in a chapter, as pairs of a name and a text.
 * @param {Chapter} chapter
 * @param {import("./types.d.ts").Answers} answers
 * @param {Record<string, string>} gaps
 * @param {Words} words
 * @returns {[string, string][]}
 */
export function answered(chapter, answers, gaps, words) {
  const { prediction, why, tried, question } = answers;
  const plain = (/** @type {string | undefined} */ text) => fillGaps(text ?? "", gaps).replaceAll("*", "");
  /** @type {[string, string | undefined][]} */
  const pairs = [
    [words("lesson-predicted"), prediction?.predicted],
    [words("lesson-outcome"), prediction?.outcome],
    [words("lesson-between"), prediction?.between],
    [plain(chapter.why.ask), why === undefined ? undefined : plain(chapter.why.choices[why]?.text)],
    [plain(chapter.try.ask), tried ? words("lesson-done") : undefined],
    [plain(chapter.question.ask), question === undefined ? undefined : plain(chapter.question.choices[question]?.text)],
  ];
  return pairs.flatMap(([name, text]) => (text ? [[name, text]] : []));
}

/**
 * @param {{ entry: Numbered, pairs: [string, string][] }[]} list
 * @param {AnswerStore} store
 * @param {Words} words
 * @param {() => void} onReset
 */
export function answersView(list, store, words, onReset) {
  const said = make("p", { class: "said", role: "status" });
  const heading = make("h2", { tabindex: "-1" }, words("lesson-answers"));
  const given = list.filter(({ pairs }) => pairs.length > 0);
  const text = given.map(({ entry, pairs }) => [`${entry.number} ${entry.title}`, ...pairs.map(([name, answer]) => `${name}: ${answer}`)].join("\n")).join("\n\n");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      write(said, words("lesson-copied"));
    } catch {
      write(said, words("lesson-copy-failed"));
    }
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) => make("button", { type: "button", onclick: act }, words(key));
  const sure = make("div", { class: "row", hidden: true }, make("span", {}, words("lesson-reset-sure")),
    button("lesson-reset-yes", () => {
      store.reset();
      onReset();
    }), button("lesson-reset-no", () => (sure.hidden = true)));
  const root = make("article", { class: "answers-page" }, heading,
    make("p", {}, words(given.length > 0 ? "lesson-answers-note" : "lesson-answers-none")),
    make("div", { class: "row no-print" }, button("lesson-copy", () => void copy()), button("lesson-print", () => window.print()),
      button("lesson-reset", () => {
        sure.hidden = false;
        sure.querySelector("button")?.focus();
      })),
    sure, said,
    ...given.map(({ entry, pairs }) => make("section", { class: "part" }, make("h3", {}, `${entry.number} ${entry.title}`),
      make("dl", {}, ...pairs.map(([name, answer]) => make("div", {}, make("dt", {}, name), make("dd", {}, answer)))))));
  return { root, heading };
}
