/** The playback clock: when the next step is due, and work that is longer than a frame in slices. */

/** @typedef {import("./session.js").Session} Session */

/** Steps shown one by one before a run speeds up, and how many of them in a second. */
const SINGLE_STEPS = 10;
const SINGLE_RATE = 6;
/** Any run is over by then, the clock's own margin included. */
const LONGEST_SECONDS = 7.5;
/** Computing this long leaves room in a frame for drawing. */
const SLICE_MILLISECONDS = 8;
/** A frame that comes later than this was held up; playback goes on from where it was. */
const LONGEST_FRAME_SECONDS = 0.1;

/**
 * How many steps a run has taken so long after Run was pressed: one by one, then ever faster.
 * @param {number} seconds
 * @param {number} most steps the run can take
 */
export function stepsDue(seconds, most) {
  const steady = seconds * SINGLE_RATE;
  const singly = SINGLE_STEPS / SINGLE_RATE;
  if (seconds <= singly || most <= SINGLE_STEPS) return Math.floor(steady);
  const growth = Math.log(most / SINGLE_STEPS) / (LONGEST_SECONDS - singly);
  return Math.floor(Math.max(steady, SINGLE_STEPS * Math.exp(growth * (seconds - singly))));
}

export class Player {
  #session;
  #playing = false;
  #suspended = false;
  #seconds = 0;
  #taken = 0;
  #last = 0;
  #frame = 0;
  /** Counts commands, so that slices of an older one know they are cancelled. */
  #turn = 0;
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  get playing() {
    return this.#playing;
  }

  /** Plays until every run has ended; the promise settles then, or at a pause. */
  run() {
    if (this.#session.figure.finished) return Promise.resolve();
    if (!this.#playing) {
      this.#turn += 1;
      this.#playing = true;
      this.#seconds = 0;
      this.#taken = 0;
      this.#begin();
      this.#session.refresh();
    }
    return new Promise((/** @type {(done: void) => void} */ settle) => this.#waiting.push(() => settle()));
  }

  pause() {
    this.#turn += 1;
    if (!this.#playing) return;
    this.#playing = false;
    cancelAnimationFrame(this.#frame);
    this.#session.redraw();
    for (const settle of this.#waiting.splice(0)) settle();
  }

  /** Nobody looks: hold the clock, and go on when somebody does. @param {boolean} unseen */
  suspend(unseen) {
    if (this.#suspended === unseen) return;
    this.#suspended = unseen;
    cancelAnimationFrame(this.#frame);
    if (this.#playing) this.#begin();
  }

  reset() {
    this.pause();
    this.#session.lab.reset();
    this.#session.moved();
  }

  /** @param {number} iteration */
  seek(iteration) {
    this.pause();
    this.#session.lab.seek(iteration);
    this.#session.moved();
  }

  /**
   * Takes so many steps: at once if that fits into a frame, else in slices.
   * @param {number} count may be infinite: to the end of every run
   * @returns {Promise<void> | undefined} a promise if there is more to do
   */
  step(count) {
    this.pause();
    const left = count - this.#slice(count);
    return left > 0 && !this.#session.figure.finished ? this.#slices(left) : undefined;
  }

  /** @param {number} left */
  async #slices(left) {
    const turn = this.#turn;
    while (left > 0 && !this.#session.figure.finished) {
      await nextFrame();
      if (turn !== this.#turn || this.#session.closed) return;
      left -= this.#slice(left);
    }
  }

  #begin() {
    this.#last = performance.now();
    if (!this.#suspended) this.#frame = requestAnimationFrame((now) => this.#play(now));
  }

  /** @param {number} now */
  #play(now) {
    this.#seconds += Math.max(0, Math.min((now - this.#last) / 1000, LONGEST_FRAME_SECONDS));
    this.#last = now;
    const due = this.#due() - this.#taken;
    if (due >= 1) this.#taken += this.#slice(due);
    if (!this.#playing || this.#session.closed) return;
    if (this.#session.figure.finished) this.pause();
    else this.#frame = requestAnimationFrame((later) => this.#play(later));
  }

  /** Steps that should have been taken by now. */
  #due() {
    const { lab } = this.#session;
    const speed = Number(lab.setting("speed"));
    if (speed > 0) return Math.floor(this.#seconds * speed);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return Infinity;
    return stepsDue(this.#seconds, Number(lab.setting("steps")) || Infinity);
  }

  /**
   * Computes for one frame at most and shows where that led.
   * @param {number} count
   * @returns {number} steps taken
   */
  #slice(count) {
    const until = performance.now() + SLICE_MILLISECONDS;
    let taken = 0;
    let chunk = 16;
    let moved = 1;
    while (taken < count && moved > 0) {
      moved = this.#session.lab.advance(Math.min(chunk, count - taken));
      taken += moved;
      chunk *= 2;
      if (performance.now() >= until) break;
    }
    this.#session.moved();
    if (this.#session.figure.finished) this.#session.emit("stop");
    return taken;
  }
}

/** The next frame, or soon after if no frames are shown. */
function nextFrame() {
  return new Promise((/** @type {(done: void) => void} */ resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(() => resolve(), 100);
  });
}
