// While years pass, the shapes of the map that are there get their new fill at once; a proper redraw
// takes three times as long and follows when the years have come to rest.
import { AREAS, isCircles, NO_DATA, placesOf } from "./map-figure.js";
import { PALE } from "./shown.js";

/** @import { Graph, MapFace } from "./types.js" */
/** @import { Shown } from "./shown.js" */
/** @typedef {{ path: SVGPathElement, j: number, level?: number, pale?: number }} Shape */

/**
 * @param {Graph} graph
 * @param {MapFace} face
 * @returns {Shape[]}
 */
const shapes = (graph, face) => {
  const places = placesOf(face);
  const circled = face.figure.data.filter(isCircles).map(({ customdata }) => customdata);
  return [...graph.querySelectorAll(".geolayer > .geo")].flatMap((map, k) => {
    const layers = [map.querySelectorAll(".choroplethlayer .trace")[AREAS], map.querySelector(".scattergeo")];
    const paths = layers.flatMap((layer) => [...(layer?.querySelectorAll("path") ?? [])]);
    return paths.map((/** @type {any} */ path) => {
      const { loc, i } = path.__data__;
      return { path, j: Number(places.get(loc ?? circled[k][i])) };
    });
  });
};

/** @type {WeakMap<Graph, Shape[]>} */
const found = new WeakMap();

/**
 * After every redraw the shapes are found again.
 * @param {Graph} graph
 */
export const redrawn = (graph) => {
  found.delete(graph);
};

/**
 * @param {Graph} graph
 * @param {MapFace} face
 */
const shapesOf = (graph, face) => {
  const known = found.get(graph) ?? shapes(graph, face);
  found.set(graph, known);
  return known;
};

/**
 * Only what differs from the fill that it has is touched.
 * @param {Graph} graph
 * @param {MapFace} face
 * @param {Shown} shown
 */
export const repaint = (graph, face, shown) => {
  for (const shape of shapesOf(graph, face)) {
    const level = shown.levels[shape.j];
    const pale = shown.pale[shape.j];
    if (level === undefined || (shape.level === level && shape.pale === pale)) continue;
    const { style } = shape.path;
    if (shape.level !== level) style.fill = level < 0 ? NO_DATA : face.colors[level];
    if (shape.pale !== pale) style.opacity = String(pale ? PALE : 1);
    shape.level = level;
    shape.pale = pale;
  }
};
