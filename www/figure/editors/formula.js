/** A formula of the reader's own: read at every key, drawn when typing pauses. */

import { formula, make, scrollable, write } from "../dom.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../types.d.ts").Figure} Figure */
/** @typedef {import("../types.d.ts").FormulaReading} FormulaReading */
/** @typedef {import("../types.d.ts").Problem} Problem */

/**
 * @typedef {object} FormulaEditor
 * @property {(figure: Figure) => void} show
 * @property {(problem: Problem) => void} complain a text from outside that cannot be read
 * @property {() => void} focus
 * @property {() => void} clear
 */

/** The engine's name for a cost that is typed. */
const OWN = "formula";
/** The figure follows after so many milliseconds without a key. */
const PAUSE = 220;
/** What is told aloud waits for a longer pause. */
const SPEECH_PAUSE = 1200;
/** Typesetting that took longer than so many milliseconds waits for the pause as well. */
const QUICK = 5;

/**
 * @param {Session} session
 * @param {HTMLElement} root
 * @returns {FormulaEditor}
 */
export function formulaEditor(session, root) {
  const { lab, words } = session;
  const typed = typedText(words);
  const said = make("p", { class: "unseen", role: "status" });
  const advice = adviceLine(words, (text) => take(text));
  const mathematics = typeset(session);
  root.replaceChildren(typed.root, advice.root, mathematics.root, examples(session, (text) => take(text)), said);

  let drawing = 0;
  let speaking = 0;
  /** Text of the figure, or of the last edit on its way there. */
  let applied = "";
  const present = () => (session.figure.cost === OWN ? lab.setting(OWN) : "");

  /** @param {string} text */
  const read = (text) => {
    const reading = lab.readFormula(text);
    typed.mark(reading);
    advice.show(reading, text);
    mathematics.show(text, reading.message === undefined);
    return reading;
  };
  /** The figure takes the text on, if it is a formula and another one. */
  const apply = () => {
    clearTimeout(drawing);
    mathematics.now();
    const text = typed.text().trim();
    if (session.closed || text === applied || lab.readFormula(text).message !== undefined) return;
    applied = text;
    session.command(() => lab.choose(OWN, text));
  };
  const changed = () => {
    const reading = read(typed.text());
    clearTimeout(drawing);
    clearTimeout(speaking);
    drawing = window.setTimeout(apply, PAUSE);
    speaking = window.setTimeout(() => write(said, spoken(reading, words)), SPEECH_PAUSE);
  };
  /** A text chosen by a button is an edit of its own. @param {string} text */
  const take = (text) => {
    apply();
    lab.settle();
    typed.write(text);
    changed();
    apply();
    lab.settle();
    typed.input.focus();
  };

  typed.input.addEventListener("input", changed);
  typed.input.addEventListener("focus", () => lab.settle());
  typed.input.addEventListener("change", () => {
    apply();
    lab.settle();
  });
  typed.input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    apply();
    lab.settle();
    typed.select(read(typed.text()));
  });
  session.signal.addEventListener("abort", () => [drawing, speaking].forEach(clearTimeout));
  read(typed.text());

  return {
    show(figure) {
      const text = figure.cost === OWN ? lab.setting(OWN) : applied;
      // What was typed stays while it is wrong, and while it is on its way.
      if (text === applied) return typed.fit();
      applied = text;
      typed.write(text);
      read(text);
    },
    complain(problem) {
      applied = present();
      typed.write(problem.value);
      read(problem.value);
      advice.complain(problem.message);
      write(said, problem.message);
    },
    focus: () => typed.input.focus(),
    clear() {
      clearTimeout(drawing);
      clearTimeout(speaking);
      applied = "";
      typed.write("");
      read("");
    },
  };
}

/**
 * What is told aloud after a pause.
 * @param {FormulaReading} reading
 * @param {Session["words"]} words
 */
function spoken({ message, hint, suggestion, parameters }, words) {
  const meant = suggestion ? `${words("formula-meant")} ${suggestion}` : "";
  if (message) return `${message} ${meant} ${words("formula-stays")}`.replace(/ +/g, " ");
  const names = parameters.map(({ name }) => name).join(", ");
  const count = parameters.length === 1 ? words("formula-count-one", { names }) : words("formula-count", { count: parameters.length, names });
  return `${words("formula-good")} ${count}. ${hint ?? ""} ${meant}`.trim();
}

/**
 * The field, and behind it the same text unseen, whose wrong part is underlined.
 * @param {Session["words"]} words
 */
function typedText(words) {
  const input = make("textarea", { id: "formula", class: "own-formula", rows: 1, autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-invalid": "false", "aria-describedby": "formula-error formula-hint" });
  const [before, wrong, after] = [make("span"), make("mark"), make("span")];
  const behind = make("div", { class: "own-formula behind", "aria-hidden": "true" }, before, wrong, after);
  const root = make("div", { class: "typed" }, make("label", { for: "formula" }, words("formula-label")), make("div", { class: "layers" }, behind, input));
  const grows = CSS.supports("field-sizing", "content");
  let fitted = "";
  let frame = 0;
  const scroll = () => {
    frame = 0;
    behind.scrollTop = input.scrollTop;
  };
  input.addEventListener("scroll", scroll);
  // Columns count characters, a selection counts UTF-16 units.
  const place = (/** @type {number} */ column) => [...input.value].slice(0, column - 1).join("").length;

  const self = {
    root,
    input,
    // A formula is one line, however it was pasted.
    text: () => input.value.replace(/[\r\n]+/g, " "),
    /** @param {string} text */
    write(text) {
      if (input.value !== text) input.value = text;
      self.fit();
    },
    /** As high as its text is long, where the style cannot do that. */
    fit() {
      if (grows) return;
      const now = `${input.clientWidth} ${input.value}`;
      if (now === fitted) return;
      fitted = now;
      input.rows = 1;
      while (input.rows < 5 && input.scrollHeight > input.clientHeight) input.rows += 1;
    },
    /** @param {FormulaReading} reading */
    mark({ column, length }) {
      const bad = column !== undefined && input.value.trim() !== "";
      if (input.getAttribute("aria-invalid") !== String(bad)) input.setAttribute("aria-invalid", String(bad));
      const [text, from, to] = bad ? [input.value, place(column), place(column + (length ?? 1))] : ["", 0, 0];
      write(before, text.slice(0, from));
      // A missing end is marked by a space behind the text.
      write(wrong, bad ? text.slice(from, to) || "\u00a0\u00a0" : "");
      write(after, text.slice(to));
      // To ask for the place would lay the page out within the key, and once more for the frame.
      if (bad) frame ||= requestAnimationFrame(scroll);
      self.fit();
    },
    /** @param {FormulaReading} reading */
    select({ column }) {
      if (column !== undefined) input.setSelectionRange(place(column), Math.max(place(column + 1), place(column)));
    },
  };
  return self;
}

/**
 * One line under the field: what is wrong, or the parameters' names, and a button for what was meant.
 * @param {Session["words"]} words
 * @param {(text: string) => void} take
 */
function adviceLine(words, take) {
  const error = make("span", { class: "field-error", id: "formula-error" });
  const hint = make("span", { class: "hint", id: "formula-hint" }, words("formula-hint"));
  const names = make("ul", { class: "formula-names", "aria-label": words("formula-names") });
  const note = make("span", { class: "formula-note" });
  const meant = make("span", {}, words("formula-meant"));
  const text = make("code");
  const button = make("button", { type: "button", class: "suggestion", onclick: () => take(suggested) }, text);
  const offer = make("span", { class: "offer", hidden: true }, meant, button);
  const root = make("div", { class: "advice" }, names, error, note, offer, hint);
  let suggested = "";
  let shown = "";
  return {
    root,
    /** @param {string} message */
    complain: (message) => write(error, message),
    /** @param {FormulaReading} reading @param {string} typed */
    show({ parameters, message, hint: other, suggestion = "" }, typed) {
      const empty = typed.trim() === "";
      write(error, empty ? "" : (message ?? ""));
      write(note, message ? "" : (other ?? ""));
      if (suggested !== suggestion) {
        suggested = suggestion;
        write(text, suggestion);
        button.setAttribute("aria-label", words("formula-take", { text: suggestion }));
      }
      offer.hidden = suggestion === "";
      hint.hidden = !empty;
      const listed = parameters.map(({ display }) => display);
      names.hidden = listed.length === 0;
      if (listed.join() === shown) return;
      shown = listed.join();
      names.replaceChildren(...listed.map((name, index) => make("li", { class: `parameter-${index}` }, name)));
    },
  };
}

/**
 * J and all its partial derivatives, typeset in the next frame, or when typing pauses if that takes long.
 * @param {Session} session
 */
function typeset({ lab, words }) {
  const root = make("div", { class: "typeset", role: "group", "aria-label": words("formula-math"), hidden: true });
  /** @type {ReturnType<typeof formula>[]} */
  let lines = [];
  let waiting = "";
  let frame = 0;
  let took = 0;

  const set = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (waiting === "") return;
    const begun = performance.now();
    const { cost, partials } = lab.typesetFormula(waiting) ?? {};
    waiting = "";
    if (!cost || !partials) return;
    const all = [{ math: `<mrow><mi>J</mi><mo>=</mo></mrow>${cost.math}`, spoken: `J = ${cost.spoken}` }, ...partials];
    if (lines.length !== all.length) {
      lines = all.map(() => formula("typeset-line"));
      root.replaceChildren(...lines.map((line) => line.root));
    }
    all.forEach(({ math, spoken }, index) => lines[index].show(math, spoken));
    root.hidden = false;
    root.classList.remove("stale");
    scrollable(root);
    took = performance.now() - begun;
  };
  return {
    root,
    /** The last that could be read stays, faint. @param {string} text @param {boolean} good */
    show(text, good) {
      if (!good) root.classList.add("stale");
      if (text.trim() === "") root.hidden = true;
      waiting = good ? text : "";
      if (good && took < QUICK) frame ||= requestAnimationFrame(set);
    },
    now: set,
  };
}

/**
 * A few formulas to begin with.
 * @param {Session} session
 * @param {(text: string) => void} take
 */
function examples({ lab, words }, take) {
  const buttons = lab.formulaExamples().map(({ name, text }) =>
    make("button", { type: "button", title: text, "aria-label": words("formula-example", { text: name }), onclick: () => take(text) }, name));
  return make("div", { class: "formula-examples", role: "group", "aria-label": words("formula-examples") },
    make("span", { class: "hint", "aria-hidden": "true" }, words("formula-examples")), ...buttons);
}
