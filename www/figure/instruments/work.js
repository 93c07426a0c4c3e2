/** Work of the engine that is longer than a frame, in slices. */

/** Computing this long leaves room in a frame for drawing. */
const SLICE_MILLISECONDS = 11;
const MOST_STEPS = 500 * 64;
/** In a frame that shows something new there is less room. */
const FIRST_SLICE_MILLISECONDS = 2;
/** Steps asked of the engine at once, at first: well under a millisecond. */
const STEPS = 500;
/** Then as many as take about so long: some work goes a hundred times as fast as other. */
const MILLISECONDS_AT_ONCE = [0.5, 1.5];

/**
 * Works in every frame until the work is done, and shows what it has come to; rests while nobody sees it.
 * @param {import("../session.js").Session} session
 * @param {(steps: number) => boolean} work takes so many steps; whether there is more to do
 * @param {(figure: import("../types.d.ts").Figure) => void} show
 * @param {() => boolean} wanted whether the instrument is still open
 */
export function sliced(session, work, show, wanted) {
  let waiting = 0;
  let steps = STEPS;
  const slice = (milliseconds = FIRST_SLICE_MILLISECONDS) => {
    let now = performance.now();
    const until = now + milliseconds;
    let more = true;
    while (more && now < until) {
      more = work(steps);
      const taken = performance.now() - now;
      now += taken;
      const [short, long] = MILLISECONDS_AT_ONCE;
      if (taken < short) steps = Math.min(2 * steps, MOST_STEPS);
      if (taken > long) steps = Math.max(steps / 2, STEPS);
    }
    show(session.figure);
    cancelAnimationFrame(waiting);
    if (more) {
      waiting = requestAnimationFrame(() => {
        // A frame has one slice: where the session is about to show itself, that is the short one.
        if (session.closed || session.pending || !wanted()) return;
        if (session.seen) slice(SLICE_MILLISECONDS);
        // Shown again when somebody looks again, it goes on.
        else session.redraw();
      });
    }
  };
  return () => slice();
}
