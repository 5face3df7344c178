// The figure of the map in a year, made of its face, which holds all years.
import { PALE, shownIn } from "./shown.js";

/** @import { Figure, MapFace, Trace } from "./types.js" */
/** @import { Shown } from "./shown.js" */

/** The places of the areas among the traces of the map's face, and among those of each of its maps. */
export const AREAS = 1;
/** The colours that theme.py and tokens.css have too; a test compares them. */
export const NO_DATA = "#e4e4e1";
export const HIGHLIGHT = "#d55e00";
const NOTHING = "rgba(0,0,0,0)";
// On a phone the circles would hide what lies between them.
const NARROW = 640;

const QUIET = { text: undefined, hovertemplate: undefined, hoverinfo: "none" };

/**
 * @param {Trace} trace
 * @param {Shown} shown
 * @param {number[]} indexes
 * @returns {Trace}
 */
const areas = (trace, shown, indexes) => ({
  ...trace,
  z: indexes.map((j) => shown.levels[j]),
  marker: { ...trace.marker, opacity: indexes.map((j) => (shown.pale[j] ? PALE : 1)) },
  ...QUIET,
});

/**
 * @param {Trace} trace
 * @param {Shown} shown
 * @param {number[]} indexes
 * @param {Set<string>} chosen
 * @returns {Trace}
 */
const circles = (trace, shown, indexes, chosen) => {
  /** @type {string[]} */
  const codes = trace.customdata;
  const { size, line } = trace.marker;
  return {
    ...trace,
    marker: {
      ...trace.marker,
      size: globalThis.innerWidth < NARROW ? size * 0.7 : size,
      color: indexes.map((j) => shown.levels[j]),
      opacity: indexes.map((j) => (shown.pale[j] ? PALE : 1)),
      line: {
        color: codes.map((code) => (chosen.has(code) ? HIGHLIGHT : line.color)),
        width: codes.map((code) => (chosen.has(code) ? 2.5 : line.width)),
      },
    },
    ...QUIET,
  };
};

/**
 * An outline of its own above all areas: a neighbour's border would cover half of it. Economies with
 * a circle have the circle outlined instead.
 * @param {string[]} locations
 * @returns {Trace}
 */
const outlines = (locations) => ({
  type: "choropleth",
  locationmode: "ISO-3",
  locations,
  z: locations.map(() => 0),
  colorscale: [
    [0, NOTHING],
    [1, NOTHING],
  ],
  showscale: false,
  hoverinfo: "skip",
  marker: { line: { color: HIGHLIGHT, width: 2.2 } },
});

/**
 * Where each area of a map finds its economy in the face: its own, or the one that it follows.
 * @param {MapFace} face
 * @returns {Map<string, number>}
 */
export const placesOf = ({ economies, figure }) => {
  const places = new Map(economies.map((code, j) => [code, j]));
  const { locations = [], customdata = locations } = figure.data[AREAS];
  for (const [k, area] of locations.entries()) places.set(area, Number(places.get(customdata[k])));
  return places;
};

/**
 * The circles of the frame, or of an inset.
 * @param {Trace} trace
 */
export const isCircles = ({ type, mode }) => type === "scattergeo" && mode === "markers";

/**
 * @param {MapFace} face
 * @param {number} at
 * @param {string[]} economies
 * @returns {Figure}
 */
export const mapFigure = (face, at, economies) => {
  const shown = shownIn(face, at);
  const chosen = new Set(economies);
  const places = placesOf(face);
  const circled = new Set(face.figure.data.filter(isCircles).flatMap(({ customdata }) => customdata));
  const drawn = (face.figure.data[AREAS].locations ?? face.economies).map(
    (/** @type {string} */ area) => Number(places.get(area)),
  );
  const data = face.figure.data.map((trace) => {
    if (trace.type === "choropleth" && trace.hoverinfo !== "skip") return areas(trace, shown, drawn);
    if (!isCircles(trace)) return trace;
    const indexes = trace.customdata.map((/** @type {string} */ code) => Number(places.get(code)));
    return circles(trace, shown, indexes, chosen);
  });
  const layout = { ...face.figure.layout, dragmode: false };
  const outlined = [...places]
    .filter(([area, j]) => chosen.has(face.economies[j]) && !circled.has(area))
    .map(([area]) => area);
  return { data: outlined.length ? [...data, outlines(outlined)] : data, layout };
};
