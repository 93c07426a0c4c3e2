/** What went wrong with a setting, where everybody sees it, until it is dismissed. */

import { icon, make } from "./dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.d.ts").Problem} Problem */

/** More than this at once would push the figure away. */
const MOST = 4;

/** @param {Session} session */
export function notices(session) {
  const { words } = session;
  const root = make("div", { class: "notices", role: "alert" });

  /** @param {Problem} problem */
  const notice = (problem) => {
    const shown = make("div", { class: "notice", "data-key": problem.key }, make("span", {}, problem.message));
    shown.append(make("button", { type: "button", "aria-label": words("dismiss"), title: words("dismiss"), onclick: () => shown.remove() }, icon("close")));
    return shown;
  };

  session.onProblems((problems) => {
    // The formula field says its own error, where it happened.
    for (const problem of problems.filter(({ key }) => key !== "formula")) {
      if (problem.key) root.querySelector(`[data-key="${CSS.escape(problem.key)}"]`)?.remove();
      root.append(notice(problem));
      if (root.childElementCount > MOST) root.firstElementChild?.remove();
    }
  });
  return root;
}
