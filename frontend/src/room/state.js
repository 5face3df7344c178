// The state of committee mode while it is on.

/** @import { Facts, Prepared, Spot } from "../types.js" */

/**
 * @typedef {object} Room
 * @property {Prepared[]} views
 * @property {number} at the place of the view that is shown
 * @property {string} lang
 * @property {string} other the language that a press of the key leads to
 * @property {Facts} page the facts of the page below
 * @property {Element | null} back what had the focus
 * @property {Map<string, Layer>} layers by view and language
 * @property {HTMLElement} stage
 * @property {HTMLElement} layerBox
 * @property {HTMLElement} said
 * @property {HTMLElement} told
 * @property {HTMLElement} time
 * @property {ReturnType<typeof setTimeout>} [clock]
 * @property {ReturnType<typeof setTimeout>} [soon]
 * @property {Spot} [spot]
 * @property {HTMLFormElement} [ask]
 * @property {boolean} [isMoving]
 */
/** @typedef {{ box: HTMLElement, one: Prepared, lang: string }} Layer */
/** @typedef {[name: string, keys: string, act: () => void]} Button */

/** @type {Room | undefined} */
let room;

export const isOn = () => room !== undefined;

/** Only while the mode is on. */
export const roomNow = () => /** @type {Room} */ (room);

/** @param {Room | undefined} next */
export const setRoom = (next) => {
  room = next;
};

export const current = () => roomNow().views[roomNow().at];

/** @returns {[string, string]} */
export const both = () => [roomNow().lang, roomNow().other];
