// Plays the whole lesson: by keyboard alone on a desktop, with a finger on a phone.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./figure.js";
import { finger, keyboard } from "./hands.js";
import { contents, openLesson, part, PLAYS, read, standing, words } from "./lesson.js";

// A whole chapter, each of its tab stops on the way.
test.setTimeout(120_000);
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const handOf = ({ project }) => (project.use.hasTouch ? finger : keyboard);

async function expectNoViolations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

/** Chooses each answer in turn, the right one last, and reads what the page says to it. */
async function answerAll(hand, page, name, { choices }) {
  const texts = (await part(page, name).locator("label").allInnerTexts()).map((text) => text.trim());
  const order = choices.map((_, index) => index).sort((one, other) => Number(choices[one].right ?? 0) - Number(choices[other].right ?? 0));
  for (const index of order) {
    await hand.choose(page, texts[index], index);
    await pressIn(hand, page, name, words["lesson-check"]);
    const verdict = words[choices[index].right ? "lesson-right" : "lesson-wrong"];
    await expect(part(page, name).locator(".feedback")).toContainText(verdict);
    await expect(part(page, name).locator(".feedback")).not.toContainText(/[{}]|NaN|undefined/);
  }
}

/** A button of one card: the keyboard comes from inside it, a finger finds it there. */
async function pressIn(hand, page, name, label) {
  if (hand === finger) await part(page, name).getByRole("button", { name: label }).tap();
  else await hand.press(page, label);
}

contents.forEach((entry, index) => {
  test(`chapter ${index + 1}, ${entry.title}: predict, run, say why, try, answer`, async ({ page }, info) => {
    const hand = handOf(info);
    const chapter = read(entry.id);
    const play = PLAYS[entry.id];
    await openLesson(page, `#chapter-${index + 1}`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(entry.title);
    await expect(page.locator(".idea").first()).not.toContainText(/[{}]|NaN|undefined/);

    await expect(part(page, "why")).toBeHidden();
    if (play.predict) await play.predict(hand, page);
    else await hand.choose(page, (await part(page, "predict").locator("label").first().innerText()).trim(), 0);
    await hand.press(page, words["lesson-run"]);
    const result = part(page, "predict").locator(".result");
    await expect(result).toBeFocused();
    await expect(result.locator("dt")).toHaveText(["lesson-predicted", "lesson-outcome", "lesson-between"].map((key) => words[key]));
    await expect(result).not.toContainText(/[{}]|NaN|undefined/);

    await answerAll(hand, page, "why", chapter.why);
    if (chapter.try.figure) {
      await hand.press(page, words["lesson-set-up"]);
      await standing(page);
    }
    const noticed = part(page, "try").locator(".feedback");
    await expect(noticed).toBeEmpty();
    await play.attempt(hand, page);
    await expect(noticed).toContainText(words["lesson-done"]);
    await expect(noticed).not.toContainText(/[{}]|NaN|undefined/);
    await answerAll(hand, page, "question", chapter.question);
    await expectNoViolations(page);
  });
});

test("skip and show me works in every chapter", async ({ page }) => {
  for (const [index] of contents.entries()) {
    await openLesson(page, `?chapters=${index + 1}`);
    await page.getByRole("button", { name: words["lesson-skip"] }).click();
    const result = part(page, "predict").locator(".result");
    await expect(result).toContainText(words["lesson-skipped"]);
    await expect(result).not.toContainText(/[{}]|NaN|undefined/);
    await expect(part(page, "why")).toBeVisible();
  }
});
