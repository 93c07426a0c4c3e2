// The golden links in the browser: the figures that the native engine gave, to the last bit.
import { readFileSync } from "node:fs";
import { element, expect, open, test } from "./figure.js";

const golden = JSON.parse(readFileSync(new URL("../golden-links.json", import.meta.url), "utf8"));

/** Every number and text of a figure, with the way to it. JSON writes numbers that are not finite as texts. */
function* parts(value, path = "") {
  if (value !== null && typeof value === "object") {
    for (const key of Object.keys(value)) yield* parts(value[key], `${path} ${key}`);
  } else {
    yield [path, typeof value === "number" && !Number.isFinite(value) ? String(value) : value];
  }
}

/** Names what differs: `moments 2 runs 0 cost: 0.5 is not 0.25`. */
function differences(wanted, seen) {
  const found = new Map(parts(seen));
  return [...parts(wanted)]
    .filter(([path, value]) => !Object.is(value, found.get(path)))
    .map(([path, value]) => `${path}: ${found.get(path)} is not ${value}`);
}

/** What the engine of the page makes of a link. */
function figureOf(page, link) {
  return page.evaluate(async (query) => {
    const { loadEngine } = await import(new URL("figure/engine.js", location.href).href);
    const lab = (await loadEngine()).newLab();
    const problems = lab.load(query);
    const bare = ({ point, gradient, iteration, cost, gradientNorm, stopped }) =>
      ({ iteration, point: Object.values(point), cost, gradient: Object.values(gradient), gradientNorm, stopped });
    const moment = () => {
      const { iteration, runs } = lab.readout();
      return { iteration, runs: runs.map(bare) };
    };
    const { point, alpha, rule, guess, hand } = lab.readout();
    const figure = { parameters: Object.keys(point), alpha, rule, start: lab.setting("start"), window: lab.setting("window") };
    if (guess) figure.guess = { ...guess, point: Object.values(guess.point) };
    if (hand) figure.hand = { ...hand, point: Object.values(hand.point) };
    figure.moments = [moment()];
    lab.seek(0);
    for (const steps of [1, 9, 1_000_000]) {
      do lab.advance(steps); while (steps === 1_000_000 && !lab.figure().finished);
      figure.moments.push(moment());
    }
    figure.rain = lab.rain();
    figure.random = [1, 2].map(() => {
      lab.randomStart();
      return Object.values(lab.readout().point);
    });
    lab.free();
    return { problems, figure };
  }, link);
}

test("every golden link gives the native engine's bits, and its rain and random starts too", async ({ page }) => {
  test.slow();
  await open(page);
  expect(golden.length).toBeGreaterThanOrEqual(60);
  for (const { link, figure } of golden) {
    const seen = await figureOf(page, link);
    expect(seen.problems, link).toEqual([]);
    expect(differences(figure, seen.figure), link).toEqual([]);
  }
});

test("the element walks the same way, and once more after a reset", async ({ page }) => {
  test.slow();
  await open(page);
  for (const { link, figure } of golden.slice(0, 20)) {
    const ends = await element(page).evaluate(async (element, query) => {
      element.link = query;
      const ends = [];
      for (const round of [1, 2]) {
        if (round === 2) await element.reset();
        const { iteration, runs } = await element.step(Infinity);
        ends.push({ iteration, runs: runs.map((run) => ({ ...run, point: Object.values(run.point), gradient: Object.values(run.gradient) })) });
      }
      return ends;
    }, link);
    for (const end of ends) expect(differences(figure.moments.at(-1), end), link).toEqual([]);
  }
});
