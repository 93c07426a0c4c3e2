/** The page for frames: the figure of its address, which tells the page around it what happens and obeys its commands. */

// Imported here and not beside: so the figure cannot stand, and say so, before there is somebody to hear it.
import "./gradient-descent.js";
import { obey } from "./embed/commands.js";
import { agreeOnHeight } from "./embed/height.js";
import { loadWords } from "./figure/engine.js";

/** @typedef {import("./gradient-descent.js").GradientDescent} GradientDescent */

/** What the figure tells, and whether its link goes along: at every step that would be too much. */
const EVENTS = { ready: true, step: false, stop: true, change: true, problem: false };

const figure = /** @type {GradientDescent} */ (document.querySelector("gradient-descent"));
const wayOut = /** @type {HTMLAnchorElement} */ (document.querySelector(".way-out a"));

const query = () => (location.search.length > 1 ? location.search : location.hash).slice(1);
const asked = new URLSearchParams(query());
/** The frame's name, so that a page with several knows which one speaks. */
const id = asked.get("id");
const isFramed = parent !== window;

/**
 * The page around is not known, and nothing in a message is secret: whoever is around may read it.
 * @param {string} name
 * @param {object | undefined} fields
 */
function tell(name, fields) {
  parent.postMessage({ ...fields, type: `gradient-descent:${name}`, id }, "*");
}

const linked = (/** @type {object | undefined} */ readout) => ({ ...readout, link: figure.link });

/** Figure and words, from when on there is something to obey with. */
const standing = Promise.all([loadWords("en-embed"), figure.ready]);

async function converse() {
  for (const [name, isLinked] of Object.entries(EVENTS)) {
    figure.addEventListener(name, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      tell(name, isLinked ? linked(detail) : detail);
    });
  }
  /** @type {() => void} */
  let sayHeight = () => {};
  const answer = () => {
    tell("readout", linked(figure.readout));
    sayHeight();
  };
  addEventListener("message", ({ source, data }) => {
    // One after the other, also those that come before the figure stands.
    if (source === parent) standing.then(([words]) => obey(figure, words, data, answer));
  });
  await standing;
  sayHeight = agreeOnHeight(figure, (height) => tell("resize", { height, subject: "lti.frameResize" }));
}

/** @param {string | null | undefined} theme */
function wear(theme) {
  document.documentElement.dataset.theme = theme ?? "auto";
}

/** The way out leads to the same figure in the playground, where every control is. */
function pointOut() {
  const link = figure.link.split("&").filter((setting) => setting && !setting.startsWith("controls=")).join("&");
  wayOut.href = link ? `index.html?${link}` : "index.html";
}

wear(asked.get("theme"));
figure.link = query();
addEventListener("hashchange", () => {
  if (query() !== location.search.slice(1)) figure.link = query();
});
for (const event of ["ready", "change"]) {
  figure.addEventListener(event, () => wear(/** @type {Record<string, string>} */ (figure.state.settings).theme));
}
for (const event of ["pointerover", "focus"]) wayOut.addEventListener(event, pointOut);
if (isFramed) converse();
standing.then(([words]) => {
  wayOut.textContent = words("way-out");
  wayOut.hidden = false;
  pointOut();
});
