/** The starts: which run is selected, where each begins, more of them, and the way back. */

import { icon, make, write } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./types.d.ts").Figure} Figure */
/** @typedef {import("./types.d.ts").Lab} Lab */
/** @typedef {import("./types.d.ts").Part} Part */

/**
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
export function runs(session, player) {
  const { lab, words } = session;
  /** @param {(lab: Lab) => void} work */
  const act = (work) => () => {
    player.pause();
    session.command(() => void work(lab));
  };
  /** @param {string} key @param {(lab: Lab) => void} work */
  const button = (key, work) => make("button", { type: "button", onclick: act(work) }, words(key));

  const chips = make("div", { class: "chips", role: "group", "aria-label": words("runs") });
  const fields = coordinates(session, player);
  const undo = button("undo", () => lab.undo());
  const example = button("example", () => lab.example());
  example.title = words("example-title");
  example.setAttribute("aria-label", words("example-title"));
  const addStart = make("button", { type: "button" }, words("add-start"));
  addStart.addEventListener("click", () => {
    player.pause();
    session.addStart(sameStart(session));
  });
  const showChips = chipRow(session, chips, act);

  return {
    root: make("div", { class: "card starts", role: "group", "aria-label": words("starts"), "data-control": "start" },
      make("div", { class: "row" }, make("h2", {}, words("starts")), chips, addStart,
        button("random-start", () => lab.randomStart()), button("zero-start", () => lab.zeroStart())),
      make("div", { class: "row" }, fields.root, undo, example)),
    show(figure) {
      showChips(figure);
      fields.show(figure);
      undo.setAttribute("aria-disabled", String(!figure.canUndo));
      example.setAttribute("aria-disabled", String(figure.isExample));
    },
  };
}

/** A new start goes where the selected one is; the random button or a drag takes it on from there. @param {Session} session */
function sameStart(session) {
  return Float64Array.from(session.figure.parameters, ({ start }) => start);
}

/**
 * A numbered chip for each run; the selected one can be removed while others are left.
 * @param {Session} session
 * @param {HTMLElement} chips
 * @param {(work: (lab: Lab) => void) => () => void} act
 */
function chipRow(session, chips, act) {
  const { lab, words } = session;
  let last = "";
  return (/** @type {Figure} */ figure) => {
    const wanted = JSON.stringify(figure.runs.map(({ number, selected, stopped }) => [number, selected, stopped]));
    if (wanted === last) return;
    last = wanted;
    const focused = /** @type {ShadowRoot} */ (chips.getRootNode()).activeElement;
    const hadFocus = focused !== null && chips.contains(focused);
    chips.replaceChildren(...figure.runs.flatMap((run, index) => {
      const choose = () => {
        lab.select(index);
        session.refresh();
      };
      const chip = make("button", {
        type: "button", class: `chip run-${index % 6}`, "aria-pressed": String(run.selected),
        "aria-label": words(run.stopped ? "run-stopped" : "run-number", { number: run.number, stopped: run.stopped ?? "" }),
        onclick: choose,
      }, String(run.number));
      if (!run.selected || figure.runs.length < 2) return [chip];
      const name = words("remove-start", { number: run.number });
      return [chip, make("button", { type: "button", class: "remove", "aria-label": name, title: name, onclick: act(() => lab.removeStart(index)) }, icon("close"))];
    }));
    if (hadFocus) chips.querySelector("button")?.parentElement?.querySelector(/** @type {"button"} */ ("[aria-pressed=true]"))?.focus();
  };
}

/** The shortest text of a number, with a true minus. @param {number} coordinate */
function shown(coordinate) {
  return String(coordinate).replaceAll("-", "−");
}

/**
 * A number field for every coordinate of the selected start.
 * @param {Session} session
 * @param {Player} player
 * @returns {Part}
 */
function coordinates(session, player) {
  const { lab, words } = session;
  const root = make("div", { class: "coordinates" });
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  let names = "";

  /** The text goes to the engine as typed: it knows what a number is, and what to say if it is none. @param {number} index */
  const choose = (index) => {
    const { selected } = session.figure;
    const starts = lab.setting("start").split(";").map((start) => start.split(","));
    starts[selected][index] = inputs[index].value.trim().replaceAll("−", "-").replace(",", ".");
    player.pause();
    session.command(() => {
      const problems = lab.edit("start", starts.map((start) => start.join()).join(";"));
      lab.settle();
      lab.select(selected);
      return problems;
    });
    inputs[index].value = shown(session.figure.parameters[index]?.start ?? NaN);
  };

  /** @param {Figure} figure */
  const rebuild = (figure) => {
    const wanted = figure.parameters.map(({ name }) => name).join();
    if (wanted === names) return;
    names = wanted;
    inputs = figure.parameters.map(({ spoken }, index) => make("input", {
      type: "text", class: `number parameter-${index}`, autocomplete: "off", spellcheck: "false",
      "aria-label": words("coordinate", { name: spoken }), onchange: () => choose(index),
    }));
    root.replaceChildren(...figure.parameters.map(({ display }, index) =>
      make("label", {}, make("span", { class: `parameter-${index}` }, display), inputs[index])));
  };

  return {
    root,
    show(figure) {
      rebuild(figure);
      figure.parameters.forEach(({ start }, index) => {
        const input = inputs[index];
        if (!input.matches(":focus") && input.value !== shown(start)) input.value = shown(start);
      });
    },
  };
}
