/** What the figure's modules and the wasm handle `Lab` say to each other. */

import type { Problem, Readout, Stopped } from "../contract.d.ts";
export type { Guess, Hand, Problem, Readout, RunReadout, Stopped } from "../contract.d.ts";

export interface Choice { id: string; name: string; explains: string }
export interface Setting { key: string; allowed: string; default: string; help: string; choices: Choice[] }
export interface Tables { costs: Choice[]; data: Choice[]; rules: Choice[]; keys: string[]; instruments: Choice[] }

export interface ParameterWords {
  name: string; display: string; math: string; spoken: string; unit: string;
  value: number; text: string;
  partial: number; partialText: string; partialMath: string;
  start: number;
}

/** One parameter's update: the rule and its numbers as MathML fragments, and both in words. */
export interface UpdateWords { rule: string; numbers: string; spoken: string }

export interface RunWords {
  number: number; selected: boolean; iteration: number; stopped: Stopped;
  values: string; cost: string; verdict: string;
}

/** One moment of the figure, as words and numbers ready to show. */
export interface Figure {
  cost: string; data: string; rule: string;
  name: string; teaches: string; source: string;
  math: string; mathSpoken: string;
  parameters: ParameterWords[];
  axes: [string, string];
  costText: string; gradientNormText: string; toleranceText: string;
  flatness: number;
  update: UpdateWords[];
  updateNote: string;
  runs: RunWords[]; selected: number;
  iteration: number; furthest: number; finished: boolean;
  verdict: string;
  caption: string; chartCaption: string; dataCaption: string;
  description: string; live: string;
  alpha: number; alphaRange: [number, number];
  hasData: boolean; modelSettings: string[]; square: boolean; oneParameter: boolean; canUndo: boolean; isExample: boolean;
}

export type LineHandle = "left" | "middle" | "right";

/** What the engine can draw (`NAMES` in src/figure/picture.rs). */
export type Picture =
  | "ground" | "walk" | "costs" | "data"
  | `slice-${number}` | "step-length"
  | "hill" | "hill-walk"
  | "small-ground" | "rule-1" | "rule-2" | "half-step" | "starts"
  | "rate-1" | "rate-2" | "rate-3" | "rate-4" | "rate-curve"
  | "apart" | "slopes" | "excess"
  | "compass"
  | "plane"
  | "bowl-measured" | "bowl-standardised"
;

/** One slice: J along a parameter, the others frozen at the walker. */
export interface SliceWords {
  display: string; spoken: string; value: number; low: number; high: number; slope: string; sentence: string;
}
export interface SlicesWords { caption: string; offer: string; slices: SliceWords[] }

/** α, the slope and the length of the step, as texts. */
export interface StepLengthWords {
  alpha: string; slope: string; length: string; note: string; caption: string; sentence: string;
  isEmpty: boolean; iteration: number; computed: number;
}

/** The plane through start, now and minimum; `nothing` says why there is none. */
export interface PlaneWords {
  nothing: string; points: { name: string; cost: string; along: string; across: string }[];
  third: string; side: string; caption: string;
}

/** What standardising does to the ground of a model on data; `nothing` says why there is nothing to compare. */
export interface BowlsWords {
  nothing: string; both: { name: string; condition: string; stretch: string; largestRate: string; steps: string }[];
  meaning: string; holds: string; caption: string; isStandardised: boolean;
}

/** The sums behind a step: a table for data costs, formulas with the numbers put in for others. */
export interface SumsColumn { head: string; how: string; unit: string; parameter?: number }
export interface SumsRow { head: string; cells: string[] }
export interface PartialWords { rule: string; numbers: string; result: string; spoken: string }
export interface SumsWords {
  caption: string; columns: SumsColumn[]; rows: SumsRow[]; sum?: SumsRow;
  partials: PartialWords[]; note: string; next: string;
}

/** What can stand alone as SVG (`SHEETS` in src/figure/svg.rs). */
export type Sheet = "map" | "hill" | "costs" | "data";

/** What is said of the hill; `version` changes when its still part must be drawn anew. */
export interface HillWords {
  absent: string; caption: string; description: string;
  turn: number; tilt: number; version: string;
}

/** Simultaneous and sequential updates compared, as words and numbers. */
export interface TwoRules {
  /** Why there is nothing to compare, or empty. */
  nothing: string;
  rules: { name: string; place: string; step: string; lines: UpdateWords[] }[];
  second: string; verdict: string;
  outcomes: { name: string; count: number }[];
  starts: string; hasDifferent: boolean;
}

/** Learning rates, as words and numbers; an α that was not found is NaN. */
export interface Rates {
  known: boolean;
  four: { name: string; alpha: number; text: string; does: string; place: string }[];
  progress: string; present: string; edges: string[]; note: string;
}

export interface TwinsWords {
  caption: string; distances: string; verdict: string; ownPair: boolean;
  runs: { number: number; start: string; place: string; cost: string; end: string }[];
}

export interface RainWords {
  caption: string; status: string; others: string[]; behind: boolean; valleys: ValleyWords[];
}

/** A valley with what came to it; its number, from 0, tells its colour. */
export interface ValleyWords {
  number: number; place: string; cost: string; count: number; share: string;
}

export interface BasinsWords {
  /** Why there are none; empty if there are. */
  nothing: string; caption: string; valleys: ValleyWords[]; others: string[];
}

export interface StoppingWords {
  run: number; first: string; now: string; tolerance: string; part: number; gap: string;
  verdict: string; slopeCaption: string; excessCaption: string; answer: string;
  /** Whether a chart has nothing to show. */
  noSlope: boolean; noExcess: boolean;
}

/** The slope where the compass points; angles in degrees, `off` and `steepest` undefined on flat ground. */
export interface Compass {
  direction: number; slope: number; steepest: number | undefined; off: number | undefined; found: boolean; marked: boolean;
  stepLength: number; reading: string; slopeText: string; place: string; step: string; answer: string;
  caption: string; against: string; steps: number; canStep: boolean;
}

export interface MathWords { math: string; spoken: string }

/** A text read as a formula: what it is, or where and why it is none. */
export interface FormulaReading {
  /** In order; none if it is no formula. */
  parameters: { name: string; display: string }[];
  /** Where it stops being one, in characters from 1, and how many are wrong. */
  column?: number; length?: number; message?: string;
  /** What was probably meant, and why; a whole text that is a formula. */
  hint?: string; suggestion?: string;
}

/** The wasm handle: one session of the engine. Places and sizes are CSS pixels. */
/** What was understood of a pasted table: sentences, its columns and first rows, and the columns chosen at first. */
export interface ReadTable {
  understood: string[];
  columns: { name: string; unit: string; holds: string; isNumeric: boolean }[];
  rows: { line: number; cells: string[] }[];
  x: number[]; y: number | null;
}
export interface Refused { error: string }
export interface TableChoice { summary: string; leftOut: string[] }
/** The points of the data plot while they are edited: the chosen one, from 0, in words and with its numbers. */
export interface PointsWords {
  chosen: number | null; count: number; sentence: string;
  fields: { name: string; value: string }[];
  help: string;
}
/** What was done with a point, or why it was not; one of both is empty. */
export interface PointDone { said: string; refused: string }
export type UsedTable = { problems: Problem[] } | Refused;

export interface Lab {
  free(): void;
  tables(): Tables;
  reference(): Setting[];
  load(query: string): Problem[];
  /** As a host page does; nothing given means the default. */
  set(key: string, value?: string | null): Problem[];
  /** As the reader does: it can be undone. */
  edit(key: string, value: string): Problem[];
  /** Another cost, formula or data set, opened at its defaults. */
  choose(key: string, value: string): Problem[];
  /** Takes a piece of a pasted text; gives whether more may come. */
  pasteTable(piece: string): boolean;
  /** Reads the pieces as a table. */
  readTable(): ReadTable | Refused;
  tableChoice(x: Uint32Array, y: number): TableChoice | Refused;
  /** Opens the figure of the chosen columns, as the reader does. */
  useTable(x: Uint32Array, y: number): UsedTable;
  /** Changes nothing of the figure. */
  readFormula(text: string): FormulaReading;
  /** Undefined if it is no formula. */
  typesetFormula(text: string): { cost: MathWords; partials: MathWords[] } | undefined;
  formulaExamples(): { name: string; text: string }[];
  /** Ends a drag or a row of edits, so that the next is undone on its own. */
  settle(): void;
  setting(key: string): string;
  settings(): Record<string, string>;
  link(): string;
  figure(): Figure;
  readout(): Readout;
  advance(steps: number): number;
  seek(iteration: number): void;
  reset(): void;
  select(run: number): void;
  moveStart(run: number, at: Float64Array): void;
  startAt(at: Float64Array): void;
  /** Whether there was room for it. */
  addStart(at: Float64Array): boolean;
  removeStart(run: number): void;
  randomStart(): void;
  zeroStart(): void;
  undo(): boolean;
  example(): void;
  /** Whether a layer, panel or instrument is shown. */
  shows(id: string): boolean;
  /** From now on formulas are compiled, where the page's policy allows it. */
  compile(): void;
  /** Whether it is asked for, be it hidden by the fog. */
  asks(id: string): boolean;
  compass(): Compass;
  turnTowards(x: number, y: number): void;
  turnBy(degrees: number): void;
  /** Where the knob of the dial stands; undefined where there is no dial. */
  knobPlace(): Float64Array | undefined;
  /** Whether there was a step to take. */
  stepByHand(): boolean;
  takeHandBack(): void;
  clearHand(): void;
  draw(picture: Picture, canvas: HTMLCanvasElement, width: number, height: number, ratio: number, theme: string, text?: number): void;
  groundVersion(): string;
  twins(): TwinsWords;
  /** Two runs and no other: the cost's own twins, if it has a pair a hair apart. */
  twinStarts(): void;
  twinBeside(): void;
  /** Undefined where it does not rain. */
  rain(): RainWords | undefined;
  /** Computes a slice of rain that is behind the clock. */
  catchRain(): void;
  /** Takes about so many steps towards the basins of the map; whether there is more to do. */
  workBasins(steps: number): boolean;
  /**
   * A pixel for each start on the canvas; left, top, width and height of the place under the map's lines
   * that the canvas is to fill. Undefined where there are none.
   */
  drawBasins(canvas: HTMLCanvasElement, width: number, height: number, ratio: number, theme: string, text?: number): Float64Array | undefined;
  /** Changes whenever the basins are others, or finer. */
  basinsVersion(): string;
  basins(): BasinsWords;
  stopping(): StoppingWords;
  pick(x: number, y: number): Float64Array | undefined;
  startNear(x: number, y: number): number | undefined;
  /** Where a run's start stands on the map; undefined outside the plot. */
  startPlace(run: number): Float64Array | undefined;
  /** Where the flag of a guess stands on the map; undefined if it is not planted or out of sight. */
  guessPlace(): Float64Array | undefined;
  plantGuess(at: Float64Array): void;
  nudgeGuess(dx: number, dy: number): void;
  gripMap(x: number, y: number): void;
  /** Why the window stays where it is, or an empty text. */
  pullMap(x: number, y: number, factor: number): string;
  mapFocus(): Float64Array | undefined;
  wholeMap(): void;
  coverMap(left: number, top: number, width: number, height: number): void;
  isWholeMap(): boolean;
  windowText(): string;
  nudge(run: number, dx: number, dy: number): void;
  lineHandleNear(x: number, y: number): LineHandle | undefined;
  /** Where a handle of the fitted line stands on the data plot. */
  linePlace(handle: LineHandle): Float64Array | undefined;
  holdLine(handle: LineHandle, y: number): void;
  dragLine(y: number): void;
  /** Why points cannot be edited; empty where they can. */
  pointsBarred(): string;
  editPoints(on: boolean): void;
  /** Undefined while none are edited. */
  points(): PointsWords | undefined;
  pointPlace(): Float64Array | undefined;
  pointNear(x: number, y: number): boolean;
  /** Whether there was a point to take hold of. */
  pressPoint(x: number, y: number): boolean;
  dragPoint(x: number, y: number): PointDone;
  releasePoint(): PointDone;
  /** In the middle of the plot, if no place is given. */
  addPoint(x?: number, y?: number): PointDone;
  nudgePoint(right: number, down: number): PointDone;
  writePoint(column: number, text: string): PointDone;
  deletePoint(): PointDone;
  nextPoint(further: number): PointDone;
  /** The figure at its iteration as SVG text, dark on light; sizes are CSS pixels. */
  svg(picture: Sheet, width: number, height: number): string;
  /** One more run, from the selected start with the first two hidden units swapped; whether there was room for it. */
  swapUnits(): boolean;
  /** A Python program that walks as the selected run does; undefined where it could not be read. */
  snippet(): string | undefined;
  /** The data as CSV; empty without data. */
  dataCsv(): string;
  /** The whole figure as a text, however many rows it has. */
  stateFile(): string;
  /** Opens such a text, as the reader does; where it holds no figure nothing is changed. */
  openFile(text: string): UsedTable;
  pathHead(): string;
  /** Lines of the selected run's path as CSV, from one iteration to another. */
  pathRows(from: number, to: number): string;
  slices(): SlicesWords;
  tryBetweenAxes(): void;
  slicePlace(index: number): Float64Array | undefined;
  sliceHolds(index: number, x: number, y: number): boolean;
  slideTo(index: number, x: number): void;
  /** Takes about so many steps towards the third point; whether there is more to do. */
  workPlane(steps: number): boolean;
  plane(): PlaneWords;
  bowls(): BowlsWords;
  sums(): SumsWords;
  stepLength(): StepLengthWords;
  stepLengthPick(x: number): number | undefined;
  hill(): HillWords;
  /** The point of parameters on the hill under a place of its picture. */
  pickHill(x: number, y: number): Float64Array | undefined;
  /** Takes about so many steps; whether there is more to do. */
  workTwoRules(steps: number): boolean;
  twoRules(): TwoRules;
  nextDifferent(): Float64Array | undefined;
  pickStart(x: number, y: number): Float64Array | undefined;
  workRates(steps: number): boolean;
  rates(): Rates;
  pickRate(x: number): number | undefined;
  ratePlace(): Float64Array | undefined;
  neighbourRate(places: number): number | undefined;
}

/** A sentence of the reader's language: its key, and values for its {gaps}. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** A piece of the figure: its box, and how it shows the present moment. */
export interface Part { root: HTMLElement; show(figure: Figure): void }
