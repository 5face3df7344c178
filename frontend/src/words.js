// Words and numbers in the language of the page.
import { facts } from "./facts.js";

/** @type {Map<string, Intl.PluralRules>} */
const plurals = new Map();

/**
 * @param {number} n
 * @param {"cardinal" | "ordinal"} type
 */
const plural = (n, type) => {
  const { locale } = facts();
  const key = `${locale} ${type}`;
  const rules = plurals.get(key) ?? new Intl.PluralRules(locale, { type });
  plurals.set(key, rules);
  return rules.select(n);
};

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

/**
 * A word, with values filled in; `n` chooses the plural form.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export const words = (key, values = {}) => {
  const { words: known } = facts();
  const form = values.n === undefined ? "" : `.${plural(Number(values.n), "cardinal")}`;
  const text = known[key + form] ?? known[`${key}.other`] ?? known[key] ?? key;
  return fill(text, values);
};

/**
 * "12th of 52", by the language's rule for ordinals.
 * @param {number} rank
 * @param {number} n
 */
export const ranked = (rank, n) => {
  const { words: known } = facts();
  const text = known[`rank.${plural(rank, "ordinal")}`] ?? known["rank.other"];
  return fill(text, { rank: number(rank), n: number(n) });
};

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

// The first formatter of numbers takes a slow processor 70 ms; small counts look the same without it.
const SMALL = 1000;

/**
 * @param {number} value
 * @param {number} [decimals]
 */
export const number = (value, decimals = 0) => {
  if (!decimals && value >= 0 && value < SMALL && Number.isInteger(value)) return String(value);
  const { locale } = facts();
  const key = `${locale} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    // "negative": what rounds to nought has no sign, as Python prints it.
    format = new Intl.NumberFormat(locale, { useGrouping: "always", signDisplay: "negative", ...digits });
    formats.set(key, format);
  }
  return format.format(value);
};

// Kept as it is where text runs from right to left.
const isolated = (/** @type {string} */ text) => (facts().dir === "rtl" ? `\u2066${text}\u2069` : text);

/**
 * A value as Python prints it: "68.1", "<0.1".
 * @param {number} value
 * @param {number} decimals
 */
export const printed = (value, decimals) => {
  const least = 10 ** -decimals;
  return value > 0 && value < least / 2 ? isolated(`<${number(least, decimals)}`) : number(value, decimals);
};

/** @typedef {string | Record<string, string>} Unit what a value is filled into: "{value}%", or by plural form */

/**
 * A value with its unit, in the plural form of the number that is printed.
 * @param {number} value
 * @param {number} decimals
 * @param {Unit} unit
 */
export const valued = (value, decimals, unit) => {
  const form = () => plural(Number(value.toFixed(decimals)), "cardinal");
  const pattern = typeof unit === "string" ? unit : (unit[form()] ?? unit.other);
  return fill(pattern, { value: printed(value, decimals) });
};

/** The words of the letters of status. */
export const STATUSES = /** @type {Record<string, string>} */ ({
  o: "observed",
  n: "not-given",
  e: "estimated",
  i: "interpolated",
  c: "carried",
});

/** The letters of a value of an economy's own, observed, estimated by its publisher, or of a status that it does not give. */
export const isOwn = (/** @type {string} */ letter) => "oen".includes(letter);

/**
 * "41.2% (2023)", and how the value is known where its publisher estimated it or we filled it in.
 * @param {{ decimals: number, unit: Unit }} printed
 * @param {{ value: number, year: number, letter: string }} own
 */
export const stated = ({ decimals, unit }, { value, year, letter }) => {
  const said = { value: valued(value, decimals, unit), year };
  return "on".includes(letter)
    ? words("stated", said)
    : words("stated_other", { ...said, status: words(STATUSES[letter]) });
};
