// What the lesson says, asked of the engine. A row is a piece of a chapter's text and what makes it
// true: the piece must stand in the chapter, and the check must hold.
import { readFileSync } from "node:fs";
import { CONDITIONS } from "../../www/lesson/conditions.js";
import { READINGS } from "../../www/lesson/readings.js";
import { cost, costs, figure, walk } from "./engine.js";
import { expect, test } from "./figure.js";
import { contents, read } from "./lesson.js";

const HOUSES = "data=houses&start=0,0";
const ROWS = readFileSync(new URL("../../data/houses.csv", import.meta.url), "utf8")
  .split("\n").filter((line) => /^[\d.]/.test(line)).map((line) => line.split(",").map(Number));
const SADDLE = "formula=w^2+b^2+3w*b";
const PAIR = "cost=valleys&start=0.06,-0.02;-0.04,0.05";
const SIX = "data=1,1;2,2;3,3;4,4;5,5;6,12";
const CURVE = "cost=curve";

const near = (one, other, by = 1e-9) => expect(Math.abs(one - other), `${one} and ${other}`).toBeLessThanOrEqual(by);
const falling = (list) => list.every((value, index) => index === 0 || value < list[index - 1]);
const gaps = (rows, { w, b }) => rows.map(([x, y]) => w * x + b - y);
const halfMeanSquare = (list) => list.reduce((sum, gap) => sum + gap * gap, 0) / list.length / 2;
const slopeOf = (link) => walk(link, 0).gradient;
const directionOf = ({ point }) => Math.atan2(point.b, point.w);

/** The shortest way from a point straight uphill to a level of J, found by halving. */
function wayTo(link, level) {
  const { point, gradient, gradientNorm } = walk(link, 0);
  const at = (way) => cost(link, ...Object.keys(point).map((name) => point[name] + (way * gradient[name]) / gradientNorm));
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (at(middle) < level) low = middle;
    else high = middle;
  }
  return low;
}

/** Chapter, what it says, and why that is so. */
const CLAIMS = [
  ["line", "take half the average", () => near(halfMeanSquare(gaps(ROWS, { w: 100, b: 50 })), cost(HOUSES, 100, 50), 1e-6)],
  ["line", "it has no upper end", () => expect(cost(HOUSES, 1e6, 0)).toBeGreaterThan(1e12)],
  ["line", "no straight line goes through all six houses", () => expect(walk(HOUSES).cost).toBeGreaterThan(1000)],
  ["line", "It goes through none of them exactly", () => {
    for (const gap of gaps(ROWS, walk(HOUSES).point)) expect(Math.abs(gap)).toBeGreaterThan(0.1);
  }],
  ["line", "They are not: look at the short lines", () => {
    const sizes = gaps(ROWS, walk(HOUSES).point).map(Math.abs);
    expect(Math.max(...sizes)).toBeGreaterThan(2 * Math.min(...sizes));
  }],
  ["line", "Every other line has a larger J", () => {
    const { point, cost: least } = walk(HOUSES);
    for (const [dw, db] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -2.5], [-1, 2.5], [50, 50]]) expect(cost(HOUSES, point.w + dw, point.b + db)).toBeGreaterThan(least);
  }],
  ["line", "Line A goes through the first five exactly and misses the last. Line B, with w 1.8 and b −1.8, misses all six", () => {
    const rows = [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 12]];
    expect(gaps(rows, { w: 1, b: 0 })).toEqual([0, 0, 0, 0, 0, -6]);
    const misses = gaps(rows, { w: 1.8, b: -1.8 }).map(Math.abs);
    for (const miss of misses) expect(miss).toBeGreaterThan(0.05);
    expect(Math.max(...misses)).toBeLessThan(6);
    expect(cost(SIX, 1.8, -1.8)).toBeLessThan(cost(SIX, 1, 0));
    near(cost(SIX, 1, 0), halfMeanSquare([0, 0, 0, 0, 0, 6]));
  }],

  ["contours", "Two walkers stand on the same contour", () => {
    const { runs: [one, two] } = walk(read("contours").figure, 0);
    near(one.cost, two.cost, 1e-4);
    expect(one.point.w > 0 && one.point.b > 0 && two.point.w > 0 && two.point.b < 0).toBe(true);
  }],
  ["contours", "Walker 1, in the upper right", () => {
    const [from, to] = [0, 1].map((steps) => walk(read("contours").figure, steps).runs);
    const [one, two] = from.map(({ point }, run) => Math.hypot(to[run].point.w - point.w, to[run].point.b - point.b));
    expect(one).toBeGreaterThan(4 * two);
  }],
  ["contours", "spacings of about 1 to 4.4", () => {
    const [one, two] = ["0.51299,0.51299", "2.23607,-2.23607"].map((start) => `cost=ravine&start=${start}`);
    const spacing = wayTo(two, 1.01) / wayTo(one, 1.01);
    near(spacing, 4.4, 0.05);
    near(walk(one, 0).gradientNorm / walk(two, 0).gradientNorm, spacing, 0.02);
  }],
  ["contours", "Near a minimum the ground even gets flatter", () => expect(walk("cost=ravine&start=0.01,0.01", 0).gradientNorm).toBeLessThan(0.1)],

  ["curve", "close to a crest", () => expect(slopeOf(`${CURVE}&start=0.1`).w > 0 && slopeOf(`${CURVE}&start=0.2`).w < 0).toBe(true)],
  ["curve", "The slope at the start is {slope}, which is positive. So the first step made w smaller", () => {
    const places = figure(`${CURVE}&start=0.1`, (lab) => Array.from({ length: 12 }, () => {
      lab.advance(1);
      return lab.readout().point.w;
    }));
    expect(falling([0.1, ...places])).toBe(true);
  }],
  ["curve", "It is deeper", () => expect(walk(`${CURVE}&start=0.1`).cost).toBeLessThan(walk(`${CURVE}&start=0.25`).cost - 1)],
  ["curve", "Where it is negative, minus a negative number makes w larger", () => expect(walk(`${CURVE}&start=0.3`, 1).point.w).toBeGreaterThan(0.3)],
  ["curve", "At −2.95", () => near(-2 - 0.95, -2 + 0.05 * slopeOf(`${CURVE}&start=-2`).w)],
  ["curve", "−2 − 0.05 · ({slope_left})", () => near(walk(`${CURVE}&start=-2&alpha=0.05`, 1).point.w, -1.05)],

  ["baby-step", "at w −0.04 and b 0.05", () => expect(walk(read("baby-step").figure, 0).point).toEqual({ w: -0.04, b: 0.05 })],
  ["baby-step", "A shorter first step would have pointed the same way", () => {
    const steps = [0.08, 0.001].map((alpha) => walk(`cost=valleys&start=-0.04,0.05&alpha=${alpha}`, 1).point);
    const [long, short] = steps.map(({ w, b }) => Math.atan2(b - 0.05, w + 0.04));
    near(long, short, 1e-9);
  }],
  ["baby-step", "the walk is the same every time", () => expect(walk(PAIR)).toEqual(walk(PAIR))],
  ["baby-step", "J may go on falling for a while, but another direction would already be better", () => {
    const link = "cost=valleys&start=-0.04,0.05";
    const { gradient, gradientNorm } = walk(link, 0);
    const along = (way) => [-0.04 - (way * gradient.w) / gradientNorm, 0.05 - (way * gradient.b) / gradientNorm];
    const [there, further] = [0.5, 0.51].map(along);
    expect(cost(link, ...further)).toBeLessThan(cost(link, ...there));
    const turned = slopeOf(`cost=valleys&start=${there}`);
    const off = Math.abs(Math.atan2(turned.b, turned.w) - Math.atan2(gradient.b, gradient.w));
    expect(off).toBeGreaterThan(0.1);
  }],
  ["baby-step", "The walk on the map bends long before J rises", () => expect(falling(costs("cost=valleys&start=-0.04,0.05", 60))).toBe(true)],

  ["freeze", "Cut the ground along w, with b frozen: J = w²", () => {
    for (const at of [-1.5, -0.3, 0.7, 2]) {
      near(cost(SADDLE, at, 0), at * at);
      near(cost(SADDLE, 0, at), at * at);
    }
  }],
  ["freeze", "between the two axes the ground falls", () => {
    for (const way of [0.01, 0.1, 1]) expect(cost(SADDLE, way, -way)).toBeLessThan(0);
  }],
  ["freeze", "it is a *saddle*, not a minimum", () => figure(`${SADDLE}&start=0,0`, (lab) => {
    lab.advance(1);
    expect(lab.figure().verdict).toContain("a saddle, not a minimum");
  })],
  ["freeze", "How fast J rises as w grows a little, while all other parameters stay frozen", () => {
    const small = 1e-6;
    near((cost(SADDLE, 0.7 + small, -0.2) - cost(SADDLE, 0.7 - small, -0.2)) / (2 * small), slopeOf(`${SADDLE}&start=0.7,-0.2`).w, 1e-6);
  }],
  ["freeze", "At w 0.9, b −0.6 of this figure ∂J/∂w is 0", () => near(slopeOf(`${SADDLE}&start=0.9,-0.6`).w, 0)],
  ["freeze", "It points uphill", () => {
    const { point, gradient } = walk(`${SADDLE}&start=0.7,-0.2`, 0);
    expect(cost(SADDLE, point.w + 0.01 * gradient.w, point.b + 0.01 * gradient.b)).toBeGreaterThan(cost(SADDLE, point.w, point.b));
  }],

  ["update", "The length of a step is α‖∇J‖", () => {
    for (const [reading, before] of [["firstStep", 0], ["tenthStep", 9]]) {
      near(figure(`${HOUSES}&alpha=0.1`, READINGS[reading]), 0.1 * walk(`${HOUSES}&alpha=0.1`, before).gradientNorm, 1e-9);
    }
  }],
  ["update", "The smaller α made the step shorter, in the same direction", () =>
    near(directionOf(walk(`${HOUSES}&alpha=0.1`, 1)), directionOf(walk(`${HOUSES}&alpha=0.015`, 1)))],
  ["update", "2.6", () => near(3 + 0.1 * slopeOf("formula=(w-5)^2&start=3").w, 2.6)],
  ["update", "3 − 0.1 · ({slope_new}) = {w_new}", () => near(walk("formula=(w-5)^2&start=3&alpha=0.1", 1).point.w, 3.4)],

  ["together", "With the new w the line is already steeper and fits the houses better", () => {
    const { w } = walk(`${HOUSES}&alpha=0.1`, 1).point;
    expect(cost(HOUSES, w, 0)).toBeLessThan(cost(HOUSES, 0, 0));
    expect(Math.abs(slopeOf(`data=houses&start=${w},0`).b)).toBeLessThan(Math.abs(slopeOf(HOUSES).b));
  }],
  ["together", "∂J/∂b was measured at a point that had already moved", () => {
    const { w, b } = walk(`${HOUSES}&alpha=0.1&rule=sequential`, 1).point;
    near(b, -0.1 * slopeOf(`data=houses&start=${w},0`).b, 1e-9);
    near(walk(`${HOUSES}&alpha=0.1`, 1).point.b, -0.1 * slopeOf(HOUSES).b, 1e-9);
  }],
  ["together", "both orders end at w {w_end}, b {b_end}", () => {
    const [one, other] = ["simultaneous", "sequential"].map((rule) => walk(`${HOUSES}&alpha=0.1&rule=${rule}`).point);
    near(one.w, other.w, 1e-4);
    near(one.b, other.b, 1e-4);
  }],
  ["together", "With this α the simultaneous walk diverged and the sequential one settled", () => {
    expect(walk(`${HOUSES}&alpha=0.4`).stopped).toBe("diverged");
    expect(walk(`${HOUSES}&alpha=0.4&rule=sequential`).stopped).toBe("converged");
  }],
  ["together", "each with its own limits", () => expect(walk(`${HOUSES}&alpha=0.54&rule=sequential`).stopped).toBe("diverged")],

  ["rate", "Below it every walk on this cost settles, though close to it slowly; above it every walk is thrown out", () => {
    const edge = figure("data=houses", READINGS.edge);
    near(edge, 0.3089, 5e-5);
    const [slow, below] = [0.999, 0.98].map((part) => walk(`${HOUSES}&steps=100000&alpha=${edge * part}`));
    expect([slow.stopped, below.stopped]).toEqual(["converged", "converged"]);
    expect(slow.iteration).toBeGreaterThan(3 * below.iteration);
    expect(walk(`${HOUSES}&steps=100000&alpha=${edge * 1.001}`).stopped).toBe("diverged");
  }],
  ["rate", "Each step jumps across the valley and lands a little higher than it began", () => {
    const late = costs(`${HOUSES}&alpha=0.32`, 150).slice(100);
    expect(falling([...late].reverse())).toBe(true);
    const [from, to] = [120, 121].map((steps) => walk(`${HOUSES}&alpha=0.32`, steps).gradient);
    expect(from.w * to.w).toBeLessThan(0);
  }],
  ["rate", "The fastest α lies just below the edge", () => {
    const edge = figure("data=houses", READINGS.edge);
    const steps = [0.5, 0.8, 0.9, 0.95, 0.97, 0.985, 0.995, 0.999].map((part) => [part, walk(`${HOUSES}&steps=100000&alpha=${edge * part}`).iteration]);
    const [fastest] = steps.sort(([, one], [, other]) => one - other)[0];
    expect(fastest).toBeGreaterThan(0.95);
  }],
  ["rate", "The deep valley bends more sharply, so its edge comes first", () => {
    const { runs: [deep, shallow] } = walk(`${PAIR}&alpha=0.5`);
    expect([deep.stopped, shallow.stopped]).toEqual(["step limit", "converged"]);
    expect(deep.cost).toBeLessThan(shallow.cost);
    expect(walk(`${PAIR}&alpha=0.62`).runs.map(({ stopped }) => stopped)).toEqual(["step limit", "step limit"]);
  }],

  ["starts", "All ten settled at the same w and b", () => {
    const { runs } = walk(read("starts").figure);
    expect(runs.length).toBe(10);
    for (const { point, stopped } of runs) {
      expect(stopped).toBe("converged");
      near(point.w, runs[0].point.w, 1e-3);
      near(point.b, runs[0].point.b, 1e-3);
    }
  }],
  ["starts", "two walkers start side by side and end together", () => {
    const { runs } = walk(read("starts").try.figure);
    near(runs[0].point.w, runs[1].point.w, 1e-4);
    near(runs[0].point.b, runs[1].point.b, 1e-4);
  }],
  ["starts", "they end in different valleys", () => {
    const { runs: [one, two] } = walk(PAIR);
    expect(one.point.w).toBeGreaterThan(1);
    expect(two.point.w).toBeLessThan(-1);
    expect(one.cost).toBeLessThan(two.cost);
    expect([walk("cost=valleys", 0).runs.map(({ point }) => point)]).toEqual([[{ w: 0.06, b: -0.02 }, { w: -0.04, b: 0.05 }]]);
  }],
  ["starts", "At the bottom of its valley the slope is 0 in every direction", () => expect(walk(PAIR).runs[1].gradientNorm).toBeLessThan(1e-6)],

  ["stopping", "It never left", () => expect(falling(costs(`${HOUSES}&alpha=0.1`, 400))).toBe(true)],
  ["stopping", "It needs more than a thousand more steps", () => {
    expect(walk(HOUSES, 1010).stopped).toBe(null);
    expect(walk(HOUSES).stopped).toBe("converged");
  }],
  ["stopping", "‖∇J‖ is at most 0.000001", () => figure(read("stopping").figure, (lab) => {
    expect(lab.setting("tolerance")).toBe("0.000001");
    expect(lab.readout().iteration).toBe(10);
  })],
  ["stopping", "from this start the walk slides off a saddle", () => expect(walk(read("stopping").try.figure).stopped).toBe("diverged")],
  ["stopping", "A hair beside the ridge, and the walk slides off", () => {
    expect(walk("cost=saddle&start=2,0").stopped).toBe("converged");
    expect(walk("cost=saddle&start=2,0.0001").stopped).toBe("diverged");
    for (const side of [-0.1, 0.1]) expect(cost("cost=saddle", 0, side)).toBeLessThan(cost("cost=saddle", 0, 0));
  }],
  ["stopping", "it may even be negative", () => expect(walk(PAIR).cost).toBeLessThan(0)],

  ["more", "no straight line has the full dots on one side and the rings on the other", () => {
    // The four points by x₁ + x₂: 0 and 2 are rings, 1 is full, so a line through both kinds' middles is one and the same point.
    const rows = figure("data=xor", (lab) => lab.sums().rows.map(({ cells }) => cells.slice(0, 3).map(Number)));
    const middle = (kind) => [0, 1].map((axis) => rows.filter(([, , y]) => y === kind).reduce((sum, row) => sum + row[axis] / 2, 0));
    expect(rows).toHaveLength(4);
    expect(middle(1)).toEqual(middle(0));
  }],
  ["more", "That makes nine parameters", () => expect(Object.keys(walk("data=xor", 0).point)).toHaveLength(9)],
  ["more", "then all nine move", () => {
    const [from, to] = [0, 1].map((steps) => Object.values(walk("data=xor", steps).point));
    expect(from.filter((value, index) => value === to[index])).toEqual([]);
  }],
  ["more", "steps is below a millionth; then all four points are told right", () => {
    const { cost: last, stopped } = walk("data=xor");
    expect([last < 1e-6, stopped]).toEqual([true, "converged"]);
    // Half the mean of four squares below a millionth: no error reaches 0.003.
    expect(Math.sqrt(8 * last)).toBeLessThan(0.5);
  }],
  ["more", "with each new b the map is a cut through another place", () => expect(Math.abs(cost("cost=three", 0.5, 0.5, 1) - cost("cost=three", 0.5, 0.5, -1))).toBeGreaterThan(0.5)],
  ["more", "A model of 342 penguins", () => {
    const rows = readFileSync(new URL("../../data/penguins.csv", import.meta.url), "utf8").split("\n").filter((line) => /^[-\d.]/.test(line));
    expect(rows.length).toBe(342);
    expect(Object.keys(walk("data=penguins", 0).point)).toEqual(["w1", "w2", "b"]);
  }],
  ["more", "zero is a fair start: its cost has a single valley", () => {
    const [zero, other] = ["0,0,0", "5,-5,9"].map((start) => walk(`data=penguins&start=${start}`));
    expect(zero.stopped).toBe("converged");
    for (const name of ["w1", "w2", "b"]) near(zero.point[name], other.point[name], 1e-4);
  }],

  ["statement", "far up the other side", () => {
    const { point, cost: after } = walk(`${CURVE}&start=1.5&alpha=0.9`, 1);
    expect(point.w).toBeLessThan(walk(`${CURVE}&start=0.1`).point.w - 1);
    expect(after).toBeGreaterThan(walk(`${CURVE}&start=1.5`, 0).cost);
  }],
  ["statement", "One update does not jump to the minimum", () => {
    const link = `${CURVE}&start=1.5&alpha=0.05`;
    expect(Math.abs(walk(link, 1).point.w - walk(link).point.w)).toBeGreaterThan(0.05);
  }],
  ["statement", "It moves w by α times the slope", () => near(1.5 - walk(`${CURVE}&start=1.5&alpha=0.05`, 1).point.w, 0.05 * slopeOf(`${CURVE}&start=1.5`).w)],
  ["statement", "With α small, J goes down", () => {
    for (const start of [-2, -1, -0.5, 0.1, 0.3, 1, 1.5, 2]) expect(walk(`${CURVE}&start=${start}&alpha=0.001`, 1).cost).toBeLessThan(walk(`${CURVE}&start=${start}`, 0).cost);
  }],
  ["statement", "Where the slope is negative, minus a negative number makes w larger. There larger w is downhill", () => {
    const { gradient, cost: before } = walk(`${CURVE}&start=0.3`, 0);
    const { point, cost: after } = walk(`${CURVE}&start=0.3`, 1);
    expect(gradient.w < 0 && point.w > 0.3 && after < before).toBe(true);
  }],
];

for (const [id, says, holds] of CLAIMS) {
  test(`${id}: ${says}`, () => {
    expect(JSON.stringify(read(id))).toContain(says);
    holds();
  });
}

/** What the page fills in from the reader's own prediction. */
const OF_THE_READER = ["predicted", "outcome", "costThere", "costHere", "apart_w", "apart_b", "ended", "steps"];

for (const { id } of contents) {
  test(`${id}: every gap has a number, every number a gap, every name a meaning`, () => {
    const chapter = read(id);
    const { facts = {}, ...text } = chapter;
    const gapsOf = [...JSON.stringify(text).matchAll(/\{([a-zA-Z]\w*)\}/g)].map(([, name]) => name);
    for (const name of gapsOf) expect([...Object.keys(facts), ...OF_THE_READER], name).toContain(name);
    for (const name of Object.keys(facts)) expect([...gapsOf, chapter.prediction.fact], name).toContain(name);
    for (const { link, at, read: name } of Object.values(facts)) {
      const value = figure(link, (lab) => {
        if (name in READINGS) return READINGS[name](lab);
        lab.advance(at ?? 1_000_000);
        return name.split(".").reduce((whole, part) => whole[part], lab.readout());
      });
      expect(Number.isFinite(value), `${link} ${name}`).toBe(true);
    }
    expect(Object.keys(CONDITIONS)).toContain(chapter.try.done[0]);
    for (const link of [chapter.figure, chapter.try.figure ?? "", chapter.further?.figure ?? ""]) figure(link, () => {});
    for (const { choices } of [chapter.why, chapter.question]) expect(choices.filter(({ right }) => right).length).toBe(1);
    if (chapter.prediction.choices) expect(chapter.prediction.choices.filter(({ right }) => right).length).toBe(1);
  });
}

test("the core takes about twenty minutes, all of it about forty-five", () => {
  const minutes = (list) => list.reduce((sum, entry) => sum + entry.minutes, 0);
  expect(minutes(contents)).toBe(45);
  expect(minutes(contents.filter(({ core }) => core))).toBe(20);
  expect(contents.flatMap(({ core }, index) => (core ? [index + 1] : []))).toEqual([1, 3, 4, 6, 8, 9, 12]);
});
