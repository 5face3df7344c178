// The search of the header: what a few words mean, the best first. Words of several kinds ("kiribati
// broadband 2015", "ranking electricity") make a view; a name that is written whole wins; a word that
// occurs nowhere is taken as mistyped. Scoring of our own: libraries for this split words at spaces,
// which Chinese does not have, and rank documents, not the parts of a view.
import { fold, mistyped } from "./fold.js";

/** @import { View } from "./types.js" */
/** @typedef {[value: string, text: string, terms?: string]} Item */
/** @typedef {{ label?: string, items: Item[] }} Group */
/** @typedef {"economies" | "region" | "indicator" | "page"} Kind */
/**
 * @typedef {object} Entry
 * @property {Kind} kind
 * @property {string} value
 * @property {string} text
 * @property {string[]} called its names, as words are searched, that of the page's language first
 * @property {string[]} name the words of the first
 * @property {string[]} others all further words
 */
/**
 * @typedef {object} Hit
 * @property {Partial<Record<Kind, Entry>>} parts
 * @property {number} score
 */

const KINDS = /** @type {Kind[]} */ (["economies", "region", "indicator", "page"]);
const HAN = /\p{Script=Han}/u;
const UNSPACED = /\p{Script=Han}{2,}/gu;
const YEAR = /^(19|20)\d\d$/;
// What it costs to take a search apart, so that a name that says it all comes first.
const PART = 4;
const MOST = 8;
const MOST_VIEWS = 5;

/**
 * The words of a text, folded, without the small ones ("in", "of") unless there are no others.
 * @param {string} text
 * @param {string} small
 */
const wordsOf = (text, small) => {
  const all = fold(text).split(/[\s;,.:()（）、，/«»]+/).filter(Boolean);
  const left = all.filter((word) => !small.split(" ").includes(word));
  return left.length ? left : all;
};

/**
 * @param {Record<string, Group[]>} known
 * @param {string} small
 * @returns {Entry[]}
 */
const indexed = (known, small) =>
  KINDS.flatMap((kind) =>
    known[kind].flatMap(({ label = "", items }) =>
      items.map(([value, text, terms = ""]) => {
        const [name, ...others] = [text, ...terms.split("\n")].map((one) => wordsOf(one, small));
        const called = [name, ...others].map((one) => one.join(" ")).filter(Boolean);
        const theme = kind === "indicator" ? wordsOf(label, small) : [];
        return { kind, value, text, called, name, others: [...others.flat(), ...theme] };
      }),
    ),
  );

/**
 * Whether an item is called exactly as what is asked, by a name in any language or by its code.
 * @param {string} asked
 * @param {string} small
 * @returns {(item: Item) => boolean}
 */
export const called = (asked, small) => {
  const plain = wordsOf(asked, small).join(" ");
  return ([, text, terms = ""]) =>
    [text, ...terms.split("\n")].some((name) => wordsOf(name, small).join(" ") === plain);
};

/** @type {WeakMap<object, Entry[]>} */
const indices = new WeakMap();

/**
 * @param {Record<string, Group[]>} known
 * @param {string} small
 */
const entriesOf = (known, small) => {
  const entries = indices.get(known) ?? indexed(known, small);
  indices.set(known, entries);
  return entries;
};

/**
 * A run of letters without spaces is cut at the longest names that it holds: 中国互联网 is 中国 and 互联网.
 * @param {string} run
 * @param {Set<string>} names
 * @returns {string[]}
 */
const cut = (run, names) => {
  if (names.has(run)) return [run];
  for (let length = run.length - 1; length > 1; length--) {
    for (let at = 0; at + length <= run.length; at++) {
      const name = run.slice(at, at + length);
      if (!names.has(name)) continue;
      return [run.slice(0, at), name, run.slice(at + length)].flatMap((part) => (part ? cut(part, names) : []));
    }
  }
  return [run];
};

/**
 * @param {string} asked
 * @param {Entry[]} entries
 * @param {string} small
 */
const askedWords = (asked, entries, small) => {
  const names = new Set(entries.flatMap(({ called }) => called));
  const plain = wordsOf(asked, small);
  if (names.has(plain.join(" "))) return plain;
  return wordsOf(asked.replace(UNSPACED, (run) => ` ${cut(run, names).join(" ")} `), small);
};

/**
 * "islands" is island, интернет is интернетом.
 * @param {string} one
 * @param {string} other
 */
const isInflected = (one, other) =>
  Math.min(one.length, other.length) > 3 &&
  Math.abs(one.length - other.length) < 3 &&
  (one.startsWith(other) || other.startsWith(one));

/**
 * How well a word fits some others: whole, beginning, within.
 * @param {string} word
 * @param {string[]} others
 */
const fit = (word, others) => {
  if (others.includes(word)) return 3;
  if (others.some((other) => isInflected(word, other))) return 2.8;
  const isLong = word.length > 2 || /[^\p{Script=Latin}\d]/u.test(word);
  if (word.length > 1 && others.some((other) => other.startsWith(word))) return 2;
  return isLong && others.some((other) => other.includes(word)) ? 1 : 0;
};

/**
 * How well a word fits an entry, 0 where it does not; in its name it counts twice.
 * @param {string} word
 * @param {Entry} entry
 */
const direct = (word, { name, others }) => Math.max(2 * fit(word, name), 1.9 * fit(word, others));

/**
 * @param {string} word
 * @param {Entry} entry
 */
const nearly = (word, { name, others }) =>
  name.some((other) => mistyped(word, other)) ? 1.5 : others.some((other) => mistyped(word, other)) ? 1 : 0;

/**
 * Beside others an entry must be meant by whole words, or by beginnings long enough: "sur" is no
 * Suriname, and "cost" no Costa Rica.
 * @param {string} word
 * @param {Entry} entry
 */
const isMeant = (word, { name, others }) => {
  const isLong = word.length > (HAN.test(word) ? 1 : 4);
  return [...name, ...others].some(
    (other) => other === word || isInflected(word, other) || (isLong && (other.startsWith(word) || mistyped(word, other))),
  );
};

/**
 * What each word of the search says of each entry.
 * @param {string[]} asked
 * @param {Entry[]} entries
 * @returns {Map<Entry, number[]>}
 */
const fits = (asked, entries) => {
  const columns = asked.map((word) => {
    const found = entries.map((entry) => direct(word, entry));
    return found.some(Boolean) ? found : entries.map((entry) => nearly(word, entry));
  });
  return new Map(entries.map((entry, at) => [entry, columns.map((column) => column[at])]));
};

/**
 * Words that fit nothing, not even as mistyped, are left out where others do.
 * @param {string[]} asked
 * @param {Entry[]} entries
 */
const understood = (asked, entries) => {
  const all = fits(asked, entries);
  const kept = asked.map((_, at) => at).filter((at) => [...all.values()].some((scores) => scores[at]));
  return {
    words: kept.map((at) => asked[at]),
    scores: new Map([...all].map(([entry, scores]) => [entry, kept.map((at) => scores[at])])),
  };
};

/**
 * The more of a name is written, the better; a whole name is best.
 * @param {Entry} entry
 * @param {string[]} asked
 */
const wholeness = ({ called, name }, asked) =>
  (called.includes(asked.join(" ")) ? 10 : 0) +
  (4 * name.filter((word) => fit(word, asked) > 2).length) / Math.max(name.length, asked.length);

/**
 * @param {Entry} entry
 * @param {string[]} asked
 * @param {number[]} scores
 */
const worth = (entry, asked, scores) => scores.reduce((sum, score) => sum + score, wholeness(entry, asked));

/**
 * The entries that have all words.
 * @param {string[]} asked
 * @param {Map<Entry, number[]>} known
 * @returns {Hit[]}
 */
const alone = (asked, known) =>
  [...known]
    .filter(([, scores]) => scores.every(Boolean))
    .map(([entry, scores]) => ({ parts: { [entry.kind]: entry }, score: worth(entry, asked, scores) }));

/**
 * The ways in which the words can be shared out to at most one entry of each kind, all used.
 * @param {string[]} asked
 * @param {[Entry, number[]][]} known
 * @param {Kind[]} kinds
 * @returns {Hit[]}
 */
const shared = (asked, known, kinds = KINDS) => {
  if (!asked.length) return [{ parts: {}, score: 0 }];
  if (!kinds.length) return [];
  const [kind, ...rest] = kinds;
  const hits = shared(asked, known, rest);
  for (const [entry, scores] of known) {
    if (entry.kind !== kind || !scores.some(Boolean)) continue;
    const used = asked.filter((_, at) => scores[at]);
    const left = asked.filter((_, at) => !scores[at]);
    const others = known.map(([other, all]) => /** @type {[Entry, number[]]} */ ([other, all.filter((_, at) => !scores[at])]));
    const score = worth(entry, used, scores.filter(Boolean)) - PART;
    for (const hit of shared(left, others, rest)) {
      hits.push({ parts: { [kind]: entry, ...hit.parts }, score: score + hit.score });
    }
  }
  return hits;
};

/**
 * Views: a place with an indicator or a page, or an indicator with a page.
 * @param {string[]} asked
 * @param {Map<Entry, number[]>} known
 * @returns {Hit[]}
 */
const joint = (asked, known) => {
  const meant = [...known]
    .map(([entry, scores]) => /** @type {[Entry, number[]]} */ ([entry, scores.map((score, at) => (score && isMeant(asked[at], entry) ? score : 0))]))
    .filter(([, scores]) => scores.some(Boolean));
  return shared(asked, meant).filter(
    ({ parts }) => Object.keys(parts).length > 1 && ("indicator" in parts || "page" in parts),
  );
};

/**
 * All words must be used; where they cannot, all but one.
 * @param {string[]} asked
 * @param {Map<Entry, number[]>} known
 * @returns {Hit[]}
 */
const hitsOf = (asked, known) => {
  if (!asked.length) return [];
  const hits = [...alone(asked, known), ...joint(asked, known)];
  if (hits.length || asked.length < 2) return hits;
  return asked.flatMap((_, left) => {
    const words = asked.filter((_, at) => at !== left);
    const scores = new Map([...known].map(([entry, all]) => [entry, all.filter((_, at) => at !== left)]));
    return [...alone(words, scores), ...joint(words, scores)];
  });
};

/**
 * @param {Hit} hit
 * @returns {{ path: string, change: View }}
 */
const destination = ({ parts: { economies, region, indicator, page } }) => {
  const change = /** @type {Record<string, string>} */ ({});
  if (economies) change.economies = economies.value;
  if (region) change.region = region.value;
  if (indicator) change.indicator = indicator.value;
  const alone = economies ? "/economy" : region ? "/region" : "/map";
  const isView = indicator && (economies || region);
  return { path: page?.value ?? (isView ? (economies ? "/trends" : "/map") : alone), change };
};

/**
 * What a search finds: by kind, a joint view being one of its own, the kind of the best first.
 * @param {Record<string, Group[]>} known
 * @param {string} asked
 * @param {string} small words that say nothing
 * @returns {{ kind: Kind | "view", found: { text: string, path: string, change: View }[] }[]}
 */
export const searched = (known, asked, small = "") => {
  const entries = entriesOf(known, small);
  const all = askedWords(asked, entries, small);
  const isName = entries.some(({ called }) => called.includes(all.join(" ")));
  const years = isName ? [] : all.filter((word) => YEAR.test(word)).slice(0, 2).sort();
  const { words, scores } = understood(all.filter((word) => !years.includes(word)), entries);
  const hits = isName ? alone(words, scores) : hitsOf(words, scores);
  /** @type {View} */
  const timed = {};
  if (years.length > 1) timed.years = years.join("..");
  else if (years.length) [timed.year] = years;
  /** @type {Map<string, Hit[]>} */
  const kinds = new Map();
  for (const hit of hits.sort((a, b) => b.score - a.score)) {
    const parts = Object.keys(hit.parts);
    const kind = parts.length > 1 ? "view" : parts[0];
    kinds.set(kind, [...(kinds.get(kind) ?? []), hit]);
  }
  return [...kinds].map(([kind, found]) => ({
    kind: /** @type {Kind | "view"} */ (kind),
    found: found.slice(0, kind === "view" ? MOST_VIEWS : MOST).map((hit) => {
      const { path, change } = destination(hit);
      const text = KINDS.flatMap((part) => hit.parts[part]?.text ?? []).concat(years.join("–") || []).join(" · ");
      return { text, path, change: { ...change, ...timed } };
    }),
  }));
};
