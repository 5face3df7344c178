// What a pointer meets on a map. The map tells of it by events of its own, which bubble: `map-point`
// with the code of an economy and where the pointer is, without a code when it has left; `map-choose`
// when an economy is clicked.
import { atlasOf } from "./svg-map.js";

/** @import { Atlas } from "./svg-map.js" */
/** @typedef {{ code?: string, clientX: number, clientY: number }} Met */

// A finger covers an island: what is this near to its circle is meant for it.
const REACH = 12;

/**
 * The circle that is nearest to a point, if it is within reach.
 * @param {Atlas} atlas
 * @param {number} x
 * @param {number} y
 */
const circleNear = ({ shapes }, x, y) => {
  let [best, least] = [/** @type {SVGElement | undefined} */ (undefined), REACH];
  for (const { element } of shapes) {
    if (element.tagName !== "circle") continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const away = Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y);
    if (away <= least) [best, least] = [element, away];
  }
  return best;
};

let kind = "mouse";

/**
 * The code of the economy that an event means. A mouse points exactly, so that on land it means the
 * land; a finger means the island in its reach.
 * @param {Atlas} atlas
 * @param {MouseEvent} event
 */
const codeAt = (atlas, { target, clientX, clientY }) => {
  const own = /** @type {SVGElement | null} */ (/** @type {Element} */ (target).closest("[data-of]"));
  const exact = own && (kind === "mouse" || own.tagName === "circle");
  const shape = exact ? own : (circleNear(atlas, clientX, clientY) ?? own);
  return shape && !("silent" in shape.dataset) ? shape.dataset.of : undefined;
};

/**
 * @param {SVGSVGElement} svg
 * @param {string} name
 * @param {Met} detail
 */
const tell = (svg, name, detail) => svg.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));

/** @param {Event} event */
const svgOf = ({ target }) =>
  /** @type {SVGSVGElement | null} */ (/** @type {any} */ (target)?.closest?.(".map-svg") ?? null);

/** @type {SVGSVGElement | undefined} */
let pointed;

const leave = (/** @type {MouseEvent} */ { clientX, clientY }) => {
  if (pointed) tell(pointed, "map-point", { clientX, clientY });
  pointed = undefined;
};

/** @param {MouseEvent} event */
const meet = (event) => {
  const svg = svgOf(event);
  if (pointed !== svg) leave(event);
  if (!svg) return;
  const { clientX, clientY } = event;
  pointed = svg;
  tell(svg, "map-point", { code: codeAt(atlasOf(svg), event), clientX, clientY });
};

document.addEventListener("pointermove", (event) => {
  kind = event.pointerType;
  meet(event);
});

document.documentElement.addEventListener("pointerleave", leave);

document.addEventListener("pointerdown", ({ pointerType }) => {
  kind = pointerType;
});

document.addEventListener("click", (event) => {
  // A finger that taps has not moved before.
  meet(event);
  const svg = svgOf(event);
  const code = svg && codeAt(atlasOf(svg), event);
  if (!svg || !code) return;
  const { clientX, clientY } = event;
  tell(svg, "map-choose", { code, clientX, clientY });
});
