/**
 * The custom element `<gradient-descent>`: a live figure of gradient descent for any page.
 * Attributes are the settings of the engine's table, input only; see docs/embedding.md.
 */

import { abandonEngine, FIRST_PICTURE, loadEngine } from "./figure/engine.js";
import { showFirst } from "./figure/first.js";
import { frame } from "./figure/frame.js";
import { Player } from "./figure/player.js";
import { Session } from "./figure/session.js";
import { trouble } from "./figure/trouble.js";

/** @typedef {import("./figure/types.d.ts").Readout} Readout */
/** @typedef {import("./figure/types.d.ts").Lab} Lab */
/** @typedef {import("./figure/engine.js").Engine} Engine */
/** @typedef {{ session: Session, player: Player, farewell?: Readout }} Work its last readout once it is over */

class GradientDescent extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  /** @type {Work | undefined} */
  #work;
  #opening = false;
  /** The figure to open with, if not that of the attributes. @type {string | undefined} */
  #link;
  /** Calls made before there is a figure to act on. @type {((work: Work) => void)[]} */
  #queue = [];
  /** @type {(readout: Readout) => void} */
  #settleReady = () => {};

  /** Settles with the first readout, once the figure stands. @type {Promise<Readout>} */
  ready = new Promise((settle) => {
    this.#settleReady = settle;
  });

  #attributes = new MutationObserver((records) => this.#attributesChanged(records));
  #sight = new IntersectionObserver((entries) => {
    this.#work?.player.suspend(!entries.some(({ isIntersecting }) => isIntersecting));
  });

  constructor() {
    super();
    // Until the figure stands, the page's own words in the element are seen.
    this.#shadow.append(document.createElement("slot"));
  }

  connectedCallback() {
    this.#attributes.observe(this, { attributes: true });
    this.#sight.observe(this);
    if (!this.#work) this.#open();
  }

  disconnectedCallback() {
    this.#attributes.disconnect();
    this.#sight.disconnect();
    // Being moved is leaving and coming back in one go; only who stays away is closed.
    queueMicrotask(() => !this.isConnected && this.#close());
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
    const text = String(query ?? "").replace(/^[?#]/, "");
    if (!this.#work) {
      this.#link = text;
      return;
    }
    this.#act(({ session, player }) => {
      player.pause();
      session.command((lab) => lab.load(text));
      if (session.lab.setting("run") !== "off") player.run();
    });
  }

  get state() {
    return { version: 1, settings: this.#work?.session.lab.settings() ?? {} };
  }

  set state(state) {
    const settings = Object(Object(state).settings);
    this.link = toQuery(Object.entries(settings));
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
    return new Promise((settle, refuse) => this.#queue.push((at) => acted(at).then(settle, refuse)));
  }

  async #open() {
    if (this.#opening) return;
    this.#opening = true;
    try {
      const close = await showFirst(this.#shadow, () => this.isConnected && this.#isFirstPicture());
      const engine = await loadEngine();
      close();
      if (this.isConnected) this.#build(engine);
    } catch (failure) {
      // A panic while building has been told already.
      if (!this.#shadow.querySelector(".trouble")) this.#fail("load", failure, this.#link);
    } finally {
      this.#opening = false;
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
    session.open(this.#link ?? this.#attributeQuery(lab));
    this.#shadow.replaceChildren(root);
    this.#work = { session, player };
    this.#settleReady(lab.readout());
    session.emit("ready");
    for (const call of this.#queue.splice(0)) call(this.#work);
    if (lab.setting("run") !== "off") player.run();
  }

  #close() {
    const work = this.#work;
    if (!work) return;
    this.#link = work.session.lab.link();
    this.#work = undefined;
    work.player.pause();
    work.session.close();
    work.farewell = work.session.lab.readout();
    work.session.lab.free();
    this.#shadow.replaceChildren(document.createElement("slot"));
  }

  /**
   * @param {"load" | "crash"} kind
   * @param {unknown} failure
   * @param {string | undefined} link the figure to come back to
   */
  #fail(kind, failure, link) {
    if (kind === "crash") abandonEngine();
    this.#link = link;
    this.#work = undefined;
    this.#shadow.replaceChildren(trouble(kind, failure, () => {
      this.#shadow.replaceChildren(document.createElement("slot"));
      this.#open();
    }));
  }

  /** @param {Lab} lab */
  #attributeQuery(lab) {
    const keys = new Set(lab.tables().settings.map(({ key }) => key));
    return toQuery([...this.attributes].filter(({ name }) => keys.has(name)).map(({ name, value }) => [name, value]));
  }

  /** @param {MutationRecord[]} records */
  #attributesChanged(records) {
    if (!this.#work) return;
    const { session, player } = this.#work;
    const keys = new Set(session.lab.tables().settings.map(({ key }) => key));
    const changed = [...new Set(records.map(({ attributeName }) => attributeName ?? ""))].filter((name) => keys.has(name));
    for (const name of changed) session.command((lab) => lab.set(name, this.getAttribute(name)));
    if (changed.includes("run")) {
      if (session.lab.setting("run") !== "off") player.run();
      else player.pause();
    }
  }
}

/** @param {[string, unknown][]} settings */
function toQuery(settings) {
  return settings.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join("&");
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

if (!customElements.get("gradient-descent")) customElements.define("gradient-descent", GradientDescent);

export { GradientDescent };
