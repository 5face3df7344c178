// How a figure is cited: as a text, for BibTeX and as RIS.
import { facts } from "./facts.js";
import { words } from "./words.js";

/** @import { Passport } from "./types.js" */
/** @typedef {{ chart: string, title: string, page: string, passport: Passport, date: string }} Cited */

/**
 * "2026-11-25" as the language writes a date: "25 November 2026".
 * @param {string} date
 */
const written = (date) =>
  new Intl.DateTimeFormat(facts().locale, { dateStyle: "long" }).format(new Date(`${date}T12:00`));

/** @type {Record<string, (cited: Cited) => string>} */
export const citations = {
  text: ({ passport, page, date }) => `${passport.citation} ${words("accessed", { date: written(date) })} ${page}`,
  bibtex: ({ chart, title, page, passport, date }) =>
    [
      `@misc{ict-${chart}-${passport.data_version.slice(0, 8)},`,
      `  title = {${title}},`,
      `  author = {{${passport.sources.map(({ publisher }) => publisher).join("} and {")}}},`,
      `  publisher = {${facts().product}},`,
      `  note = {${words("version", { version: passport.data_version })}},`,
      `  url = {${page}},`,
      `  urldate = {${date}}`,
      "}",
    ].join("\n"),
  ris: ({ title, page, passport, date }) =>
    [
      "TY  - DATA",
      `TI  - ${title}`,
      ...passport.sources.map(({ publisher }) => `AU  - ${publisher}`),
      `PB  - ${facts().product}`,
      `ET  - ${passport.data_version}`,
      `UR  - ${page}`,
      `Y2  - ${date}`,
      "ER  - ",
    ].join("\n"),
};
