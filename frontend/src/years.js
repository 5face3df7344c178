// Years: slider, typed year and play button. A move shows at once; the view follows at rest.
import { domId, element, queryAll, set } from "./elements.js";
import { facts, remember } from "./facts.js";
import { yearPlace } from "./shown.js";
import { change, see, viewNow } from "./view.js";
import { words } from "./words.js";

/** @import { Facts, Id, Staged } from "./types.js" */
/** @typedef {{ id: Id, face: Staged, at: number, paint: (at: number) => void }} Stage */

const REST_MS = 200;
const STEP_MS = 700;
const CALM_STEP_MS = 1500;
/** @type {Map<string, Stage>} */
const stages = new Map();
let shown = 0;
/** @type {unknown} */
let told;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let rest;
/**
 * The year that Dash knows of while a reader is on the way.
 * @type {string | undefined}
 */
let left;
/** @type {ReturnType<typeof setInterval> | undefined} */
let playing;

// What stands on the page now and has years; what left the page with its figure is forgotten.
const staged = () => {
  for (const [key, { id }] of stages) if (!element(id)) stages.delete(key);
  return [...stages.values()];
};

const yearsOf = () => [...new Set(staged().flatMap(({ face }) => face.years))].sort((a, b) => a - b);

/**
 * Dash hears of a value that is set here later than the reader moves on: it is not a move.
 * @param {Record<string, unknown>} properties
 */
const tell = (properties) => {
  told = properties.value;
  set(facts().ids.YEAR, properties);
};

/**
 * A figure with years: where it is, its face, the place of its year, and how a year is painted.
 * Returns the place: a reader who is on the way to another year is not thrown back. Figures on
 * one page share the year bar; each shows the nearest year before that it has.
 * @param {Id} id
 * @param {Staged} face
 * @param {number} wanted
 * @param {(at: number) => void} paint
 */
export const stage = (id, face, wanted, paint) => {
  const onTheWay = rest || playing;
  const others = staged().filter((one) => domId(one.id) !== domId(id));
  const at = onTheWay ? yearPlace(face, shown) : wanted;
  stages.set(domId(id), { id, face, at, paint });
  if (!onTheWay) {
    const own = others.map((one) => one.face.years[one.at]);
    shown = Math.max(face.years[at], ...own);
  }
  const { ids } = facts();
  const years = yearsOf();
  const [first, last] = [years[0], years.at(-1)];
  set(ids.YEAR_FIRST, { children: String(first) });
  set(ids.YEAR_LAST, { children: String(last) });
  set(ids.YEAR_TYPED, { min: first, max: last, value: shown });
  tell({ min: first, max: last, value: shown });
  mark(id, face.years[at]);
  return at;
};

/** @param {Id} id */
const figureOf = (id) => element(id)?.closest("figure, .data");

/**
 * @param {Id} id
 * @param {number} year
 */
const mark = (id, year) => figureOf(id)?.setAttribute("data-year", String(year));

/**
 * A reader of the page by ear hears the year that it rests at, not every year on the way.
 * @param {boolean} isMoving
 */
const hush = (isMoving) => {
  for (const { id } of staged()) {
    const figure = figureOf(id);
    const said = figure ? queryAll("[role=status]", figure) : [];
    for (const one of said) one.ariaBusy = String(isMoving);
  }
};

/**
 * @param {number[]} years
 * @param {number} year
 */
const nearest = (years, year) =>
  years.reduce((best, one) => (Math.abs(one - year) < Math.abs(best - year) ? one : best));

/**
 * Towards the side that the slider moves to, so that arrow keys cross years without data.
 * @param {number} wanted
 */
const snapped = (wanted) => {
  const years = yearsOf();
  if (wanted > shown) return years.find((year) => year >= wanted) ?? years[years.length - 1];
  if (wanted < shown) return years.findLast((year) => year <= wanted) ?? years[0];
  return nearest(years, wanted);
};

const settle = () => {
  const { ids } = facts();
  rest = undefined;
  hush(false);
  tell({ value: shown });
  set(ids.YEAR_TYPED, { value: shown });
  if (String(shown) !== (left ?? viewNow().year)) change({ year: String(shown) });
  left = undefined;
};

/**
 * @param {string} id
 * @param {number} year
 */
const put = (id, year) => {
  const field = /** @type {HTMLInputElement | null} */ (element(id));
  if (field && Number(field.value) !== year) field.value = String(year);
};

/** @param {number} wanted */
const move = (wanted) => {
  const year = snapped(wanted);
  const { ids } = facts();
  put(ids.YEAR, year);
  put(ids.YEAR_TYPED, year);
  if (year === shown) return;
  shown = year;
  left ??= viewNow().year;
  // Links, the tray and committee mode have it at once, Dash when it has come to rest.
  see({ ...viewNow(), year: String(year) });
  for (const one of staged()) {
    const at = yearPlace(one.face, year);
    if (at === one.at) continue;
    one.at = at;
    one.paint(at);
    mark(one.id, one.face.years[at]);
  }
  hush(true);
  clearTimeout(rest);
  if (!playing) rest = setTimeout(settle, REST_MS);
};

/** @param {number} year */
export const goTo = (year) => {
  if (stages.size) move(year);
};

// Every move of the slider is painted at once; Dash hears of it when it has come to rest, for its
// way through the components would cost more time than the painting.
document.addEventListener("input", ({ target }) => {
  const field = /** @type {HTMLInputElement} */ (target);
  if (stages.size && field.id === facts().ids.YEAR) move(Number(field.value));
});

/**
 * @param {unknown} value
 * @param {Facts} facts
 */
export const yearMoved = (value, facts) => {
  remember(facts);
  if (stages.size && value && Number(value) !== told) move(Number(value));
};

/**
 * @param {unknown} value
 * @param {Facts} facts
 */
export const yearTyped = (value, facts) => {
  remember(facts);
  if (!stages.size || !value) return;
  const year = nearest(yearsOf(), Number(value));
  if (year !== shown) move(year);
  else put(facts.ids.YEAR_TYPED, year);
};

/**
 * @param {string} word
 * @param {string} pressed
 */
const showButton = (word, pressed) => {
  const text = words(word);
  set(facts().ids.PLAY, { title: text, "aria-label": text, "aria-pressed": pressed });
};

const stop = () => {
  clearInterval(playing);
  playing = undefined;
  if (!element(facts().ids.PLAY)) return;
  showButton("play", "false");
  settle();
};

const step = () => {
  const next = yearsOf().find((year) => year > shown);
  if (!element(facts().ids.PLAY) || !next) stop();
  else move(next);
};

/**
 * @param {number | null} clicks
 * @param {Facts} facts
 */
export const play = (clicks, facts) => {
  remember(facts);
  if (!clicks || !stages.size) return;
  if (playing) {
    stop();
    return;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  playing = setInterval(step, calm ? CALM_STEP_MS : STEP_MS);
  showButton("pause", "true");
  const years = yearsOf();
  if (shown >= years[years.length - 1]) move(years[0]);
};
