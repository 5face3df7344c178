// What is shown in a year: every economy's value, class and paleness, from the map's face.
import { facts, order } from "./facts.js";
import { keptByYear } from "./kept.js";
import { printed, STATUSES, valued, words } from "./words.js";

/** @import { MapFace, Series } from "./types.js" */
/** @typedef {ReturnType<typeof computed>} Shown */

/** Values that were filled, and those of an earlier year, are this opaque. */
export const PALE = 0.55;
/** The colour that theme.py and tokens.css have too; a test compares them. */
export const NO_DATA = "#bab29f";
/** The hatch of the SVG (dashboard/figures/shapes.py): no value, and modelled inside groups. */
const HATCHED = "url(#silent)";

/**
 * The place in a face's years of the view's year, or of the nearest earlier one with data.
 * @param {{ years: number[], latest: number }} face
 * @param {string | number | undefined} year
 */
export const yearPlace = (face, year) => {
  const wanted = year === "latest" || !year ? face.latest : Number(year);
  const earlier = face.years.filter((one) => one <= wanted);
  return Math.max(earlier.length - 1, 0);
};

/**
 * Where the value for the year at place `at` stands: there, or up to `carry_years` before; -1 where
 * there is none.
 * @param {{ years: number[], carry_years: number }} face
 * @param {{ values: (number | null)[] }} series
 * @param {number} at
 */
export const valuePlace = (face, series, at) => {
  for (let k = at; k >= 0 && face.years[at] - face.years[k] <= face.carry_years; k--) {
    if (series.values[k] !== null) return k;
  }
  return -1;
};

/**
 * The class of a value: how many limits it has reached.
 * @param {number} value
 * @param {number[]} limits
 */
export const levelOf = (value, limits) => {
  let level = 0;
  while (level < limits.length && limits[level] <= value) level++;
  return level;
};

/**
 * @param {MapFace} face
 * @param {number} at
 */
const computed = (face, at) => {
  const size = face.economies.length;
  const shown = {
    places: new Int16Array(size).fill(-1),
    levels: new Int8Array(size).fill(-1),
    pale: new Uint8Array(size),
    /** @type {number[]} */
    counts: new Array(face.limits.length + 1).fill(0),
    silent: new Uint8Array(size),
    none: 0,
    modelled: 0,
    filled: 0,
  };
  face.series.forEach((series, j) => {
    const place = series ? valuePlace(face, series, at) : -1;
    if (!series || place < 0) {
      if (face.silent?.[j]?.[0].includes(at)) {
        shown.silent[j] = 1;
        shown.modelled++;
      } else shown.none++;
      return;
    }
    shown.places[j] = place;
    shown.levels[j] = levelOf(Number(series.values[place]), face.limits);
    shown.counts[shown.levels[j]]++;
    shown.pale[j] = place !== at || "ic".includes(series.status[place]) ? 1 : 0;
    shown.filled += shown.pale[j];
  });
  return shown;
};

export const shownIn = keptByYear(computed);

/**
 * The colour of an economy, and how opaque it is.
 * @param {MapFace} face
 * @param {Shown} shown
 * @param {number} j
 * @returns {[fill: string, opacity: number]}
 */
export const lookOf = (face, { levels, pale, silent }, j) => [
  levels[j] < 0 ? (silent[j] ? HATCHED : NO_DATA) : face.colors[levels[j]],
  pale[j] ? PALE : 1,
];

/**
 * What stands for an economy without a value inside its groups.
 * @param {MapFace} face
 * @param {number} at
 * @param {number} j
 */
const modelled = ({ silent, decimals, unit }, at, j) => {
  const [places, lows, highs] = silent?.[j] ?? [[], [], []];
  const k = places.indexOf(at);
  if (k < 0) return {};
  const ends = { low: printed(lows[k], decimals), high: valued(highs[k], decimals, unit) };
  return { notes: [words("modelled", ends)] };
};

/**
 * What is said of an economy in a year; undefined parts where there is nothing to say.
 * @param {MapFace} face
 * @param {number} at
 * @param {number} j
 */
export const facetsOf = (face, at, j) => {
  const place = shownIn(face, at).places[j];
  const code = face.economies[j];
  const who = { name: facts().names[code], order: order(code) };
  if (place < 0) return /** @type {Facets} */ ({ ...who, ...modelled(face, at, j) });
  const { values, status, sources, notes } = /** @type {Series} */ (face.series[j]);
  const value = Number(values[place]);
  /** @type {Facets} */
  const facets = {
    ...who,
    number: value,
    value: valued(value, face.decimals, face.unit),
    year: face.years[place],
    letter: status[place],
    status: words(STATUSES[status[place]]),
    source: face.sources[sources.charCodeAt(place) - 97],
    notes: (notes[face.years[place]] ?? []).map((note) => face.notes[note]),
  };
  return facets;
};

/**
 * @typedef {object} Facets
 * @property {string} name
 * @property {number} order
 * @property {number} [number]
 * @property {string} [value]
 * @property {number} [year]
 * @property {string} [letter]
 * @property {string} [status]
 * @property {string} [source]
 * @property {string[]} [notes]
 */
