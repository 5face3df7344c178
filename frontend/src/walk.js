// The points of a figure, walked with the arrow keys: each is shown as a pointer would show it, and
// said to those who listen.
import { isHeld, make, query } from "./elements.js";
import { facts } from "./facts.js";
import { saidOf, seriesOf } from "./points.js";
import { facetsOf } from "./shown.js";
import { atlasIn } from "./svg-map.js";
import { pointAtEconomy, showTip, unpoint } from "./tooltip.js";
import { change, toggled, viewNow } from "./view.js";

/** @import { Graph } from "./types.js" */
/** @import { Atlas } from "./svg-map.js" */
/** @import { Point, PointSeries } from "./points.js" */
/** @typedef {[sideways: number, upwards: number]} Step */
/** @typedef {{ one: PointSeries, point: Point }} At */

const said = make("div", { className: "visually-hidden" });
said.setAttribute("aria-live", "polite");
document.body.append(said);

const ring = make("div", { className: "walk-ring" });

const STEPS = /** @type {Record<string, Step>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
});

/**
 * Where the reader stands in each chart.
 * @type {WeakMap<Graph, Point>}
 */
const points = new WeakMap();
/**
 * The economy that the reader stands at in each map.
 * @type {WeakMap<Atlas, string>}
 */
const codes = new WeakMap();

/**
 * @template Item
 * @param {Item[]} list
 * @param {number} at
 * @param {number} step
 */
const moved = (list, at, step) => list[Math.min(Math.max(at + step, 0), list.length - 1)];

/**
 * @param {Point} a
 * @param {Point} b
 */
const isSame = (a, b) => a.curve === b.curve && String(a.point) === String(b.point);

/**
 * @param {Point[]} all
 * @param {number} x
 */
const nearest = (all, x) =>
  all.reduce((best, one) => (Math.abs(one.x - x) < Math.abs(best.x - x) ? one : best));

/**
 * Of two panels the lower one has the later axis.
 * @param {At} a
 * @param {At} b
 */
const height = (a, b) =>
  a.one.axis === b.one.axis
    ? a.point.y - b.point.y
    : String(a.one.axis) < String(b.one.axis)
      ? 1
      : -1;

/**
 * Up and down: at the same year to the next line in height; in a field to the next row; among
 * dots to the next series.
 * @param {Graph} graph
 * @param {PointSeries[]} series
 * @param {PointSeries} own
 * @param {Point} point
 * @param {number} step
 */
const across = (graph, series, own, point, step) => {
  const order = series.map((one) => ({ one, point: one === own ? point : nearest(one.points, point.x) }));
  if (point.column || graph.layout.hovermode === "x unified") {
    order.sort(height);
    const [low, high] = graph._fullLayout.yaxis.range;
    if (low > high) order.reverse();
  }
  return moved(order, order.findIndex(({ one }) => one === own), step).point;
};

/**
 * @param {Graph} graph
 * @param {Step} step
 */
const along = (graph, [sideways, upwards]) => {
  const series = seriesOf(graph);
  if (!series.length) return;
  const holding = (/** @type {Point} */ at) =>
    series.find((one) => one.points.some((point) => isSame(point, at)));
  const at = points.get(graph);
  const own = at && holding(at);
  let next = series[0].points[series[0].points.length - 1];
  if (own) {
    const k = own.points.findIndex((point) => isSame(point, at));
    next = sideways
      ? moved(own.points, k, sideways)
      : across(graph, series, own, own.points[k], upwards);
  }
  points.set(graph, next);
  const words = saidOf(graph, holding(next) ?? series[0], next);
  said.textContent = words.join("; ");
  show(graph, next, words);
};

/**
 * @param {Graph} graph
 * @param {string | undefined} name
 * @param {string} letter
 */
const axisOf = (graph, name, letter) => graph._fullLayout[`${letter}axis${name?.slice(1) || ""}`];

/**
 * In pixels of the plot.
 * @param {Graph} graph
 * @param {Point} point
 * @returns {[number, number]}
 */
const pixels = (graph, { curve, x, y }) => {
  const trace = graph.data[curve];
  if (trace.type === "scattergeo") {
    return graph._fullLayout[trace.geo ?? "geo"]._subplot.projection([x, y]);
  }
  const [across, up] = [axisOf(graph, trace.xaxis, "x"), axisOf(graph, trace.yaxis, "y")];
  return [across._offset + across.d2p(x), up._offset + up.d2p(y)];
};

/**
 * A ring around the point, and its words beside it.
 * @param {Graph} graph
 * @param {Point} point
 * @param {string[]} words
 */
const show = (graph, point, words) => {
  const [x, y] = pixels(graph, point);
  graph.append(ring);
  ring.style.translate = `${x}px ${y}px`;
  ring.scrollIntoView({ block: "nearest", inline: "nearest" });
  showTip(words, () => {
    const { left, top } = graph.getBoundingClientRect();
    return { clientX: left + x, clientY: top + y };
  });
};

/**
 * On a map left and right go by name, up and down by value.
 * @param {Atlas} atlas
 * @param {Step} step
 */
const overMap = (atlas, [sideways, upwards]) => {
  const { face, at = 0 } = atlas;
  if (!face) return;
  const all = face.economies.map((code, j) => ({ code, ...facetsOf(face, at, j) }));
  const { locale } = facts();
  const order = sideways
    ? all.sort((a, b) => a.name.localeCompare(b.name, locale))
    : all
        .filter(({ number }) => number !== undefined)
        .sort((a, b) => Number(a.number) - Number(b.number));
  const k = order.findIndex(({ code }) => code === codes.get(atlas));
  const start = upwards ? order.at(-1) : order[0];
  const next = k < 0 ? start : moved(order, k, sideways || upwards);
  if (!next) return;
  codes.set(atlas, next.code);
  said.textContent = pointAtEconomy(atlas, next.code);
};

/** @param {Atlas} [atlas] */
const leave = (atlas) => {
  said.textContent = "";
  unpoint(atlas);
  ring.remove();
};

/**
 * The box of the plot that has the focus.
 * @param {Event} event
 */
const focused = ({ target }) => {
  const box = /** @type {HTMLElement} */ (target);
  return box.matches?.(".figure-box") ? box : null;
};

document.addEventListener("keydown", (event) => {
  const box = focused(event);
  if (!box || isHeld(event)) return;
  const atlas = atlasIn(box);
  /** @type {Graph} */
  const graph = query(".js-plotly-plot", box);
  const step = STEPS[event.key];
  const code = atlas && codes.get(atlas);
  if (step && atlas) overMap(atlas, step);
  else if (step && graph?.data) along(graph, step);
  else if (event.key === "Escape") leave(atlas);
  else if (event.key === "Enter" && code) {
    change({ economies: toggled(viewNow(), code).economies });
  } else return;
  event.preventDefault();
});

document.addEventListener("focusout", (event) => {
  const box = focused(event);
  if (box) leave(atlasIn(box));
});
