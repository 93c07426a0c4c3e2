// The offline files: one file each, from disk, from a server, in a locked frame, edited by a teacher.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test as base } from "@playwright/test";
import { element, expect, onMap, readout } from "./figure.js";

const DIST = new URL("../../dist/", import.meta.url);
const FIGURE = new URL("gradient-descent.html", DIST);
const LESSON = new URL("gradient-descent-lesson.html", DIST);
const golden = JSON.parse(readFileSync(new URL("../golden-links.json", import.meta.url), "utf8"));

/** Each page must stay quiet and ask for nothing but itself. */
const test = base.extend({
  page: async ({ page }, use) => {
    const noise = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("request", (request) => {
      const itself = request.isNavigationRequest() || request.url().startsWith("data:");
      if (!itself) noise.push(`asked ${request.url()}`);
    });
    await use(page);
    expect(noise).toEqual([]);
  },
});

const standing = (page) => element(page).evaluate((figure) => customElements.whenDefined(figure.localName).then(() => figure.ready).then(() => figure.link));
const numbers = ({ point, cost, gradientNorm, stopped }) => [...Object.values(point), cost, gradientNorm, stopped];

/** Opens some of the golden figures and compares their ends with the native engine's, to the last bit. */
async function expectNativeEnds(page) {
  for (const { link, figure } of golden.slice(0, 20).filter((_, row) => row % 5 === 0)) {
    const ends = await element(page).evaluate(async (figure, query) => {
      figure.link = query;
      return (await figure.step(Infinity)).runs;
    }, link);
    expect(ends.map(numbers), link).toEqual(figure.moments.at(-1).runs.map((run) => numbers(run)));
  }
}

for (const [place, address] of [["a disk", FIGURE.href], ["a server", "gradient-descent.html"]]) {
  test(`from ${place}: stands, is clicked, runs, and gives the native engine's bits`, async ({ page }) => {
    await page.goto(address);
    await standing(page);
    await expect(page.locator(".stage canvas").first()).toBeVisible();
    const before = await readout(page);
    await page.mouse.click(...await onMap(page, 200, 150));
    expect((await readout(page)).point).not.toEqual(before.point);
    await page.getByRole("button", { name: "To the end" }).click();
    await expect.poll(async () => (await readout(page)).stopped).toBe("converged");
    await expectNativeEnds(page);
  });
}

test("every instrument is in the file", async ({ page }) => {
  await page.goto(`${FIGURE.href}?cost=himmelblau&show=all,fog`);
  await standing(page);
  const panels = page.locator(".instruments section.instrument");
  expect(await panels.count()).toBe(13);
  await element(page).evaluate((figure) => figure.setAttribute("show", "all"));
  for (const panel of await panels.all()) {
    const name = await panel.getAttribute("aria-label");
    // Behind its name and the note that fog covers it stands what came with its module.
    if (name !== "Fog") await expect(panel.locator(":scope > :nth-child(n+3)").first(), name).toBeVisible();
  }
  await expect(page.locator(".notices li")).toHaveCount(0);
});

test("settings come from query, hash and tag; the address holds what the reader changed, from disk too", async ({ page }) => {
  await page.goto(`${FIGURE.href}?cost=bowl&alpha=0.25`);
  expect(await standing(page)).toContain("cost=bowl&alpha=0.25");
  await page.goto(`${FIGURE.href}#cost=ravine`);
  expect(await standing(page)).toContain("cost=ravine");

  await element(page).evaluate((figure) => figure.startAt([0.5, 0.25]));
  await expect.poll(() => page.url()).toContain("#cost=ravine&start=0.5,0.25");
  const kept = await standing(page);
  await page.reload();
  expect(await standing(page)).toBe(kept);
  await page.evaluate(() => { location.hash = "#cost=camel"; });
  await expect.poll(() => standing(page)).toContain("cost=camel");
});

/** The figure's file as a teacher leaves it: other settings, other words, in an editor's own coding. */
function edited(path, tag) {
  const html = readFileSync(FIGURE, "utf8")
    .replace('<gradient-descent controls="all">', tag)
    .replace("<h1>Gradient descent</h1>", "<p>Aufgabe für die Übung</p>")
    .replaceAll("\n", "\r\n");
  writeFileSync(path, html, "latin1");
  return pathToFileURL(path).href;
}

test("a teacher may edit the tag, whatever the editor makes of the rest", async ({ page }, info) => {
  const address = edited(info.outputPath("exercise.html"), '<gradient-descent cost="himmelblau" start="0,0" alpha="0.02" rule="sequential" class="exercise">');
  await page.goto(address);
  await standing(page);
  const opened = await readout(page);
  expect([opened.alpha, opened.rule, opened.point]).toEqual([0.02, "sequential", { x: 0, y: 0 }]);

  await page.goto(`${address}?alpha=0.005`);
  await standing(page);
  const other = await readout(page);
  expect([other.alpha, other.rule, other.point], "the address adds to the tag").toEqual([0.005, "sequential", { x: 0, y: 0 }]);

  await page.goto(address);
  await standing(page);
  await element(page).evaluate((figure) => { figure.link = "cost=rosenbrock"; });
  await element(page).evaluate((figure) => figure.step(3));
  await expect.poll(() => page.url()).toContain("cost=rosenbrock");
  const chosen = await readout(page);
  await page.reload();
  await standing(page);
  expect(await element(page).evaluate((figure) => figure.step(3 - figure.readout.iteration)), "what the reader dropped stays dropped").toEqual(chosen);
  await expect(page.locator(".notices li")).toHaveCount(0);
});

for (const [name, file] of [["figure", FIGURE], ["lesson", LESSON]]) {
  for (const [place, host] of [["a disk", undefined], ["a server", "host.html"]]) {
    test(`the ${name} works in a locked frame from ${place}`, async ({ page }, info) => {
      const frame = `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="1000" height="700" src="${host ? file.pathname.split("/").at(-1) : file.href}"></iframe>`;
      if (host) await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: frame }));
      else writeFileSync(info.outputPath("host.html"), frame);
      await page.goto(host ?? pathToFileURL(info.outputPath("host.html")).href);
      const figure = page.frameLocator("iframe").locator("gradient-descent");
      await figure.waitFor();
      const seen = await figure.evaluate(async (inside) => {
        await inside.ready;
        await inside.step(20);
        const end = await inside.run();
        return [self.origin, end.iteration, inside.shadowRoot.querySelectorAll("canvas").length];
      });
      expect(seen).toEqual(["null", expect.any(Number), expect.any(Number)]);
      expect(seen[1]).toBeGreaterThan(0);
      expect(seen[2]).toBeGreaterThan(1);
    });
  }
}

test("without scripts a picture and a sentence stand there", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, reducedMotion: "reduce" });
  for (const file of [FIGURE, LESSON]) {
    await page.goto(file.href);
    await expect(page.getByText("open this file in a browser with JavaScript")).toBeVisible();
    const box = await page.getByRole("img", { name: /two valleys/ }).boundingBox();
    expect(box.height).toBeGreaterThan(300);
  }
  await page.close();
});

test("after a panic the file makes a fresh engine", async ({ browser }) => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    globalThis.engines = 0;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const { instance, module } = await instantiate(...given);
      const first = (engines += 1) === 1;
      const lab_advance = (...values) => {
        // The engine has no known panic: this one stands for any.
        if (first) throw new WebAssembly.RuntimeError("unreachable");
        return instance.exports.lab_advance(...values);
      };
      return { instance: { exports: { ...instance.exports, lab_advance } }, module };
    };
  });
  await page.goto(`${FIGURE.href}?cost=himmelblau&alpha=0.004`);
  await standing(page);
  await page.getByRole("button", { name: "One step", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "has stopped" })).toBeVisible();
  await page.getByRole("button", { name: "Reload the figure" }).click();
  await expect(page.locator(".stage")).toBeVisible();
  expect(await page.evaluate(() => document.querySelector("gradient-descent").step(2).then(({ alpha, iteration }) => [alpha, iteration, engines]))).toEqual([0.004, 2, 2]);
  await page.close();
});

test("the whole lesson is in its file: chapters, figures, answers and a printed sheet", async ({ page }) => {
  await page.goto(LESSON.href);
  await standing(page);
  const chapters = page.locator(".contents li a");
  expect(await chapters.count()).toBe(12);
  for (const number of [1, 5, 12]) {
    await page.evaluate((hash) => { location.hash = hash; }, `#chapter-${number}`);
    await expect(page.locator(".chapter p.number")).toContainText(`Chapter ${number}`);
    await standing(page);
  }
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".sheet figure img").first()).toHaveJSProperty("complete", true);
  await expect(page.locator(".sheet .qr"), "nobody else reaches a file on this disk").toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.getByRole("link", { name: "My answers", exact: true }).click();
  await expect(page.locator(".answers-page")).toBeVisible();
});

test("from a server the lesson's sheet has its QR code", async ({ page }) => {
  await page.goto("gradient-descent-lesson.html?chapter=2");
  await standing(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".sheet .qr")).toHaveCount(1);
});

test("each file is below 1 MB, of plain letters, and names no other place", () => {
  for (const file of [FIGURE, LESSON]) {
    expect(statSync(fileURLToPath(file)).size).toBeLessThan(1_000_000);
    const html = readFileSync(file, "latin1");
    expect(html).not.toMatch(/[^\0-\x7f]/);
    const addresses = new Set(html.match(/\b(?:https?|wss?):\/\/[\w.-]+/g));
    addresses.delete("http://www.w3.org");
    expect([...addresses]).toEqual([]);
    expect(html).toMatch(/default-src 'none'; script-src 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval'; style-src 'sha256-[\w+/]{43}='; img-src data:;/);
  }
});
