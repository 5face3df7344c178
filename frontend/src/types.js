// The shapes of what the scripts hand to each other; types only, nothing runs.

/**
 * The texts of all parameters of the address, the empty ones too.
 * @typedef {Record<string, string>} View
 */

/**
 * What the server says once (dashboard/components/facts.py); the last ones in committee mode only.
 * @typedef {object} Facts
 * @property {string} root the folder that the dashboard is served in, such as "/ict"
 * @property {string} version
 * @property {string} lang
 * @property {string} dir
 * @property {string} locale
 * @property {string} plotly the name that plotly has for the language
 * @property {string} product
 * @property {[string, string][]} parameters names and defaults of the address, in its order
 * @property {Record<string, Chart>} charts read through registry.js alone
 * @property {Record<string, [number, number]>} sizes of pictures, the usual one first
 * @property {number} most how many economies may be highlighted
 * @property {Record<string, string>} names of economies, in the order of the language
 * @property {Record<string, string>} ids
 * @property {Record<string, string>} words
 * @property {Record<string, { name: string, members: string[] }>} groups
 * @property {Record<string, string>} languages
 */

/**
 * A chart, as far as the browser must know it; a table without a figure has its parameters only.
 * @typedef {object} Chart
 * @property {string[]} parameters
 * @property {string[]} [free] those of them that change without a request
 * @property {boolean} [staged]
 * @property {boolean} [shapes]
 * @property {number} [least]
 */

/** @typedef {Record<string, any>} Trace a trace of plotly's */
/** @typedef {{ data: Trace[], layout: Record<string, any> }} Figure */
/** @typedef {any} Graph an element that plotly has drawn in */
/** @typedef {string | Record<string, string>} Id */

/** @typedef {{ title: string, subtitle: string, sentence: string, source: string, notes: string[], questions: [string, string][] }} Text */
/** @typedef {{ title: string, sentence: string }} YearText */
/** @typedef {{ publisher: string, citation: string, licence: string, vintage: string }} Source */
/** @typedef {{ citation: string, data_version: string, sources: Source[] }} Passport */
/** @typedef {[sign: string, colour: string, text: string]} Key */
/** @typedef {{ figure: Figure, text: Text, passport: Passport, keys: Key[], span?: [first: number, last: number] }} Face */

/**
 * An economy's values, and a letter a year for status and source; notes by year.
 * @typedef {{ values: (number | null)[], status: string, sources: string, notes: Record<string, number[]> }} Series
 */

/**
 * Years, the economies' series, and how a value is printed: what the map's face and each axis of a
 * scatter have.
 * @typedef {{ years: number[], series: (Series | null)[], decimals: number, unit: import("./words.js").Unit }} Axis
 */

/**
 * Years with their texts: what the slider moves through.
 * @typedef {{ years: number[], latest: number, texts: YearText[] }} Staged
 */

/**
 * @typedef {object} MapParts
 * @property {string[]} economies
 * @property {string[]} sources
 * @property {string[]} notes
 * @property {number[]} limits
 * @property {string[]} colors
 * @property {string[]} legend
 * @property {string} direction
 * @property {number} carry_years
 * @property {Record<string, [places: number[], lows: number[], highs: number[]]>} [silent] by economy
 */
/** @typedef {Face & Staged & Axis & MapParts} MapFace */

/**
 * @typedef {object} ScatterParts
 * @property {string[]} economies
 * @property {number[]} regions
 * @property {number[]} sizes
 * @property {number} age
 * @property {string[]} symbols
 * @property {Axis & { name: string }} x
 * @property {Axis & { name: string }} y
 */
/** @typedef {Face & Staged & ScatterParts} ScatterFace */

/**
 * A component of Dash as clientside callbacks return it.
 * @typedef {{ type: string, namespace: string, props: Record<string, any> }} Component
 */

/** @typedef {{ name: string, codes?: string[] }} Spot what can be lit in committee mode */

/**
 * A view of the prepared list of committee mode: its chart, its year, its faces by language.
 * @typedef {{ chart: string, view: View, year: string, faces: Record<string, any>, svg?: SVGSVGElement }} Prepared
 */

export {};
