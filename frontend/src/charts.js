// Charts that are shown as their face has them: figure and words, as they are.
import { faceAddress } from "./addresses.js";
import { clientside } from "./clientside.js";
import { inColours, onPage } from "./colours.js";
import { element, html, make, query } from "./elements.js";
import { newestFace } from "./faces.js";
import { remember } from "./facts.js";
import { fitting } from "./grid.js";
import { showSpan } from "./span.js";
import { nameTab } from "./tab.js";
import { number, words } from "./words.js";

/** @import { Face, Facts, Key, Text, View } from "./types.js" */

/**
 * Title, subtitle, sentence, source, notes, their number, questions: the order of PARTS in components/figure.py.
 * @param {Text} text
 */
export const caption = (text, title = text.title, sentence = text.sentence) => [
  title,
  text.subtitle,
  sentence,
  text.source,
  text.notes.map((note) => html("Li", note)),
  words("notes", { n: text.notes.length, number: number(text.notes.length) }),
  text.questions.flatMap(([ask, answer]) => [html("Dt", ask), html("Dd", answer)]),
];

/**
 * What a figure shows when its face did not come: all stays, and the sentence says why.
 * @param {unknown} error
 */
export const failure = (error) => {
  const { no_update: same } = clientside;
  return [same, same, same, /** @type {Error} */ (error).message, same, same, same, same];
};

/**
 * The page's first figure names the tab.
 * @param {Record<string, string>} id
 */
const isFirst = (id) => query("figure")?.contains(element(id));

/**
 * The quiet key of what a figure's marks mean, unless the page has a list of its own.
 * @param {HTMLElement | null | undefined} figure
 * @param {Key[]} keys
 */
const writeKeys = (figure, keys) => {
  const list = query(".figure-marks", figure);
  if (!list || query(".key-list:not(.figure-marks)", figure)) return;
  list.replaceChildren(
    ...keys.map(([sign, colour, text]) => {
      const mark = make("span", { className: "key-sign", textContent: sign, ariaHidden: "true" });
      mark.style.color = onPage(colour);
      return make("li", {}, mark, text);
    }),
  );
};

/**
 * What a figure holds fast ("indicator=fixed-broadband") goes before the view.
 * @param {View} view
 * @param {Record<string, string>} id
 * @param {Facts} facts
 */
export const chart = async (view, id, facts) => {
  remember(facts);
  const held = Object.fromEntries(new URLSearchParams(id.of));
  try {
    /** @type {Face | undefined} */
    const face = await newestFace(id, faceAddress(id.chart, { ...view, ...held }));
    if (!face) return clientside.no_update;
    if (isFirst(id)) {
      nameTab(face.text.title);
      if (face.span) showSpan(face.span, view.years);
    }
    writeKeys(element(id)?.closest("figure"), face.keys);
    const box = /** @type {HTMLElement | null} */ (element(id)?.closest(".figure-box"));
    return [fitting(inColours(face.figure), box), ...caption(face.text)];
  } catch (error) {
    return failure(error);
  }
};
