// The lesson as a page: its addresses, what it remembers, what it prints, how it fits.
import { button, drawn, element, expect, host, test } from "./figure.js";
import { contents, openLesson, part, read, standing, words } from "./lesson.js";

test.setTimeout(120_000);
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const heading = (page) => page.locator(".page h2").first();
const skip = async (page) => {
  await button(page, words["lesson-skip"]).click();
  await expect(part(page, "predict").locator(".result")).toBeVisible();
};
const results = (page) => page.locator(".result");

test("chapter 11 leads on to a neural network with a figure of its own", async ({ page }) => {
  await page.goto("learn.html?chapter=11");
  await page.getByText("Nine at once: a neural network").click();
  const network = page.locator(".further gradient-descent");
  await network.evaluate((figure) => figure.ready);
  await network.scrollIntoViewIfNeeded();
  await expect(network.getByRole("region", { name: "Parameters" }).getByRole("row")).toHaveCount(10);
  await expect(page.locator(".further .idea")).toContainText(/J starts at 0\.\d+ and after \d+ steps/);
});

test("each chapter has two links of its own, and a wrong one opens the first", async ({ page }) => {
  for (const address of ["#chapter-4", "?chapter=4"]) {
    await page.goto("about:blank");
    await openLesson(page, address);
    await expect(heading(page)).toHaveText(contents[3].title);
    await expect(page).toHaveTitle(new RegExp(contents[3].title));
  }
  for (const address of ["#chapter-99", "?chapters=0,x", ""]) {
    await page.goto("about:blank");
    await openLesson(page, address);
    await expect(heading(page)).toHaveText(contents[0].title);
    await expect(page.locator(".contents li")).toHaveCount(contents.length);
  }
});

test("a query shows some chapters only, under their own numbers, also in a frame", async ({ page }) => {
  await host(page, `<iframe title="Lesson" src="learn.html?chapters=3,4,6" width="800" height="600"></iframe>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".contents li")).toHaveCount(3);
  await expect(frame.locator(".page h2").first()).toHaveText(contents[2].title);
  for (const index of [3, 5]) {
    await frame.locator(".neighbours .next").click();
    await expect(frame.locator(".page h2").first()).toHaveText(contents[index].title);
  }
  await frame.locator(".neighbours .next").click();
  await expect(frame.locator(".page h2").first()).toHaveText(words["lesson-answers"]);
});

test("changing the chapter moves the focus to its heading and keeps one figure alive", async ({ page }) => {
  await openLesson(page);
  const first = await element(page).elementHandle();
  await page.locator(".neighbours .next").click();
  await standing(page);
  await expect(heading(page)).toBeFocused();
  await expect(page.locator("gradient-descent")).toHaveCount(1);
  expect(await first.evaluate((figure) => [figure.isConnected, figure.readout])).toEqual([false, undefined]);
  await page.locator(".contents summary").click();
  await page.locator(".contents a", { hasText: contents[9].title }).click();
  await expect(heading(page)).toHaveText(contents[9].title);
  await expect(page.locator(".contents a[aria-current]")).toHaveText(new RegExp(contents[9].title));
  await page.goBack();
  await expect(heading(page)).toHaveText(contents[1].title);
});

test("answers and progress stay, are listed, copied, and deleted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openLesson(page, "#chapter-3");
  await skip(page);
  const { choices } = read("curve").question;
  await part(page, "question").locator("label").nth(1).click();
  await part(page, "question").getByRole("button", { name: words["lesson-check"] }).click();
  await page.reload();
  await standing(page);
  await expect(results(page)).toContainText(words["lesson-skipped"]);
  await expect(part(page, "why")).toBeVisible();
  await expect(part(page, "question").locator("input").nth(1)).toBeChecked();
  expect((await element(page).evaluate((figure) => figure.readout)).stopped).toBe("converged");

  await page.getByRole("link", { name: words["lesson-answers"] }).first().click();
  await expect(page.locator(".answers-page")).toContainText(read("curve").question.ask.split(".")[0].slice(0, 6));
  await button(page, words["lesson-copy"]).click();
  await expect(page.locator(".answers-page .said")).toHaveText(words["lesson-copied"]);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(contents[2].title);
  expect(copied).toContain(choices[1].text.split("{")[0].trim());
  expect(copied).not.toMatch(/[{}*]|undefined/);

  await button(page, words["lesson-reset"]).click();
  await button(page, words["lesson-reset-yes"]).click();
  await expect(page.locator(".answers-page")).toContainText(words["lesson-answers-none"]);
  await page.goto("learn.html#chapter-3");
  await page.reload();
  await standing(page);
  await expect(results(page)).toBeHidden();
});

test("what is stored and is no answer does no harm", async ({ page }) => {
  for (const stored of ["not json", "[]", `{"version":1,"answers":7}`, `{"version":1,"answers":{"line":"x","curve":{"question":99,"why":-1}}}`, `{"version":9}`]) {
    await openLesson(page);
    await page.evaluate((text) => localStorage.setItem("downhill-lesson", text), stored);
    await page.goto("about:blank");
    await openLesson(page, "#chapter-3");
    await expect(heading(page)).toHaveText(contents[2].title);
  }
});

test("where the browser keeps nothing, the lesson works and says so once", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } });
  });
  await openLesson(page, "#chapter-3");
  await expect(page.getByText(words["lesson-not-kept"])).toHaveCount(1);
  await skip(page);
  await page.locator(".neighbours .next").click();
  await expect(heading(page)).toHaveText(contents[3].title);
  await page.locator(".neighbours .previous").click();
  await expect(results(page)).toContainText(words["lesson-skipped"]);
  await expect(page.getByText(words["lesson-not-kept"])).toHaveCount(1);
});

test("who predicts nothing is asked to, and may predict again", async ({ page }) => {
  await openLesson(page, "#chapter-9");
  await button(page, words["lesson-run"]).click();
  await expect(part(page, "predict")).toContainText(words["lesson-choice-first"]);
  await part(page, "question").getByRole("button").click();
  await expect(part(page, "question")).toContainText(words["lesson-choose-first"]);
  await skip(page);
  await button(page, words["lesson-predict-again"]).click();
  await drawn(page);
  expect((await element(page).evaluate((figure) => figure.readout)).iteration).toBe(0);
  await part(page, "predict").locator("label").nth(2).click();
  await button(page, words["lesson-run"]).click();
  await expect(results(page)).toContainText(words["lesson-differ"]);
});

test("known minima and controls are hidden until a prediction is answered", async ({ page }) => {
  for (const [index, { id }] of contents.entries()) {
    const { figure, prediction } = read(id);
    expect(new URLSearchParams(figure).get("show").split(",")).not.toContain("minima");
    expect(prediction.before?.controls ?? new URLSearchParams(figure).get("controls"), id).toMatch(/^(none|alpha)$/);
    expect(index).toBeGreaterThanOrEqual(0);
  }
});

test("a printed chapter holds the prediction before the result, a picture, its address, and no controls", async ({ page }) => {
  await openLesson(page, "#chapter-3");
  const sheet = page.locator(".sheet");
  const printed = async () => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(sheet).toHaveCount(1);
    return sheet.innerText();
  };
  await page.waitForLoadState("networkidle");
  const blank = await printed();
  expect(blank).toContain(words["lesson-outcome"]);
  await expect(sheet.locator(".ruled")).toHaveCount(4);
  await expect(sheet.locator("button, input, select, canvas")).toHaveCount(0);
  await expect(sheet.locator("footer")).toContainText("learn.html?chapter=3");
  const sizes = await sheet.locator("img").evaluateAll((images) => images.map(({ complete, naturalWidth }) => complete && naturalWidth));
  expect(sizes.length).toBe(2);
  for (const size of sizes) expect(size).toBeGreaterThan(20);
  await expect(page.locator(".chapter")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);

  await page.emulateMedia({ media: "screen" });
  await skip(page);
  const filled = await printed();
  expect(filled.indexOf(words["lesson-predicted"])).toBeGreaterThan(0);
  expect(filled.indexOf(words["lesson-predicted"])).toBeLessThan(filled.indexOf(words["lesson-outcome"]));
  expect(filled).not.toMatch(/[{}]|undefined/);
});

test("nothing is wider than a phone, and its parts stand in order", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const index of contents.keys()) {
    await page.goto("about:blank");
    await openLesson(page, `#chapter-${index + 1}`);
    await skip(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), contents[index].id).toBe(390);
    const tops = await page.evaluate(() => [".idea", "gradient-descent", ".part.predict", ".part.why", ".part.try", ".part.question"]
      .map((selector) => document.querySelector(selector).getBoundingClientRect().top));
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
  }
});

test("works under a policy that allows no inline script or style", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
  });
  await openLesson(page, "#chapter-6");
  await skip(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await drawn(page);
  expect(await page.evaluate(() => refused)).toEqual([]);
});

test("the lesson and the playground link to each other", async ({ page }) => {
  await openLesson(page);
  await page.getByRole("link", { name: "Playground" }).click();
  await standing(page);
  await page.getByRole("link", { name: "Lesson" }).click();
  await expect(heading(page)).toHaveText(contents[0].title);
});
