// The prepared list of committee mode: which views it has, and all that they need, fetched beforehand.
import { faceAddress, rooted } from "../addresses.js";
import { needed } from "../elements.js";
import { json } from "../faces.js";
import { mapText, titled } from "../chosen.js";
import { facts } from "../facts.js";
import { plotly } from "../plotly.js";
import { presentable } from "../present.js";
import { isChart, isMap, isOnShapes, stagedBy } from "../registry.js";
import { unpackedAxes } from "../scatter.js";
import { yearPlace } from "../shown.js";
import { mapSvg } from "../svg-source.js";
import { onTray } from "../tray.js";
import { viewNow } from "../view.js";

/** @import { Facts, Figure, Prepared, Text, View } from "../types.js" */

// A projector shows no fine greys: words are black, lines dark, and areas have an outline.
const CONTRAST = /** @type {Record<string, string>} */ ({ "#23282d": "#000000", "#5b646d": "#1a1a1a", "#6f767c": "#000000", "#e3e6e8": "#b0b0b0" });
const OUTLINE = "#808080";
/** @param {string} colour */
export const inContrast = (colour) => CONTRAST[colour] ?? colour;

/** @type {Map<string, Facts>} */
const languages = new Map();

/**
 * @param {Prepared} one
 * @param {string} lang
 */
const addressOf = ({ chart, view }, lang) => faceAddress(chart, view, undefined, lang);

/**
 * What a view shows, with all that changes without a request but the year.
 * @param {Prepared} one
 */
const shownBy = ({ chart, view }) => faceAddress(chart, { ...view, year: "latest" }, "svg", "");

/**
 * @param {string} chart
 * @param {View} view
 * @returns {Prepared}
 */
const prepared = (chart, view) => ({
  chart,
  view: { ...view, lang: "", present: "" },
  year: view.year,
  faces: {},
});

/**
 * "trend?indicator=fixed-broadband&lang=fr": the language is that of the room.
 * @param {string} text
 */
const fromTray = (text) => {
  const [chart, query] = `${text}`.split("?");
  const usual = Object.fromEntries(facts().parameters);
  return prepared(chart, { ...usual, ...Object.fromEntries(new URLSearchParams(query)) });
};

/**
 * A figure of the page says by the id of its plot which chart it is, and what it holds fast.
 * @param {HTMLElement} figure
 */
const fromFigure = (figure) => {
  const { id } = needed(".plot", figure);
  const staged = stagedBy(id);
  const { chart, of } = staged ? { chart: staged, of: "" } : JSON.parse(id);
  return prepared(chart, { ...viewNow(), ...Object.fromEntries(new URLSearchParams(of)) });
};

/** @param {Prepared} one */
const shows = (one) => (/** @type {Prepared} */ other) =>
  shownBy(one) === shownBy(other) && one.year === other.year;

/**
 * The views that the reader has put on the tray, with the figure at hand before them unless it is
 * one of them; without a tray, the figures of the page. Returns them with the place to begin at.
 * @param {HTMLElement} [figure]
 */
export const prepare = (figure) => {
  const known = (/** @type {Prepared} */ { chart }) => isChart(chart);
  const tray = onTray().map(fromTray).filter(known);
  const figures = presentable();
  if (!tray.length) {
    const at = figure ? figures.indexOf(figure) : 0;
    return { views: figures.map(fromFigure), at: Math.max(0, at) };
  }
  if (!figure) return { views: tray, at: 0 };
  const current = fromFigure(figure);
  const at = tray.findIndex(shows(current));
  return at < 0 ? { views: [current, ...tray], at: 0 } : { views: tray, at };
};

/**
 * Whether the words of the room are here in a language.
 * @param {string} lang
 */
export const isSpoken = (lang) => languages.has(lang);

/**
 * The facts of a language with the words of the room.
 * @param {string} lang
 */
export const roomFacts = (lang) => /** @type {Facts} */ (languages.get(lang));

/** @param {string} lang */
const fetchFacts = async (lang) => {
  if (languages.has(lang)) return;
  languages.set(lang, await json(rooted(`/room.json?lang=${lang}&v=${facts().version}`)));
};

const fetchTopology = async () => {
  /** @type {any} */
  const page = window;
  const { topojson } = (page.PlotlyGeoAssets ??= { topojson: {} });
  if (topojson.world_110m) return;
  const answer = await fetch(`${document.documentElement.dataset.topology}world_110m.json`);
  topojson.world_110m ??= await answer.json();
};

/**
 * What a view is drawn with: a map by its shapes, all else by plotly.js.
 * @param {Prepared} one
 */
const fetchDrawing = async (one) => {
  if (isMap(one.chart)) one.svg ??= await mapSvg(one.view);
  else await Promise.all([plotly(), isOnShapes(one.chart) && fetchTopology()]);
};

/**
 * @param {Figure} figure
 * @returns {Figure}
 */
const withContrast = ({ data, layout }) => {
  const dark = (/** @type {unknown} */ part) =>
    JSON.parse(
      Object.entries(CONTRAST).reduce(
        (text, [grey, black]) => text.replaceAll(grey, black),
        JSON.stringify(part),
      ),
    );
  const outlined = dark(data).map((/** @type {any} */ trace) =>
    trace.type === "choropleth"
      ? { ...trace, marker: { ...trace.marker, line: { color: OUTLINE, width: 0.6 } } }
      : trace,
  );
  return { data: outlined, layout: dark(layout) };
};

/**
 * @param {Prepared} one
 * @param {string} lang
 */
const fetchFace = async (one, lang) => {
  if (one.faces[lang]) return;
  await fetchDrawing(one);
  const face = await json(addressOf(one, lang));
  if (one.chart === "scatter") unpackedAxes(face);
  // A map has no figure of plotly.js: its economies are what can be lit.
  const figure = isMap(one.chart)
    ? { data: [{ type: "choropleth", locations: face.economies }], layout: {} }
    : withContrast(face.figure);
  one.faces[lang] = { ...face, figure };
};

/**
 * Everything of some views in a language; `came` hears of each that is there.
 * @param {Prepared[]} views
 * @param {string} lang
 * @param {(one: Prepared) => void} [came]
 */
export const fetchPrepared = async (views, lang, came = () => {}) => {
  await fetchFacts(lang);
  const coming = views.map((one) => fetchFace(one, lang).then(() => came(one)));
  for (const outcome of await Promise.allSettled(coming)) {
    if (outcome.status === "rejected") throw outcome.reason;
  }
};

/**
 * Ready is what can be shown in both languages when the network is gone.
 * @param {Prepared[]} views
 * @param {string[]} both
 */
export const readyCount = (views, both) =>
  views.filter(({ faces }) => both.every((lang) => faces[lang] && languages.has(lang))).length;

/**
 * The place of its year for a view that holds years; undefined for the others.
 * @param {Prepared} one
 * @param {any} face
 * @returns {number | undefined}
 */
export const preparedPlace = (one, face) =>
  face.years?.length ? yearPlace(face, one.year) : undefined;

/**
 * The words of a view, in its year where it holds years: what is highlighted is what they speak of.
 * @param {Prepared} one
 * @param {any} face
 * @returns {Text}
 */
export const preparedText = (one, face) => {
  const at = preparedPlace(one, face);
  if (at === undefined) return face.text;
  const { title, sentence } = face.texts[at];
  const own = one.chart === "map" ? mapText(face, at, one.view) : { title: titled(one.view, face, title), sentence };
  return { ...face.text, ...own };
};
