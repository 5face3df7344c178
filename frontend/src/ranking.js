// Who is where, from the map's face, for any year: places with ties and with the age of each value.
// The rule is that of dashboard/ranks.py.
import { facts, order } from "./facts.js";
import { keptByYear } from "./kept.js";
import { shownIn } from "./shown.js";
import { economiesOf } from "./view.js";
import { isOwn, number, stated, words } from "./words.js";

/** @import { MapFace, View } from "./types.js" */
/**
 * @typedef {object} Ranked
 * @property {string} code
 * @property {string} name
 * @property {number} value
 * @property {number} year
 * @property {string} letter
 * @property {number} age
 * @property {number} [place] none where the value is too old to be compared
 * @property {boolean} [tied]
 */

const MOST_AGE = 2;

/**
 * The newest value of its own of every economy, up to the year at place `at`.
 * @param {MapFace} face
 * @param {number} at
 * @returns {Ranked[]}
 */
const owned = (face, at) =>
  face.economies.flatMap((code, j) => {
    const series = face.series[j];
    let k = series ? at : -1;
    while (series && k >= 0 && !isOwn(series.status[k])) k--;
    if (!series || k < 0) return [];
    const [value, letter, year] = [Number(series.values[k]), series.status[k], face.years[k]];
    return { code, name: facts().names[code], value, year, letter, age: face.years[at] - year };
  });

/** @typedef {{ fresh: (Ranked & { place: number, tied: boolean })[], older: Ranked[] }} Ranking */

/**
 * @param {MapFace} face
 * @param {number} at
 * @returns {Ranking}
 */
const computed = (face, at) => {
  const sign = face.direction === "down" ? 1 : -1;
  const all = owned(face, at);
  const fresh = all.filter(({ age }) => age <= MOST_AGE);
  // Equal as printed is equal.
  const scale = 10 ** face.decimals;
  const score = (/** @type {Ranked} */ { value }) => sign * Math.round(value * scale);
  const placed = fresh.map((one) => ({
    ...one,
    place: 1 + fresh.filter((other) => score(other) < score(one)).length,
    tied: fresh.some((other) => other !== one && score(other) === score(one)),
  }));
  const byName = (/** @type {Ranked} */ a, /** @type {Ranked} */ b) => order(a.code) - order(b.code);
  placed.sort((a, b) => a.place - b.place || byName(a, b));
  const older = all.filter(({ age }) => age > MOST_AGE);
  older.sort((a, b) => a.age - b.age || byName(a, b));
  return { fresh: placed, older };
};

/**
 * The ranked economies, the best first, and those whose value is too old; each tooltip of a map asks
 * for it.
 */
export const ranking = keptByYear(computed);

/**
 * The first by name of those that share a place, and how many others do.
 * @param {Ranked[]} fresh
 * @param {Ranked} one
 */
const named = (fresh, one) => {
  const sharing = fresh.filter(({ place }) => place === one.place);
  const n = sharing.length - 1;
  return n ? words("tied", { n, name: sharing[0].name, number: number(n) }) : one.name;
};

/**
 * Who is first and who is last, how many are ranked, and where highlighted economies are.
 * @param {MapFace} face
 * @param {number} at
 * @param {(Ranked & { place: number })[]} fresh
 * @param {View} view
 */
export const rankingSentence = (face, at, fresh, view) => {
  const year = face.years[at];
  if (!fresh.length) return words("ranked_none", { year });
  const [first, last] = [fresh[0], fresh[fresh.length - 1]];
  const said = words(fresh.length > 1 ? "ranked" : "ranked_alone", {
    number: number(fresh.length),
    year,
    first: named(fresh, first),
    high: stated(face, first),
    last: named(fresh, last),
    low: stated(face, last),
  });
  const places = new Map(fresh.map(({ code, place }) => [code, place]));
  const own = economiesOf(view).flatMap((code) => {
    const place = places.get(code);
    return place ? words("ranked_at", { name: facts().names[code], place: number(place) }) : [];
  });
  return [said, ...own].reduce((a, b) => words("two", { first: a, second: b }));
};

/**
 * What the map's tooltip says: the place of an economy in the ranking of the year; undefined where the
 * map shows another value than the one that has it.
 * @param {MapFace} face
 * @param {number} at
 * @param {number} j
 */
export const rankOf = (face, at, j) => {
  const { fresh } = ranking(face, at);
  const own = fresh.find(({ code }) => code === face.economies[j]);
  const shown = face.years[shownIn(face, at).places[j]];
  return own && own.year === shown ? { rank: own.place, n: fresh.length } : undefined;
};
