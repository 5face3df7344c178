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
 * How near a text is to a search: whole words first, then beginnings of words, so that "UK" is the
 * United Kingdom before it is Ukraine.
 * @param {string | null | undefined} search
 * @returns {(text: string) => number}
 */
export const distance = (search) => {
  const wanted = fold(search || "").trim();
  return (text) => {
    const folded = ` ${fold(text)} `;
    return folded.includes(` ${wanted} `) ? 0 : folded.includes(` ${wanted}`) ? 1 : 2;
  };
};
