/**
 * The public contract of `<gradient-descent>`, version 1: what a page may rely on. A release has it as
 * gradient-descent.d.ts, with the settings of the engine's table (tools/package.js).
 */

/** Why a run stopped; `null` while it goes on, and at iteration 0 until a step is tried. */
export type Stopped = null | "converged" | "diverged" | "step limit";

/** One run at one iteration. Coordinates and partial derivatives stand under the parameters' names, in their order. */
export interface RunReadout {
  iteration: number;
  point: Record<string, number>;
  cost: number;
  gradient: Record<string, number>;
  gradientNorm: number;
  stopped: Stopped;
}

/** A flag the reader planted, and how far from it the selected run stands. */
export interface Guess { point: Record<string, number>; distance: number }

/** Where steps by hand have led. */
export interface Hand { point: Record<string, number>; cost: number; steps: number }

/** All numbers of one moment: the first run at the shared iteration, then every run. */
export interface Readout extends RunReadout {
  alpha: number;
  rule: string;
  guess: Guess | null;
  hand: Hand | null;
  runs: RunReadout[];
}

/** A setting that could not be used; `column` is where a formula goes wrong. */
export interface Problem { key: string; value: string; message: string; column?: number }

/** A figure that a page can store: its settings as texts. */
export interface State { version: 1; settings: Record<string, string> }

/** The element's own events. All bubble. */
export interface GradientDescentEventMap {
  /** The figure stands. */
  ready: CustomEvent<Readout>;
  /** The clock moved: once for a call, or once for a frame of a longer one. */
  step: CustomEvent<Readout>;
  /** Every run has ended. */
  stop: CustomEvent<Readout>;
  /** A setting changed, by the reader or by the page. */
  change: CustomEvent<Readout>;
  /** A setting could not be used. */
  problem: CustomEvent<Problem>;
}

/** A live figure of gradient descent. Its attributes are the settings, input only and live. */
export declare class GradientDescent extends HTMLElement {
  /** Settles with the first readout, once the figure stands. */
  get ready(): Promise<Readout>;
  /** All numbers of this moment, a fresh copy; undefined before `ready`. */
  get readout(): Readout | undefined;
  /** Query text that rebuilds this figure; setting it opens another. */
  link: string;
  /** What a page can store; setting it opens that figure. */
  state: State;
  /** Moves so many iterations forward. */
  step(count?: number): Promise<Readout>;
  /** Moves so many iterations back. */
  back(count?: number): Promise<Readout>;
  /** Plays; settles when every run has ended, or at a pause. */
  run(): Promise<Readout>;
  /** Stops playing. */
  pause(): Promise<Readout>;
  /** Back to iteration 0. */
  reset(): Promise<Readout>;
  /** One run from this point, a number for each parameter. */
  startAt(at: Iterable<number>): Promise<Readout>;
  /** One more run, from this point. */
  addStart(at: Iterable<number>): Promise<Readout>;
  /** Some settings anew, the rest stays; `null` means the default. */
  set(settings: object): Promise<Readout>;
  /** Shows what went wrong as the figure does of its own, and sends `problem`. */
  report(problem: Problem): Promise<Readout>;

  addEventListener<Name extends keyof GradientDescentEventMap>(type: Name, listener: (this: GradientDescent, event: GradientDescentEventMap[Name]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof GradientDescentEventMap>(type: Name, listener: (this: GradientDescent, event: GradientDescentEventMap[Name]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}
