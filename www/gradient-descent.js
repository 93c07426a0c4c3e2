/**
 * The custom element `<gradient-descent>`: a live figure of gradient descent for any page.
 * Attributes are the settings of the engine's table, input only; see docs/embedding.md.
 */

import { abandonEngine, FIRST_PICTURE, loadEngine } from "./figure/engine.js";
import { showFirst } from "./figure/first.js";
import { frame } from "./figure/frame.js";
import { Player } from "./figure/player.js";
import { Session } from "./figure/session.js";
import { loadTrouble, trouble } from "./figure/trouble.js";
import { WAITING } from "./figure/waiting.js";

/** @typedef {import("./contract.d.ts").Readout} Readout */
/** @typedef {import("./contract.d.ts").State} State */
/** @typedef {import("./figure/types.d.ts").Lab} Lab */
/** @typedef {import("./figure/types.d.ts").Problem} Problem */
/** @typedef {import("./figure/engine.js").Engine} Engine */
/** @typedef {{ session: Session, player: Player, farewell?: Readout }} Work its last readout once it is over */

/** A figure starts when it is this near to the window, or to the edge of a box that scrolls. */
const NEAR = { rootMargin: "100%", scrollMargin: "400px" };
/** What is not seen yet gives way to what is, but not for longer. */
const IDLE_MILLISECONDS = 500;

class GradientDescent extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  /** @type {Work | undefined} */
  #work;
  /** Somebody wants it to stand, seen or not. */
  #asked = false;
  #near = false;
  #seen = false;
  /** Its first picture, shown while the engine is on its way. @type {ReturnType<typeof showFirst> | undefined} */
  #first;
  /** The figure to open with, if not that of the attributes. @type {string | undefined} */
  #link;
  /** Calls made before there is a figure to act on. @type {((work: Work) => void)[]} */
  #queue = [];
  /** @type {(readout: Readout) => void} */
  #settleReady = () => {};

  /** @type {Promise<Readout>} */
  #ready = new Promise((settle) => {
    this.#settleReady = settle;
  });

  #attributes = new MutationObserver((records) => this.#attributesChanged(records));
  static #sight = new IntersectionObserver((entries) => {
    for (const { figure, reached } of figures(entries)) figure.#look(reached, figure.#near);
  });
  static #nearness = new IntersectionObserver((entries) => {
    for (const { figure, reached } of figures(entries)) figure.#look(figure.#seen, reached);
  }, NEAR);

  constructor() {
    super();
    this.#wait();
  }

  connectedCallback() {
    this.#attributes.observe(this, { attributes: true });
    GradientDescent.#sight.observe(this);
    GradientDescent.#nearness.observe(this);
    if (this.#asked) this.#ask();
  }

  disconnectedCallback() {
    this.#attributes.disconnect();
    GradientDescent.#sight.unobserve(this);
    GradientDescent.#nearness.unobserve(this);
    // Being moved is leaving and coming back in one go; only who stays away is closed.
    queueMicrotask(() => !this.isConnected && this.#close());
  }

  /** Settles with the first readout, once the figure stands, for which it need not be seen. */
  get ready() {
    this.#ask();
    return this.#ready;
  }

  /** Everything about the present moment, as a fresh plain copy; undefined before `ready`. */
  get readout() {
    return this.#work?.session.lab.readout();
  }

  /** Query text that rebuilds this figure. */
  get link() {
    return this.#work?.session.lab.link() ?? this.#link ?? "";
  }

  set link(query) {
    const text = toText(query ?? "").replace(/^[?#]/, "");
    if (!this.#work) {
      this.#link = text;
      this.#ask();
      return;
    }
    this.#act(({ session, player }) => {
      player.pause();
      session.command((lab) => lab.load(text));
      if (session.lab.setting("run") !== "off") player.run();
    });
  }

  /** @returns {State} */
  get state() {
    return { version: 1, settings: this.#work?.session.lab.settings() ?? {} };
  }

  set state(state) {
    const { version = 1, settings } = Object(state);
    // The engine says what it thinks of a version that is not its own.
    const said = toText(version) === "1" ? [] : [["version", version]];
    this.link = toQuery([...said, ...Object.entries(Object(settings))]);
  }

  /** @param {number} [count] */
  step(count = 1) {
    return this.#act(({ player }) => player.step(wholeSteps(count)));
  }

  /** @param {number} [count] */
  back(count = 1) {
    return this.#act(({ session, player }) => player.seek(Math.max(0, session.figure.iteration - wholeSteps(count))));
  }

  /** Plays; the promise settles when every run has ended, or at a pause. */
  run() {
    return this.#act(({ player }) => player.run());
  }

  pause() {
    return this.#act(({ player }) => player.pause());
  }

  reset() {
    return this.#act(({ player }) => player.reset());
  }

  /** One run from there. @param {Iterable<number>} at */
  startAt(at) {
    return this.#start(at, (session, point) => session.command((lab) => lab.startAt(point)));
  }

  /** One more run. @param {Iterable<number>} at */
  addStart(at) {
    return this.#start(at, (session, point) => session.addStart(point));
  }

  /** Some settings anew, the rest stays; `null` means the default. @param {object} settings */
  set(settings) {
    return this.#act((work) => change(work, Object.entries(Object(settings))));
  }

  /** Shows what went wrong as the figure does of its own, and sends `problem`. @param {Problem} problem */
  report(problem) {
    const { key = "", value = "", message = "" } = Object(problem);
    return this.#act(({ session }) => session.report([{ key: String(key), value: String(value), message: String(message) }]));
  }

  /**
   * @param {unknown} at
   * @param {(session: Session, point: Float64Array) => void} place
   */
  #start(at, place) {
    const point = toPoint(at);
    return this.#act(({ session, player }) => {
      const fits = point.length === session.figure.parameters.length && point.every(Number.isFinite);
      player.pause();
      // A point that is none goes to the table of settings, which says what is wrong with it.
      if (fits) place(session, point);
      else session.command((lab) => lab.set("start", point.join()));
    });
  }

  /**
   * Now if the figure stands, else as soon as it does.
   * @param {(work: Work) => unknown} work
   * @returns {Promise<Readout>}
   */
  #act(work) {
    const acted = async (/** @type {Work} */ at) => {
      const longer = work(at);
      // What is done at once is read at once, before the next call.
      if (longer) await longer;
      return at.farewell ?? at.session.lab.readout();
    };
    if (this.#work) return acted(this.#work);
    this.#ask();
    return new Promise((settle, refuse) => this.#queue.push((at) => acted(at).then(settle, refuse)));
  }

  /** Somebody wants it at once. */
  #ask() {
    this.#asked = true;
    if (this.isConnected) this.#open();
  }

  /** @param {boolean} seen @param {boolean} near */
  #look(seen, near) {
    this.#seen = seen;
    this.#near = near;
    this.#work?.player.suspend(!seen);
    this.#work?.session.look(seen, near || this.#asked);
    if (seen || near) this.#open();
  }

  get #inTrouble() {
    return this.#shadow.querySelector(".trouble") !== null;
  }

  /** As often as anybody wishes: it is built once. */
  async #open() {
    if (this.#work || this.#inTrouble) return;
    try {
      this.#first ??= showFirst(this.#shadow, () => this.isConnected && this.#isFirstPicture());
      const close = await this.#first;
      const engine = await loadEngine();
      if (!this.#asked) await (this.#seen ? turn() : idle());
      // Scrolled past or taken away, it waits until somebody comes again.
      const wanted = this.isConnected && (this.#asked || this.#seen || this.#near);
      if (!wanted || this.#work || this.#inTrouble) return;
      close();
      this.#build(engine);
    } catch (failure) {
      // A panic while building has been told already.
      if (!this.#inTrouble) this.#fail(loadTrouble(failure), failure, this.#link);
    }
  }

  /** Whether this is the start page's figure as the page sets it. */
  #isFirstPicture() {
    return this.#link === undefined && [...this.attributes].map(({ name, value }) => `${name}=${value}`).join("&") === FIRST_PICTURE;
  }

  /** @param {Engine} engine */
  #build({ newLab, sheets, words }) {
    const session = new Session(newLab(), words, {
      emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })),
      fail: (failure) => this.#fail("crash", failure, session.goodLink),
    });
    const player = new Player(session);
    const { lab } = session;
    this.#shadow.adoptedStyleSheets = sheets;
    const root = frame(session, player);
    player.suspend(!this.#seen);
    session.look(this.#seen, this.#near || this.#asked);
    session.open(this.#link ?? this.#attributeQuery(lab));
    lab.compile();
    this.#shadow.replaceChildren(root);
    this.#work = { session, player };
    this.#settleReady(lab.readout());
    session.emit("ready");
    for (const call of this.#queue.splice(0)) call(this.#work);
    if (lab.setting("run") !== "off") player.run();
  }

  #close() {
    const work = this.#work;
    this.#asked = this.#queue.length > 0;
    this.#seen = false;
    this.#near = false;
    if (!work) return;
    this.#link = work.session.lab.link();
    this.#work = undefined;
    work.player.pause();
    work.session.close();
    work.farewell = work.session.lab.readout();
    work.session.lab.free();
    this.#wait();
  }

  /** Until the figure stands, the page's own words in the element are seen. */
  #wait() {
    this.#first = undefined;
    this.#shadow.adoptedStyleSheets = [WAITING];
    this.#shadow.replaceChildren(document.createElement("slot"));
  }

  /**
   * @param {import("./figure/trouble.js").Kind} kind
   * @param {unknown} failure
   * @param {string | undefined} link the figure to come back to
   */
  #fail(kind, failure, link) {
    if (kind === "crash") abandonEngine();
    this.#link = link;
    this.#work = undefined;
    this.#shadow.adoptedStyleSheets = [WAITING];
    this.#shadow.replaceChildren(trouble(kind, failure, () => {
      this.#wait();
      this.#open();
    }));
  }

  /** @param {Lab} lab */
  #attributeQuery(lab) {
    const keys = new Set(lab.tables().keys);
    return toQuery([...this.attributes].filter(({ name }) => keys.has(name)).map(({ name, value }) => [name, value]));
  }

  /** @param {MutationRecord[]} records */
  #attributesChanged(records) {
    if (!this.#work) return;
    const keys = new Set(this.#work.session.lab.tables().keys);
    const changed = [...new Set(records.map(({ attributeName }) => attributeName ?? ""))].filter((name) => keys.has(name));
    change(this.#work, changed.map((name) => [name, this.getAttribute(name)]));
  }
}

/** @param {IntersectionObserverEntry[]} entries in the order of time */
function figures(entries) {
  return entries.map(({ target, isIntersecting }) => ({ figure: /** @type {GradientDescent} */ (target), reached: isIntersecting }));
}

let turns = Promise.resolve();

/** Figures in sight are built one a frame: the first is seen before the last is built. */
function turn() {
  const mine = turns;
  turns = mine.then(() => new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
  }));
  return mine;
}

/** A pause in the page's work; not every browser tells of one. */
function idle() {
  return new Promise((/** @type {(done: void) => void} */ settle) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => settle(), { timeout: IDLE_MILLISECONDS });
    else setTimeout(() => settle(), IDLE_MILLISECONDS);
  });
}

/** @param {unknown[][]} settings keys with their values */
function toQuery(settings) {
  return settings.map((pair) => pair.map((part) => encodeURIComponent(toText(part))).join("=")).join("&");
}

/** A text for anything, without half surrogates, which no link can hold. @param {unknown} value */
function toText(value) {
  try {
    return String(value).replace(/\p{Surrogate}/gu, "\ufffd");
  } catch {
    // An object that has no text.
    return "";
  }
}

/** What is no number of steps is none. @param {unknown} count */
function wholeSteps(count) {
  const steps = Math.floor(Number(count));
  return steps > 0 ? steps : 0;
}

/** @param {unknown} at */
function toPoint(at) {
  const list = Array.isArray(at) || ArrayBuffer.isView(at) ? /** @type {ArrayLike<unknown>} */ (/** @type {unknown} */ (at)) : [at];
  return Float64Array.from(list, (coordinate) => (typeof coordinate === "number" ? coordinate : NaN));
}

/**
 * Settings as a page sets them: none means the default.
 * @param {Work} work
 * @param {[string, unknown][]} settings
 */
function change({ session, player }, settings) {
  for (const [key, value] of settings) session.command((lab) => lab.set(key, value === undefined || value === null ? null : toText(value)));
  if (settings.every(([key]) => key !== "run")) return;
  if (session.lab.setting("run") !== "off") player.run();
  else player.pause();
}

if (!customElements.get("gradient-descent")) customElements.define("gradient-descent", GradientDescent);

export { GradientDescent };
