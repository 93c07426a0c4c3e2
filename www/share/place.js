/** Where the figure goes: how wide it stands there, and where its readers find Downhill. */

import { make, write } from "../figure/dom.js";
import { group, oneOf } from "./choices.js";
import { homeOf } from "./lines.js";

/** @typedef {import("../figure/types.d.ts").Words} Words */

/**
 * @typedef {object} Place
 * @property {string | undefined} home nothing while there is no address that others could open
 * @property {number} width in CSS pixels
 * @property {boolean} fluid as wide as the place there is
 */

/** From the narrowest phone to a wall. */
const [LEAST, MOST] = [280, 2400];

/** @param {Place} place @param {Words} words @param {() => void} changed */
export function widthFields(place, words, changed) {
  const field = textField("pixels", String(place.width), { inputmode: "numeric", class: "number" });
  const label = make("label", { for: field.input.id });
  const name = () => write(label, words(place.fluid ? "share-fluid-pixels" : "share-fixed-pixels"));
  field.input.addEventListener("change", () => {
    const width = Number(field.input.value);
    const fits = Number.isInteger(width) && width >= LEAST && width <= MOST;
    field.complain(fits ? "" : words("share-width-wrong", { least: LEAST, most: MOST }));
    if (!fits) return;
    place.width = width;
    changed();
  });
  name();
  return group("width", words, oneOf("width", ["fluid", "fixed"], place.fluid ? "fluid" : "fixed", words, (value) => {
    place.fluid = value === "fluid";
    name();
    changed();
  }), make("div", { class: "row" }, label, field.input, words("share-pixels")), field.error);
}

/** Whether only this computer can open the address. @param {Place} place */
export function isLocal({ home }) {
  return home !== undefined && /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(new URL(home).hostname);
}

/** @param {Place} place @param {Words} words @param {() => void} changed */
export function homeField(place, words, changed) {
  const field = textField("home", place.home ?? "", { inputmode: "url", autocapitalize: "off", "aria-label": words("share-home") });
  const hint = make("p", { class: "hint" });
  const tell = () => {
    write(hint, words(!place.home ? "share-home-none" : isLocal(place) ? "share-home-local" : "share-home-hint"));
    hint.classList.toggle("warning", !place.home || isLocal(place));
  };
  field.input.addEventListener("change", () => {
    const home = homeOf(field.input.value);
    field.complain(home ? "" : words(place.home ? "share-home-wrong" : "share-home-unread"));
    if (!home) return;
    place.home = home;
    field.input.value = home;
    tell();
    changed();
  });
  tell();
  return group("home", words, field.input, field.error, hint);
}

/** A field that can say what is wrong with it. @param {string} name @param {string} value @param {Record<string, string>} attributes */
function textField(name, value, attributes) {
  const error = make("p", { class: "field-error", id: `share-${name}-error`, role: "status" });
  const input = make("input", { type: "text", id: `share-${name}`, value, autocomplete: "off", spellcheck: "false", "aria-describedby": error.id, ...attributes });
  return {
    input,
    error,
    /** @param {string} text */
    complain(text) {
      write(error, text);
      input.setAttribute("aria-invalid", String(text !== ""));
    },
  };
}
