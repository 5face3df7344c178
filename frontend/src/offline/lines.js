// The lines of economies on a trend whose face has the groups. What is solid, dotted and broken was
// decided where the pages' trends are drawn (dashboard/figures/lines.py) and came with the economy.
import { printed, STATUSES, words } from "../words.js";

/** @import { Face, Trace } from "../types.js" */
/**
 * What came with an economy for an indicator.
 * @typedef {object} Line
 * @property {string} code
 * @property {number[]} years
 * @property {number[]} values
 * @property {string} status
 * @property {[x: unknown[], y: unknown[]][]} strokes
 */
/** @typedef {{ name: string, line: Line }} Named */
/** @typedef {Named & { colour: string }} Coloured */
/** @typedef {{ id: string, name: string, theme: string, decimals: number, unit: import("../words.js").Unit }} Indicator */

/** @type {Record<string, string>} */
const SYMBOLS = { o: "circle", n: "circle", e: "diamond", i: "circle-open", c: "circle-open" };
const LABEL = 0.058;
const ROOM = 0.06;

/**
 * @param {Indicator} indicator
 * @param {number} value
 * @param {string} letter
 */
const said = (indicator, value, letter) => {
  const text = printed(value, indicator.decimals);
  return letter === "o" ? text : `${text} (${words(STATUSES[letter])})`;
};

/**
 * @param {Coloured} coloured
 * @param {Indicator} indicator
 * @returns {Trace[]}
 */
const traces = ({ name, line, colour }, indicator) => {
  const [solid, dotted, breaks] = line.strokes.map(([x, y]) => ({ type: "scatter", x, y, hoverinfo: "skip" }));
  return [
    { ...solid, mode: "lines", line: { color: colour, width: 1.6 } },
    { ...dotted, mode: "lines", line: { color: colour, width: 1.4, dash: "dot" } },
    {
      type: "scatter",
      mode: "markers",
      name,
      meta: line.code,
      x: line.years,
      y: line.values,
      marker: {
        size: 6,
        symbol: [...line.status].map((letter) => SYMBOLS[letter]),
        color: colour,
        line: { width: 1, color: colour },
      },
      text: line.values.map((value, k) => said(indicator, value, line.status[k])),
      hovertemplate: "%{text}<extra>%{fullData.name}</extra>",
    },
    { ...breaks, mode: "markers", marker: { symbol: "line-ns-open", size: 16, color: colour, line: { width: 2 } } },
  ];
};

/**
 * Labels in their order from below, none nearer to the next than a line of text.
 * @template {{ y: number }} Label
 * @param {Label[]} labels
 */
export const apart = (labels) => {
  const sorted = labels.sort((a, b) => a.y - b.y);
  let floor = -Infinity;
  for (const label of sorted) {
    label.y = Math.max(label.y, floor + LABEL);
    floor = label.y;
  }
  let ceiling = Infinity;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, 1 - LABEL / 2, ceiling - LABEL);
    ceiling = label.y;
  }
  return sorted;
};

/**
 * The width of a name in pixels, about.
 * @param {string} name
 */
const widthOf = (name) => [...name].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 12.5 : 7.2), 0);

/**
 * @param {Coloured} coloured
 * @param {number} y
 */
const label = ({ name, colour }, y) => ({
  xref: "paper",
  x: 1,
  xanchor: "left",
  xshift: 6,
  yref: "y domain",
  y,
  yanchor: "middle",
  align: "left",
  showarrow: false,
  text: name,
  font: { size: 12, color: colour },
});

/**
 * @param {any} layout
 * @param {Coloured[]} lines
 */
const widened = (layout, lines) => {
  const years = lines.flatMap(({ line }) => line.years);
  const values = lines.flatMap(({ line }) => line.values);
  const [first, last] = layout.xaxis.range;
  const isEmpty = layout.annotations.some((/** @type {any} */ { yref }) => yref === "paper");
  const [low, high] = isEmpty ? [0, 0] : layout.yaxis.range;
  const top = Math.max(high, Math.max(...values) * (1 + ROOM));
  const foot = Math.min(low, Math.min(...values) * (1 + ROOM));
  const x = isEmpty
    ? [Math.min(...years) - 0.5, Math.max(...years) + 0.5]
    : [Math.min(first, Math.min(...years) - 0.5), Math.max(last, Math.max(...years) + 0.5)];
  const share = (/** @type {number} */ value) => (value - foot) / (top - foot);
  const groups = isEmpty
    ? []
    : layout.annotations.map((/** @type {any} */ one) => ({ ...one, y: share(low + one.y * (high - low)) }));
  const own = lines.map((one) => label(one, share(one.line.values[one.line.values.length - 1])));
  const longest = Math.max(...lines.map(({ name }) => widthOf(name)));
  return {
    ...layout,
    margin: { ...layout.margin, r: Math.max(layout.margin.r, Math.round(12 + longest)) },
    xaxis: { ...layout.xaxis, range: x },
    yaxis: { ...layout.yaxis, range: [foot, top] },
    annotations: apart([...groups, ...own]),
  };
};

/**
 * @param {Face} face
 * @param {Indicator} indicator
 * @param {Named[]} lines
 * @param {string[]} colours
 * @param {string} note
 * @returns {Face}
 */
export const lined = (face, indicator, lines, colours, note) => {
  if (!lines.length) return face;
  const { data, layout } = face.figure;
  const taken = new Set(layout.annotations.map((/** @type {any} */ { font }) => font?.color));
  const free = colours.filter((colour) => !taken.has(colour));
  const palette = [...free, ...colours.filter((colour) => taken.has(colour))];
  const coloured = lines.map((one, k) => ({ ...one, colour: palette[k % palette.length] }));
  return {
    ...face,
    figure: {
      data: [...data, ...coloured.flatMap((one) => traces(one, indicator))],
      layout: widened(layout, coloured),
    },
    text: { ...face.text, notes: [...face.text.notes, note] },
  };
};
