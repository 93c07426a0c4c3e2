/**
 * How high a frame should be, and how high the map is in a frame of any height.
 *
 * A page around may follow every height it is told, with or without a margin of its own. So what it
 * is told never depends on the frame's height: it is the height of the figure with the map that its
 * width asks for. The frame's height decides only how high the map is drawn. Without this, each
 * answer would make the next one larger.
 */

/** In pixels: a lower map shows too little, so the rest of the figure is scrolled to. */
const LEAST_MAP = 160;
/** A map at least as high as this is worth having everything in sight. */
const GOOD_MAP = 220;

/**
 * @typedef {object} Measures of the figure with the map that its width asks for
 * @property {number} whole from top to bottom
 * @property {number} first down to the end of what stands around the map
 * @property {DOMRect} map
 */

/**
 * @param {HTMLElement} figure stands
 * @param {(height: number) => void} say tells the page around, on every change
 * @returns {() => void} says it again
 */
export function agreeOnHeight(figure, say) {
  const page = document.documentElement;
  const shadow = /** @type {ShadowRoot} */ (figure.shadowRoot);
  let said = 0;

  const measure = () => {
    page.classList.add("measured");
    const hero = shadow.querySelector(".hero");
    const measures = {
      whole: Math.ceil(document.body.getBoundingClientRect().height),
      first: Math.ceil((hero?.getBoundingClientRect().bottom ?? 0) + scrollY + figure.offsetTop),
      map: shadow.querySelector(".stage")?.getBoundingClientRect() ?? new DOMRect(),
    };
    page.classList.remove("measured");
    return measures;
  };

  const tell = () => {
    if (document.fullscreenElement) return;
    const { whole } = measure();
    if (whole !== said) say(whole);
    said = whole;
  };

  /** Only when the frame changes: while somebody works with the figure, the map stays as it is. */
  const fit = () => {
    if (document.fullscreenElement) return;
    for (const height of mapHeights(measure(), innerHeight)) {
      page.style.setProperty("--fitted-map-height", `${height}px`);
      if (page.scrollHeight <= innerHeight) break;
    }
  };

  const watch = new ResizeObserver(tell);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    fit();
    watch.observe(document.body);
  }));
  addEventListener("resize", fit);
  return () => {
    if (said > 0) say(said);
  };
}

/**
 * Heights of the map to try in a frame of this height, the last one whatever comes of it.
 * @param {Measures} measures
 * @param {number} frame
 */
function mapHeights({ whole, first, map }, frame) {
  const room = frame - whole;
  // A map higher than wide would be mostly sky.
  if (room >= 0) return [Math.max(map.height, Math.min(map.height + room, map.width))];
  const withFirst = Math.max(LEAST_MAP, Math.min(map.height, map.height + frame - first));
  return map.height + room >= GOOD_MAP ? [map.height + room, withFirst] : [withFirst];
}
