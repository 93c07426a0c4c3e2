/** The learning rate: a logarithmic slider for the feel of it, a field for the exact number. */

import { make } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Part} Part */

const NOTCHES = 400;
/** The slider gives numbers a person would write. */
const SLIDER_DIGITS = 2;

/**
 * @param {Session} session
 * @returns {Part}
 */
export function alpha(session) {
  const { lab, words } = session;
  const slider = make("input", { type: "range", min: "0", max: NOTCHES, step: "1", "aria-label": words("alpha-slider") });
  const field = make("input", { type: "text", inputmode: "decimal", class: "number alpha", autocomplete: "off", spellcheck: "false", "aria-label": words("alpha") });
  /** @param {string} text */
  const choose = (text) => session.command(() => lab.edit("alpha", text));

  slider.addEventListener("input", () => {
    const [low, high] = session.figure.alphaRange;
    const value = low * (high / low) ** (Number(slider.value) / NOTCHES);
    choose(String(Number(value.toPrecision(SLIDER_DIGITS))));
  });
  // One drag of the slider is one thing to undo.
  slider.addEventListener("change", () => lab.settle());
  field.addEventListener("change", () => {
    choose(field.value.trim().replace(",", "."));
    lab.settle();
    field.value = lab.setting("alpha");
  });

  return {
    root: make("div", { class: "tune", "data-control": "alpha" },
      make("span", { class: "tune-name", "aria-hidden": "true" }, words("alpha-name"), " ", make("i", { class: "alpha" }, "α")),
      slider, field),
    show(figure) {
      const [low, high] = figure.alphaRange;
      const part = Math.max(0, Math.min(1, Math.log(figure.alpha / low) / Math.log(high / low)));
      // While the slider is held its own place stands: rounding must not make it jump.
      if (!slider.matches(":active")) slider.value = String(Math.round(part * NOTCHES));
      slider.style.setProperty("--part", String(part));
      const text = lab.setting("alpha") || String(figure.alpha);
      slider.setAttribute("aria-valuetext", text);
      if (!field.matches(":focus")) field.value = text;
    },
  };
}
