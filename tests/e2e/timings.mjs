// Times a redraw of each canvas in the built page, by hand: `node tests/e2e/timings.mjs` after `make dist`.
// Prints the median of many, for a map of 800 × 600 CSS pixels at one device pixel each.
import { measured } from "./measured.mjs";

const ROUNDS = 40;
const LINKS = ["cost=valleys", "cost=himmelblau", "cost=rosenbrock", "cost=rastrigin", "cost=regression", "cost=three"];

const { browser, address, close } = await measured();
const page = await browser.newPage();
await page.goto(address);

for (const link of LINKS) {
  const medians = await page.evaluate(async ([query, rounds]) => {
    const { loadEngine } = await import(new URL("figure/engine.js", location.href).href);
    const lab = (await loadEngine()).newLab();
    lab.load(query);
    lab.advance(200);
    const canvas = document.createElement("canvas");
    /** Reading a pixel waits until everything before it is drawn. */
    const median = (draw) => {
      const times = Array.from({ length: rounds }, (_, round) => {
        const start = performance.now();
        draw(round);
        canvas.getContext("2d").getImageData(0, 0, 1, 1);
        return performance.now() - start;
      });
      return times.sort((one, other) => one - other)[rounds >> 1].toFixed(1);
    };
    return {
      // A pixel wider each time, so that nothing kept from the last drawing helps.
      "lower, computed": median((round) => lab.draw("ground", canvas, 800 + round, 600, 1, "light")),
      "lower, drawn again": median(() => lab.draw("ground", canvas, 800, 600, 1, "light")),
      upper: median(() => lab.draw("walk", canvas, 800, 600, 1, "light")),
      "cost chart": median(() => lab.draw("costs", canvas, 400, 200, 1, "light")),
    };
  }, [link, ROUNDS]);
  console.log(link.padEnd(18), Object.entries(medians).map(([name, time]) => `${name} ${time} ms`).join(", "));
}

await close();
