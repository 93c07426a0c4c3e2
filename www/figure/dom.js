/** Building blocks for the document: elements, icons, and text that only changes when it must. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes] `class`, `aria-…`, or a listener such as `onclick`
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== undefined) {
      made.setAttribute(name, String(value));
    }
  }
  made.append(...children);
  return made;
}

const ICONS = {
  reset: "M12 5a7 7 0 1 1-6.6 4.7M12 5 8.5 2M12 5 8.5 8.5",
  back: "M17 6v12L8 12ZM6 6v12",
  play: "M8 5.5v13l11-6.5Z",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  step: "M7 6v12l9-6ZM18 6v12",
  end: "M4 6v12l7.5-6ZM12 6v12l7.5-6ZM20.5 6v12",
  close: "M6 6l12 12M18 6 6 18",
};

/**
 * A line drawing, hidden from assistive technology: the button around it carries the name.
 * @param {keyof typeof ICONS} name
 */
export function icon(name) {
  const picture = drawing(ICONS[name]);
  picture.classList.add(`icon-${name}`);
  return picture;
}

/** The same for a path that is not in the list, in a square of 24. @param {string} line */
export function drawing(line) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", line);
  picture.append(path);
  return picture;
}

/**
 * Writing the same text again would make a screen reader repeat it and the browser lay out anew.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Boxes whose content has changed since they were last looked at. @type {Set<HTMLElement>} */
const changed = new Set();

/**
 * What scrolls must be reachable by keyboard; what fits needs no tab stop. Boxes are asked for
 * their sizes together and after the frame, when the browser has laid them out anyway.
 * @param {HTMLElement} box
 */
export function scrollable(box) {
  if (changed.size === 0) requestAnimationFrame(() => setTimeout(giveTabStops));
  changed.add(box);
}

function giveTabStops() {
  const scrolls = [...changed].map((box) => ({ box, over: box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight }));
  changed.clear();
  for (const { box, over } of scrolls) {
    if (over) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

/**
 * A formula twice: set in MathML for the eye, in words for the ear.
 * @param {string} className
 */
export function formula(className) {
  const math = document.createElementNS("http://www.w3.org/1998/Math/MathML", "math");
  math.setAttribute("aria-hidden", "true");
  const spoken = make("span", { class: "unseen" });
  const root = make("span", { class: `formula ${className}` }, /** @type {Node} */ (math), spoken);
  let shown = "";
  return {
    root,
    /** @param {string} fragment @param {string} words */
    show(fragment, words) {
      write(spoken, words);
      if (fragment === shown) return;
      shown = fragment;
      math.innerHTML = fragment;
    },
  };
}

/**
 * Fills a menu, grouping nothing and keeping the engine's order.
 * @param {HTMLSelectElement} menu
 * @param {import("./types.d.ts").Choice[]} choices
 */
export function fill(menu, choices) {
  menu.replaceChildren(...choices.map((choice) => make("option", { value: choice.id, title: choice.explains }, choice.name)));
}
