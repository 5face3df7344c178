// The addresses of a view: of a page, and of a chart's faces.
import { facts } from "./facts.js";
import { parametersOf, shownFace } from "./registry.js";

/** @import { View } from "./types.js" */

/**
 * The query of a view, exactly as View.to_query writes it: defaults left out, in fixed order.
 * @param {View} view
 */
export const queryOf = (view) =>
  facts()
    .parameters.filter(([name, usual]) => (view[name] ?? usual) !== usual)
    .map(([name]) => `${name}=${encodeURIComponent(view[name])}`)
    .join("&");

/**
 * A path of ours as the browser asks for it: below the folder that the dashboard is served in.
 * @param {string} path
 */
export const rooted = (path) => facts().root + path;

/** The path of the page at hand, as the server knows it. */
export const here = () => location.pathname.slice(facts().root.length);

/**
 * @param {string} path
 * @param {View} view
 */
export const pageAddress = (path, view) => {
  const query = queryOf(view);
  return rooted(query ? `${path}?${query}` : path);
};

/**
 * The one address of a chart's face: only what the chart depends on, with language and version,
 * which is that of the page where it is frozen.
 * @param {string} chart
 * @param {View} view
 * @param {string} [face]
 * @param {string} [lang]
 */
export const faceAddress = (chart, view, face = shownFace(chart), lang = facts().lang) => {
  const chosen = Object.fromEntries(parametersOf(chart, face).map((name) => [name, view[name]]));
  const query = queryOf({ ...chosen, lang });
  return rooted(`/view/${chart}.${face}?${query}&v=${view.v || facts().version}`);
};
