/** The figure as it will stand in the other page: the very iframe, as wide as chosen, shrunk where there is no room. */

import { make, scrollable, write } from "../figure/dom.js";
import { address, homeOf } from "./lines.js";

/** Who ticks several boxes waits for one preview. */
const SETTLE_MILLISECONDS = 250;
/** Height by width until the figure has said its own. */
export const COMMON_SHAPE = 3 / 4;

/**
 * @param {string} home where this page is served; a file shows no preview
 * @param {import("../figure/types.d.ts").Words} words
 * @param {(height: number) => void} measured told the height that the figure asks for
 */
export function preview(home, words, measured) {
  const size = make("span", { class: "hint" });
  const isServed = homeOf(home) !== undefined;
  const room = make("div", { class: "room" }, isServed ? "" : words("share-preview-none"));
  const root = make("section", { class: "preview card", "aria-label": words("share-preview") },
    make("h3", {}, words("share-preview"), " ", size), room);
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  let [width, height, shown, timer] = [0, 0, "", 0];

  const fit = () => {
    const scale = Math.min(1, room.clientWidth / width);
    const high = height || width * COMMON_SHAPE;
    frame?.style.setProperty("scale", String(scale));
    frame?.style.setProperty("height", `${high}px`);
    room.style.setProperty("height", frame ? `${Math.ceil(high * scale)}px` : "auto");
    scrollable(root);
    write(size, height > 0 ? words("share-preview-size", { width, height }) : "");
  };
  /** @param {MessageEvent} message */
  const hear = ({ source, data }) => {
    if (!frame || source !== frame.contentWindow || data?.type !== "gradient-descent:resize") return;
    if (!(data.height > 0 && Number.isFinite(data.height))) return;
    height = Math.ceil(data.height);
    fit();
    measured(height);
  };
  const observer = new ResizeObserver(fit);
  addEventListener("message", hear);
  observer.observe(room);

  return {
    root,
    /** @param {string} query the figure's link @param {number} wide in CSS pixels */
    show(query, wide) {
      if (!isServed || shown === `${query} ${wide}`) return;
      shown = `${query} ${wide}`;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        width = wide;
        // A new frame, because a new address in the old one would be a step back in the reader's history.
        const next = make("iframe", { src: address(home, "embed.html", query), title: words("share-preview") });
        next.style.setProperty("width", `${width}px`);
        frame?.remove();
        frame = next;
        room.append(frame);
        fit();
      }, frame ? SETTLE_MILLISECONDS : 0);
    },
    end() {
      clearTimeout(timer);
      removeEventListener("message", hear);
      observer.disconnect();
    },
  };
}
