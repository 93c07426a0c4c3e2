// The element as a guest on somebody else's page: it starts late, rests unseen, and leaves the page as it was.
import { call, drawn, element, expect as soon, host, onMap, pixels, readout, test } from "./figure.js";
import { serve } from "./server.mjs";

// Pages full of figures take their time where many tests run at once.
const expect = soon.configure({ timeout: 20_000 });
test.describe.configure({ timeout: 120_000 });

const MANY = Array.from({ length: 20 }, (_, index) => `<h2>Figure ${index}</h2><gradient-descent cost="bowl">A figure</gradient-descent>`).join("");

/** Which of the page's figures stand. */
const standing = (page) => page.evaluate(() =>
  [...document.querySelectorAll("gradient-descent")].flatMap((figure, index) => (figure.readout ? [index] : [])));

/** Of which figures something is drawn: the side of a canvas nobody has drawn on is 300 by 150. */
const painted = (page) => page.evaluate(() => [...document.querySelectorAll("gradient-descent")].flatMap((figure, index) =>
  ([...figure.shadowRoot.querySelectorAll(".stage canvas")].some(({ width }) => width > 300) ? [index] : [])));

/** How often scripts of the page asked for a frame, or drew, in the next half second. */
const busy = (page) => page.evaluate(async () => {
  let count = 0;
  const ask = window.requestAnimationFrame;
  const put = CanvasRenderingContext2D.prototype.stroke;
  window.requestAnimationFrame = (callback) => {
    count += 1;
    return ask(callback);
  };
  CanvasRenderingContext2D.prototype.stroke = function stroke(...given) {
    count += 1;
    return put.apply(this, given);
  };
  await new Promise((done) => setTimeout(done, 500));
  window.requestAnimationFrame = ask;
  CanvasRenderingContext2D.prototype.stroke = put;
  return count;
});

const away = (page) => page.evaluate(() => document.querySelector("gradient-descent").style.setProperty("margin-top", "9000px"));
const back = (page) => page.evaluate(() => document.querySelector("gradient-descent").style.removeProperty("margin-top"));

test.describe("starting and resting", () => {
  test("of twenty figures those near the window start, the others when they come near", async ({ page }) => {
    await host(page, MANY);
    await expect.poll(() => standing(page)).toContain(0);
    await page.waitForTimeout(1000);
    const first = await standing(page);
    expect(first.length).toBeLessThan(6);
    expect(first).toEqual(first.map((_, index) => index));
    expect(await page.evaluate(() => [...document.querySelectorAll("gradient-descent")].at(-1).shadowRoot.innerHTML)).toBe("<slot></slot>");

    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await standing(page), "printing starts none").toEqual(first);

    await page.evaluate(() => document.querySelectorAll("gradient-descent")[15].scrollIntoView());
    await expect.poll(() => painted(page)).toContain(15);
    const later = await standing(page);
    expect(later, "those passed by stay as they are").not.toContain(9);
    expect(later).not.toContain(19);
  });

  for (const [way, ask] of Object.entries({
    "reading ready": (figure) => void figure.ready,
    "a call": (figure) => figure.step(3),
    "a link": (figure) => (figure.link = "cost=himmelblau"),
    "a state": (figure) => (figure.state = { version: 1, settings: { cost: "himmelblau" } }),
  })) {
    test(`${way} starts a figure that nobody sees`, async ({ page }) => {
      await host(page, MANY);
      await expect.poll(() => standing(page)).toContain(0);
      await page.evaluate((source) => {
        const figure = [...document.querySelectorAll("gradient-descent")].at(-1);
        (0, eval)(source)(figure);
      }, String(ask));
      await expect.poll(() => standing(page)).toContain(19);
      await expect.poll(() => painted(page), "its first picture, so that it has its height").toContain(19);
    });
  }

  test("an attribute alone starts none, and counts when the figure starts", async ({ page }) => {
    await host(page, MANY);
    await page.evaluate(() => [...document.querySelectorAll("gradient-descent")].at(-1).setAttribute("alpha", "0.25"));
    await expect.poll(() => standing(page)).toContain(0);
    await page.waitForTimeout(300);
    expect(await standing(page)).not.toContain(19);
    expect((await element(page).last().evaluate((figure) => figure.ready)).alpha).toBe(0.25);
  });

  test("in a hidden part of the page it starts when asked or shown", async ({ page }) => {
    await host(page, '<div hidden><gradient-descent cost="bowl"></gradient-descent></div><div hidden><gradient-descent cost="bowl"></gradient-descent></div>');
    await page.waitForTimeout(500);
    expect(await standing(page)).toEqual([]);
    expect((await element(page).first().evaluate((figure) => figure.step(2))).iteration).toBe(2);
    expect(await standing(page)).toEqual([0]);
    await page.evaluate(() => document.querySelectorAll("div").forEach((box) => { box.hidden = false; }));
    await expect.poll(() => painted(page)).toEqual([0, 1]);
    await expect(page.locator(".step-count").first()).toHaveText("step 2");
  });

  test("in a box that scrolls it starts when it comes near the box's edge", async ({ page }) => {
    await host(page, '<div id="box" style="height: 400px; overflow: auto"><p style="height: 5000px"></p><gradient-descent cost="bowl"></gradient-descent></div>');
    await page.waitForTimeout(300);
    expect(await standing(page)).toEqual([]);
    await page.evaluate(() => document.querySelector("#box").scrollTo(0, 4500));
    await expect.poll(() => painted(page)).toEqual([0]);
  });

  test("out of sight nothing is computed or drawn, whatever runs, and it goes on where it was", async ({ page }) => {
    await host(page, '<gradient-descent cost="himmelblau" alpha="0.0005" controls="all" show="basic,rain,two-rules,rates,hill" speed="20"></gradient-descent>');
    await element(page).evaluate((figure) => figure.ready);
    await expect(page.locator(".starts-sentence")).not.toBeEmpty();
    await call(page, "step", 3);
    await element(page).evaluate((figure) => void figure.run());
    await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(4);
    expect(await busy(page)).toBeGreaterThan(0);

    await away(page);
    await page.waitForTimeout(300);
    const { iteration } = await readout(page);
    expect(await busy(page)).toBe(0);
    expect((await readout(page)).iteration).toBe(iteration);

    await back(page);
    await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(iteration);
  });

  test("work in slices goes on when it is seen again", async ({ page }) => {
    await host(page, '<gradient-descent data="houses" controls="all" show="basic,two-rules"></gradient-descent>');
    await expect(page.locator(".starts-sentence")).not.toBeEmpty();
    await away(page);
    await page.waitForTimeout(200);
    await element(page).evaluate((figure) => figure.setAttribute("alpha", "0.2"));
    const unfinished = await page.locator(".starts-sentence").textContent();
    expect(await busy(page)).toBe(0);
    expect(await page.locator(".starts-sentence").textContent()).toBe(unfinished);
    await back(page);
    await expect.poll(() => page.locator(".starts-sentence").textContent()).not.toBe(unfinished);
  });

  test("steps taken out of sight count at once and are drawn when seen", async ({ page }) => {
    await host(page, '<gradient-descent cost="himmelblau"></gradient-descent>');
    await element(page).evaluate((figure) => figure.ready);
    await expect.poll(() => painted(page)).toEqual([0]);
    await away(page);
    await page.waitForTimeout(200);
    expect((await call(page, "step", 7)).iteration).toBe(7);
    expect((await readout(page)).iteration).toBe(7);
    await drawn(page);
    await expect(page.locator(".step-count")).toHaveText("step 0");
    await back(page);
    await expect(page.locator(".step-count")).toHaveText("step 7");
  });
});

test.describe("the page stays as it was", () => {
  const HOSTILE = `* { box-sizing: content-box; font: 30px/3 serif; color: red !important; letter-spacing: 9px; word-spacing: 20px;
      text-transform: uppercase; text-align: right; text-indent: 40px; white-space: nowrap; font-style: italic; cursor: wait; direction: rtl;
      --paper: lime; --ink: lime; --w: lime; --surface: lime; --line: lime; --part: 1; }
    button { all: unset } canvas, section, p { display: none } input { width: 9px } .card, .figure, .stage, .transport { border: 9px solid red; opacity: .3 }`;

  /** Everything a browser computes for what stands in the figure, and its place there. */
  const looks = (page) => page.evaluate(() => {
    const root = document.querySelector("gradient-descent").shadowRoot.querySelector(".figure");
    const from = root.getBoundingClientRect();
    return [root, ...root.querySelectorAll("*")].map((part) => {
      const style = getComputedStyle(part);
      const { left, top, width, height } = part.getBoundingClientRect();
      const sides = [left - from.left, top - from.top, width, height].map((side) => side.toFixed(2));
      const place = part.getClientRects().length > 0 ? sides : "no place";
      const name = part.getAttribute("class") ?? part.tagName;
      return [`${name} at ${place}`, ...[...style].map((property) => `${name} { ${property}: ${style.getPropertyValue(property)} }`)];
    });
  });

  test("rules of the page change nothing in the figure but the size of its text", async ({ page }) => {
    await host(page, '<div id="host"><gradient-descent cost="bowl" controls="all" show="basic,compass"></gradient-descent></div>');
    const wear = async (rules) => {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, `${rules} #host { display: block; width: 1100px; direction: ltr; text-indent: 0; }`);
      await page.waitForTimeout(500);
      await drawn(page);
    };
    await wear("* { font-size: 30px }");
    await expect(page.locator(".compass-reading")).not.toBeEmpty();
    // What comes a while after the first picture.
    await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
    await drawn(page);
    const kind = await looks(page);
    expect(kind.length).toBeGreaterThan(200);
    const picture = await pixels(page.locator(".stage canvas").first());
    await wear(HOSTILE);
    const hostile = await looks(page);
    expect(hostile.map(({ length }) => length)).toEqual(kind.map(({ length }) => length));
    expect(hostile.flatMap((look, index) => look.filter((line, at) => line !== kind[index][at]))).toEqual([]);
    expect([...await pixels(page.locator(".stage canvas").first())]).toEqual([...picture]);
    await wear("* { font-size: 12px }");
    expect((await looks(page))[0], "a look that can change").not.toEqual(kind[0]);
  });

  test("the figure leaves the page's names, styles and elements alone", async ({ page }) => {
    await page.route("**/host.html", (route) => route.fulfill({
      contentType: "text/html",
      body: '<!doctype html><title>Host</title><link rel="icon" href="data:,"><body><p class="card note">Text <button>Press</button> <code class="stage">x</code></p><div id="place"></div>',
    }));
    await page.goto("host.html");
    const looks = () => page.evaluate(() => {
      const all = (part) => [...getComputedStyle(part)].map((name) => getComputedStyle(part).getPropertyValue(name)).join();
      return [...document.querySelectorAll("p, button, code")].map(all);
    });
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => Number.isNaN(Number(name))).sort());
    const before = { looks: await looks(), names: await names() };
    await page.evaluate(async () => {
      await import(new URL("gradient-descent.js", location.href).href);
      const figure = document.createElement("gradient-descent");
      figure.setAttribute("show", "all");
      document.querySelector("#place").append(figure);
      await figure.ready;
      await figure.step(5);
    });
    await expect(page.locator(".rain-status")).not.toBeEmpty();
    const found = await page.evaluate(() => [document.head.childElementCount, document.body.childElementCount, document.styleSheets.length, document.adoptedStyleSheets.length]);
    expect({ looks: await looks(), names: await names() }).toEqual(before);
    expect(found).toEqual([2, 2, 0, 0]);
  });

  test("light or dark is the page's choice, not the device's", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await host(page, '<gradient-descent cost="bowl"></gradient-descent>');
    await element(page).evaluate((figure) => figure.ready);
    const ink = () => page.locator(".figure").evaluate((figure) => getComputedStyle(figure).color);
    const bright = async () => {
      const colours = await pixels(page.locator(".stage canvas").first());
      const [colour] = [...colours].sort(([, one], [, other]) => other - one)[0];
      return parseInt(colour.slice(1, 3), 16) > 128;
    };
    expect(await ink()).toBe("rgb(27, 31, 36)");
    await expect.poll(bright).toBe(true);
    await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark"));
    await expect.poll(ink).toBe("rgb(236, 234, 228)");
    await expect.poll(bright).toBe(false);
  });

  test("text, controls and the letters of pictures grow with the page's text", async ({ page }) => {
    await host(page, '<gradient-descent cost="bowl" controls="all" show="basic,compass,rates,sums,stopping"></gradient-descent>');
    await element(page).evaluate((figure) => figure.ready);
    await expect(page.locator(".compass-reading")).not.toBeEmpty();
    const at = async (size) => {
      await page.evaluate((pixels) => document.body.style.setProperty("font-size", `${pixels}px`), size);
      await page.waitForTimeout(300);
      return page.evaluate(() => {
        const inside = document.querySelector("gradient-descent").shadowRoot;
        const sizeOf = (selector) => parseFloat(getComputedStyle(inside.querySelector(selector)).fontSize);
        const canvas = inside.querySelector(".stage canvas");
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const row = copy.getImageData(0, canvas.height >> 1, canvas.width >> 1, 1).data;
        let left = canvas.width >> 1;
        for (let x = left - 1; x >= 0 && row[4 * x + 3] === 255; x -= 1) left = x;
        const parts = [...inside.querySelectorAll("button, select, input, summary")].filter((part) => part.checkVisibility());
        return {
          text: sizeOf(".figure"), note: sizeOf(".note"), button: sizeOf(".transport .run"), margin: left,
          cut: parts.filter((part) => part.tagName !== "SELECT" && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1))
            .map((part) => part.className || part.textContent),
          small: parts.filter((part) => Math.min(part.getBoundingClientRect().width, part.getBoundingClientRect().height) < 24).map((part) => part.className || part.textContent),
          wide: document.documentElement.scrollWidth - innerWidth,
        };
      });
    };
    const small = await at(12);
    const large = await at(24);
    expect([small.text, large.text]).toEqual([12, 24]);
    expect(large.note).toBeCloseTo(2 * small.note, 3);
    expect(large.button).toBeCloseTo(2 * small.button, 3);
    expect(large.margin, "the letters beside the map need more room").toBeGreaterThan(1.5 * small.margin);
    // A busy machine lays instruments out later than the measuring above.
    for (const size of [12, 24]) {
      await expect.poll(async () => {
        const { cut, wide, small: targets } = await at(size);
        return { cut, wide, targets };
      }).toEqual({ cut: [], wide: 0, targets: [] });
    }
  });

  test("forced colours leave every control to be seen", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await host(page, '<gradient-descent cost="valleys" controls="all"></gradient-descent>');
    await element(page).evaluate((figure) => figure.ready);
    await drawn(page);
    const edges = await page.evaluate(() => [...document.querySelector("gradient-descent").shadowRoot.querySelectorAll("button, select, input[type=text]")]
      .filter((part) => part.checkVisibility() && !part.matches(".handle, .remove, [role=tab]"))
      .filter((part) => parseFloat(getComputedStyle(part).borderTopWidth) < 1 || getComputedStyle(part).borderTopColor === getComputedStyle(part).backgroundColor)
      .map((part) => part.className || part.textContent));
    expect(edges).toEqual([]);
    expect((await pixels(page.locator(".stage canvas").first())).size, "the map keeps its colours").toBeGreaterThan(50);
  });

  test("the wheel over any picture scrolls the page", async ({ page }) => {
    await host(page, '<gradient-descent data="houses" controls="all" show="basic,compass,slices,hill,step-length,stopping"></gradient-descent><div id="rest"></div>');
    await page.evaluate(() => document.querySelector("#rest").style.setProperty("height", "3000px"));
    await element(page).evaluate((figure) => figure.ready);
    await call(page, "step", 5);
    await expect(page.locator(".hill-stage, .slice-stage, .compass-dial, .step-length-stage")).toHaveCount(5);
    const { link } = await element(page).evaluate((figure) => ({ link: figure.link }));
    const pictures = page.locator(".stage, .chart, .hill-stage");
    const count = await pictures.count();
    let tried = 0;
    for (let index = 0; index < count; index += 1) {
      const picture = pictures.nth(index);
      if (!await picture.isVisible()) continue;
      await picture.evaluate((part) => part.scrollIntoView({ block: "center" }));
      const { x, y, width, height } = await picture.boundingBox();
      const before = await page.evaluate(() => scrollY);
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.wheel(0, 120);
      await expect.poll(() => page.evaluate(() => scrollY), await picture.getAttribute("class")).toBeGreaterThan(before);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(6);
    expect(await element(page).evaluate((figure) => figure.link)).toBe(link);
  });
});

test.describe("in strict company", () => {
  test("a strict policy refuses nothing, with every instrument open", async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.refused = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
    });
    await host(page, '<gradient-descent cost="valleys" controls="all" show="all"></gradient-descent>', {
      "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:",
    });
    await element(page).evaluate((figure) => figure.ready);
    await expect(page.locator(".rain-status")).not.toBeEmpty();
    for (const link of ["data=houses&show=all&controls=all", "cost=curve&show=all,fog", "cost=three&show=all"]) {
      await element(page).evaluate((figure, query) => (figure.link = query), link);
      await call(page, "step", 5);
      await drawn(page);
    }
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.evaluate(() => refused)).toEqual([]);
  });

  /** A page on an origin of its own, and the files of the figure on another. */
  async function strangers(page, headers, body) {
    const files = await serve(headers);
    const site = await serve({}, { "/host.html": `<!doctype html><title>Host</title><link rel="icon" href="data:,">${body(files.origin)}` });
    await page.goto(`${site.origin}/host.html`);
    return () => Promise.all([files.close(), site.close()]);
  }
  const ALLOWED = { "access-control-allow-origin": "*" };
  const SCRIPT = (origin) => `<script type="module" src="${origin}/gradient-descent.js"></script><gradient-descent cost="bowl" show="basic,compass">My own words.</gradient-descent>`;
  const FRAME = (origin) => `<iframe title="Figure" sandbox="allow-scripts" width="900" height="700" src="${origin}/index.html?cost=himmelblau"></iframe>`;

  test("served from another origin that allows it, it works", async ({ page, noise }) => {
    const close = await strangers(page, ALLOWED, SCRIPT);
    await page.waitForFunction(() => customElements.get("gradient-descent"));
    expect((await call(page, "step", 4)).iteration).toBe(4);
    await expect(page.locator(".compass-reading")).not.toBeEmpty();
    await expect.poll(() => painted(page)).toEqual([0]);
    await close();
    expect(noise.filter((text) => !text.startsWith("asked http://127.0.0.1:"))).toEqual([]);
    noise.splice(0);
  });

  test("served from another origin that does not, the page's own words stay", async ({ page, noise }) => {
    const close = await strangers(page, {}, SCRIPT);
    await page.waitForLoadState("networkidle");
    await expect(page.getByText("My own words.")).toBeVisible();
    expect(await page.evaluate(() => customElements.get("gradient-descent"))).toBe(undefined);
    await close();
    noise.splice(0);
  });

  test("in a sandboxed frame whose server allows it, it works", async ({ page, noise }) => {
    const close = await strangers(page, ALLOWED, FRAME);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "One step", exact: true }).click();
    await expect(frame.locator(".step-count")).toHaveText("step 1");
    await close();
    expect(noise.filter((text) => !text.startsWith("asked http://127.0.0.1:"))).toEqual([]);
    noise.splice(0);
  });

  test("in a sandboxed frame whose server does not, picture and sentence stay", async ({ page, noise }) => {
    const close = await strangers(page, {}, FRAME);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("needs JavaScript and WebAssembly")).toBeVisible();
    await expect.poll(() => frame.locator(".waiting img").evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
    await close();
    noise.splice(0);
  });

  test("in somebody else's shadow root it works by hand and by call", async ({ page }) => {
    await host(page, '<div id="outer"></div>');
    await page.evaluate(async () => {
      const outer = document.querySelector("#outer").attachShadow({ mode: "open" });
      outer.innerHTML = "<style>button { all: unset; color: red }</style><gradient-descent cost='himmelblau' start='0,0'></gradient-descent>";
      await outer.querySelector("gradient-descent").ready;
    });
    await expect.poll(() => element(page).evaluate((figure) => figure.shadowRoot.querySelector(".stage canvas").width)).toBeGreaterThan(300);
    await page.mouse.click(...await onMap(page, 300, 100));
    const { point } = await readout(page);
    expect(point).not.toEqual({ x: 0, y: 0 });
    await page.getByRole("button", { name: "One step", exact: true }).click();
    await expect(page.locator(".step-count")).toHaveText("step 1");
  });

  test("two copies of the module agree on one element", async ({ page }) => {
    await host(page, '<gradient-descent cost="bowl"></gradient-descent>');
    const seen = await page.evaluate(async () => {
      const one = customElements.get("gradient-descent");
      await import(new URL("gradient-descent.js?again", location.href).href);
      const figure = document.querySelector("gradient-descent");
      return [customElements.get("gradient-descent") === one, figure instanceof one, (await figure.step(2)).iteration];
    });
    expect(seen).toEqual([true, true, 2]);
  });
});

test.describe("leaves nothing behind", () => {
  const FEW = 50;
  const MORE = 200;
  /** What a page may keep for reasons of the browser's own. */
  const HEAP_BOUND = 3e6;

  /** Bytes of the engine's memory and of the scripts' after a clean-up, and what is in the document. */
  async function kept(page, session) {
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    const engine = await page.evaluate(() => globalThis.engine.buffer.byteLength);
    return { engine, heap: usedSize, nodes, listeners: jsEventListeners };
  }

  for (const [name, round] of Object.entries({
    "put away and back": async (count) => {
      globalThis.kept ??= document.querySelector("gradient-descent");
      const figure = globalThis.kept;
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (let at = 0; at < count; at += 1) {
        document.body.append(figure);
        await figure.step(1);
        await frame();
        figure.remove();
        await Promise.resolve();
      }
    },
    "made and thrown away": async (count) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      document.querySelector("gradient-descent")?.remove();
      for (let at = 0; at < count; at += 1) {
        const figure = document.createElement("gradient-descent");
        figure.setAttribute("cost", "bowl");
        figure.setAttribute("show", "basic,compass");
        document.body.append(figure);
        await figure.step(1);
        await frame();
        figure.remove();
      }
    },
  })) {
    test(`${name} ${MORE} times`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width: 500, height: 500 });
      await host(page, '<gradient-descent cost="bowl" show="basic,compass"></gradient-descent>');
      await element(page).evaluate((figure) => figure.ready);
      await page.evaluate(async () => {
        // The glue is one instance: whoever imports it again gets the same memory.
        const glue = await import(new URL("downhill.js", location.href).href);
        globalThis.engine = (await glue.default()).memory;
      });
      const session = await page.context().newCDPSession(page);
      await session.send("HeapProfiler.enable");
      await page.evaluate(round, FEW);
      const early = await kept(page, session);
      await page.evaluate(round, MORE - FEW);
      const late = await kept(page, session);
      expect(late.engine).toBe(early.engine);
      expect(late.heap - early.heap).toBeLessThan(HEAP_BOUND);
      expect(late.nodes - early.nodes).toBeLessThan(500);
      expect(late.listeners - early.listeners).toBeLessThan(100);
    });
  }
});
