/** Work of the engine that is longer than a frame, in slices. */

/** Computing this long leaves room in a frame for drawing. */
const SLICE_MILLISECONDS = 8;
/** Steps asked of the engine at once: well under a millisecond each time. */
const STEPS = 500;

/**
 * Works in every frame until the work is done, and shows what it has come to; rests while nobody sees it.
 * @param {import("../session.js").Session} session
 * @param {(steps: number) => boolean} work takes so many steps; whether there is more to do
 * @param {(figure: import("../types.d.ts").Figure) => void} show
 * @param {() => boolean} wanted whether the instrument is still open
 */
export function sliced(session, work, show, wanted) {
  let waiting = 0;
  const slice = () => {
    const until = performance.now() + SLICE_MILLISECONDS;
    let more = work(STEPS);
    while (more && performance.now() < until) more = work(STEPS);
    show(session.figure);
    if (more && waiting === 0) {
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        if (session.closed || !wanted()) return;
        if (session.seen) slice();
        // Shown again when somebody looks again, it goes on.
        else session.redraw();
      });
    }
  };
  return slice;
}
