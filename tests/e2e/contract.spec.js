// The element as course pages use it, version 1 of the contract: properties, methods, events, attributes.
import { call, drawn, element, expect, host, open, readout, test } from "./figure.js";

/** What a property or method gives, read inside the page. */
const ask = (page, question, given) => element(page).first().evaluate(question, given);

test("the readout has just these fields, in this order, and is a fresh plain copy each time", async ({ page }) => {
  await open(page);
  const seen = await call(page, "step", 3);
  expect(Object.keys(seen)).toEqual(["iteration", "point", "cost", "gradient", "gradientNorm", "alpha", "rule", "stopped", "guess", "hand", "runs"]);
  expect(Object.keys(seen.runs[0])).toEqual(["iteration", "point", "cost", "gradient", "gradientNorm", "stopped"]);
  expect(Object.keys(seen.point)).toEqual(["w", "b"]);
  expect(Object.keys(seen.gradient)).toEqual(["w", "b"]);
  const { alpha, rule, guess, hand, runs, ...top } = seen;
  expect(top, "the top level is the first run").toEqual(runs[0]);
  expect([alpha, rule, guess, hand]).toEqual([0.08, "simultaneous", null, null]);

  expect(await ask(page, (figure) => {
    const one = figure.readout;
    const copy = structuredClone(one);
    one.point.w = 99;
    one.runs.length = 0;
    const other = figure.readout;
    return one !== other && other.point.w === copy.point.w && other.runs.length === 2
      && Object.getPrototypeOf(other) === Object.prototype && JSON.stringify(copy) === JSON.stringify(other);
  })).toBe(true);
});

test("nothing has stopped at iteration 0 until a step is tried", async ({ page }) => {
  await open(page, "cost=saddle&start=0,0");
  expect((await readout(page)).stopped).toBe(null);
  const tried = await call(page, "step");
  expect([tried.iteration, tried.stopped]).toEqual([0, "converged"]);
  await drawn(page);
  await expect(page.locator(".verdict")).toContainText("a saddle, not a minimum");
  expect((await call(page, "reset")).stopped).toBe(null);
});

test("each method promises the readout after it", async ({ page }) => {
  await open(page, "cost=himmelblau&start=0,0&alpha=0.01");
  expect((await call(page, "step")).iteration).toBe(1);
  expect((await call(page, "step", 7)).iteration).toBe(8);
  expect((await call(page, "back")).iteration).toBe(7);
  expect((await call(page, "back", 3)).iteration).toBe(4);
  expect((await call(page, "back", 300)).iteration).toBe(0);
  const started = await call(page, "startAt", [1, -2]);
  expect([started.iteration, started.point, started.runs.length]).toEqual([0, { x: 1, y: -2 }, 1]);
  await call(page, "step", 3);
  const added = await call(page, "addStart", [-3, 0.5]);
  expect([added.iteration, added.runs.length, added.runs[1].point]).toEqual([0, 2, { x: -3, y: 0.5 }]);
  const ended = await call(page, "run");
  expect(ended.runs.map(({ stopped }) => stopped)).toEqual(["converged", "converged"]);
  expect((await call(page, "reset")).iteration).toBe(0);
  expect((await call(page, "pause")).iteration).toBe(0);
  expect((await ask(page, (figure) => figure.startAt(new Float64Array([2, 2])))).point).toEqual({ x: 2, y: 2 });
});

test("a pause settles the promise of a run, and cancels long work", async ({ page }) => {
  await open(page, "cost=rosenbrock&alpha=0.0001&tolerance=1e-300&steps=1000000");
  const paused = await ask(page, async (figure) => {
    const run = figure.run();
    setTimeout(() => figure.pause(), 300);
    return (await run).iteration;
  });
  expect(paused).toBeLessThan(1_000_000);
  const cancelled = await ask(page, async (figure) => {
    const long = figure.step(1_000_000);
    const reset = await figure.reset();
    await long;
    return [reset.iteration, figure.readout.iteration];
  });
  expect(cancelled).toEqual([0, 0]);
});

test("odd arguments do no harm", async ({ page }) => {
  await open(page);
  const before = await call(page, "step", 5);
  const odd = await ask(page, async (figure) => {
    const heard = [];
    figure.addEventListener("problem", ({ detail }) => heard.push(detail));
    for (const count of [NaN, -3, 0, "x", {}, null, [], -Infinity, 0.4, () => 1]) {
      await figure.step(count);
      await figure.back(count);
    }
    const unmoved = figure.readout;
    for (const at of ["x", null, undefined, {}, [], [1], [1, 2, 3], [NaN, 0], [Infinity, 1], ["1", "2"], [[1], 2], new Float64Array(1), 7]) {
      await figure.startAt(at);
      await figure.addStart(at);
    }
    return { unmoved, after: figure.readout, heard };
  });
  expect(odd.unmoved).toEqual(before);
  expect(odd.after).toEqual(before);
  expect(odd.heard.length).toBeGreaterThan(0);
  for (const problem of odd.heard) {
    expect(problem).toEqual({ key: "start", value: expect.any(String), message: expect.stringContaining("start") });
  }
});

test("methods before ready queue in order and never throw, also on an element not yet on a page", async ({ page }) => {
  await host(page, "<p>A host page.</p>");
  const seen = await page.evaluate(async () => {
    await customElements.whenDefined("gradient-descent");
    const figure = document.createElement("gradient-descent");
    const early = [figure.readout, figure.link, figure.state];
    const promised = [figure.startAt([1, 1]), figure.step(2), figure.back(), figure.step("x"), figure.addStart([0, 1]), figure.pause(), figure.reset(), figure.step(4)];
    figure.setAttribute("cost", "bowl");
    document.body.append(figure);
    const readouts = await Promise.all(promised);
    return { early, iterations: readouts.map(({ iteration }) => iteration), runs: readouts.at(-1).runs.length, ready: (await figure.ready).iteration };
  });
  expect(seen.early).toEqual([undefined, "", { version: 1, settings: {} }]);
  expect(seen.iterations.at(1)).toBe(2);
  expect(seen.iterations.at(2)).toBe(1);
  expect(seen.iterations.at(-1)).toBe(4);
  expect(seen.runs).toBe(2);
  expect(seen.ready).toBe(0);
});

test("events bubble out of the shadow with the readout, one step event for each call", async ({ page }) => {
  await host(page, "<main></main>");
  const heard = await page.evaluate(async () => {
    const heard = [];
    const figure = document.createElement("gradient-descent");
    figure.setAttribute("cost", "himmelblau");
    figure.setAttribute("start", "0,0");
    for (const name of ["ready", "step", "stop", "change", "problem"]) {
      document.addEventListener(name, (event) => heard.push({
        name, detail: event.detail, bubbles: event.bubbles, composed: event.composed, ours: event.target === figure,
      }));
    }
    await customElements.whenDefined("gradient-descent");
    document.querySelector("main").append(figure);
    await figure.ready;
    await new Promise((done) => setTimeout(done));
    await figure.step(5);
    await figure.back(2);
    await figure.reset();
    await figure.startAt([1, 2]);
    await figure.step(Infinity);
    figure.setAttribute("alpha", "0.012");
    await new Promise((done) => setTimeout(done));
    figure.setAttribute("alpha", "fast");
    await new Promise((done) => setTimeout(done));
    figure.setAttribute("formula", "x^2 + ) y");
    await new Promise((done) => setTimeout(done));
    return heard;
  });
  // Steps without an end are taken in as many frames as they need.
  expect(heard.map(({ name }) => name).join(" ")).toMatch(/^ready step step step change (step )+stop change problem problem$/);
  for (const { bubbles, composed, ours } of heard) expect([bubbles, composed, ours]).toEqual([true, true, true]);
  expect(heard.slice(0, 4).map(({ detail }) => detail.iteration)).toEqual([0, 5, 3, 0]);
  expect(heard[4].detail.point).toEqual({ x: 1, y: 2 });
  expect(heard.at(-4).detail.stopped).toBe("converged");
  expect(heard.at(-3).detail.alpha).toBe(0.012);
  expect(heard.at(-2).detail).toEqual({ key: "alpha", value: "fast", message: expect.stringContaining("fast") });
  expect(heard.at(-1).detail).toEqual({ key: "formula", value: "x^2 + ) y", message: expect.any(String), column: 7 });
});

test("state goes out and comes back, link rebuilds the figure, garbage leaves one standing", async ({ page }) => {
  await open(page, "cost=himmelblau&start=1,2;-1,-2&alpha=0.005&rule=sequential");
  const there = await call(page, "step", 9);
  const { state, link } = await ask(page, ({ state, link }) => ({ state, link }));
  expect(state.version).toBe(1);
  for (const value of Object.values(state.settings)) expect(typeof value).toBe("string");
  expect(state.settings).toMatchObject({ cost: "himmelblau", start: "1,2;-1,-2", rule: "sequential", at: "9" });

  const restore = (kept) => ask(page, (figure, state) => {
    figure.state = { version: 1, settings: { cost: "bowl" } };
    const other = figure.readout;
    figure.state = state;
    return [other, figure.readout];
  }, kept);
  const [other, again] = await restore(state);
  expect(other.point).toEqual({ w: -2.2, b: 1.4 });
  expect(again).toEqual(there);
  expect(await ask(page, (figure, query) => {
    figure.link = "";
    figure.link = `?${query}`;
    return figure.readout;
  }, link)).toEqual(there);

  const odd = await ask(page, (figure) => [null, undefined, 7, "x", {}, { settings: 3 }, { version: 9, settings: null }, []].map((state) => {
    figure.state = state;
    return figure.readout.runs.length;
  }));
  expect(odd).toEqual(Array(8).fill(2));
});

test("attributes are live, the later change wins, and the element writes none of them", async ({ page }) => {
  await host(page, '<gradient-descent cost="bowl" alpha="0.2" start="1,2" class="wide" title="A bowl" data-x="1"></gradient-descent>');
  const seen = await page.evaluate(async () => {
    const figure = document.querySelector("gradient-descent");
    const turn = () => new Promise((done) => setTimeout(done));
    const problems = [];
    figure.addEventListener("problem", ({ detail }) => problems.push(detail.key));
    await figure.ready;
    const opened = figure.readout;
    figure.setAttribute("alpha", "0.3");
    await turn();
    const byAttribute = figure.readout.alpha;
    const field = figure.shadowRoot.querySelector("input.alpha");
    field.value = "0.4";
    field.dispatchEvent(new Event("change"));
    const byHand = figure.readout.alpha;
    figure.setAttribute("alpha", "0.3");
    await turn();
    const again = figure.readout.alpha;
    figure.removeAttribute("alpha");
    await turn();
    const without = figure.readout.alpha;
    figure.setAttribute("title", "Still a bowl");
    figure.className = "narrow";
    await turn();

    const written = [];
    new MutationObserver((records) => written.push(...records.map(({ attributeName }) => attributeName))).observe(figure, { attributes: true });
    await figure.startAt([2, 2]);
    await figure.step(5);
    await figure.run();
    figure.link = "cost=himmelblau&theme=dark&size=projector";
    await new Promise((done) => setTimeout(done, 100));
    return { opened, byAttribute, byHand, again, without, problems, written };
  });
  expect(seen.opened.point).toEqual({ w: 1, b: 2 });
  expect([seen.opened.alpha, seen.byAttribute, seen.byHand, seen.again, seen.without]).toEqual([0.2, 0.3, 0.4, 0.3, 0.1]);
  expect(seen.problems).toEqual([]);
  expect(seen.written).toEqual([]);
});

test("set changes some settings and leaves the rest, report shows a page's own problem", async ({ page }) => {
  await host(page, '<gradient-descent cost="bowl" alpha="0.2" start="1,2"></gradient-descent>');
  const seen = await page.evaluate(async () => {
    const figure = document.querySelector("gradient-descent");
    const problems = [];
    figure.addEventListener("problem", ({ detail }) => problems.push(detail));
    const early = figure.set({ alpha: 0.3 });
    const set = [await early, await figure.step(2), await figure.set({ alpha: "0.05", rule: "sequential" }), await figure.set({ alpha: null })];
    for (const odd of [undefined, null, 7, [], { colour: "red" }]) await figure.set(odd);
    await figure.report({ key: "answer", value: "x", message: "The answer is no number." });
    await figure.report();
    figure.state = { version: 1, settings: { cost: "\uD800" } };
    return { set: set.map(({ alpha, rule, iteration }) => [alpha, rule, iteration]), problems, written: figure.getAttribute("alpha") };
  });
  expect(seen.set).toEqual([[0.3, "simultaneous", 0], [0.3, "simultaneous", 2], [0.05, "sequential", 2], [0.1, "sequential", 2]]);
  expect(seen.problems.map(({ key }) => key)).toEqual(["colour", "answer", "", "cost"]);
  expect(seen.problems[1]).toEqual({ key: "answer", value: "x", message: "The answer is no number." });
  expect(seen.written).toBe("0.2");
  await expect(page.locator(".notice").filter({ hasText: "The answer is no number." })).toBeVisible();
});

test("two figures on a page know nothing of each other", async ({ page }) => {
  await host(page, '<gradient-descent cost="bowl"></gradient-descent><gradient-descent cost="himmelblau" rule="sequential"></gradient-descent>');
  const seen = await page.evaluate(async () => {
    const [one, other] = document.querySelectorAll("gradient-descent");
    await Promise.all([one.ready, other.ready]);
    const before = other.readout;
    await one.step(4);
    one.setAttribute("alpha", "0.3");
    await one.addStart([1, 1]);
    await new Promise((done) => setTimeout(done));
    return { before, other: other.readout, one: one.readout };
  });
  expect(seen.other).toEqual(seen.before);
  expect([seen.one.alpha, seen.one.runs.length, seen.other.rule]).toEqual([0.3, 2, "sequential"]);
  await expect(page.locator(".stage")).toHaveCount(2);
});

test("moved it lives on, removed it rests, put back it shows the same figure", async ({ page }) => {
  await host(page, '<div id="here"><gradient-descent cost="himmelblau" start="0,0"></gradient-descent></div><div id="there"></div>');
  const seen = await page.evaluate(async () => {
    const figure = document.querySelector("gradient-descent");
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await figure.ready;
    await figure.step(6);
    const before = figure.readout;
    document.querySelector("#there").append(figure);
    await frame();
    const moved = figure.readout;
    figure.remove();
    await frame();
    const gone = figure.readout;
    const link = figure.link;
    const waiting = figure.step(2);
    document.querySelector("#here").append(figure);
    return { before, moved, gone, link, back: await waiting };
  });
  expect(seen.moved).toEqual(seen.before);
  expect(seen.gone).toBe(undefined);
  expect(seen.link).toContain("at=6");
  expect(seen.back.iteration).toBe(8);
  await drawn(page);
  await expect(page.locator(".step-count")).toHaveText("step 8");
});

test("removed while it runs, it settles its promise and is no trouble later", async ({ page }) => {
  await host(page, '<gradient-descent cost="rosenbrock" alpha="0.0001" tolerance="1e-300" steps="1000000"></gradient-descent>');
  const seen = await page.evaluate(async () => {
    const figure = document.querySelector("gradient-descent");
    await figure.ready;
    const running = figure.run();
    await new Promise((done) => setTimeout(done, 200));
    figure.remove();
    const left = (await running).iteration;
    document.body.append(figure);
    const long = figure.step(1_000_000);
    await new Promise((done) => setTimeout(done, 100));
    figure.remove();
    await long;
    document.body.append(figure);
    return [left, (await figure.step(1)).point.x];
  });
  expect(seen).toEqual([expect.any(Number), expect.any(Number)]);
  await expect(page.locator(".stage")).toBeVisible();
});

test("a strict host page gets no element, no style and no refusal while the figure draws", async ({ page }) => {
  await host(page, '<main><gradient-descent cost="regression" controls="all"></gradient-descent></main>', {
    "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:",
  });
  const seen = await page.evaluate(async () => {
    const added = [];
    const refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
    new MutationObserver((records) => added.push(...records.flatMap(({ addedNodes, attributeName }) => [...addedNodes].map(({ nodeName }) => nodeName).concat(attributeName ?? []))))
      .observe(document, { childList: true, attributes: true, subtree: true });
    const figure = document.querySelector("gradient-descent");
    await figure.ready;
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (const link of ["cost=regression", "cost=valleys", "cost=curve", "cost=three", "cost=bowl&alpha=1.5&theme=dark", "cost=himmelblau&size=projector"]) {
      figure.link = link;
      await figure.step(20);
      await frame();
    }
    return { added, refused };
  });
  expect(seen).toEqual({ added: [], refused: [] });
});

test("an element made by its own name says what it is", async ({ page }) => {
  await host(page, "");
  expect(await page.evaluate(async () => {
    const { GradientDescent } = await import("./gradient-descent.js");
    return [new GradientDescent() instanceof HTMLElement, customElements.get("gradient-descent") === GradientDescent];
  })).toEqual([true, true]);
});
