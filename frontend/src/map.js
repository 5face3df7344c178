// The map on a page, for any year.
import { faceAddress, here } from "./addresses.js";
import { caption, failure } from "./charts.js";
import { mapText } from "./chosen.js";
import { clientside } from "./clientside.js";
import { element, write } from "./elements.js";
import { newestFace } from "./faces.js";
import { facts as told, isTold, remember } from "./facts.js";
import { count, legend } from "./legend.js";
import { shownIn, yearPlace } from "./shown.js";
import { atlasOf, highlight, paint } from "./svg-map.js";
import { mapSvg } from "./svg-source.js";
import { nameTab } from "./tab.js";
import "./svg-zoom.js";
import "./tooltip.js";
import { carried, economiesOf, viewNow } from "./view.js";
import { stage } from "./years.js";

/** @import { Facts, MapFace, View } from "./types.js" */
/** @import { Atlas } from "./svg-map.js" */

/**
 * The SVG of the page's map.
 * @type {SVGSVGElement | undefined}
 */
let current;

// Dash lays pages out anew, and knows nothing of the SVG: it goes along.
const follow = () => {
  const box = isTold() && current ? element(told().ids.MAP) : null;
  if (box && current && current.parentNode !== box) box.replaceChildren(current);
};
new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });

/**
 * @param {Atlas} atlas
 * @param {MapFace} face
 * @param {number} at
 */
const recolour = (atlas, face, at) => {
  const shown = shownIn(face, at);
  paint(atlas, face, at, shown);
  const { title, sentence } = mapText(face, at, viewNow());
  write({ caption: "map", part: "title" }, title);
  write({ caption: "map", part: "sentence" }, sentence);
  count(shown);
};

/**
 * @param {View} given
 * @param {Facts} facts
 */
export const map = async (given, facts) => {
  remember(facts);
  const view = carried(given);
  const id = facts.ids.MAP;
  const svg = mapSvg(view);
  /** @type {MapFace | undefined} */
  let found;
  try {
    [found, current] = await Promise.all([newestFace(id, faceAddress("map", view)), svg]);
  } catch (error) {
    return [...failure(error).slice(1), clientside.no_update];
  }
  if (!found || !current) return clientside.no_update;
  const [face, atlas] = [found, atlasOf(current)];
  follow();
  const at = stage(id, face, yearPlace(face, view.year), (place) => recolour(atlas, face, place));
  paint(atlas, face, at, shownIn(face, at));
  highlight(atlas, economiesOf(view));
  const { title, sentence } = mapText(face, at, view);
  if (here() !== "/") nameTab(title);
  return [...caption(face.text, title, sentence), legend(face, shownIn(face, at))];
};
