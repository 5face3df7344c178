// The map: an SVG that the server drew (dashboard/figures/preview.py). Its shapes say by `data-of` whose
// colour they have; here they are coloured, outlined and dimmed. Whatever else it holds stays as it is.
import { onPage } from "./colours.js";
import { queryAll } from "./elements.js";
import { lookOf, NO_DATA } from "./shown.js";

/** @import { MapFace } from "./types.js" */
/** @import { Shown } from "./shown.js" */

/** What is not in the light keeps this much of itself. */
const DIM = 0.12;
// On a phone large circles would hide what lies between them; in pixels.
const NARROW = 640;
const RADIUS = 4.5;
const SMALL_RADIUS = 3.2;
// Names are placed twice, in letters of these sizes of the map's own: the larger ones are shown where the
// others would have to grow by more than this. They are read at the sizes below, in pixels: smaller ones
// are left out, unless they are of what a reader has chosen.
const [LETTER, LARGE, GROWN] = [10.5, 16.5, 1.1];
const [UNREAD, LEAST, MOST] = [7, 9, 13];
// In committee mode they are read from the last row: 20 pixels of 1080, and more.
const WALL = 1 / 54;

/**
 * @typedef {object} Shape
 * @property {SVGElement} element
 * @property {string} code
 * @property {string} [fill]
 * @property {number} [opacity]
 */
/**
 * @typedef {object} Atlas
 * @property {SVGSVGElement} svg
 * @property {Shape[]} shapes
 * @property {MapFace} [face] what it shows, once it has been painted
 * @property {number} [at] the place of its year in the face
 */

/** @type {ResizeObserver | undefined} */
let sizes;
/** @type {WeakMap<Element, Atlas>} */
const known = new WeakMap();

/**
 * The map that an SVG is; the same one for the same element.
 * @param {SVGSVGElement} svg
 * @returns {Atlas}
 */
export const atlasOf = (svg) => {
  const there = known.get(svg);
  if (there) return there;
  const shapes = queryAll("[data-of]", svg).map((found) => {
    const element = /** @type {SVGElement} */ (/** @type {unknown} */ (found));
    const [code, fill, opacity] = ["data-of", "fill", "fill-opacity"].map((name) => element.getAttribute(name));
    return { element, code: String(code), fill: String(fill), opacity: Number(opacity ?? 1) };
  });
  const atlas = { svg, shapes };
  known.set(svg, atlas);
  // In the next frame: what is fitted while sizes are told is an error of the page in WebKit.
  sizes ??= new ResizeObserver((seen) => void requestAnimationFrame(() => fitAll(seen)));
  sizes.observe(svg);
  return atlas;
};

/**
 * The map inside an element; none where it has another chart, or is still empty.
 * @param {Element | null} box
 */
export const atlasIn = (box) => {
  const svg = /** @type {SVGSVGElement | null} */ (box?.querySelector(".map-svg") ?? null);
  return svg ? atlasOf(svg) : undefined;
};

/**
 * The shapes of an economy: its areas and those that follow it, its circle.
 * @param {Atlas} atlas
 * @param {string} code
 */
export const shapesOf = ({ shapes }, code) =>
  shapes.filter((shape) => shape.code === code).map(({ element }) => element);

/**
 * @param {Atlas} atlas
 * @param {string} code
 */
export const isCircled = (atlas, code) =>
  shapesOf(atlas, code).some(({ tagName }) => tagName === "circle");

/** @param {SVGSVGElement} svg */
const fitNames = (svg) => {
  const letter = LETTER * (svg.getScreenCTM()?.a ?? 1);
  const isWall = svg.closest(".room") !== null;
  const wanted = isWall ? Math.max(letter, innerHeight * WALL) : Math.min(Math.max(letter, LEAST), MOST);
  const isLarge = wanted > letter * GROWN && svg.querySelector(".map-large") !== null;
  const drawn = isLarge ? (letter * LARGE) / LETTER : letter;
  svg.style.setProperty("--letters", String(wanted / drawn));
  svg.classList.toggle("map-enlarged", isLarge);
  svg.classList.toggle("map-unread", letter < UNREAD);
};

/**
 * Circles and letters are as large on a phone as on a wall, however far the map is drawn in. All is
 * measured before anything is changed: each measure after a change would have the page laid out anew.
 * @param {Atlas} atlas
 */
export const fit = ({ svg }) => {
  const radius = svg.clientWidth < NARROW ? SMALL_RADIUS : RADIUS;
  const circles = [...svg.querySelectorAll("circle")];
  const groups = new Set(circles.map(({ parentNode }) => /** @type {SVGGraphicsElement | null} */ (parentNode)));
  const scales = new Map([...groups].map((group) => [group, group?.getScreenCTM()?.a]));
  fitNames(svg);
  for (const circle of circles) {
    const scale = scales.get(/** @type {SVGGraphicsElement | null} */ (circle.parentNode));
    if (scale) circle.setAttribute("r", String(Math.round((100 * radius) / scale) / 100));
  }
};

/** @param {ResizeObserverEntry[]} entries */
const fitAll = (entries) => {
  for (const { target } of entries) fit(atlasOf(/** @type {SVGSVGElement} */ (target)));
};

/** @type {WeakMap<MapFace, Map<string, number>>} */
const places = new WeakMap();

/** @param {MapFace} face */
const placesOf = (face) => {
  const found = places.get(face) ?? new Map(face.economies.map((code, j) => [code, j]));
  places.set(face, found);
  return found;
};

/**
 * Shows a year, and says so by the event `map-painted`: only what differs from the colour that it has is touched.
 * @param {Atlas} atlas
 * @param {MapFace} face
 * @param {number} at
 * @param {Shown} shown what the face shows in that year
 */
export const paint = (atlas, face, at, shown) => {
  Object.assign(atlas, { face, at });
  const places = placesOf(face);
  for (const shape of atlas.shapes) {
    const j = places.get(shape.code);
    if (j === undefined) continue;
    const [colour, opacity] = lookOf(face, shown, j);
    const fill = colour === NO_DATA ? onPage(colour) : colour;
    if (shape.fill !== fill) shape.element.setAttribute("fill", fill);
    if (shape.opacity !== opacity) shape.element.setAttribute("fill-opacity", String(opacity));
    Object.assign(shape, { fill, opacity });
  }
  atlas.svg.dispatchEvent(new Event("map-painted", { bubbles: true }));
};

/**
 * Above its neighbours, whose borders would cover half of the line; of a small economy the circle.
 * @param {Atlas} atlas
 * @param {string} code
 * @param {string} name
 */
const outline = (atlas, code, name) => {
  const shapes = shapesOf(atlas, code);
  const circles = shapes.filter(({ tagName }) => tagName === "circle");
  for (const shape of circles.length ? circles : shapes) {
    const line = /** @type {SVGElement} */ (shape.cloneNode());
    for (const part of ["data-of", "data-silent", "fill", "fill-opacity", "stroke", "stroke-width", "style"]) {
      line.removeAttribute(part);
    }
    line.setAttribute("class", `map-outline ${name}`);
    shape.parentNode?.append(line);
  }
};

/**
 * @param {Atlas} atlas
 * @param {string} name
 */
const clear = ({ svg }, name) => {
  for (const line of queryAll(`.${name}`, svg)) line.remove();
};

/**
 * Outlines economies in the colour of what a reader has chosen.
 * @param {Atlas} atlas
 * @param {string[]} codes
 */
export const highlight = (atlas, codes) => {
  clear(atlas, "map-outlines");
  clear(atlas, "map-chosen");
  for (const code of codes) outline(atlas, code, "map-chosen");
  for (const name of queryAll("[data-name]", atlas.svg)) {
    name.classList.toggle("map-named", codes.includes(String(name.dataset.name)));
  }
};

/**
 * Outlines the one economy that a pointer or the keyboard has come to; none without a code.
 * @param {Atlas} atlas
 * @param {string} [code]
 */
export const point = (atlas, code) => {
  clear(atlas, "map-pointed");
  if (code) outline(atlas, code, "map-pointed");
};

/**
 * Lights some economies, and dims everything else; without codes, all is as before.
 * @param {Atlas} atlas
 * @param {Set<string>} [codes]
 */
export const light = ({ shapes, svg }, codes) => {
  for (const { element, code } of shapes) {
    element.style.opacity = codes && !codes.has(code) ? String(DIM) : "";
  }
  // Lines, surroundings and the names of others belong to none of them.
  for (const other of queryAll(":is(path, text, line):not([data-of], .map-outline)", svg)) {
    const name = /** @type {HTMLElement | null} */ (other.closest("[data-name]"))?.dataset.name;
    other.style.opacity = codes && !(name && codes.has(name)) ? String(DIM) : "";
  }
};

/**
 * Where an economy is on the screen: the middle of its circle, else of its largest area.
 * @param {Atlas} atlas
 * @param {string} code
 */
export const middleOf = (atlas, code) => {
  const shapes = shapesOf(atlas, code);
  const shape = shapes.find(({ tagName }) => tagName === "circle") ?? shapes[0] ?? atlas.svg;
  const { x, y, width, height } = shape.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2 };
};
