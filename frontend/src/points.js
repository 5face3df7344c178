// What a figure shows, as series of points: for those who walk through it by keyboard, and for its
// table. The texts are those that a pointer reads, so they are in the language of the page.
import { facts } from "./facts.js";
import { facetsOf } from "./shown.js";
import { words } from "./words.js";

/** @import { MapFace, Trace } from "./types.js" */
/** @typedef {{ data: Trace[], layout: Record<string, any> }} Drawn */
/**
 * @typedef {object} Point
 * @property {number} curve
 * @property {number | [number, number]} point
 * @property {any} x
 * @property {any} y
 * @property {string} [code]
 * @property {string} [column] of a field of cells
 * @property {string[]} lines
 */
/** @typedef {{ name: string, axis?: string, unit?: string, y?: any, points: Point[] }} PointSeries */

/**
 * "<b>Kiribati</b><br>Internet use: 89.4%" is two lines; "<0.1" is a number.
 * @param {string} text
 */
const linesOf = (text) => text.replace(/<\/?[a-z](?!r>)[^>]*>/g, "").split("<br>");

/** @param {Drawn} graph */
const isUnified = (graph) => graph.layout.hovermode === "x unified";

/**
 * The word that an axis writes at a place, where its places have words.
 * @param {{ tickvals: unknown[], ticktext?: string[] }} axis
 * @param {unknown} place
 */
const tick = ({ tickvals, ticktext }, place) => ticktext?.[tickvals.indexOf(place)] ?? String(place);

/**
 * @param {Drawn} graph
 * @param {Trace} trace
 */
const unitOf = ({ layout }, trace) =>
  layout.meta?.unit ?? linesOf(layout[`yaxis${trace.yaxis?.slice(1) || ""}`]?.title?.text ?? "").join(" ");

/**
 * A field of cells: a series a row.
 * @param {Drawn} graph
 * @param {Trace} trace
 * @param {number} curve
 * @returns {PointSeries[]}
 */
const field = (graph, trace, curve) => {
  const { xaxis, yaxis } = graph.layout;
  return trace.text.map((/** @type {string[]} */ row, /** @type {number} */ i) => ({
    name: linesOf(tick(yaxis, trace.y[i])).join(" "),
    y: trace.y[i],
    points: row.map((text, j) => {
      const column = linesOf(tick(xaxis, trace.x[j])).join(" ");
      return { curve, point: [i, j], x: trace.x[j], y: trace.y[i], column, lines: linesOf(text) };
    }),
  }));
};

/**
 * @param {Trace} trace
 * @param {number} curve
 * @returns {Point[]}
 */
const pointsOf = (trace, curve) => {
  /** @type {string[]} */
  const texts = trace.hovertext ?? trace.text;
  return texts
    .map((text, point) => ({
      curve,
      point,
      x: (trace.x ?? trace.lon)[point],
      y: (trace.y ?? trace.lat)[point],
      code: trace.customdata?.[point],
      lines: linesOf(text),
    }))
    .filter(({ x, y, lines: [first] }) => first && x !== null && y !== null)
    .sort((a, b) => a.x - b.x);
};

/**
 * A trace without a name (a median among dots) belongs to the one before it; one that is there for
 * its label repeats points.
 * @param {Drawn} graph
 */
export const seriesOf = (graph) => {
  /** @type {PointSeries[]} */
  const found = [];
  graph.data.forEach((trace, curve) => {
    const texts = trace.hovertext ?? trace.text;
    if (trace.hoverinfo === "skip" || !Array.isArray(texts) || trace.mode?.includes("text")) return;
    if (trace.type === "heatmap") {
      found.push(...field(graph, trace, curve));
      return;
    }
    const points = pointsOf(trace, curve);
    const { name, yaxis = "y" } = trace;
    // What lies behind every panel is one series.
    if (graph.layout.grid && found.some((one) => one.name === name)) return;
    if (name) found.push({ name, axis: yaxis, unit: unitOf(graph, trace), points });
    else found.at(-1)?.points.push(...points);
  });
  return found.filter(({ points }) => points.length);
};

/**
 * "51.1 (2% of the weight filled)" is a bare number, "5.8 percentage points" says its unit itself.
 * @param {string} text
 */
const isBare = (text) => !/[\p{L}%]/u.test(text.split(" (")[0]);

/**
 * What is said of a point, in lines: what it belongs to and when, how much, in what unit, and how
 * it is known.
 * @param {Drawn} graph
 * @param {PointSeries} series
 * @param {Point} point
 * @returns {string[]}
 */
export const saidOf = (graph, { name, unit }, point) => {
  if (point.column) return point.lines;
  if (typeof point.y === "string") return [point.y, ...point.lines, name];
  if (!isUnified(graph)) return [...point.lines, name];
  const [value, ...more] = point.lines;
  const its = isBare(value) && unit ? [unit] : [];
  return [`${name}, ${point.x}`, value, ...more, ...its].filter(Boolean);
};

/**
 * @param {string} text
 * @param {string} start
 */
const without = (text, start) => (text.startsWith(start) ? text.slice(start.length).trim() : text);

/**
 * Where a point stands in a table: the head of its row, the head of its column, the text between.
 * @param {Drawn} graph
 * @param {PointSeries} series
 * @param {Point} point
 * @returns {[row: string, column: string, text: string]}
 */
const placed = (graph, { name }, { code, column, lines, x, y }) => {
  if (column) return [name, column, lines[lines.length - 1]];
  if (isUnified(graph)) return [String(x), name, lines.join("; ")];
  if (typeof y === "string") return [y, name, lines.join("; ")];
  const row = facts().names[String(code)] ?? code ?? lines[0];
  return [row, name, without(lines.join("; "), row)];
};

/**
 * @param {string} a
 * @param {string} b
 */
const byName = (a, b) => a.localeCompare(b, facts().locale);

/**
 * @param {Drawn} graph
 * @param {PointSeries[]} series
 */
const crossed = (graph, series) => {
  const all = series.flatMap((one) => one.points.map((point) => placed(graph, one, point)));
  const columns = [...new Set(all.map(([, column]) => column))];
  /** @type {Map<string, Map<string, string>>} */
  const rows = new Map();
  for (const [row, column, text] of all) {
    const cells = rows.get(row) ?? new Map();
    rows.set(row, cells.set(column, text));
  }
  const sorted = [...rows];
  if (isUnified(graph)) sorted.sort(([a], [b]) => Number(a) - Number(b));
  else if (!series[0].points[0].column) sorted.sort(([a], [b]) => byName(a, b));
  const head = words(isUnified(graph) ? "table_year" : "table_name");
  const body = sorted.map(([row, cells]) => [row, ...columns.map((column) => cells.get(column) ?? "")]);
  return [[head, ...columns], ...body];
};

/**
 * "Internet use: 41.2%" in every row becomes a head and its values.
 * @param {string[][]} rows
 * @returns {[head: string, cell: (text: string) => string][]}
 */
const headed = (rows) => {
  const label = (/** @type {string} */ text) => text.slice(0, text.indexOf(": ") + 1);
  return rows[0].map((cell, k) => {
    const own = label(cell);
    if (!own || rows.some((row) => label(row[k] ?? "") !== own)) return ["", (text) => text];
    return [own.slice(0, -1), (text) => without(text, own)];
  });
};

/**
 * A point a row. Lines that have a label each ("Internet use: 41.2%") are columns, others are one.
 * @param {PointSeries[]} series
 */
const listed = (series) => {
  const all = series.flatMap(({ name, points }) =>
    points.map(({ lines: [first, ...more] }) => ({ first, name, more })),
  );
  all.sort((a, b) => byName(a.first, b.first));
  const heads = headed(all.map(({ more }) => more));
  const isLabelled = heads.every(([head]) => head);
  const names = isLabelled ? heads.map(([head]) => head) : [words("table_value")];
  const body = all.map(({ first, name, more }) => {
    const cells = isLabelled ? more.map((text, k) => heads[k][1](text)) : [more.join("; ")];
    return [first, name, ...cells];
  });
  return [[words("table_name"), words("table_series"), ...names], ...body];
};

/**
 * The rows of the map's table in a year, the heads first.
 * @param {MapFace} face
 * @param {number} at
 */
export const rowsOfMap = (face, at) => {
  const rows = face.economies.map((_, j) => {
    const { name, value, year, status } = facetsOf(face, at, j);
    return [name, value ?? words("no_data"), year === undefined ? "" : String(year), status ?? ""];
  });
  rows.sort(([a], [b]) => byName(a, b));
  const heads = ["table_name", "table_value", "table_year", "table_status"];
  return [heads.map((head) => words(head)), ...rows];
};

/**
 * The rows of a figure's table, the heads first; none where the figure has no point.
 * @param {Drawn} graph
 */
export const rowsOf = (graph) => {
  const series = seriesOf(graph);
  if (!series.length) return [];
  const isList = series.some(({ points: [point] }) => !point.column && point.lines.length > 1);
  return isList ? listed(series) : crossed(graph, series);
};
