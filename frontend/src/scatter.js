// One indicator against another: the scatter's face has both in all years, so the figure of any year
// is made here. The rule of pairing is that of dashboard/text/scatter.py.
import { facts } from "./facts.js";
import { unpacked } from "./packing.js";
import { isOwn, stated, words } from "./words.js";

/** @import { Axis, Figure, ScatterFace, Trace } from "./types.js" */
/** @typedef {{ value: number, year: number, letter: string }} Own */
/** @typedef {{ code: string, x: Own, y: Own, older: boolean, region: number, size: number }} Pair */

const SMALLEST = 5;

/**
 * The newest value of its own up to a year, if it is not too old.
 * @param {Axis} axis
 * @param {number} j
 * @param {number} year
 * @param {number} age
 * @returns {Own | undefined}
 */
const newest = (axis, j, year, age) => {
  const series = axis.series[j];
  for (let k = axis.years.length - 1; series && k >= 0; k--) {
    if (axis.years[k] > year || !isOwn(series.status[k])) continue;
    if (year - axis.years[k] > age) return undefined;
    return { value: Number(series.values[k]), year: axis.years[k], letter: series.status[k] };
  }
  return undefined;
};

/**
 * The economies that have both values in a year.
 * @param {ScatterFace} face
 * @param {number} year
 * @returns {Pair[]}
 */
export const paired = (face, year) =>
  face.economies.flatMap((code, j) => {
    const x = newest(face.x, j, year, face.age);
    const y = newest(face.y, j, year, face.age);
    if (!x || !y) return [];
    const older = x.year !== year || y.year !== year;
    return [{ code, x, y, older, region: face.regions[j], size: face.sizes[j] || SMALLEST }];
  });

/**
 * @param {ScatterFace} face
 * @param {Pair} one
 */
const hover = (face, one) =>
  [
    `<b>${facts().names[one.code]}</b>`,
    words("chosen_title", { names: face.y.name, title: stated(face.y, one.y) }),
    words("chosen_title", { names: face.x.name, title: stated(face.x, one.x) }),
  ].join("<br>");

/** @param {Pair[]} listed */
const coordinates = (listed) => ({
  x: listed.map(({ x }) => x.value),
  y: listed.map(({ y }) => y.value),
});

/**
 * @param {ScatterFace} face
 * @param {Trace} trace
 * @param {Pair[]} listed
 * @param {string} symbol
 * @returns {Trace}
 */
const bubbles = (face, trace, listed, symbol) => ({
  ...trace,
  ...coordinates(listed),
  customdata: listed.map(({ code }) => code),
  text: listed.map((one) => hover(face, one)),
  marker: {
    ...trace.marker,
    size: listed.map(({ size }) => size),
    symbol: listed.map(({ older }) => (older ? `${symbol}-open` : symbol)),
  },
});

/**
 * @param {ScatterFace} face
 * @param {number} at
 * @param {string[]} economies
 * @returns {Figure}
 */
export const scatterFigure = (face, at, economies) => {
  const found = paired(face, face.years[at]).sort((a, b) => b.size - a.size);
  const chosen = found.filter(({ code }) => economies.includes(code));
  const data = face.figure.data.map((trace, k) => {
    if (k < face.symbols.length) {
      const own = found.filter(({ region }) => region === k);
      return bubbles(face, trace, own, face.symbols[k]);
    }
    return { ...trace, ...coordinates(chosen), text: chosen.map(({ code }) => facts().names[code]) };
  });
  return { data, layout: face.figure.layout };
};

/** @param {ScatterFace} face */
export const unpackedAxes = (face) => {
  unpacked(face.x);
  unpacked(face.y);
  return face;
};
