// The engine's memory stays small, whatever a figure does and for however long.
import { call, drawn, element, expect, host, open, test } from "./figure.js";
import { LARGEST, engineMemory } from "./memory.js";

/** Never settles, so that it takes every step it may. */
const RESTLESS = "cost=himmelblau&alpha=0.036&start=0.25,-0.5&steps=1000000&tolerance=1e-300";

test("a run of a million steps, and back through it", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, RESTLESS);
  const bytes = await engineMemory(page);
  const walk = async () => {
    expect((await call(page, "step", 1_000_000)).iteration).toBe(1_000_000);
    for (const back of [1, 500, 99_499, 650_000]) {
      await call(page, "back", back);
      await drawn(page);
    }
    expect((await call(page, "step", 0)).iteration).toBe(250_000);
  };
  await walk();
  const early = await bytes();
  for (let round = 0; round < 3; round += 1) {
    await call(page, "reset");
    await walk();
  }
  expect(await bytes()).toBe(early);
  expect(early).toBeLessThanOrEqual(LARGEST);
});

const PLAYS = {
  "everything at once": "cost=valleys&show=all",
  "an own formula": "formula=sin(w)*cos(b)%2Bw^2/9%2Bb^2/9&start=2,1;-2,1&show=all",
  "data": "data=penguins&show=all",
  "fog": "cost=camel&show=all,fog",
};

for (const [name, link] of Object.entries(PLAYS)) {
  test(`an hour of frames without end: ${name}`, async ({ page }) => {
    test.setTimeout(90_000);
    await host(page, "");
    const [early, late] = await page.evaluate(async (query) => {
      const { loadEngine } = await import(new URL("figure/engine.js", location.href).href);
      const lab = (await loadEngine()).newLab();
      const { memory } = await (await import(new URL("downhill.js", location.href).href)).default();
      lab.load(query);
      const canvas = document.createElement("canvas");
      const pictures = ["costs", "data", "slice-0", "slice-1", "step-length", "hill", "hill-walk", "small-ground", "rule-1", "rule-2", "half-step", "starts",
        "rate-1", "rate-2", "rate-3", "rate-4", "rate-curve", "apart", "slopes", "excess", "compass"];
      const words = ["figure", "readout", "link", "groundVersion", "basins", "rain", "rates", "slices", "stepLength", "stopping", "sums", "twins", "twoRules", "compass", "hill"];
      const works = ["workBasins", "workRates", "workTwoRules"];
      const draw = (picture, width = 300, height = 200) => lab.draw(picture, canvas, width, height, 1, "light", 1);
      /** What a frame of play does, and now and then what a reader does between. */
      const frame = (at) => {
        lab.advance(1 + (at % 7) ** 3);
        for (const work of works) lab[work](500);
        for (const word of words.slice(at % 3, at % 3 + 5)) lab[word]();
        draw("walk");
        draw(pictures[at % pictures.length]);
        if (at % 10 === 0) draw("ground", 300 + at % 3);
        if (at % 40 === 7) lab.edit("alpha", String(0.01 + (at % 400) / 4000));
        if (at % 40 === 17) lab.randomStart();
        if (at % 40 === 27) lab.reset();
        if (at % 120 === 37) lab.edit("rule", at % 240 === 37 ? "sequential" : "simultaneous");
        if (at % 400 === 107) lab.example();
        if (at % 400 === 207) lab.undo();
      };
      const play = async (from, to) => {
        for (let at = from; at < to; at += 1) {
          frame(at);
          if (at % 100 === 0) await new Promise((rest) => setTimeout(rest));
        }
        return memory.buffer.byteLength;
      };
      // The warm-up holds the longest undo and every picture with every setting.
      return [await play(0, 1600), await play(1600, 3200)];
    }, link);
    expect(late).toBe(early);
    expect(late).toBeLessThanOrEqual(LARGEST);
  });
}

test("a figure in a page that plays, is changed and plays again", async ({ page }) => {
  test.setTimeout(90_000);
  await host(page, '<gradient-descent cost="valleys" show="basic,rain,twins,rates" style="width:600px"></gradient-descent>');
  await element(page).evaluate((figure) => figure.ready);
  const bytes = await engineMemory(page);
  const play = (rounds) => element(page).evaluate(async (figure, count) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let round = 0; round < count; round += 1) {
      await figure.set({ alpha: 0.02 + (round % 9) / 100 });
      for (let step = 0; step < 6; step += 1) {
        await figure.step(1 + step ** 3);
        await frame();
      }
      await figure.reset();
    }
  }, rounds);
  await play(25);
  const early = await bytes();
  await play(25);
  expect(await bytes()).toBe(early);
  expect(early).toBeLessThanOrEqual(LARGEST);
});
