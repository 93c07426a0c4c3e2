// Where each constant of the program lies, as its linker told (`--Map`, see the Makefile). The finished
// program only has one heap of bytes.
import { existsSync, readFileSync } from "node:fs";

/** Written beside the program, each time that it is linked. */
const MAP = "target/downhill.map";

const OBJECT = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) {9}(.*):\(\.rodata/gm;
/** The linker's own: texts that it has put together from many. */
const MERGED = "<internal>";

/**
 * By address.
 * @returns {{ at: number, size: number, isMerged: boolean }[]}
 */
export function constants() {
  if (!existsSync(MAP)) throw new Error(`${MAP} is missing: a release is built by \`make dist\`.`);
  return [...readFileSync(MAP, "utf8").matchAll(OBJECT)]
    .map(([, at, size, from]) => ({ at: parseInt(at, 16), size: parseInt(size, 16), isMerged: from === MERGED }));
}
