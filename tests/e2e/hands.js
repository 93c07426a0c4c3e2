// Two ways to use a page: by keyboard alone, and with a finger. Tests of the lesson play with either.
import { expect } from "./figure.js";

/** More Tab presses than any page of ours has stops. */
const MOST_TABS = 250;

/** What has the focus, inside shadow roots too: its name, its role's tag, its value. */
function focused(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return {
      tag: at?.tagName ?? "", type: at?.getAttribute("type") ?? "", classes: at?.className ?? "",
      name: at?.getAttribute("aria-label") ?? (at?.labels?.[0] ?? at)?.textContent?.trim() ?? "",
    };
  });
}

/** Goes from stop to stop until one fits. */
async function tabTo(page, fits, wanted) {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (fits(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no tab stop for ${wanted}`);
}

const named = (name) => (at) => (name instanceof RegExp ? name.test(at.name) : at.name === name);

async function keys(page, key, times) {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

/** Keys only: nothing here touches a mouse or a finger. */
export const keyboard = {
  name: "keyboard",
  async press(page, name) {
    await tabTo(page, (at) => ["BUTTON", "A", "SUMMARY"].includes(at.tag) && named(name)(at), name);
    await page.keyboard.press("Enter");
  },
  async choose(page, text, index) {
    // A group without a choice is entered at its first button, one with a choice at that.
    const group = page.locator("fieldset", { has: page.getByText(text, { exact: true }) });
    const labels = (await group.locator("label").allInnerTexts()).map((label) => label.trim());
    await tabTo(page, (at) => at.type === "radio" && labels.includes(at.name), text);
    const checked = await group.locator("input").evaluateAll((inputs) => inputs.findIndex((input) => input.checked));
    if (checked < 0) await page.keyboard.press("Space");
    await keys(page, "ArrowDown", (index - Math.max(checked, 0) + labels.length) % labels.length);
    await expect(group.locator("input").nth(index)).toBeChecked();
  },
  async plant(page) {
    await tabTo(page, (at) => at.classes === "stage", "the map");
    await keys(page, "Shift+ArrowRight", 3);
    await page.keyboard.press("Enter");
  },
  async fill(page, name, text) {
    await tabTo(page, (at) => at.tag === "INPUT" && named(name)(at), name);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  },
  async select(page, name, value) {
    await tabTo(page, (at) => at.tag === "SELECT" && named(name)(at), name);
    const menu = page.getByRole("combobox", { name, exact: true });
    const values = await menu.locator("option").evaluateAll((options) => options.map((option) => option.value));
    await keys(page, "ArrowDown", values.indexOf(value) - values.indexOf(await menu.inputValue()));
  },
  async slide(page, name, steps) {
    await tabTo(page, (at) => at.type === "range" && named(name)(at), name);
    await keys(page, steps > 0 ? "ArrowRight" : "ArrowLeft", Math.abs(steps));
  },
  async lift(page, name, pixels) {
    await tabTo(page, (at) => named(name)(at), name);
    await keys(page, pixels > 0 ? "ArrowUp" : "ArrowDown", Math.round(Math.abs(pixels) / 4));
  },
};

async function swipe(page, [x, y], [right, down]) {
  const touch = await page.context().newCDPSession(page);
  const send = (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await send("touchStart", [{ x, y }]);
  for (const part of [0.3, 0.6, 1]) await send("touchMove", [{ x: x + part * right, y: y + part * down }]);
  await send("touchEnd", []);
  await touch.detach();
}

/** The middle of something, brought into view. */
async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

/** A finger only; letters come from the keyboard on the screen. */
export const finger = {
  name: "finger",
  async press(page, name) {
    await page.getByRole("button", { name, exact: true }).or(page.getByRole("link", { name })).first().tap();
  },
  async choose(page, text, index) {
    const group = page.locator("fieldset", { has: page.getByText(text, { exact: true }) });
    await group.locator("label").nth(index).tap();
    await expect(group.locator("input").nth(index)).toBeChecked();
  },
  async plant(page) {
    const map = page.locator(".stage");
    const [x, y] = await middle(map);
    await page.touchscreen.tap(x + 30, y - 20);
  },
  async fill(page, name, text) {
    const field = page.getByRole("textbox", { name, exact: true });
    await field.tap();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  },
  async select(page, name, value) {
    await page.getByRole("combobox", { name, exact: true }).selectOption(value);
  },
  async slide(page, name, steps) {
    const slider = page.getByRole("slider", { name }).first();
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider.boundingBox();
    const [part, span] = await slider.evaluate((input) => {
      const range = input.max - input.min;
      return [(input.value - input.min) / range, range / (Number(input.step) || 1)];
    });
    await page.touchscreen.tap(x + width * Math.min(0.97, Math.max(0.03, part + steps / span)), y + height / 2);
  },
  async lift(page, name, pixels) {
    await swipe(page, await middle(page.getByRole("button", { name }).first()), [0, -pixels]);
  },
};
