// The engine as a native program that is told what to do, one line at a time.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../target/native/examples/measured-native", import.meta.url));

export function native() {
  const child = spawn(PROGRAM, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** Does what is ordered: milliseconds it took, and what came out. @param {string} order */
    async tell(order) {
      child.stdin.write(`${order}\n`);
      const { value } = await lines.next();
      const [nanoseconds, ...numbers] = String(value).trim().split(" ").map(Number);
      return { time: nanoseconds / 1e6, numbers };
    },
    end: () => child.stdin.end(),
  };
}
