// A figure as a file: saved, opened, dropped, refused, undone.
import { readFile } from "node:fs/promises";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

const fold = (page) => page.locator(".taking summary");
const said = (page) => page.locator(".take [role=status]");
const link = (page) => element(page).evaluate((figure) => figure.link);

async function unfold(page, query) {
  await open(page, query);
  await fold(page).click();
  await expect(button(page, "Save as file")).toBeVisible();
}

/** The text that is saved. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save as file").click()]);
  expect(download.suggestedFilename()).toBe("figure.txt");
  return readFile(await download.path(), "utf8");
}

const opened = (page, text, name = "figure.txt") =>
  page.getByLabel("Open file…").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("a saved figure opens as it was, in one edit", async ({ page }) => {
  await unfold(page, "data=size [m²],price [€];50,200;60,240;80,250&alpha=0.0001&controls=all");
  await call(page, "step", 4);
  const [first, moment] = [await link(page), await readout(page)];
  const text = await saved(page);
  expect(text).toContain("data=size [m²],price [€];50,200;60,240;80,250\n");

  await unfold(page, "cost=himmelblau&controls=all");
  await opened(page, text);
  await expect(said(page)).toHaveText("Opened figure.txt. Undo brings the figure before it back.");
  expect(await link(page)).toBe(first);
  expect(await readout(page)).toEqual(moment);
  await button(page, "Undo").first().click();
  expect(await link(page)).toBe("cost=himmelblau&controls=all");
});

test("rows that no link carries are in the file", async ({ page }) => {
  await unfold(page, "cost=regression&controls=all");
  const rows = Array.from({ length: 80_000 }, (_, x) => `${x}.375,${2 * x + 1}.75`).join(";");
  await call(page, "set", { data: rows });
  await call(page, "step", 3);
  const moment = await readout(page);
  expect(await link(page)).toContain("left-out");
  const text = await saved(page);
  expect(text.length).toBeGreaterThan(1_000_000);
  await unfold(page, "cost=bowl&controls=all");
  await opened(page, text.replaceAll("\n", "\r\n"));
  await expect(said(page)).toContainText("Opened figure.txt.");
  expect(await readout(page)).toEqual(moment);
  expect(await element(page).evaluate((figure) => figure.state.settings.data.length)).toBe(rows.length);
});

test("what is no figure is said and changes nothing", async ({ page }) => {
  await unfold(page, "data=houses&controls=all");
  await call(page, "step", 3);
  const before = [await link(page), await readout(page)];
  await opened(page, "size,price\n1,250\n", "houses.csv");
  await expect(said(page)).toContainText("This file holds no figure: line 1, “size,price”, is no setting.");
  const transfer = await page.evaluateHandle(() => {
    const given = new DataTransfer();
    given.items.add(new File(["data=1,2;3\n"], "broken.txt"));
    return given;
  });
  await page.locator(".take").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(said(page)).toContainText("Row 2: found 1 number");
  expect([await link(page), await readout(page)]).toEqual(before);
});

test("a dropped file opens too, and what of it cannot be used is told", async ({ page }) => {
  await unfold(page, "controls=all");
  const transfer = await page.evaluateHandle(() => {
    const given = new DataTransfer();
    given.items.add(new File(["# mine\ncost=bowl\nalpha=fast\n"], "bowl.txt"));
    return given;
  });
  await page.locator(".take").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(said(page)).toContainText("Opened bowl.txt.");
  await expect(page.locator(".notice")).toContainText("alpha: “fast” cannot be used");
  await drawn(page);
  expect(await link(page)).toBe("cost=bowl&controls=all");
});
