/** One thing to try, and the page that notices when it is done. */

import { make } from "../figure/dom.js";
import { CONDITIONS } from "./conditions.js";
import { inline } from "./text.js";

/** @typedef {import("./types.d.ts").Task} Task */
/** @typedef {import("./prediction.js").Setting} Setting */

/**
 * @param {Task} task
 * @param {Setting} setting
 * @param {boolean} done
 * @param {() => void} onDone
 */
export function task({ ask, figure, done: [name, ...given], noticed }, { live, words, facts }, done, onDone) {
  const said = make("div", { class: "feedback", role: "status" });
  const root = make("div", { class: "task" }, make("p", { class: "ask" }, ...inline(ask, facts.gaps)));
  /** What the condition remembers from one moment to the next. */
  let seen = {};
  let armed = false;
  let noticedAlready = false;

  const tell = () => {
    noticedAlready = true;
    said.dataset.right = "true";
    said.replaceChildren(make("p", {}, make("strong", {}, words("lesson-done")), " ", ...inline(noticed, facts.gaps)));
  };
  const look = (/** @type {import("./types.d.ts").Moment} */ moment) => {
    if (!armed || noticedAlready || !CONDITIONS[name](moment, seen, ...given)) return;
    tell();
    onDone();
  };
  const arm = () => {
    seen = {};
    armed = true;
    if (live.moment) look(live.moment);
  };
  if (figure) {
    const setUp = make("button", { type: "button" }, words("lesson-set-up"));
    setUp.addEventListener("click", async () => {
      await live.element.ready;
      live.open(figure);
      arm();
      live.show();
    });
    root.append(make("div", { class: "row" }, setUp));
  }
  root.append(said);
  live.onMoment(look);
  if (done) tell();
  return {
    root,
    /** The figure is the reader's: what is done from now on counts. */
    begin: () => figure || arm(),
  };
}
