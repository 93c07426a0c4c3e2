// What was measured, as the tables of docs/performance.md.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const [BEGIN, END] = ["<!-- written by `make bench` -->", "<!-- end of what `make bench` writes -->"];
const OURS = "Downhill";

/** @typedef {{ title: string, measured: string, limit?: string, kept?: boolean }} Limit what has no limit is only told */

/** The number below which such a part of them lies. @param {number[]} numbers @param {number} part */
export const quantile = (numbers, part) => numbers.toSorted((one, other) => one - other)[Math.floor(part * (numbers.length - 1))];

const median = (/** @type {number[]} */ numbers) => quantile(numbers, 0.5);

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 1e-3) return `${(milliseconds * 1e6).toPrecision(3)} ns`;
  if (milliseconds < 1) return `${(milliseconds * 1e3).toPrecision(3)} µs`;
  return `${milliseconds < 1000 ? milliseconds.toPrecision(3) : milliseconds.toFixed(0)} ms`;
}

const times = (/** @type {number} */ ratio) => (ratio >= 100 ? ratio.toFixed(0) : String(Number(ratio.toPrecision(3))));
const answer = (/** @type {boolean} */ reached) => (reached ? "yes" : "**no**");
const line = (/** @type {string[]} */ ...cells) => `| ${cells.join(" | ")} |`;

/** Downhill beside a rival, by the fastest of the rival's ways. */
function compared(ours, rows, target) {
  const right = rows.filter(({ problem }) => !problem);
  if (right.length === 0) return [rows[0].rival, "", rows[0].problem, "", "", "", ""];
  const fastest = right.reduce((best, row) => (median(row.times) < median(best.times) ? row : best));
  const ratios = [median, (numbers) => Math.min(...numbers)].map((of) => of(fastest.times) / of(ours.times));
  const goal = target === undefined ? ["", ""] : [times(target), answer(ratios[0] >= target)];
  const name = fastest.variant ? `${fastest.rival}, ${fastest.variant}` : fastest.rival;
  return [name, ...[ours, fastest].map((row) => duration(median(row.times))), ...ratios.map(times), ...goal];
}

/** @param {import("./run.js").Result[]} results */
function ratios(results) {
  const rows = results.flatMap(({ title, targets, rows: found }) => {
    const [ours] = found;
    return Object.entries(targets).map(([rival, target], index) => {
      const rows = found.filter((row) => row.rival === rival);
      return line(index === 0 ? title : "", ...compared(ours, rows, target));
    });
  });
  return [
    line("what", "against", OURS, "rival", "times as fast", "by the least", "wanted", "reached"),
    line("---", "---", "---:", "---:", "---:", "---:", "---:", "---"),
    ...rows,
  ].join("\n");
}

/** @param {Limit[]} limits */
function limited(limits) {
  const rows = limits.map(({ title, measured, limit = "", kept }) => line(title, measured, limit, kept === undefined ? "" : answer(kept)));
  return [line("what", "measured", "at most", "kept"), line("---", "---:", "---:", "---"), ...rows].join("\n");
}

/** A result whose own time is limited. @param {import("./run.js").Result} result @param {number} most @returns {Limit} */
export function limitOf({ title, rows: [ours] }, most) {
  const time = median(ours.times);
  return { title, measured: duration(time), limit: duration(most), kept: time <= most };
}

/** @param {{ results: import("./run.js").Result[], limits: Limit[], version: string, seconds: number }} measured @param {boolean} all */
export function write({ results, limits, version, seconds }, all) {
  const where = `Chromium ${version.split(".")[0]} without a window and without a graphics card, a machine with ${availableParallelism()} cores (${process.arch}); ${Math.round(seconds / 60)} minutes.`;
  const text = [where, ratios(results), limited(limits)].join("\n\n");
  console.log(`\n${text}`);
  if (!all) return;
  const page = readFileSync(PAGE, "utf8");
  const [before, after] = [page.slice(0, page.indexOf(BEGIN) + BEGIN.length), page.slice(page.indexOf(END))];
  writeFileSync(PAGE, `${before}\n${text}\n${after}`);
}
