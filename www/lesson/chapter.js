/** A chapter: an idea, a live figure, a prediction, something to try, a question. */

import { make } from "../figure/dom.js";
import { question } from "./choices.js";
import { gather } from "./facts.js";
import { LiveFigure } from "./live.js";
import { predict } from "./prediction.js";
import { printable } from "./print.js";
import { task } from "./task.js";
import { paragraphs } from "./text.js";

/** @typedef {import("./types.d.ts").Chapter} Chapter */
/** @typedef {import("./types.d.ts").Entry} Entry */
/** @typedef {import("./answers.js").AnswerStore} AnswerStore */
/** @typedef {import("../figure/types.d.ts").Words} Words */

/**
 * @param {Entry} entry
 * @param {number} place its number
 * @param {Chapter} chapter
 * @param {AnswerStore} store
 * @param {Words} words
 * @param {() => void} onProgress
 * @param {AbortSignal} signal ends with the chapter
 */
export async function chapterView(entry, place, chapter, store, words, onProgress, signal) {
  const facts = await gather(chapter.facts ?? {});
  const asking = withSettings(chapter.figure, chapter.prediction.before ?? {});
  const live = new LiveFigure(store.of(entry.id).prediction?.link ?? asking, words("lesson-figure-waiting"));
  const parts = workParts(chapter, { live, words, figure: chapter.figure, facts }, asking, store.of(entry.id), (news) => {
    store.add(entry.id, news);
    onProgress();
  });
  const heading = make("h2", { tabindex: "-1", id: "chapter-title" }, entry.title);
  const root = make("article", { class: "chapter", "aria-labelledby": "chapter-title", "data-chapter": entry.id },
    make("div", { class: "opening" },
      make("p", { class: "number" }, words("lesson-number", { number: place, minutes: entry.minutes })), heading,
      make("div", { class: "idea" }, ...paragraphs(chapter.idea, facts.gaps))),
    make("div", { class: "live" }, live.element),
    make("div", { class: "work" }, ...parts,
      make("div", { class: "idea close" }, ...paragraphs(chapter.close ?? [], facts.gaps)),
      ...(chapter.further ? [further(chapter.further, facts.gaps, words)] : []),
      make("div", { class: "row" },
        make("button", { type: "button", class: "plain", onclick: () => print() }, words("lesson-print-chapter")),
        shareButton(live, words))));
  keepInSight(live.element);
  printable({
    title: `${place} ${entry.title}`,
    address: new URL(`?chapter=${place}`, location.href).href,
    chapter,
    gaps: facts.gaps,
    answers: () => store.of(entry.id),
    live,
  }, words, signal);
  return { root, heading };
}

/**
 * What there is to do: predict, say why, try, answer; as far as it was done before.
 * @param {Chapter} chapter
 * @param {import("./prediction.js").Setting} setting
 * @param {string} asking the figure while predicting
 * @param {import("./types.d.ts").Answers} answers
 * @param {(news: import("./types.d.ts").Answers) => void} keep
 */
function workParts(chapter, setting, asking, answers, keep) {
  const { live, words, facts: { gaps } } = setting;
  const attempt = task(chapter.try, setting, answers.tried === true, () => keep({ tried: true }));
  const why = part("why", words, question(chapter.why, gaps, words, answers.why, (index) => keep({ why: index })));
  why.hidden = !answers.prediction;
  const prediction = predict(chapter.prediction, setting, answers.prediction, (answer) => {
    keep({ prediction: answer });
    why.hidden = false;
    attempt.begin();
  }, () => live.open(asking));
  if (answers.prediction) {
    // An old link shows the iteration; that the walk ended there is known once one more step is tried.
    if (chapter.prediction.run === undefined) live.element.step(Infinity);
    live.element.ready.then(attempt.begin);
  }
  return [
    part("predict", words, prediction), why, part("try", words, attempt.root),
    part("question", words, question(chapter.question, gaps, words, answers.question, (index) => keep({ question: index }))),
  ];
}

/**
 * What leads on from the chapter, with a figure of its own.
 * @param {import("./types.d.ts").Further} further
 * @param {Record<string, string>} gaps
 * @param {Words} words
 */
function further({ place, title, idea, figure }, gaps, words) {
  const root = make("details", { class: "part further", "data-place": place },
    make("summary", {}, title), make("div", { class: "idea" }, ...paragraphs(idea, gaps)));
  // Who does not open it has one figure less to load.
  root.addEventListener("toggle", () => root.append(new LiveFigure(figure, words("lesson-figure-waiting")).element), { once: true });
  return root;
}

/**
 * A named card of the chapter.
 * @param {string} name
 * @param {Words} words
 * @param {Node} content
 */
function part(name, words, content) {
  return make("section", { class: `part ${name}` }, make("h3", {}, words(`lesson-part-${name}`)), content);
}

/** @param {string} link @param {import("./types.d.ts").Settings} settings */
export function withSettings(link, settings) {
  const kept = link.split("&").filter((setting) => !(setting.split("=")[0] in settings));
  return [...kept, ...Object.entries(settings).filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].join("&");
}

/** The figure as it stands, for pages of the reader's own. @param {LiveFigure} live @param {Words} words */
function shareButton({ element }, words) {
  const button = make("button", { type: "button", class: "plain", "aria-haspopup": "dialog" }, words("lesson-share"));
  button.addEventListener("click", async () => {
    try {
      const { openShare } = await import("../share/dialog.js");
      await openShare(element);
    } catch {
      button.textContent = words("share-failed");
    }
  });
  return button;
}

/** A figure taller than the window sticks by its lower edge, so that all of it can be seen. @param {HTMLElement} element */
function keepInSight(element) {
  new ResizeObserver(() => {
    element.parentElement?.style.setProperty("--figure-height", `${element.offsetHeight}px`);
  }).observe(element);
}
