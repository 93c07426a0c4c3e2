/** The live figure of a chapter: one element, set up by links and single settings. */

import { make } from "../figure/dom.js";

/** @typedef {import("../gradient-descent.js").GradientDescent} GradientDescent */
/** @typedef {import("./types.d.ts").Moment} Moment */
/** @typedef {import("./types.d.ts").Settings} Settings */

/** Settings a page asks of every figure, from its own address. */
const SHARED = ["size", "theme", "lang"];

export class LiveFigure {
  #shared;

  /**
   * @param {string} link
   * @param {string} waiting what is read until it stands
   */
  constructor(link, waiting) {
    const asked = new URLSearchParams(location.search);
    this.#shared = SHARED.filter((key) => asked.has(key)).map((key) => `&${key}=${encodeURIComponent(asked.get(key) ?? "")}`).join("");
    this.element = /** @type {GradientDescent} */ (document.createElement("gradient-descent"));
    this.element.append(make("p", {}, waiting));
    this.open(link);
  }

  /** Another figure in its place. @param {string} link */
  open(link) {
    this.element.link = link + this.#shared;
  }

  /** Some settings anew, the rest stays. @param {Settings} settings */
  async set(settings) {
    await this.element.ready;
    for (const [key, value] of Object.entries(settings)) this.element.setAttribute(key, value);
    // The element hears of changed attributes a moment later.
    await Promise.resolve();
  }

  /** Brings the map into view if it is not: a figure that nobody sees holds its clock. @returns {boolean} whether it had to */
  show() {
    const { top } = this.element.getBoundingClientRect();
    if (top >= 0 && top < innerHeight / 2) return false;
    this.element.scrollIntoView({ block: "start" });
    return true;
  }

  /** Plays so many steps, or to the end of every run. @param {number} [steps] */
  async play(steps) {
    await this.element.ready;
    if (steps !== undefined) return this.element.step(steps);
    await this.element.run();
    // A pause on the way does not keep the result from the reader.
    return this.element.step(Infinity);
  }

  /** @returns {Moment | undefined} */
  get moment() {
    const { readout, state } = this.element;
    return readout && { readout, settings: /** @type {Settings} */ (state.settings) };
  }

  /** Calls on every change of the figure. @param {(moment: Moment) => void} heard */
  onMoment(heard) {
    for (const event of ["ready", "change", "step", "stop"]) {
      this.element.addEventListener(event, () => this.moment && heard(this.moment));
    }
  }
}
