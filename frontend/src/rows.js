// The table of a figure: the figure's own points, written out when the reader opens it.
import { isHeld, isOpen, isWriting, make, met, needed, query, setOpen } from "./elements.js";
import { isTold } from "./facts.js";
import { rowsOf, rowsOfMap } from "./points.js";
import { atlasIn } from "./svg-map.js";
import { words } from "./words.js";

/** @import { Graph } from "./types.js" */

const NUMBER = /^[<+\-−‎~]*\d/;

/** @param {HTMLElement} figure */
const captionOf = (figure) =>
  [".figure-title", ".figure-subtitle"]
    .map((part) => needed(part, figure).textContent)
    .filter(Boolean)
    .join(" – ");

/**
 * @param {string[][]} rows the heads first
 * @param {string} text
 */
const tableOf = ([heads, ...rows], text) => {
  const isNumber = heads.map((_, k) => k > 0 && rows.every((row) => !row[k] || NUMBER.test(row[k])));
  const cell = (/** @type {string} */ content, /** @type {number} */ k, scope = "") => {
    const name = { className: isNumber[k] ? "column-value" : "" };
    return scope ? make("th", { ...name, scope }, content) : make("td", name, content);
  };
  const line = (/** @type {string[]} */ row) =>
    make("tr", {}, ...row.map((content, k) => cell(content, k, k ? "" : "row")));
  return make(
    "table",
    { className: "table data-table" },
    make("caption", {}, text),
    make("thead", {}, make("tr", {}, ...heads.map((head, k) => cell(head, k, "col")))),
    make("tbody", {}, ...rows.map(line)),
  );
};

/**
 * @param {HTMLElement} details
 * @returns {Graph}
 */
const fill = (details) => {
  const figure = /** @type {HTMLElement} */ (details.closest("figure"));
  /** @type {Graph} */
  const graph = query(".js-plotly-plot", figure);
  const place = needed(".data-scroll", details);
  const { face, at = 0 } = atlasIn(needed(".figure-box", figure)) ?? {};
  let rows = /** @type {string[][]} */ ([]);
  if (face) rows = rowsOfMap(face, at);
  else if (graph?.data && isTold()) rows = rowsOf(graph);
  if (rows.length) place.replaceChildren(tableOf(rows, captionOf(figure)));
  else place.replaceChildren(isTold() ? words("no_data") : "");
  return graph;
};

/** @type {WeakMap<Graph, HTMLElement>} */
const followed = new WeakMap();

/**
 * A figure that is drawn anew, for another year or indicator, has its open table written anew.
 * @param {HTMLElement} details
 * @param {Graph} graph
 */
const follow = (details, graph) => {
  if (!graph?.on || followed.get(graph) === details) return;
  followed.set(graph, details);
  graph.on("plotly_afterplot", () => isOpen(details) && fill(details));
};

document.addEventListener("map-painted", (event) => {
  const details = query("details.figure-rows[open]", met(event, "figure"));
  if (details) fill(details);
});

document.addEventListener(
  "toggle",
  ({ target }) => {
    const details = /** @type {HTMLElement} */ (target);
    if (details.matches?.("details.figure-rows") && isOpen(details)) follow(details, fill(details));
  },
  true,
);

/**
 * Opened by key, the table has the focus, so that the arrow keys move through it; closed by key or
 * by Escape, the plot has it.
 * @param {HTMLElement | null} figure
 */
const toggle = (figure) => {
  const details = query("details.figure-rows", figure);
  if (!figure || !details) return;
  setOpen(details, !isOpen(details));
  const next = isOpen(details) ? query(".data-scroll", details) : query(".figure-box", figure);
  next?.focus();
};

document.addEventListener("keydown", (event) => {
  const details = met(event, "details.figure-rows[open]");
  if (event.key === "Escape" && details) toggle(details.closest("figure"));
  if (isHeld(event) || isWriting(event)) return;
  if (event.key === "t") toggle(met(event, "figure"));
  else if (event.key === "n") {
    const notes = query("details.figure-more", met(event, "figure") ?? query("main figure"));
    if (notes) setOpen(notes, !isOpen(notes));
  }
});
