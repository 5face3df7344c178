// Draws a view of committee mode as large as the screen: words, plot, legend, source and notes.
import { needed, nodes, query } from "../elements.js";
import { facts } from "../facts.js";
import { gridded } from "../grid.js";
import { legend } from "../legend.js";
import { isMap, leastHeight } from "../registry.js";
import { scatterFigure } from "../scatter.js";
import { shownIn } from "../shown.js";
import { atlasIn, atlasOf, highlight, isCircled, light, paint } from "../svg-map.js";
import { economiesOf } from "../view.js";
import { number, words } from "../words.js";
import { part } from "./part.js";
import { inContrast, preparedPlace, preparedText } from "./prepared.js";
import { lit, spotSaid } from "./spotlight.js";

/** @import { Figure, Key, Prepared, Spot } from "../types.js" */
/** @import { Atlas } from "../svg-map.js" */

// Letters of a plot are this share of the letters of the room, unless the plot is too low for its
// labels then: it is drawn at the size it was made for, and scaled as a whole.
const SHARE = 0.92 / 12.5;
const NARROWEST = 560;
// Letters of a plot are read from the last row: never lower than this share of the screen (20 pixels
// of 1080). A plot that is higher then is scrolled.
const LEAST_LETTER = 1 / 54;
const PLOT_LETTER = 12;
// Beside the plot stand a title of one line and whole sentences of so many; letters shrink in steps.
const MOST_LINES = 2;
const SMALLEST = 3;

const plotly = () => /** @type {any} */ (window).Plotly;

/**
 * @param {string} mark
 * @param {string} colour
 * @param {string} text
 */
const key = (mark, colour, text) => {
  const item = part("li", "");
  const sign = part("span", "room-mark", mark);
  sign.style.color = inContrast(colour);
  item.append(sign, text);
  return item;
};

/**
 * @param {Prepared} one
 * @param {any} face
 * @param {number | undefined} at
 */
const legendOf = (one, face, at) => {
  if (isMap(one.chart)) return nodes(legend(face, shownIn(face, Number(at))));
  /** @type {Key[]} */
  const keys = face.keys;
  const list = part("ul", "room-keys");
  list.append(...keys.map((parts) => key(...parts)));
  return keys.length ? [list] : [];
};

/**
 * An economy in the spotlight is set off as one that the reader has chosen.
 * @param {Prepared} one
 * @param {Spot} [spot]
 */
const chosenIn = (one, spot) => (spot?.codes?.length === 1 ? spot.codes : economiesOf(one.view));

/**
 * @param {Prepared} one
 * @param {any} face
 * @param {Spot} [spot]
 * @returns {Figure}
 */
export const preparedFigure = (one, face, spot) => {
  const at = preparedPlace(one, face);
  const economies = chosenIn(one, spot);
  if (at !== undefined && one.chart === "scatter") return scatterFigure(face, at, economies);
  return face.figure;
};

/** @param {HTMLElement} element */
const linesOf = (element) =>
  Math.round(element.scrollHeight / parseFloat(getComputedStyle(element).lineHeight));

/**
 * The first sentences of a text that take no more lines than there may be; the speaker's notes have all.
 * @param {HTMLElement} element
 * @param {string} text
 */
const shorten = (element, text) => {
  const found = [...new Intl.Segmenter(facts().lang, { granularity: "sentence" }).segment(text)];
  const parts = found.map(({ segment }) => segment);
  do element.textContent = parts.join("").trim();
  while (linesOf(element) > MOST_LINES && parts.length > 1 && parts.pop());
};

/**
 * @param {HTMLElement} layer
 * @param {{ title: string, sentence: string }} text
 */
const say = (layer, { title, sentence }) => {
  const [head, said] = [needed(".room-title", layer), needed(".room-sentence", layer)];
  head.textContent = title;
  needed(".room-box", layer).setAttribute("aria-label", title);
  for (let step = 0; step <= SMALLEST; step++) {
    layer.dataset.fit = String(step);
    shorten(said, sentence);
    if (linesOf(head) === 1 && linesOf(said) <= MOST_LINES) break;
  }
  const more = needed(".room-subtitle", layer);
  more.hidden = false;
  const isBelow = (/** @type {HTMLElement} */ part) => part.offsetTop >= head.offsetTop + head.offsetHeight;
  more.hidden = isBelow(more);
  // What is lit is what is spoken of: where it needs lines of its own, they are those of the sentence.
  const spot = query(".room-spot", layer);
  said.hidden = spot !== null && isBelow(spot);
};

/**
 * @param {HTMLElement} layer
 * @param {Prepared} one
 * @param {any} face
 * @param {string | undefined} spotted
 */
const written = (layer, one, face, spotted) => {
  const text = preparedText(one, face);
  const box = part("div", "room-box");
  const plot = part("div", "room-plot");
  box.setAttribute("role", "img");
  box.append(plot);
  const legend = part("div", "legend room-legend");
  legend.append(...legendOf(one, face, preparedPlace(one, face)));
  const head = part("header", "");
  head.append(part("h2", "room-title"), part("p", "room-subtitle", spotted ? "" : text.subtitle));
  if (spotted) head.append(part("p", "room-spot", spotted));
  head.append(part("p", "room-sentence"));
  const { length: n } = text.notes;
  const notes = n ? ` · ${words("notes", { n, number: number(n) })}` : "";
  const foot = part("footer", "room-foot");
  foot.append(part("p", "room-source", text.source + notes));
  // What a map of the United Nations is never shown without.
  if (isMap(one.chart)) foot.append(part("p", "room-boundaries", words("general")));
  layer.replaceChildren(head, box, legend, foot);
  say(layer, text);
  return plot;
};

/**
 * @param {number} least
 * @param {HTMLElement} box
 * @param {number} letter
 */
const scaleOf = (least, { clientWidth, clientHeight }, letter) => {
  const readable = (innerHeight * LEAST_LETTER) / PLOT_LETTER;
  return Math.min(letter * SHARE, clientWidth / NARROWEST, Math.max(clientHeight / least, readable));
};

/**
 * @param {HTMLElement} plot
 * @param {Prepared} one
 * @param {Figure} figure
 */
const drawn = (plot, one, figure) => {
  const box = /** @type {HTMLElement} */ (plot.parentElement);
  const letter = parseFloat(getComputedStyle(box).fontSize);
  const least = leastHeight(one.chart);
  const scale = Math.max(0.5, scaleOf(least, box, letter));
  const height = Math.max(box.clientHeight / scale, least);
  const size = { width: box.clientWidth / scale, height, autosize: false };
  box.classList.toggle("room-long", height * scale > box.clientHeight + 1);
  plot.style.transform = `scale(${scale})`;
  const layout = gridded(figure.layout, size.width, size.height);
  const config = { staticPlot: true, locale: facts().plotly };
  plotly().react(plot, { data: figure.data, layout: { ...layout, ...size }, config });
};

/**
 * In the spotlight an outline would hide the colour of islands: only circles have one.
 * @param {Atlas} atlas
 * @param {Prepared} one
 * @param {any} face
 * @param {Spot} [spot]
 */
const coloured = (atlas, one, face, spot) => {
  const at = Number(preparedPlace(one, face));
  paint(atlas, face, at, shownIn(face, at));
  const codes = chosenIn(one, spot);
  highlight(atlas, spot ? codes.filter((code) => isCircled(atlas, code)) : codes);
  light(atlas, spot && new Set(spot.codes));
};

/**
 * @param {HTMLElement} plot
 * @param {Prepared} one
 * @param {any} face
 * @param {Spot} [spot]
 */
const mapped = (plot, one, face, spot) => {
  plot.classList.add("room-map");
  const svg = /** @type {SVGSVGElement} */ (/** @type {SVGSVGElement} */ (one.svg).cloneNode(true));
  delete svg.dataset.address;
  plot.append(svg);
  coloured(atlasOf(svg), one, face, spot);
};

/**
 * What a layer shows; drawn again only where that has changed.
 * @param {HTMLElement} layer
 * @param {Prepared} one
 * @param {Spot} [spot]
 */
const stamp = (layer, one, spot) =>
  [facts().lang, layer.clientWidth, layer.clientHeight, one.year, spot?.name].join("|");

/**
 * @param {HTMLElement} layer
 * @param {Prepared} one
 * @param {Spot} [spot]
 */
export const project = (layer, one, spot) => {
  const face = one.faces[facts().lang];
  const wanted = stamp(layer, one, spot);
  if (!face || layer.dataset.shows === wanted) return;
  unproject(layer);
  const figure = preparedFigure(one, face, spot);
  const spotted = spot && spotSaid(figure, face, preparedPlace(one, face), spot);
  const plot = written(layer, one, face, spotted);
  if (isMap(one.chart)) mapped(plot, one, face, spot);
  else drawn(plot, one, lit(figure, spot));
  layer.dataset.shows = wanted;
};

/**
 * A map that goes to another year keeps its shapes and gets other colours and words.
 * @param {HTMLElement} layer
 * @param {Prepared} one
 */
export const projectYear = (layer, one) => {
  const face = one.faces[facts().lang];
  const atlas = atlasIn(layer);
  const at = preparedPlace(one, face);
  if (at === undefined || !atlas || query(".room-spot", layer)) return false;
  paint(atlas, face, at, shownIn(face, at));
  say(layer, preparedText(one, face));
  needed(".room-legend", layer).replaceChildren(...legendOf(one, face, at));
  layer.dataset.shows = stamp(layer, one);
  return true;
};

/** @param {HTMLElement} layer */
export const unproject = (layer) => {
  const plot = query(".js-plotly-plot", layer);
  if (plot) plotly().purge(plot);
  layer.replaceChildren();
  delete layer.dataset.shows;
};
