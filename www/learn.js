/** The lesson's page: opens the chapter its address names, one at a time. */

import "./gradient-descent.js";
import { make } from "./figure/dom.js";
import { loadWords } from "./figure/engine.js";
import * as files from "./figure/files.js";
import { AnswerStore } from "./lesson/answers.js";
import { answered, answersView } from "./lesson/answers-page.js";
import { chapterView } from "./lesson/chapter.js";
import { chosenChapters, contents, neighbours, openChapter } from "./lesson/contents.js";
import { gather } from "./lesson/facts.js";
import { themeSwitch } from "./theme.js";

/** @typedef {import("./lesson/types.d.ts").Chapter} Chapter */
/** @typedef {import("./lesson/contents.js").Numbered} Numbered */

const mount = /** @type {HTMLElement} */ (document.querySelector("#lesson"));

/** @param {string} name */
async function load(name) {
  return JSON.parse(await files.text(`locales/lesson/${name}.json`));
}

async function begin() {
  const [words, entries] = await Promise.all([loadWords().then(() => loadWords("en-lesson")), load("contents")]);
  const chapters = chosenChapters(entries, location.search);
  const store = new AnswerStore();
  const list = contents(chapters, store, words);
  const page = make("div", { class: "page" });
  const notes = store.kept ? [] : [make("p", { class: "notice", role: "status" }, words("lesson-not-kept"))];
  /** Counts openings: one that was overtaken by a later one shows nothing. */
  let opening = 0;
  let leave = new AbortController();

  /** @param {{ root: HTMLElement, heading: HTMLElement }} view @param {boolean} first @param {HTMLElement[]} [after] */
  const turn = (view, first, after = []) => {
    page.replaceChildren(view.root, ...after);
    if (first) return;
    scrollTo(0, 0);
    view.heading.focus({ preventScroll: true });
  };

  /** @param {boolean} first */
  const openAnswers = async (first) => {
    const read = await Promise.all(chapters.map(async (entry) => {
      /** @type {Chapter} */
      const chapter = await load(entry.id);
      const { gaps } = await gather(chapter.facts ?? {});
      return { entry, pairs: answered(chapter, store.of(entry.id), gaps, words) };
    }));
    list.show(undefined);
    turn(answersView(read, store, words, () => openAnswers(false)), first);
  };

  const open = async (first = false) => {
    const turnOf = opening += 1;
    leave.abort();
    leave = new AbortController();
    if (location.hash === "#answers") return openAnswers(first);
    const entry = openChapter(chapters, location);
    const view = await chapterView(entry, entry.number, await load(entry.id), store, words, () => list.show(entry), leave.signal);
    if (turnOf !== opening) return;
    document.title = `${entry.number} ${entry.title} · Downhill`;
    list.show(entry);
    turn(view, first, [neighbours(chapters, entry, words)]);
  };

  mount.replaceChildren(...notes, list.root, page);
  addEventListener("hashchange", () => void open());
  await open(true);
}

document.body.dataset.size = new URLSearchParams(location.search).get("size") ?? "normal";
themeSwitch(/** @type {HTMLElement} */ (document.querySelector("#theme")));
begin().catch(async (failure) => {
  const words = await loadWords().catch(() => undefined);
  mount.replaceChildren(make("p", { class: "notice", role: "alert" }, `${words?.("lesson-failed") ?? ""} ${failure}`));
});
