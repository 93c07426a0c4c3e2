/** The page around the figure: the address bar holds it, a button copies it, another turns the light. */

import { loadEngine, loadWords } from "./figure/engine.js";
import { themeSwitch } from "./theme.js";

/** @typedef {import("./gradient-descent.js").GradientDescent} GradientDescent */

/** The address is written this long after the last change: browsers limit how often it may be. */
const ADDRESS_MILLISECONDS = 400;

const figure = /** @type {GradientDescent} */ (document.querySelector("gradient-descent"));
const said = /** @type {HTMLElement} */ (document.querySelector("#said"));
const themeButton = /** @type {HTMLElement} */ (document.querySelector("#theme"));

/** What this page sets for its figure needs no place in its address. */
const pageSettings = [...figure.attributes].map(({ name, value }) => `${name}=${value}`);

/** The figure's link without what the page says anyway. */
function address() {
  const query = figure.link.split("&").filter((setting) => setting && !pageSettings.includes(setting)).join("&");
  return location.pathname + (query ? `?${query}` : "");
}

let timer = 0;
function keepAddress() {
  clearTimeout(timer);
  timer = window.setTimeout(() => history.replaceState(null, "", address()), ADDRESS_MILLISECONDS);
}

function openAddress() {
  if (location.search.length < 2) return;
  // Asked for at once, as this is not the first picture; the figure tells when it fails.
  loadEngine().catch(() => {});
  const named = new URLSearchParams(location.search);
  const unsaid = pageSettings.filter((setting) => !named.has(setting.split("=")[0]));
  figure.link = [location.search.slice(1), ...unsaid].join("&");
}

async function copyLink() {
  const link = new URL(address(), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    await say("copied");
  } catch {
    history.replaceState(null, "", address());
    await say("copy-address");
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
for (const event of ["change", "step", "stop"]) figure.addEventListener(event, keepAddress);
figure.addEventListener("ready", () => {
  const { theme } = /** @type {Record<string, string>} */ (figure.state.settings);
  if (theme) wear(theme);
});
customElements.whenDefined("gradient-descent").then(openAddress);
