// The data page's table: a row an economy, sorted and searched here, filled from the map's face.
import { faceAddress } from "./addresses.js";
import { clientside } from "./clientside.js";
import { element, make, met, queryAll, write } from "./elements.js";
import { newestFace } from "./faces.js";
import { facts, remember } from "./facts.js";
import { finds } from "./fold.js";
import { facetsOf, yearPlace } from "./shown.js";
import { nameTab } from "./tab.js";
import { number, words } from "./words.js";
import { stage } from "./years.js";

/** @import { Facts, MapFace, View } from "./types.js" */
/** @import { Facets } from "./shown.js" */

const COLUMNS = ["economy", "value", "year", "status", "source", "note"];
let sorting = { column: "economy", order: 1 };
let search = "";
/** @type {{ face: MapFace, at: number } | undefined} */
let current;

/** @param {Facets} facets */
const rowOf = (facets) => ({
  /** @type {Record<string, any>} */
  key: { ...facets, economy: facets.order, value: facets.number, note: facets.notes?.join(" ") },
  filled: "ic".includes(facets.letter ?? "-"),
  cells: [
    facets.name,
    facets.value ?? words("no_data"),
    facets.year === undefined ? "" : String(facets.year),
    facets.status ?? "",
    facets.source ?? "",
    facets.notes?.join(" ") ?? "",
  ],
});
/** @typedef {ReturnType<typeof rowOf>} Row */

/**
 * Economies without a value stay at the end in either order.
 * @param {Row} a
 * @param {Row} b
 */
const compare = (a, b) => {
  const [x, y] = [a.key[sorting.column], b.key[sorting.column]];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  const order = typeof x === "number" ? x - y : x.localeCompare(y, facts().locale);
  return sorting.order * order;
};

/** @param {Row} row */
const rowElement = ({ cells, filled }) => {
  const row = make("tr");
  if (filled) row.className = "filled";
  cells.forEach((text, k) => {
    const name = { className: `column-${COLUMNS[k]}`, textContent: text };
    const cell = k ? make("td", name) : make("th", { scope: "row", ...name });
    // A source is named in its own language, whatever that of the page.
    if (COLUMNS[k] === "source") cell.dir = "auto";
    row.append(cell);
  });
  return row;
};

// Returns how many rows there are.
const paint = () => {
  const table = /** @type {HTMLTableElement | null} */ (element(facts().ids.TABLE));
  if (!table || !current) return 0;
  const { face, at } = current;
  const isWanted = finds(search);
  const rows = face.economies
    .map((_, j) => rowOf(facetsOf(face, at, j)))
    .filter(({ cells }) => isWanted(cells.join(" ")))
    .sort(compare);
  const body = table.tBodies[0] ?? table.createTBody();
  body.replaceChildren(...rows.map(rowElement));
  for (const head of table.tHead?.rows[0].cells ?? []) {
    const sorted = head.dataset.column === sorting.column;
    const order = sorting.order > 0 ? "ascending" : "descending";
    head.setAttribute("aria-sort", sorted ? order : "none");
  }
  return rows.length;
};

/**
 * @param {View} view
 * @param {string | null} text
 * @param {Facts} facts
 */
export const table = async (view, text, facts) => {
  remember(facts);
  search = text || "";
  const same = clientside.no_update;
  try {
    /** @type {MapFace | undefined} */
    const face = await newestFace(facts.ids.TABLE, faceAddress("map", view));
    if (!face) return same;
    const at = stage(facts.ids.TABLE, face, yearPlace(face, view.year), (place) => {
      current = { face, at: place };
      write(facts.ids.TABLE_TITLE, face.texts[place].title);
      paint();
    });
    current = { face, at };
    const n = paint();
    const rows = words("rows", { n, number: number(n) });
    const years = `${face.years[0]}..${face.years.at(-1)}`;
    const file = (/** @type {string | undefined} */ kind) =>
      faceAddress("map", view, kind).replace("?", `?years=${years}&`);
    for (const link of queryAll(".data-files a")) link.setAttribute("href", file(link.dataset.face));
    nameTab(face.texts[at].title);
    return [face.texts[at].title, face.text.source, rows, file("csv")];
  } catch (error) {
    return [same, same, /** @type {Error} */ (error).message, same];
  }
};

document.addEventListener("click", (event) => {
  const { column } = met(event, "th[data-column]")?.dataset ?? {};
  if (!column || !current) return;
  const turned = column === sorting.column ? -sorting.order : 1;
  sorting = { column, order: turned };
  paint();
});
