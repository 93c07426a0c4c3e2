/**
 * The points of the data, edited on their plot: a click adds one, a drag moves one, keys and fields do
 * both. What a place means and what is said of it is the engine's. Under it, where the data are from.
 * Loaded when data are first shown.
 */

import { make, write } from "../dom.js";
import { placeOn } from "../surface.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../types.d.ts").Part} Part */
/** @typedef {import("../types.d.ts").PointDone} PointDone */

/** How far an arrow key moves a point, in CSS pixels; with Shift it goes further. */
const NUDGE = 4;
const FAR_NUDGE = 24;
/** A pointer that goes further than this has not clicked, in CSS pixels. */
const SLIP = 6;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** With these controls the reader may edit points; a page that offers less keeps its data. */
const OFFERED = ["all", "basic", "data"];

/**
 * @param {Session} session
 * @param {Player} player
 * @param {HTMLElement} stage where the data are drawn
 * @returns {Part}
 */
export function pointsOn(session, player, stage) {
  const { lab, words } = session;
  const toggle = make("button", { type: "button", class: "points-toggle", onclick: () => turn(!lab.points()) }, words("points-edit"));
  const said = make("p", { class: "points-said", role: "status" });
  const hand = make("button", { type: "button", class: "handle", hidden: true });
  const bar = toolbar(session, act);
  const source = make("p", { class: "data-source" });
  stage.append(hand);
  stage.after(make("div", { class: "points" }, bar.root, said));
  stage.parentElement?.append(source);

  /** Something that changes the data or the choice, and what is said of it. @param {() => PointDone} work */
  function act(work) {
    player.pause();
    session.command(() => {
      const { said: done, refused } = work();
      if (done || refused) write(said, done || refused);
      said.classList.toggle("field-error", refused !== "");
    });
  }
  /** @param {boolean} on */
  const turn = (on) => {
    const barred = lab.pointsBarred();
    write(said, on ? barred : "");
    said.classList.remove("field-error");
    lab.editPoints(on && !barred);
    if (lab.points()) act(() => lab.nextPoint(1));
    session.refresh();
  };

  pointer(session, stage, act);
  pointKeys(session, hand, act, () => {
    turn(false);
    toggle.focus();
  });

  return {
    root: toggle,
    show(figure) {
      // Of data that come with Downhill; the reader knows where others are from.
      source.hidden = figure.data === "";
      write(source, words("data-source", { source: figure.source }));
      const edited = lab.points();
      const controls = lab.setting("controls").split(",").map((name) => name.trim());
      toggle.hidden = lab.setting("size") === "projector" || !OFFERED.some((name) => controls.includes(name));
      toggle.setAttribute("aria-pressed", String(edited !== undefined));
      toggle.setAttribute("aria-disabled", String(lab.pointsBarred() !== ""));
      stage.classList.toggle("editing", edited !== undefined);
      bar.root.hidden = !edited;
      const at = edited && lab.pointPlace();
      hand.hidden = !at;
      if (at) hand.style.translate = `${at[0]}px ${at[1]}px`;
      if (!edited) return;
      const name = `${edited.sentence} ${words("points-keys")}`;
      if (hand.getAttribute("aria-label") !== name) hand.setAttribute("aria-label", name);
      bar.show(edited);
    },
  };
}

/**
 * A point is dragged, or empty ground clicked.
 * @param {Session} session
 * @param {HTMLElement} stage
 * @param {(work: () => PointDone) => void} act
 */
function pointer(session, stage, act) {
  const { lab } = session;
  /** Where the pointer went down, and whether on a point. @type {{ at: [number, number], held: boolean } | undefined} */
  let down;
  /** Where a held point goes in the next frame. @type {[number, number] | undefined} */
  let wanted;

  const follow = () => {
    if (!wanted) return;
    const [x, y] = wanted;
    wanted = undefined;
    act(() => lab.dragPoint(x, y));
  };
  stage.addEventListener("touchstart", (event) => {
    if (event.touches.length === 1 && lab.pointNear(...placeOn(stage, event.touches[0]))) event.preventDefault();
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    down = undefined;
    if (!lab.points() || event.button !== 0 || !event.isPrimary) return;
    const at = placeOn(stage, event);
    down = { at, held: lab.pressPoint(...at) };
    if (!down.held) return;
    stage.setPointerCapture(event.pointerId);
    session.refresh();
  });
  stage.addEventListener("pointermove", (event) => {
    const at = placeOn(stage, event);
    if (down?.held) {
      // A landscape, a path and their pictures are made anew for each: once a frame is enough.
      if (!wanted) requestAnimationFrame(follow);
      wanted = at;
    } else if (event.pointerType === "mouse" && lab.points()) {
      stage.classList.toggle("grab", lab.pointNear(...at));
    }
  });
  stage.addEventListener("pointerup", (event) => {
    const [x, y] = placeOn(stage, event);
    if (down?.held) {
      follow();
      act(() => lab.releasePoint());
    } else if (down && Math.hypot(x - down.at[0], y - down.at[1]) < SLIP) {
      act(() => lab.addPoint(x, y));
    }
    down = undefined;
  });
  stage.addEventListener("pointercancel", () => {
    wanted = undefined;
    if (down?.held) act(() => lab.releasePoint());
    down = undefined;
  });
}

/**
 * The chosen point as a tab stop.
 * @param {Session} session
 * @param {HTMLElement} hand
 * @param {(work: () => PointDone) => void} act
 * @param {() => void} leave
 */
function pointKeys({ lab }, hand, act, leave) {
  const count = () => lab.points()?.count ?? 0;
  const chosen = () => lab.points()?.chosen ?? 0;
  /** @type {Record<string, () => void>} */
  const actions = {
    PageUp: () => act(() => lab.nextPoint(-1)),
    PageDown: () => act(() => lab.nextPoint(1)),
    Home: () => act(() => lab.nextPoint(-chosen())),
    End: () => act(() => lab.nextPoint(count() - 1 - chosen())),
    Delete: () => act(() => lab.deletePoint()),
    Backspace: () => act(() => lab.deletePoint()),
    Insert: () => act(() => lab.addPoint()),
    Escape: leave,
  };
  hand.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    const action = actions[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !(arrow || action)) return;
    event.preventDefault();
    if (action) return action();
    const reach = event.shiftKey ? FAR_NUDGE : NUDGE;
    act(() => lab.nudgePoint(arrow[0] * reach, arrow[1] * reach));
  });
  // A key that is held down moves the point in one edit.
  hand.addEventListener("keyup", ({ key }) => key in ARROWS && lab.settle());
  hand.addEventListener("blur", () => lab.settle());
}

/**
 * The chosen point in numbers, and what can be done with it.
 * @param {Session} session
 * @param {(work: () => PointDone) => void} act
 */
function toolbar(session, act) {
  const { lab, words } = session;
  const button = (/** @type {string} */ key, /** @type {() => PointDone} */ work) =>
    make("button", { type: "button", onclick: () => act(work) }, words(key));
  const named = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => PointDone} */ work) =>
    make("button", { type: "button", "aria-label": words(key), title: words(key), onclick: () => act(work) }, sign);
  const fields = make("div", { class: "points-fields" });
  const remove = button("points-delete", () => lab.deletePoint());
  const undo = make("button", { type: "button", onclick: () => session.command(() => void lab.undo()) }, words("undo"));
  const help = make("p", { class: "points-help" });
  const root = make("div", { role: "group", "aria-label": words("points-edit"), hidden: true },
    fields,
    make("div", { class: "points-row" },
      named("points-previous", "‹", () => lab.nextPoint(-1)),
      named("points-next", "›", () => lab.nextPoint(1)),
      button("points-add", () => lab.addPoint()), remove, undo),
    help);
  let names = "";
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  return {
    root,
    /** @param {import("../types.d.ts").PointsWords} edited */
    show(edited) {
      const wanted = edited.fields.map(({ name }) => name).join("\n");
      if (wanted !== names) {
        names = wanted;
        inputs = edited.fields.map(() => make("input", { type: "text", inputmode: "decimal", class: "number", autocomplete: "off", spellcheck: "false" }));
        inputs.forEach((input, column) => input.addEventListener("change", () => {
          act(() => lab.writePoint(column, input.value));
          input.value = lab.points()?.fields[column]?.value ?? "";
        }));
        fields.replaceChildren(...edited.fields.map(({ name }, column) => make("label", {}, make("span", {}, name), inputs[column])));
      }
      edited.fields.forEach(({ value }, column) => {
        const input = inputs[column];
        input.disabled = edited.chosen === null;
        if (!input.matches(":focus")) input.value = value;
      });
      remove.setAttribute("aria-disabled", String(edited.chosen === null));
      undo.setAttribute("aria-disabled", String(!session.figure.canUndo));
      write(help, edited.help);
    },
  };
}
