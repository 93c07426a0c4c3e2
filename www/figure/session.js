/** One figure at work: the lab, the frame that shows it, and the events it sends. */

/** @typedef {import("./types.d.ts").Lab} Lab */
/** @typedef {import("./types.d.ts").Figure} Figure */
/** @typedef {import("./types.d.ts").Problem} Problem */
/** @typedef {import("./types.d.ts").Words} Words */

/**
 * @typedef {object} Outside what a session tells its element
 * @property {(name: string, detail: unknown) => void} emit
 * @property {(failure: unknown) => void} fail the engine broke; this session is over
 */

export class Session {
  /** @type {Figure | undefined} */
  #figure;
  /** @type {((figure: Figure) => void)[]} */
  #shows = [];
  /** @type {((problems: Problem[]) => void)[]} */
  #listeners = [];
  #frame = 0;
  #seen = false;
  #near = false;
  /** The picture was drawn once, and what has changed since is not in it. */
  #shown = false;
  #stale = false;
  #outside;
  #goodLink = "";
  #life = new AbortController();

  /**
   * @param {Lab} lab
   * @param {Words} words
   * @param {Outside} outside
   */
  constructor(lab, words, outside) {
    this.#outside = outside;
    this.lab = guarded(lab, (failure) => {
      this.close();
      outside.fail(failure);
    });
    this.words = words;
    this.closed = false;
    /** Of the figure, as of the last frame: light or dark, and how many times as large as usual letters and strokes are. */
    this.appearance = { theme: "light", text: 1 };
  }

  /** The present moment; asked of the engine once for each change. */
  get figure() {
    this.#figure ??= this.lab.figure();
    return this.#figure;
  }

  /** The last link the engine lived through: where to go on after a panic. */
  get goodLink() {
    return this.#goodLink;
  }

  /** Ends listening outside the figure when the figure is gone. */
  get signal() {
    return this.#life.signal;
  }

  /** @param {(figure: Figure) => void} show called at most once a frame, after something changed */
  onShow(show) {
    this.#shows.push(show);
  }

  /** @param {(problems: Problem[]) => void} listener */
  onProblems(listener) {
    this.#listeners.push(listener);
  }

  /** The first figure. @param {string} query */
  open(query) {
    this.report(this.lab.load(query));
    this.refresh();
    this.#goodLink = this.lab.link();
  }

  /**
   * Something the reader or the host page asked for that changes the figure.
   * @param {(lab: Lab) => Problem[] | void} work
   */
  command(work) {
    const before = this.lab.link();
    this.report(work(this.lab) ?? []);
    this.refresh();
    this.#goodLink = this.lab.link();
    if (this.#goodLink !== before) this.emit("change");
  }

  /**
   * Something that changes settings but none of the figure's words, such as a drag that goes on turning
   * the compass: the figure is not asked for again.
   * @param {(lab: Lab) => void} work
   */
  touch(work) {
    work(this.lab);
    this.redraw();
    this.#goodLink = this.lab.link();
    this.emit("change");
  }

  /** One more run, or word that there is no room. @param {Float64Array} at */
  addStart(at) {
    this.command((lab) => (lab.addStart(at) ? [] : [{ key: "start", value: at.join(), message: this.words("no-room") }]));
  }

  /** The clock moved: by a call, or by a frame of playback. */
  moved() {
    this.refresh();
    this.emit("step");
  }

  /** @param {string} name */
  emit(name) {
    this.#outside.emit(name, this.lab.readout());
  }

  /** @param {Problem[]} problems */
  report(problems) {
    for (const problem of problems) this.#outside.emit("problem", problem);
    if (problems.length > 0) for (const listener of this.#listeners) listener(problems);
  }

  /** The figure is out of date: ask again, and show it in the next frame. */
  refresh() {
    this.#figure = undefined;
    this.redraw();
  }

  /**
   * Whether the figure is in sight, or soon may be. Nothing is drawn that nobody sees, but a first
   * picture for who comes near, or asks: with it the figure has its height.
   * @param {boolean} seen
   * @param {boolean} near
   */
  look(seen, near) {
    this.#seen = seen;
    this.#near = near;
    if (this.#stale) this.redraw();
  }

  get seen() {
    return this.#seen;
  }

  get #watched() {
    return this.#seen || (this.#near && !this.#shown);
  }

  /** Whether the figure is to be shown in the next frame, or later in this one. */
  get pending() {
    return this.#frame !== 0;
  }

  redraw() {
    if (this.closed || this.#frame !== 0) return;
    this.#stale = !this.#watched;
    if (this.#stale) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.showNow();
    });
  }

  /** For who cannot wait for a frame. */
  showNow() {
    this.#shown = true;
    const figure = this.figure;
    for (const show of this.#shows) show(figure);
  }

  close() {
    this.closed = true;
    cancelAnimationFrame(this.#frame);
    this.#life.abort();
  }
}

/**
 * The same lab, but a panic inside it is told once, and the caller stops there.
 * @param {Lab} lab
 * @param {(failure: unknown) => void} fail
 * @returns {Lab}
 */
function guarded(lab, fail) {
  let failed = false;
  return new Proxy(lab, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (/** @type {unknown[]} */ ...given) => {
        try {
          return member.apply(target, given);
        } catch (failure) {
          if (!failed && name !== "free") fail(failure);
          failed = true;
          throw failure;
        }
      };
    },
  });
}
