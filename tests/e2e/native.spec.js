// The numbers on the page against those that the native engine recorded, to the last bit.
import { readFileSync } from "node:fs";
import { element, expect, open, test } from "./figure.js";

// `cargo test native_fixture` keeps this file up to date.
const recorded = JSON.parse(readFileSync(new URL("native.json", import.meta.url), "utf8"));

/** Names what differs: `run 1, iteration 10, cost: 0.5 is not 0.25`. */
function differences(moment, readout) {
  const numbers = (run) => [
    ["iteration", run.iteration],
    ...Object.values(run.point).map((value, index) => [`point ${index}`, value]),
    ["cost", run.cost],
    ...Object.values(run.gradient).map((value, index) => [`gradient ${index}`, value]),
    ["gradientNorm", run.gradientNorm],
    ["stopped", run.stopped],
  ];
  const pairs = moment.runs.flatMap((wanted, run) => {
    const seen = numbers(readout.runs[run]);
    return numbers(wanted).map(([name, value], index) => [`run ${run + 1}, ${name}`, value, seen[index][1]]);
  });
  return [["iteration", moment.iteration, readout.iteration], ["runs", moment.runs.length, readout.runs.length], ...pairs]
    .filter(([, wanted, seen]) => !Object.is(wanted, seen))
    .map(([name, wanted, seen]) => `iteration ${moment.iteration}, ${name}: ${seen} is not ${wanted}`);
}

test("every cost, both rules and every kind of function give the native engine's bits", async ({ page }) => {
  await open(page);
  expect(recorded.length).toBeGreaterThanOrEqual(16);
  for (const { link, moments } of recorded) {
    const seen = await element(page).evaluate(async (figure, [query, iterations]) => {
      figure.link = query;
      const readouts = [];
      for (const iteration of iterations) readouts.push(await figure.step(iteration - figure.readout.iteration));
      return readouts;
    }, [link, [...moments.slice(0, -1).map(({ iteration }) => iteration), Infinity]]);
    const wrong = moments.flatMap((moment, index) => differences(moment, seen[index]));
    expect(wrong, link).toEqual([]);
    const again = await element(page).evaluate((figure) => figure.reset().then(() => figure.step(Infinity)));
    expect(differences(moments.at(-1), again), `${link}, once more`).toEqual([]);
  }
});
