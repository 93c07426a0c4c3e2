// Splits the engine of a release in two, so that the start page's picture need not wait for all of it:
// - `downhill_bg.wasm`, the first program: what the start page's figure runs to be drawn;
// - `downhill_rest.wasm`, everything else, instantiated into the first: same memory, same tables.
//
// Which code is which is found anew in every build: the finished program is given a probe at every
// place from where on code may run or not, and opens that figure (tools/first-picture.js). Then there
// are three sorts of functions:
// - "both": the first program has them, the rest imports them;
// - "rest": they did not run;
// - "cut": they ran, but a good part of them did not. The first program has a copy without that part.
// The last two are called by the first program through a slot of its function table. A slot holds
// the cut copy, or nothing, until the rest puts the function there in full. So a call of what is not
// there yet is a trap, at once and never a wrong result, and www/figure/first.js then waits for the
// rest. Constant texts are split too (tools/split-data.js), on a guess that is checked here.
//
// Limits: one table of functions with one segment, as compilers make it, and no names in the program.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFirstPicture } from "./first-picture.js";
import { splitData } from "./split-data.js";
import { all, assemble, disassemble, inside, rewrite } from "./wat.js";

const REST = "downhill_rest.wasm";
/** A copy without what did not run has to be worth its slot, and the second time it is downloaded. */
const LEAST_CUT = 20;
const LEAST_CUT_PART = 0.28;
const OPTIMISE = ["-Oz", "--low-memory-unused"];

/** The folder's program becomes the first, the rest gets a file, and the glue tells its name. */
export async function splitEngine(folder) {
  const [glue, file] = [join(folder, "downhill.js"), join(folder, "downhill_bg.wasm")];
  const program = readFileSync(file);
  const items = disassemble(program);
  const wanted = await openFirstPicture(glue, program);
  const functions = sortFunctions(items, await placesEntered(items, glue));
  let parts = split(items, functions, splitData);
  if ((await openFirstPicture(glue, parts.first)) !== wanted) {
    console.warn("A text that the first picture needs was taken for one that it does not: all texts stay.");
    parts = split(items, functions, () => ({ kept: all("data", items), moved: [] }));
    if ((await openFirstPicture(glue, parts.first)) !== wanted) throw new Error("The first program draws another picture.");
  }
  writeFileSync(file, parts.first);
  writeFileSync(join(folder, REST), parts.rest);
  appendFileSync(glue, `export const rest = "${REST}";\n`);
}

/** The numbers of the places where the first picture comes by. */
async function placesEntered(items, glue) {
  let place = -1;
  const probe = () => ({ put: [["call", "$entered", ["i32.const", String((place += 1))]]], stay: true });
  const probed = items.map((item) => (item[0] === "func" ? rewrite(item, probe) : item));
  const entered = new Set();
  const program = assemble([["import", '"split"', '"entered"', ["func", "$entered", ["param", "i32"]]], ...probed]);
  await openFirstPicture(glue, program, { split: { entered: (/** @type {number} */ number) => void entered.add(number) } });
  return entered;
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
  const table = functionTable(items, jumped);
  const { kept, moved } = divide(items, firstCode);

  const inFirst = { both: (name) => name, cut: cutName, rest: () => undefined };
  const first = [
    ...items.filter(([kind]) => ["type", "import", "global", "memory", "export"].includes(kind)),
    ...all("table", items).map((one) => (one[1] === table.name ? table.item : one)),
    ...kept,
    ...table.segments((name) => inFirst[sortOf(name)](name)),
    ...lent(items, table, shared).map(({ kind, name, as }) => ["export", as, [kind, name]]),
    ...firstCode,
    ...jumped.map((name) => jump(functions.get(name).full, table)),
  ];
  const rest = [
    ...all("type", items),
    ...lent(items, table, shared).map(({ kind, name, as, type }) => ["import", '"first"', as, [kind, name, ...type(functions)]]),
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

/** The table of functions, with a slot more for each function that is jumped to and has none. */
function functionTable(items, jumped) {
  const [segment] = all("elem", items);
  const [[[, name]], [[, start]]] = [all("table", segment), all("i32.const", segment)];
  const slots = segment.slice(segment.indexOf("func") + 1);
  slots.push(...jumped.filter((one) => !slots.includes(one)));
  const type = [String(Number(start) + slots.length), "funcref"];
  return {
    name,
    type,
    item: ["table", name, ...type],
    slot: (one) => ["i32.const", String(Number(start) + slots.indexOf(one))],
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
  return ["func", full[1], ...signature(full), ["call_indirect", table.name, ...types, ...given.map(([, name]) => ["local.get", name]), table.slot(full[1])]];
}

/** What the first program exports for the rest: memory, tables, globals and functions. */
function lent(items, table, shared) {
  const imported = new Map(all("import", items).map(([, , , thing]) => [thing[1], thing]));
  const things = items.filter(([kind]) => ["memory", "table", "global"].includes(kind)).map(([kind, name, ...type]) => {
    // A global's first value is the first program's business.
    const own = kind === "table" && name === table.name ? table.type : kind === "global" ? type.slice(0, 1) : type;
    return { kind, name, type: () => own };
  });
  const type = (name) => (functions) => signature(imported.get(name) ?? functions.get(name).full);
  const lending = [...things, ...shared.map((name) => ({ kind: "func", name, type: type(name) }))];
  return lending.map((one) => ({ ...one, as: `"${one.kind[0]}${one.name}"` }));
}
