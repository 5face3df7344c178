// A map drawn nearer: by buttons, by + - 0 on the keyboard, by two fingers, by the wheel with Control.
// The wheel alone and one finger that goes up or down are the page's.
import { isHeld, met } from "./elements.js";
import { atlasIn, atlasOf, fit } from "./svg-map.js";

/** @import { Atlas } from "./svg-map.js" */
/** @typedef {{ x: number, y: number, width: number, height: number }} Frame */
/** @typedef {{ x: number, y: number }} Spot */

const MOST = 12;
const STEP = 1.6;
/** A hand that clicks moves less than this. */
const STILL = 4;

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
const within = (value, least, most) => Math.min(Math.max(value, least), most);

/**
 * A part of the whole, of its aspect and inside it.
 * @param {Frame} whole
 * @param {Frame} wanted
 * @returns {Frame}
 */
export const inside = (whole, { x, y, width: wide }) => {
  const width = within(wide, whole.width / MOST, whole.width);
  const height = (width * whole.height) / whole.width;
  return {
    x: within(x, whole.x, whole.x + whole.width - width),
    y: within(y, whole.y, whole.y + whole.height - height),
    width,
    height,
  };
};

/**
 * The frame that is `factor` times nearer, in which the spot stays where it is.
 * @param {Frame} whole
 * @param {Frame} now
 * @param {number} factor
 * @param {Spot} spot
 */
export const nearer = (whole, now, factor, spot) => {
  const width = within(now.width / factor, whole.width / MOST, whole.width);
  const share = width / now.width;
  const [x, y] = [spot.x - (spot.x - now.x) * share, spot.y - (spot.y - now.y) * share];
  return inside(whole, { x, y, width, height: 0 });
};

/** @type {WeakMap<SVGSVGElement, Frame>} */
const wholes = new WeakMap();

/** @param {SVGSVGElement} svg */
const frameOf = ({ viewBox: { baseVal } }) => {
  const { x, y, width, height } = baseVal;
  return { x, y, width, height };
};

/** @param {SVGSVGElement} svg */
const wholeOf = (svg) => {
  const whole = wholes.get(svg) ?? frameOf(svg);
  wholes.set(svg, whole);
  return whole;
};

/**
 * @param {Atlas} atlas
 * @param {Frame} frame
 */
const show = (atlas, { x, y, width, height }) => {
  const { svg } = atlas;
  svg.setAttribute("viewBox", [x, y, width, height].map((n) => Math.round(100 * n) / 100).join(" "));
  svg.classList.toggle("map-near", width < wholeOf(svg).width);
  fit(atlas);
};

/**
 * Where something on the screen is in the map.
 * @param {SVGSVGElement} svg
 * @param {{ clientX: number, clientY: number }} where
 * @returns {Spot}
 */
const spotAt = (svg, { clientX, clientY }) =>
  new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());

/** @param {Frame} frame */
const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/**
 * The place on the map that a reader is at: what the keyboard has come to, else its middle.
 * @param {SVGSVGElement} svg
 */
const attention = (svg) => {
  const line = /** @type {SVGGraphicsElement | null} */ (svg.querySelector(".map-pointed"));
  if (!line) return middle(frameOf(svg));
  const { x, y, width, height } = line.getBoundingClientRect();
  return spotAt(svg, { clientX: x + width / 2, clientY: y + height / 2 });
};

/**
 * @param {Atlas} atlas
 * @param {number} factor 0 for the whole map
 * @param {Spot} [spot]
 */
const zoom = (atlas, factor, spot = attention(atlas.svg)) => {
  const whole = wholeOf(atlas.svg);
  show(atlas, factor ? nearer(whole, frameOf(atlas.svg), factor, spot) : whole);
};

const FACTORS = /** @type {Record<string, number>} */ ({
  "+": STEP, "=": STEP, in: STEP, "-": 1 / STEP, out: 1 / STEP, 0: 0, whole: 0,
});

document.addEventListener("click", (event) => {
  const button = met(event, "[data-zoom]");
  const atlas = atlasIn(button?.closest("figure") ?? null);
  if (atlas) zoom(atlas, FACTORS[String(button?.dataset.zoom)]);
});

document.addEventListener("keydown", (event) => {
  const box = /** @type {HTMLElement} */ (event.target);
  const atlas = box.matches?.(".figure-box") ? atlasIn(box) : undefined;
  if (!atlas || isHeld(event) || !(event.key in FACTORS)) return;
  zoom(atlas, FACTORS[event.key]);
  event.preventDefault();
});

/** @param {Event} event */
const atlasAt = (event) => {
  const svg = /** @type {any} */ (met(event, ".map-svg"));
  return svg?.closest(".figure-box") ? atlasOf(svg) : undefined;
};

document.addEventListener(
  "wheel",
  (event) => {
    const atlas = event.ctrlKey ? atlasAt(event) : undefined;
    if (!atlas) return;
    event.preventDefault();
    zoom(atlas, Math.exp(-event.deltaY / 200), spotAt(atlas.svg, event));
  },
  { passive: false },
);

// Fingers, or a mouse that drags: where each was last. With two, what lies between them comes along.
/** @type {Map<number, { clientX: number, clientY: number }>} */
const held = new Map();
let travelled = 0;

/** @param {{ clientX: number, clientY: number }[]} points */
const between = (points) => {
  const [a, b = a] = points;
  return {
    clientX: (a.clientX + b.clientX) / 2,
    clientY: (a.clientY + b.clientY) / 2,
    apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
  };
};

document.addEventListener("pointerdown", (event) => {
  if (!atlasAt(event) || event.button) return;
  if (!held.size) travelled = 0;
  held.set(event.pointerId, event);
});

document.addEventListener("pointermove", (event) => {
  const atlas = held.has(event.pointerId) ? atlasAt(event) : undefined;
  if (!atlas) return;
  const before = between([...held.values()]);
  held.set(event.pointerId, event);
  const now = between([...held.values()]);
  travelled += Math.hypot(now.clientX - before.clientX, now.clientY - before.clientY);
  const { svg } = atlas;
  if (held.size > 1) {
    travelled += STILL;
    zoom(atlas, now.apart / Math.max(before.apart, 1), spotAt(svg, before));
  }
  const [from, to] = [spotAt(svg, before), spotAt(svg, now)];
  const { x, y, width, height } = frameOf(svg);
  const there = { x: x + from.x - to.x, y: y + from.y - to.y, width, height };
  if (travelled >= STILL) show(atlas, inside(wholeOf(svg), there));
});

for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, (event) => held.delete(/** @type {PointerEvent} */ (event).pointerId));
}

// The end of a drag is no click on what lies below.
document.addEventListener(
  "click",
  (event) => {
    if (travelled >= STILL && atlasAt(event)?.svg.matches(".map-near")) event.stopPropagation();
    travelled = 0;
  },
  true,
);
