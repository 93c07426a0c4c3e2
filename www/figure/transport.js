/** Back, Run, Step, to the end, and the timeline to scrub. */

import { icon, make, write } from "./dom.js";
import { playAgain } from "./keys.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function transport(session, player) {
  const { words } = session;
  /** @param {"reset" | "back" | "step" | "end"} name @param {() => void} act */
  const button = (name, act) => make("button", {
    type: "button", class: `round ${name}`, "aria-label": words(name), title: words(name), onclick: act,
  }, icon(name));

  const reset = button("reset", () => player.reset());
  const back = button("back", () => player.seek(Math.max(0, session.figure.iteration - 1)));
  const step = button("step", () => player.step(1));
  const end = button("end", () => player.step(Infinity));
  const label = make("span");
  const pictures = { pause: icon("pause"), again: icon("reset"), run: icon("play") };
  const run = make("button", { type: "button", class: "run" }, label);
  run.addEventListener("click", () => (player.playing ? player.pause() : playAgain(session, player)));
  let looks = "";

  return {
    root: make("div", { class: "transport", role: "group", "aria-label": words("transport"), "data-control": "transport" },
      reset, back, run, step, end),
    show(figure) {
      const look = player.playing ? "pause" : figure.finished ? "again" : "run";
      if (look !== looks) run.replaceChildren(pictures[look], label);
      looks = look;
      write(label, words(look));
      // A run that could not take its first step has still something to take back: how it stopped.
      soften(reset, figure.iteration === 0 && !figure.finished);
      soften(back, figure.iteration === 0);
      soften(step, figure.finished);
      soften(end, figure.finished);
    },
  };
}

/**
 * A button with nothing to do keeps the focus and its place: disabled for the ear and the eye only.
 * @param {HTMLElement} button
 * @param {boolean} idle
 */
function soften(button, idle) {
  button.setAttribute("aria-disabled", String(idle));
}

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function timeline(session, player) {
  const { words } = session;
  const slider = make("input", { type: "range", min: "0", step: "1", "aria-label": words("timeline") });
  const output = make("output", { class: "step-count" });
  slider.addEventListener("input", () => player.seek(Number(slider.value)));
  return {
    root: make("div", { class: "timeline", "data-control": "timeline" }, slider, output),
    show(figure) {
      slider.max = String(figure.furthest);
      slider.value = String(figure.iteration);
      slider.setAttribute("aria-valuetext", words("step-of", { step: figure.iteration, furthest: figure.furthest }));
      slider.style.setProperty("--part", String(figure.furthest > 0 ? figure.iteration / figure.furthest : 0));
      write(output, words("step-count", { step: figure.iteration }));
    },
  };
}

/**
 * Steps a second while running; an empty field leaves it to the figure.
 * @param {Session} session
 * @returns {Part}
 */
export function speed(session) {
  const { lab, words } = session;
  const field = make("input", {
    type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false",
    "aria-label": words("speed"), placeholder: words("speed-automatic"),
  });
  /** "automatic" is the engine's word for no number; the placeholder says it. */
  const show = () => {
    const text = lab.setting("speed");
    field.value = Number(text) > 0 ? text : "";
  };
  field.addEventListener("change", () => {
    const wanted = field.value.trim().replace(",", ".");
    session.command(() => (wanted ? lab.edit("speed", wanted) : lab.set("speed", null)));
    show();
  });
  return {
    root: make("label", { class: "speed", "data-control": "speed" }, field, make("span", { "aria-hidden": "true" }, words("speed-unit"))),
    show() {
      if (!field.matches(":focus")) show();
    },
  };
}
