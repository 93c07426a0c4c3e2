// Messages that make no sense: what is not meant for the figure is none of its business; what is
// meant for it is told in a notice and a problem. Nothing of it becomes part of the page, and the figure works on.
import { expect, test } from "./figure.js";
import { command, framed, inside, takeHeard } from "./framing.js";

const EVIL = "<img src=x onerror=alert(1)>";
const BASE = "cost=bowl&start=1,2&alpha=0.1";

/** Each is made inside the page around, so that it is sent as it stands; `text` is `EVIL`. */
const NOT_MEANT = {
  null: () => send(null),
  undefined: () => send(undefined),
  number: () => send(7),
  text: () => send("gradient-descent:command"),
  "text of 10 MB": () => send("x".repeat(1e7)),
  list: () => send(["gradient-descent:command"]),
  "no type": () => send({ command: "step" }),
  "type that is no text": () => send({ type: ["gradient-descent:command"], command: "step" }),
  "type with a false toString": () => send({ type: { toString: 1, valueOf: 2 }, command: "step" }),
  "another's type": () => send({ type: "resize", command: "step" }),
  "another's type, 1000 deep": () => send({ type: "deep", args: Array(1000).fill().reduce((inner) => ({ inner }), {}) }),
  "almost our type": () => send({ type: "gradient-descent", command: "step" }),
  "our type in other letters": () => send({ type: "Gradient-Descent:command", command: "step" }),
  map: () => send(new Map([["type", "gradient-descent:command"], ["command", "step"]])),
  date: () => send(new Date()),
  "big whole number": () => send(1n),
  bytes: () => send(new Uint8Array(1000)),
};

/** Meant for the figure, and the key of the problem it has with it. */
const MEANT = {
  "type cut off": ["command", () => send({ type: "gradient-descent:" })],
  "type misspelt": ["command", () => send({ type: "gradient-descent:comand", command: "step" })],
  "what another frame says": ["command", () => send({ type: "gradient-descent:step", id: null, iteration: 3 })],
  "markup as type": ["command", (text) => send({ type: `gradient-descent:${text}` })],
  "type of 10 MB": ["command", () => send({ type: `gradient-descent:${"x".repeat(1e7)}` })],
  "half a character as type": ["command", () => send({ type: "gradient-descent:\uD800" })],
  "no command": ["command", () => send({ type: "gradient-descent:command" })],
  "number as command": ["command", () => order(7)],
  "null as command": ["command", () => order(null)],
  "record as command": ["command", () => order({ step: 1 })],
  "list as command": ["command", () => order(["step"])],
  constructor: ["command", () => order("constructor")],
  toString: ["command", () => order("toString")],
  __proto__: ["command", () => order("__proto__")],
  hasOwnProperty: ["command", () => order("hasOwnProperty")],
  "another method of the element": ["command", () => order("remove")],
  "other letters": ["command", () => order("Step", 3)],
  "markup as command": ["command", (text) => order(text)],
  "script as command": ["command", () => order("javascript:alert(1)")],
  "half a character as command": ["command", () => order("step\uDC00")],
  "command of 10 MB": ["command", () => order("step".repeat(2.5e6))],
  "number as a word": ["command", () => order("step", "five")],
  "number as text": ["command", () => order("step", "5")],
  "no number": ["command", () => order("step", NaN)],
  "negative steps": ["command", () => order("step", -3)],
  "no steps": ["command", () => order("step", 0)],
  "half a step": ["command", () => order("step", 2.5)],
  "minus infinity back": ["command", () => order("back", -Infinity)],
  "steps as list": ["command", () => order("step", [5])],
  "steps as markup": ["command", (text) => order("back", text)],
  "steps as big whole number": ["command", () => order("step", 5n)],
  "steps 1000 deep": ["command", () => order("step", Array(1000).fill().reduce((inner) => ({ inner }), {}))],
  "steps of 10 MB": ["command", () => order("step", "9".repeat(1e7))],
  "no point": ["command", () => order("startAt")],
  "point as text": ["command", () => order("startAt", "1,2")],
  "coordinates as texts": ["command", () => order("addStart", ["1", "2"])],
  "coordinates as markup": ["command", (text) => order("startAt", [text, text])],
  "points in a list": ["command", () => order("addStart", [[1, 2]])],
  "a million coordinates": ["command", () => order("startAt", Array(1e6).fill(1))],
  "coordinate missing": ["start", () => order("startAt", [1])],
  "coordinate too many": ["start", () => order("addStart", [1, 2, 3])],
  "coordinate no number": ["start", () => order("startAt", [NaN, 1])],
  "coordinate infinite": ["start", () => order("addStart", [1, -Infinity])],
  "no settings": ["command", () => order("set")],
  "settings as text": ["command", () => order("set", "alpha=1")],
  "settings as list": ["command", () => order("set", [["alpha", 1]])],
  "setting as record": ["command", () => order("set", { alpha: { value: 1 } })],
  "setting as list": ["command", () => order("set", { start: [1, 2] })],
  "setting as yes": ["command", () => order("set", { run: true })],
  "setting 1000 deep": ["command", () => order("set", { alpha: Array(1000).fill().reduce((inner) => [inner], []) })],
  "setting of 10 MB": ["command", () => order("set", { formula: "x+".repeat(5e6) })],
  "key of 10 MB": ["x".repeat(1e7), () => order("set", { ["x".repeat(1e7)]: "1" })],
  "10,000 settings": ["command", () => order("set", Object.fromEntries(Array(10_000).fill().map((_, key) => [key, "1"])))],
  "negative rate": ["alpha", () => order("set", { alpha: -1 })],
  "rate no number": ["alpha", () => order("set", { alpha: NaN })],
  "rate infinite": ["alpha", () => order("set", { alpha: Infinity })],
  "rate as a word": ["alpha", () => order("set", { alpha: "ten" })],
  "huge count": ["steps", () => order("set", { steps: 1e300 })],
  "unknown key": ["colour", () => order("set", { colour: "red" })],
  "__proto__ as key": ["__proto__", () => order("set", JSON.parse('{"__proto__": "x"}'))],
  "constructor as key": ["constructor", () => order("set", { constructor: "x" })],
  "listener as key": ["onclick", () => order("set", { onclick: "alert(1)" })],
  "style as key": ["style", () => order("set", { style: "position:fixed" })],
  "markup as key": [EVIL, (text) => order("set", { [text]: text })],
  "half a character as setting": ["cost", () => order("set", { cost: "\uD800" })],
  "nothing to load": ["command", () => order("load")],
  "number to load": ["command", () => order("load", 7)],
  "list to load": ["command", () => order("load", ["cost=bowl"])],
  "state without settings": ["command", () => order("load", { version: 1 })],
  "state with a list": ["command", () => order("load", { version: 1, settings: ["alpha"] })],
  "state with a record": ["command", () => order("load", { version: 1, settings: { alpha: {} } })],
  "state with half a character": ["cost", () => order("load", { version: 1, settings: { cost: "\uDC00\uD800" } })],
  "state with markup": ["theme", (text) => order("load", { version: 1, settings: { theme: text } })],
  "link with markup": ["rule", (text) => order("load", `rule=${text}`)],
  "link with a key twice": ["alpha", () => order("load", "alpha=0.2&alpha=fast")],
  "link of no known letters": ["%ff%fe".replace(/.*/, "\uFFFD\uFFFD"), () => order("load", "%ff%fe=%")],
  "link of 10 MB": ["command", () => order("load", "cost=bowl&".repeat(1e6))],
};

/** Sends one message, and says what came of it: the problems told and shown, and whether the figure walks on. */
async function tryOut(page, message) {
  await page.evaluate(() => {
    for (const button of frames[0].document.querySelector("gradient-descent").shadowRoot.querySelectorAll(".notice button")) button.click();
  });
  await takeHeard(page);
  await page.evaluate(`(${message})(${JSON.stringify(EVIL)})`);
  await command(page, "readout");
  const problems = await takeHeard(page, "problem");
  const seen = await page.evaluate(() => new Promise((done) => frames[0].requestAnimationFrame(() => frames[0].requestAnimationFrame(() => {
    const shadow = frames[0].document.querySelector("gradient-descent").shadowRoot;
    const texts = (selector) => [...shadow.querySelectorAll(selector)].filter((part) => part.checkVisibility()).map(({ textContent }) => textContent).filter(Boolean);
    done({
      told: [...texts(".notice"), ...texts(".field-error")],
      foreign: [frames[0].document, shadow].flatMap((root) => [...root.querySelectorAll("img, iframe, object, embed, script:not([src]), [onerror], [onclick]")]).length,
      broken: texts(".trouble").length,
    });
  }))));
  await command(page, "load", BASE);
  const { iteration, cost } = await command(page, "step", 2);
  return { problems, ...seen, walks: iteration === 2 && Number.isFinite(cost) };
}

test.beforeEach(async ({ page, noise }) => {
  page.on("dialog", (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await framed(page, { query: `?${BASE}` });
});

test(`what is not meant for the figure is left alone (${Object.keys(NOT_MEANT).length})`, async ({ page }) => {
  test.slow();
  for (const [name, message] of Object.entries(NOT_MEANT)) {
    expect(await tryOut(page, message), name).toEqual({ problems: [], told: [], foreign: 0, broken: 0, walks: true });
  }
});

test(`what is meant for it and makes no sense is told (${Object.keys(MEANT).length})`, async ({ page }) => {
  test.slow();
  expect(Object.keys(MEANT).length).toBeGreaterThan(60);
  for (const [name, [key, message]] of Object.entries(MEANT)) {
    const { problems, told, ...rest } = await tryOut(page, message);
    expect(rest, name).toEqual({ foreign: 0, broken: 0, walks: true });
    expect(problems.length, name).toBe(1);
    const [problem] = problems;
    expect(problem.key === key || (key.length > 60 && key.startsWith(problem.key.slice(0, 40))), `${name}: ${problem.key.slice(0, 80)}`).toBe(true);
    expect(problem.value.length, name).toBeLessThanOrEqual(62);
    expect(problem.message.length, name).toBeLessThan(500);
    expect(told, name).toEqual([problem.message]);
  }
});

test("markup in any setting is told as the text it is", async ({ page }) => {
  test.slow();
  const keys = await inside(page).evaluate(async () => {
    const { loadEngine } = await import("./figure/engine.js");
    return (await loadEngine()).newLab().tables().keys;
  });
  expect(keys.length).toBeGreaterThan(20);
  for (const key of keys) {
    const { problems, told, ...rest } = await tryOut(page, `(text) => order("set", { ${key}: text })`);
    expect(rest, key).toEqual({ foreign: 0, broken: 0, walks: true });
    expect(problems.map((problem) => problem.key), key).toEqual([key]);
    expect(told, key).toContain(problems[0].message);
  }
});

test("nobody but the page around is heard", async ({ page }) => {
  const message = JSON.stringify({ type: "gradient-descent:command", command: "step", args: 9 });
  await page.evaluate((message) => new Promise((done) => {
    const sibling = document.createElement("iframe");
    sibling.srcdoc = `<script>parent.frames[0].postMessage(${message}, "*")</${"script"}>`;
    sibling.onload = () => done();
    document.body.append(sibling);
  }), message);
  await inside(page).evaluate((message) => postMessage(JSON.parse(message), "*"), message);
  await page.waitForTimeout(200);
  expect((await command(page, "readout")).iteration).toBe(0);
});
