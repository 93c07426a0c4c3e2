/** The link as a QR code: small beside the lines, and as large as the screen for a room. */

import { make, write } from "../figure/dom.js";
import { codeOf } from "./code.js";

/** @param {import("../figure/types.d.ts").Words} words */
export function codeCard(words) {
  const place = make("div", { class: "code", role: "img", "aria-label": words("share-code-name") });
  const hint = make("p", { class: "hint" });
  const button = make("button", { type: "button", "aria-haspopup": "dialog" }, words("share-code-large"));
  const root = make("div", { class: "code-card" }, place, make("div", {}, make("h4", {}, words("share-code")), hint, button));
  /** @type {string | undefined} */
  let shown;
  button.addEventListener("click", () => shown && large(shown, words));
  return {
    root,
    /** @param {string} link empty while there is none @param {boolean} isLocal a phone could not open it */
    async show(link, isLocal) {
      if (link === shown) return;
      shown = link;
      root.hidden = !link;
      const code = link ? await codeOf(link) : undefined;
      // Who is overtaken by a later link shows nothing.
      if (link !== shown) return;
      place.replaceChildren(...(code ? [code] : []));
      place.hidden = button.hidden = !code;
      write(hint, words(!code ? "share-code-none" : isLocal ? "share-code-local" : "share-code-hint"));
      hint.classList.toggle("warning", isLocal);
    },
  };
}

/**
 * Fills the window; its button fills the screen.
 * @param {string} link
 * @param {import("../figure/types.d.ts").Words} words
 */
async function large(link, words) {
  const code = await codeOf(link);
  if (!code) return;
  const close = make("button", { type: "button", autofocus: true }, words("share-close"));
  const whole = make("button", { type: "button", hidden: !document.fullscreenEnabled }, words("full-screen"));
  const sheet = make("div", { class: "sheet" },
    make("div", { class: "code", role: "img", "aria-label": words("share-code-name") }, code),
    make("p", {}, link), make("div", { class: "row" }, whole, close));
  const root = make("dialog", { class: "share-code", "aria-label": words("share-code-name") }, sheet);
  close.addEventListener("click", () => root.close());
  // A dialog itself may not fill the screen, what stands in it may; a browser may refuse.
  whole.addEventListener("click", () => {
    const asked = document.fullscreenElement ? document.exitFullscreen() : sheet.requestFullscreen();
    asked.catch(() => {});
  });
  sheet.addEventListener("fullscreenchange", () => write(whole, words(document.fullscreenElement ? "leave-full-screen" : "full-screen")));
  root.addEventListener("close", () => {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    root.remove();
  });
  document.body.append(root);
  root.showModal();
}
