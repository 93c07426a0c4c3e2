// Times a key in the formula editor of the built page, by hand: `node tests/e2e/typing.mjs` after `make dist`.
// For formulas of several lengths: what a key itself takes, what the frame after it takes, and what taking the formula on takes.
import { measured } from "./measured.mjs";

const KEYS = 40;
const twelve = Array.from({ length: 12 }, (_, index) => `(w${index + 1} - ${index + 0.5})^2*(1 + 0.25sin(2w${((index + 1) % 12) + 1} + 0.75))`).join(" + ");
const FORMULAS = { "2 parameters": "(x^2+y-11)^2 + (x+y^2-7)^2", "12 parameters": twelve, "12, wrong at the end": `${twelve} + sinn(w1` };

const { browser, address, close } = await measured();
const page = await browser.newPage();
await page.goto(address);
await page.locator("gradient-descent").evaluate((figure) => figure.ready);
await page.getByLabel("Cost", { exact: true }).selectOption("formula");
const field = page.getByLabel("Your formula");
await field.waitFor();

for (const [name, text] of Object.entries(FORMULAS)) {
  await field.fill(text);
  await page.waitForTimeout(1500);
  const times = await field.evaluate(async (input, keys) => {
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    const [key, frame] = [[], []];
    for (let index = 0; index < keys; index += 1) {
      const start = performance.now();
      document.execCommand("insertText", false, index % 2 ? " " : "\u00a0");
      key.push(performance.now() - start);
      await new Promise((done) => requestAnimationFrame(() => {
        const begun = performance.now();
        setTimeout(() => done(frame.push(performance.now() - begun)));
      }));
      await pause(60);
    }
    const long = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ entryTypes: ["longtask"] });
    document.execCommand("insertText", false, "+1");
    await pause(1500);
    observer.disconnect();
    return { key, frame, long };
  }, KEYS);
  const told = (row) => {
    const sorted = [...row].sort((one, other) => one - other);
    return sorted.length ? `${sorted[sorted.length >> 1].toFixed(1)} ms, at most ${sorted.at(-1).toFixed(1)}` : "none over 50 ms";
  };
  console.log(`${name} (${text.length} characters): a key ${told(times.key)}; its frame ${told(times.frame)}; tasks after the pause ${told(times.long)}`);
}
await close();
