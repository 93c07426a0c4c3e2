/** The box a picture is drawn into: its size in CSS pixels and its sharpness; the figure's letters, and light or dark. */

/**
 * @typedef {object} Size
 * @property {number} width
 * @property {number} height
 * @property {number} ratio canvas pixels to a CSS pixel
 */

/**
 * The engine draws at whole pixels: on a plain screen, twice as many make its lines smooth. More
 * than three cost more memory than their sharpness is worth.
 */
const SHARPNESS = [2, 3];

/** The pictures' letters fit the figure's other text where the page has text of this size, and grow with it. */
const USUAL_TEXT = 15;
/** As in `figure.css`: no page's text makes a figure's smaller than this. */
const LEAST_TEXT = 12;

/**
 * @param {HTMLElement} box
 * @param {() => void} changed
 * @returns {() => Size | undefined} undefined while the box has no area, as when it is hidden
 */
export function watchSize(box, changed) {
  let [width, height] = [-1, -1];
  const measure = () => ([width, height] = [box.clientWidth, box.clientHeight]);
  // Here everything has just been laid out; elsewhere measuring would have it laid out once more.
  new ResizeObserver(() => {
    measure();
    changed();
  }).observe(box);
  return () => {
    if (width < 0) measure();
    if (width < 1 || height < 1) return undefined;
    const [least, most] = SHARPNESS;
    return { width, height, ratio: Math.min(Math.max(devicePixelRatio || 1, least), most) };
  };
}

/**
 * Where on a box the pointer is, in the box's own CSS pixels: a page of slides shows its boxes
 * larger or smaller than they are laid out.
 * @param {HTMLElement} box without a border
 * @param {{ clientX: number, clientY: number }} pointer
 * @returns {[number, number]}
 */
export function placeOn(box, { clientX, clientY }) {
  const { left, top, width, height } = box.getBoundingClientRect();
  return [(clientX - left) * box.clientWidth / width, (clientY - top) * box.clientHeight / height];
}

/**
 * Draws the engine's pictures onto the canvas that fills a box, as long as the box has an area.
 * @param {import("./session.js").Session} session
 * @param {HTMLElement} box
 * @param {HTMLCanvasElement} canvas
 * @returns {(picture: import("./types.d.ts").Picture) => void}
 */
export function painter(session, box, canvas) {
  const sizeOf = watchSize(box, () => session.redraw());
  return (picture) => {
    const size = sizeOf();
    const { theme, text } = session.appearance;
    if (size) session.lab.draw(picture, canvas, size.width, size.height, size.ratio, theme, text);
  };
}

/**
 * Light or dark, and the size of text that the page gives the figure, which on a projector enlarges it
 * itself. Custom properties cannot tell which theme a box is really in, so `figure.css` gives the map a
 * caret colour by light-dark(), and a transition on it that says when it turns.
 * @param {HTMLElement} map
 */
export function appearanceOf(map) {
  const { host } = /** @type {ShadowRoot} */ (map.getRootNode());
  const text = Math.max(parseFloat(getComputedStyle(host).fontSize), LEAST_TEXT) / USUAL_TEXT;
  return { text, theme: getComputedStyle(map).caretColor.includes("255") ? "dark" : "light" };
}

/**
 * A browser may take a canvas's memory back. Draw again when it is given back, and say so if not.
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} restored
 * @param {() => void} gone
 */
export function watchLoss(canvas, restored, gone) {
  let waiting = 0;
  canvas.addEventListener("contextlost", () => {
    waiting = window.setTimeout(gone, 2000);
  });
  canvas.addEventListener("contextrestored", () => {
    clearTimeout(waiting);
    restored();
  });
}
