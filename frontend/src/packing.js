// Values travel as letters: steps from year to year, in units of the last decimal that is printed.

/** @import { Series } from "./types.js" */
/** @typedef {[first: number, length: number, note: number]} Run */
/** @typedef {{ steps: string[], status: string[], sources: string[], notes: Run[][] }} Packed */

const A = "A".charCodeAt(0);
const a = "a".charCodeAt(0);

/**
 * Digits in base 26, the last one in capitals; signs alternate: 0, -1, 1, -2, 2, ... After "~" they are
 * steps from step to step.
 * @param {string} steps
 * @param {number} years
 * @param {number} scale
 */
export const valuesOf = (steps, years, scale) => {
  /** @type {(number | null)[]} */
  const values = new Array(years).fill(null);
  const twice = steps[0] === "~";
  let at = 0;
  let whole = 0;
  let step = 0;
  let digits = 0;
  for (let k = twice ? 1 : 0; k < steps.length; k++) {
    const code = steps.charCodeAt(k);
    if (steps[k] === ".") {
      at++;
    } else if (code >= a) {
      digits = digits * 26 + code - a;
    } else {
      const folded = digits * 26 + code - A;
      step = (twice ? step : 0) + (folded % 2 ? -(folded + 1) / 2 : folded / 2);
      whole += step;
      values[at++] = whole / scale;
      digits = 0;
    }
  }
  return values;
};

/**
 * A letter a value becomes a letter a year; "" stands for the first source throughout.
 * @param {(number | null)[]} values
 * @param {string} letters
 * @param {string} [otherwise]
 */
const byYear = (values, letters, otherwise) => {
  let k = 0;
  return values.map((value) => (value === null ? "." : (letters[k++] ?? otherwise))).join("");
};

/**
 * @param {Run[]} runs
 * @param {number[]} years
 */
const notesOf = (runs, years) => {
  /** @type {Record<string, number[]>} */
  const notes = {};
  for (const [first, length, note] of runs) {
    for (const year of years.slice(first, first + length)) (notes[year] ??= []).push(note);
  }
  return notes;
};

/**
 * A face, or an axis of one, with a series an economy, null where there is none; what has no packed
 * series stays as it is.
 * @param {any} face
 */
export const unpacked = (face) => {
  if (!face.series || Array.isArray(face.series)) return face;
  /** @type {Packed} */
  const { steps, status, sources, notes } = face.series;
  face.series = steps.map((letters, j) => {
    if (!letters) return null;
    const values = valuesOf(letters, face.years.length, 10 ** face.decimals);
    /** @type {Series} */
    const series = {
      values,
      status: byYear(values, status[j]),
      sources: byYear(values, sources[j], "a"),
      notes: notesOf(notes[j], face.years),
    };
    return series;
  });
  // Above nought, and less than the last decimal: they travel as 0, and are told as "<0.1".
  for (const [j, places] of Object.entries(face.small ?? {})) {
    for (const k of /** @type {number[]} */ (places)) face.series[j].values[k] = 10 ** -face.decimals / 4;
  }
  return face;
};
