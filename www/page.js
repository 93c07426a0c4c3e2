/** The page around the figure: the address bar holds it, a button copies it, another turns the light. */

import { loadWords } from "./figure/engine.js";

/** @typedef {import("./gradient-descent.js").GradientDescent} GradientDescent */

/** The address is written this long after the last change: browsers limit how often it may be. */
const ADDRESS_MILLISECONDS = 400;
const THEMES = ["auto", "light", "dark"];

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

/** @param {string} theme */
async function wear(theme) {
  document.documentElement.dataset.theme = theme;
  const name = (await loadWords())(`theme-${theme}`);
  themeButton.setAttribute("aria-label", name);
  themeButton.title = name;
}

/** A browser may refuse to remember anything. @param {string} [theme] */
function remembered(theme) {
  try {
    if (theme) localStorage.setItem("theme", theme);
    return localStorage.getItem("theme") ?? "auto";
  } catch {
    return theme ?? "auto";
  }
}

function nextTheme() {
  const worn = document.documentElement.dataset.theme ?? "auto";
  const theme = THEMES[(THEMES.indexOf(worn) + 1) % THEMES.length];
  wear(theme);
  remembered(theme);
  // A theme that came with the link gives way to the reader's choice.
  if ("theme" in figure.state.settings) figure.setAttribute("theme", "auto");
}

wear(THEMES.includes(remembered()) ? remembered() : "auto");
themeButton.addEventListener("click", nextTheme);
document.querySelector("#copy-link")?.addEventListener("click", copyLink);
for (const event of ["change", "step", "stop"]) figure.addEventListener(event, keepAddress);
figure.addEventListener("ready", () => {
  const { theme } = /** @type {Record<string, string>} */ (figure.state.settings);
  if (theme) wear(theme);
});
customElements.whenDefined("gradient-descent").then(openAddress);
