// The grid of a figure of small panels: how many columns fit a width and a height best. What the server
// drew for the size of a picture (dashboard/figures/grid.py) is placed anew for the size of a page.
import { query } from "./elements.js";

/** @import { Figure, Graph } from "./types.js" */
/** @typedef {Record<string, any>} Layout */

const [WIDE, HIGH] = [260, 170];
const BETWEEN = 46;
const [LETTER, SMALLEST] = [12, 7.5];
// A page gives a panel at least this height, and so many columns from these widths on.
const LEAST = 160;
const WIDTHS = [440, 800];

/** @param {Layout} layout */
const countOf = (layout) => Object.keys(layout).filter((name) => name.startsWith("yaxis")).length;

/**
 * @param {number} count
 * @param {number} width
 * @param {number} height
 * @param {number} beside
 */
export const gridOf = (count, width, height, beside) => {
  const rowsOf = (/** @type {number} */ columns) => Math.ceil(count / columns);
  const fits = (/** @type {number} */ columns) =>
    Math.min(width / columns / WIDE, height / rowsOf(columns) / HIGH);
  const all = Array.from({ length: count }, (_, k) => k + 1);
  const columns = all.reduce((best, one) => (fits(one) > fits(best) ? one : best));
  const rows = rowsOf(columns);
  return {
    rows,
    columns,
    xgap: (beside * columns) / (width + beside),
    ygap: (BETWEEN * rows) / (height + BETWEEN),
  };
};

/**
 * The name above a panel, in letters that do not reach into the next one.
 * @param {any} said
 * @param {number} wide
 */
const named = (said, wide) => {
  if (said.yanchor !== "bottom") return said;
  const text = said.text.replace(/<[^>]*>/g, "");
  const room = [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 12.5 : 7.4), 0);
  const size = Math.max(SMALLEST, Math.min(LETTER, (LETTER * wide) / room));
  return { ...said, font: { ...said.font, size } };
};

/**
 * The layout of a plot of this size; one without panels as it is.
 * @template {Layout} Any
 * @param {Any} layout
 * @param {number} width
 * @param {number} height
 * @returns {Any}
 */
export const gridded = (layout, width, height) => {
  const { grid, margin } = layout;
  if (!grid) return layout;
  const inner = [width - margin.l - margin.r, height - margin.t - margin.b];
  const placed = gridOf(countOf(layout), inner[0], inner[1], margin.l);
  const wide = (inner[0] * (1 - placed.xgap)) / (placed.columns - placed.xgap);
  const annotations = layout.annotations.map((/** @type {any} */ said) => named(said, wide));
  return { ...layout, annotations, grid: { ...grid, ...placed } };
};

/**
 * The least height of a plot of panels, 0 for any other.
 * @param {Layout} layout
 * @param {number} width
 */
const leastOf = ({ grid, ...layout }, width) => {
  if (!grid) return 0;
  const columns = 1 + WIDTHS.filter((least) => width >= least).length;
  return LEAST * Math.ceil(countOf(layout) / columns);
};

// A plot that gets another size has its panels placed anew.
/** @type {ResizeObserver | undefined} */
let watch;

/** @param {HTMLElement} box */
const replaced = (box) => {
  /** @type {Graph} */
  const graph = query(".js-plotly-plot", box);
  if (!graph?.layout?.grid) return;
  box.style.setProperty("--panels", `${leastOf(graph.layout, box.clientWidth)}px`);
  const { grid, annotations } = gridded(graph.layout, box.clientWidth, box.clientHeight);
  const isSame = grid.rows === graph.layout.grid.rows && grid.ygap === graph.layout.grid.ygap;
  if (!isSame || grid.xgap !== graph.layout.grid.xgap) {
    /** @type {any} */ (window).Plotly.relayout(graph, { grid, annotations });
  }
};

/**
 * A figure as its box has room for it.
 * @param {Figure} figure
 * @param {HTMLElement | null | undefined} box
 * @returns {Figure}
 */
export const fitting = (figure, box) => {
  if (!box) return figure;
  const { data, layout } = figure;
  box.style.setProperty("--panels", `${leastOf(layout, box.clientWidth)}px`);
  if (!layout.grid) return figure;
  // In the next frame: what changes a size while sizes are told is an error of the page in WebKit.
  watch ??= new ResizeObserver((all) =>
    requestAnimationFrame(() => {
      for (const { target } of all) replaced(/** @type {HTMLElement} */ (target));
    }),
  );
  watch.observe(box);
  return { data, layout: gridded(layout, box.clientWidth, box.clientHeight) };
};
