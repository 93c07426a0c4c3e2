// The lesson's own texts, and how each chapter is played: one row a chapter.
import { readFileSync } from "node:fs";
import { drawn, element, expect } from "./figure.js";

const folder = new URL("../../www/locales/lesson/", import.meta.url);
export const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
export const contents = read("contents");
export const words = JSON.parse(readFileSync(new URL("../en-lesson.json", folder), "utf8"));

/** The page at a chapter, its figure standing. */
export async function openLesson(page, address = "") {
  await page.goto(`learn.html${address}`);
  await standing(page);
}

export async function standing(page) {
  await element(page).evaluate((figure) => figure.ready);
  await drawn(page);
}

export const part = (page, name) => page.locator(`.part.${name}`);

/** Waits until a walk that a hand started has ended. */
export async function ended(page) {
  await expect.poll(() => element(page).evaluate((figure) => figure.readout.runs.every(({ stopped }) => stopped))).toBe(true);
}

/** To the end of every run, unless they stand there already. */
async function runs(hand, page) {
  const done = await element(page).evaluate((figure) => figure.readout.runs.every(({ stopped }) => stopped));
  if (!done) await hand.press(page, "To the end");
  await ended(page);
}

/**
 * How a reader predicts, and what a reader tries, with either hand.
 * `right` is whether the prediction made here is the one that comes true.
 */
export const PLAYS = {
  line: {
    predict: (hand, page) => hand.plant(page),
    async attempt(hand, page) {
      // From w 60, b 200 a good line is reached by its right end going up and its left end down.
      await hand.lift(page, /^Right end/, 36);
      await hand.lift(page, /^Left end/, -12);
    },
  },
  contours: {
    async attempt(hand, page) {
      for (const [w, b] of [["2.5", "1.5"], ["0.5", "-0.5"]]) {
        await hand.fill(page, "Start, w", w);
        await hand.fill(page, "Start, b", b);
      }
    },
  },
  curve: {
    predict: (hand, page) => hand.plant(page),
    async attempt(hand, page) {
      await hand.fill(page, "Start, w", "0.3");
      await runs(hand, page);
    },
  },
  "baby-step": {
    predict: (hand, page) => hand.slide(page, /^Think of a straight line/, 40),
    async attempt(hand, page) {
      // Down is at 106° here and turns to the left on the way.
      for (const direction of ["106", "112", "118"]) {
        await hand.fill(page, /^Direction/, direction);
        await hand.press(page, "Step this way");
      }
    },
  },
  freeze: {
    async attempt(hand, page) {
      await hand.fill(page, "Start, w", "0.9");
      await hand.fill(page, "Start, b", "-0.6");
    },
  },
  update: {
    async attempt(hand, page) {
      await hand.fill(page, "Learning rate alpha", "0.015");
      await hand.press(page, "One step");
    },
  },
  together: {
    async attempt(hand, page) {
      await runs(hand, page);
      await hand.select(page, "Update rule", "sequential");
      await runs(hand, page);
    },
  },
  rate: {
    predict: (hand, page) => hand.fill(page, "Learning rate alpha", "0.35"),
    async attempt(hand, page) {
      await hand.fill(page, "Learning rate alpha", "0.5");
      await runs(hand, page);
    },
  },
  starts: {
    async attempt(hand, page) {
      await hand.press(page, "Run 1");
      await hand.fill(page, "Start, w", "0.06");
      await hand.fill(page, "Start, b", "-0.02");
      await hand.press(page, "Run 2");
      await hand.fill(page, "Start, w", "-0.04");
      await hand.fill(page, "Start, b", "0.05");
      await runs(hand, page);
    },
  },
  stopping: {
    async attempt(hand, page) {
      await hand.fill(page, "Start, b", "0");
      await runs(hand, page);
    },
  },
  more: {
    async attempt(hand, page) {
      await hand.press(page, "At zero");
      await runs(hand, page);
    },
  },
  statement: {
    async attempt(hand, page) {
      await hand.fill(page, "Learning rate alpha", "0.05");
      await hand.press(page, "One step");
    },
  },
};
