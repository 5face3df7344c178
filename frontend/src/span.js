// The span of years: two sliders on one track, each an end. A move shows at once; the view follows at rest.
import { element, met, needed, set } from "./elements.js";
import { facts } from "./facts.js";
import { change, viewNow } from "./view.js";

/** @typedef {[first: number, last: number]} Span */

const REST_MS = 200;
/** @type {Span} */
let whole = [0, 0];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let rest;

/** @param {0 | 1} end */
const slider = (end) => {
  const { SPAN_FIRST, SPAN_LAST } = facts().ids;
  return /** @type {HTMLInputElement | null} */ (element([SPAN_FIRST, SPAN_LAST][end]));
};

/** @param {Span} span */
const paint = (span) => {
  const bar = element(facts().ids.SPAN);
  if (!bar) return;
  const [low, high] = whole;
  const share = (/** @type {number} */ year) => (100 * (year - low)) / Math.max(1, high - low);
  bar.style.setProperty("--first", `${share(span[0])}%`);
  bar.style.setProperty("--last", `${share(span[1])}%`);
  // Where both ends are at one place, that one lies above which has the longer way to go.
  bar.toggleAttribute("data-late", share(span[0]) > 50);
  needed(".span-first", bar).textContent = String(span[0]);
  needed(".span-last", bar).textContent = String(span[1]);
};

/**
 * An open end is the first or the last year that there is.
 * @param {string} text
 * @param {Span} years
 * @returns {Span}
 */
export const ends = (text, [low, high]) => {
  const [first, last] = (text || "").split("..").map(Number);
  const within = (/** @type {number} */ year) => Math.min(high, Math.max(low, year));
  return [within(first || low), within(last || high)];
};

/**
 * The same as the address has it: an end where all years end stays open for newer ones.
 * @param {Span} span
 * @param {Span} years
 */
export const written = ([first, last], [low, high]) =>
  `${first <= low ? "earliest" : first}..${last >= high ? "latest" : last}`;

/**
 * What the sliders are told when a figure has come, unless the reader is moving them.
 * @param {Span} years all that there are
 * @param {string} text of the address
 */
export const showSpan = (years, text) => {
  const { ids } = facts();
  if (rest || !element(ids.SPAN)) return;
  whole = years;
  const span = ends(text, years);
  const [min, max] = years;
  set(ids.SPAN_FIRST, { min, max, value: span[0] });
  set(ids.SPAN_LAST, { min, max, value: span[1] });
  paint(span);
};

/** @param {Span} span */
const settle = (span) => {
  rest = undefined;
  const { ids } = facts();
  set(ids.SPAN_FIRST, { value: span[0] });
  set(ids.SPAN_LAST, { value: span[1] });
  const years = written(span, whole);
  if (years !== viewNow().years) change({ years });
};

/**
 * An end goes no further than the other one.
 * @param {0 | 1} end
 * @param {number} year
 */
const move = (end, year) => {
  const [first, last] = [slider(0), slider(1)];
  if (!first || !last) return;
  const moved = end ? Math.max(year, Number(first.value)) : Math.min(year, Number(last.value));
  [first, last][end].value = String(moved);
  /** @type {Span} */
  const span = [Number(first.value), Number(last.value)];
  paint(span);
  clearTimeout(rest);
  rest = setTimeout(() => settle(span), REST_MS);
};

document.addEventListener("input", ({ target }) => {
  const field = /** @type {HTMLInputElement} */ (target);
  if (!field.matches?.(".span-track input")) return;
  move(field === slider(0) ? 0 : 1, Number(field.value));
});

// A press on the track beside both thumbs brings the nearer one there, ready for the arrow keys.
document.addEventListener("click", (event) => {
  const track = met(event, ".span-track");
  const [first, last] = track ? [slider(0), slider(1)] : [];
  if (!track || !first || !last || met(event, "input")) return;
  const { left, width } = track.getBoundingClientRect();
  const along = (event.clientX - left) / width;
  const isFromRight = getComputedStyle(track).direction === "rtl";
  const year = Math.round(whole[0] + (isFromRight ? 1 - along : along) * (whole[1] - whole[0]));
  const end = Math.abs(year - Number(first.value)) < Math.abs(year - Number(last.value)) ? 0 : 1;
  move(end, year);
  [first, last][end].focus();
});
