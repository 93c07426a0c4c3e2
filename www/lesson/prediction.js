/** Predict, run, compare: the reader commits first, then the figure runs, and both stay side by side. */

import { make, write } from "../figure/dom.js";
import { loadEngine } from "../figure/engine.js";
import { choices } from "./choices.js";
import { withLab } from "./facts.js";
import { fillGaps, inline, number } from "./text.js";

/** @typedef {import("./types.d.ts").Prediction} Prediction */
/** @typedef {import("./types.d.ts").Answers} Answers */
/** @typedef {import("./types.d.ts").Moment} Moment */
/** @typedef {import("./live.js").LiveFigure} LiveFigure */
/** @typedef {import("../figure/types.d.ts").Words} Words */

/**
 * @typedef {object} Setting what a chapter's parts stand on
 * @property {LiveFigure} live
 * @property {Words} words
 * @property {string} figure the link the chapter opens with
 * @property {{ values: Record<string, number>, gaps: Record<string, string> }} facts
 */

/** @typedef {{ predicted: string, between: string, outcome: string, more?: Record<string, string> }} Compared */

/**
 * One way of predicting: what the reader fills in, whether that is done, and how it compares.
 * @typedef {object} Way
 * @property {Node[]} inputs
 * @property {boolean} ready
 * @property {() => void} hold remembers what was predicted, before the figure runs
 * @property {(after: Moment) => Promise<Compared> | Compared} compare
 */

const SHOWN_DECIMALS = 2;
/** So long the end of a walk is looked at before the page goes back to what is said of it. */
const LOOK_MILLISECONDS = 1200;

const pause = () => new Promise((done) => setTimeout(done, LOOK_MILLISECONDS));

/**
 * @param {Prediction} prediction
 * @param {Setting} setting
 * @param {Answers["prediction"]} answered
 * @param {(answer: NonNullable<Answers["prediction"]>) => void} onAnswer
 * @param {() => void} onAgain
 */
export function predict(prediction, setting, answered, onAnswer, onAgain) {
  const { live, words } = setting;
  const way = WAYS[prediction.kind](prediction, setting);
  const said = make("p", { class: "said", role: "status" });
  const result = make("div", { class: "result", tabindex: "-1", hidden: true });
  const asked = make("div", { class: "asked" });
  const again = make("button", { type: "button", class: "plain" }, words("lesson-predict-again"));

  const turn = (/** @type {boolean} */ done) => {
    asked.hidden = done;
    result.hidden = !done;
  };
  /** @param {NonNullable<Answers["prediction"]>} answer */
  const show = (answer) => {
    result.replaceChildren(comparison(answer, words), make("p", {}, ...inline(answer.result)), make("div", { class: "row" }, again));
    turn(true);
  };
  /** @param {boolean} skipped */
  const run = async (skipped) => {
    if (!skipped && !way.ready) return write(said, words(`lesson-${prediction.kind}-first`));
    if (!skipped) way.hold();
    write(said, words("lesson-running"));
    const away = live.show();
    await live.play(prediction.run);
    await live.set(prediction.after ?? {});
    const moment = live.moment;
    if (!moment) return;
    const answer = inWords(prediction, setting, await way.compare(moment), skipped);
    show(answer);
    write(said, "");
    onAnswer(answer);
    result.focus({ preventScroll: true });
    if (away) await pause();
    // Who has gone on by then is left in peace.
    if (away && result.matches(":focus")) result.scrollIntoView({ block: "center" });
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ act, className = "") =>
    make("button", { type: "button", class: className, onclick: act }, words(key));
  again.addEventListener("click", () => {
    turn(false);
    onAgain();
  });
  asked.append(...way.inputs, make("div", { class: "row" },
    button("lesson-run", () => void run(false), "primary"), button("lesson-skip", () => void run(true), "plain")), said);
  if (answered) show(answered);
  return make("div", { class: "prediction" }, asked, result);
}

/**
 * @param {Prediction} prediction
 * @param {Setting} setting
 * @param {Compared} compared
 * @param {boolean} skipped
 */
function inWords({ between, result }, { live, words, facts }, compared, skipped) {
  const predicted = skipped ? words("lesson-skipped") : compared.predicted;
  const gaps = { ...facts.gaps, ...compared.more, predicted, outcome: compared.outcome };
  return {
    predicted,
    outcome: compared.outcome,
    between: skipped ? "" : fillGaps(between ?? compared.between, gaps),
    result: fillGaps(result, gaps),
    link: live.element.link,
  };
}

/**
 * @param {NonNullable<Answers["prediction"]>} answer
 * @param {Words} words
 */
function comparison({ predicted, outcome, between }, words) {
  const rows = [["lesson-predicted", predicted], ["lesson-outcome", outcome], ["lesson-between", between]];
  return make("dl", { class: "compared" }, ...rows.filter(([, text]) => text).map(([key, text]) =>
    make("div", {}, make("dt", {}, words(key)), make("dd", {}, ...inline(text)))));
}

/** @type {Record<Prediction["kind"], (prediction: Prediction, setting: Setting) => Way>} */
const WAYS = { place, choice, number: guessedNumber, setting: chosenSetting };

/** A flag on the map. @param {Prediction} prediction @param {Setting} setting @returns {Way} */
function place({ ask }, { live, words, figure }) {
  const flag = make("p", { class: "said", role: "status" });
  /** @type {Record<string, number> | null} */
  let planted = null;
  live.onMoment(({ readout }) => {
    if (readout.guess) write(flag, words("lesson-flag", { place: placeText(readout.guess.point) }));
    else write(flag, "");
  });
  return {
    inputs: [make("p", { class: "ask" }, ...inline(ask)), flag],
    get ready() {
      return Boolean(live.moment?.readout.guess);
    },
    hold() {
      planted = live.moment?.readout.guess?.point ?? null;
    },
    async compare({ readout }) {
      const outcome = placeText(readout.point);
      const costHere = number(readout.cost, SHOWN_DECIMALS);
      if (!planted || !readout.guess) return { predicted: "", outcome, between: "", more: { costHere } };
      const costThere = number(await costAt(figure, Object.values(planted)), SHOWN_DECIMALS);
      const apart = Object.entries(planted).map(([name, value]) => [`apart_${name}`, number(Math.abs(readout.point[name] - value), SHOWN_DECIMALS)]);
      return {
        predicted: placeText(planted),
        outcome,
        between: number(readout.guess.distance, SHOWN_DECIMALS),
        more: { costHere, costThere, ...Object.fromEntries(apart) },
      };
    },
  };
}

/** One of a few sentences. @param {Prediction} prediction @param {Setting} setting @returns {Way} */
function choice({ ask, choices: sentences = [], outcome = "" }, { words, facts }) {
  const group = choices(ask, sentences, facts.gaps);
  let held = -1;
  return {
    inputs: [group.root],
    get ready() {
      return group.chosen !== undefined;
    },
    hold() {
      held = group.chosen ?? -1;
    },
    compare() {
      const right = sentences.findIndex((sentence) => sentence.right);
      const text = (/** @type {number} */ index) => fillGaps(sentences[index]?.text ?? "", facts.gaps);
      return { predicted: text(held), outcome: fillGaps(outcome, facts.gaps) || text(right), between: words(held === right ? "lesson-agree" : "lesson-differ") };
    },
  };
}

/** A number on a slider. @param {Prediction} prediction @param {Setting} setting @returns {Way} */
function guessedNumber({ ask, least = 0, most = 1, step = 1, unit = "", decimals = 0, fact = "" }, { words, facts }) {
  const slider = make("input", { type: "range", min: least, max: most, step, "aria-label": fillGaps(ask, facts.gaps) });
  const shown = make("output", { "aria-hidden": "true" });
  const text = (/** @type {number} */ value) => `${number(value, decimals)}${unit}`;
  let touched = false;
  let held = NaN;
  const show = () => {
    write(shown, text(Number(slider.value)));
    slider.setAttribute("aria-valuetext", text(Number(slider.value)));
  };
  slider.addEventListener("input", () => {
    touched = true;
    show();
  });
  show();
  return {
    inputs: [make("p", { class: "ask" }, ...inline(ask, facts.gaps)), make("div", { class: "guess" }, slider, shown)],
    get ready() {
      return touched;
    },
    hold() {
      held = Number(slider.value);
    },
    compare: () => ({ predicted: text(held), outcome: text(facts.values[fact]), between: text(Math.abs(held - facts.values[fact])) }),
  };
}

/** A setting of the figure, chosen on the figure. @param {Prediction} prediction @param {Setting} setting @returns {Way} */
function chosenSetting({ ask, key = "alpha", decimals = SHOWN_DECIMALS, fact = "" }, { live, words, facts }) {
  const shown = make("p", { class: "said", role: "status" });
  let held = NaN;
  let first = "";
  const value = () => (key === "alpha" ? live.moment?.readout.alpha : Number(live.moment?.settings[key])) ?? NaN;
  live.onMoment(() => {
    first ||= String(value());
    write(shown, String(value()) === first ? "" : words("lesson-setting", { value: number(value(), decimals) }));
  });
  return {
    inputs: [make("p", { class: "ask" }, ...inline(ask, facts.gaps)), shown],
    get ready() {
      return Number.isFinite(value()) && String(value()) !== first;
    },
    hold() {
      held = value();
    },
    compare({ readout }) {
      const { gaps, values } = facts;
      const ended = words(`lesson-ended-${(readout.stopped ?? "walking").replace(" ", "-")}`);
      return { predicted: number(held, decimals), outcome: gaps[fact], between: number(Math.abs(held - values[fact]), decimals), more: { ended, steps: number(readout.iteration) } };
    },
  };
}

/** @param {Record<string, number>} point */
function placeText(point) {
  return Object.entries(point).map(([name, value]) => `${name} ${number(value, SHOWN_DECIMALS)}`).join(", ");
}

/** @param {string} link @param {number[]} point */
async function costAt(link, point) {
  const { newLab } = await loadEngine();
  return withLab(newLab, (lab) => {
    lab.load(link);
    lab.startAt(Float64Array.from(point));
    return lab.readout().cost;
  });
}
