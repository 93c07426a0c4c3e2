// Script time of what a reader pulls, in the built page, by hand: `node tests/e2e/turning.mjs` after `make dist`.
// Turning the compass, dragging the walker and changing α: the median and the 95th percentile of many
// events, each with the frame that shows it, in time of the page's thread, so that a busy machine does not
// count.
import { measured } from "./measured.mjs";

const ROUNDS = 120;
/** What is done in round `n`, inside the page. */
const ACTS = {
  turn: (root) => root.querySelector(".instrument.compass .compass-knob")
    .dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", shiftKey: true, bubbles: true })),
  drag: (root, n) => {
    const handle = root.querySelector(".stage .handle");
    handle.focus();
    const key = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"][Math.floor(n / 5) % 4];
    handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  },
  alpha: (root, n) => {
    const slider = root.querySelector("input[type=range][aria-label*=alpha]");
    slider.value = String(Number(slider.min) + (Number(slider.max) - Number(slider.min)) * (0.3 + 0.004 * (n % 60)));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  },
};
/** @type {[act: keyof typeof ACTS, link: string][]} */
const SCENES = [
  ["turn", "cost=valleys&at=30&show=basic,compass"],
  ["turn", "cost=himmelblau&at=200&show=basic,compass"],
  ["turn", "data=houses&at=200&show=basic,compass"],
  ["turn", "cost=three&show=basic,compass"],
  ["turn", "cost=valleys&hand=0,100,120,140,160&show=basic,compass,fog"],
  ["drag", "cost=valleys"],
  ["drag", "data=houses"],
  ["alpha", "cost=valleys&at=30"],
  ["alpha", "data=houses&at=200"],
];

const { browser, address, close } = await measured();

for (const [act, link] of SCENES) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}?${link}`);
  await page.locator("gradient-descent").evaluate((figure) => figure.ready);
  if (act === "turn") await page.locator(".compass-reading").first().waitFor();
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration").value;
  };
  await page.evaluate(`window.act = ${ACTS[act]}`);
  const event = (round) => page.evaluate((n) => new Promise((done) => {
    window.act(document.querySelector("gradient-descent").shadowRoot, n);
    requestAnimationFrame(() => done());
  }), round);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await spent();
    await event(round);
    times.push(1000 * (await spent() - before));
  }
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(part * (times.length - 1))].toFixed(1);
  console.log(act.padEnd(6), link.padEnd(62), `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`);
  await page.close();
}

await close();
