// The scatter on a page, for any year.
import { faceAddress } from "./addresses.js";
import { caption, failure } from "./charts.js";
import { titled } from "./chosen.js";
import { clientside } from "./clientside.js";
import { inColours } from "./colours.js";
import { write } from "./elements.js";
import { newestFace } from "./faces.js";
import { remember } from "./facts.js";
import { scatterFigure, unpackedAxes } from "./scatter.js";
import { yearPlace } from "./shown.js";
import { economiesOf, viewNow } from "./view.js";
import { stage } from "./years.js";

/** @import { Facts, ScatterFace, View } from "./types.js" */

/**
 * @param {View} view
 * @param {Facts} facts
 */
export const scatterPage = async (view, facts) => {
  remember(facts);
  const id = facts.ids.SCATTER;
  /** @type {ScatterFace | undefined} */
  let face;
  try {
    face = await newestFace(id, faceAddress("scatter", view));
  } catch (error) {
    return failure(error);
  }
  if (!face) return clientside.no_update;
  const known = unpackedAxes(face);
  if (!known.years.length) return [inColours(known.figure), ...caption(known.text)];
  const figureOf = (/** @type {number} */ place) =>
    inColours(scatterFigure(known, place, economiesOf(viewNow())));
  const at = stage(id, known, yearPlace(known, view.year), (place) => {
    clientside.set_props(id, { figure: figureOf(place) });
    write({ caption: "scatter", part: "title" }, titled(viewNow(), known, known.texts[place].title));
    write({ caption: "scatter", part: "sentence" }, known.texts[place].sentence);
  });
  const { title, sentence } = known.texts[at];
  const words = [titled(viewNow(), known, title), sentence];
  return [figureOf(at), ...caption(known.text, ...words)];
};
