// The teachers' page: its plans add up, its claims are true of the program, its sheets fit their pages.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./figure.js";

const json = async (page, path) => (await page.request.get(`locales/${path}.json`)).json();

async function openGuide(page) {
  await page.goto("teach.html");
  await expect(page.locator("#worksheet")).toBeVisible();
}

/** A figure of the program, run so many steps: every cost, every point of each run, and the end. */
function figureAt(page, link, steps) {
  return page.evaluate(async ([query, count]) => {
    const { loadEngine } = await import(new URL("figure/engine.js", document.baseURI).href);
    const lab = (await loadEngine()).newLab();
    lab.load(query);
    const moments = [lab.readout()];
    while (moments.length <= Math.min(count, 200)) {
      lab.advance(1);
      moments.push(lab.readout());
    }
    lab.advance(Math.max(0, count - moments.length + 1));
    const { stopped } = lab.readout();
    lab.free();
    return { moments, stopped };
  }, [link, steps]);
}

test("plans add up to their minutes and name chapters that exist", async ({ page }) => {
  await openGuide(page);
  const [guide, chapters] = [await json(page, "teach"), await json(page, "lesson/contents")];
  const ids = chapters.map(({ id }) => id);
  for (const plan of guide.plans) {
    const whole = plan.steps.reduce((sum, { minutes }) => sum + minutes, 0);
    expect(`${whole} minutes`).toBe(plan.title);
    for (const { chapter } of plan.steps) if (chapter) expect(ids).toContain(chapter);
  }
  const core = chapters.flatMap(({ id, core: inCore }) => (inCore ? [id] : []));
  const planned = (plan) => plan.steps.flatMap(({ chapter }) => chapter ?? []);
  expect(planned(guide.plans[0])).toEqual(core);
  expect(planned(guide.plans[1])).toEqual(ids);
  expect(guide.plans[0].before).toContain(`chapters=${core.map((id) => ids.indexOf(id) + 1).join()}`);
  expect(Object.keys(guide.chapters)).toEqual(ids);
  expect(guide.worksheet.items.map(({ chapter }) => chapter)).toEqual(core);
});

test("no gap of the text stays open, and every link opens a figure without complaint", async ({ page }) => {
  await openGuide(page);
  expect(await page.locator("main").innerText()).not.toMatch(/\{\w+\}|NaN|undefined/);
  const links = await page.locator("a.open").evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href")));
  expect(links).toHaveLength(3);
  for (const link of links) {
    await page.goto(link);
    await page.locator("gradient-descent").evaluate((figure) => figure.ready);
    await expect(page.locator("gradient-descent .notice")).toHaveCount(0);
  }
});

test("the demonstrations do what the page says of them", async ({ page }) => {
  await openGuide(page);
  const crest = (await figureAt(page, "", 3)).moments;
  for (const run of [0, 1]) {
    const lengths = [1, 2, 3].map((step) => {
      const [from, to] = [crest[step - 1].runs[run].point, crest[step].runs[run].point];
      return Math.hypot(to.w - from.w, to.b - from.b);
    });
    expect(lengths[0], "short").toBeLessThan(0.1);
    expect(lengths, "and growing").toEqual([...lengths].sort((one, other) => one - other));
  }

  const ending = async (alpha) => (await figureAt(page, `data=houses&start=0,0&steps=100000&alpha=${alpha}`, 100000)).stopped;
  expect(await ending(0.3)).toBe("converged");
  expect(await ending(0.31)).toBe("diverged");
  const costs = (await figureAt(page, "data=houses&start=0,0&alpha=0.32", 100)).moments.map(({ cost }) => cost);
  costs.forEach((cost, step) => step > 0 && expect(cost, `J at step ${step}`).toBeGreaterThan(costs[step - 1]));
});

test("the worksheet and its key print on a page each", async ({ page }) => {
  await openGuide(page);
  const pdf = (await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
});

test("student pages do not link here", async ({ page }) => {
  for (const path of ["index.html", "learn.html"]) {
    await page.goto(path);
    await page.locator("gradient-descent").first().waitFor();
    await expect(page.locator("a[href*=teach]")).toHaveCount(0);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openGuide(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
