// What a pointer reads over the map, and what a click on it does.
import { make } from "./elements.js";
import { point as tell } from "./pointing.js";
import { rankOf } from "./ranking.js";
import { facetsOf } from "./shown.js";
import { atlasOf, middleOf, point } from "./svg-map.js";
import "./svg-pointer.js";
import { change, toggled, viewNow } from "./view.js";
import { ranked, words } from "./words.js";

/** @import { MapFace } from "./types.js" */
/** @import { Atlas } from "./svg-map.js" */
/** @import { Met } from "./svg-pointer.js" */
/** @typedef {{ clientX: number, clientY: number }} Where */

const tip = make("div", { className: "map-tip", hidden: true });
tip.setAttribute("role", "tooltip");

/**
 * @param {string} name
 * @param {string} text
 */
const line = (name, text) => make("div", { className: name, textContent: text });

/**
 * @param {MapFace} face
 * @param {number} at
 * @param {number} j
 */
const lines = (face, at, j) => {
  const { name, value, year, status = "", notes = [] } = facetsOf(face, at, j);
  const told = notes.map((note) => line("tip-note", note));
  if (value === undefined) return [line("tip-name", name), line("tip-quiet", words("no_data")), ...told];
  const place = rankOf(face, at, j);
  return [
    line("tip-name", name),
    line("tip-value", `${value} (${year})`),
    line("tip-quiet", status),
    ...(place ? [line("tip-quiet", ranked(place.rank, place.n))] : []),
    ...told,
  ];
};

/** @param {Where} where */
const put = ({ clientX, clientY }) => {
  const room = 14;
  const { width, height } = tip.getBoundingClientRect();
  const beside = clientX + room + width < innerWidth ? clientX + room : clientX - room - width;
  const below = clientY + room + height < innerHeight ? clientY + room : clientY - room - height;
  tip.style.left = `${Math.max(4, beside)}px`;
  tip.style.top = `${Math.max(4, below)}px`;
};

/**
 * Where a point that the keyboard has come to is now; a pointer's place is where it was.
 * @type {(() => Where) | undefined}
 */
let anchor;

/**
 * @param {Node[]} children
 * @param {Where | (() => Where)} where
 */
const open = (children, where) => {
  if (!tip.isConnected) (document.querySelector("main") ?? document.body).append(tip);
  tip.replaceChildren(...children);
  tip.hidden = false;
  anchor = typeof where === "function" ? where : undefined;
  put(typeof where === "function" ? where() : where);
};

/**
 * What is said of an economy of a map; false where nothing is.
 * @param {Atlas} atlas
 * @param {string | undefined} code
 * @param {Where | (() => Where)} where
 */
const show = ({ face, at = 0 }, code, where) => {
  const j = code && face ? face.economies.indexOf(code) : -1;
  if (face && j >= 0) open(lines(face, at, j), where);
  else tip.hidden = true;
  return j >= 0;
};

/**
 * A point of another chart that the keyboard has come to.
 * @param {string[]} said
 * @param {() => Where} where
 */
export const showTip = ([first, ...more], where) =>
  open([line("tip-name", first), ...more.map((text) => line("tip-quiet", text))], where);

/**
 * An economy that the keyboard has come to: outlined, with its tooltip; returns its words.
 * @param {Atlas} atlas
 * @param {string} code
 */
export const pointAtEconomy = (atlas, code) => {
  point(atlas, code);
  tell(code);
  show(atlas, code, () => middleOf(atlas, code));
  const line = atlas.svg.querySelector(".map-pointed");
  line?.scrollIntoView({ block: "nearest" });
  return [...tip.children].map(({ textContent }) => textContent).join("; ");
};

/** @param {Atlas} [atlas] */
export const unpoint = (atlas) => {
  tip.hidden = true;
  if (atlas) point(atlas);
  tell("");
};

/**
 * @param {Event} event of the map's own (svg-pointer.js)
 * @returns {[Atlas, Met]}
 */
const metOn = (event) => [
  atlasOf(/** @type {SVGSVGElement} */ (event.target)),
  /** @type {CustomEvent<Met>} */ (event).detail,
];

document.addEventListener("map-point", (event) => {
  const [atlas, { code, ...where }] = metOn(event);
  if (!atlas.face) return;
  const isSaid = show(atlas, code, where);
  point(atlas, isSaid ? code : undefined);
  tell((isSaid && code) || "");
  atlas.svg.style.cursor = isSaid ? "pointer" : "";
});

document.addEventListener("map-choose", (event) => {
  const [{ face }, { code = "" }] = metOn(event);
  if (face?.economies.includes(code)) change({ economies: toggled(viewNow(), code).economies });
});

// The keyboard's way to a point may scroll the page: its tooltip goes along.
const follow = () => {
  if (anchor) put(anchor());
  else tip.hidden = true;
};
addEventListener("scroll", follow, { passive: true });
