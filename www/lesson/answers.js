/** What the reader has answered, kept on this device where the browser allows it. */

/** @typedef {import("./types.d.ts").Answers} Answers */

const PLACE = "downhill-lesson";
const VERSION = 1;

export class AnswerStore {
  /** @type {Record<string, Answers>} by chapter */
  #answers = {};
  #kept = true;

  constructor() {
    try {
      const stored = JSON.parse(localStorage.getItem(PLACE) ?? "null");
      if (stored?.version === VERSION) this.#answers = Object(stored.answers);
      localStorage.setItem(PLACE, this.#text());
    } catch {
      this.#kept = false;
    }
  }

  /** Whether this browser remembers. */
  get kept() {
    return this.#kept;
  }

  /** @param {string} chapter @returns {Answers} */
  of(chapter) {
    return { ...Object(this.#answers[chapter]) };
  }

  /** @param {string} chapter @param {Answers} news */
  add(chapter, news) {
    this.#answers[chapter] = { ...this.of(chapter), ...news };
    this.#save();
  }

  /** Whether everything in a chapter has been done. @param {string} chapter */
  finished(chapter) {
    const { prediction, why, tried, question } = this.of(chapter);
    return prediction !== undefined && why !== undefined && tried === true && question !== undefined;
  }

  reset() {
    this.#answers = {};
    this.#save();
  }

  #text() {
    return JSON.stringify({ version: VERSION, answers: this.#answers });
  }

  #save() {
    try {
      localStorage.setItem(PLACE, this.#text());
    } catch {
      this.#kept = false;
    }
  }
}
