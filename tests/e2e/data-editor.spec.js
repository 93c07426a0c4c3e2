// The reader's own data: pasted, dropped, understood, chosen, used and undone.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

const FLATS = "Wohnung;Fläche (m²);Zimmer;Preis [€]\nA;50,5;2;120.000\nB;61;3;135.500\nC;;2;99.000\nD;80,25;n.b.x;150.000\nE;72;3;148.000\nF;66;3;141.000\nG;58;2;129.500\n";

const editor = (page) => page.getByRole("region", { name: "Your own data" });
const paper = (page) => editor(page).getByLabel("Paste a table here");

/** The editor, opened by the menu's entry. */
async function openEditor(page, query = "cost=regression") {
  await open(page, query);
  await page.getByLabel("Data", { exact: true }).first().selectOption({ label: "Own data…" });
  await expect(paper(page)).toBeFocused();
}

async function paste(page, text) {
  await paper(page).fill(text);
  await expect(button(page, "Use this data").or(editor(page).locator("#data-error:not(:empty)"))).toBeVisible();
}

/** Lets files or a text fall on the editor. */
async function drop(page, { name, bytes, text }) {
  const transfer = await page.evaluateHandle(([name, bytes, text]) => {
    const given = new DataTransfer();
    if (bytes) given.items.add(new File([new Uint8Array(bytes)], name));
    else given.setData("text/plain", text);
    return given;
  }, [name, bytes && [...bytes], text]);
  await editor(page).dispatchEvent("drop", { dataTransfer: transfer });
}

test("a pasted table is understood, columns are chosen, and the figure descends on it", async ({ page }) => {
  await openEditor(page);
  await expect(page.getByLabel("Data", { exact: true }).first()).toHaveValue("houses");
  await paste(page, FLATS);
  const said = editor(page).locator("ul.data-understood");
  await expect(said).toContainText("7 rows and 4 columns, separated by semicolons.");
  await expect(said).toContainText("The decimal sign is a comma.");
  await expect(said).toContainText("120.000 in “Preis” (line 2) is read as 120000, as the other columns show.");
  await expect(said).toContainText("“Wohnung” holds words.");
  await expect(editor(page).locator("thead th")).toHaveCount(5);
  await expect(editor(page).getByText("5 rows will be used, 2 lines are left out:")).toBeVisible();
  await expect(editor(page).locator(".data-left-out li")).toHaveText(["Line 4: “Fläche” is missing.", "Line 5: “n.b.x” in “Zimmer” is no number."]);

  // Without the rooms only the flat without an area is left out.
  await editor(page).getByLabel("Zimmer").uncheck();
  await expect(editor(page).getByText("6 rows will be used, 1 line is left out:")).toBeVisible();
  await button(page, "Use this data").click();
  await expect(editor(page)).toBeHidden();
  await expect(page.locator(".numbers dt").first()).toHaveText("w (€ per m²)");
  const link = await element(page).evaluate((figure) => figure.link);
  expect(decodeURIComponent(link)).toContain("data=Fläche [m²],Preis [€];50.5,1.2e5;61,135500;80.25,1.5e5;72,148000;66,141000;58,129500");
  const used = await readout(page);
  await call(page, "step", 3);

  // The link alone gives the same figure.
  await open(page, link);
  expect(await readout(page)).toEqual(used);
});

test("using data is undone like any edit", async ({ page }) => {
  await openEditor(page, "cost=regression&data=penguins");
  const before = await readout(page);
  await paste(page, "x,y\n1,2\n2,3\n4,7\n");
  await button(page, "Use this data").click();
  expect((await readout(page)).point).toEqual({ w: 0, b: 0 });
  await button(page, "Undo").click();
  expect(await readout(page)).toEqual(before);
});

test("what cannot be read is told in the editor, and the figure stays", async ({ page }) => {
  await openEditor(page);
  const before = await element(page).evaluate((figure) => figure.link);
  for (const [text, says] of [
    ["Gradient descent walks downhill.\nIt takes steps.", "no table is found"],
    ['{"x": [1, 2]}', "JSON"],
    ["<table><tr><td>1</td></tr></table>", "HTML"],
    ["name,town\nAnn,Rome\nBob,Bern", "no "],
  ]) {
    await paper(page).fill(text);
    await expect(editor(page).locator("#data-error")).toContainText(says);
    await expect(button(page, "Use this data")).toBeHidden();
    await expect(paper(page)).toHaveAttribute("aria-invalid", "true");
  }
  await paste(page, "x\n1\n2\n");
  await button(page, "Use this data").click();
  await expect(editor(page).getByText("A fit needs two columns of numbers")).toBeVisible();
  await paper(page).fill("");
  await expect(editor(page).locator("#data-error")).toBeEmpty();
  expect(await element(page).evaluate((figure) => figure.link)).toBe(before);
});

test("files and texts can be dropped, in any coding", async ({ page }) => {
  await openEditor(page);
  const latin = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const wide = (text) => Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]);
  const utf8 = (text) => new TextEncoder().encode(text);
  for (const [name, coded] of [["Größe", utf8], ["Länge", latin], ["Stück", wide]]) {
    await drop(page, { name: "own.csv", bytes: coded(`${name};y\n1,5;2\n2,5;4\n`) });
    await expect(editor(page).locator("thead th").nth(1)).toHaveText(`${name}numbers`);
  }
  await drop(page, { text: "a b\n1 2\n3 5\n" });
  await expect(paper(page)).toHaveValue(/1 2/);
  await expect(editor(page).locator("thead th").nth(1)).toHaveText("anumbers");
});

test("a file of a hundred thousand rows is read in pieces", async ({ page }) => {
  await openEditor(page);
  const rows = Array.from({ length: 100_000 }, (_, i) => `${i},${2 * i + 1 + (i % 4 % 3 ? -1 : 1)}`);
  rows[70_000] = "70000,NA";
  await editor(page).locator("input[type=file]").setInputFiles({ name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(`x,y\n${rows.join("\n")}\n`) });
  await expect(editor(page).getByText("100,000 rows and 2 columns")).toBeVisible({ timeout: 20_000 });
  await expect(editor(page).locator(".data-left-out li")).toHaveText(["Line 70,002: “y” is missing."]);
  await button(page, "Use this data").click();
  await expect(page.locator("#page-data .note")).toContainText("99,999 rows");
});

test("everything works by keyboard, and Escape closes", async ({ page }) => {
  await openEditor(page);
  await page.keyboard.insertText("id,size,price\n7,1,3\n3,2,5\n9,4,8\n");
  await expect(button(page, "Use this data")).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.outerHTML.slice(0, 60));
  const passed = [];
  for (let count = 0; count < 12 && !passed.some((html) => html.includes("use")); count += 1) {
    await page.keyboard.press("Tab");
    passed.push(await focused());
  }
  expect(passed.filter((html) => html.includes("checkbox"))).toHaveLength(2);
  expect(passed.some((html) => html.includes("type=\"file\""))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeHidden();
  await expect(page.getByLabel("Data", { exact: true }).first()).toBeFocused();
  // What was read is still there.
  await page.getByLabel("Data", { exact: true }).first().selectOption({ label: "Own data…" });
  await expect(button(page, "Use this data")).toBeVisible();
});

test("the editor is not loaded before it is asked for", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page, "cost=regression");
  expect(asked.filter((path) => path.includes("editor"))).toEqual([]);
  await page.getByLabel("Data", { exact: true }).first().selectOption({ label: "Own data…" });
  await expect(paper(page)).toBeVisible();
  expect(asked.some((path) => path.endsWith("editors/data.js"))).toBe(true);
});

test("on a phone it is no wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEditor(page);
  await paste(page, FLATS);
  await drawn(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const box = await editor(page).boundingBox();
  expect(box.x + box.width).toBeLessThanOrEqual(390);
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openEditor(page);
    await paste(page, FLATS);
    for (const text of [null, "no table"]) {
      if (text) await paper(page).fill(text);
      if (text) await expect(editor(page).locator("#data-error")).toContainText("no table");
      await drawn(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    }
  });
}
