// The map on a page, for any year.
import { faceAddress } from "./addresses.js";
import { caption, failure } from "./charts.js";
import { mapText } from "./chosen.js";
import { clientside } from "./clientside.js";
import { element, query, write } from "./elements.js";
import { newestFace } from "./faces.js";
import { remember } from "./facts.js";
import { count, legend } from "./legend.js";
import { mapFigure } from "./map-figure.js";
import { repaint } from "./paint.js";
import { shownIn, yearPlace } from "./shown.js";
import { nameTab } from "./tab.js";
import { listen } from "./tooltip.js";
import { economiesOf, viewNow } from "./view.js";
import { stage } from "./years.js";

/** @import { Facts, MapFace, View } from "./types.js" */

/**
 * @param {string} id
 * @param {MapFace} face
 * @param {number} at
 */
const recolour = (id, face, at) => {
  const shown = shownIn(face, at);
  const graph = query(".js-plotly-plot", element(id));
  if (graph) repaint(graph, face, shown);
  const { title, sentence } = mapText(face, at, viewNow());
  write({ caption: "map", part: "title" }, title);
  write({ caption: "map", part: "sentence" }, sentence);
  count(shown);
};

/**
 * @param {View} view
 * @param {Facts} facts
 */
export const map = async (view, facts) => {
  remember(facts);
  const id = facts.ids.MAP;
  /** @type {MapFace | undefined} */
  let found;
  try {
    found = await newestFace(id, faceAddress("map", view));
  } catch (error) {
    return [...failure(error), clientside.no_update];
  }
  if (!found) return clientside.no_update;
  const face = found;
  const wanted = yearPlace(face, view.year);
  const at = stage(id, face, wanted, (place) => recolour(id, face, place));
  listen(id, face);
  const { title, sentence } = mapText(face, at, view);
  if (location.pathname !== "/") nameTab(title);
  return [
    mapFigure(face, at, economiesOf(view)),
    ...caption(face.text, title, sentence),
    legend(face, shownIn(face, at)),
  ];
};
