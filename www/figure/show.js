/** The setting `show`, edited as the set of what it asks for. */

/** @typedef {import("./types.d.ts").Lab} Lab */
/** @typedef {import("./types.d.ts").Problem} Problem */

/**
 * Opens or closes layers, panels and instruments, as the reader does. The rest stays as it is, be it
 * hidden by the fog.
 * @param {Lab} lab
 * @param {(open: Set<string>) => void} change
 * @returns {Problem[]}
 */
export function editShow(lab, change) {
  const { instruments } = lab.tables();
  const known = lab.reference().find(({ key }) => key === "show")?.choices.map(({ id }) => id) ?? [];
  const panels = instruments.map(({ id }) => id);
  const layers = known.filter((id) => !panels.includes(id));
  const open = new Set(known.filter((id) => lab.asks(id)));
  change(open);
  const basic = layers.every((id) => open.has(id));
  const listed = [...(basic ? ["basic"] : layers.filter((id) => open.has(id))), ...panels.filter((id) => open.has(id))];
  return lab.edit("show", listed.join() || "none");
}
