/** A lesson as data: what the files in `locales/lesson/` hold. */

import type { Readout } from "../figure/types.d.ts";

/** A chapter in the table of contents; its place in the list is its number. */
export interface Entry { id: string; title: string; core: boolean; minutes: number }

/** A paragraph: text with {gaps} and *terms*, or a formula with its words. */
export type Paragraph = string | { math: string; spoken: string };

/** A number of the text, computed by the engine when the chapter opens. */
export interface Fact {
  /** The figure it is read from. */
  link: string;
  /** The iteration; without it the end of every run. */
  at?: number;
  /** Where in the readout, such as `runs.1.point.b`, or the name of a reading in readings.js. */
  read: string;
  /** Digits after the point, 0 if not given. */
  decimals?: number;
}

export interface Choice { text: string; right?: boolean; feedback: string }
export interface Question { ask: string; choices: Choice[] }

/** Some settings, by key; an empty text is the default. */
export type Settings = Record<string, string>;

export interface Prediction {
  /** A flag on the map, a sentence, a number, or a setting of the figure itself. */
  kind: "place" | "choice" | "number" | "setting";
  ask: string;
  /** Settings while predicting, on top of the chapter's figure. */
  before?: Settings;
  /** How many steps to run; without it to the end of every run. */
  run?: number;
  /** Settings once it has run. */
  after?: Settings;
  /** What came out, for the kinds `choice`, `number` and `setting`: text with gaps. */
  outcome?: string;
  /** The distance between prediction and result in words, where coordinates have different units. */
  between?: string;
  /** What happened, in a sentence or two. */
  result: string;
  choices?: { text: string; right?: boolean }[];
  /** Of a number: its range, its unit, and the fact it is compared with; of a setting its key and the fact. */
  least?: number; most?: number; step?: number; unit?: string; decimals?: number;
  key?: string;
  fact?: string;
}

export interface Task {
  ask: string;
  /** Another figure to try it on. */
  figure?: string;
  /** A condition of conditions.js, and what it is asked with. */
  done: [string, ...(number | string)[]];
  noticed: string;
}

export interface Chapter {
  idea: Paragraph[];
  figure: string;
  facts?: Record<string, Fact>;
  prediction: Prediction;
  why: Question;
  try: Task;
  question: Question;
  close?: Paragraph[];
  further?: Further;
}

/** What leads on from a chapter, with a figure of its own. */
export interface Further { place: string; title: string; idea: Paragraph[]; figure: string }

/** One moment of a live figure. */
export interface Moment { readout: Readout; settings: Settings }

/** What a reader has done in a chapter. */
export interface Answers {
  prediction?: { predicted: string; outcome: string; between: string; result: string; link: string };
  why?: number;
  tried?: boolean;
  question?: number;
}
