/** Sentences to choose from, as radio buttons, with a word on every choice. */

import { make } from "../figure/dom.js";
import { inline } from "./text.js";

/** @typedef {import("./text.js").Gaps} Gaps */
/** @typedef {import("../figure/types.d.ts").Words} Words */

let fieldsets = 0;

/**
 * A group of radio buttons without a verdict.
 * @param {string} ask
 * @param {{ text: string }[]} choices
 * @param {Gaps} gaps
 */
export function choices(ask, choices, gaps) {
  const name = `choice-${fieldsets += 1}`;
  const inputs = choices.map((_, index) => make("input", { type: "radio", name, value: index }));
  const rows = choices.map(({ text }, index) => make("label", { class: "choice" }, inputs[index], make("span", {}, ...inline(text, gaps))));
  const root = make("fieldset", {}, make("legend", {}, ...inline(ask, gaps)), ...rows);
  return {
    root,
    rows,
    /** @returns {number | undefined} */
    get chosen() {
      const index = inputs.findIndex(({ checked }) => checked);
      return index < 0 ? undefined : index;
    },
    /** @param {number | undefined} index */
    choose(index) {
      inputs.forEach((input, place) => (input.checked = place === index));
    },
  };
}

/**
 * A question: choose, check, read why; as often as one likes.
 * @param {import("./types.d.ts").Question} question
 * @param {Gaps} gaps
 * @param {Words} words
 * @param {number | undefined} answered
 * @param {(index: number) => void} onAnswer
 */
export function question({ ask, choices: sentences }, gaps, words, answered, onAnswer) {
  const group = choices(ask, sentences, gaps);
  const feedback = make("div", { class: "feedback", role: "status" });
  const check = make("button", { type: "button" }, words("lesson-check"));
  const show = (/** @type {number} */ index) => {
    const { right = false, feedback: text } = sentences[index];
    feedback.dataset.right = String(right);
    feedback.replaceChildren(make("p", {}, make("strong", {}, words(right ? "lesson-right" : "lesson-wrong")), " ", ...inline(text, gaps)));
  };
  check.addEventListener("click", () => {
    const { chosen } = group;
    if (chosen === undefined) {
      feedback.replaceChildren(make("p", {}, words("lesson-choose-first")));
      return;
    }
    show(chosen);
    onAnswer(chosen);
  });
  group.root.addEventListener("change", () => feedback.replaceChildren());
  if (answered !== undefined && sentences[answered]) {
    group.choose(answered);
    show(answered);
  }
  return make("div", { class: "question" }, group.root, make("div", { class: "row" }, check), feedback);
}
