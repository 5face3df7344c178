// The spotlight of committee mode: one economy, one region or one line stays lit, the rest is dimmed.
import { facts } from "../facts.js";
import { fold } from "../fold.js";
import { facetsOf } from "../shown.js";
import { words } from "../words.js";

/** @import { Facts, Figure, Spot, Trace } from "../types.js" */

const DIM = 0.12;
const isArea = (/** @type {Trace} */ trace) => trace.type === "choropleth";

/**
 * The codes of a trace's points, if it has any. Outlines and what lies outside the frame of a map are
 * no points of an economy.
 * @param {Trace} trace
 * @returns {string[] | undefined}
 */
const codesOf = (trace) => {
  if (isArea(trace) && trace.hoverinfo === "skip") return undefined;
  // Areas that follow another say which one.
  const codes = trace.customdata ?? (isArea(trace) && trace.locations);
  return Array.isArray(codes) ? codes : undefined;
};

/** @param {Trace | undefined} trace */
const colourOf = (trace) =>
  [trace?.line?.color, trace?.marker?.color].find((colour) => typeof colour === "string");

/**
 * @param {Trace} trace
 * @param {Set<string>} codes
 * @returns {Trace}
 */
const dimmed = (trace, codes) => {
  const own = codesOf(trace);
  if (!own) return { ...trace, opacity: DIM };
  return {
    ...trace,
    selectedpoints: own.flatMap((code, k) => (codes.has(code) ? [k] : [])),
    selected: { marker: { opacity: 1 } },
    unselected: { marker: { opacity: DIM } },
  };
};

/**
 * Lines have a colour of their own, which their label and their breaks share.
 * @param {Figure} figure
 * @param {string} name
 * @returns {Figure}
 */
const alone = ({ data, layout }, name) => {
  const own = data.find((trace) => trace.name === name);
  const lit = colourOf(own);
  // In panels of one colour it is the panel that tells them apart.
  const isThere = (/** @type {string} */ axis) => !layout.grid || axis === own?.yaxis;
  const isLit = (/** @type {Trace} */ trace) =>
    trace.name === name || (colourOf(trace) === lit && isThere(trace.yaxis));
  return {
    data: data.map((trace) => (isLit(trace) ? trace : { ...trace, opacity: DIM })),
    layout: {
      ...layout,
      annotations: layout.annotations?.map((/** @type {any} */ one) =>
        one.font?.color === lit && isThere(one.yref.split(" ")[0]) ? one : { ...one, opacity: DIM },
      ),
    },
  };
};

/** @param {Figure} figure */
const hasPoints = ({ data }) => data.some(codesOf);

/**
 * What can be lit in a figure: economies that it shows and groups of them, else its named lines.
 * @param {Figure} figure
 * @param {Facts} facts
 * @returns {Spot[]}
 */
export const spotsOf = (figure, facts) => {
  if (!hasPoints(figure)) {
    const names = figure.data.filter(({ mode }) => mode).map(({ name }) => name);
    return [...new Set(names.filter(Boolean))].map((name) => ({ name }));
  }
  const shown = new Set(figure.data.flatMap((trace) => codesOf(trace) ?? []));
  const groups = Object.values(facts.groups).map(({ name, members }) => ({ name, codes: members }));
  const economies = Object.entries(facts.names).map(([code, name]) => ({ name, codes: [code] }));
  return [...economies, ...groups].filter(({ codes }) => codes.some((code) => shown.has(code)));
};

/**
 * What a reader means by some letters: a name that is them, begins with them, or holds them.
 * @param {Spot[]} spots
 * @param {string} text
 */
export const spotNamed = (spots, text) => {
  const wanted = fold(text.trim());
  if (!wanted) return undefined;
  const names = spots.map((spot) => ({ spot, name: fold(spot.name) }));
  const found =
    names.find(({ name }) => name === wanted) ??
    names.find(({ name }) => name.startsWith(wanted)) ??
    names.find(({ name }) => name.includes(wanted));
  return found?.spot;
};

/**
 * @param {Figure} figure
 * @param {Spot} [spot]
 */
export const lit = (figure, spot) => {
  if (!spot) return figure;
  if (!spot.codes) return alone(figure, spot.name);
  const codes = new Set(spot.codes);
  return { ...figure, data: figure.data.map((trace) => dimmed(trace, codes)) };
};

/** @param {string} html */
const plain = (html) => html.replace(/<br>/g, " · ").replace(/<[^>]+>/g, "");

/**
 * What is said of the one economy that is lit: its value, as the figure's hover text has it.
 * @param {Figure} figure
 * @param {any} face
 * @param {number | undefined} at
 * @param {string} code
 */
const saidOf = (figure, face, at, code) => {
  const j = face.series ? face.economies.indexOf(code) : -1;
  if (j >= 0) {
    const { value, year } = facetsOf(face, Number(at), j);
    return value === undefined ? words("no_data") : `${value} (${year})`;
  }
  const trace = figure.data.find(({ customdata, text }) => text && customdata?.includes(code));
  return trace ? plain(trace.text[trace.customdata.indexOf(code)]) : "";
};

/**
 * The newest value of a line.
 * @param {Figure} figure
 * @param {string} name
 */
const endOf = ({ data }, name) => {
  const { text, x } = data.find((trace) => trace.name === name && Array.isArray(trace.text)) ?? {};
  const last = text?.findLastIndex(Boolean) ?? -1;
  return last < 0 ? "" : `${plain(text[last])} (${x[last]})`;
};

/**
 * @param {Figure} figure
 * @param {any} face
 * @param {number | undefined} at
 * @param {Spot} spot
 */
export const spotSaid = (figure, face, at, { name, codes }) => {
  const own = codes ? codes.length === 1 && saidOf(figure, face, at, codes[0]) : endOf(figure, name);
  const said = own || "";
  if (!said || said.startsWith(name)) return said || name;
  return `${name} · ${said}`;
};

/**
 * The code of the shape under a pointer, or the name of the line.
 * @param {Event} event
 * @param {Figure} figure
 * @returns {Spot | undefined}
 */
export const spotAt = ({ target }, figure) => {
  const area = /** @type {any} */ (target).closest?.("[data-of]:not([data-silent])");
  if (area) return { name: facts().names[area.dataset.of], codes: [area.dataset.of] };
  const shape = /** @type {any} */ (target).closest?.(".point, .trace");
  const point = shape?.__data__;
  const one = Array.isArray(point) ? point[0] : point;
  const trace = one?.trace ?? {};
  const code = trace.customdata?.[one?.i];
  if (code) return { name: facts().names[code], codes: [code] };
  return trace.name && !hasPoints(figure) ? { name: trace.name } : undefined;
};
