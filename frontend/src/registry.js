// What the facts say of charts (dashboard/components/facts.py); nothing else reads `facts.charts`.
import { facts } from "./facts.js";

/** @param {string} chart */
const entry = (chart) => facts().charts[chart] ?? { parameters: [] };

/**
 * What a chart is shown by: its JSON, or where years pass without a request its course, which is the same
 * without what is made here.
 * @param {string} chart
 */
export const shownFace = (chart) => (isStaged(chart) ? "course" : "json");

/**
 * The parameters that a chart's face depends on. What it is shown by has all that changes without a request; a copy
 * shows the view at hand.
 * @param {string} chart
 * @param {string} face
 */
export const parametersOf = (chart, face) => {
  const { free = [], parameters } = entry(chart);
  return face === "json" || face === shownFace(chart) ? parameters.filter((name) => !free.includes(name)) : parameters;
};

/**
 * Whether a name is that of a chart, and not of a table without a figure.
 * @param {string} name
 */
export const isChart = (name) => "shapes" in entry(name);

/**
 * Whether a chart is drawn on the shapes of a map.
 * @param {string} chart
 */
export const isOnShapes = (chart) => Boolean(entry(chart).shapes);

/**
 * Whether a chart is a map that is coloured for any year (svg-map.js), not drawn by plotly.js.
 * @param {string} chart
 */
export const isMap = (chart) => isOnShapes(chart) && isStaged(chart);

/**
 * Whether years pass in a chart without a request, so that its plot has an id of its own.
 * @param {string} chart
 */
export const isStaged = (chart) => Boolean(entry(chart).staged);

/**
 * The id of a staged chart's plot.
 * @param {string} chart
 */
export const stagedId = (chart) => facts().ids[chart.toUpperCase()];

/**
 * The staged chart whose plot has this id.
 * @param {string} id
 */
export const stagedBy = (id) =>
  Object.keys(facts().charts).find((chart) => isStaged(chart) && stagedId(chart) === id);

/**
 * The least height of a plot, in its own pixels, below which its labels meet.
 * @param {string} chart
 */
export const leastHeight = (chart) => Number(entry(chart).least);
