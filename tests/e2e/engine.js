// The engine itself, without a page: what the texts say is asked of it directly.
import { readFileSync } from "node:fs";
import * as glue from "../../dist/downhill.js";

const { default: init, Lab } = glue;
const file = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const first = await init({ module_or_path: file("downhill_bg.wasm") });
if ("rest" in glue) await WebAssembly.instantiate(file(glue.rest), glue.lent(first));

/** Does something with the figure of a link, at its first iteration. */
export function figure(link, work) {
  const lab = new Lab();
  try {
    const problems = lab.load(link);
    if (problems.length > 0) throw new Error(`${link}: ${problems[0].message}`);
    return work(lab);
  } finally {
    lab.free();
  }
}

/** The readout after so many steps, or at the end of every run. */
export function walk(link, steps = 1_000_000) {
  return figure(link, (lab) => {
    lab.advance(steps);
    return lab.readout();
  });
}

/** J at a point. */
export const cost = (link, ...at) => figure(link, (lab) => {
  lab.startAt(Float64Array.from(at));
  return lab.readout().cost;
});

/** J at each iteration from the first to this one. */
export function costs(link, last) {
  return figure(link, (lab) => Array.from({ length: last + 1 }, (_, at) => {
    if (at > 0) lab.advance(1);
    return lab.readout().cost;
  }));
}
