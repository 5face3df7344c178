// The scorecard of an economy: every indicator with value, year, status, source, places and course.
import { make } from "../elements.js";
import { fill, number, STATUSES, valued, words } from "../words.js";

/** @import { Indicator } from "./lines.js" */
/** @typedef {[place: number, ranked: number] | null} Place */
/** @typedef {[path: string, x: number, y: number] | null} Course */
/**
 * What came with an economy for an indicator.
 * @typedef {{ value: number | null, year: number, letter: string, source: string, region: Place, world: Place, course: Course }} Listed
 */
/** @typedef {{ columns: string[], themes: { id: string, name: string }[], indicators: Indicator[], words: Record<string, string> }} Room */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
const drawn = (name, attributes) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** @param {Course} course */
const spark = (course) => {
  if (!course) return "";
  const [path, x, y] = course;
  const picture = drawn("svg", { viewBox: "0 0 96 24", "aria-hidden": "true" });
  picture.append(
    drawn("path", { d: path, fill: "none", stroke: "#0b5d92", "stroke-width": 1.5 }),
    drawn("circle", { cx: x, cy: y, r: 2.2, fill: "#d55e00" }),
  );
  return picture;
};

/**
 * @param {Place} found
 * @param {Room} room
 */
const place = (found, { words: own }) =>
  found ? fill(own.place, { place: number(found[0]), ranked: number(found[1]) }) : own.unranked;

/**
 * @param {Indicator} indicator
 * @param {Listed | null} own
 * @param {Room} room
 */
const row = (indicator, own, room) => {
  const button = make("button", { type: "button" }, indicator.name);
  button.dataset.indicator = indicator.id;
  const head = make("th", { scope: "row" }, button);
  if (!own || own.value === null) return make("tr", {}, head, make("td", { colSpan: room.columns.length - 1 }, words("no_data")));
  const texts = [
    valued(own.value, indicator.decimals, indicator.unit),
    String(own.year),
    words(STATUSES[own.letter]),
    own.source,
    ...(room.columns.includes("region") ? [place(own.region, room)] : []),
    place(own.world, room),
  ];
  const cells = texts.map((text) => make("td", {}, text));
  return make("tr", {}, head, ...cells, make("td", {}, spark(own.course)));
};

/**
 * Rows of the indicators, a body a theme.
 * @param {Room} room
 * @param {(Listed | null)[]} listed
 */
export const scorecard = (room, listed) =>
  room.themes.map(({ id, name }) => {
    const head = make("th", { scope: "rowgroup", colSpan: room.columns.length }, name);
    const title = make("tr", { className: "room-theme" }, head);
    const rows = room.indicators.flatMap((indicator, k) =>
      indicator.theme === id ? [row(indicator, listed[k], room)] : [],
    );
    return make("tbody", {}, title, ...rows);
  });
