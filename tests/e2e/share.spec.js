// The dialog "Share this figure": every line really works elsewhere, choices are followed, and who cannot see or point can use it.
import AxeBuilder from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import { generate } from "lean-qr";
import { button, call, drawn, element, expect as expected, host, open, readout, test } from "./figure.js";
import { openLesson } from "./lesson.js";

const words = JSON.parse(readFileSync(new URL("../../www/locales/en-share.json", import.meta.url), "utf8"));
const FIGURE = "cost=himmelblau&start=0,0;1,-1&alpha=0.004&rule=sequential&at=7";

// Each opens the app twice, in the page and in a frame.
test.setTimeout(120_000);
const expect = expected.configure({ timeout: 30_000 });

const dialog = (page) => page.getByRole("dialog", { name: words["share-title"] });
const field = (page, name) => page.locator(`[data-line="${name}"] input`);
const line = (page, name) => field(page, name).inputValue();
const choice = (page, group, name) => dialog(page).locator(`fieldset.${group}`).getByLabel(name, { exact: true });
const preview = (page) => page.frameLocator(".share .room iframe");
const linkOf = (src) => new URL(src).searchParams;

/** The dialog over a figure, its height measured. */
async function share(page, query = "") {
  await open(page, query);
  await button(page, "Share…").click();
  await measured(page);
}

async function measured(page) {
  await expect(page.locator(".preview h3 .hint")).toHaveText(/pixels$/);
  await preview(page).locator("gradient-descent").evaluate((figure) => figure.ready);
}

const frameSource = (text) => /src="([^"]*)"/.exec(text)[1].replaceAll("&amp;", "&");
const shape = (text) => [/width="(\d+)"/, /height="(\d+)"/].map((pattern) => Number(pattern.exec(text)[1]));

test("link, iframe, element and JSX open the very figure that was shared", async ({ page }) => {
  await share(page, FIGURE);
  const there = await readout(page);
  const lines = Object.fromEntries(await Promise.all(["link", "frame", "element", "markdown", "jsx"].map(async (name) => [name, await line(page, name)])));

  await page.goto("about:blank");
  await page.goto(lines.link);
  await element(page).evaluate((figure) => figure.ready);
  expect(await readout(page)).toEqual(there);

  await host(page, lines.frame);
  const inside = page.frameLocator("iframe").locator("gradient-descent");
  expect(await inside.evaluate((figure) => customElements.whenDefined(figure.localName).then(() => figure.ready).then(() => figure.readout))).toEqual(there);

  await host(page, lines.element);
  expect(await element(page).evaluate((figure) => customElements.whenDefined(figure.localName).then(() => figure.ready).then(() => figure.readout))).toEqual(there);
  expect(await element(page).locator("a").getAttribute("href")).toBe(lines.link);

  const { code } = await transform(`(${lines.jsx})`, { loader: "jsx", jsxFactory: "made" });
  const { style, ...props } = new Function("made", `return ${code}`)((tag, given) => given);
  await host(page, "");
  await page.evaluate(([given, look]) => {
    const frame = Object.assign(document.createElement("iframe"), given);
    Object.assign(frame.style, look);
    document.body.append(frame);
  }, [props, style]);
  expect(await inside.evaluate((figure) => customElements.whenDefined(figure.localName).then(() => figure.ready).then(() => figure.readout))).toEqual(there);

  expect(lines.markdown).toBe(`[Gradient descent: Himmelblau’s function](${lines.link})`);
});

test("an iframe line has the right height, with no script around it", async ({ page }) => {
  await share(page, "cost=bowl&show=field,contours,path");
  const text = await line(page, "frame");
  const [width, height] = shape(text);
  await page.goto("about:blank");
  await host(page, `<div class="place">${text}</div>`);
  const frame = page.locator("iframe");
  const inside = page.frameLocator("iframe").locator("gradient-descent");
  for (const wide of [width, 560]) {
    await page.locator(".place").evaluate((place, pixels) => place.style.setProperty("width", `${pixels}px`), wide);
    await inside.evaluate((figure) => figure.ready);
    const box = await frame.boundingBox();
    expect(box.width).toBe(wide);
    expect(Math.abs(box.height - wide * height / width)).toBeLessThanOrEqual(1);
    // Nothing to scroll to, and nothing empty below.
    await expect.poll(() => inside.evaluate(() => Math.abs(document.documentElement.scrollHeight - innerHeight))).toBeLessThanOrEqual(1);
    await expect.poll(() => inside.evaluate(() => innerHeight - document.body.getBoundingClientRect().bottom)).toBeLessThan(40);
  }
  // Where a platform takes the style away, its width and height serve.
  await frame.evaluate((stripped) => stripped.removeAttribute("style"));
  expect(await frame.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])).toEqual([width, height]);
});

test("choices change the lines, and the preview follows", async ({ page }) => {
  await share(page, "cost=himmelblau&at=4");
  const given = async () => linkOf(frameSource(await line(page, "frame")));
  expect(Object.fromEntries(await given()), "the basic controls are the default").toEqual({ cost: "himmelblau", at: "4" });

  await choice(page, "controls", words["share-list"]).check();
  await choice(page, "controls", "Timeline").uncheck();
  expect((await given()).get("controls")).toBe("transport,alpha,zoom");
  await choice(page, "show", words["share-list"]).check();
  await choice(page, "show", "Slices").check();
  expect((await given()).get("show")).toBe("basic,slices");
  await choice(page, "show", "Contours").uncheck();
  expect((await given()).get("show").split(",")).not.toContain("contours");
  await choice(page, "look", words["share-size"]).selectOption("projector");
  await choice(page, "look", words["share-theme"]).selectOption("dark");
  await choice(page, "look", words["share-lang"]).selectOption("en");
  await choice(page, "opening", "At step 4, as now").uncheck();
  await choice(page, "opening", words["share-run"]).check();

  const query = await given();
  for (const [key, value] of Object.entries({ size: "projector", theme: "dark", lang: "en", run: "on", at: null })) expect(query.get(key), key).toBe(value);
  expect(linkOf(await line(page, "link")).toString()).toBe(query.toString());
  expect(await line(page, "element")).toContain(` size="projector" run="on" lang="en" theme="dark">`);
  await expect(page.locator(".share .room iframe")).toHaveAttribute("src", frameSource(await line(page, "frame")));
  const inside = preview(page).locator("gradient-descent");
  // It runs, so where it stands is its own affair.
  const { at: _, ...shown } = await inside.evaluate((figure) => customElements.whenDefined(figure.localName).then(() => figure.ready).then(() => figure.state.settings));
  expect(shown).toEqual(Object.fromEntries(query));

  for (const preset of ["all", "none", "basic"]) {
    await choice(page, "controls", words[`share-${preset}`]).check();
    expect((await given()).get("controls")).toBe(preset === "basic" ? null : preset);
    expect(linkOf(await line(page, "link")).get("controls"), "the playground has all controls of its own").toBe(preset === "none" ? preset : null);
  }
});

test("every choice of the engine's tables is offered, and none is refused", async ({ page }) => {
  await share(page);
  const { show, controls } = await page.evaluate(async () => {
    const { loadEngine } = await import("./figure/engine.js");
    const settings = (await loadEngine()).newLab().reference();
    return Object.fromEntries(settings.filter(({ choices }) => choices.length > 0).map(({ key, choices }) => [key, choices.map(({ name }) => name)]));
  });
  for (const [group, names] of Object.entries({ show, controls })) {
    await choice(page, group, words["share-list"]).check();
    await expect(dialog(page).locator(`fieldset.${group} .tick`)).toHaveText(names);
    const ticks = dialog(page).locator(`fieldset.${group} .tick input`);
    await ticks.evaluateAll((inputs) => inputs.filter(({ checked }) => !checked).forEach((input) => input.click()));
    await ticks.evaluateAll((inputs) => inputs.slice(1).forEach((input) => input.click()));
  }
  await expect.poll(async () => Object.fromEntries(linkOf(await page.locator(".share .room iframe").getAttribute("src")))).toEqual({ show: "field", controls: "transport" });
  expect(await preview(page).locator("gradient-descent").evaluate((figure) => customElements.whenDefined(figure.localName).then(() => figure.ready).then(() => figure.shadowRoot.querySelectorAll(".notice").length))).toBe(0);
});

test("a width can be given, in its shape or fixed", async ({ page }) => {
  await share(page);
  const at = async (pixels) => {
    await dialog(page).locator("#share-pixels").fill(pixels);
    await page.keyboard.press("Tab");
  };
  const [, before] = shape(await line(page, "frame"));
  await at("420");
  await expect.poll(async () => shape(await line(page, "frame"))[1]).not.toBe(before);
  const text = await line(page, "frame");
  const [width, height] = shape(text);
  expect(text).toContain(`width:100%;height:auto;aspect-ratio:${width}/${height}`);
  expect(width).toBe(420);
  expect(await page.locator(".share .room iframe").evaluate((frame) => frame.clientWidth)).toBe(420);
  await choice(page, "width", words["share-fixed"]).check();
  expect(await line(page, "frame")).toContain(`style="max-width:100%;border:0"`);
  expect(await line(page, "element")).toContain(`style="max-width:420px"`);
  for (const wrong of ["12", "a", "1e9", "500.5", ""]) {
    await at(wrong);
    await expect(dialog(page).locator("#share-pixels-error"), wrong).toHaveText(/whole number from 280/);
    expect(shape(await line(page, "frame"))[0]).toBe(420);
  }
  await at("600");
  await expect(dialog(page).locator("#share-pixels-error")).toBeEmpty();
});

test("another address of Downhill goes into every line; what is none changes nothing", async ({ page, baseURL }) => {
  await share(page);
  await expect(dialog(page).getByLabel(words["share-home"])).toHaveValue(baseURL);
  await expect(dialog(page).locator("fieldset.home")).toContainText(words["share-home-local"]);
  const type = async (text) => {
    await dialog(page).getByLabel(words["share-home"]).fill(text);
    await page.keyboard.press("Tab");
  };
  await type("javascript:alert(1)");
  await expect(dialog(page).locator("#share-home-error")).toHaveText(words["share-home-wrong"]);
  expect(await line(page, "link")).toContain(baseURL);
  await type("https://school.example/downhill");
  await expect(dialog(page).locator("#share-home-error")).toBeEmpty();
  for (const name of ["link", "frame", "element", "markdown", "jsx"]) {
    expect(await line(page, name)).toContain("https://school.example/downhill/");
    expect(await line(page, name)).not.toContain("127.0.0.1");
  }
  await expect(page.locator(".share .room iframe"), "the preview stays here").toHaveAttribute("src", new RegExp(`^${baseURL}`));
});

test("a page without an address says so, and shares as soon as one is typed", async ({ page }) => {
  const source = readFileSync(new URL("../../www/share/lines.js", import.meta.url), "utf8");
  const opened = source.replace("const typed = text.trim();", "const typed = text.startsWith(location.origin) ? 'file:///downhill/' : text.trim();");
  expect(opened).not.toBe(source);
  await page.route("**/share/lines.js", (route) => route.fulfill({ contentType: "text/javascript", body: opened }));
  await open(page);
  await button(page, "Share…").click();
  await expect(dialog(page)).toContainText(words["share-home-none"]);
  await expect(dialog(page)).toContainText(words["share-preview-none"]);
  for (const name of ["link", "frame", "element", "markdown", "jsx"]) expect(await line(page, name)).toBe("");
  await expect(dialog(page).locator(".code-card")).toBeHidden();
  await dialog(page).getByRole("button", { name: "Copy Link", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator(".said")).toHaveText(words["share-home-lacks"]);
  await dialog(page).getByLabel(words["share-home"]).fill("https://school.example/downhill/index.html");
  await page.keyboard.press("Enter");
  await expect(field(page, "link")).toHaveValue("https://school.example/downhill/index.html");
  await expect(dialog(page).locator(".code-card")).toBeVisible();
  // Nobody can measure the figure there, so it gets a common shape.
  await expect(field(page, "frame")).toHaveValue(/width="720" height="540"/);
});

test("the QR code is that of the link, small and large", async ({ page }) => {
  await share(page, FIGURE);
  const squares = (canvas) => canvas.evaluate((code) => {
    const { data } = code.getContext("2d").getImageData(0, 0, code.width, code.height);
    const dark = Array.from({ length: code.width * code.height }, (_, at) => data[4 * at] < 128 && data[4 * at + 3] === 255);
    return Array.from({ length: code.height }, (_, row) => dark.slice(row * code.width, (row + 1) * code.width).map(Number).join(""));
  });
  const wanted = async () => {
    const code = generate(await line(page, "link"));
    const side = Array.from({ length: code.size + 8 }, (_, at) => at - 4);
    return side.map((y) => side.map((x) => Number(code.get(x, y))).join(""));
  };
  const canvas = dialog(page).locator(".code canvas");
  await expect.poll(() => squares(canvas)).toEqual(await wanted());
  await choice(page, "show", words["share-none"]).check();
  await expect.poll(() => squares(canvas)).toEqual(await wanted());

  await button(page, words["share-code-large"]).click();
  const large = page.getByRole("dialog", { name: words["share-code-name"] });
  expect(await squares(large.locator("canvas"))).toEqual(await wanted());
  await expect(large).toContainText(await line(page, "link"));
  const { width, height } = await large.locator("canvas").boundingBox();
  expect(width).toBeGreaterThan(600);
  expect(Math.abs(width - height)).toBeLessThan(1);
  await button(page, "Full screen").click();
  await expect(button(page, "Leave full screen")).toBeVisible();
  await button(page, words["share-close"]).last().click();
  await expect(large).toBeHidden();
  await expect(button(page, words["share-code-large"])).toBeFocused();
});

test("a link too long for a QR code has none, and says so", async ({ page }) => {
  await share(page);
  await dialog(page).getByLabel(words["share-home"]).fill(`https://school.example/${"x".repeat(3000)}/`);
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator(".code-card")).toContainText(words["share-code-none"]);
  await expect(button(page, words["share-code-large"])).toBeHidden();
});

test("each button copies its line and says so", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await share(page);
  for (const name of ["link", "frame", "element", "markdown", "jsx"]) {
    const named = words[`share-${name}`];
    await dialog(page).getByRole("button", { name: `Copy ${named}`, exact: true }).click();
    await expect(dialog(page).getByRole("status").filter({ hasText: `${named} copied.` })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await line(page, name));
  }
});

test("where copying is forbidden the line is selected, and the key is named", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await share(page);
  await dialog(page).getByRole("button", { name: "Copy Markdown" }).click();
  await expect(dialog(page).locator(".said")).toContainText("press Ctrl+C");
  await expect(field(page, "markdown")).toBeFocused();
  expect(await field(page, "markdown").evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd))).toBe(await line(page, "markdown"));
});

test("with the keyboard alone: open, copy, choose, close, and back to where one was", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await open(page);
  await button(page, "Share…").focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("button", { name: "Copy Link" })).toBeFocused();
  await measured(page);
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator(".said")).toHaveText("Link copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(baseURL + "index.html");

  const stops = [];
  for (let presses = 0; presses < 18; presses += 1) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => {
      const { activeElement: at } = document;
      return at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
    }));
  }
  expect(stops).toEqual(["Iframe", "Copy Iframe", "Element", "Copy Element", "Markdown", "Copy Markdown", "MDX or JSX", "Copy MDX or JSX", "Show large",
    "Basic", "Basic", expect.stringMatching(/^Text/), expect.stringMatching(/^Colours/), expect.stringMatching(/^Language/), "Start running", "Full width", "Shape measured at", "Address of Downhill"]);
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(linkOf(await line(page, "link")).get("show")).toBe("none");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, "Share…")).toBeFocused();
});

test("opening it stops a run and leaves the figure as it is; opened again, it shows what is then", async ({ page }) => {
  await open(page, "cost=rosenbrock");
  await button(page, "Run").click();
  await button(page, "Share…").dblclick();
  await expect(page.locator("dialog.share")).toHaveCount(1);
  const there = await readout(page);
  await choice(page, "show", words["share-none"]).check();
  await button(page, words["share-close"]).click();
  await expect(page.locator("dialog.share")).toHaveCount(0);
  expect(await readout(page)).toEqual(there);
  expect(await element(page).evaluate((figure) => figure.state.settings.show)).toBeUndefined();
  await call(page, "reset");
  await button(page, "Share…").click();
  expect(linkOf(await line(page, "link")).toString()).toBe("cost=rosenbrock");
  expect(await page.evaluate(() => history.length), "previews are no steps back").toBeLessThanOrEqual(3);
});

test("a figure of the lesson can be shared too", async ({ page }) => {
  await openLesson(page, "#chapter-4");
  await button(page, "Share this figure…").click();
  await measured(page);
  const there = await element(page).first().evaluate((figure) => [figure.link, figure.readout]);
  expect(linkOf(frameSource(await line(page, "frame"))).toString()).toBe(new URLSearchParams(there[0]).toString());
  expect(await preview(page).locator("gradient-descent").evaluate((figure) => figure.readout)).toEqual(there[1]);
});

test("where the dialog cannot be loaded, the page says so and works on", async ({ page, noise }) => {
  await page.route("**/share/dialog.js", (route) => route.abort());
  await open(page);
  await button(page, "Share…").click();
  await expect(page.locator("#said")).toContainText("could not be loaded");
  expect((await call(page, "step")).iteration).toBe(1);
  noise.splice(0);
});

async function expectNoViolations(page) {
  await drawn(page);
  const { violations } = await new AxeBuilder({ page }).exclude(".room iframe").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await share(page, "at=3");
    for (const group of ["controls", "show"]) await choice(page, group, words["share-list"]).check();
    await dialog(page).locator("#share-pixels").fill("1");
    await page.keyboard.press("Tab");
    await dialog(page).getByRole("button", { name: "Copy Link" }).click();
    await expectNoViolations(page);
    await button(page, words["share-code-large"]).click();
    await expectNoViolations(page);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("nothing is too wide, everything is large enough for a finger, and a tap copies", async ({ page, context, baseURL }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await open(page);
      await button(page, "Share…").tap();
      await measured(page);
      for (const group of ["controls", "show"]) await choice(page, group, words["share-list"]).check();
      const wrong = await dialog(page).evaluate((root) => {
        const parts = [...root.querySelectorAll("button, select, input[type=text], label:has(input[type=radio], input[type=checkbox]), canvas, .room")].filter((part) => part.checkVisibility());
        const boxes = parts.map((part) => [part.textContent || part.id || part.className, part.getBoundingClientRect(), part.matches("canvas, .room")]);
        return {
          wide: boxes.filter(([, { left, right }]) => left < 0 || right > innerWidth + 0.5).map(([name]) => name),
          small: boxes.filter(([, { height: tall, width: across }, seen]) => !seen && (tall < 44 || across < 44)).map(([name]) => name),
          scrolls: root.querySelector(".body").scrollWidth - root.querySelector(".body").clientWidth,
        };
      });
      expect(wrong, String(width)).toEqual({ wide: [], small: [], scrolls: 0 });
      await dialog(page).getByRole("button", { name: "Copy Link" }).tap();
      await expect(dialog(page).locator(".said")).toHaveText("Link copied.");
    }
    await expectNoViolations(page);
  });
});
