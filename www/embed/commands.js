/**
 * What the page around the frame may ask, and what it is told of a message that makes no sense. A
 * command can do what a click or a link can do and no more, so any page around may send it.
 */

/** @typedef {import("../gradient-descent.js").GradientDescent} GradientDescent */
/** @typedef {import("../figure/types.d.ts").Words} Words */

const OURS = "gradient-descent:";
const TYPE = `${OURS}command`;
/** Longer texts, and more settings or coordinates than any figure has, are not read. */
const LONGEST_TEXT = 100_000;
const MOST_ENTRIES = 64;
/** So much of what was sent is shown to the reader. */
const LONGEST_SHOWN = 60;

/** @typedef {"nothing" | "steps" | "point" | "settings" | "figure"} Need */
/** @typedef {{ needs: Need, act: (figure: GradientDescent, args: any, answer: () => void) => void }} Command */

/** Whether `args` are what a command needs. @type {Record<Need, (args: any) => boolean>} */
const FITS = {
  nothing: () => true,
  steps: (args) => args === undefined || args === Infinity || (Number.isInteger(args) && args >= 1),
  point: (args) => Array.isArray(args) && args.length <= MOST_ENTRIES && args.every((coordinate) => typeof coordinate === "number"),
  settings: isSettings,
  figure: (args) => (typeof args === "string" ? args.length <= LONGEST_TEXT : isRecord(args) && isSettings(args.settings)),
};

/** @type {Map<unknown, Command>} */
const COMMANDS = new Map(Object.entries(/** @type {Record<string, Command>} */ ({
  step: { needs: "steps", act: (figure, args) => figure.step(args) },
  back: { needs: "steps", act: (figure, args) => figure.back(args) },
  run: { needs: "nothing", act: (figure) => figure.run() },
  pause: { needs: "nothing", act: (figure) => figure.pause() },
  reset: { needs: "nothing", act: (figure) => figure.reset() },
  startAt: { needs: "point", act: (figure, args) => figure.startAt(args) },
  addStart: { needs: "point", act: (figure, args) => figure.addStart(args) },
  set: { needs: "settings", act: (figure, args) => figure.set(args) },
  load: { needs: "figure", act: load },
  readout: { needs: "nothing", act: (_figure, _args, answer) => answer() },
})));

/**
 * @param {GradientDescent} figure stands
 * @param {Words} words
 * @param {any} message of any shape
 * @param {() => void} answer sends the readout
 */
export function obey(figure, words, message, answer) {
  if (!isRecord(message) || typeof message.type !== "string" || !message.type.startsWith(OURS)) return;
  /** @param {unknown} value @param {string} reason @param {Record<string, string>} [known] */
  const refuse = (value, reason, known) => {
    const told = shown(value);
    figure.report({ key: "command", value: told, message: words(reason, { value: told, ...known }) });
  };
  if (message.type !== TYPE) return refuse(message.type, "no-message", { type: TYPE });
  const command = COMMANDS.get(message.command);
  if (!command) return refuse(message.command, "no-command", { commands: [...COMMANDS.keys()].join(", ") });
  const args = message.args ?? undefined;
  if (!FITS[command.needs](args)) return refuse(args, `needs-${command.needs}`, { command: message.command });
  command.act(figure, args, answer);
}

/** @param {GradientDescent} figure @param {string | GradientDescent["state"]} given */
function load(figure, given) {
  if (typeof given === "string") figure.link = given;
  else figure.state = given;
}

/** @param {any} value */
function isRecord(value) {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** @param {any} value each a text or a number; null means the default */
function isSettings(value) {
  if (!isRecord(value) || Object.keys(value).length > MOST_ENTRIES) return false;
  return Object.values(value).every((setting) => setting === null || typeof setting === "number"
    || (typeof setting === "string" && setting.length <= LONGEST_TEXT));
}

/** What was sent, short enough for a notice. @param {unknown} value */
function shown(value) {
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "string") return typeof value === "number" ? String(value) : typeof value;
  const letters = [...value.slice(0, 2 * LONGEST_SHOWN)];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join("")}…` : value;
}
