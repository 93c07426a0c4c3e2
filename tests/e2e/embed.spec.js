// The page for frames: what it tells the page around it, what it obeys, and that nothing it is sent breaks it.
import { expect, test } from "./figure.js";
import { command, framed, framingPage, inside, serve, standing, takeHeard } from "./framing.js";

const READOUT = ["iteration", "point", "cost", "gradient", "gradientNorm", "alpha", "rule", "stopped", "guess", "hand", "runs"];

const names = (heard) => heard.filter(({ type }) => type !== "resize").map(({ type }) => type);

test("tells every event with the fields of the readout, its name, and mostly its link", async ({ page }) => {
  await framed(page, { query: "?id=hill&cost=himmelblau&start=0,0&alpha=0.01" });
  const [ready] = await takeHeard(page, "ready");
  expect(Object.keys(ready).sort()).toEqual(["frame", "type", "id", "link", ...READOUT].sort());
  expect([ready.id, ready.iteration, ready.point]).toEqual(["hill", 0, { x: 0, y: 0 }]);

  await command(page, "step", 5);
  await command(page, "startAt", [1, 2]);
  await command(page, "step", Infinity);
  await command(page, "set", { alpha: 0.012 });
  const last = await command(page, "set", { alpha: "fast" });
  const heard = (await takeHeard(page)).filter(({ type }) => !["resize", "readout"].includes(type));
  expect(heard.every(({ id }) => id === "hill")).toBe(true);
  const [step, started, walked, stop, changed, problem] = heard;
  expect(names(heard)).toEqual(["step", "change", "step", "stop", "change", "problem"]);
  expect(Object.keys(step).sort(), "no link at a step").toEqual(["frame", "type", "id", ...READOUT].sort());
  expect([step.iteration, started.iteration, started.point, walked.stopped, stop.stopped, changed.alpha]).toEqual([5, 0, { x: 1, y: 2 }, "converged", "converged", 0.012]);
  expect(changed.link).toContain("alpha=0.012");
  expect(problem).toEqual({ frame: 0, type: "problem", id: "hill", key: "alpha", value: "fast", message: expect.stringContaining("fast") });

  const { type, id, link, ...told } = last;
  const figure = inside(page).locator("gradient-descent");
  expect(told, "just what the element itself says").toEqual(await figure.evaluate(({ readout }) => readout));
  expect(link).toBe(await figure.evaluate((element) => element.link));
});

test("a bad address is a problem told to the page around, and a notice in the frame", async ({ page }) => {
  await framed(page, { query: "?cost=everest&formula=x^2%2B)y&id=a%26b" });
  const problems = await takeHeard(page, "problem");
  expect(problems).toEqual([
    { frame: 0, type: "problem", id: "a&b", key: "cost", value: "everest", message: expect.stringContaining("himmelblau") },
    { frame: 0, type: "problem", id: "a&b", key: "formula", value: "x^2+)y", message: expect.any(String), column: 5 },
  ]);
  await expect(inside(page).locator(".notice")).toHaveCount(1);
});

test("without a name its id is null; what stands after # is its address too, and may change", async ({ page }) => {
  await framed(page, { query: "#cost=bowl&start=1,2" });
  const [ready] = await takeHeard(page, "ready");
  expect([ready.id, ready.point]).toEqual([null, { w: 1, b: 2 }]);
  await page.evaluate(() => document.querySelector("iframe").src = "embed.html#cost=himmelblau&start=3,1");
  await expect.poll(async () => (await command(page, "readout")).point).toEqual({ x: 3, y: 1 });
});

test("obeys each command", async ({ page }) => {
  await framed(page, { query: "?cost=himmelblau&start=0,0&alpha=0.01" });
  expect((await command(page, "step")).iteration).toBe(1);
  expect((await command(page, "step", 7)).iteration).toBe(8);
  expect((await command(page, "back")).iteration).toBe(7);
  expect((await command(page, "back", 3)).iteration).toBe(4);
  expect((await command(page, "back", 1e308)).iteration).toBe(0);
  expect((await command(page, "startAt", [1, -2])).point).toEqual({ x: 1, y: -2 });
  expect((await command(page, "addStart", [-3, 0.5])).runs.map(({ point }) => point)).toEqual([{ x: 1, y: -2 }, { x: -3, y: 0.5 }]);
  const set = await command(page, "set", { alpha: 0.005, rule: "sequential", steps: "20" });
  expect([set.alpha, set.rule, set.runs.length]).toEqual([0.005, "sequential", 2]);
  expect((await command(page, "step", Infinity)).stopped).toBe("step limit");
  expect((await command(page, "set", { steps: null, alpha: null })).alpha, "null means the default").toBe(0.01);
  expect((await command(page, "reset")).iteration).toBe(0);
  const loaded = await command(page, "load", "?cost=bowl&start=2,1&at=3");
  expect([loaded.iteration, Object.keys(loaded.point)]).toEqual([3, ["w", "b"]]);
  const restored = await command(page, "load", { version: 1, settings: { cost: "saddle", start: "1,0.5", alpha: 0.1 } });
  expect([restored.iteration, restored.point]).toEqual([0, { w: 1, b: 0.5 }]);
  expect(names(await takeHeard(page, "problem"))).toEqual([]);

  await command(page, "load", "cost=rosenbrock&alpha=0.0001&tolerance=1e-300&steps=1000000");
  await command(page, "run");
  await expect.poll(async () => (await command(page, "readout")).iteration).toBeGreaterThan(2);
  const paused = (await command(page, "pause")).iteration;
  await page.waitForTimeout(400);
  expect((await command(page, "readout")).iteration).toBe(paused);
  await command(page, "set", { run: "on" });
  await expect.poll(async () => (await command(page, "readout")).iteration).toBeGreaterThan(paused);
});

test("commands that come before the figure stands wait their turn", async ({ page }) => {
  await page.route("**/downhill_bg.wasm", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.route("**/course.html", (route) => route.fulfill({ contentType: "text/html", body: framingPage([{ query: "?cost=bowl&start=1,2&alpha=0.2" }]) }));
  await page.goto("course.html", { waitUntil: "commit" });
  await expect.poll(() => inside(page)?.locator("html").getAttribute("data-theme")).toBe("auto");
  const waiting = await page.evaluate(() => {
    order("step", 3);
    order("set", { alpha: 0.1 });
    order("load", "cost=himmelblau&start=1,1");
    order("step", 4);
    order("jump");
    order("readout");
    return heard.length;
  });
  expect(waiting, "nothing stood yet").toBe(0);
  await standing(page);
  await expect.poll(() => page.evaluate(() => heard.at(-1).type)).toContain("resize");
  const heard = (await takeHeard(page)).filter(({ type }) => type !== "resize");
  expect(heard.map(({ type, iteration, alpha }) => [type, iteration, alpha])).toEqual([
    ["ready", 0, 0.2], ["step", 3, 0.2], ["change", 3, 0.1], ["change", 0, 0.01], ["step", 4, 0.01], ["problem", undefined, undefined], ["readout", 4, 0.01],
  ]);
});

test("two frames share a learning rate by way of the page around them", async ({ page }) => {
  await framed(page, { query: "?id=left&cost=bowl&alpha=0.1" }, { query: "?id=right&cost=ravine&alpha=0.3" });
  await takeHeard(page);
  await page.evaluate(() => addEventListener("message", ({ data, source }) => {
    if (data.type !== "gradient-descent:change") return;
    for (const frame of Array.from(frames)) if (frame !== source) frame.postMessage({ type: "gradient-descent:command", command: "set", args: { alpha: data.alpha } }, "*");
  }));
  await inside(page, 1).locator("input.alpha").fill("0.25");
  await inside(page, 1).locator("input.alpha").press("Enter");
  await expect.poll(async () => (await command(page, "readout", undefined, 0)).alpha).toBe(0.25);
  await page.waitForTimeout(200);
  const changes = (await takeHeard(page, "change")).map(({ id, alpha }) => [id, alpha]);
  expect(changes, "no echo").toEqual([["right", 0.25], ["left", 0.25]]);
});

test("the way out leads to the same figure with all controls, and nowhere near the page around", async ({ page }) => {
  await framed(page, { query: "?id=one&cost=himmelblau&start=1,2&controls=none&theme=dark" });
  await command(page, "step", 4);
  const link = inside(page).getByRole("link", { name: "Open in Downhill" });
  await link.hover();
  expect(await link.evaluate(({ target, rel }) => [target, rel])).toEqual(["_blank", "noopener"]);
  const address = new URL(await link.evaluate(({ href }) => href));
  expect(address.pathname).toMatch(/\/dist\/index\.html$/);
  expect(Object.fromEntries(address.searchParams)).toEqual({ cost: "himmelblau", start: "1,2", theme: "dark", at: "4" });
  const { height } = await link.boundingBox();
  expect(height).toBeGreaterThanOrEqual(24);
  const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await opened.locator(".stage").waitFor();
  expect(await opened.locator("gradient-descent").evaluate(async (figure) => (await figure.ready).iteration)).toBe(4);
  expect(await opened.evaluate(() => opener)).toBe(null);
});

test("opened by itself it is a page with a figure, which talks to nobody", async ({ page }) => {
  await page.goto("embed.html?cost=bowl&theme=dark");
  const figure = page.locator("gradient-descent");
  await figure.evaluate(({ ready }) => ready);
  const heard = await page.evaluate(async () => {
    const heard = [];
    addEventListener("message", ({ data }) => heard.push(data));
    postMessage({ type: "gradient-descent:command", command: "step" }, "*");
    await new Promise((done) => setTimeout(done, 200));
    return heard.length;
  });
  expect(heard, "only what it was sent").toBe(1);
  expect(await figure.evaluate(({ readout }) => readout.iteration)).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(20, 23, 27)");
});

test("the ground behind the figure follows its theme", async ({ page }) => {
  await framed(page, { query: "?theme=dark" });
  const ground = () => inside(page).evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe("rgb(20, 23, 27)");
  await command(page, "set", { theme: "light" });
  expect(await ground()).toBe("rgb(251, 250, 247)");
});

test.describe("from another origin", () => {
  for (const [how, attributes, headers] of [
    ["in an ordinary frame", "", {}],
    ["in a sandbox that allows scripts and nothing else", 'sandbox="allow-scripts"', { "access-control-allow-origin": "*" }],
  ]) {
    test(how, async ({ page, noise }) => {
      const app = await serve({}, headers);
      const course = await serve({ "/course.html": framingPage([{ query: "?id=far&cost=bowl&start=1,2", attributes }], `${app.origin}/`) });
      await page.goto(`${course.origin}/course.html`);
      await standing(page);
      const seen = await command(page, "step", 3);
      expect([seen.id, seen.iteration]).toEqual(["far", 3]);
      const origin = await inside(page).evaluate(() => [globalThis.origin, document.querySelector("gradient-descent").shadowRoot.querySelectorAll("canvas").length > 1]);
      expect(origin).toEqual([attributes ? "null" : app.origin, true]);
      await inside(page).getByRole("button", { name: "One step", exact: true }).click();
      expect((await takeHeard(page, "step")).map(({ iteration }) => iteration)).toEqual([3, 4]);
      expect(noise.splice(0).filter((text) => !text.startsWith(`asked ${app.origin}`) && !text.startsWith(`asked ${course.origin}`))).toEqual([]);
      await Promise.all([app.stop(), course.stop()]);
    });
  }
});
