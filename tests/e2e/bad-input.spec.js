// What must never break the page: bad links, wild numbers, no room to draw, a lost canvas, an engine that will not load.
import { readFileSync } from "node:fs";
import { button, call, drawn, element, expect, host, onMap, open, pixels, readout, test } from "./figure.js";

// The same table as in the native tests.
const BAD_LINKS = JSON.parse(readFileSync(new URL("../bad-links.json", import.meta.url), "utf8"));

test("each bad link is told where everybody sees it, and leaves a figure that walks", async ({ page }) => {
  test.setTimeout(300_000);
  const dialogs = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await open(page);
  expect(BAD_LINKS.length).toBeGreaterThanOrEqual(60);
  for (const { link, repeat, key, says, problems = 1 } of BAD_LINKS) {
    const heard = await element(page).evaluate(async (figure, [start, [unit, count, end]]) => {
      figure.shadowRoot.querySelectorAll(".notice button").forEach((dismiss) => dismiss.click());
      const problems = [];
      const hear = ({ detail }) => problems.push(detail);
      figure.addEventListener("problem", hear);
      figure.link = "";
      figure.link = start + unit.repeat(count) + end;
      figure.removeEventListener("problem", hear);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const walked = await figure.step(3);
      const { cost, iteration } = walked;
      const shown = [...figure.shadowRoot.querySelectorAll(".notice, .field-error")].map((notice) => notice.textContent);
      const strange = figure.shadowRoot.querySelectorAll("script, img, iframe, .notice svg:not(button svg), .field-error *").length;
      return { problems, cost, iteration, shown, strange };
    }, [link, repeat ?? ["", 0, ""]]);
    const name = link.slice(0, 80);
    expect(heard.problems.length, name).toBe(problems);
    const last = heard.problems.at(-1);
    expect(last.key, name).toBe(key);
    for (const word of says) expect(last.message, name).toContain(word);
    expect(heard.shown, name).toContain(last.message);
    expect([heard.iteration, Number.isFinite(heard.cost), heard.strange], name).toEqual([3, true, 0]);
  }
  expect(dialogs).toEqual([]);
});

test("half surrogates and things that are no text leave a figure, whichever way they come", async ({ page }) => {
  await host(page, "<gradient-descent id=one></gradient-descent>");
  const heard = await page.evaluate(async () => {
    const half = "\ud800";
    const figure = document.createElement("gradient-descent");
    figure.setAttribute("theme", `dark${half}`);
    figure.setAttribute("formula", `w^2+${half}`);
    const heard = [];
    figure.addEventListener("problem", ({ detail }) => heard.push(detail.message));
    document.body.append(figure);
    await figure.ready;
    figure.setAttribute("alpha", half);
    await new Promise((heard) => setTimeout(heard));
    figure.link = `rule=${half}`;
    figure.state = { version: 1, settings: { cost: `${half}bowl`, [half]: "1" } };
    for (const odd of [Object.create(null), { toString() { throw new Error("no text"); } }, Symbol("bowl")]) {
      figure.link = odd;
      figure.state = { settings: { cost: odd } };
      figure.state = { version: odd, settings: {} };
    }
    return { heard, walked: (await figure.step(3)).iteration };
  });
  expect(heard.walked).toBe(3);
  expect(heard.heard.slice(0, 6).map((message) => message.includes("\ufffd"))).toEqual(Array(6).fill(true));
});

test("a state of another version says so, and what is known of it is shown", async ({ page }) => {
  await open(page);
  const seen = await element(page).evaluate((figure) => {
    const heard = [];
    figure.addEventListener("problem", ({ detail }) => heard.push(detail));
    for (const version of [1, "1", undefined, 2]) figure.state = { version, settings: { cost: "bowl", alpha: "0.2" } };
    return { heard, link: figure.link };
  });
  expect(seen.heard.map(({ key, value }) => [key, value])).toEqual([["version", "2"]]);
  expect(seen.heard[0].message).toContain("only version 1 is known");
  expect(seen.link).toBe("cost=bowl&alpha=0.2");
  await expect(page.locator(".notice")).toContainText("a newer Downhill may show more");
});

test("a bad link opened as a page: notices, then they can be dismissed", async ({ page }) => {
  await open(page, "colour=red&alpha=fast&utm_source=mail&id=7");
  await expect(page.locator(".notice"), "tracking keys and the frame's id are no mistakes").toHaveCount(2);
  await expect(page.getByRole("alert")).toContainText("colour");
  await button(page, "Dismiss").first().click();
  await button(page, "Dismiss").first().click();
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("formulas that cannot be read keep the last good cost and say where", async ({ page }) => {
  await open(page, "formula=x^2%2B");
  await expect(page.locator(".field-error")).toContainText("cannot be read");
  await expect(page.getByLabel("Your formula")).toHaveValue("x^2+");
  expect(Object.keys((await readout(page)).point)).toEqual(["w", "b"]);
  for (const text of ["", "   ", "7", "((((", "x".repeat(20_000), "😀", "1/0", "<img src=x onerror=alert(1)>", "x^^2", ")"]) {
    await page.getByLabel("Your formula").fill(text);
    await page.keyboard.press("Enter");
    await drawn(page);
    expect((await call(page, "step", 2)).iteration, text.slice(0, 20)).toBe(2);
    await call(page, "reset");
  }
});

/** Links whose walk leaves the map at once, each to the end. */
for (const link of ["cost=bowl&alpha=1e308", "cost=bowl&alpha=1.2", "cost=himmelblau&start=1e200,1e200", "cost=himmelblau&alpha=0.5", "data=houses&alpha=1e300", "formula=1/w%2Bb&start=0,0", "formula=ln(w)%2Bb^2&start=-1,0", "formula=x^4-3x^2%2Bx&alpha=5&start=2"]) {
  test(`diverges, is drawn and says so: ${link}`, async ({ page }) => {
    await open(page, link);
    const { stopped, point } = await call(page, "step", 1_000_000);
    expect(stopped).toBe("diverged");
    expect(Object.values(point).every(Number.isFinite)).toBe(true);
    await drawn(page);
    await expect(page.locator(".verdict")).toHaveText(/^Diverged after \d+ steps?:/);
    await expect(button(page, "Again")).toBeVisible();
    await button(page, "Back to the start").click();
    await page.mouse.click(...await onMap(page, 120, 120));
    expect((await readout(page)).iteration).toBe(0);
  });
}

test("hidden, tiny, or shown later, it draws when there is room", async ({ page }) => {
  await host(page, `<gradient-descent id="hidden" hidden></gradient-descent>
    <div id="box"><gradient-descent id="tiny"></gradient-descent></div>`);
  const tiny = page.locator("#tiny");
  await page.evaluate(() => {
    const box = document.querySelector("#box");
    box.style.width = "10px";
    box.style.height = "10px";
    box.style.overflow = "hidden";
    document.querySelector("#tiny").style.setProperty("--map-height", "10px");
    document.querySelector("#hidden").style.display = "none";
  });
  for (const id of ["#hidden", "#tiny"]) {
    expect(await page.locator(id).evaluate(async (figure) => (await figure.step(5)).iteration), id).toBe(5);
  }
  await drawn(page);
  await page.evaluate(() => {
    document.querySelector("#hidden").style.display = "";
    document.querySelector("#hidden").hidden = false;
    document.querySelector("#box").style.width = "600px";
    document.querySelector("#box").style.height = "";
    document.querySelector("#tiny").style.removeProperty("--map-height");
  });
  await drawn(page);
  for (const figure of [page.locator("#hidden"), tiny]) {
    await expect.poll(async () => (await pixels(figure.locator(".stage canvas").first())).size).toBeGreaterThan(50);
  }
});

test("a lost canvas is drawn again when the browser gives it back, and told if not", async ({ page }) => {
  await open(page);
  const ground = page.locator(".stage canvas").first();
  const painted = async () => (await pixels(ground)).size > 50;
  expect(await painted()).toBe(true);
  await ground.evaluate((canvas) => {
    canvas.dispatchEvent(new Event("contextlost"));
    canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height);
  });
  expect(await painted()).toBe(false);
  await ground.dispatchEvent("contextrestored");
  await drawn(page);
  expect(await painted()).toBe(true);
  await expect(page.locator(".notice")).toHaveCount(0);

  await ground.dispatchEvent("contextlost");
  await expect(page.locator(".notice")).toContainText("Reload the page", { timeout: 4000 });
});

test("an engine that does not load is told, and the button tries again", async ({ page, noise }) => {
  await page.route("**/downhill_bg.wasm", (route) => route.abort());
  await page.goto("index.html");
  const trouble = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(trouble).toBeVisible();
  expect(noise.splice(0).length).toBeGreaterThan(0);
  await page.unroute("**/downhill_bg.wasm");
  await button(page, "Reload the figure").click();
  await expect(page.locator(".stage")).toBeVisible();
  await expect(button(page, "Run")).toBeVisible();
  expect(noise.splice(0).filter((text) => !text.includes("downhill_bg.wasm"))).toEqual([]);
});

for (const missing of ["downhill.js", "figure.css", "locales/en.json"]) {
  test(`without ${missing} there is a message, no blank page`, async ({ page, noise }) => {
    // With any query: who asks again after a failure asks under another address.
    await page.route(({ pathname }) => pathname.endsWith(missing), (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("index.html");
    await expect(page.getByText("The live figure could not be loaded.")).toBeVisible();
    noise.splice(0);
  });
}

test("an engine that breaks says so, and goes on from the last settings that worked", async ({ page, noise }) => {
  await page.route("**/downhill.js", async (route) => {
    const response = await route.fetch();
    // The engine has no known panic: this one stands for any.
    const broken = `const advance = Lab.prototype.advance;
      Lab.prototype.advance = function (steps) {
        if (globalThis.breakTheEngine) throw new WebAssembly.RuntimeError("unreachable");
        return advance.call(this, steps);
      };`;
    await route.fulfill({ response, body: `${await response.text()}\n${broken}` });
  });
  await open(page, "cost=himmelblau&start=2,1&alpha=0.004");
  await call(page, "step", 3);
  await page.evaluate(() => { globalThis.breakTheEngine = true; });
  await button(page, "One step").click();
  await expect(page.getByRole("alert").filter({ hasText: "has stopped" })).toBeVisible();
  noise.splice(0);
  await page.evaluate(() => { globalThis.breakTheEngine = false; });
  await button(page, "Reload the figure").click();
  await expect(page.locator(".stage")).toBeVisible();
  const after = await call(page, "step", 2);
  expect([after.alpha, Object.keys(after.point)]).toEqual([0.004, ["x", "y"]]);
});
