/** What is measured inside a page: for each case its rows, Downhill first, and what each answers. */

import { engine, lab } from "./engine.js";
import * as contours from "./rivals/contours.js";
import * as himmelblau from "./rivals/himmelblau.js";
import * as pictures from "./rivals/pictures.js";
import * as regression from "./rivals/regression.js";

/**
 * @typedef {object} Row
 * @property {string} rival what it is called in the table
 * @property {string} [variant] one of several ways, of which the fastest counts
 * @property {(time: number) => unknown} run
 * @property {() => ArrayLike<number> | Promise<ArrayLike<number>>} answer what is compared before a time counts
 * @property {number} [units] of work in a run
 * @property {number} [tolerance] on each number of the answer, as a part of it
 * @property {number} [stray] how many numbers may be off all the same
 */

export const OURS = "Downhill";
const TUNED = "tuned JavaScript";

const HALF = 5;
const LIMIT = 500;
/** Too long for a walk on Himmelblau's function to settle: it ends up going to and fro. */
const RESTLESS = 0.025;
const START = [0.25, -0.5];
const STEPS = 10_000;
/** So small that a walk down a regression is still under way after all steps. */
const BABY = 0.001;

/** Gradient descent on rows. @param {number} count @param {number} steps of the rivals */
async function descendRows(count, steps) {
  const { fmin } = /** @type {any} */ (globalThis);
  const { xs, ys, both } = regression.rows(count);
  const work = (await engine()).fitted(both);
  const rival = (name, variant, walk) => ({ rival: name, variant, run: () => walk(steps), answer: () => walk(steps), units: steps });
  const bySums = (lanes) => {
    const loop = regression.walkLoop(lanes);
    return rival(TUNED, lanes === 1 ? "one sum of a kind" : `${lanes} sums of a kind`, (taken) => loop(xs, ys, BABY, taken));
  };
  const f = regression.costAndGradient(xs, ys);
  const start = Float64Array.of(0, 0);
  return [
    { rival: OURS, run: () => work.walk(start, BABY, STEPS), answer: () => work.walk(start, BABY, steps), units: STEPS },
    ...[1, 2, 4, 10].map(bySums),
    rival("fmin", "", (taken) => fmin.gradientDescent(f, [0, 0], { learnRate: BABY, maxIterations: taken }).x),
  ];
}

async function descendHimmelblau() {
  const { fmin } = /** @type {any} */ (globalThis);
  const work = (await engine()).typed(himmelblau.TEXT);
  const row = (rival, walk) => ({ rival, run: walk, answer: walk, units: STEPS });
  const start = Float64Array.from(START);
  return [
    row(OURS, () => work.walk(start, RESTLESS, STEPS)),
    row(TUNED, () => himmelblau.walk(START[0], START[1], RESTLESS, STEPS)),
    row("fmin", () => fmin.gradientDescent(himmelblau.costAndGradient, START, { learnRate: RESTLESS, maxIterations: STEPS }).x),
  ];
}

/** @param {number} side */
async function gridHimmelblau(side) {
  const { math } = /** @type {any} */ (globalThis);
  const work = (await engine()).typed(himmelblau.TEXT);
  const [xs, ys] = [himmelblau.places(side, HALF), himmelblau.places(side, HALF)];
  const values = new Float64Array(side * side);
  const row = (rival, variant, loop) => {
    const run = () => loop(xs, ys, values);
    return { rival, variant, run, answer: () => (run(), values.slice()) };
  };
  const ours = () => work.sample(side, HALF);
  return [
    { rival: OURS, run: ours, answer: () => (ours(), work.values()) },
    ...[1, 2, 4, 8].map((lanes) => row(TUNED, `${lanes} in flight`, himmelblau.gridLoop(lanes, false))),
    ...[1, 4].map((lanes) => row(TUNED, `${lanes} in flight, x² − 11 kept`, himmelblau.gridLoop(lanes, true))),
    row("new Function", "called for each pixel", himmelblau.gridByFunction()),
    row("new Function", "with the loop", himmelblau.gridByFunctionWithLoop()),
    ...(side === 512 ? [row("mathjs", "", himmelblau.gridByMath(math))] : []),
  ];
}

/** @param {number} side */
async function gridRegression(side) {
  const { xs, ys, both } = regression.rows(100);
  const work = (await engine()).fitted(both);
  const [ws, bs] = [himmelblau.places(side, HALF), himmelblau.places(side, HALF)];
  const values = new Float64Array(side * side);
  const row = (lanes) => {
    const loop = regression.gridLoop(lanes);
    const run = () => loop(xs, ys, ws, bs, values);
    return { rival: TUNED, variant: `${lanes} in flight`, run, answer: () => (run(), values.slice()) };
  };
  const ours = () => work.sample(side, HALF);
  return [{ rival: OURS, run: ours, answer: () => (ours(), work.values()) }, ...[1, 4, 8].map(row)];
}

/** Twenty levels with an equal share of the grid between any two. @param {Float64Array} values */
function twentyLevels(values) {
  const sorted = values.slice().sort();
  return Float64Array.from({ length: 20 }, (_, index) => sorted[Math.floor((index + 0.5) / 20 * sorted.length)]);
}

async function lines() {
  const { d3 } = /** @type {any} */ (globalThis);
  const side = 512;
  const work = (await engine()).typed(himmelblau.TEXT);
  work.sample(side, HALF);
  const values = work.values();
  const plain = Array.from(values);
  const levels = twentyLevels(values);
  const places = himmelblau.places(side, HALF);
  const draw = contours.workshop(side);
  const areas = d3.contours().size([side, side]).thresholds(Array.from(levels));
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  return [
    { rival: OURS, run: () => work.drawLines(levels), answer: () => (work.drawLines(levels), [sum(work.lengths())]) },
    { rival: TUNED, run: () => draw(values, levels, places, places), answer: () => [contours.totalLength(draw(values, levels, places, places))] },
    // It decides otherwise which corners of a doubtful cell hang together.
    { rival: "d3-contour", run: () => areas(plain), answer: () => [contours.lengthOfAreas(areas(plain), side, places[1] - places[0])], tolerance: 1e-4 },
  ];
}

async function basins() {
  const side = 512;
  const alpha = 0.01;
  const work = (await engine()).typed(himmelblau.TEXT);
  const ends = new Int16Array(side * side);
  const ours = () => work.findBasins(side, HALF, alpha);
  const row = (lanes) => {
    const loop = himmelblau.basinsLoop(lanes);
    const run = () => loop(side, HALF, alpha, LIMIT, ends);
    // A start at the edge of a basin may go the other way by the last bit of a rounding.
    return { rival: TUNED, variant: `${lanes} in flight`, run, answer: () => (run(), ends.slice()), stray: side * side / 1000 };
  };
  return [{ rival: OURS, run: ours, answer: () => (ours(), work.ends()) }, ...[1, 2, 3, 4, 8].map(row)];
}

/** A window that is a little different each time, so that nothing kept from the last one helps. @param {number} time */
const window3 = (time) => [-3, 3 + (time % 7) / 1e3, -2.25, 2.25 + (time % 7) / 1e3 * 0.75];

async function redraw() {
  const { Plot, Plotly } = /** @type {any} */ (globalThis);
  const box = /** @type {HTMLElement} */ (document.querySelector("#box"));
  const [ground, walk] = document.querySelectorAll("canvas");
  const figure = await lab();
  figure.compile();
  // Reading a pixel waits until everything before it is drawn.
  const drawn = (canvas) => canvas.getContext("2d").getImageData(1, 1, 1, 1).data;
  const ours = (time) => {
    figure.load(`cost=valleys&at=1000&window=${window3(time).join(",")}`);
    figure.draw("ground", ground, 800, 600, 1, "light", 1);
    figure.draw("walk", walk, 800, 600, 1, "light", 1);
    drawn(walk);
    return drawn(ground);
  };
  const frame = document.createElement("iframe");
  frame.src = "handmade.html";
  document.body.append(frame);
  await new Promise((loaded) => frame.addEventListener("load", loaded));
  const page = /** @type {any} */ (frame.contentWindow);
  const paper = /** @type {HTMLCanvasElement} */ (frame.contentDocument?.querySelector("canvas"));
  const byHand = (time) => {
    page.draw(paper, 800, 600, window3(time));
    return drawn(paper);
  };
  const [plotly, plot] = [pictures.plotly(Plotly, box), pictures.observablePlot(Plot, box)];
  // What is compared of pictures is that there is one: something drawn of the size asked for.
  const is = (there) => [there ? 1 : 0];
  const shown = (canvas) => is(canvas.width === 800 && canvas.height === 600 && new Set(canvas.getContext("2d").getImageData(0, 300, 800, 1).data).size > 50);
  const inBox = async (run, many) => {
    await run(0);
    const { width } = /** @type {HTMLElement} */ (box.querySelector("svg")).getBoundingClientRect();
    const found = is(width === 800 && box.querySelectorAll("svg path").length >= many && box.querySelector("svg image"));
    Plotly.purge(box);
    box.replaceChildren();
    return found;
  };
  const runs = { plotly: (time) => plotly(window3(time)), plot: (time) => plot(window3(time)) };
  return [
    { rival: OURS, run: ours, answer: () => (ours(0), shown(ground)) },
    { rival: "a canvas page by hand", run: byHand, answer: () => (byHand(0), shown(paper)) },
    { rival: "Plotly contour", run: runs.plotly, answer: () => inBox(runs.plotly, 10) },
    { rival: "Observable Plot", run: runs.plot, answer: () => inBox(runs.plot, 10) },
  ];
}

/** A sum of Rosenbrock's terms along twelve variables, with waves, some 500 characters long. */
export function longText() {
  const names = Array.from("abcdfghkmnpq");
  const terms = names.slice(1).map((name, index) => `100(${name} - ${names[index]}^2)^2 + (1 - ${names[index]})^2 + 0.5sin(3${name})*${names[index]}`);
  return terms.join(" + ");
}

/** From text to the first 256 values, along the first variable. @param {string} text */
async function firstValues(text) {
  const { math } = /** @type {any} */ (globalThis);
  const program = await engine();
  const lanes = 256;
  const lane = Float64Array.from({ length: lanes }, (_, index) => 0.5 + index / 1000);
  const ours = () => {
    const work = program.typed(text);
    const values = work.valuesAt(lane);
    work.free();
    return values;
  };
  const byMath = () => {
    const compiled = math.compile(text);
    const names = [...new Set(text.replace(/[a-z]{2,}/g, "").match(/[a-z]/g))];
    const scope = Object.fromEntries(names.map((name) => [name, lane[lanes - 1]]));
    return lane.map((place) => compiled.evaluate({ ...scope, [names[0]]: place }));
  };
  return [{ rival: OURS, run: ours, answer: ours }, { rival: "mathjs", run: byMath, answer: byMath }];
}

/** @type {Record<string, () => Promise<Row[]>>} */
export const CASES = {
  "rows-100": () => descendRows(100, STEPS),
  "rows-100000": () => descendRows(100_000, 100),
  descent: descendHimmelblau,
  "grid-512": () => gridHimmelblau(512),
  "grid-1024": () => gridHimmelblau(1024),
  "fitted-grid-512": () => gridRegression(512),
  "fitted-grid-1024": () => gridRegression(1024),
  lines,
  basins,
  redraw,
  "redraw-by-clock": redraw,
  "text-2": () => firstValues(himmelblau.TEXT),
  "text-12": () => firstValues(longText()),
};
