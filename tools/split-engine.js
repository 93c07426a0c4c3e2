// Splits the engine of a release in two, so that the start page's picture need not wait for all of it:
// - `downhill_bg.wasm`, the first program: what the start page's figure runs to be drawn;
// - `downhill_rest.wasm`, everything else, instantiated into the first: same memory, same tables.
//
// Which code is which is found anew in every build: the finished program opens that figure while it is
// watched (tools/observe.js). Then there are three sorts of functions:
// - "both": the first program has them, the rest imports them;
// - "rest": they did not run;
// - "cut": they ran, but a good part of them did not. The first program has a copy without that part.
// The last two are called by the first program through a slot of its function table. A slot holds
// the cut copy, or nothing, until the rest puts the function there in full. So a call of what is not
// there yet is a trap, at once and never a wrong result, and www/figure/first.js then waits for the
// rest. Constant data is split too (tools/split-data.js).
//
// Limits: one table of functions with one segment, as compilers make it, and no names in the program.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFirstPicture, OTHERS, WATCHED } from "./first-picture.js";
import { constants } from "./linker-map.js";
import { observe } from "./observe.js";
import { shortenNames } from "./short-names.js";
import { memoryImage, splitData } from "./split-data.js";
import { all, assemble, disassemble, inside, rewrite } from "./wat.js";

const REST = "downhill_rest.wasm";
/** A copy without what did not run has to be worth its slot, and the second time it is downloaded. */
const LEAST_CUT = 20;
const LEAST_CUT_PART = 0.12;
/** The rest's name for a page, and what the rest is given: the first program's exports, and its functions by their slots. */
const LENDING = `
export const rest = "${REST}";
export const lent = (first) => ({ first, slots: Array.from({ length: first.slots.length }, (_, slot) => first.slots.get(slot)) });
`;
const ALL = { maps: [...WATCHED.maps, ...OTHERS.maps], charts: [...WATCHED.charts, ...OTHERS.charts] };
/** Bytes at most behind the constants: what the program writes to, which stays. */
const OTHER_DATA = 64;
const OPTIMISE = ["-Oz", "--low-memory-unused"];

/** The folder's program becomes the first, the rest gets a file, and the glue tells its name. */
export async function splitEngine(folder) {
  const [glue, file] = [join(folder, "downhill.js"), join(folder, "downhill_bg.wasm")];
  const items = disassemble(readFileSync(file));
  shortenNames(items, [glue, join(folder, "downhill.d.ts")]);
  const program = assemble(items);
  const memory = memoryImage(items);
  const objects = constants();
  const last = objects.at(-1);
  const beyond = memory.start + memory.image.length - last.at - last.size;
  if (objects[0].at !== memory.start || Math.abs(beyond) > OTHER_DATA) throw new Error("The linker's map is of another program: build it by `make dist`.");
  /** The parts after watching some sizes, if the first draws as the whole engine does in all. */
  const divided = async (sizes) => {
    const { entered, read } = await observe(items, glue, memory, sizes);
    const parts = split(items, sortFunctions(items, entered), (code) => splitData(memory, objects, read, code));
    return (await sameIn(ALL, glue, program, parts.first)) ? parts : undefined;
  };
  const parts = (await divided(WATCHED)) ?? (await divided(ALL));
  if (!parts) throw new Error("The first program draws another picture.");
  writeFileSync(file, parts.first);
  writeFileSync(join(folder, REST), parts.rest);
  appendFileSync(glue, LENDING);
}

/** Whether two programs open and draw the figure alike. A program that traps draws nothing. */
async function sameIn(sizes, glue, ...programs) {
  try {
    const [one, other] = [await openFirstPicture(glue, programs[0], { sizes }), await openFirstPicture(glue, programs[1], { sizes })];
    return one === other;
  } catch (failure) {
    if (failure instanceof WebAssembly.RuntimeError) return false;
    throw failure;
  }
}

/** Every function by its name: what sort it is, in full, and without what did not run. */
function sortFunctions(items, entered) {
  let place = -1;
  const sorted = all("func", items).map((full) => {
    const begin = place + 1;
    const cut = rewrite(full, () => {
      const stay = entered.has((place += 1));
      return { put: stay ? [] : [["unreachable"]], stay };
    });
    const size = inside(full).length;
    const saved = size - inside(cut).length;
    // An empty function has no place to come by.
    const ran = place < begin || entered.has(begin);
    const sort = !ran ? "rest" : saved < LEAST_CUT || saved < LEAST_CUT_PART * size ? "both" : "cut";
    return [full[1], { sort, full, cut }];
  });
  return new Map(sorted);
}

const cutName = (name) => `${name}.cut`;
const signature = (func) => [...all("param", func), ...all("result", func)];
const callees = (code) => inside(code).filter(([head]) => head === "call" || head === "ref.func").map(([, name]) => name);

function split(items, functions, divide) {
  const sortOf = (name) => functions.get(name)?.sort ?? "both";
  const ofSort = (sort) => [...functions.values()].filter((one) => one.sort === sort);
  const firstCode = [...ofSort("both").map(({ full }) => full), ...ofSort("cut").map((one) => cutCopy(one, sortOf))];
  const restCode = [...ofSort("cut"), ...ofSort("rest")].map(({ full }) => full);

  const exported = all("export", items).filter(([, , [kind]]) => kind === "func").map(([, , [, name]]) => name);
  const jumped = [...new Set([...callees(firstCode), ...exported])].filter((name) => sortOf(name) !== "both");
  const shared = [...new Set(callees(restCode))].filter((name) => sortOf(name) === "both");
  const table = functionTable(items, [...jumped, ...shared]);
  const ran = [...ofSort("both"), ...ofSort("cut")].map(({ cut }) => cut);
  const { kept, moved } = divide({ all: all("func", items), kept: firstCode, ran });

  const inFirst = { both: (name) => name, cut: cutName, rest: () => undefined };
  const first = [
    ...items.filter(([kind]) => ["type", "import", "global", "memory", "export"].includes(kind)),
    ...all("table", items).map((one) => (one[1] === table.name ? table.item : one)),
    ...kept,
    ...table.segments((name) => inFirst[sortOf(name)](name)),
    ...lent(items, table).map(({ kind, name, as }) => ["export", as, [kind, name]]),
    ...firstCode,
    ...jumped.map((name) => jump(functions.get(name).full, table)),
  ];
  const rest = [
    ...all("type", items),
    ...lent(items, table).map(({ kind, name, as, type }) => ["import", '"first"', as, [kind, name, ...type]]),
    ...shared.map((name) => ["import", '"slots"', `"${table.number(name)}"`, ["func", name, ...signature(functionOf(items, functions, name))]]),
    ...moved,
    ...table.segments((name) => (sortOf(name) === "both" ? undefined : name)),
    ...restCode,
  ];
  return { first: assemble(first, ...OPTIMISE), rest: assemble(rest, ...OPTIMISE) };
}

/** A cut copy calls other cut copies straight: none of them runs any more once the rest is there. */
function cutCopy({ cut }, sortOf) {
  const copy = structuredClone(cut);
  copy[1] = cutName(copy[1]);
  for (const node of inside(copy)) if (node[0] === "call" && sortOf(node[1]) === "cut") node[1] = cutName(node[1]);
  return copy;
}

/** The table of functions, with a slot more for each that shall have one and has none. */
function functionTable(items, wanted) {
  const [segment] = all("elem", items);
  const [[[, name]], [[, start]]] = [all("table", segment), all("i32.const", segment)];
  const slots = segment.slice(segment.indexOf("func") + 1);
  slots.push(...wanted.filter((one) => !slots.includes(one)));
  const type = [String(Number(start) + slots.length), "funcref"];
  return {
    name,
    type,
    item: ["table", name, ...type],
    number: (one) => String(Number(start) + slots.indexOf(one)),
    /** What stands in the slots, as one segment from each gap to the next. */
    segments(held) {
      const runs = [];
      slots.map(held).forEach((one, index, list) => {
        if (!one) return;
        if (index === 0 || !list[index - 1]) runs.push(["elem", ["table", name], ["i32.const", String(Number(start) + index)], "func"]);
        runs.at(-1).push(one);
      });
      return runs;
    },
  };
}

/** A function that is in its slot only. */
function jump(full, table) {
  const given = all("param", full);
  const types = [...given.map(([, , type]) => ["param", type]), ...all("result", full)];
  return ["func", full[1], ...signature(full), ["call_indirect", table.name, ...types, ...given.map(([, name]) => ["local.get", name]), ["i32.const", table.number(full[1])]]];
}

const functionOf = (items, functions, name) => functions.get(name)?.full ?? all("import", items).map(([, , , thing]) => thing).find(([, own]) => own === name);

/** What the first program exports for the rest: memory, tables and globals. Functions are in its slots, which is shorter. */
function lent(items, table) {
  return items.filter(([kind]) => ["memory", "table", "global"].includes(kind)).map(([kind, name, ...type]) => {
    const isSlots = kind === "table" && name === table.name;
    // A global's first value is the first program's business.
    const own = isSlots ? table.type : kind === "global" ? type.slice(0, 1) : type;
    return { kind, name, type: own, as: isSlots ? '"slots"' : `"${kind[0]}${name}"` };
  });
}
