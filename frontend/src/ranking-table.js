// The page of the ranking: its table and its words, for any year.
import { faceAddress, pageAddress } from "./addresses.js";
import { titled } from "./chosen.js";
import { clientside } from "./clientside.js";
import { element, make, write } from "./elements.js";
import { newestFace } from "./faces.js";
import { facts, remember } from "./facts.js";
import { ranking, rankingSentence } from "./ranking.js";
import { yearPlace } from "./shown.js";
import { nameTab } from "./tab.js";
import { economiesOf, viewNow } from "./view.js";
import { number, STATUSES, valued, words } from "./words.js";
import { stage } from "./years.js";

/** @import { Facts, MapFace, View } from "./types.js" */
/** @import { Ranked } from "./ranking.js" */

const ORDERS = /** @type {Record<string, string>} */ ({
  up: "order_up",
  down: "order_down",
  none: "order_none",
});

/**
 * @param {string} kind
 * @param {string | Node} content
 */
const cell = (kind, content) =>
  kind === "economy"
    ? make("th", { scope: "row", className: `column-${kind}` }, content)
    : make("td", { className: `column-${kind}` }, content);

/**
 * A plain link: the table is not Dash's, and the page that it leads to is another one.
 * @param {Ranked} one
 */
const link = ({ code, name }) =>
  make("a", { href: pageAddress("/economy", { ...viewNow(), economies: code }), textContent: name });

/**
 * @param {Ranked} one
 * @param {number} most
 */
const bar = ({ value }, most) => {
  const made = make("span", { className: "bar" });
  made.style.inlineSize = `${most > 0 ? Math.max(0, (100 * value) / most) : 0}%`;
  return made;
};

/**
 * @param {MapFace} face
 * @param {Ranked} one
 * @param {number} most
 * @param {string[]} chosen
 */
const rowElement = (face, one, most, chosen) => {
  const row = make("tr");
  row.classList.toggle("highlighted", chosen.includes(one.code));
  row.classList.toggle("unranked", !one.place);
  const place = one.place ? number(one.place) + (one.tied ? " =" : "") : "–";
  const year = String(one.year);
  const age = one.age ? words("older", { n: one.age, year }) : year;
  row.append(
    cell("place", place),
    cell("economy", link(one)),
    cell("value", valued(one.value, face.decimals, face.unit)),
    cell("bar", bar(one, most)),
    cell("year", age),
    cell("status", words(STATUSES[one.letter])),
  );
  return row;
};

/**
 * @param {MapFace} face
 * @param {number} at
 * @param {View} view
 */
const paint = (face, at, view) => {
  const table = /** @type {HTMLTableElement | null} */ (element(facts().ids.RANKING));
  if (!table) return undefined;
  const { fresh, older } = ranking(face, at);
  const rows = [...fresh, ...older];
  const most = Math.max(...rows.map(({ value }) => value), 0);
  const chosen = economiesOf(view);
  const body = table.tBodies[0] ?? table.createTBody();
  body.replaceChildren(...rows.map((one) => rowElement(face, one, most, chosen)));
  return rankingSentence(face, at, fresh, view);
};

/**
 * @param {View} view
 * @param {Facts} facts
 */
export const rankingPage = async (view, facts) => {
  remember(facts);
  const same = clientside.no_update;
  const { ids } = facts;
  try {
    /** @type {MapFace | undefined} */
    const face = await newestFace(ids.RANKING, faceAddress("map", view));
    if (!face) return [same, same, same, same, same];
    const at = stage(ids.RANKING, face, yearPlace(face, view.year), (place) => {
      const said = paint(face, place, viewNow());
      write(ids.RANKING_TITLE, titled(viewNow(), face, face.texts[place].title));
      write(ids.RANKING_SENTENCE, said);
    });
    const said = paint(face, at, view);
    const title = titled(view, face, face.texts[at].title);
    nameTab(title);
    const file = faceAddress("ranking", view, "csv");
    return [title, said, words(ORDERS[face.direction]), face.text.source, file];
  } catch (error) {
    return [same, /** @type {Error} */ (error).message, same, same, same];
  }
};
