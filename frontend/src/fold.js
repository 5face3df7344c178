// Text as it is searched: without case and accents, word by word.

// Letters that have no accent to take away, but that many write as another letter.
const FORMS = /** @type {Record<string, string>} */ ({
  ة: "ه", ى: "ي", ٱ: "ا", ـ: "", ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", œ: "oe", ß: "ss",
});

/**
 * "Cote d'Ivoire" finds "Côte d’Ivoire". Taking marks away also makes е of ё, and a plain alef of one
 * with hamza.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ةىٱـłøđıæœß]/g, (letter) => FORMS[letter])
    .replace(/[’'ʼ`‑–-]/g, " ");

/**
 * Whether a text has every word of a search, in any order; an empty search finds all.
 * @param {string | null | undefined} search
 * @returns {(text: string) => boolean}
 */
export const finds = (search) => {
  const wanted = fold(search || "").split(/\s+/).filter(Boolean);
  return (text) => {
    const folded = fold(text);
    return wanted.every((word) => folded.includes(word));
  };
};

/**
 * Letters to change, add, take away or exchange with the next that make one word of another (optimal
 * string alignment), as far as `most`.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
const isWithin = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [/** @type {number[]} */ ([]), [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (isSame ? 0 : 1));
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isTurned) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= most;
};

/**
 * Whether a word may be another mistyped: one slip from four letters on, two from eight.
 * @param {string} word
 * @param {string} meant
 */
export const mistyped = (word, meant) =>
  word.length > 3 && meant.length > 3 && isWithin(word, meant, word.length > 7 ? 2 : 1);
