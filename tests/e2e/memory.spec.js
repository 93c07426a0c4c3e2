// The engine's memory stays small, whatever a figure does and for however long.
import { element, expect, host, test } from "./figure.js";
import { LARGEST, engineMemory } from "./memory.js";

/** Never settles, so that it takes every step it may, all over the map. */
const RESTLESS = "cost=himmelblau&alpha=0.036&start=0.25,-0.5&steps=1000000&tolerance=1e-300";

test("a run of a million steps, and back through it", async ({ page }) => {
  test.setTimeout(90_000);
  await host(page, "");
  const bytes = await page.evaluate(async (query) => {
    const { loadEngine } = await import(new URL("figure/engine.js", location.href).href);
    const lab = (await loadEngine()).newLab();
    const { memory } = await (await import(new URL("downhill.js", location.href).href)).default();
    const canvas = document.createElement("canvas");
    lab.load(query);
    const walk = () => {
      while (lab.advance(100_000) > 0) lab.figure();
      const reached = lab.readout().iteration;
      for (const iteration of [999_999, 999_499, 900_000, 250_000, 1]) {
        lab.seek(iteration);
        lab.draw("walk", canvas, 700, 500, 1, "light", 1);
        lab.draw("costs", canvas, 340, 190, 1, "light", 1);
        if (lab.readout().iteration !== iteration) return 0;
      }
      lab.reset();
      return reached === 1_000_000 ? memory.buffer.byteLength : 0;
    };
    // The walk before stays as a faint one, so two are a warm-up.
    return [walk(), walk(), walk(), walk()];
  }, RESTLESS);
  expect(bytes[0]).toBeGreaterThan(0);
  expect(bytes.slice(2)).toEqual([bytes[1], bytes[1]]);
  expect(bytes[1]).toBeLessThanOrEqual(LARGEST);
});

/** Links, and after how many frames all that is kept has been kept once. */
const PLAYS = {
  "everything at once": ["cost=valleys&show=all", 600],
  "an own formula": ["formula=sin(w)*cos(b)%2Bw^2/9%2Bb^2/9&start=2,1;-2,1&show=all", 1200],
  "data": ["data=penguins&show=all", 300],
  "fog": ["cost=camel&show=all,fog", 1800],
};

for (const [name, [link, warm]] of Object.entries(PLAYS)) {
  test(`an hour of frames without end: ${name}`, async ({ page }) => {
    test.setTimeout(90_000);
    await host(page, "");
    const [early, late] = await page.evaluate(async ([query, warm]) => {
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
        if (at % 40 === 7) lab.edit("alpha", String(0.01 + (at % 200) / 2000));
        if (at % 40 === 17) lab.randomStart();
        if (at % 40 === 27) lab.reset();
        if (at % 120 === 37) lab.edit("rule", at % 240 === 37 ? "sequential" : "simultaneous");
        if (at % 200 === 107) lab.example();
        if (at % 200 === 147) lab.undo();
      };
      const play = async (from, to) => {
        for (let at = from; at < to; at += 1) {
          frame(at);
          if (at % 100 === 0) await new Promise((rest) => setTimeout(rest));
        }
        return memory.buffer.byteLength;
      };
      // The warm-up holds the longest undo, and every picture with every setting.
      for (let at = 0; at < 300; at += 1) {
        lab.randomStart();
        lab.edit("alpha", String(0.01 + at / 10_000));
        lab.settle();
      }
      return [await play(0, warm), await play(warm, warm + 300)];
    }, [link, warm]);
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
      for (let step = 0; step < 4; step += 1) {
        await figure.step(1 + step ** 3);
        await frame();
      }
      await figure.reset();
    }
  }, rounds);
  await play(10);
  const early = await bytes();
  await play(10);
  expect(await bytes()).toBe(early);
  expect(early).toBeLessThanOrEqual(LARGEST);
});
