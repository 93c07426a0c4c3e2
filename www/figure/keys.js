/** Single keys, heard only while the map or a handle on it has the focus. */

import { make } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./handles.js").Handles} Handles */

/** How far an arrow key moves a start, in CSS pixels; with Shift it goes further. */
const NUDGE = 4;
const FAR_NUDGE = 24;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const LISTED = ["key-space", "key-step", "key-back", "key-arrows", "key-enter", "key-escape", "key-help"];

/**
 * @param {HTMLElement} stage
 * @param {Session} session
 * @param {Player} player
 * @param {Handles} handles
 */
export function mapKeys(stage, session, player, handles) {
  const { lab } = session;
  const help = keyList(session);
  stage.append(help);
  help.addEventListener("close", () => stage.focus());
  /** Where things stood before the first arrow, for Escape. @type {{ key: "start" | "guess", value: string, at: number } | undefined} */
  let before;

  /** @param {[number, number]} direction @param {number} reach */
  const nudge = ([right, down], reach) => {
    const key = lab.setting("click") === "start" ? "start" : "guess";
    if (lab.setting("click") === "nothing") return;
    before ??= { key, value: lab.setting(key), at: session.figure.iteration };
    if (key === "guess") return session.command(() => lab.nudgeGuess(right * reach, down * reach));
    const run = handles.focused() ?? session.figure.selected;
    player.pause();
    session.command(() => lab.nudge(run, right * reach, down * reach));
  };

  const keep = () => {
    before = undefined;
    lab.settle();
  };

  const cancel = () => {
    if (help.open) return help.close();
    if (!before) return;
    const { key, value, at } = before;
    before = undefined;
    session.command(() => (value === "none" ? lab.set(key, null) : lab.edit(key, value)));
    lab.settle();
    if (key === "start") player.step(at);
  };

  /** @type {Record<string, () => void>} */
  const actions = {
    " ": () => (player.playing ? player.pause() : playAgain(session, player)),
    ".": () => player.step(1),
    ",": () => player.seek(Math.max(0, session.figure.iteration - 1)),
    Enter: () => keep(),
    Escape: cancel,
    "?": () => (help.open ? help.close() : help.show()),
  };

  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (help.contains(/** @type {Node} */ (event.target)) && event.key !== "Escape" && event.key !== "?") return;
    const arrow = ARROWS[event.key];
    const action = actions[event.key];
    if (!arrow && !action) return;
    event.preventDefault();
    if (arrow) nudge(arrow, event.shiftKey ? FAR_NUDGE : NUDGE);
    else action();
  });
  // Who leaves the map has placed the start.
  stage.addEventListener("focusout", () => before && keep());
  // A handle is a button: Space is pressed on keydown above, and must not click on keyup too.
  stage.addEventListener("keyup", (event) => {
    if (event.key === " " && !help.open) event.preventDefault();
  });
}

/** Keys that press a button, and keys that move a slider or scroll a table. */
const PRESSING = [" ", "Enter"];
const MOVING = [...Object.keys(ARROWS), "Home", "End", "PageUp", "PageDown"];

/**
 * A key that something in the figure uses stays in it: a page of slides listens for the same ones.
 * What the focused control has no use for goes on to the page.
 * @param {HTMLElement} root
 */
export function keepKeys(root) {
  for (const kind of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
    root.addEventListener(kind, (event) => isUsed(event) && event.stopPropagation());
  }
}

/** @param {KeyboardEvent} event */
function isUsed({ key, ctrlKey, metaKey, altKey, defaultPrevented, target }) {
  if (ctrlKey || metaKey || altKey || key === "Tab") return false;
  const control = /** @type {HTMLElement} */ (target);
  if (defaultPrevented) return true;
  if (control.matches("input[type=text], textarea, select")) return key !== "Escape";
  if (control.matches("button, summary, a")) return PRESSING.includes(key);
  // What is neither is a tab stop of its own, such as the map, or a table that scrolls.
  if (!control.matches("input")) return !control.role && MOVING.includes(key);
  return [...PRESSING, ...MOVING].includes(key);
}

/** Run on a figure that has ended starts anew. @param {Session} session @param {Player} player */
export function playAgain(session, player) {
  if (session.figure.finished) player.reset();
  return player.run();
}

/** @param {Session} session */
function keyList({ words }) {
  const rows = LISTED.flatMap((key) => [
    make("dt", {}, make("kbd", {}, words(key))),
    make("dd", {}, words(`${key}-does`)),
  ]);
  const close = make("button", { type: "button" }, words("close"));
  const list = make("dialog", { class: "keys", "aria-label": words("keys") },
    make("strong", {}, words("keys")), make("dl", {}, ...rows), close);
  close.addEventListener("click", () => list.close());
  list.addEventListener("pointerdown", (event) => event.stopPropagation());
  list.addEventListener("pointerup", (event) => event.stopPropagation());
  return list;
}
