// The highlighted economies in words, as dashboard/text/chosen.py has them: in the title, and each with
// its value.
import { facts } from "./facts.js";
import { shownIn } from "./shown.js";
import { economiesOf } from "./view.js";
import { number, stated, words } from "./words.js";

/** @import { MapFace, View } from "./types.js" */

const MOST_NAMED = 3;

/** @param {string[]} codes */
const namesOf = (codes) => {
  const names = codes.map((code) => facts().names[code]);
  if (names.length <= MOST_NAMED) return new Intl.ListFormat(facts().locale).format(names);
  const n = names.length - 1;
  return words("tied", { n, name: names[0], number: number(n) });
};

/**
 * The highlighted economies that a face has; it shows no others.
 * @param {View} view
 * @param {{ economies: string[] }} face
 */
const framed = (view, { economies }) => economiesOf(view).filter((code) => economies.includes(code));

/**
 * A title that begins with the highlighted economies.
 * @param {View} view
 * @param {{ economies: string[] }} face
 * @param {string} title
 */
export const titled = (view, face, title) => {
  const codes = framed(view, face);
  return codes.length ? words("chosen_title", { names: namesOf(codes), title }) : title;
};

/**
 * @param {MapFace} face
 * @param {number} at
 * @param {string} code
 */
const said = (face, at, code) => {
  const j = face.economies.indexOf(code);
  const series = face.series[j];
  const place = shownIn(face, at).places[j];
  const name = facts().names[code];
  if (!series || place < 0) return words("chosen_none", { name, year: face.years[at] });
  const one = { value: Number(series.values[place]), letter: series.status[place], year: face.years[place] };
  return words("chosen_at", { name, value: stated(face, one) });
};

/**
 * What the map shows in a year: of the highlighted economies first, then of the region.
 * @param {MapFace} face
 * @param {number} at
 * @param {View} view
 */
export const mapText = (face, at, view) => {
  const { title, sentence } = face.texts[at];
  const codes = framed(view, face).slice(0, MOST_NAMED);
  const all = [...codes.map((code) => said(face, at, code)), sentence];
  return { title: titled(view, face, title), sentence: all.reduce((a, b) => words("two", { first: a, second: b })) };
};
