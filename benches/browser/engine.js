/** The engine: as a program made for measuring, and as the release has it. */

/** @returns {Promise<any>} the program that `make bench` builds of `engine/wasm.rs` */
export async function engine() {
  const glue = await import(new URL("../../target/measured/measured.js", import.meta.url).href);
  await glue.default();
  return glue.Engine;
}

/** @returns {Promise<any>} a session of the release in `dist/` */
export async function lab() {
  const { loadEngine } = await import(new URL("../../dist/figure/engine.js", import.meta.url).href);
  return (await loadEngine()).newLab();
}
