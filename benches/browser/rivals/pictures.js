/** The picture of the start page's cost at 800 × 600, computed and drawn anew by libraries for pictures. */

const SIZE = { width: 800, height: 600 };
const LINES = 24;

/** The cost `valleys`, as its sheet has it. @param {number} w @param {number} b */
export function valleys(w, b) {
  const { exp } = Math;
  const r = w * w + b * b;
  return 0.13 * r + 2.1 * exp(-1.1 * r) - 1.55 * exp(-0.9 * ((w - 1.5) ** 2 + (b + 0.5) ** 2)) - exp(-0.9 * ((w + 1.4) ** 2 + (b - 0.8) ** 2));
}

/** As many samples as the figure takes: one to four pixels along each side. */
function sampled([x0, x1, y0, y1]) {
  const range = (low, high, count) => Array.from({ length: count }, (_, index) => low + (high - low) * index / (count - 1));
  const [x, y] = [range(x0, x1, SIZE.width / 4), range(y0, y1, SIZE.height / 4)];
  return { x, y, z: y.map((b) => x.map((w) => valleys(w, b))) };
}

/** @param {any} Plotly @param {HTMLElement} box */
export function plotly(Plotly, box) {
  const layout = { ...SIZE, margin: { l: 30, r: 10, t: 10, b: 30 }, showlegend: false };
  const config = { staticPlot: true };
  return (/** @type {number[]} */ window) => {
    const trace = { type: "contour", ...sampled(window), ncontours: LINES, contours: { coloring: "heatmap" }, showscale: false };
    return Plotly.react(box, [trace], layout, config);
  };
}

/** @param {any} Plot @param {HTMLElement} box */
export function observablePlot(Plot, box) {
  return ([x1, x2, y1, y2]) => {
    const place = { x1, x2, y1, y2, pixelSize: 4 };
    box.replaceChildren(Plot.plot({
      ...SIZE,
      x: { domain: [x1, x2] },
      y: { domain: [y1, y2] },
      marks: [
        Plot.raster({ ...place, fill: valleys, interpolate: "none" }),
        Plot.contour({ ...place, stroke: "black", value: valleys, thresholds: LINES }),
      ],
    }));
  };
}
