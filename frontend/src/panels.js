// Trend and gap beside the map: pictures of the server, on which the year of the year bar, the values
// of their lines and the economies that are chosen or pointed at are drawn.
import { faceAddress } from "./addresses.js";
import { clientside } from "./clientside.js";
import { onPage } from "./colours.js";
import { element, make, met, needed, query, write } from "./elements.js";
import { json, newestFace } from "./faces.js";
import { facts as told, remember } from "./facts.js";
import { onPoint, point, pointedAt } from "./pointing.js";
import { facetsOf, yearPlace } from "./shown.js";
import { atlasIn, point as pointOnMap } from "./svg-map.js";
import { economiesOf } from "./view.js";
import { valued } from "./words.js";
import { goTo, stage } from "./years.js";

/** @import { Facts, MapFace, View, YearText } from "./types.js" */
/** @typedef {{ code: string, name: string, colour: string, values: (number | null)[] }} Line */
/**
 * @typedef {object} CourseFace
 * @property {{ title: string, sentence: string, source: string }} text
 * @property {[number, number]} size
 * @property {[number, number, number, number]} box left, top, right, bottom
 * @property {[number, number]} x
 * @property {[number, number]} y
 * @property {number[]} years
 * @property {number} latest
 * @property {string[]} moments
 * @property {Line[]} lines
 * @property {number} decimals
 * @property {import("./words.js").Unit} unit
 * @property {YearText[]} texts
 */
/** @typedef {{ id: Record<string, string>, face: CourseFace, map: MapFace, at: number, chosen: string[] }} Panel */

// A pointer is at a line that is no farther away than this, in units of the picture.
const NEAR = 14;
// The colour of an economy that has no line: theme.py and tokens.css have it too.
const HIGHLIGHT = "#d55e00";
const FILLED = "ic";
/** @type {Map<string, Panel>} */
const panels = new Map();

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
const drawn = (tag, attributes) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
};

/**
 * @param {CourseFace} face
 * @param {number} year
 */
const across = ({ box: [left, , right], x: [low, high] }, year) =>
  left + ((right - left) * (year - low)) / (high - low);

/**
 * @param {CourseFace} face
 * @param {number} value
 */
const upright = ({ box: [, top, , bottom], y: [low, high] }, value) =>
  bottom - ((bottom - top) * (value - low)) / (high - low);

/**
 * Points of an economy's own series: hollow where we filled them. No line joins them, so none runs
 * across a break.
 * @param {Panel} panel
 * @param {string} code
 * @param {string} colour
 */
const pointsOf = ({ face, map }, code, colour) => {
  const series = map.series[map.economies.indexOf(code)];
  const [left, top, right, bottom] = face.box;
  return (series?.values ?? []).flatMap((value, k) => {
    if (value === null) return [];
    const [cx, cy] = [across(face, map.years[k]), upright(face, value)];
    if (cx < left || cx > right || cy < top || cy > bottom) return [];
    const stroke = onPage(colour);
    const fill = FILLED.includes(String(series?.status[k])) ? "none" : stroke;
    return [drawn("circle", { cx, cy, r: 2.6, fill, stroke, "stroke-width": 1.2 })];
  });
};

/**
 * An economy has the colour of its line, in whichever picture it has one.
 * @param {string} code
 */
const colourOf = (code) => {
  const lines = [...panels.values()].flatMap(({ face }) => face.lines);
  return lines.find((line) => line.code === code)?.colour ?? HIGHLIGHT;
};

/**
 * The lines of the picture, and the economies that it has none of: chosen, or pointed at.
 * @param {Panel} panel
 */
const read = (panel) => {
  const { face, map, at, chosen } = panel;
  const own = new Set(face.lines.map(({ code }) => code));
  const others = [...chosen, pointedAt()].filter((code) => code && !own.has(code));
  const lines = face.lines.map(({ name, colour, values }) => ({ name, colour, value: values[at] }));
  const rows = lines.map(({ value, ...line }) => ({
    ...line,
    text: value === null ? "" : valued(value, face.decimals, face.unit),
  }));
  for (const code of new Set(others)) {
    const j = map.economies.indexOf(code);
    if (j < 0) continue;
    const { name, value = "–", year } = facetsOf(map, yearPlace(map, face.years[at]), j);
    const isOld = year !== undefined && year !== face.years[at];
    rows.push({ name, colour: colourOf(code), text: isOld ? `${value} (${year})` : value });
  }
  return rows.filter(({ text }) => text);
};

/** @param {Panel} panel */
const values = (panel) =>
  read(panel).map(({ name, colour, text }) => {
    const dot = make("i", {});
    dot.style.background = onPage(colour);
    return make("span", {}, dot, `${name} `, make("b", { textContent: text }));
  });

/**
 * What is drawn on a picture: what stays from year to year, and what moves.
 * @param {Panel} panel
 */
const layersOf = ({ id, face }) => {
  const place = element(id);
  const there = query("svg", place);
  if (there) return [...there.children];
  const made = drawn("svg", { viewBox: `0 0 ${face.size.join(" ")}` });
  made.append(drawn("g", {}), drawn("g", {}));
  place?.append(made);
  return [...made.children];
};

/**
 * The year of the year bar: a line, a dot on every line, the values, the sentence.
 * @param {Panel} panel
 */
const paintYear = (panel) => {
  const { id, face, at } = panel;
  const figure = element(id)?.closest("figure");
  if (!figure) return;
  const x = across(face, face.years[at]);
  const [left, top, right, bottom] = face.box;
  const line = { x1: x, x2: x, y1: top, y2: bottom, stroke: "currentColor", "stroke-width": 1 };
  const dots = face.lines.flatMap(({ colour, values: heights }) => {
    const height = heights[at];
    if (height === null || height === undefined) return [];
    return [drawn("circle", { cx: x, cy: upright(face, height), r: 3.5, fill: onPage(colour), stroke: "var(--paper)" })];
  });
  const isIn = x >= left && x <= right;
  layersOf(panel)[1].replaceChildren(...(isIn ? [drawn("line", line), ...dots] : []));
  needed(".panel-values", figure).replaceChildren(...values(panel));
  write({ ...id, part: "sentence" }, face.moments[at]);
};

/**
 * The economies that are chosen and have no line here, and the one pointed at.
 * @param {Panel} panel
 */
const paint = (panel) => {
  const own = new Set(panel.face.lines.map(({ code }) => code));
  const extra = new Set([...panel.chosen.filter((code) => !own.has(code)), pointedAt()]);
  const points = [...extra].flatMap((code) => pointsOf(panel, code, colourOf(code)));
  layersOf(panel)[0].replaceChildren(...points);
  paintYear(panel);
};

onPoint((code) => {
  if (!panels.size) return;
  const atlas = atlasIn(element(told().ids.MAP));
  if (atlas) pointOnMap(atlas, code);
  for (const [key, panel] of panels) {
    if (element(panel.id)) paint(panel);
    else panels.delete(key);
  }
});

/**
 * What a panel follows of the view; what it holds fast goes before.
 * @param {View} view
 * @param {Record<string, string>} id
 * @returns {View}
 */
const followed = ({ indicator, year, years, region, economies, lang, v }, id) => ({
  ...{ indicator, year, years, region, economies, lang, v },
  ...Object.fromEntries(new URLSearchParams(id.of)),
});

/**
 * @param {View} view
 * @param {Record<string, string>} id of its lines
 * @param {Facts} facts
 */
export const panel = async (view, id, facts) => {
  remember(facts);
  const shown = followed(view, id);
  const { no_update: same } = clientside;
  try {
    const [face, map] = await Promise.all([
      newestFace(id, faceAddress(id.panel, { ...shown, year: "latest" }, "course")),
      json(faceAddress("map", shown)),
    ]);
    if (!face) return same;
    const one = { id, face, map, at: 0, chosen: economiesOf(view) };
    panels.set(JSON.stringify(id), one);
    const move = (/** @type {number} */ at) => {
      one.at = at;
      paintYear(one);
    };
    one.at = stage(id, face, yearPlace(face, view.year), move);
    paint(one);
    const sentence = face.moments[one.at];
    return [faceAddress(id.panel, { ...shown, year: "latest" }, "panel"), sentence, face.text.title, sentence];
  } catch (error) {
    return [same, same, same, /** @type {Error} */ (error).message];
  }
};

/**
 * The panel below a pointer, and where on it that is.
 * @param {MouseEvent} event
 */
const under = (event) => {
  const place = met(event, ".panel-lines");
  const one = [...panels.values()].find(({ id }) => place && element(id) === place);
  if (!place || !one) return undefined;
  const layer = /** @type {SVGSVGElement | null} */ (place.querySelector("svg"));
  const matrix = layer?.getScreenCTM()?.inverse();
  if (!matrix) return undefined;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return { one, x, y };
};

document.addEventListener("pointermove", (event) => {
  const found = under(event);
  if (!found) return;
  const { one, x, y } = found;
  const { face, chosen } = one;
  const far = face.lines
    .filter(({ code }) => chosen.includes(code))
    .map(({ code, values: heights }) => {
      const gaps = heights.map((value, k) =>
        value === null ? Infinity : Math.hypot(across(face, face.years[k]) - x, upright(face, value) - y),
      );
      return { code, gap: Math.min(...gaps) };
    })
    .sort((a, b) => a.gap - b.gap);
  point(far.length && far[0].gap < NEAR ? far[0].code : "");
});

document.addEventListener("pointerout", (event) => {
  if (met(event, ".panel-lines")) point("");
});

// A year is chosen where a picture of years is clicked.
document.addEventListener("click", (event) => {
  const found = under(event);
  if (!found) return;
  const { face } = found.one;
  const [left, , right] = face.box;
  const [low, high] = face.x;
  goTo(Math.round(low + ((high - low) * (found.x - left)) / (right - left)));
});
