/** The light of a page: automatic, light or dark. A button turns it, and the browser may remember it. */

import { loadWords } from "./figure/engine.js";

const THEMES = ["auto", "light", "dark"];

/**
 * @param {HTMLElement} button
 * @param {() => void} [turned] the reader chose another
 * @returns {(theme: string) => Promise<void>} wears a theme without remembering it
 */
export function themeSwitch(button, turned = () => {}) {
  const wear = async (/** @type {string} */ theme) => {
    document.documentElement.dataset.theme = theme;
    const name = (await loadWords())(`theme-${theme}`);
    button.setAttribute("aria-label", name);
    button.title = name;
  };
  button.addEventListener("click", () => {
    const worn = document.documentElement.dataset.theme ?? "auto";
    const theme = THEMES[(THEMES.indexOf(worn) + 1) % THEMES.length];
    wear(theme);
    remembered(theme);
    turned();
  });
  wear(THEMES.includes(remembered()) ? remembered() : "auto");
  return wear;
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
