// Stands in for Dash where there is no server: shows what the scripts of the pages hand over, and
// tells them what the reader does. A file says how a view is shown.
import { chart as anyChart } from "../charts.js";
import { clientside } from "../clientside.js";
import { element, met, needed, nodes } from "../elements.js";
import { facts, isTold } from "../facts.js";
import { map } from "../map.js";
import { isMap, isStaged, stagedId } from "../registry.js";
import { scatterPage } from "../scatter-page.js";
import { see } from "../view.js";
import { play, yearTyped } from "../years.js";

/** @import { Figure, Id, View } from "../types.js" */

const CONFIG = {
  displayModeBar: false,
  scrollZoom: false,
  doubleClick: false,
  showTips: false,
  responsive: true,
};

// Dash's own wherever it is there; it takes over when it comes.
clientside.no_update ??= Symbol("no update");

/**
 * @param {HTMLElement} plot
 * @param {Figure} figure
 */
const draw = (plot, { data, layout }) => {
  const { Plotly } = /** @type {any} */ (window);
  const graph = needed(".graph", plot);
  Plotly.react(graph, { data, layout: { autosize: true, ...layout }, config: CONFIG }).then(() => {
    plot.dataset.drawn = "";
  });
};

const PROPERTIES = new Set(["value", "min", "max", "title"]);

/**
 * @param {HTMLElement} place
 * @param {string} name
 * @param {any} value
 */
const write = (place, name, value) => {
  if (name === "children") place.replaceChildren(...nodes(value));
  else if (name === "figure") draw(place, value);
  else if (PROPERTIES.has(name)) Object.assign(place, { [name]: value });
  else place.setAttribute(name, value);
};

/** @type {(view: View) => unknown} */
let shown = () => {};

/**
 * How the file shows a view; also one that the reader changes.
 * @param {(view: View) => unknown} show
 */
export const showBy = (show) => {
  shown = show;
};

/** @param {View} view */
export const show = async (view) => {
  see(view);
  return shown(view);
};

/**
 * @param {Id} id
 * @param {Record<string, any>} props
 */
const setProps = (id, props) => {
  if (id === facts().ids.VIEW) {
    show(/** @type {View} */ (props.data));
    return;
  }
  const place = element(id);
  if (!place) return;
  for (const [name, value] of Object.entries(props)) write(place, name, value);
};

let dashs = clientside.set_props;
let isOn = true;

// Dash writes its own here as soon as its script has run, long before there is a page that it knows.
Object.defineProperty(clientside, "set_props", {
  get: () => (isOn ? setProps : dashs),
  set: (theirs) => (dashs = theirs),
});

const isStandingIn = () => isOn;

/** Dash is there. */
export const standDown = () => {
  isOn = false;
};

// What a callback answers goes to the figure and the parts of its caption, in this order.
const PARTS = ["title", "subtitle", "sentence", "source", "notes", "count", "questions"];

/**
 * @param {string} chart
 * @returns {Id[]}
 */
const idsOf = (chart) =>
  isStaged(chart)
    ? [stagedId(chart), ...PARTS.map((part) => ({ caption: chart, part }))]
    : ["figure", ...PARTS].map((part) => ({ chart, of: "", part }));

/**
 * @param {Id} id
 * @param {string} name
 * @param {unknown} value
 */
const given = (id, name, value) => {
  if (value !== clientside.no_update && value !== undefined) clientside.set_props(id, { [name]: value });
};

/**
 * @param {string} chart
 * @param {View} view
 * @param {Id} id
 */
const answered = (chart, view, id) => {
  if (isMap(chart)) return map(view, facts());
  if (chart === "scatter") return scatterPage(view, facts());
  return anyChart(view, /** @type {Record<string, string>} */ (id), facts());
};

/**
 * Shows a chart of the view.
 * @param {string} chart
 * @param {View} view
 */
export const showChart = async (chart, view) => {
  const ids = idsOf(chart);
  const answers = await answered(chart, view, ids[0]);
  if (answers === clientside.no_update) return;
  if (isMap(chart)) {
    const [, ...parts] = ids;
    [...parts, facts().ids.MAP_LEGEND].forEach((id, k) => given(id, "children", answers[k]));
  } else ids.forEach((id, k) => given(id, k ? "children" : "figure", answers[k]));
};

document.addEventListener("click", (event) => {
  if (isStandingIn() && isTold() && met(event, `#${facts().ids.PLAY}`)) play(1, facts());
});

document.addEventListener("change", ({ target }) => {
  const field = /** @type {HTMLInputElement} */ (target);
  if (isStandingIn() && isTold() && field.id === facts().ids.YEAR_TYPED) yearTyped(field.value, facts());
});

/**
 * The shapes of the map, for plotly.js.
 * @param {unknown} topology
 */
export const takeShapes = (topology) => {
  /** @type {any} */ (window).PlotlyGeoAssets = { topojson: { world_110m: topology } };
};

/** What the page holds for its scripts, as JSON. */
export const contents = () => JSON.parse(String(needed(".contents").textContent));

