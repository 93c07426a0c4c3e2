/**
 * The page around the figure: the address bar holds it, buttons copy and share it, another turns the
 * light. It comes before the element's module: the address may ask for another figure than the one
 * that the element would begin with.
 */

import { addressOf } from "./address.js";
import { loadFirst, loadWords } from "./figure/engine.js";
import { themeSwitch } from "./theme.js";

/** @typedef {import("./gradient-descent.js").GradientDescent} GradientDescent */

/** The address is written this long after the last change: browsers limit how often it may be. */
const ADDRESS_MILLISECONDS = 400;

// The figure asks for it once it is seen, and again if this fails.
loadFirst().catch(() => {});

const figure = /** @type {GradientDescent} */ (document.querySelector("gradient-descent"));
const said = /** @type {HTMLElement} */ (document.querySelector("#said"));
const themeButton = /** @type {HTMLElement} */ (document.querySelector("#theme"));

const address = addressOf(figure);

let timer = 0;
function keepAddress() {
  clearTimeout(timer);
  timer = window.setTimeout(address.write, ADDRESS_MILLISECONDS);
}

async function copyLink() {
  const link = new URL(address.link(), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    await say("copied");
  } catch {
    address.write();
    await say("copy-address");
  }
}

async function share() {
  try {
    const { openShare } = await import("./share/dialog.js");
    await openShare(figure);
  } catch {
    await say("share-failed");
  }
}

/** @param {string} key */
async function say(key) {
  const text = (await loadWords())(key);
  said.textContent = text;
  setTimeout(() => said.textContent === text && (said.textContent = ""), 4000);
}

const wear = themeSwitch(themeButton, () => {
  // A theme that came with the link gives way to the reader's choice.
  if ("theme" in figure.state.settings) figure.setAttribute("theme", "auto");
});
document.querySelector("#copy-link")?.addEventListener("click", copyLink);
document.querySelector("#share")?.addEventListener("click", share);
for (const event of ["change", "step", "stop"]) figure.addEventListener(event, keepAddress);
figure.addEventListener("ready", () => {
  const { theme } = /** @type {Record<string, string>} */ (figure.state.settings);
  if (theme) wear(theme);
});
addEventListener("hashchange", address.open);
customElements.whenDefined("gradient-descent").then(address.open);
