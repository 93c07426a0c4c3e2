// A page of a teacher who writes TypeScript: everything here must be known, and the marked lines refused.
import { GradientDescent, type Problem, type Readout, type Settings, type State } from "gradient-descent-element";

const figure: GradientDescent = document.createElement("gradient-descent");
const found: GradientDescent | null = document.querySelector("gradient-descent");

const settings: Settings = { cost: "himmelblau", alpha: "0.01", theme: "dark" };
for (const [key, value] of Object.entries(settings)) figure.setAttribute(key, value);
// @ts-expect-error no such theme
const wrong: Settings = { theme: "loud" };
// @ts-expect-error no such setting
const misspelt: Settings = { costs: "bowl" };

figure.addEventListener("step", ({ detail }) => {
  const readout: Readout = detail;
  const { iteration, cost, point }: { iteration: number; cost: number; point: Record<string, number> } = readout;
  console.log(iteration + cost, point.w, readout.runs[0].gradientNorm);
});
figure.addEventListener("change", (event) => console.log(event.detail.alpha.toFixed(3)));
figure.addEventListener("problem", ({ detail }: CustomEvent<Problem>) => console.log(detail.key, detail.column ?? 0));
figure.addEventListener("click", (event) => console.log(event.clientX));
// @ts-expect-error a step has a readout, not a problem
figure.addEventListener("step", ({ detail }) => console.log(detail.message));

async function lecture(): Promise<void> {
  const first: Readout = await figure.ready;
  if (first.stopped === "converged") await figure.reset();
  await figure.step();
  await figure.step(10);
  await figure.back(2);
  await figure.startAt([1, 2]);
  await figure.addStart(new Float64Array([0, 0.5]));
  // @ts-expect-error numbers, not words
  await figure.startAt(["1", "2"]);
  const end = await figure.run();
  await figure.pause();
  const stopped: null | "converged" | "diverged" | "step limit" = end.stopped;
  await figure.set({ alpha: "0.02", rule: null });
  const kept: State = figure.state;
  figure.state = { version: 1, settings: { cost: "bowl" } };
  figure.link = "cost=bowl";
  await figure.report({ key: "course", value: "", message: "The course says no." });
  // @ts-expect-error the readout is read only
  figure.readout = end;
  console.log(stopped, kept.settings.cost, figure.readout?.iteration, found?.link);
}

lecture().catch((failure: unknown) => console.error(failure));
console.log(wrong, misspelt, new GradientDescent());
