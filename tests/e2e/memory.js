// How much memory the engine has taken; it never gives any back.

/** What a figure may take at most, in bytes. */
export const LARGEST = 64e6;

/** Gives a function that tells the bytes of the engine of a page, on which a figure stands. */
export async function engineMemory(page) {
  await page.evaluate(async () => {
    const script = document.querySelector('script[src$="gradient-descent.js"], script[src$="page.js"]');
    // The glue is one instance: whoever imports it again gets the same memory.
    const glue = await import(new URL("downhill.js", script?.src ?? location.href).href);
    globalThis.engine = (await glue.default()).memory;
  });
  return () => page.evaluate(() => globalThis.engine.buffer.byteLength);
}
