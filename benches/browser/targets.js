// What is measured, in the order of the table, and how many times as fast as each rival Downhill is to be.
// A rival with no number is there to be known. `native` rows: how to make ready, what to time and how
// often in a row, what comes out.

/** @typedef {{ rival: string, ready: string[], order: string, check?: string, units?: number }} NativeRow */
/** @typedef {{ id: string, title: string, targets: Record<string, number | undefined>, native?: NativeRow[], most?: number, byClock?: boolean }} Measured `most`: milliseconds; `byClock`: others than the page's thread work as well */

const HIMMELBLAU = "typed (x^2+y-11)^2 + (x+y^2-7)^2";
const ENGINE = "the engine, native";
const WALK_BY_HAND = "a loop by hand, native";
const BY_HAND = "128 bits wide by hand, native";

/** @param {number} side */
const nativeGrid = (side) => ({ rival: ENGINE, ready: [HIMMELBLAU], order: `sample ${side} 5`, check: "sum-of-values" });

/** A canvas page by hand: at most 1.15 times its time. */
const REDRAW = { "Plotly contour": 12, "Observable Plot": 12, "a canvas page by hand": 1 / 1.15 };

/** @type {Measured[]} */
export const MEASURED = [
  { id: "rows-100", title: "(a) A step of gradient descent on 100 rows, tested for rest", targets: { "tuned JavaScript": 50, fmin: undefined } },
  { id: "rows-100000", title: "(a) The same on 100,000 rows", targets: { "tuned JavaScript": 1000, fmin: undefined } },
  { id: "rows-100000-kept", title: "(a) The same, tested in every way and kept", targets: { "tuned JavaScript": undefined, fmin: undefined } },
  {
    id: "descent",
    title: "(b) A step of gradient descent on Himmelblau's function, tested for rest",
    // At most 1.1 times its time.
    targets: { "tuned JavaScript": 1 / 1.1, fmin: undefined, [WALK_BY_HAND]: undefined },
    native: [{ rival: WALK_BY_HAND, ready: [], order: "walk-by-hand 10000 0.025 0.25 -0.5", units: 10_000 }],
  },
  {
    id: "descent-kept",
    title: "(b) The same, tested in every way and kept",
    targets: { "tuned JavaScript": undefined, fmin: undefined, [ENGINE]: undefined },
    native: [{ rival: ENGINE, ready: [HIMMELBLAU], order: "walk 10000 0.025 0.25 -0.5", units: 10_000 }],
  },
  {
    id: "grid-512",
    title: "(c) Himmelblau's function from typed text on 512² points",
    targets: { "tuned JavaScript": 1.6, "new Function": 2, mathjs: 300, [ENGINE]: undefined },
    native: [nativeGrid(512)],
  },
  { id: "grid-1024", title: "(c) The same on 1024² points", targets: { "tuned JavaScript": 1.6, "new Function": 2, [ENGINE]: undefined }, native: [nativeGrid(1024)] },
  { id: "fitted-grid-512", title: "(c) Regression on 100 rows on 512² points", targets: { "tuned JavaScript": 50 } },
  { id: "fitted-grid-1024", title: "(c) The same on 1024² points", targets: { "tuned JavaScript": 50 } },
  { id: "lines", title: "(d) 20 joined contour lines on 512² points", targets: { "tuned JavaScript": 1.25, "d3-contour": 30 } },
  {
    id: "basins",
    title: "(e) Basins of Himmelblau's function from typed text, 512² starts",
    // Within 1.3 times its time.
    targets: { "tuned JavaScript": 1.5, [BY_HAND]: 1 / 1.3, [ENGINE]: undefined },
    native: [
      { rival: BY_HAND, ready: [], order: "basins-by-hand 512 5 0.01", check: "sum-of-ends-by-hand 512 5 0.01" },
      { rival: ENGINE, ready: [HIMMELBLAU], order: "basins 512 5 0.01", check: "sum-of-ends" },
    ],
  },
  { id: "redraw", title: "(f) A full redraw at 800 × 600, everything computed anew", targets: REDRAW },
  { id: "redraw-by-clock", title: "(f) The same by the clock, canvases painted", targets: REDRAW, byClock: true },
  { id: "text-2", title: "From text to the first 256 values, two variables", targets: { mathjs: undefined }, most: 1 },
  { id: "text-12", title: "The same, some 500 characters and twelve variables", targets: { mathjs: undefined }, most: 3 },
];
